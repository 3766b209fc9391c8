"""The texts and the looks of papers: the list, the one being worded, the page it gives."""

from collections.abc import Callable
from datetime import tzinfo
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.enums import TemplateKey
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.services.templates import TemplateService
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.templates.entries import ListSide, TemplateList
from alize_desktop.ui.templates.identity_pane import IdentityPane
from alize_desktop.ui.templates.previewing import identity_work, text_work
from alize_desktop.ui.templates.text_pane import TextPane
from alize_desktop.ui.templates.words import detail_of, entry_of, identity_entry
from alize_desktop.ui.widgets.confirm import confirm_leaving
from alize_desktop.ui.widgets.live_page import LivePage
from alize_desktop.ui.widgets.splitter import RememberedSplitter


class TemplatesScreen(QWidget):
    """Words the papers. What is typed is written when it is adopted, never before.

    Args:
        templates: Service of the texts and looks.
        bus: Told of every change.
        window: Where the splitter is remembered.
        log_file: Named when a bug is shown.
        zone: Time zone of the days that are shown.
        parent: Parent widget.

    Signals:
        typing_changed: Arg: whether something typed is not written.
        said: A short message for the user. Arg: the text.
    """

    typing_changed = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        templates: TemplateService,
        bus: Bus,
        window: QSettings,
        log_file: Path,
        zone: tzinfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._templates, self._bus, self._log_file, self._zone = templates, bus, log_file, zone
        self._shown: TemplateKey | None = None
        self._was_dirty = False
        self.list = TemplateList()
        self.list.setObjectName("template_list")
        self.identity = IdentityPane(templates.logo)
        self.text = TextPane()
        self.page = LivePage(self.tr("Aperçu"))
        self._panes = QStackedWidget()
        self._panes.addWidget(self.identity)
        self._panes.addWidget(self.text)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._splitter = self._make_splitter(window)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self._connect()
        self._show(None)

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not adopted."""
        return self.identity.is_dirty if self._shown is None else self.text.is_dirty

    def show_template(self, key: TemplateKey | None) -> None:
        """Show a text, or what every paper has in common, if the one shown can be left."""
        self.try_leave(partial(self._show, key))

    def take_keyboard(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to lose what is typed."""
        if not self.is_dirty:
            on_left()
            return
        confirm_leaving(
            self.window(),
            self.tr("Abandonner ce qui est tapé\u00a0?"),
            lambda: self._show(self._shown),
            on_left,
            self.tr("Ce modèle n’a pas été adopté\u00a0: rien n’en est écrit."),
        )

    def _make_splitter(self, window: QSettings) -> RememberedSplitter:
        panes = ((ListSide(self.list), 292), (self._panes, 470), (self.page, 420))
        return RememberedSplitter("templates", window, panes)

    def _connect(self) -> None:
        self.list.template_chosen.connect(self._on_chosen)
        self.identity.edited.connect(self._on_edited)
        self.identity.adopt_asked.connect(self._on_adopt_identity)
        self.text.edited.connect(self._on_edited)
        self.text.adopt_asked.connect(self._on_adopt)
        self.text.restore_asked.connect(self._on_restore)
        self.text.versions_asked.connect(self._on_versions)
        self._settled.timeout.connect(lambda: self.list.choose(self._shown))
        self._bus.changed.connect(self._on_changed)

    def _show(self, key: TemplateKey | None) -> None:
        """Read what is in force, and show it."""
        if key is not self._shown:
            self.page.clear()
        self._shown = key
        templates = self._templates.templates()
        entries = [identity_entry(), *(entry_of(each, self._zone) for each in templates)]
        self.list.show_entries(entries, key)
        if key is None:
            self.identity.show_identity(self._templates.identity())
            self._panes.setCurrentWidget(self.identity)
        else:
            shown = next(each for each in templates if each.key is key)
            self.text.show_template(
                shown,
                detail_of(shown, self._zone).capitalize(),
                has_versions=bool(self._templates.versions(key)),
            )
            self._panes.setCurrentWidget(self.text)
        self._on_edited()

    def _on_edited(self) -> None:
        """Have the page follow, and say whether something would be lost."""
        work = (
            identity_work(self._templates, self.identity.identity())
            if self._shown is None
            else text_work(self._templates, self._shown, self.text.text())
        )
        self.page.show_work(work)
        if self.is_dirty != self._was_dirty:
            self._was_dirty = self.is_dirty
            self.typing_changed.emit(self._was_dirty)

    def _on_chosen(self, key: TemplateKey | None) -> None:
        if key is self._shown:
            return
        self.show_template(key)
        if self._shown is not key:
            self._settled.start()  # the view still sets its selection after this

    def _on_adopt(self, text: str) -> None:
        if self._shown is not None:
            done = self.tr("Texte adopté\u00a0: les papiers faits désormais l’emploient.")
            self._write(partial(self._templates.adopt, self._shown, text), done)

    def _on_adopt_identity(self, identity: PaperIdentity) -> None:
        done = self.tr("Identité adoptée\u00a0: les papiers faits désormais la portent.")
        self._write(partial(self._templates.adopt_identity, identity), done)

    def _on_restore(self) -> None:
        if self._shown is None:
            return
        restore = partial(self._templates.restore, self._shown)
        done = self.tr(
            "Texte d’origine rétabli. Le vôtre reste sous «\u00a0Versions adoptées…\u00a0»."
        )
        self.try_leave(partial(self._write, restore, done))

    def _on_versions(self) -> None:
        if self._shown is not None:
            kept = self._templates.versions(self._shown)
            self.text.offer_versions(
                [(detail_of(each, self._zone).capitalize(), each.text) for each in kept]
            )

    def _write(self, action: Callable[[], Changes], done: str) -> None:
        try:
            changes = action()
        except UserError as error:
            show_error(self.window(), error, self._log_file)
            return
        self._show(self._shown)
        self._bus.changed.emit(changes, self)
        self.said.emit(done)

    def _on_changed(self, changes: Changes, source: object) -> None:
        if source is not self and changes.programme and not self.is_dirty:
            self._show(self._shown)
