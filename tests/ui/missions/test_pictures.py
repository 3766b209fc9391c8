"""The screens of missions looked at: nothing is cut, in both themes and at 130 %."""

import pytest
from PySide6.QtTest import QTest

from alize_desktop.ui.missions.actions import MissionAction
from alize_desktop.ui.missions.page import MissionsPage
from alize_desktop.ui.theme.theme import Scheme
from alize_desktop.ui.widgets.form_dialog import FormDialog
from tests.ui.clipping import clipped_in, overflowing_in
from tests.ui.missions.conftest import GRANTED, LENT, PAST

pytestmark = [pytest.mark.dressed]

LOOKS = [(Scheme.LIGHT, 100, 470), (Scheme.DARK, 100, 960), (Scheme.LIGHT, 130, 500)]


def is_whole(widget):
    """Return whether nothing is cut, once the layouts have settled."""
    for _ in range(50):
        QTest.qWait(10)
        if not clipped_in(widget):
            return True
    return False


@pytest.fixture(params=LOOKS, ids=lambda each: f"{each[0].value}-{each[1]}-{each[2]}")
def looked_at(request, theme, desk):
    """The view in a theme, at a text size and a width."""
    scheme, scale, width = request.param
    theme.set_scheme(scheme)
    theme.set_text_scale(scale)
    desk.window.resize(width, 2400)
    desk.view.resize(width, 2400)
    return desk


@pytest.mark.parametrize(("number", "mission"), [(LENT, 0), (LENT, 1), (PAST, 0), (GRANTED, 0)])
def test_no_word_of_a_dossier_is_cut(looked_at, number, mission):
    looked_at.show(number, mission)
    assert is_whole(looked_at.window)
    tables = (looked_at.view.list.table, looked_at.view.pane.events.table)
    assert not any(each.horizontalScrollBar().isVisible() for each in tables)


@pytest.mark.parametrize("action", [MissionAction.DAYS, MissionAction.CONFIRM, MissionAction.EDIT])
def test_no_word_of_a_dialog_is_cut(looked_at, action):
    looked_at.show(LENT)
    looked_at.press(action)
    dialog = looked_at.dialog(FormDialog)
    assert is_whole(dialog)
    assert overflowing_in(dialog) == []


@pytest.mark.parametrize(("scale", "width"), [(100, 960), (130, 1240)])
def test_no_word_of_the_page_is_cut(qtbot, theme, tools, scale, width):
    theme.set_text_scale(scale)
    page = MissionsPage(tools)
    qtbot.addWidget(page)
    page.resize(width, 560)
    page.show()
    page.refresh()
    assert is_whole(page)
    assert not page.table.horizontalScrollBar().isVisible()
