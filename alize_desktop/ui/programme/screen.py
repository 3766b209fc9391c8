"""Settings: the programme's own, kept in its file, and the user's, kept on this computer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.services.programme import ProgrammeService
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.programme.check import RegistryCheck
from alize_desktop.ui.programme.computer import ComputerForm
from alize_desktop.ui.programme.form import ProgrammeForm
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.confirm import confirm_leaving
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.scroll import scrolled

_WIDTH = 720


class ProgrammeScreen(QWidget):
    """Edits the settings and checks the registry.

    Args:
        programme: Reads, writes and verifies.
        preferences: What the user prefers.
        bus: Told of every change.
        log_file: Named when a bug is shown.
        parent: Parent widget.

    Signals:
        typing_changed: Arg: whether something typed is not written.
        said: A short message for the user. Arg: the text.
    """

    typing_changed = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        programme: ProgrammeService,
        preferences: Preferences,
        bus: Bus,
        log_file: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._programme = programme
        self._bus = bus
        self._log_file = log_file
        self._was_dirty = False
        self.form = ProgrammeForm(programme.programme())
        self.computer = ComputerForm(preferences)
        self.check = RegistryCheck(programme, log_file)
        self.save = KeyButton(self.tr("Enregistrer"), "Ctrl+S", Kind.PRIMARY)
        self.abandon = KeyButton(self.tr("Abandonner"), "Esc", Kind.GHOST, handles_key=False)
        self._content = QWidget()
        self._lay_out()
        self._connect()
        self._fit()
        self._measure()

    def take_keyboard(self) -> None:
        """Give the keyboard to the first field."""
        self.form.basin.focus_control()

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to lose what is typed."""
        self.form.commit_typing()
        if not self.form.is_dirty:
            on_left()
            return

        def give_up() -> None:
            self.form.give_up()
            self._measure()

        question = self.tr("Abandonner les modifications des réglages\u00a0?")
        confirm_leaving(self.window(), question, give_up, on_left)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._content.setMaximumWidth(scaled(_WIDTH))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.related)
        buttons.addWidget(self.save)
        buttons.addWidget(self.abandon)
        buttons.addStretch(1)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(SPACE.card)
        column.addWidget(label(self.tr("Réglages"), Level.TITLE))
        column.addWidget(label(self.tr("Le programme"), Level.HEADING))
        column.addWidget(self.form)
        column.addLayout(buttons)
        column.addSpacing(SPACE.related)
        column.addWidget(label(self.tr("Cet ordinateur"), Level.HEADING))
        column.addWidget(self.computer)
        column.addSpacing(SPACE.related)
        column.addWidget(label(self.tr("Le registre"), Level.HEADING))
        column.addWidget(self.check)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(self._content))

    def _connect(self) -> None:
        self.form.typed.connect(self._measure)
        self.save.clicked.connect(lambda *_: self._on_save())
        self.abandon.clicked.connect(lambda *_: self._on_abandon())
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, context=here).activated.connect(self._on_abandon)
        self._bus.changed.connect(self._on_changed)

    def _measure(self) -> None:
        """Enable what can be pressed, and say whether something is typed."""
        is_dirty = self.form.is_dirty
        self.save.setEnabled(is_dirty)
        self.abandon.setEnabled(is_dirty)
        if is_dirty != self._was_dirty:
            self._was_dirty = is_dirty
            self.typing_changed.emit(is_dirty)

    def _on_save(self) -> None:
        if not self.form.check():
            return
        edited = self.form.read()
        try:
            changes = self._programme.save(edited)
        except UserError as error:
            show_error(self.window(), error, self._log_file)
            return
        self.form.show_programme(edited)
        self._measure()
        self._bus.changed.emit(changes, self)
        self.said.emit(self.tr("Réglages enregistrés"))

    def _on_abandon(self) -> None:
        self.try_leave(lambda: None)

    def _on_changed(self, changes: Changes, source: object) -> None:
        if source is not self and changes.programme and not self.form.is_dirty:
            self.form.show_programme(self._programme.programme())
