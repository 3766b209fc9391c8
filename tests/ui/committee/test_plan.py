"""Which step is shown, decided by the file and one detour."""

from dataclasses import replace

import pytest

from alize_desktop.models.enums import AttendanceKind, ItemKind, ItemStep, MeetingState
from alize_desktop.models.records.committee import ScreenPosition
from alize_desktop.ui.committee.plan import (
    Detour,
    Step,
    back_from,
    detour_on_opening,
    position_of,
    step_of,
    uncalled,
    waiting_points,
)


def in_state(state, meeting_state):
    return replace(state, row=replace(state.row, state=meeting_state))


def all_called(state):
    called = tuple(replace(each, kind=AttendanceKind.PRESENT) for each in state.attendance)
    return replace(state, attendance=called)


def test_a_prepared_meeting_is_to_open_and_a_closed_one_is_closed(make):
    state = make.state()
    assert step_of(in_state(state, MeetingState.PREPARATION), Detour.NONE) is Step.OPENING
    assert step_of(in_state(state, MeetingState.CLOSED), Detour.CLOSING) is Step.CLOSED


def test_the_roll_comes_before_the_quorum(make):
    state = make.state(quorum_at=None)
    assert step_of(state, Detour.QUORUM) is Step.ROLL_CALL
    assert uncalled(state) == 5
    assert step_of(all_called(state), Detour.NONE) is Step.ROLL_CALL
    assert step_of(all_called(state), Detour.QUORUM) is Step.QUORUM


@pytest.mark.parametrize(
    ("at", "detour", "step"),
    [
        (ItemStep.PENDING, Detour.NONE, Step.BETWEEN),
        (ItemStep.PRESENTED, Detour.NONE, Step.PRESENTATION),
        (ItemStep.PRESENTED, Detour.RECUSALS, Step.RECUSALS),
        (ItemStep.PRESENTED, Detour.DECISION, Step.DECISION),
        (ItemStep.BALLOT_OPEN, Detour.DECISION, Step.BALLOT),
        (ItemStep.BALLOT_CLOSED, Detour.DECISION, Step.RESULT),
        (ItemStep.PROCLAIMED, Detour.NONE, Step.RESULT),
        (ItemStep.PROCLAIMED, Detour.DECISION, Step.DECISION),
        (ItemStep.DECIDED, Detour.NONE, Step.BETWEEN),
        (ItemStep.PRESENTED, Detour.ROLL_CALL, Step.ROLL_CALL),
        (ItemStep.PRESENTED, Detour.CLOSING, Step.CLOSING),
    ],
)
def test_the_step_of_a_dossier_is_the_one_of_the_file(make, at, detour, step):
    assert step_of(make.state(make.item(at)), detour) is step


def test_between_two_dossiers_nothing_is_under_examination(make):
    assert step_of(make.state(), Detour.NONE) is Step.BETWEEN


def test_a_meeting_reopens_where_it_was(make):
    assert detour_on_opening(make.state()) is Detour.NONE
    assert detour_on_opening(make.state(quorum_at=None)) is Detour.NONE
    assert detour_on_opening(all_called(make.state(quorum_at=None))) is Detour.QUORUM
    recused = make.item(line=make.line(1, ItemStep.PRESENTED, recused=("Mme Martin",)))
    assert detour_on_opening(make.state(recused)) is Detour.RECUSALS


def test_one_goes_back_without_writing_where_nothing_is_recorded():
    assert back_from(Step.RECUSALS) is Detour.NONE
    assert back_from(Step.DELIBERATION) is Detour.RECUSALS
    assert back_from(Step.BALLOT) is Detour.RECUSALS  # the ballot stays open
    assert back_from(Step.RESULT) is None
    assert back_from(Step.ROLL_CALL) is None
    assert back_from(Step.PRESENTATION) is None


@pytest.mark.parametrize(
    ("at", "detour"),
    [
        (ItemStep.PRESENTED, Detour.NONE),
        (ItemStep.PRESENTED, Detour.RECUSALS),
        (ItemStep.PRESENTED, Detour.DELIBERATION),
        (ItemStep.PRESENTED, Detour.DECISION),
        (ItemStep.PRESENTED, Detour.ROLL_CALL),
        (ItemStep.BALLOT_OPEN, Detour.NONE),
        (ItemStep.BALLOT_OPEN, Detour.RECUSALS),
        (ItemStep.BALLOT_CLOSED, Detour.NONE),
        (ItemStep.PROCLAIMED, Detour.NONE),
        (ItemStep.PROCLAIMED, Detour.CORRECTION),
        (ItemStep.PROCLAIMED, Detour.COUNTER_PROPOSAL),
        (ItemStep.PROCLAIMED, Detour.DECISION),
        (ItemStep.PROCLAIMED, Detour.CLOSING),
    ],
)
def test_a_position_kept_is_the_step_that_reopens(make, at, detour):
    state = make.state(make.item(at, line=make.line(1, at)))
    kept = replace(state, position=position_of(state, detour))
    assert step_of(kept, detour_on_opening(kept)) is step_of(state, detour)


def test_a_position_of_another_point_is_not_gone_back_to(make):
    state = make.state(make.item())
    elsewhere = ScreenPosition("decision", make.id("item 2"))
    assert detour_on_opening(replace(state, position=elsewhere)) is Detour.NONE


def test_a_position_from_a_later_program_is_the_step_of_the_file(make):
    state = make.state(make.item())
    unknown = ScreenPosition("hologram", make.id("item 1"))
    assert step_of(state, detour_on_opening(replace(state, position=unknown))) is Step.PRESENTATION


def test_a_standing_point_has_its_own_step(make):
    line = make.line(1, ItemStep.PRESENTED, dossier_id=None, kind=ItemKind.INFORMATION)
    state = make.state(standing=line)
    assert step_of(state, Detour.NONE) is Step.STANDING
    assert position_of(state, Detour.NONE) == ScreenPosition("standing", line.id)
    assert step_of(state, Detour.CLOSING) is Step.CLOSING


def test_a_point_moved_to_the_end_waits_there_with_its_number(make):
    agenda = (make.line(1, turn=3), make.line(2, turn=2), make.line(3, ItemStep.DECIDED, turn=1))
    assert [line.position for line in waiting_points(make.state(agenda=agenda))] == [2, 1]
