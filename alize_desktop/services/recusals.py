"""Members who step aside from a dossier, at any stage before its decision."""

from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AttendanceKind, ItemStep
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.electorate import check_may_vote
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services.agenda_steps import Point, read_dossier_point
from alize_desktop.services.attendance import stamp
from alize_desktop.services.ballot_access import check_step, meeting_in_session, proclaimed_ballot
from alize_desktop.services.ballot_electorate import follow
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import read_meeting
from alize_desktop.services.roll import electorate_of
from alize_desktop.services.stored_ballot import HeldBallot
from alize_desktop.services.whereabouts import AttendanceEvent

_BEFORE = (ItemStep.PENDING, ItemStep.PRESENTED, ItemStep.BALLOT_OPEN)
_AT_ANY_STAGE = (*_BEFORE, ItemStep.PROCLAIMED)


class RecusalService:
    """Records recusals. One method, one transaction.

    Before the ballot, a recused member has no tile. While it is open, the vote given is
    taken back and the quorum reckoned again. After the proclamation the result stands
    and may have to be looked at again. Between closing and proclamation the ballot is
    opened again first.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def declare(self, item_id: UUID, member_id: UUID, reason: str) -> Changes:
        """Record that a member steps aside from a dossier.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``;
                ``ITEM_WITHOUT_VOTE``; ``BALLOT_CLOSED``; ``DECISION_EXISTS`` when it
                is too late; ``MEMBER_RECUSED`` when already done; ``MEMBER_ABSENT`` or
                ``MEMBER_NOT_VOTING``; ``TEXT_TOO_LONG`` or
                ``TEXT_HAS_CONTROL_CHARACTERS`` for the reason.
        """
        check_text(reason)
        with self._registry.write() as session:
            point, held = self._point(session, item_id)
            check_step(point, *_AT_ANY_STAGE)
            _check_votes(session, held, point, member_id)
            self._write(session, held, point, member_id, AttendanceKind.RECUSED, reason.strip())
        return Changes(meetings=frozenset({point.meeting_id}))

    def lift(self, item_id: UUID, member_id: UUID) -> Changes:
        """Record that a member comes back to a dossier, or forget that it was set aside.

        Nothing is written when there is neither.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``;
                ``ITEM_WITHOUT_VOTE``; ``BALLOT_CLOSED``; ``DECISION_EXISTS``;
                ``BALLOT_PROCLAIMED`` for a recusal that the result was reckoned with.
        """
        with self._registry.write() as session:
            point, held = self._point(session, item_id)
            check_step(point, *_AT_ANY_STAGE)
            aside = held.where.set_aside.get(item_id, frozenset())
            if not held.is_recused(item_id, member_id) and member_id not in aside:
                return Changes()
            if point.step is ItemStep.PROCLAIMED:
                _check_not_counted(proclaimed_ballot(session, item_id), member_id)
            self._write(session, held, point, member_id, AttendanceKind.RECUSAL_LIFTED, "")
        return Changes(meetings=frozenset({point.meeting_id}))

    def set_aside(self, item_id: UUID, member_id: UUID) -> Changes:
        """Record that a proposed recusal was answered « non »; once is enough.

        Raises:
            UserError: ``MEETING_NOT_OPEN``; ``MEETING_SUSPENDED``;
                ``ITEM_WITHOUT_VOTE``; ``DECISION_EXISTS``; ``MEMBER_UNKNOWN``;
                ``MEMBER_RECUSED`` for somebody who did step aside.
        """
        with self._registry.write() as session:
            point, held = self._point(session, item_id)
            check_step(point, *_AT_ANY_STAGE, ItemStep.BALLOT_CLOSED)
            member = held.member(member_id)
            if held.is_recused(item_id, member_id):
                raise UserError(ErrorCode.MEMBER_RECUSED, member=member.sheet.full_name)
            if member_id in held.where.set_aside.get(item_id, frozenset()):
                return Changes()
            self._write(session, held, point, member_id, AttendanceKind.RECUSAL_SET_ASIDE, "")
        return Changes(meetings=frozenset({point.meeting_id}))

    def _point(self, session: Session, item_id: UUID) -> tuple[Point, HeldMeeting]:
        point = read_dossier_point(session, item_id)
        return point, meeting_in_session(session, point.meeting_id)

    def _write(
        self,
        session: Session,
        held: HeldMeeting,
        point: Point,
        member_id: UUID,
        kind: AttendanceKind,
        reason: str,
    ) -> None:
        at = self._registry.instant(session, held.latest)
        event = AttendanceEvent(member_id, kind, at, None, point.id, reason)
        stamp(self._registry, session, point.meeting_id, event)
        if point.step is ItemStep.BALLOT_OPEN:
            now = read_meeting(session, point.meeting_id)
            follow(self._registry, session, now, point)


def _check_votes(session: Session, held: HeldMeeting, point: Point, member_id: UUID) -> None:
    """Refuse the recusal of somebody who does not vote, or did not."""
    member = held.member(member_id)
    if point.step is not ItemStep.PROCLAIMED:
        check_may_vote(electorate_of(held, point.id), str(member_id), held.rules)
        return
    if held.is_recused(point.id, member_id):
        raise UserError(ErrorCode.MEMBER_RECUSED, member=member.sheet.full_name)
    voters = proclaimed_ballot(session, point.id).voters
    if all(each.member_id != member_id for each in voters):
        raise UserError(ErrorCode.MEMBER_NOT_VOTING, member=member.sheet.full_name)


def _check_not_counted(ballot: HeldBallot, member_id: UUID) -> None:
    """Refuse to undo a recusal that a proclaimed result was reckoned with."""
    held_with = {each.member_id for each in ballot.recused} | ballot.results[-1].recused
    if member_id in held_with:
        raise UserError(ErrorCode.BALLOT_PROCLAIMED)
