"""A line one types an answer in, with the keys of a question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override


class AskedLine(QLineEdit):
    """A line whose arrows move in a list beneath, and Escape gives up.

    Enter goes no further: where the keyboard goes next, it must not act again.

    Signals:
        entered: Enter was pressed.
        moved: Up or Down was pressed. Arg: -1 or 1.
        given_up: Escape was pressed.
    """

    entered = Signal()
    moved = Signal(object)
    given_up = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case _:
                super().keyPressEvent(event)
