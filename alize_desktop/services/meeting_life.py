"""The life of a meeting: notice, answers, suspensions, opening again, approval, erasing.

Preparation, convened, open, closed, minutes approved: each step is an event of the
ledger, in the order in which it happened, with its line of the journal.
"""

from datetime import datetime, time
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AnswerKind, MeetingEventKind, MeetingState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.committee import ClosingCheck
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services.agenda_items import agenda_details
from alize_desktop.services.agenda_points import in_preparation
from alize_desktop.services.agenda_steps import open_ballot_item
from alize_desktop.services.clock import local, local_day
from alize_desktop.services.closing_checks import closing_checks
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_answers import check_answer, read_answers, write_answer
from alize_desktop.services.meeting_endings import adjourn, approve_minutes, erase, reopen
from alize_desktop.services.meeting_events import (
    check_not_suspended,
    suspension_of,
    write_event,
)
from alize_desktop.services.meeting_readiness import notice_refusals
from alize_desktop.services.meeting_reading import read_agenda, read_meeting
from alize_desktop.services.programme import read_programme
from alize_desktop.services.rules_in_force import follow_rules
from alize_desktop.wording.dates import time_text


class MeetingLifeService:
    """Leads a meeting from its notice to the approval of its minutes."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def convene(self, meeting_id: UUID, *, urgent: bool = False) -> Changes:
        """Record that the notice is sent: numbers of passage and rules are frozen.

        Args:
            meeting_id: The meeting, in preparation.
            urgent: Whether the operator confirms an emergency, which waives the delay
                of the notice; never that of a second notice.

        Raises:
            UserError: ``MEETING_NOT_IN_PREPARATION``; ``PLACE_MISSING``;
                ``PRESIDING_MEMBER_MISSING``; ``SECRETARY_MISSING``;
                ``MEETING_WITHOUT_DOSSIER``; ``NOTICE_TOO_LATE``;
                ``SECOND_NOTICE_TOO_SOON``; ``REPLIES_BY_TOO_EARLY`` when the last
                day of a consultation is past.
        """
        with self._registry.write() as session:
            before = read_meeting(session, meeting_id)
            if before.row.state is not MeetingState.PREPARATION:
                raise UserError(ErrorCode.MEETING_NOT_IN_PREPARATION, number=before.row.number)
            follow_rules(session, meeting_id, before.row.draft.held_on)
            held = read_meeting(session, meeting_id)
            agenda = read_agenda(session, held)
            today = local_day(self._registry.clock(), read_programme(session))
            for each in notice_refusals(
                session, held, today, has_points=bool(agenda), urgent=urgent
            ):
                raise each
            _set_state(session, meeting_id, MeetingState.CONVENED)
            write_event(self._registry, session, meeting_id, MeetingEventKind.CONVENED)
            details: dict[str, object] = {
                "number": held.row.number,
                "rules": held.rules_name,
                "urgent": urgent,
                **agenda_details(session, meeting_id),
            }
            self._tell(session, "meeting.convened", meeting_id, details)
        return Changes(meetings=frozenset({meeting_id}))

    def answer(
        self,
        meeting_id: UUID,
        member_id: UUID,
        kind: AnswerKind | None,
        holder_id: UUID | None = None,
    ) -> Changes:
        """Record what a member answered to the notice; None takes the answer back.

        Args:
            meeting_id: The meeting, convened.
            member_id: A member with a seat.
            kind: The answer.
            holder_id: Who is to hold the proxy; for ``PROXY`` only.

        Raises:
            UserError: ``MEETING_NOT_CONVENED``; ``MEMBER_UNKNOWN``;
                ``MEMBER_NOT_VOTING``; ``ALTERNATE_MISSING``;
                ``WRITTEN_CONSULTATION`` for a proxy in writing; a proxy that the
                rules refuse.
        """
        holder_id = holder_id if kind is AnswerKind.PROXY else None
        with self._registry.write() as session:
            held = read_meeting(session, meeting_id)
            if held.row.state is not MeetingState.CONVENED:
                raise UserError(ErrorCode.MEETING_NOT_CONVENED, number=held.row.number)
            check_answer(session, held, member_id, kind, holder_id)
            for each in read_answers(session, held):
                if each.member.id == member_id and (each.kind, each.holder_id) == (kind, holder_id):
                    return Changes()
            write_answer(self._registry, session, meeting_id, member_id, kind, holder_id)
        return Changes(meetings=frozenset({meeting_id}))

    def suspend(
        self, meeting_id: UUID, resumes_at: time | None = None, reason: str = ""
    ) -> Changes:
        """Suspend an open meeting.

        Args:
            meeting_id: The meeting.
            resumes_at: Hour on the wall clock at which it is to resume, if it is known.
            reason: In the words of the operator.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``BALLOT_OPEN``; ``MEETING_SUSPENDED``;
                ``RESUMPTION_PAST``; ``TEXT_TOO_LONG`` or
                ``TEXT_HAS_CONTROL_CHARACTERS``.
        """
        reason = _checked(reason)
        with self._registry.write() as session:
            held = _in_session(session, meeting_id)
            if open_ballot_item(session, meeting_id) is not None:
                raise UserError(ErrorCode.BALLOT_OPEN)
            check_not_suspended(session, meeting_id)
            until = self._resumption(session, resumes_at)
            write_event(
                self._registry,
                session,
                meeting_id,
                MeetingEventKind.SUSPENDED,
                until=until,
                reason=reason,
            )
            details: dict[str, object] = {
                "number": held.row.number,
                "until": until.isoformat() if until else None,
                "reason": reason,
            }
            self._tell(session, "meeting.suspended", meeting_id, details)
        return Changes(meetings=frozenset({meeting_id}))

    def resume(self, meeting_id: UUID) -> Changes:
        """Resume a suspended meeting.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_NOT_SUSPENDED``.
        """
        with self._registry.write() as session:
            held = _in_session(session, meeting_id)
            if suspension_of(session, meeting_id) is None:
                raise UserError(ErrorCode.MEETING_NOT_SUSPENDED)
            write_event(self._registry, session, meeting_id, MeetingEventKind.RESUMED)
            self._tell(session, "meeting.resumed", meeting_id, {"number": held.row.number})
        return Changes(meetings=frozenset({meeting_id}))

    def adjourn(self, meeting_id: UUID, reason: str = "") -> Changes:
        """Close an open meeting that has no quorum, without deciding anything.

        Dossiers without a decision wait for another meeting; a second notice may
        bring them back.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``ROLL_CALL_INCOMPLETE``;
                ``QUORUM_REACHED``; ``BALLOT_TO_END``, ``BALLOT_NOT_PROCLAIMED`` or
                ``MEETING_DOSSIER_WITHOUT_OUTCOME`` while a dossier awaits the end of
                its ballot, its result or its decision; ``TEXT_TOO_LONG`` or
                ``TEXT_HAS_CONTROL_CHARACTERS``.
        """
        reason = _checked(reason)
        with self._registry.write() as session:
            dossiers = adjourn(self._registry, session, _in_session(session, meeting_id), reason)
        return Changes(dossiers=dossiers, meetings=frozenset({meeting_id}))

    def reopen(self, meeting_id: UUID, reason: str) -> Changes:
        """Open a closed meeting again: its minutes get a new version.

        The members stay those of its closing. Dossiers that it left without a
        decision come back to its agenda.

        Raises:
            UserError: ``REASON_MISSING``; ``MEETING_APPROVED``;
                ``MEETING_NOT_CLOSED``; ``MEETING_ALREADY_OPEN`` for another one;
                ``DOSSIER_ON_OTHER_AGENDA`` or
                ``DOSSIER_NOT_COMPLETE`` for a dossier that has gone on since;
                ``TEXT_TOO_LONG`` or ``TEXT_HAS_CONTROL_CHARACTERS``.
        """
        reason = _checked(reason)
        if not reason:
            raise UserError(ErrorCode.REASON_MISSING)
        with self._registry.write() as session:
            held = read_meeting(session, meeting_id)
            dossiers = reopen(self._registry, session, held, reason)
        return Changes(dossiers=dossiers, meetings=frozenset({meeting_id}))

    def approve(self, meeting_id: UUID) -> Changes:
        """Record that the minutes of a closed meeting are approved; once is enough.

        Raises:
            UserError: ``MEETING_NOT_CLOSED``.
        """
        with self._registry.write() as session:
            if not approve_minutes(self._registry, session, meeting_id):
                return Changes()
        return Changes(meetings=frozenset({meeting_id}))

    def delete(self, meeting_id: UUID) -> Changes:
        """Erase a meeting in preparation; its dossiers wait for another one.

        No paper bears its number, so the number is free again when it was the last
        of its year; the journal keeps both the meeting and its erasing.

        Raises:
            UserError: ``AGENDA_FROZEN`` or ``MEETING_NOT_IN_PREPARATION``;
                ``MEETING_HAS_PAPERS``.
        """
        with self._registry.write() as session:
            dossiers = erase(self._registry, session, in_preparation(session, meeting_id))
        return Changes(dossiers=dossiers, meetings=frozenset({meeting_id}))

    def checks(self, meeting_id: UUID) -> tuple[ClosingCheck, ...]:
        """Return the check-list before closing: what blocks first, in the order of passage.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            return closing_checks(session, read_meeting(session, meeting_id))

    def _resumption(self, session: Session, resumes_at: time | None) -> datetime | None:
        """Return the instant at which a meeting is to resume, today."""
        if resumes_at is None:
            return None
        now = local(self._registry.clock(), read_programme(session))
        until = datetime.combine(now.date(), resumes_at, now.tzinfo)
        if until <= now:
            raise UserError(ErrorCode.RESUMPTION_PAST, hour=time_text(resumes_at))
        return until

    def _tell(
        self, session: Session, action: str, meeting_id: UUID, details: dict[str, object]
    ) -> None:
        self._registry.journal(session, action, "meeting", meeting_id, details)


def _checked(reason: str) -> str:
    check_text(reason, lines=True)
    return reason.strip()


def _in_session(session: Session, meeting_id: UUID) -> HeldMeeting:
    held = read_meeting(session, meeting_id)
    if held.row.state is not MeetingState.OPEN:
        raise UserError(ErrorCode.MEETING_NOT_OPEN, number=held.row.number)
    return held


def _set_state(session: Session, meeting_id: UUID, state: MeetingState) -> None:
    session.execute(update(StoredMeeting).where(StoredMeeting.id == meeting_id).values(state=state))
