"""One dossier, shown and edited: header, tabs, panes, and the bar that saves."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossiers import DossierDetail
from alize_desktop.ui.dossiers.banner import Banner
from alize_desktop.ui.dossiers.field_words import field_word
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.dossiers.header import DossierHeader
from alize_desktop.ui.dossiers.leaving import ask_before_leaving
from alize_desktop.ui.dossiers.pane_set import PaneSet
from alize_desktop.ui.dossiers.savebar import SaveBar
from alize_desktop.ui.dossiers.state_change import StateChange
from alize_desktop.ui.dossiers.tools import DossierTools
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.widgets.confirm import confirm
from alize_desktop.ui.widgets.progress import ProgressStrip
from alize_desktop.ui.widgets.toast import Toast
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.names import list_text


class DossierEditor(QWidget):
    """Shows a dossier, keeps what is typed, and saves it when asked.

    Args:
        tools: Services and surroundings.
        parent: Parent widget.

    Signals:
        changed: Something was written. Arg: the ``Changes``.
        shown: Another dossier is shown. Arg: its identifier, None for a new one.
        created: A new dossier was written. Arg: its identifier.
        new_abandoned: The typing of a new dossier was given up.
    """

    changed = Signal(object)
    shown = Signal(object)
    created = Signal(object)
    new_abandoned = Signal()

    def __init__(self, tools: DossierTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._detail: DossierDetail | None = None
        self._revision = 0
        self._is_new = False
        self.form = SheetForm(tools.dossiers.problems, self)
        self.header = DossierHeader()
        self.banner = Banner()
        self.panes = PaneSet(self.form, tools.zone, tools.views, tools.categories)
        self.savebar = SaveBar()
        self.progress = ProgressStrip()
        self.toast = Toast(self)
        self._assemble()
        self.state_change = StateChange(tools.dossiers, self, tools.log_file)
        self.state_change.written.connect(self.show_written)
        self.header.state_requested.connect(self._on_state_requested)
        self.savebar.save_requested.connect(self.save)
        self.savebar.abandon_requested.connect(self.abandon)
        self.form.status_changed.connect(self._on_status_changed)
        self._listen_to_keys()

    @property
    def detail(self) -> DossierDetail | None:
        """The dossier shown; None for a new one, or for none."""
        return self._detail

    @property
    def is_new(self) -> bool:
        """Whether a dossier is being typed that is not written yet."""
        return self._is_new

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not saved."""
        return self.form.status.is_dirty

    def show_dossier(self, dossier_id: UUID) -> None:
        """Read a dossier and show it. What was typed in the last one is forgotten.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``.
        """
        detail = self._tools.dossiers.detail(dossier_id)
        self._is_new = False
        self._show_detail(detail)
        self._load(detail)
        self.shown.emit(detail.id)

    def show_new(self) -> None:
        """Show an empty sheet, to be typed in."""
        self._is_new = True
        self._detail = None
        self._revision = 0
        self.banner.hide()
        self.header.show_new()
        self.form.load(self._tools.dossiers.new_sheet(), editable=True)
        self.panes.show_detail(None)
        self.panes.show_pane("company")
        self.shown.emit(None)
        self.panes.focus_pane()

    def clear(self) -> None:
        """Show no dossier."""
        self._detail = None
        self._is_new = False
        self.shown.emit(None)

    def refresh(self) -> None:
        """Read the dossier again; what is typed and not saved stays as it is."""
        if self._detail is None:
            return
        detail = self._tools.dossiers.detail(self._detail.id)
        self._show_detail(detail)
        if not self.is_dirty:
            self._load(detail)

    def save(self) -> bool:
        """Write what is typed; return whether it is written."""
        self.panes.commit_typing()
        sheet = self.form.sheet
        if sheet is None or not self.form.check_all():
            self._show_first_problem()
            return False
        try:
            if self._detail is None:
                dossier_id, changes = self._tools.dossiers.create(sheet)
            else:
                dossier_id = self._detail.id
                changes = self._tools.dossiers.save(dossier_id, sheet, self._revision)
        except UserError as error:
            self._on_save_refused(error)
            return False
        was_new = self._is_new
        self.show_dossier(dossier_id)
        self.toast.show_message(self.tr("Dossier enregistré"))
        self.changed.emit(changes)
        if was_new:
            self.created.emit(dossier_id)
        return True

    def abandon(self) -> None:
        """Ask whether to give up what is typed, then do so."""
        self.panes.commit_typing()
        if not self.is_dirty:
            if self._is_new:
                self._give_up()
            return
        question = self.tr("Abandonner les modifications de ce dossier ?")
        confirm(
            self.window(),
            question,
            self.tr("Abandonner"),
            self._give_up,
            cancel=self.tr("Continuer la saisie"),
        )

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to leave what is typed."""
        self.panes.commit_typing()
        if not self.is_dirty:
            on_left()
            return

        def save_then_leave() -> None:
            if self.save():
                on_left()

        def abandon_then_leave() -> None:
            self._give_up()
            on_left()

        ask_before_leaving(self.window(), self._name(), save_then_leave, abandon_then_leave)

    def show_written(self, changes: Changes) -> None:
        """Show again what was written, and say so to the rest of the window."""
        if self._detail is not None and self._detail.id in changes.dossiers:
            self.refresh()
        self.changed.emit(changes)

    def undo(self) -> None:
        """Take back the last edit, in whatever field it was."""
        self.panes.commit_typing()
        self.form.undo()

    def redo(self) -> None:
        """Give again the last edit taken back."""
        self.form.redo()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addWidget(self.panes, 1)
        column.addWidget(self.progress)
        column.addWidget(self.savebar)

    def _listen_to_keys(self) -> None:
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, slot in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
        ):
            QShortcut(QKeySequence(keys), self, context=here).activated.connect(slot)

    def _name(self) -> str:
        sheet = self.form.sheet
        name = sheet.company.name if sheet else ""
        return name or self.tr("Le nouveau dossier")

    def _show_detail(self, detail: DossierDetail) -> None:
        self._detail = detail
        self.header.show_dossier(detail)
        self.panes.show_detail(detail)

    def _load(self, detail: DossierDetail) -> None:
        self._revision = detail.revision
        self.banner.hide()
        self.form.load(detail.sheet, editable=detail.is_editable)

    def _give_up(self) -> None:
        if self._detail is not None:
            self.show_dossier(self._detail.id)
        else:
            sheet = self._tools.dossiers.new_sheet()
            self.form.load(sheet, editable=True)
            self.new_abandoned.emit()

    def _show_first_problem(self) -> None:
        status = self.form.status
        paths = (*status.refused, *status.problems)
        if not paths or self.panes.focus_field(paths[0]):
            return
        path = paths[0]
        sentence = self.tr("{field} : {problem}")
        problem = message_of(status.problems[path])
        self.banner.show_sentence(sentence.format(field=field_word(path), problem=problem))

    def _on_save_refused(self, error: UserError) -> None:
        if error.code is ErrorCode.DOSSIER_CHANGED_MEANWHILE and self._detail is not None:
            self._keep_typing_over(self._detail.id, error)
        else:
            show_error(self.window(), error, self._tools.log_file)

    def _keep_typing_over(self, dossier_id: UUID, error: UserError) -> None:
        """Put what is typed over the sheet that was saved meanwhile, and say so."""
        detail = self._tools.dossiers.detail(dossier_id)
        self._show_detail(detail)
        self._revision = detail.revision
        both = self.form.rebase(detail.sheet, [each.path for each in self.panes.bindings()])
        sentences = [
            message_of(error),
            self.tr("Votre saisie est conservée : relisez-la, puis enregistrez."),
        ]
        if both:
            names = list_text([field_word(path) for path in both])
            sentences.append(self.tr("Modifié des deux côtés : {names}.").format(names=names))
        self.banner.show_sentence(" ".join(sentences))

    def _on_status_changed(self) -> None:
        self.savebar.setVisible(self.is_dirty or self._is_new)

    def _on_state_requested(self, state: DossierState) -> None:
        self.try_leave(lambda: self._change_state(state))

    def _change_state(self, state: DossierState) -> None:
        if self._detail is not None:
            self.state_change.ask(self._detail, state)
