"""Hiding a widget that may not be in its window yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


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
