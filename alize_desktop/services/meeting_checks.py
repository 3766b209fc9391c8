"""What may be said of a meeting when it is prepared, and changed afterwards."""

from dataclasses import fields, replace
from typing import Any

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MeetingKind, MeetingState
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.people import read_members


def tidied(draft: MeetingDraft) -> MeetingDraft:
    """Return a draft without what its kind does not read.

    Raises:
        UserError: ``TEXT_TOO_LONG`` or ``TEXT_HAS_CONTROL_CHARACTERS``;
            ``REPLIES_BY_MISSING``; ``REPLIES_BY_TOO_EARLY``.
    """
    for text in (draft.place, draft.secretary):
        check_text(text)
    draft = replace(draft, place=draft.place.strip(), secretary=draft.secretary.strip())
    if draft.kind is not MeetingKind.WRITTEN:
        return replace(draft, replies_by=None)
    if draft.replies_by is None:
        raise UserError(ErrorCode.REPLIES_BY_MISSING)
    if draft.replies_by < draft.held_on:
        raise UserError(
            ErrorCode.REPLIES_BY_TOO_EARLY, replies_by=draft.replies_by, held_on=draft.held_on
        )
    return draft


def draft_columns(draft: MeetingDraft) -> dict[str, Any]:
    """Return a draft as columns of the table of meetings."""
    return {each.name: getattr(draft, each.name) for each in fields(draft)}


def check_draft(session: Session, draft: MeetingDraft) -> None:
    """Refuse a presiding member who may not preside.

    Raises:
        UserError: ``MEMBER_UNKNOWN``; ``MEMBER_CANNOT_PRESIDE``.
    """
    if draft.presiding_member_id is None:
        return
    known = {each.id: each for each in read_members(session)}
    presiding = known.get(draft.presiding_member_id)
    if presiding is None:
        raise UserError(ErrorCode.MEMBER_UNKNOWN, member="")
    if not presiding.has_seat:
        raise UserError(ErrorCode.MEMBER_CANNOT_PRESIDE, member=presiding.sheet.full_name)


def check_may_save(held: HeldMeeting, draft: MeetingDraft) -> None:
    """Refuse to change what was announced, or what has begun.

    Raises:
        UserError: ``MEETING_NOT_IN_PREPARATION``; ``DATE_NOTIFIED``;
            ``PRESIDING_MEMBER_ABSENT``; ``SECRETARY_MISSING``.
    """
    before, state = held.row.draft, held.row.state
    kept = replace(draft, second_notice_of=before.second_notice_of)
    if state is MeetingState.PREPARATION and draft == kept:
        return
    roles = replace(
        before, presiding_member_id=draft.presiding_member_id, secretary=draft.secretary
    )
    if state is MeetingState.CONVENED:
        _check_convened(held, draft, roles)
        return
    if state is not MeetingState.OPEN or draft != roles:
        raise UserError(ErrorCode.MEETING_NOT_IN_PREPARATION, number=held.row.number)
    if draft.presiding_member_id is None:
        raise UserError(ErrorCode.PRESIDING_MEMBER_ABSENT)
    if not draft.secretary:
        raise UserError(ErrorCode.SECRETARY_MISSING)


def _check_convened(held: HeldMeeting, draft: MeetingDraft, roles: MeetingDraft) -> None:
    """Refuse an earlier day, and another kind of meeting, once the notice is sent."""
    before = held.row.draft
    moved = replace(
        roles,
        held_on=draft.held_on,
        starts_at=draft.starts_at,
        place=draft.place,
        replies_by=draft.replies_by,
    )
    if draft != moved:
        raise UserError(ErrorCode.MEETING_NOT_IN_PREPARATION, number=held.row.number)
    if draft.held_on < before.held_on:
        raise UserError(ErrorCode.DATE_NOTIFIED, number=held.row.number, held_on=before.held_on)
