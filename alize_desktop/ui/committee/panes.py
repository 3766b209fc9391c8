"""One pane a step, built when the meeting first reaches it."""

from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.ui.committee.conductor import Conductor
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.steps.ballot import BallotStep
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.committee.steps.between import BetweenStep
from alize_desktop.ui.committee.steps.closed import ClosedStep
from alize_desktop.ui.committee.steps.closing import ClosingStep
from alize_desktop.ui.committee.steps.decision import DecisionStep
from alize_desktop.ui.committee.steps.opening import OpeningStep
from alize_desktop.ui.committee.steps.presentation import PresentationStep
from alize_desktop.ui.committee.steps.quorum import QuorumStep
from alize_desktop.ui.committee.steps.recusals import RecusalsStep
from alize_desktop.ui.committee.steps.result import ResultStep
from alize_desktop.ui.committee.steps.roll_call import RollCallStep

_PANES: dict[Step, type[StepPane]] = {
    Step.OPENING: OpeningStep,
    Step.ROLL_CALL: RollCallStep,
    Step.QUORUM: QuorumStep,
    Step.BETWEEN: BetweenStep,
    Step.PRESENTATION: PresentationStep,
    Step.RECUSALS: RecusalsStep,
    Step.BALLOT: BallotStep,
    Step.RESULT: ResultStep,
    Step.DECISION: DecisionStep,
    Step.CLOSING: ClosingStep,
}


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
        self._panes: dict[Step, StepPane] = {}

    def pane(self, step: Step) -> StepPane:
        """Return the pane of a step."""
        if step not in self._panes:
            made = self._closed() if step is Step.CLOSED else _PANES[step]()
            self._panes[step] = made
            self.addWidget(made)
            self._conductor.serve(made)
        return self._panes[step]

    def build_ahead(self) -> bool:
        """Build one pane that the meeting has not reached; False when all are built."""
        for step in _PANES:
            if step not in self._panes:
                self.pane(step)
                return True
        return False

    def holds_draft(self, state: CommitteeState) -> bool:
        """Return whether a decision is typed and not recorded."""
        pane = self._panes.get(Step.DECISION)
        return isinstance(pane, DecisionStep) and pane.holds_draft(state)

    def show_state(self, state: CommitteeState, step: Step) -> StepPane:
        """Show the pane of a step with what the file holds."""
        made = self.pane(step)
        entered = self.currentWidget() is not made
        if isinstance(made, RollCallStep) and entered:
            made.show_alternates(self._conductor.members())
        made.show_state(state)
        if isinstance(made, DecisionStep) and entered:
            made.show_proposal(self._conductor.proposal(), self._conductor.partners())
        self.setCurrentWidget(made)
        if entered:
            made.setFocus(Qt.FocusReason.OtherFocusReason)
        return made

    def _closed(self) -> ClosedStep:
        made = ClosedStep(self._zone)
        made.minutes_asked.connect(self.minutes_asked)
        return made
