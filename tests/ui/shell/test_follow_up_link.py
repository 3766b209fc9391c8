"""From what is to be followed up to the screen it is about; the count of what is late."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from alize_desktop.models.enums import FollowUpKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.rules.follow_up_money import DAYS
from alize_desktop.ui.shell.follow_up_link import place_of, show_subject

Kind = FollowUpKind


def item(kind, subject, dossier=None):
    return FollowUpItem(kind, date(2026, 11, 20), True, subject, "2026-001", dossier_id=dossier)


NOBODY = UUID(int=7)


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        (Kind.JOBS, "dossiers"),
        (Kind.CONDITION, "dossiers"),
        (Kind.MISSION, "dossiers"),
        (Kind.REPAYMENT, "advances"),
        (Kind.APPROVAL, "advances"),
        (Kind.NOTICE, "meetings"),
        (Kind.PARTNER_AGREEMENT, "partners"),
    ],
)
def test_each_kind_has_its_place(kind, place):
    assert place_of(item(kind, NOBODY)) == place


def test_days_to_be_signed_are_seen_to_in_their_dossier():
    days = replace(item(Kind.APPROVAL, NOBODY), what=DAYS)
    assert place_of(days) == "dossiers"


def test_the_committee_goes_by_the_same_keys(window, a_meeting):
    committee = window.open_committee(a_meeting())
    committee.view_asked.emit(10)
    assert window.body.navigation.current() == "follow_up"
    committee.view_asked.emit(7)
    assert window.body.navigation.current() == "regulation"
    names = {each.identifier: each for each in committee.registry.actions()}
    assert names["view.10"].shortcuts[0] == "Alt+0"
    assert names["view.7"].shortcuts[0] == "Alt+7"


def test_alt_and_zero_shows_the_follow_up(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert window.body.navigation.current() == "follow_up"


@pytest.mark.parametrize(
    ("kind", "pane"),
    [(Kind.JOBS, "jobs"), (Kind.CONDITION, "decision"), (Kind.MISSION, "missions")],
)
def test_a_dossier_is_opened_from_its_line_where_it_says_more(
    window, services, screen_of, kind, pane
):
    window.go_to("follow_up")
    dossier = services.dossiers.by_number("2026-003")
    screen_of(window).opened.emit(item(kind, NOBODY, dossier))
    assert window.body.navigation.current() == "dossiers"
    assert screen_of(window).browser.table.chosen() == dossier
    assert screen_of(window).editor.panes.tabs.current() == pane


def test_a_meeting_is_opened_from_its_line(window, a_meeting, screen_of):
    meeting = a_meeting()
    window.go_to("follow_up")
    screen_of(window).opened.emit(item(Kind.NOTICE, meeting))
    assert window.body.navigation.current() == "meetings"
    assert screen_of(window).pane.meeting_id == meeting


def test_a_partner_is_opened_from_its_line(window, services, screen_of):
    partner = services.people.partners()[3].id
    window.go_to("follow_up")
    screen_of(window).opened.emit(item(Kind.PARTNER_AGREEMENT, partner))
    assert window.body.navigation.current() == "partners"
    assert screen_of(window).table.chosen() == partner


def test_an_advance_that_is_gone_leaves_its_screen_as_it_is(window, screen_of):
    window.go_to("follow_up")
    screen_of(window).opened.emit(item(Kind.REPAYMENT, NOBODY))
    assert window.body.navigation.current() == "advances"


def test_nothing_is_shown_where_there_is_no_screen():
    show_subject(None, item(Kind.NOTICE, NOBODY))


class TestTheCount:
    @pytest.fixture
    def count(self, window):
        return window.body._late

    @pytest.fixture
    def late_notice(self, a_meeting):
        """The notice of tomorrow’s meeting should have gone four days ago."""
        a_meeting()

    def badge(self, window):
        return window.body.navigation._items["follow_up"].accessibleName()

    def test_it_is_beside_the_place(self, qtbot, window, count, late_notice):
        with qtbot.waitSignal(count.counted):
            count.count()
        assert self.badge(window) == "Suivi 1"

    def test_nothing_late_shows_nothing(self, qtbot, window, count):
        with qtbot.waitSignal(count.counted):
            count.count()
        assert self.badge(window) == "Suivi"

    def test_each_change_has_it_counted_again_a_while_after(self, window, count):
        count._calm.stop()
        window.bus.changed.emit(Changes(money=True), None)
        assert count._calm.isActive()

    def test_without_a_registry_nothing_is_counted(self, window, count):
        count.count()
        window.show_welcome()
        assert not count._calm.isActive()
        window.bus.changed.emit(Changes(), None)
        assert not count._calm.isActive()
        count.count()

    def test_the_screen_itself_tells_it_too(self, window, late_notice):
        window.go_to("follow_up")
        window.stack.late_counted.emit(3)
        assert self.badge(window) == "Suivi 3"
