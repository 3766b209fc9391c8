"""One pane a step, built when the meeting first reaches it."""

from datetime import tzinfo
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from alize_desktop.models.enums import BallotForm
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.ui.committee.conductor import Conductor
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.serving_dossier import serve_dossier
from alize_desktop.ui.committee.serving_meeting import serve_meeting
from alize_desktop.ui.committee.steps.ballot import BallotStep
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.committee.steps.between import BetweenStep
from alize_desktop.ui.committee.steps.closed import ClosedStep
from alize_desktop.ui.committee.steps.closing import ClosingStep
from alize_desktop.ui.committee.steps.consensus import ConsensusStep
from alize_desktop.ui.committee.steps.correction import (
    HandsCorrectionStep,
    SecretCorrectionStep,
)
from alize_desktop.ui.committee.steps.counter_proposal import CounterProposalStep
from alize_desktop.ui.committee.steps.counts import HandsStep, SecretStep
from alize_desktop.ui.committee.steps.decision import DecisionStep
from alize_desktop.ui.committee.steps.deliberation import DeliberationStep
from alize_desktop.ui.committee.steps.named_correction import NamedCorrectionStep
from alize_desktop.ui.committee.steps.opening import OpeningStep
from alize_desktop.ui.committee.steps.presentation import PresentationStep
from alize_desktop.ui.committee.steps.quorum import QuorumStep
from alize_desktop.ui.committee.steps.recusals import RecusalsStep
from alize_desktop.ui.committee.steps.result import ResultStep
from alize_desktop.ui.committee.steps.roll_call import RollCallStep
from alize_desktop.ui.committee.steps.standing import StandingStep

Place = tuple[Step, BallotForm]
"""A step, and the form of its ballot where it changes what is shown."""

_PANES: Final[dict[Step, type[StepPane]]] = {
    Step.OPENING: OpeningStep,
    Step.ROLL_CALL: RollCallStep,
    Step.QUORUM: QuorumStep,
    Step.BETWEEN: BetweenStep,
    Step.STANDING: StandingStep,
    Step.PRESENTATION: PresentationStep,
    Step.RECUSALS: RecusalsStep,
    Step.DELIBERATION: DeliberationStep,
    Step.BALLOT: BallotStep,
    Step.RESULT: ResultStep,
    Step.CORRECTION: NamedCorrectionStep,
    Step.COUNTER_PROPOSAL: CounterProposalStep,
    Step.DECISION: DecisionStep,
    Step.CLOSING: ClosingStep,
}

_BY_FORM: Final[dict[Place, type[StepPane]]] = {
    (Step.BALLOT, BallotForm.HANDS): HandsStep,
    (Step.BALLOT, BallotForm.SECRET): SecretStep,
    (Step.BALLOT, BallotForm.CONSENSUS): ConsensusStep,
    (Step.CORRECTION, BallotForm.HANDS): HandsCorrectionStep,
    (Step.CORRECTION, BallotForm.SECRET): SecretCorrectionStep,
}

_PLACES: Final[tuple[Place, ...]] = (
    *((step, BallotForm.NAMED) for step in _PANES),
    *_BY_FORM,
)
"""Every pane that is built ahead, in the order a meeting reaches them."""


class StepStack(QStackedWidget):
    """Shows the pane of the step, alone.

    Signals:
        minutes_asked: Export the minutes of the closed meeting.
    """

    minutes_asked = Signal()

    def __init__(self, conductor: Conductor, zone: tzinfo, parent: QWidget | None = None) -> None:
        """Build nothing yet.

        Args:
            conductor: Answers what the panes ask.
            zone: Zone of the hours shown.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._conductor = conductor
        self._zone = zone
        self._panes: dict[type[StepPane], StepPane] = {}

    def pane(self, step: Step, form: BallotForm = BallotForm.NAMED) -> StepPane:
        """Return the pane of a step, for a form of ballot."""
        kind = _kind(step, form)
        if kind not in self._panes:
            made = self._closed() if step is Step.CLOSED else kind()
            self._panes[kind] = made
            self.addWidget(made)
            if not serve_meeting(self._conductor, made):
                serve_dossier(self._conductor, made)
        return self._panes[kind]

    def build_ahead(self) -> bool:
        """Build one pane that the meeting has not reached; False when all are built."""
        for step, form in _PLACES:
            if _kind(step, form) not in self._panes:
                self.pane(step, form)
                return True
        return False

    def holds_draft(self, state: CommitteeState) -> bool:
        """Return whether a decision is typed and not recorded."""
        pane = self._panes.get(DecisionStep)
        return isinstance(pane, DecisionStep) and pane.holds_draft(state)

    def show_state(self, state: CommitteeState, step: Step) -> StepPane:
        """Show the pane of a step with what the file holds."""
        ballot = state.current.ballot if state.current else None
        before = self.currentWidget()  # read first: the first pane built becomes it by itself
        made = self.pane(step, ballot.form if ballot else BallotForm.NAMED)
        entered = before is not made
        services = self._conductor.services
        if isinstance(made, RollCallStep) and entered:
            made.show_alternates(services.people.members())
            made.announced.set_answers(services.meetings.detail(state.row.id).answers)
        if isinstance(made, BallotStep) and entered:
            made.show_members(services.people.members())
        made.show_state(state)
        if isinstance(made, RollCallStep) and self._conductor.sought is not None:
            made.show_member(self._conductor.sought)
        if isinstance(made, DecisionStep) and entered and state.current is not None:
            proposal = services.decisions.proposal(state.current.line.id)
            partners = services.people.partners()
            made.show_proposal(proposal, partners, services.partners.categories())
        if isinstance(made, ClosingStep):
            made.show_checks(services.life.checks(self._conductor.meeting_id))
        self.setCurrentWidget(made)
        if entered:
            made.take_keyboard()
        return made

    def _closed(self) -> ClosedStep:
        made = ClosedStep(self._zone)
        made.minutes_asked.connect(self.minutes_asked)
        return made


def _kind(step: Step, form: BallotForm) -> type[StepPane]:
    if step is Step.CLOSED:
        return ClosedStep
    return _BY_FORM.get((step, form), _PANES[step])
