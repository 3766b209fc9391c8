"""Which keys write nothing in a field: a digit pressed with Alt is a command, not a text."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

_OF_THE_SCREEN: Final = (Qt.Key.Key_E, Qt.Key.Key_D, Qt.Key.Key_K, Qt.Key.Key_U, Qt.Key.Key_T)
"""Keys that edit a line on some systems, with Ctrl, and that are commands here."""


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
    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+E to the screen: some systems would only move to the end of the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            has_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if has_control and event.key() in _OF_THE_SCREEN:
                event.ignore()
                return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_command(event):
            event.ignore()
            return
        super().keyPressEvent(event)
