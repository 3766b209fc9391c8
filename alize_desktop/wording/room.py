"""What the room sees of a meeting, built from what the operator's screen holds.

The one door between the two: a ``CommitteeState`` goes in, with opinions, grounds,
reasons and votes; a ``RoomState`` comes out, which has no place for them. The room
follows the meeting by itself; the operator may force a layout, never what the
meeting has not proclaimed yet.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from alize_desktop.models.enums import ItemStep, MeetingState, RoomLayout
from alize_desktop.models.records.committee import CommitteeState, CurrentItem
from alize_desktop.models.records.room import RoomControls, RoomState
from alize_desktop.wording.dates import long_date_with_day
from alize_desktop.wording.room_dossier import (
    deliberation_page,
    dossier_page,
    last_result_page,
    result_page,
    standing_page,
    vote_page,
)
from alize_desktop.wording.room_meeting import (
    agenda_page,
    body_title,
    closed_page,
    last_decision,
    quorum_page,
    roll_call_page,
    summary_page,
    suspension_page,
    welcome_page,
)

DELIBERATION_STEP: Final = "deliberation"
CLOSING_STEP: Final = "closing"
"""Steps of the operator's screen that the file alone does not tell."""

_PREPARED: Final = (MeetingState.PREPARATION, MeetingState.CONVENED)
_OVER: Final = (MeetingState.CLOSED, MeetingState.APPROVED)

_Page = Callable[[CommitteeState, RoomControls], RoomState]

_MEETING_PAGES: Final[Mapping[RoomLayout, _Page]] = {
    RoomLayout.WELCOME: welcome_page,
    RoomLayout.AGENDA: agenda_page,
    RoomLayout.ROLL_CALL: roll_call_page,
    RoomLayout.QUORUM: quorum_page,
    RoomLayout.SUMMARY: summary_page,
    RoomLayout.SUSPENSION: suspension_page,
    RoomLayout.CLOSED: closed_page,
}


def room_state(state: CommitteeState, controls: RoomControls) -> RoomState:
    """Return what the room shows of a meeting.

    A layout that is forced but cannot be shown now is ignored: no result before
    its proclamation, no other company while the applicant is in the room.

    Args:
        state: The meeting as the file holds it.
        controls: What the operator asks of the room.
    """
    if controls.is_black:
        return RoomState(RoomLayout.BLACK)
    layout = controls.layout
    if layout is None or layout not in room_layouts(state, controls):
        layout = _followed(state, controls)
    if layout is RoomLayout.BLACK:
        return RoomState(RoomLayout.BLACK)
    basin = state.programme.basin.strip()
    body = body_title(state.programme)
    return replace(
        _page(layout, state, controls),
        body=f"{body} · {basin}" if basin else body,
        day=long_date_with_day(state.row.draft.held_on),
        is_private=controls.is_private,
        is_guarded=controls.is_guarded,
        is_rehearsal=controls.is_rehearsal,
    )


def room_layouts(state: CommitteeState, controls: RoomControls) -> tuple[RoomLayout, ...]:
    """Return the layouts that the operator may force now, in the order of a meeting."""
    opened = state.opened_at is not None
    current = state.current
    free = not controls.is_guarded
    possible = {
        RoomLayout.WELCOME: True,
        RoomLayout.AGENDA: free,
        RoomLayout.ROLL_CALL: opened,
        RoomLayout.QUORUM: opened,
        RoomLayout.DOSSIER: current is not None or (free and state.standing is not None),
        RoomLayout.DELIBERATION: current is not None,
        RoomLayout.VOTE: current is not None and _is_voting(current),
        RoomLayout.RESULT: _has_result(state, controls),
        RoomLayout.SUMMARY: free and opened,
        RoomLayout.SUSPENSION: state.suspension is not None,
        RoomLayout.BLACK: True,
        RoomLayout.CLOSED: state.row.state in _OVER,
    }
    return tuple(layout for layout, may in possible.items() if may)


def _page(layout: RoomLayout, state: CommitteeState, controls: RoomControls) -> RoomState:
    if layout in _MEETING_PAGES:
        return _MEETING_PAGES[layout](state, controls)
    if state.current is not None:
        return _dossier_page(layout, state.current, state, controls)
    if state.standing is not None and layout is RoomLayout.DOSSIER:
        return standing_page(state.standing)
    return last_result_page(state, controls)


def _dossier_page(
    layout: RoomLayout, current: CurrentItem, state: CommitteeState, controls: RoomControls
) -> RoomState:
    if layout is RoomLayout.VOTE:
        return vote_page(current, controls)
    if layout is RoomLayout.RESULT:
        return result_page(current, state, controls)
    if layout is RoomLayout.DOSSIER and not controls.is_private:
        return dossier_page(current)
    return deliberation_page(current, controls)


def _followed(state: CommitteeState, controls: RoomControls) -> RoomLayout:
    if state.row.state in _PREPARED:
        return RoomLayout.WELCOME
    if state.row.state in _OVER:
        return RoomLayout.CLOSED
    if state.suspension is not None:
        return RoomLayout.SUSPENSION
    if state.quorum_at is None:
        return RoomLayout.ROLL_CALL
    if state.current is not None:
        return _of_dossier(state, state.current, controls)
    return RoomLayout.WELCOME if controls.is_guarded else _between(state, controls)


def _of_dossier(state: CommitteeState, current: CurrentItem, controls: RoomControls) -> RoomLayout:
    if _is_told(current):
        return RoomLayout.RESULT
    if _is_voting(current):
        return RoomLayout.VOTE
    deliberates = _step(state, controls) == DELIBERATION_STEP
    return RoomLayout.DELIBERATION if deliberates else RoomLayout.DOSSIER


def _between(state: CommitteeState, controls: RoomControls) -> RoomLayout:
    if state.standing is not None:
        return RoomLayout.DOSSIER
    if _step(state, controls) == CLOSING_STEP:
        return RoomLayout.SUMMARY
    return RoomLayout.RESULT if _was_just_decided(state) else RoomLayout.AGENDA


def _step(state: CommitteeState, controls: RoomControls) -> str:
    """Return the step of the operator, unless the one on file is of another point."""
    if controls.step or state.position is None:
        return controls.step
    item_id = state.current.line.id if state.current else None
    return state.position.step if state.position.item_id in (None, item_id) else ""


def _is_voting(current: CurrentItem) -> bool:
    return current.ballot is not None and not _is_told(current)


def _is_told(current: CurrentItem) -> bool:
    """Return whether the room has heard what became of the dossier."""
    if current.decision is not None:
        return True
    return current.ballot is not None and current.ballot.proclaimed_at is not None


def _has_result(state: CommitteeState, controls: RoomControls) -> bool:
    if state.current is not None:
        return _is_told(state.current)
    return not controls.is_guarded and last_decision(state) is not None


def _was_just_decided(state: CommitteeState) -> bool:
    """Return whether a decision was the last thing done: no standing point came after."""
    last = last_decision(state)
    if last is None:
        return False
    line, _decision = last
    after = (each for each in state.agenda if each.turn > line.turn)
    return not any(each.dossier_id is None and each.step is ItemStep.DECIDED for each in after)
