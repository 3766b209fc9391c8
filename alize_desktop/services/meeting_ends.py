"""A meeting opened, its quorum established, and the meeting closed."""

from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MeetingEventKind, MeetingState
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.services import frozen
from alize_desktop.services.ballot_electorate import presiding_or_refused
from alize_desktop.services.closing_checks import closing_checks
from alize_desktop.services.frozen_programme import closing_details
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_events import check_no_other_open, write_event
from alize_desktop.services.meeting_reading import read_agenda, read_meeting
from alize_desktop.services.plain import plain
from alize_desktop.services.roll import (
    check_quorum,
    electorate_of,
    quorum_result,
    quorum_state,
)
from alize_desktop.services.rules_in_force import follow_rules

_BEFORE = (MeetingState.PREPARATION, MeetingState.CONVENED)


def open_meeting(registry: Registry, session: Session, meeting_id: UUID) -> None:
    """Open a meeting under the rules of its notice, or of its day without one.

    Raises:
        UserError: ``MEETING_NOT_IN_PREPARATION``; ``MEETING_ALREADY_OPEN`` for
            another one; ``MEETING_WITHOUT_DOSSIER``;
            ``PRESIDING_MEMBER_ABSENT``; ``SECRETARY_MISSING``.
    """
    held = read_meeting(session, meeting_id)
    if held.row.state not in _BEFORE:
        raise UserError(ErrorCode.MEETING_NOT_IN_PREPARATION, number=held.row.number)
    check_no_other_open(session)
    if not read_agenda(session, held):
        raise UserError(ErrorCode.MEETING_WITHOUT_DOSSIER, number=held.row.number)
    if held.presiding is None:
        raise UserError(ErrorCode.PRESIDING_MEMBER_ABSENT)
    if not held.row.draft.secretary:
        raise UserError(ErrorCode.SECRETARY_MISSING)
    if held.row.state is MeetingState.PREPARATION:
        follow_rules(session, meeting_id, held.row.draft.held_on)
    write_event(registry, session, meeting_id, MeetingEventKind.OPENED)
    _write(
        session,
        meeting_id,
        state=MeetingState.OPEN,
        opened_at=registry.instant(session),
        presiding_member_id=held.presiding.id,
    )
    details = {"number": held.row.number, "presiding": str(held.presiding.id)}
    _tell(registry, session, "meeting.opened", meeting_id, details)


def establish_quorum(registry: Registry, session: Session, held: HeldMeeting) -> None:
    """Record that the quorum is reached, and who presides.

    Raises:
        UserError: ``ROLL_CALL_INCOMPLETE``; ``PRESIDING_MEMBER_ABSENT``;
            ``QUORUM_NOT_REACHED``.
    """
    missing = sum(each.kind is None for each in held.attendance())
    if missing:
        raise UserError(ErrorCode.ROLL_CALL_INCOMPLETE, missing=missing)
    who = electorate_of(held)
    presiding = presiding_or_refused(held, who)
    is_carried_over = any(each.is_carried_over for each in read_agenda(session, held))
    check_quorum(quorum_result(held, who, is_carried_over=is_carried_over))
    state = quorum_state(held, who, is_carried_over=is_carried_over)
    now = registry.instant(session, held.latest)
    _write(session, held.row.id, quorum_at=now, presiding_member_id=presiding.id)
    details = {"quorum": plain(state), "presiding": str(presiding.id)}
    _tell(registry, session, frozen.QUORUM, held.row.id, details)


def close(registry: Registry, session: Session, held: HeldMeeting) -> None:
    """Close a meeting, and freeze what its minutes say of people and programme.

    Raises:
        UserError: ``MEETING_DOSSIER_WITHOUT_OUTCOME`` while a point blocks it.
    """
    blocking = {each.item_id for each in closing_checks(session, held) if each.is_blocking}
    for line in read_agenda(session, held):
        if line.id in blocking:
            raise UserError(
                ErrorCode.MEETING_DOSSIER_WITHOUT_OUTCOME, number=line.number or line.company
            )
    now = registry.instant(session, held.latest)
    _write(session, held.row.id, state=MeetingState.CLOSED, closed_at=now)
    write_event(registry, session, held.row.id, MeetingEventKind.CLOSED)
    details: dict[str, Any] = {
        "number": held.row.number,
        **frozen.roster_details(held.members),
        **closing_details(session, held.row.id, held.row.draft.held_on),
    }
    _tell(registry, session, frozen.CLOSED, held.row.id, details)


def _write(session: Session, meeting_id: UUID, **columns: object) -> None:
    session.execute(update(StoredMeeting).where(StoredMeeting.id == meeting_id).values(**columns))


def _tell(
    registry: Registry,
    session: Session,
    action: str,
    meeting_id: UUID,
    details: dict[str, Any],
) -> None:
    registry.journal(session, action, "meeting", meeting_id, details)
