"""Transitions of a dossier."""

from itertools import pairwise

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DossierState as State
from alize_desktop.rules.dossier_states import (
    allowed_transitions,
    check_transition,
    needs_reason,
)

WAY = [State.FILED, State.UNDER_APPRAISAL, State.COMPLETE, State.SCHEDULED, State.DECIDED]


def test_a_dossier_goes_from_filed_to_decided_without_explaining():
    for before, after in pairwise(WAY):
        check_transition(before, after)


@pytest.mark.parametrize("state", [state for state in State if state is not State.DECIDED])
def test_an_undecided_dossier_may_be_withdrawn_and_reopened(state):
    if state is State.WITHDRAWN:
        assert allowed_transitions(state) == {State.FILED}
    else:
        assert needs_reason(state, State.WITHDRAWN)


def test_a_decided_dossier_goes_nowhere():
    assert allowed_transitions(State.DECIDED) == frozenset()


def test_a_deferred_dossier_comes_back():
    assert allowed_transitions(State.DEFERRED) == {
        State.UNDER_APPRAISAL,
        State.AWAITING_DOCUMENTS,
        State.COMPLETE,
        State.SCHEDULED,
        State.WITHDRAWN,
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (State.SCHEDULED, State.COMPLETE),
        (State.COMPLETE, State.UNDER_APPRAISAL),
        (State.UNDER_APPRAISAL, State.AWAITING_DOCUMENTS),
        (State.WITHDRAWN, State.FILED),
    ],
)
def test_going_back_needs_a_reason(before, after):
    with pytest.raises(UserError) as refused:
        check_transition(before, after, "  ")
    assert refused.value.code is ErrorCode.REASON_MISSING
    check_transition(before, after, "Comptes 2025 attendus")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (State.FILED, State.DECIDED),
        (State.FILED, State.FILED),
        (State.DECIDED, State.WITHDRAWN),
        (State.WITHDRAWN, State.COMPLETE),
    ],
)
def test_steps_are_not_skipped(before, after):
    with pytest.raises(UserError) as refused:
        check_transition(before, after, "Motif")
    assert refused.value.code is ErrorCode.TRANSITION_REFUSED
