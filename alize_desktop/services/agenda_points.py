"""What may be added to an agenda, and when it still changes."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ItemKind, LateItemRule, MeetingKind, MeetingState
from alize_desktop.models.records.meetings import AgendaLine, ItemDraft, MeetingRow
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.field_checks import check_present, check_text
from alize_desktop.services.agenda_items import put_on
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import read_agenda, read_meeting, read_row
from alize_desktop.services.second_notice import left_undecided
from alize_desktop.wording.agenda import standing_title

_SOURCES: Final = {
    ItemKind.MINUTES_APPROVAL: MeetingKind.ORDINARY,
    ItemKind.RATIFICATION: MeetingKind.WRITTEN,
}
"""Points about another meeting, and of what kind it is."""


def in_preparation(session: Session, meeting_id: UUID) -> HeldMeeting:
    """Return a meeting whose agenda may change.

    Raises:
        UserError: ``MEETING_NOT_FOUND``; ``AGENDA_FROZEN`` once the notice is sent;
            ``MEETING_NOT_IN_PREPARATION`` once the meeting has begun.
    """
    held = read_meeting(session, meeting_id)
    if held.row.state is MeetingState.CONVENED:
        raise UserError(ErrorCode.AGENDA_FROZEN, number=held.row.number)
    if held.row.state is not MeetingState.PREPARATION:
        raise UserError(ErrorCode.MEETING_NOT_IN_PREPARATION, number=held.row.number)
    return held


def check_open(row: MeetingRow) -> None:
    """Refuse what is only done in an open meeting.

    Raises:
        UserError: ``MEETING_NOT_OPEN``.
    """
    if row.state is not MeetingState.OPEN:
        raise UserError(ErrorCode.MEETING_NOT_OPEN, number=row.number)


def check_may_add(held: HeldMeeting, draft: ItemDraft) -> bool:
    """Return whether a point comes late; refuse it when the rules do.

    Raises:
        UserError: ``MEETING_NOT_IN_PREPARATION`` once the meeting is over;
            ``LATE_ITEM_REFUSED``; ``LATE_ITEM_WITHOUT_CONSENT``.
    """
    if held.row.state is MeetingState.PREPARATION:
        return False
    if held.row.state not in (MeetingState.CONVENED, MeetingState.OPEN):
        raise UserError(ErrorCode.MEETING_NOT_IN_PREPARATION, number=held.row.number)
    rule = held.rules.late_items
    if rule is LateItemRule.REFUSED:
        raise UserError(ErrorCode.LATE_ITEM_REFUSED)
    if not draft.consented:
        raise UserError(ErrorCode.LATE_ITEM_WITHOUT_CONSENT, rule=rule)
    return True


def point_columns(
    registry: Registry, session: Session, held: HeldMeeting, draft: ItemDraft
) -> dict[str, object]:
    """Return the columns of a point to add, its dossier moved.

    A second notice waives the quorum for what it announces: a dossier added later is
    not carried over, even when the meeting without quorum left it.

    Raises:
        UserError: The point is refused (see ``AgendaService.add``).
    """
    if draft.kind is ItemKind.DOSSIER:
        if draft.dossier_id is None:
            raise UserError(ErrorCode.DOSSIER_NOT_FOUND, number="")
        put_on(registry, session, held.row.id, draft.dossier_id)
        is_announced = held.row.state is MeetingState.PREPARATION
        left = left_undecided(session, held.row.draft.second_notice_of)
        return {
            "kind": draft.kind,
            "dossier_id": draft.dossier_id,
            "is_carried_over": is_announced and draft.dossier_id in left,
        }
    source = _source(session, held, draft)
    title = " ".join(draft.title.split())
    if not title and source is not None:
        title = standing_title(draft.kind, source.number, source.draft.held_on)
    title = title or standing_title(draft.kind)
    check_present(title)
    check_text(title)
    _check_once(read_agenda(session, held), draft, title)
    return {"kind": draft.kind, "title": title, "source_id": source.id if source else None}


def _source(session: Session, held: HeldMeeting, draft: ItemDraft) -> MeetingRow | None:
    """Return the meeting that a point is about, None for a point about none."""
    kind = _SOURCES.get(draft.kind)
    if kind is None:
        return None
    if draft.source_id is None or draft.source_id == held.row.id:
        raise UserError(ErrorCode.ITEM_SOURCE_REFUSED)
    row = read_row(session, draft.source_id)
    if row.state is not MeetingState.CLOSED or row.draft.kind is not kind:
        raise UserError(ErrorCode.ITEM_SOURCE_REFUSED)
    return row


def _check_once(agenda: Sequence[AgendaLine], draft: ItemDraft, title: str) -> None:
    for each in agenda:
        if each.kind is not draft.kind:
            continue
        same = each.company == title if draft.kind is ItemKind.INFORMATION else True
        if same and (draft.kind not in _SOURCES or each.source_id == draft.source_id):
            raise UserError(ErrorCode.ITEM_TWICE, title=each.company)
