"""One advance on a small screen: nothing is cut, and the keyboard reads it all."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from tests.ui.advances.conftest import LATE
from tests.ui.clipping import clipped_in, overflowing_in

SIZES = [(951, 560), (1293, 688)]
"""What the window leaves to the screen at 1024×640 and at 1366×768."""


@pytest.fixture
def amended(amendable, qtbot):
    """The late advance, once an amendment gave it a second version."""
    desk = amendable
    desk.screen.deeds.do(desk.pane.actions_bar.rare()[0].AMEND, desk.pane.detail)
    dialog = desk.dialog()
    dialog.count.edit.setText("8")
    dialog.author.set_value("Odile")
    with qtbot.waitSignal(desk.screen.said):
        dialog.action.click()
    return desk


@pytest.mark.dressed
def test_no_text_of_an_advance_is_cut(amended, theme, qtbot):
    pane = amended.pane
    for percent, size in product((100, 130), SIZES):
        theme.set_text_scale(percent)
        amended.screen.resize(*size)
        for tab in ("situation", "schedule", "history"):
            pane.show_tab(tab)
            qtbot.wait(10)
            assert clipped_in(pane) + overflowing_in(pane) == [], (percent, size, tab)
        pane.show_tab("schedule")
        pane.schedule.compare.setChecked(True)
        qtbot.wait(10)
        assert clipped_in(pane) + overflowing_in(pane) == [], (percent, size, "comparison")
        table = pane.schedule.comparison
        assert table.horizontalHeader().length() <= table.viewport().width(), (percent, size)
        pane.schedule.compare.setChecked(False)


@pytest.mark.dressed
def test_the_page_keys_read_the_whole_situation(desk, theme, press, qtbot):
    theme.set_text_scale(130)
    desk.screen.resize(*SIZES[0])
    desk.show(LATE)
    qtbot.wait(10)
    areas = [each for each in desk.pane.findChildren(QScrollArea) if each.isVisible()]
    assert len(areas) == 1
    bar = areas[0].verticalScrollBar()
    assert bar.maximum() > 0
    desk.pane.take_keyboard()
    press(*[Qt.Key.Key_PageDown] * 5)
    assert bar.value() == bar.maximum()
