"""The gallery: every widget, in both themes and sizes, with nothing cut off."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from alize_desktop.ui.theme.theme import Scheme
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.labels import ElidedLabel
from alize_desktop.ui.widgets.pill import Pill

pytestmark = pytest.mark.retold


def cut_off(widget):
    """What is cut off in ``widget``, as a list of sentences."""
    if isinstance(widget, ElidedLabel):
        return []
    if isinstance(widget, QLabel) and not widget.wordWrap():
        wanted = widget.fontMetrics().horizontalAdvance(widget.text())
        return [widget.text()] if wanted > widget.width() else []
    if isinstance(widget, QLabel):
        return [widget.text()] if widget.heightForWidth(widget.width()) > widget.height() else []
    if isinstance(widget, KeyButton | Pill):
        return [repr(widget)] if widget.sizeHint().width() > widget.width() else []
    return []


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("percent", [100, 125])
def test_nothing_is_cut_off(exhibit, theme, qtbot, keep_picture, scheme, percent):
    name, widget = exhibit
    theme.set_scheme(scheme)
    theme.set_text_scale(percent)
    qtbot.wait(1)
    picture = widget.grab()
    keep_picture(picture, f"{name}-{scheme}-{percent}")
    image = picture.toImage()
    colours = {
        image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
    assert len(colours) > 5
    visible = [each for each in widget.findChildren(QWidget) if each.isVisible()]
    assert [sentence for each in visible for sentence in cut_off(each)] == []


def test_everything_the_keyboard_reaches_has_a_name(exhibit):
    _, widget = exhibit
    reached = [
        each
        for each in (widget, *widget.findChildren(QWidget))
        if each.isVisible() and each.focusPolicy().value & 1 and each.focusProxy() is None
    ]
    unnamed = [
        each
        for each in reached
        if not each.accessibleName() and not (isinstance(each, QAbstractButton) and each.text())
    ]
    assert unnamed == []


def test_the_focus_can_be_seen(exhibit, qtbot):
    _, widget = exhibit
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    reached = [
        each
        for each in (widget, *widget.findChildren(QWidget))
        if each.isVisible() and each.isEnabled() and each.focusPolicy().value & 1
    ]
    for each in reached:
        widget.setFocus()
        each.clearFocus()
        before = widget.grab().toImage()
        each.setFocus()
        assert each.hasFocus()
        assert widget.grab().toImage() != before, each
