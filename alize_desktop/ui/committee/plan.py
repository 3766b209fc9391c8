"""Which step of the meeting is shown: a pure function of the file and of one detour.

What happened decides nearly everything. What the file cannot know (whether the
operator reads the result or already fills in the decision) is a ``Detour``, kept in
the file too, so that a program that was killed reopens at the same step.
"""

from enum import StrEnum

from alize_desktop.models.enums import ItemStep, MeetingState
from alize_desktop.models.records.committee import CommitteeState, ScreenPosition
from alize_desktop.models.records.meetings import AgendaLine


class Step(StrEnum):
    """What the centre of the committee window shows."""

    OPENING = "opening"
    ROLL_CALL = "roll_call"
    QUORUM = "quorum"
    BETWEEN = "between"
    STANDING = "standing"
    PRESENTATION = "presentation"
    RECUSALS = "recusals"
    DELIBERATION = "deliberation"
    BALLOT = "ballot"
    RESULT = "result"
    CORRECTION = "correction"
    COUNTER_PROPOSAL = "counter_proposal"
    DECISION = "decision"
    CLOSING = "closing"
    CLOSED = "closed"


class Detour(StrEnum):
    """Where the operator went of his own accord; named as the step it leads to."""

    NONE = "none"
    ROLL_CALL = "roll_call"
    QUORUM = "quorum"
    RECUSALS = "recusals"
    DELIBERATION = "deliberation"
    CORRECTION = "correction"
    COUNTER_PROPOSAL = "counter_proposal"
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
    (ItemStep.PRESENTED, Detour.DELIBERATION): Step.DELIBERATION,
    (ItemStep.PRESENTED, Detour.DECISION): Step.DECISION,
    (ItemStep.BALLOT_OPEN, Detour.RECUSALS): Step.RECUSALS,
    (ItemStep.PROCLAIMED, Detour.RECUSALS): Step.RECUSALS,
    (ItemStep.PROCLAIMED, Detour.CORRECTION): Step.CORRECTION,
    (ItemStep.PROCLAIMED, Detour.COUNTER_PROPOSAL): Step.COUNTER_PROPOSAL,
    (ItemStep.PROCLAIMED, Detour.DECISION): Step.DECISION,
}

_ANYWHERE = {Detour.ROLL_CALL: Step.ROLL_CALL, Detour.CLOSING: Step.CLOSING}

MEETING_STEPS = (Step.OPENING, Step.ROLL_CALL, Step.QUORUM)
"""Steps before the first dossier, in order."""

DOSSIER_STEPS = (
    Step.PRESENTATION,
    Step.RECUSALS,
    Step.DELIBERATION,
    Step.BALLOT,
    Step.RESULT,
    Step.DECISION,
)
"""Steps of one dossier, in order."""

ITEM_STEPS = frozenset((*DOSSIER_STEPS, Step.CORRECTION, Step.COUNTER_PROPOSAL))
"""Every step that is about the dossier under way."""

_BACK = {
    Step.RECUSALS: Detour.NONE,
    Step.DELIBERATION: Detour.RECUSALS,
    Step.BALLOT: Detour.RECUSALS,
    Step.CORRECTION: Detour.NONE,
    Step.COUNTER_PROPOSAL: Detour.NONE,
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
        prepared = state.row.state in (MeetingState.PREPARATION, MeetingState.CONVENED)
        return Step.OPENING if prepared else Step.CLOSED
    if state.quorum_at is None:
        complete = detour is Detour.QUORUM and not uncalled(state)
        return Step.QUORUM if complete else Step.ROLL_CALL
    if detour in _ANYWHERE:
        return _ANYWHERE[detour]
    if state.standing is not None:
        return Step.STANDING
    if state.current is None:
        return Step.BETWEEN
    at = state.current.line.step
    return _DETOURS.get((at, detour), _ITEM_STEPS[at])


def position_of(state: CommitteeState, detour: Detour) -> ScreenPosition:
    """Return what to keep of where the operator is."""
    point = point_under_way(state)
    return ScreenPosition(step_of(state, detour).value, point.id if point else None)


def point_under_way(state: CommitteeState) -> AgendaLine | None:
    """Return the point of the agenda that the committee is on, a dossier or another."""
    return state.current.line if state.current else state.standing


def detour_on_opening(state: CommitteeState) -> Detour:
    """Return where to reopen a meeting: where it was left, if it is still there.

    Without a position, at the quorum once everybody is called, at the recusals once
    one is declared.
    """
    kept = state.position
    point = point_under_way(state)
    if kept is not None and kept.item_id == (point.id if point else None):
        return next((each for each in Detour if each.value == kept.step), Detour.NONE)
    if state.quorum_at is None:
        return Detour.NONE if uncalled(state) else Detour.QUORUM
    current = state.current
    if current and current.line.step is ItemStep.PRESENTED and current.line.recused:
        return Detour.RECUSALS
    return Detour.NONE


def back_from(step: Step) -> Detour | None:
    """Return the detour that goes one step back without writing; None for none."""
    return _BACK.get(step)


def uncalled(state: CommitteeState) -> int:
    """Return how many members with a seat the roll has not reached."""
    return sum(each.kind is None and each.member.has_seat for each in state.attendance)


def waiting_points(state: CommitteeState) -> tuple[AgendaLine, ...]:
    """Return the points that wait for their turn, the next one first."""
    waiting = (line for line in state.agenda if line.step is ItemStep.PENDING)
    return tuple(sorted(waiting, key=lambda line: (line.turn, line.position)))
