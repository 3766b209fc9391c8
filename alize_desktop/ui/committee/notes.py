"""The private note of a dossier: typed beside the step, never shown to the room."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.fields.sheet import Sheet
from alize_desktop.ui.widgets.keys import KeyCap
from alize_desktop.ui.widgets.labels import Ground, Level, label

_REST: Final = 2_000
"""Milliseconds without a keystroke after which a note is written."""


class NoteCard(QFrame):
    """One note a dossier, and one for the meeting outside of any dossier.

    Signals:
        written: A note is to be kept. Args: the agenda item's id or None, the text.
    """

    written = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.CARD.value)
        self._notes: dict[UUID | None, str] = {}
        self._item_id: UUID | None = None
        self.edit = Sheet(3)
        self.edit.setObjectName("private_note")
        self.edit.setAccessibleName(self.tr("Note privée"))
        self.edit.setPlaceholderText(self.tr("Jamais montrée à la salle, jamais imprimée."))
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.keep)
        title = row(gap=8)
        title.addWidget(label(self.tr("Note privée"), Level.CAPTION))
        title.addWidget(KeyCap("F9"))
        title.addStretch(1)
        lines = column(self, gap=6)
        lines.setContentsMargins(*[scaled(12)] * 4)
        lines.addLayout(title)
        lines.addWidget(self.edit)
        self.edit.textChanged.connect(self._on_typed)
        self.edit.left.connect(self.keep)

    def show_notes(self, notes: dict[UUID | None, str]) -> None:
        """Show what the file holds, unless something else is being typed."""
        if self._is_changed():
            notes = {**notes, self._item_id: self._notes.get(self._item_id, "")}
        self._notes = dict(notes)
        if not self._rest.isActive():
            self._show()

    def show_item(self, item_id: UUID | None) -> None:
        """Show the note of a dossier; None for that of the meeting."""
        if item_id != self._item_id:
            self.keep()
            self._item_id = item_id
            self._show()

    def write(self) -> None:
        """Take the keyboard."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add(self, line: str) -> None:
        """Write a line under the note of the dossier; nothing outside of a dossier."""
        if self._item_id is not None:
            before = self.edit.toPlainText().rstrip()
            self.edit.setPlainText(f"{before}\n{line}" if before else line)
            self.keep()

    def keep(self) -> None:
        """Ask for what is typed to be written, if it is new."""
        self._rest.stop()
        if self._is_changed():
            self._notes[self._item_id] = self.edit.toPlainText()
            self.written.emit(self._item_id, self._notes[self._item_id])

    def _is_changed(self) -> bool:
        return self.edit.toPlainText() != self._notes.get(self._item_id, "")

    def _show(self) -> None:
        with QSignalBlocker(self.edit):  # what is shown is not typed
            self.edit.setPlainText(self._notes.get(self._item_id, ""))

    def _on_typed(self) -> None:
        self._rest.start()
