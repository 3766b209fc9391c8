"""Dialogs of the meetings: a text that is asked, a member or a dossier that is chosen."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from alize_desktop.rules.text import search_key
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.fields.text import LongTextField
from alize_desktop.ui.widgets.labels import Level, label

_ID = Qt.ItemDataRole.UserRole


class TextDialog(QDialog):
    """Asks for a text, not empty. Open it with ``open``.

    Args:
        heading: What it is about.
        field: Label of the text.
        hint: What becomes of the text.
        action: Label of the button.
        parent: Window that the question is about.

    Signals:
        given: The text was confirmed. Arg: it.
    """

    given = Signal(object)

    def __init__(self, heading: str, field: str, hint: str, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(action)
        self.setMinimumWidth(scaled(460))
        self.text = LongTextField(field, lines=2, required=True, hint=hint)
        self.text.edit.setObjectName("question_text")
        self.confirm = KeyButton(action, "Ctrl+Return", Kind.PRIMARY)
        self.confirm.setObjectName("question_confirm")
        cancel = KeyButton(self.tr("Annuler"), "Esc", handles_key=False)
        self.confirm.clicked.connect(self._on_confirmed)
        cancel.clicked.connect(self.reject)
        column = _column(self)
        column.addWidget(label(heading, Level.HEADING, wraps=True))
        column.addWidget(self.text)
        column.addLayout(_row(cancel, self.confirm))
        self.text.focus_control()

    def _on_confirmed(self) -> None:
        if self.text.commit():
            self.given.emit(self.text.value().strip())
            self.accept()


class _Line(QLineEdit):
    """A line whose arrows move in the list beneath.

    Signals:
        moved: Up or Down was pressed. Arg: -1 or 1.
    """

    moved = Signal(object)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


class PickDialog(QDialog):
    """Asks for one of several things by a few letters, then Enter. Open it with ``open``.

    Args:
        heading: What is asked.
        title: Of the window, and of the list for a screen reader.
        options: (identifier, line) of what can be chosen.
        nothing: What is said when there is nothing to choose.
        parent: Window that the question is about.

    Signals:
        chosen: One was chosen. Arg: the identifier.
    """

    chosen = Signal(object)

    def __init__(
        self,
        heading: str,
        title: str,
        options: Sequence[tuple[UUID, str]],
        nothing: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumSize(scaled(460), scaled(420))
        self._options = tuple(options)
        self.line = _Line()
        self.line.setObjectName("pick_line")
        self.line.setAccessibleName(heading)
        self.line.setPlaceholderText(self.tr("quelques lettres, puis Entrée"))
        self.list = QListWidget()
        self.list.setObjectName("pick_list")
        self.list.setAccessibleName(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        confirm = KeyButton(self.tr("Choisir"), "Return", Kind.PRIMARY, handles_key=False)
        cancel = KeyButton(self.tr("Annuler"), "Esc", handles_key=False)
        confirm.clicked.connect(self._take)
        cancel.clicked.connect(self.reject)
        column = _column(self)
        column.addWidget(label(heading, Level.HEADING, wraps=True))
        if not options:
            column.addWidget(label(nothing, wraps=True))
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addLayout(_row(cancel, confirm))
        self.line.textEdited.connect(self._show)
        self.line.moved.connect(self._move)
        self.line.returnPressed.connect(self._take)
        self.list.itemDoubleClicked.connect(lambda _item: self._take())
        self._show("")
        self.line.setFocus()

    def _show(self, typed: str) -> None:
        wanted = search_key(typed)
        self.list.clear()
        for identifier, line in self._options:
            if wanted in search_key(line):
                item = QListWidgetItem(line)
                item.setData(_ID, identifier)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _move(self, step: int) -> None:
        row = self.list.currentRow() + step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(_ID))
            self.accept()


def _column(dialog: QDialog) -> QVBoxLayout:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
    column.setSpacing(SPACE.card)
    return column


def _row(cancel: KeyButton, confirm: KeyButton) -> QHBoxLayout:
    buttons = QHBoxLayout()
    buttons.setSpacing(SPACE.related)
    buttons.addStretch(1)
    buttons.addWidget(cancel)
    buttons.addWidget(confirm)
    return buttons
