"""What is cut on a screen: a text narrower than itself, a page wider than its room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QCheckBox, QLabel, QScrollArea, QWidget

from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.labels import ElidedLabel

NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def clipped_in(window):
    """Return what is cut in a window, as a list of sentences."""
    shown = (each for each in window.findChildren(QWidget) if each.isVisible())
    return [sentence for each in shown for sentence in _cut(each)]


def _cut(widget):
    name = type(widget).__name__
    if isinstance(widget, ElidedLabel):
        return []
    if isinstance(widget, QLabel):
        wanted = widget.fontMetrics().horizontalAdvance(widget.text())
        room = max(widget.width(), 1)
        if widget.wordWrap():
            is_cut = widget.heightForWidth(room) > widget.height()
        else:
            is_cut = wanted > room
        return [f"{name} {widget.text()!r}"] if is_cut and widget.text() else []
    if isinstance(widget, KeyButton | QCheckBox):
        is_cut = widget.sizeHint().width() > widget.width() or _is_hidden_in_part(widget)
        return [f"{name} {widget.accessibleName() or widget.text()!r}"] if is_cut else []
    return []


def overflowing_in(window):
    """Return the areas whose content goes past the right edge, where nothing shows it."""
    areas = (each for each in window.findChildren(QScrollArea) if each.isVisible())
    return [
        each
        for each in areas
        if each.horizontalScrollBarPolicy() == NEVER
        and each.widget() is not None
        and each.widget().width() > each.viewport().width()
    ]


def _is_hidden_in_part(widget):
    """Return whether something covers it, in a place that does not scroll."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return False
        parent = parent.parentWidget()
    return widget.visibleRegion().boundingRect() != widget.rect()
