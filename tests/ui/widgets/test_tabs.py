"""Tabs: those that do not fit go to « Plus », never off the edge."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from alize_desktop.ui.widgets.tabs import TabStrip


@pytest.fixture
def strip(show, panes):
    return show(TabStrip(panes, "Volets"), 560, 60)


@pytest.fixture
def heard(strip):
    heard = []
    strip.requested.connect(heard.append)
    return heard


def assert_all_inside(strip):
    shown = [n for n in range(strip.bar.count()) if strip.bar.isTabVisible(n)]
    right = max(strip.bar.tabRect(number).right() for number in shown)
    assert right <= strip.width()
    if strip.more.isVisible():
        assert strip.more.geometry().right() <= strip.width()


@pytest.mark.parametrize("width", [240, 400, 560, 800, 2000])
@pytest.mark.parametrize("current", ["entreprise", "pièces", "journal"])
def test_no_tab_is_off_the_edge_and_none_is_lost(qtbot, strip, width, current, panes):
    strip.set_current(current)
    strip.resize(width, 60)
    qtbot.wait(1)
    assert_all_inside(strip)
    assert strip.current() == current
    assert current not in strip.hidden_keys()
    assert strip.more.isVisible() == bool(strip.hidden_keys())


def test_there_is_no_plus_when_all_fit(qtbot, strip):
    strip.resize(2000, 60)
    qtbot.waitUntil(lambda: not strip.more.isVisible())
    assert strip.hidden_keys() == ()


def test_the_menu_holds_the_others_and_goes_there(qtbot, strip, heard):
    hidden = strip.hidden_keys()
    strip.more.click()
    menu = strip.findChild(QMenu)
    assert [action.text().lower() for action in menu.actions()] == list(hidden)
    menu.actions()[-1].trigger()
    menu.close()
    assert heard == ["journal"]
    assert strip.current() == "journal"
    assert "journal" not in strip.hidden_keys()


def test_showing_a_tab_says_nothing(strip, heard):
    strip.set_current("journal")
    strip.set_badge("pièces", "7")
    strip.resize(300, 60)
    assert heard == []
    assert strip.current() == "journal"


def test_a_click_asks_for_a_tab(qtbot, strip, heard):
    place = strip.bar.tabRect(1).center()
    qtbot.mouseClick(strip.bar, Qt.MouseButton.LeftButton, pos=place)
    assert heard == ["projet"]


def test_the_arrows_move_along_the_row(qtbot, strip, heard):
    strip.bar.setFocus()
    qtbot.keyClick(strip.bar, Qt.Key.Key_Right)
    assert heard == ["projet"]


def test_control_tab_goes_round(qtbot, strip, heard):
    strip.activateWindow()
    qtbot.waitUntil(strip.isActiveWindow)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    strip.bar.setFocus()
    qtbot.keyClick(strip.bar, Qt.Key.Key_Backtab, control | shift)
    qtbot.keyClick(strip.bar, Qt.Key.Key_Tab, control)
    qtbot.keyClick(strip.bar, Qt.Key.Key_Tab, control)
    assert heard == ["journal", "entreprise", "projet"]


def test_control_tab_never_scrolls_the_row_away(strip, panes):
    strip.resize(400, 60)
    for _each in panes:
        strip._move(1)
        strip.set_badge("pièces", str(len(strip.hidden_keys())))
        shown = [n for n in range(strip.bar.count()) if strip.bar.isTabVisible(n)]
        assert strip.bar.tabRect(shown[0]).left() == 0
        assert strip.bar.currentIndex() in shown


def test_a_badge_follows_the_label(strip):
    strip.resize(2000, 60)
    strip.set_badge("pièces", "7")
    assert strip.bar.tabText(6) == "Pièces 7"
    strip.set_badge("pièces", "")
    assert strip.bar.tabText(6) == "Pièces"


def test_tabs_are_arranged_again_when_the_text_grows(qtbot, strip, theme):
    before = len(strip.hidden_keys())
    theme.set_text_scale(150)
    qtbot.waitUntil(lambda: len(strip.hidden_keys()) > before)
    assert_all_inside(strip)
