"""Listens to the panes of one dossier, and has the conductor do what they ask."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.records.ballots import CountProtocol
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.ui.committee.conductor import Conductor
from alize_desktop.ui.committee.plan import Detour
from alize_desktop.ui.committee.serving_meeting import writes
from alize_desktop.ui.committee.steps.ballot import BallotStep
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.committee.steps.consensus import ConsensusStep
from alize_desktop.ui.committee.steps.correction import CorrectionStep
from alize_desktop.ui.committee.steps.counter_proposal import CounterProposalStep
from alize_desktop.ui.committee.steps.counts import CountsStep
from alize_desktop.ui.committee.steps.decision import DecisionStep
from alize_desktop.ui.committee.steps.deliberation import DeliberationStep
from alize_desktop.ui.committee.steps.presentation import PresentationStep
from alize_desktop.ui.committee.steps.recusals import RecusalsStep
from alize_desktop.ui.committee.steps.result import ResultStep


def serve_dossier(conductor: Conductor, pane: StepPane) -> None:
    """Listen to a pane."""
    match pane:
        case PresentationStep():
            pane.recusals_asked.connect(partial(conductor.go, Detour.RECUSALS))
            pane.deferral_asked.connect(partial(conductor.go, Detour.DECISION))
        case RecusalsStep():
            _serve_recusals(conductor, pane)
        case DeliberationStep():
            _serve_deliberation(conductor, pane)
        case ResultStep():
            _serve_result(conductor, pane)
        case CorrectionStep():
            pane.correction_asked.connect(partial(_correct, conductor, pane))
        case DecisionStep():
            pane.draft_changed.connect(partial(_show_consequences, conductor, pane))
            pane.recording_asked.connect(partial(_record, conductor))
        case _:
            _serve_ballot(conductor, pane)


def _serve_deliberation(conductor: Conductor, pane: DeliberationStep) -> None:
    voting, committee = conductor.services.voting, conductor.services.committee
    pane.ballot_asked.connect(writes(conductor, voting.open_ballot, Detour.NONE))
    pane.deferral_asked.connect(partial(conductor.go, Detour.DECISION))
    pane.last_turn_asked.connect(writes(conductor, committee.move_to_end, Detour.NONE))


def _serve_recusals(conductor: Conductor, pane: RecusalsStep) -> None:
    recusals, go = conductor.services.recusals, conductor.go
    pane.recusal_asked.connect(writes(conductor, recusals.declare))
    pane.lifting_asked.connect(writes(conductor, recusals.lift))
    pane.setting_aside_asked.connect(writes(conductor, recusals.set_aside))
    pane.deliberation_asked.connect(partial(go, Detour.DELIBERATION))
    pane.return_asked.connect(partial(go, Detour.NONE))
    pane.deferral_asked.connect(partial(go, Detour.DECISION))


def _serve_ballot(conductor: Conductor, pane: StepPane) -> None:
    voting, counted = conductor.services.voting, conductor.services.counted
    abandon = writes(conductor, voting.abandon_ballot, Detour.DELIBERATION)
    close = writes(conductor, voting.close_ballot, Detour.NONE)
    match pane:
        case BallotStep():
            pane.vote_asked.connect(writes(conductor, voting.cast))
            pane.remaining_asked.connect(writes(conductor, voting.cast_remaining))
            pane.closing_asked.connect(close)
            pane.abandoning_asked.connect(abandon)
        case CountsStep():
            pane.counts_asked.connect(writes(conductor, counted.record_counts))
            pane.closing_asked.connect(close)
            pane.abandoning_asked.connect(abandon)
        case ConsensusStep():
            pane.no_objection_asked.connect(writes(conductor, counted.no_objection, Detour.NONE))
            pane.abandoning_asked.connect(abandon)
        case CounterProposalStep():
            pane.ballot_asked.connect(writes(conductor, voting.open_ballot, Detour.NONE))


def _serve_result(conductor: Conductor, pane: ResultStep) -> None:
    voting, go = conductor.services.voting, conductor.go
    pane.proclamation_asked.connect(writes(conductor, voting.proclaim, Detour.NONE))
    pane.holding_again_asked.connect(writes(conductor, voting.open_ballot, Detour.NONE))
    pane.decision_asked.connect(partial(go, Detour.DECISION))
    pane.correction_asked.connect(partial(go, Detour.CORRECTION))
    pane.counter_proposal_asked.connect(partial(go, Detour.COUNTER_PROPOSAL))
    pane.recusals_asked.connect(partial(go, Detour.RECUSALS))


def _correct(
    conductor: Conductor,
    pane: CorrectionStep,
    item_id: UUID,
    right: CountProtocol | Mapping[UUID, VoteChoice],
    reason: str,
    casting: VoteChoice | None,
) -> None:
    corrections = conductor.services.corrections
    if isinstance(right, CountProtocol):
        act = partial(corrections.correct_counts, item_id, right, reason, casting)
    else:
        act = partial(corrections.correct_votes, item_id, right, reason, casting)
    expected = {ErrorCode.CASTING_VOTE_AWAITED: pane.ask_casting}
    conductor.do(act, Detour.NONE, expected)


def _show_consequences(
    conductor: Conductor, pane: DecisionStep, item_id: UUID, draft: DecisionDraft
) -> None:
    try:
        pane.show_consequences(conductor.services.decisions.consequences(item_id, draft))
    except UserError as error:
        pane.show_consequences(error)


def _record(conductor: Conductor, item_id: UUID, draft: DecisionDraft) -> None:
    current = conductor.state.current
    company = current.sheet.company.name if current else ""

    def record() -> Changes:
        decision, changes = conductor.services.decisions.record(item_id, draft)
        conductor.decided.emit(decision, company)
        return changes

    conductor.do(record, Detour.NONE)
