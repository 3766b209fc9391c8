"""The meeting held: opening, roll call, quorum, dossiers in turn, recusals, closing.

Attendance is append-only: each call of a member is an event with its instant;
where a member stands is the last one. Attendance does not move while a ballot is
open, so the electorate frozen with the ballot stays the one in the room.
"""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AttendanceKind, ItemStep, MeetingState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.meetings import StoredItem, StoredMeeting
from alize_desktop.rules.electorate import check_may_vote
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services import frozen
from alize_desktop.services.agenda_steps import UNDER_WAY, set_step
from alize_desktop.services.attendance import check_attendance, stamp
from alize_desktop.services.committee_reading import read_state
from alize_desktop.services.frozen_programme import closing_details
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import meeting_of_item, read_agenda, read_meeting
from alize_desktop.services.plain import plain
from alize_desktop.services.roll import electorate_of, presiding_of, quorum_state

_TOO_LATE: Final = {
    ItemStep.BALLOT_CLOSED: ErrorCode.BALLOT_CLOSED,
    ItemStep.PROCLAIMED: ErrorCode.BALLOT_PROCLAIMED,
    ItemStep.DECIDED: ErrorCode.DECISION_EXISTS,
}
"""Why nobody steps aside any more at a step."""


class CommitteeService:
    """Holds a meeting. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def state(self, meeting_id: UUID) -> CommitteeState:
        """Return everything the committee screen shows.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            return read_state(session, meeting_id)

    def open(self, meeting_id: UUID) -> Changes:
        """Open a prepared meeting: the roll call may begin.

        Raises:
            UserError: ``MEETING_NOT_IN_PREPARATION``; ``MEETING_WITHOUT_DOSSIER``;
                ``PRESIDING_MEMBER_ABSENT`` when nobody presides;
                ``SECRETARY_MISSING``.
        """
        with self._registry.write() as session:
            held = read_meeting(session, meeting_id)
            if held.row.state is not MeetingState.PREPARATION:
                raise UserError(ErrorCode.MEETING_NOT_IN_PREPARATION, number=held.row.number)
            if not held.row.dossiers:
                raise UserError(ErrorCode.MEETING_WITHOUT_DOSSIER, number=held.row.number)
            if held.presiding is None:
                raise UserError(ErrorCode.PRESIDING_MEMBER_ABSENT)
            if not held.row.draft.secretary:
                raise UserError(ErrorCode.SECRETARY_MISSING)
            columns = {
                "opened_at": self._registry.clock(),
                "presiding_member_id": held.presiding.id,
            }
            _write_meeting(session, meeting_id, state=MeetingState.OPEN, **columns)
            details = {"number": held.row.number, "presiding": str(held.presiding.id)}
            self._tell(session, "meeting.opened", meeting_id, details)
        return Changes(meetings=frozenset({meeting_id}))

    def record_attendance(
        self,
        meeting_id: UUID,
        member_id: UUID,
        kind: AttendanceKind,
        holder_id: UUID | None = None,
    ) -> Changes:
        """Record where a member stands; nothing is written when it is there already.

        Args:
            meeting_id: The meeting, open.
            member_id: A member with a seat.
            kind: PRESENT, REMOTE, EXCUSED, ABSENT, REPRESENTED or SUBSTITUTED.
            holder_id: Who holds the proxy; for REPRESENTED only.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``BALLOT_OPEN``; ``MEMBER_UNKNOWN``; a
                proxy that the rules refuse; ``MEMBER_NOT_VOTING`` for somebody
                without a seat or without an alternate.
        """
        with self._registry.write() as session:
            held = self._in_session(session, meeting_id)
            check_attendance(held, member_id, kind, holder_id)
            if kind is not AttendanceKind.REPRESENTED:
                holder_id = None
            before = held.presences.get(member_id)
            if before and (before.kind, before.holder_id) == (kind, holder_id):
                return Changes()
            stamp(self._registry, session, meeting_id, member_id, kind, holder_id)
            electorate_of(read_meeting(session, meeting_id))  # refuses what the rules refuse
        return Changes(meetings=frozenset({meeting_id}))

    def all_present(self, meeting_id: UUID) -> Changes:
        """Record every member whom the roll has not reached as present.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``BALLOT_OPEN``.
        """
        with self._registry.write() as session:
            held = self._in_session(session, meeting_id)
            for each in held.attendance():
                if each.kind is None:
                    stamp(
                        self._registry,
                        session,
                        meeting_id,
                        each.member.id,
                        AttendanceKind.PRESENT,
                        None,
                    )
        return Changes(meetings=frozenset({meeting_id}))

    def establish_quorum(self, meeting_id: UUID) -> Changes:
        """Record that the quorum is reached: dossiers may be examined.

        A presiding member who is not there hands the meeting to a vice-chair who is.
        Established once, it is not established again.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``ROLL_CALL_INCOMPLETE``;
                ``PRESIDING_MEMBER_ABSENT``; ``QUORUM_NOT_REACHED``.
        """
        with self._registry.write() as session:
            held = self._in_session(session, meeting_id)
            if held.quorum_at is not None:
                return Changes()
            missing = sum(each.kind is None for each in held.attendance())
            if missing:
                raise UserError(ErrorCode.ROLL_CALL_INCOMPLETE, missing=missing)
            who = electorate_of(held)
            presiding = presiding_of(held, who)
            if presiding is None:
                raise UserError(ErrorCode.PRESIDING_MEMBER_ABSENT)
            state = quorum_state(held, who)
            if not state.is_reached:
                raise UserError(
                    ErrorCode.QUORUM_NOT_REACHED, counted=state.counted, required=state.required
                )
            columns = {"quorum_at": self._registry.clock(), "presiding_member_id": presiding.id}
            _write_meeting(session, meeting_id, **columns)
            details = {"quorum": plain(state), "presiding": str(presiding.id)}
            self._tell(session, frozen.QUORUM, meeting_id, details)
        return Changes(meetings=frozenset({meeting_id}))

    def begin_item(self, item_id: UUID) -> Changes:
        """Present a dossier; another that was only presented goes back to wait.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``QUORUM_NOT_REACHED`` before it is
                established; ``BALLOT_OPEN`` or ``ITEM_UNDER_WAY`` while a dossier
                awaits its result or its decision; ``DECISION_EXISTS``.
        """
        with self._registry.write() as session:
            meeting_id = meeting_of_item(session, item_id)
            held = self._in_session(session, meeting_id)
            agenda = read_agenda(session, held)
            line = next(each for each in agenda if each.id == item_id)
            if line.step is ItemStep.PRESENTED:
                return Changes()
            _check_begin(held, agenda, line)
            for each in agenda:
                if each.step is ItemStep.PRESENTED:
                    set_step(session, each.id, ItemStep.PENDING)
            set_step(session, item_id, ItemStep.PRESENTED, begun_at=self._registry.clock())
            self._tell(session, "item.begun", meeting_id, {"dossier": line.number})
        return Changes(meetings=frozenset({meeting_id}))

    def declare_recusal(self, item_id: UUID, member_id: UUID, reason: str) -> Changes:
        """Record that a member steps aside from a dossier.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``BALLOT_OPEN``, ``BALLOT_CLOSED``,
                ``BALLOT_PROCLAIMED`` or ``DECISION_EXISTS`` when it is too late;
                ``MEMBER_RECUSED`` when already done; ``MEMBER_ABSENT`` or
                ``MEMBER_NOT_VOTING``; ``TEXT_TOO_LONG`` or
                ``TEXT_HAS_CONTROL_CHARACTERS`` for the reason.
        """
        check_text(reason)
        return self._recusal(item_id, member_id, AttendanceKind.RECUSED, reason.strip())

    def lift_recusal(self, item_id: UUID, member_id: UUID) -> Changes:
        """Record that a member comes back to a dossier; nothing is written without a recusal.

        Raises:
            UserError: As ``declare_recusal`` when it is too late.
        """
        return self._recusal(item_id, member_id, AttendanceKind.RECUSAL_LIFTED, "")

    def close(self, meeting_id: UUID) -> Changes:
        """Close the meeting. Decides nothing by itself.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_DOSSIER_WITHOUT_OUTCOME``.
        """
        with self._registry.write() as session:
            held = self._in_session(session, meeting_id)
            for each in read_agenda(session, held):
                if each.step is not ItemStep.DECIDED:
                    raise UserError(ErrorCode.MEETING_DOSSIER_WITHOUT_OUTCOME, number=each.number)
            _write_meeting(
                session, meeting_id, state=MeetingState.CLOSED, closed_at=self._registry.clock()
            )
            details = {
                "number": held.row.number,
                **frozen.roster_details(held.members),
                **closing_details(session, held.row.draft.held_on),
            }
            self._tell(session, frozen.CLOSED, meeting_id, details)
        return Changes(meetings=frozenset({meeting_id}))

    def _recusal(
        self, item_id: UUID, member_id: UUID, kind: AttendanceKind, reason: str
    ) -> Changes:
        with self._registry.write() as session:
            meeting_id = meeting_of_item(session, item_id)
            held = self._in_session(session, meeting_id)
            step = session.scalar(select(StoredItem.step).where(StoredItem.id == item_id))
            if step in _TOO_LATE:
                raise UserError(_TOO_LATE[step])
            if kind is AttendanceKind.RECUSED:
                check_may_vote(electorate_of(held, item_id), str(member_id), held.rules)
            elif not held.is_recused(item_id, member_id):
                return Changes()
            stamp(self._registry, session, meeting_id, member_id, kind, None, item_id, reason)
        return Changes(meetings=frozenset({meeting_id}))

    def _in_session(self, session: Session, meeting_id: UUID) -> HeldMeeting:
        held = read_meeting(session, meeting_id)
        if held.row.state is not MeetingState.OPEN:
            raise UserError(ErrorCode.MEETING_NOT_OPEN, number=held.row.number)
        open_item = session.scalar(
            select(StoredItem.id).where(
                StoredItem.meeting_id == meeting_id, StoredItem.step == ItemStep.BALLOT_OPEN
            )
        )
        if open_item is not None:
            raise UserError(ErrorCode.BALLOT_OPEN)
        return held

    def _tell(
        self, session: Session, action: str, meeting_id: UUID, details: dict[str, Any]
    ) -> None:
        self._registry.journal(session, action, "meeting", meeting_id, details)


def _write_meeting(session: Session, meeting_id: UUID, **columns: object) -> None:
    session.execute(update(StoredMeeting).where(StoredMeeting.id == meeting_id).values(**columns))


def _check_begin(held: HeldMeeting, agenda: tuple[AgendaLine, ...], line: AgendaLine) -> None:
    if held.quorum_at is None:
        state = quorum_state(held, electorate_of(held))
        raise UserError(
            ErrorCode.QUORUM_NOT_REACHED, counted=state.counted, required=state.required
        )
    if line.step is ItemStep.DECIDED:
        raise UserError(ErrorCode.DECISION_EXISTS, number=line.number)
    for each in agenda:
        if each.step in UNDER_WAY - {ItemStep.PRESENTED}:
            raise UserError(ErrorCode.ITEM_UNDER_WAY, number=each.number)
