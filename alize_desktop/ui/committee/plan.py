"""Which step of the meeting is shown: a pure function of the file and of one detour.

What the file holds decides nearly everything, so a program that was killed
reopens at the same step. The file does not say whether the operator reads the
result or already fills in the decision: that is a ``Detour``, kept in memory.
"""

from enum import StrEnum

from alize_desktop.models.enums import ItemStep, MeetingState
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.meetings import AgendaLine


class Step(StrEnum):
    """What the centre of the committee window shows."""

    OPENING = "opening"
    ROLL_CALL = "roll_call"
    QUORUM = "quorum"
    BETWEEN = "between"
    PRESENTATION = "presentation"
    RECUSALS = "recusals"
    BALLOT = "ballot"
    RESULT = "result"
    DECISION = "decision"
    CLOSING = "closing"
    CLOSED = "closed"


class Detour(StrEnum):
    """Where the operator went of his own accord; not in the file."""

    NONE = "none"
    ROLL_CALL = "roll_call"
    QUORUM = "quorum"
    RECUSALS = "recusals"
    DECISION = "decision"
    CLOSING = "closing"


_ITEM_STEPS = {
    ItemStep.PENDING: Step.BETWEEN,
    ItemStep.PRESENTED: Step.PRESENTATION,
    ItemStep.BALLOT_OPEN: Step.BALLOT,
    ItemStep.BALLOT_CLOSED: Step.RESULT,
    ItemStep.PROCLAIMED: Step.RESULT,
    ItemStep.DECIDED: Step.BETWEEN,
}

_DETOURS = {
    (ItemStep.PRESENTED, Detour.RECUSALS): Step.RECUSALS,
    (ItemStep.PRESENTED, Detour.DECISION): Step.DECISION,
    (ItemStep.PROCLAIMED, Detour.DECISION): Step.DECISION,
}

_ANYWHERE = {Detour.ROLL_CALL: Step.ROLL_CALL, Detour.CLOSING: Step.CLOSING}

MEETING_STEPS = (Step.OPENING, Step.ROLL_CALL, Step.QUORUM)
"""Steps before the first dossier, in order."""

DOSSIER_STEPS = (Step.PRESENTATION, Step.RECUSALS, Step.BALLOT, Step.RESULT, Step.DECISION)
"""Steps of one dossier, in order."""

_BACK = {
    Step.RECUSALS: Detour.NONE,
    Step.DECISION: Detour.NONE,
    Step.CLOSING: Detour.NONE,
    Step.QUORUM: Detour.NONE,
}


def step_of(state: CommitteeState, detour: Detour) -> Step:
    """Return the step to show.

    Args:
        state: The meeting as the file holds it.
        detour: Where the operator went; ignored where it makes no sense.
    """
    if state.row.state is not MeetingState.OPEN:
        prepared = state.row.state is MeetingState.PREPARATION
        return Step.OPENING if prepared else Step.CLOSED
    if state.quorum_at is None:
        complete = detour is Detour.QUORUM and not uncalled(state)
        return Step.QUORUM if complete else Step.ROLL_CALL
    if detour in _ANYWHERE:
        return _ANYWHERE[detour]
    if state.current is None:
        return Step.BETWEEN
    at = state.current.line.step
    return _DETOURS.get((at, detour), _ITEM_STEPS[at])


def detour_on_opening(state: CommitteeState) -> Detour:
    """Return where to reopen a meeting.

    At the quorum once everybody is called, at the recusals once one is declared.
    """
    if state.quorum_at is None:
        return Detour.NONE if uncalled(state) else Detour.QUORUM
    current = state.current
    if current and current.line.step is ItemStep.PRESENTED and current.line.recused:
        return Detour.RECUSALS
    return Detour.NONE


def back_from(state: CommitteeState, step: Step, detour: Detour) -> Detour | None:
    """Return the detour that goes one step back; None where one cannot go back."""
    if step is Step.ROLL_CALL and detour is Detour.ROLL_CALL:
        return detour_on_opening(state)
    return _BACK.get(step)


def uncalled(state: CommitteeState) -> int:
    """Return how many members with a seat the roll has not reached."""
    return sum(each.kind is None and each.member.has_seat for each in state.attendance)


def without_outcome(state: CommitteeState) -> tuple[AgendaLine, ...]:
    """Return the dossiers of the agenda that have no outcome, in order."""
    lines = (line for line in state.agenda if line.outcome is None)
    return tuple(sorted(lines, key=lambda line: line.position))
