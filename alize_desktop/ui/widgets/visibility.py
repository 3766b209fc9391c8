"""Hiding a widget that may not be in its window yet; whether one can be seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_WHOLE = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


def show_if(widget: QWidget, *, shown: bool) -> None:
    """Hide a widget, or let it be seen with its parent.

    ``setVisible(True)`` on a widget without a parent would open a window for an
    instant, and take the keyboard: such a widget is only allowed to appear.
    """
    if not shown:
        widget.hide()
    elif widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
    else:
        widget.show()


def is_looked_at(widget: QWidget) -> bool:
    """Return whether a widget is shown, and its window not under one that takes the screen."""
    mine = widget.window()
    if not widget.isVisible() or mine.isMinimized():
        return False
    active = QApplication.activeWindow()
    while active is not None:  # a dialog is about the window it was asked from
        if active is mine:
            return True
        above = active.parentWidget()
        active = None if above is None else above.window()
    return not any(
        each is not mine
        and each.isVisible()
        and each.windowState() & _WHOLE
        and each.screen() is mine.screen()
        for each in QApplication.topLevelWidgets()
    )
