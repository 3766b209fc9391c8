"""Attendance events: checked, then written with their journal line. Never changed."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.people import Member
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.meetings import StoredAttendance
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.whereabouts import (
    PROXY_NOTES,
    RECUSALS,
    SITTING,
    AttendanceEvent,
)

_CANNOT_HOLD: Final = (
    AttendanceKind.EXCUSED,
    AttendanceKind.ABSENT,
    AttendanceKind.REPRESENTED,
    AttendanceKind.SUBSTITUTED,
    AttendanceKind.DEPARTED,
)
_NOT_IN_WRITING: Final = (
    AttendanceKind.REPRESENTED,
    AttendanceKind.DEPARTED,
    *PROXY_NOTES,
)


def attendance_event(
    held: HeldMeeting,
    now: datetime,
    member_id: UUID,
    kind: AttendanceKind,
    holder_id: UUID | None = None,
    document: str = "",
) -> AttendanceEvent | None:
    """Return what is to be written, None when the member is there already.

    In a written consultation who is said present has answered in writing.

    Raises:
        UserError: ``MEMBER_UNKNOWN``; ``MEMBER_NOT_VOTING`` for somebody without a seat
            or without an alternate; ``WRITTEN_CONSULTATION``; ``MEMBER_NOT_PRESENT`` for
            a departure; ``PROXY_MISSING``; ``PROXY_TO_ONESELF``;
            ``PROXY_HOLDER_ABSENT``; ``TEXT_MISSING`` for a document; a text too long.
    """
    check_text(document)
    if held.is_written and kind is AttendanceKind.PRESENT:
        kind = AttendanceKind.REMOTE
    _check(held, held.member(member_id), kind, holder_id)
    event = AttendanceEvent(member_id, kind, now)
    if kind is AttendanceKind.PROXY_DOCUMENTED and not document.strip():
        raise UserError(ErrorCode.TEXT_MISSING, what="comment le pouvoir a été reçu")
    if kind in (AttendanceKind.REPRESENTED, AttendanceKind.PROXY_DOCUMENTED):
        holder = holder_id if kind is AttendanceKind.REPRESENTED else None
        event = AttendanceEvent(member_id, kind, event.at, holder, None, document.strip())
    return None if _is_known(held, event) else event


def stamp(registry: Registry, session: Session, meeting_id: UUID, event: AttendanceEvent) -> None:
    """Write one attendance event or recusal, with its journal line."""
    columns: dict[str, Any] = {
        "id": registry.new_id(),
        "meeting_id": meeting_id,
        "member_id": event.member_id,
        "kind": event.kind,
        "holder_id": event.holder_id,
        "item_id": event.item_id,
        "reason": event.reason,
        "at": event.at,
    }
    session.execute(insert(StoredAttendance).values(columns))
    action = "recusal.recorded" if event.kind in RECUSALS else "attendance.recorded"
    details: dict[str, object] = {
        "member": str(event.member_id),
        "kind": event.kind.value,
        "holder": str(event.holder_id) if event.holder_id else None,
        "item": str(event.item_id) if event.item_id else None,
        "reason": event.reason,
    }
    registry.journal(session, action, "meeting", meeting_id, details)


def _check(held: HeldMeeting, member: Member, kind: AttendanceKind, holder_id: UUID | None) -> None:
    name = member.sheet.full_name
    if not member.has_seat or kind in RECUSALS:
        raise UserError(ErrorCode.MEMBER_NOT_VOTING, member=name)
    if held.is_written and kind in _NOT_IN_WRITING:
        raise UserError(ErrorCode.WRITTEN_CONSULTATION)
    if kind is AttendanceKind.SUBSTITUTED and held.alternate_of(member) is None:
        raise UserError(ErrorCode.MEMBER_NOT_VOTING, member=name)
    if kind is AttendanceKind.DEPARTED and not _came(held, member):
        raise UserError(ErrorCode.MEMBER_NOT_PRESENT, member=name)
    if kind in PROXY_NOTES and member.id not in held.proxies:
        raise UserError(ErrorCode.PROXY_MISSING, member=name)
    if kind is AttendanceKind.REPRESENTED:
        _check_holder(held, member, holder_id)


def _check_holder(held: HeldMeeting, member: Member, holder_id: UUID | None) -> None:
    if holder_id is None or holder_id == member.id:
        raise UserError(ErrorCode.PROXY_TO_ONESELF, member=member.sheet.full_name)
    holder = held.member(holder_id)
    if not _may_hold(held, holder):
        raise UserError(
            ErrorCode.PROXY_HOLDER_ABSENT,
            giver=member.sheet.full_name,
            holder=holder.sheet.full_name,
        )


def _came(held: HeldMeeting, member: Member) -> bool:
    """Return whether somebody sits on the seat, or has just been said to leave it."""
    last = next((each for each in reversed(held.where.events) if each.member_id == member.id), None)
    left = last is not None and last.kind is AttendanceKind.DEPARTED
    return left or held.kind_of(member.id) in SITTING


def _is_known(held: HeldMeeting, event: AttendanceEvent) -> bool:
    """Return whether an event would change nothing."""
    proxy, kind = held.proxies.get(event.member_id), held.kind_of(event.member_id)
    match event.kind:
        case AttendanceKind.DEPARTED:
            return kind not in SITTING
        case AttendanceKind.PROXY_DOCUMENTED:
            return proxy is not None and proxy.document == event.reason
        case AttendanceKind.PROXY_REVOKED:
            return False
        case AttendanceKind.REPRESENTED if proxy is not None:
            same = proxy.holder_id == event.holder_id and event.reason in ("", proxy.document)
            return kind is event.kind and same
        case _:
            return kind is event.kind


def _may_hold(held: HeldMeeting, holder: Member) -> bool:
    """Return whether somebody is there, or may still be called."""
    if holder.alternate_of_id is not None:
        kind = held.kind_of(holder.alternate_of_id)
        return kind in (None, AttendanceKind.SUBSTITUTED)
    return holder.has_seat and held.kind_of(holder.id) not in _CANNOT_HOLD
