"""From the list of every mission, and from what is due, to the mission in its dossier."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from alize_desktop.models.enums import FollowUpKind
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.models.records.missions import MissionRow
from alize_desktop.rules.missions import account
from alize_desktop.ui.missions.view import MissionsView
from tests.mission_records import SHEET

DAY = date(2026, 3, 2)
NOBODY = UUID(int=7)


@pytest.fixture
def dossier(services):
    return services.dossiers.by_number("2026-003")


def shown(window):
    return window.stack.currentWidget()


def test_a_mission_of_the_list_is_opened_in_its_dossier(window, dossier):
    window.go_to("follow_up")
    shown(window).show_page("missions")
    row = MissionRow(
        NOBODY, "2026-M001", dossier, "2026-003", "Val", "Écho", SHEET, account(SHEET, (), DAY)
    )
    page = shown(window).page("missions")
    for each in (row, replace(row, sheet=replace(SHEET, starts_on=None, ends_on=None))):
        page.opened.emit(each)
        assert window.body.navigation.current() == "dossiers"
        assert shown(window).browser.table.chosen() == dossier
        panes = shown(window).editor.panes
        assert panes.tabs.current() == "missions"
        assert panes.findChild(MissionsView).isVisible()


def test_an_approval_to_sign_leads_to_the_missions_of_its_dossier(window, dossier):
    window.go_to("follow_up")
    item = FollowUpItem(
        FollowUpKind.MISSION, DAY, is_late=False, subject_id=NOBODY, number="", dossier_id=dossier
    )
    shown(window).opened.emit(item)
    assert shown(window).editor.panes.tabs.current() == "missions"


def test_papers_and_places_asked_from_a_mission_reach_the_window(qtbot, window, dossier):
    screen = shown(window)
    screen.show_dossier(dossier)
    screen.editor.panes.show_pane("missions")
    view = screen.editor.panes.findChild(MissionsView)
    with qtbot.waitSignal(window.stack.paper_asked, timeout=1000):
        view.paper_asked.emit("convention.pdf", lambda _path: iter(()))
    view.place_asked.emit("partners")
    assert window.body.navigation.current() == "partners"
