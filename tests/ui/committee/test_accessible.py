"""Every step, in both themes and two sizes: every control named, every word whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.theme.theme import Scheme
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.labels import ElidedLabel

pytestmark = pytest.mark.retold

KEY = Qt.Key
CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QPlainTextEdit,
    QTextEdit,
    QAbstractSpinBox,
    QAbstractItemView,
)
"""What a screen reader must be able to name."""

AROUND = (Step.ROLL_CALL, Step.BETWEEN, Step.PRESENTATION, Step.BALLOT, Step.RESULT)


def walk(window, press):
    """Go through a whole meeting by keys; yield each step when it is first reached."""
    seen = set()
    for _each in range(60):
        if window.step not in seen:
            seen.add(window.step)
            yield window.step
        if window.step is Step.CLOSED:
            return
        before = window.next_label
        press(window, KEY.Key_Escape, " ")
        if window.next_label == before:
            press(window, "t", KEY.Key_Return)
        if window.next_label == before:
            press(window, KEY.Key_Escape, "o")
        if window.next_label == before:
            press(window, "j", "motif", (KEY.Key_Return, Qt.KeyboardModifier.ControlModifier))


def unnamed(window):
    """Return the controls that nobody can name."""
    shown = (each for each in window.findChildren(QWidget) if each.isVisible())
    controls = (each for each in shown if isinstance(each, CONTROLS))
    return [
        f"{type(each).__name__} {each.objectName()}"
        for each in controls
        if not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and each.text())
        and not each.objectName().startswith("qt_")
        and not isinstance(each.parent(), QLineEdit | QComboBox | QAbstractSpinBox)
        and not is_inside_of_qt(each)
    ]


def is_inside_of_qt(widget):
    """Return whether it is a part of a calendar or of a list that drops down."""
    each = widget.parent()
    while each is not None:
        if each.metaObject().className() in {"QCalendarWidget", "QComboBoxPrivateContainer"}:
            return True
        each = each.parent()
    return False


def clipped(window):
    """Return what is narrower than its own text, outside of the step itself."""
    shown = (each for each in window.findChildren(QWidget) if each.isVisible())
    return [each.text() for each in shown if is_cut(each) and not is_in_pane(each)]


def is_in_pane(widget):
    each = widget
    while each is not None:
        if each.metaObject().className().endswith("Step"):
            return True
        each = each.parentWidget()
    return False


def is_cut(widget):
    if isinstance(widget, ElidedLabel) or not isinstance(widget, QLabel | KeyButton):
        return False
    if isinstance(widget, KeyButton):
        return widget.sizeHint().width() > widget.width() or is_covered(widget)
    room = max(widget.width(), 1)
    if widget.wordWrap():
        return bool(widget.text()) and widget.heightForWidth(room) > widget.height()
    return widget.fontMetrics().horizontalAdvance(widget.text()) > room


def is_covered(widget):
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea | QScrollArea):
            return False
        parent = parent.parentWidget()
    return widget.visibleRegion().boundingRect() != widget.rect()


@pytest.mark.dressed
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_control_has_a_name_and_every_word_its_room(room, press, theme, scheme, size):
    theme.set_scheme(scheme)
    window = room.open_window(*size)
    reached = []
    for step in walk(window, press):
        reached.append(step)
        assert unnamed(window) == [], step
        assert clipped(window) == [], step
    assert set(AROUND) <= set(reached)
    assert reached[-1] is Step.CLOSED


@pytest.mark.dressed
@pytest.mark.parametrize("size", [(1024, 640), (1200, 700)])
def test_the_chrome_keeps_its_words_in_a_small_window(room, press, theme, size):
    theme.set_scheme(Scheme.LIGHT)
    window = room.open_window(*size)
    for _unfolded in range(2):
        assert clipped(window) == []
        press(window, KEY.Key_F4)
    for step in walk(window, press):
        if step is Step.PRESENTATION:
            break
    assert clipped(window) == []


@pytest.mark.dressed
def test_the_panels_name_their_controls(room, press):
    window = room.open_window()
    press(window, " ")
    for key in (KEY.Key_F8, "?", (KEY.Key_K, Qt.KeyboardModifier.ControlModifier), KEY.Key_F10):
        press(window, key)
        assert unnamed(window) == []
        for each in window.findChildren(QWidget):
            if each.isWindow() and each.isVisible():
                each.close()
