"""The meeting read again after a vote: never anything but what the file holds."""

from contextlib import contextmanager

import pytest

from alize_desktop.models.enums import AttendanceKind, VoteChoice
from alize_desktop.models.records.committee import ScreenPosition
from alize_desktop.services.bundle import Services

ONE, TWO = "2026-001", "2026-002"


@pytest.fixture
def meeting(office):
    return office.hold(ONE, TWO)


@pytest.fixture
def item(office, meeting):
    """A ballot that is open, read before anything is answered."""
    made = office.ballot(meeting, ONE)
    office.state(meeting)
    return made


def read_anew(office, meeting):
    """Return what a program that was just opened reads."""
    return Services(office.registry).committee.state(meeting)


def test_after_each_answer_it_is_what_a_program_just_opened_reads(office, meeting, item):
    answers = ((VoteChoice.FOR, 1), (VoteChoice.AGAINST, 2), (VoteChoice.ABSTENTION, 1), (None, 2))
    for choice, seat in answers:
        office.cast(item, choice, seat)
        assert office.state(meeting) == read_anew(office, meeting)


def test_several_answers_at_once_are_read_together(office, meeting, item):
    office.cast(item, VoteChoice.AGAINST, 3, 4)
    office.services.voting.cast_remaining(item, VoteChoice.FOR)
    state = office.state(meeting)
    assert state.current.ballot.missing == 0
    assert state == read_anew(office, meeting)


def test_an_answer_costs_the_reading_of_its_ballot(office, meeting, item, max_queries):
    office.cast(item, VoteChoice.FOR, 1)
    with max_queries(3, office.registry):
        office.state(meeting)


def test_what_is_written_between_two_answers_is_read_too(office, meeting, item):
    services = office.services
    steps = (
        lambda: services.committee.record_attendance(
            meeting, office.member(5).id, AttendanceKind.DEPARTED
        ),
        lambda: services.recusals.declare(item, office.member(6).id, "Sa cousine"),
        lambda: office.edit_member(7, last_name="Durand"),
        lambda: services.voting.abandon_ballot(item),
    )
    for seat, written in enumerate(steps, 1):
        office.cast(item, VoteChoice.FOR, seat)
        written()
        assert office.state(meeting) == read_anew(office, meeting)


def test_where_the_operator_stands_is_read_though_no_line_tells_it(office, meeting, item):
    office.services.committee.keep_position(meeting, ScreenPosition("roll_call", item))
    assert office.state(meeting).position == ScreenPosition("roll_call", item)


def test_where_another_window_of_the_registry_stands_is_read_too(office, meeting, item):
    other = Services(office.registry).committee
    for position in (ScreenPosition("quorum"), ScreenPosition("roll_call", item)):
        other.keep_position(meeting, position)
        assert office.state(meeting).position == position


def test_the_state_that_was_asked_is_returned_whoever_else_asks(office, meeting, item, monkeypatch):
    """Another thread asks for another meeting just after this one was read."""
    other = office.prepare("2026-004")
    committee = office.services.committee
    read = office.registry.read

    @contextmanager
    def read_then_let_another_go_on():
        with read() as session:
            yield session
        monkeypatch.setattr(office.registry, "read", read, raising=False)
        committee.state(other)

    monkeypatch.setattr(office.registry, "read", read_then_let_another_go_on, raising=False)
    assert committee.state(meeting).row.id == meeting
    assert committee.state(meeting) == read_anew(office, meeting)


def test_another_meeting_is_read_for_itself(office, meeting, item):
    other = office.prepare("2026-004")
    assert office.state(other).row.id == other
    assert office.state(meeting) == read_anew(office, meeting)


def test_a_closed_ballot_is_read_whole(office, meeting, item):
    office.services.voting.cast_remaining(item, VoteChoice.FOR)
    office.state(meeting)
    office.services.voting.close_ballot(item)
    assert office.state(meeting).current.ballot.closed_at is not None
    assert office.state(meeting) == read_anew(office, meeting)
