"""Which step is shown, decided by the file and one detour."""

from dataclasses import replace

import pytest

from alize_desktop.models.enums import AttendanceKind, ItemStep, MeetingState
from alize_desktop.ui.committee.plan import (
    Detour,
    Step,
    back_from,
    detour_on_opening,
    step_of,
    uncalled,
    without_outcome,
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


def test_one_goes_back_only_where_nothing_is_recorded(make):
    state = make.state(make.item())
    assert back_from(state, Step.RECUSALS, Detour.RECUSALS) is Detour.NONE
    assert back_from(state, Step.ROLL_CALL, Detour.ROLL_CALL) is Detour.NONE
    assert back_from(state, Step.BALLOT, Detour.NONE) is None
    assert back_from(state, Step.ROLL_CALL, Detour.NONE) is None


def test_what_has_no_outcome_is_listed_in_order(make):
    state = make.state(agenda=(make.line(2), make.line(1)))
    assert [line.position for line in without_outcome(state)] == [1, 2]
