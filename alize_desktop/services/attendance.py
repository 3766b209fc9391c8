"""Attendance events: checked, then written with their journal line. Never changed."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.people import Member
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.meetings import StoredAttendance
from alize_desktop.services.held_meeting import RECUSALS, HeldMeeting

_CANNOT_HOLD: Final = (
    AttendanceKind.EXCUSED,
    AttendanceKind.ABSENT,
    AttendanceKind.REPRESENTED,
    AttendanceKind.SUBSTITUTED,
)


def stamp(
    registry: Registry,
    session: Session,
    meeting_id: UUID,
    member_id: UUID,
    kind: AttendanceKind,
    holder_id: UUID | None,
    item_id: UUID | None = None,
    reason: str = "",
) -> None:
    """Write one attendance event or recusal, with its journal line."""
    columns: dict[str, Any] = {
        "id": registry.new_id(),
        "meeting_id": meeting_id,
        "member_id": member_id,
        "kind": kind,
        "holder_id": holder_id,
        "item_id": item_id,
        "reason": reason,
        "at": registry.clock(),
    }
    session.execute(insert(StoredAttendance).values(columns))
    action = "recusal.recorded" if kind in RECUSALS else "attendance.recorded"
    details: dict[str, object] = {
        "member": str(member_id),
        "kind": kind.value,
        "holder": str(holder_id) if holder_id else None,
        "item": str(item_id) if item_id else None,
        "reason": reason,
    }
    registry.journal(session, action, "meeting", meeting_id, details)


def check_attendance(
    held: HeldMeeting, member_id: UUID, kind: AttendanceKind, holder_id: UUID | None
) -> None:
    """Refuse an attendance that cannot be, before it is written.

    Raises:
        UserError: ``MEMBER_NOT_VOTING``; ``PROXY_TO_ONESELF``; ``PROXY_HOLDER_ABSENT``.
    """
    member = held.member(member_id)
    if not member.has_seat or kind in RECUSALS:
        raise UserError(ErrorCode.MEMBER_NOT_VOTING, member=member.sheet.full_name)
    if kind is AttendanceKind.SUBSTITUTED and held.alternate_of(member) is None:
        raise UserError(ErrorCode.MEMBER_NOT_VOTING, member=member.sheet.full_name)
    if kind is not AttendanceKind.REPRESENTED:
        return
    if holder_id is None or holder_id == member_id:
        raise UserError(ErrorCode.PROXY_TO_ONESELF, member=member.sheet.full_name)
    holder = held.member(holder_id)
    if not _may_hold(held, holder):
        raise UserError(
            ErrorCode.PROXY_HOLDER_ABSENT,
            giver=member.sheet.full_name,
            holder=holder.sheet.full_name,
        )


def _may_hold(held: HeldMeeting, holder: Member) -> bool:
    """Return whether somebody is there, or may still be called."""
    if holder.alternate_of_id is not None:
        presence = held.presences.get(holder.alternate_of_id)
        return presence is None or presence.kind is AttendanceKind.SUBSTITUTED
    presence = held.presences.get(holder.id)
    return holder.has_seat and (presence is None or presence.kind not in _CANNOT_HOLD)
