"""Rows and columns of the committee window, with the spaces of the theme."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.ui.theme.look import scaled


def column(owner: QWidget | None = None, *, gap: int = 12, margin: int = 0) -> QVBoxLayout:
    """Return a column; ``gap`` and ``margin`` in pixels at a text size of 100 %."""
    made = QVBoxLayout(owner) if owner else QVBoxLayout()
    made.setContentsMargins(*[scaled(margin)] * 4)
    made.setSpacing(scaled(gap))
    return made


def row(owner: QWidget | None = None, *, gap: int = 8, margin: int = 0) -> QHBoxLayout:
    """Return a row; ``gap`` and ``margin`` in pixels at a text size of 100 %."""
    made = QHBoxLayout(owner) if owner else QHBoxLayout()
    made.setContentsMargins(*[scaled(margin)] * 4)
    made.setSpacing(scaled(gap))
    return made


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take away everything a row or a column holds."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
