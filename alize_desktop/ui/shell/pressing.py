"""Enter presses the button that has the keyboard, as Space does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_focused(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button of ``window`` that has the keyboard, if the key is Enter.

    Args:
        window: What received the key, because nothing inside it wanted it.
        event: The key.

    Returns:
        Whether a button was pressed.
    """
    if event.key() not in _ENTER or event.isAutoRepeat():
        return False
    focused = QApplication.focusWidget()
    if not isinstance(focused, QAbstractButton) or not window.isAncestorOf(focused):
        return False
    focused.click()
    return True
