"""A meeting that has no quorum, or no more: closed by a key pressed twice."""

import pytest
from PySide6.QtWidgets import QLabel

from alize_desktop.models.enums import AttendanceKind, DossierState, MeetingState
from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.ui.committee.plan import Step


def plain(text):
    return text.replace("\u00a0", " ")


def is_offered(window):
    found = [each for each in window.registry.actions() if "faute de quorum" in each.text]
    return [each.is_possible() for each in found]


@pytest.fixture
def left(room, press):
    """The window of a meeting whose quorum was established, then lost."""
    window = room.open_window()
    press(window, " ", "t", " ", " ")
    assert is_offered(window) == [False]
    members = [each.member.id for each in room.state().attendance[:9]]
    leave = room.services.committee.record_attendance
    for each in members:
        room.bus.changed.emit(leave(room.meeting, each, AttendanceKind.DEPARTED), None)
    return window


def test_without_quorum_at_the_opening_the_meeting_is_closed(room, press, picture):
    window = room.open_window()
    press(window, " ", *"pp", *"e" * 15, " ")
    assert window.step is Step.QUORUM
    assert plain(window.next_label) == "Constater le quorum : il manque 7 membres"
    picture(window, "committee-without-quorum")
    press(window, "x")
    assert window.step is Step.QUORUM
    press(window, "x")
    assert window.step is Step.CLOSED
    detail = room.services.meetings.detail(room.meeting)
    assert (detail.row.state, detail.row.decided) == (MeetingState.CLOSED, 0)
    rows = room.services.dossiers.search(DossierQuery()).rows
    states = {each.number: each.state for each in rows}
    assert states["2026-006"] is DossierState.COMPLETE  # it waits for another meeting


def test_with_a_quorum_the_key_closes_nothing(room, press):
    window = room.open_window()
    press(window, " ", "t", " ")
    assert window.step is Step.QUORUM
    press(window, "x", "x")
    assert window.step is Step.QUORUM
    assert is_offered(window) == [False]


def test_a_quorum_that_is_lost_closes_the_meeting_too(room, left, press):
    assert is_offered(left) == [True]
    lost = left.findChild(QLabel, "quorum_lost")
    assert "Le quorum n’est plus atteint" in lost.text()
    press(left, "x", "x")
    assert left.step is Step.CLOSED
    assert room.state().row.state is MeetingState.CLOSED
