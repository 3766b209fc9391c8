"""Listens to the panes of the meeting itself, and has the conductor do what they ask."""

from collections.abc import Callable
from datetime import date
from functools import partial

from alize_desktop.models.enums import ConditionEventKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.decisions import ConditionState
from alize_desktop.models.records.meetings import ItemDraft
from alize_desktop.ui.committee.addable import addable
from alize_desktop.ui.committee.conductor import Conductor
from alize_desktop.ui.committee.plan import Detour
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.committee.steps.between import BetweenStep
from alize_desktop.ui.committee.steps.closing import ClosingStep
from alize_desktop.ui.committee.steps.opening import OpeningStep
from alize_desktop.ui.committee.steps.quorum import QuorumStep
from alize_desktop.ui.committee.steps.roll_call import RollCallStep
from alize_desktop.ui.committee.steps.standing import StandingStep


def writes(
    conductor: Conductor, act: Callable[..., Changes], then: Detour | None = None
) -> Callable[..., None]:
    """Return a slot that writes with the arguments of a signal.

    Args:
        conductor: Does it.
        act: A service method.
        then: Where it leads; None stays where one is.
    """

    def slot(*arguments: object) -> None:
        conductor.do(partial(act, *arguments), then)

    return slot


def serve_meeting(conductor: Conductor, pane: StepPane) -> bool:
    """Listen to a pane; False when it is one of a dossier."""
    committee, meeting_id = conductor.services.committee, conductor.meeting_id
    match pane:
        case OpeningStep():
            pane.open_asked.connect(
                writes(conductor, partial(committee.open, meeting_id), Detour.NONE)
            )
        case RollCallStep():
            _serve_roll(conductor, pane)
        case QuorumStep():
            establish = partial(committee.establish_quorum, meeting_id)
            pane.quorum_asked.connect(writes(conductor, establish, Detour.NONE))
            pane.adjournment_asked.connect(_adjourns(conductor))
        case BetweenStep():
            _serve_between(conductor, pane)
        case StandingStep():
            _serve_standing(conductor, pane)
        case ClosingStep():
            pane.item_asked.connect(conductor.take)
            pane.roll_asked.connect(conductor.go_to_member)
            close = partial(committee.close, meeting_id)
            pane.closing_asked.connect(writes(conductor, close, Detour.NONE))
        case _:
            return False
    return True


def _serve_roll(conductor: Conductor, pane: RollCallStep) -> None:
    committee, meeting_id = conductor.services.committee, conductor.meeting_id
    pane.attendance_asked.connect(
        writes(conductor, partial(committee.record_attendance, meeting_id))
    )
    pane.all_present_asked.connect(writes(conductor, partial(committee.all_present, meeting_id)))
    pane.finished.connect(partial(_finish_roll, conductor))


def _finish_roll(conductor: Conductor) -> None:
    if conductor.state.quorum_at is None:
        conductor.go(Detour.QUORUM)
    else:
        conductor.go_back_to_meeting()


def _serve_between(conductor: Conductor, pane: BetweenStep) -> None:
    agenda, committee = conductor.services.agenda, conductor.services.committee
    meeting_id = conductor.meeting_id
    pane.item_asked.connect(conductor.take)
    pane.closing_asked.connect(partial(conductor.go, Detour.CLOSING))
    pane.roll_asked.connect(partial(conductor.go, Detour.ROLL_CALL))
    pane.last_turn_asked.connect(writes(conductor, committee.move_to_end))
    pane.proposals_asked.connect(
        lambda: pane.show_proposals(addable(conductor.services, meeting_id))
    )

    def add(draft: ItemDraft) -> Changes:
        _item_id, changes = agenda.add(meeting_id, draft)
        return changes

    pane.late_item_asked.connect(writes(conductor, add))
    pane.adjournment_asked.connect(_adjourns(conductor))


def _adjourns(conductor: Conductor) -> Callable[..., None]:
    adjourn = partial(conductor.services.life.adjourn, conductor.meeting_id)
    return writes(conductor, adjourn, Detour.NONE)


def _serve_standing(conductor: Conductor, pane: StandingStep) -> None:
    conclude = conductor.services.committee.conclude_item
    pane.conclusion_asked.connect(writes(conductor, conclude, Detour.NONE))

    def settle(shown: ConditionState, kind: ConditionEventKind, until: date | None) -> Changes:
        return conductor.services.agenda.settle_condition(
            shown.decision_id,
            shown.position,
            kind,
            until=until,
            meeting_id=conductor.meeting_id,
        )

    pane.condition_asked.connect(writes(conductor, settle))
