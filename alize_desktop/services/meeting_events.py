"""What happened to a meeting as a whole: convened, opened, suspended, closed.

An append-only ledger. Where a meeting stands is read from the order of its lines,
never from their hours: a clock that is set back changes nothing.
"""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MeetingEventKind, MeetingState
from alize_desktop.models.records.meetings import MeetingEvent
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.meetings import StoredAttendance, StoredMeeting, StoredMeetingEvent

_EVENT: Final = (
    StoredMeetingEvent.kind,
    StoredMeetingEvent.at,
    StoredMeetingEvent.until,
    StoredMeetingEvent.reason,
)


def write_event(
    registry: Registry,
    session: Session,
    meeting_id: UUID,
    kind: MeetingEventKind,
    until: datetime | None = None,
    reason: str = "",
) -> None:
    """Write an event; the journal line belongs to the act that makes it.

    Its hour is never before what was told of the meeting already, or minutes would
    tell that it resumed before it was suspended.
    """
    columns: dict[str, Any] = {
        "id": registry.new_id(),
        "meeting_id": meeting_id,
        "kind": kind,
        "at": registry.instant(session, _latest(session, meeting_id)),
        "until": until,
        "reason": reason,
    }
    session.execute(insert(StoredMeetingEvent).values(columns))


def _latest(session: Session, meeting_id: UUID) -> datetime | None:
    known = (
        session.scalar(select(func.max(table.at)).where(table.meeting_id == meeting_id))
        for table in (StoredMeetingEvent, StoredAttendance)
    )
    return max((each for each in known if each is not None), default=None)


def read_events(session: Session, meeting_id: UUID) -> tuple[MeetingEvent, ...]:
    """Return what happened to a meeting, in the order in which it did."""
    statement = (
        select(*_EVENT)
        .where(StoredMeetingEvent.meeting_id == meeting_id)
        .order_by(StoredMeetingEvent.sequence)
    )
    return tuple(MeetingEvent(*each) for each in session.execute(statement))


def check_no_other_open(session: Session) -> None:
    """Refuse to open a meeting while there is one: who is there is in one place.

    Raises:
        UserError: ``MEETING_ALREADY_OPEN``.
    """
    statement = select(StoredMeeting.number).where(StoredMeeting.state == MeetingState.OPEN)
    number = session.scalar(statement.limit(1))
    if number is not None:
        raise UserError(ErrorCode.MEETING_ALREADY_OPEN, number=number)


def suspension_of(session: Session, meeting_id: UUID) -> MeetingEvent | None:
    """Return what suspends a meeting now, None when nothing does."""
    last = select(func.max(StoredMeetingEvent.sequence)).where(
        StoredMeetingEvent.meeting_id == meeting_id
    )
    found = session.execute(
        select(*_EVENT).where(StoredMeetingEvent.sequence == last.scalar_subquery())
    ).one_or_none()
    if found is None or found.kind is not MeetingEventKind.SUSPENDED:
        return None
    return MeetingEvent(*found)


def check_not_suspended(session: Session, meeting_id: UUID) -> None:
    """Refuse to go on while a meeting is suspended.

    Raises:
        UserError: ``MEETING_SUSPENDED``.
    """
    if suspension_of(session, meeting_id) is not None:
        raise UserError(ErrorCode.MEETING_SUSPENDED)
