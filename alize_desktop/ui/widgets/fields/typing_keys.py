"""Which keys write nothing in a field: a digit pressed with Alt is a command, not a text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override


def is_command(event: QKeyEvent) -> bool:
    """Return whether a key is a digit pressed with Alt, which goes to a place.

    Ctrl with Alt is AltGr on some keyboards: what it writes is a text.
    """
    modifiers = event.modifiers()
    has_alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
    writes = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    return has_alt and not writes and event.text().isdigit()


class TypedLine(QLineEdit):
    """One line to type in."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_command(event):
            event.ignore()
            return
        super().keyPressEvent(event)
