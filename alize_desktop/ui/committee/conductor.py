"""Does what the operator asks: one service method, then the file is read again.

Panes ask by signals and show states; nothing but the conductor calls a service
of the meeting. After each action, even a refused one, the state is read back
from the file, so that the window never shows what is not written.
"""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.enums import AttendanceKind, ItemStep, VoteChoice
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.people import Member, Partner
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.committee.plan import Detour, Step, back_from, detour_on_opening, step_of
from alize_desktop.ui.committee.services import CommitteeServices
from alize_desktop.ui.committee.steps.ballot import BallotStep
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.committee.steps.between import BetweenStep
from alize_desktop.ui.committee.steps.closing import ClosingStep
from alize_desktop.ui.committee.steps.decision import DecisionStep
from alize_desktop.ui.committee.steps.opening import OpeningStep
from alize_desktop.ui.committee.steps.presentation import PresentationStep
from alize_desktop.ui.committee.steps.quorum import QuorumStep
from alize_desktop.ui.committee.steps.recusals import RecusalsStep
from alize_desktop.ui.committee.steps.result import ResultStep
from alize_desktop.ui.committee.steps.roll_call import RollCallStep

Action = Callable[[], Changes]


class Conductor(QObject):
    """Knows where the meeting is, and takes it further.

    Signals:
        moved: The file was read. Args: the ``CommitteeState``, the ``Step``.
        refused: An action was refused. Arg: the ``UserError``.
        decided: A decision was recorded. Args: the ``Decision``, the company.
    """

    moved = Signal(object, object)
    refused = Signal(object)
    decided = Signal(object, object)

    def __init__(
        self,
        meeting_id: UUID,
        services: CommitteeServices,
        bus: Bus,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._meeting_id = meeting_id
        self._committee = services.committee
        self._voting = services.voting
        self._decisions = services.decisions
        self._people = services.people
        self._bus = bus
        self._owner = owner
        self._state = services.committee.state(meeting_id)
        self._detour = detour_on_opening(self._state)
        bus.changed.connect(self._on_changed)

    @property
    def state(self) -> CommitteeState:
        """The meeting as it was last read."""
        return self._state

    @property
    def step(self) -> Step:
        """The step to show."""
        return step_of(self._state, self._detour)

    def members(self) -> tuple[Member, ...]:
        """Return the members and their alternates."""
        return self._people.members()

    def partners(self) -> tuple[Partner, ...]:
        """Return the partner companies."""
        return self._people.partners()

    def proposal(self) -> DecisionDraft:
        """Return the draft that a decision begins with.

        Raises:
            ValueError: No dossier is under examination: a bug in the caller.
        """
        if self._state.current is None:
            msg = "no dossier under examination"
            raise ValueError(msg)
        return self._decisions.proposal(self._state.current.line.id)

    def refresh(self) -> None:
        """Read the file again and say where the meeting is."""
        try:
            self._state = self._committee.state(self._meeting_id)
        except UserError as error:
            self.refused.emit(error)
        self.moved.emit(self._state, self.step)

    def go(self, detour: Detour) -> None:
        """Show another step; nothing is written."""
        self._detour = detour
        self.moved.emit(self._state, self.step)

    def back(self) -> bool:
        """Go one step back; False while one cannot."""
        detour = back_from(self._state, self.step, self._detour)
        if detour is None:
            return False
        self.go(detour)
        return True

    def take(self, item_id: UUID | None) -> None:
        """Present a dossier that waits; None goes back to the one under examination."""
        waiting = {line.id for line in self._state.agenda if line.step is ItemStep.PENDING}
        if item_id is None:
            self.go(Detour.NONE)
        elif item_id in waiting and self._state.quorum_at is not None:
            self._do(partial(self._committee.begin_item, item_id))

    def serve(self, pane: StepPane) -> None:
        """Listen to what a pane asks."""
        match pane:
            case OpeningStep():
                pane.open_asked.connect(self._on_open_asked)
            case RollCallStep():
                pane.attendance_asked.connect(self._on_attendance_asked)
                pane.all_present_asked.connect(self._on_all_present_asked)
                pane.finished.connect(self._on_roll_finished)
            case QuorumStep():
                pane.quorum_asked.connect(self._on_quorum_asked)
            case BetweenStep():
                pane.item_asked.connect(self.take)
                pane.closing_asked.connect(lambda: self.go(Detour.CLOSING))
            case ClosingStep():
                pane.item_asked.connect(self.take)
                pane.closing_asked.connect(self._on_closing_asked)
            case _:
                self._serve_dossier(pane)

    def _serve_dossier(self, pane: StepPane) -> None:
        match pane:
            case PresentationStep():
                pane.recusals_asked.connect(lambda: self.go(Detour.RECUSALS))
                pane.deferral_asked.connect(lambda: self.go(Detour.DECISION))
            case RecusalsStep():
                pane.recusal_asked.connect(self._on_recusal_asked)
                pane.lifting_asked.connect(self._on_lifting_asked)
                pane.ballot_asked.connect(self._on_ballot_asked)
                pane.deferral_asked.connect(lambda: self.go(Detour.DECISION))
            case BallotStep():
                pane.vote_asked.connect(self._on_vote_asked)
                pane.remaining_asked.connect(self._on_remaining_asked)
                pane.closing_asked.connect(self._on_ballot_closing_asked)
            case ResultStep():
                pane.proclamation_asked.connect(self._on_proclamation_asked)
                pane.decision_asked.connect(lambda: self.go(Detour.DECISION))
            case DecisionStep():
                pane.draft_changed.connect(partial(self._on_draft_changed, pane))
                pane.recording_asked.connect(self._on_recording_asked)

    def _do(self, action: Action, then: Detour = Detour.NONE) -> None:
        try:
            changes = action()
        except UserError as error:
            self.refused.emit(error)
        else:
            self._detour = then
            self._bus.changed.emit(changes, self._owner)
        finally:
            self.refresh()

    def _on_changed(self, changes: Changes, maker: object) -> None:
        if maker is not self._owner and (changes.people or self._concerns(changes)):
            self.refresh()

    def _concerns(self, changes: Changes) -> bool:
        dossiers = {line.dossier_id for line in self._state.agenda}
        return self._meeting_id in changes.meetings or bool(dossiers & changes.dossiers)

    def _on_open_asked(self) -> None:
        self._do(partial(self._committee.open, self._meeting_id))

    def _on_attendance_asked(
        self, member_id: UUID, kind: AttendanceKind, holder_id: UUID | None
    ) -> None:
        act = self._committee.record_attendance
        self._do(partial(act, self._meeting_id, member_id, kind, holder_id), self._detour)

    def _on_all_present_asked(self) -> None:
        self._do(partial(self._committee.all_present, self._meeting_id), self._detour)

    def _on_roll_finished(self) -> None:
        self.go(Detour.QUORUM if self._state.quorum_at is None else detour_on_opening(self._state))

    def _on_quorum_asked(self) -> None:
        self._do(partial(self._committee.establish_quorum, self._meeting_id))

    def _on_closing_asked(self) -> None:
        self._do(partial(self._committee.close, self._meeting_id))

    def _on_recusal_asked(self, item_id: UUID, member_id: UUID, reason: str) -> None:
        act = self._committee.declare_recusal
        self._do(partial(act, item_id, member_id, reason), Detour.RECUSALS)

    def _on_lifting_asked(self, item_id: UUID, member_id: UUID) -> None:
        self._do(partial(self._committee.lift_recusal, item_id, member_id), Detour.RECUSALS)

    def _on_ballot_asked(self, item_id: UUID) -> None:
        self._do(partial(self._voting.open_ballot, item_id))

    def _on_vote_asked(self, item_id: UUID, member_id: UUID, choice: VoteChoice | None) -> None:
        self._do(partial(self._voting.cast, item_id, member_id, choice))

    def _on_remaining_asked(self, item_id: UUID, choice: VoteChoice) -> None:
        self._do(partial(self._voting.cast_remaining, item_id, choice))

    def _on_ballot_closing_asked(self, item_id: UUID) -> None:
        self._do(partial(self._voting.close_ballot, item_id))

    def _on_proclamation_asked(self, item_id: UUID, casting: VoteChoice | None) -> None:
        self._do(partial(self._voting.proclaim, item_id, casting))

    def _on_draft_changed(self, pane: DecisionStep, item_id: UUID, draft: DecisionDraft) -> None:
        try:
            pane.show_consequences(self._decisions.consequences(item_id, draft))
        except UserError as error:
            pane.show_consequences(error)

    def _on_recording_asked(self, item_id: UUID, draft: DecisionDraft) -> None:
        current = self._state.current
        company = current.sheet.company.name if current else ""

        def record() -> Changes:
            decision, changes = self._decisions.record(item_id, draft)
            self.decided.emit(decision, company)
            return changes

        self._do(record)
