"""A meeting read back from the file: its row, its agenda, who is there."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import bindparam, case, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ItemKind, ItemStep, MeetingState
from alize_desktop.models.records.meetings import AgendaLine, MeetingDraft, MeetingRow
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredAttendance, StoredItem, StoredMeeting
from alize_desktop.models.tables.types import MoneyType
from alize_desktop.models.values import ZERO
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.services.frozen import roster_of
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.people import read_members
from alize_desktop.services.restored import restored
from alize_desktop.services.seating import seating_of
from alize_desktop.services.whereabouts import AttendanceEvent, replay
from alize_desktop.wording.regulations import MODEL_LABEL

_COUNTS: Final = (
    select(
        StoredItem.meeting_id,
        func.count().label("dossiers"),
        func.sum(case((StoredItem.step == ItemStep.DECIDED, 1), else_=0)).label("decided"),
    )
    .where(StoredItem.kind == ItemKind.DOSSIER)
    .group_by(StoredItem.meeting_id)
    .subquery()
)

_MEETINGS: Final = select(StoredMeeting.__table__, _COUNTS.c.dossiers, _COUNTS.c.decided).outerjoin(
    _COUNTS, _COUNTS.c.meeting_id == StoredMeeting.id
)
_ROWS: Final = _MEETINGS.order_by(StoredMeeting.held_on.desc(), StoredMeeting.number.desc())
_MEETING: Final = _MEETINGS.where(StoredMeeting.id == bindparam("meeting"))
_EVENTS: Final = (
    select(
        StoredAttendance.member_id,
        StoredAttendance.kind,
        StoredAttendance.at,
        StoredAttendance.holder_id,
        StoredAttendance.item_id,
        StoredAttendance.reason,
    )
    .where(StoredAttendance.meeting_id == bindparam("meeting"))
    .order_by(StoredAttendance.sequence)
)

_BEFORE: Final = aliased(StoredDecision)
_EARLIER: Final = aliased(StoredDecision)
_LAST_BEFORE: Final = (
    select(func.max(_EARLIER.sequence))
    .where(
        _EARLIER.dossier_id == StoredItem.dossier_id,
        _EARLIER.outcome.in_(APPROVALS),
        or_(StoredDecision.sequence.is_(None), _EARLIER.sequence < StoredDecision.sequence),
    )
    .scalar_subquery()
)
"""The approval that held before the decision of a point."""

_AGENDA: Final = (
    select(
        StoredItem.id,
        StoredItem.position,
        StoredItem.dossier_id,
        func.coalesce(StoredDossier.number, "").label("number"),
        func.coalesce(StoredDossier.company_name, StoredItem.title).label("company"),
        func.coalesce(StoredDossier.company_town, "").label("town"),
        func.coalesce(StoredDossier.request_amount, literal(ZERO, MoneyType)).label(
            "requested_amount"
        ),
        func.coalesce(StoredDossier.skills_days, 0).label("days"),
        func.coalesce(StoredDossier.jobs_created, 0).label("jobs_created"),
        StoredItem.step,
        StoredDecision.outcome,
        StoredItem.kind,
        StoredItem.turn,
        StoredItem.conclusion,
        StoredItem.is_late,
        StoredItem.is_carried_over,
        StoredItem.note,
        StoredItem.source_id,
        StoredDecision.amount.label("granted_amount"),
        StoredDecision.days.label("granted_days"),
        func.coalesce(_BEFORE.number, "").label("before_number"),
        _BEFORE.amount.label("before_amount"),
        _BEFORE.months.label("before_months"),
    )
    .outerjoin(StoredDossier, StoredDossier.id == StoredItem.dossier_id)
    .outerjoin(StoredDecision, StoredDecision.item_id == StoredItem.id)
    .outerjoin(_BEFORE, _BEFORE.sequence == _LAST_BEFORE)
    .where(StoredItem.meeting_id == bindparam("meeting"))
    .order_by(StoredItem.turn)
)


def read_rows(session: Session) -> tuple[MeetingRow, ...]:
    """Return every meeting, newest first."""
    return tuple(_row(each) for each in session.execute(_ROWS).mappings())


def read_row(session: Session, meeting_id: UUID) -> MeetingRow:
    """Return the line of one meeting.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    return _row(_one(session, meeting_id))


def read_meeting(session: Session, meeting_id: UUID) -> HeldMeeting:
    """Return a meeting with its attendance, in three statements.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    found = _one(session, meeting_id)
    events = session.execute(_EVENTS, {"meeting": meeting_id})
    members = _members(session, found)
    return HeldMeeting(
        row=_row(found),
        rules=restored(CommitteeRules, found["rules"]),
        opened_at=found["opened_at"],
        quorum_at=found["quorum_at"],
        closed_at=found["closed_at"],
        members=members,
        seating=seating_of(members),
        where=replay(AttendanceEvent(*each) for each in events),
        rules_name=found["rules_name"] or MODEL_LABEL,
        minutes_version=found["minutes_version"],
    )


def read_agenda(session: Session, held: HeldMeeting) -> tuple[AgendaLine, ...]:
    """Return the agenda of a meeting in the order in which points are taken."""
    return tuple(
        AgendaLine(**each, recused=_names(held, each["id"]))
        for each in session.execute(_AGENDA, {"meeting": held.row.id}).mappings()
    )


def meeting_of_item(session: Session, item_id: UUID) -> UUID:
    """Return the meeting of an agenda item.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    found = session.scalar(select(StoredItem.meeting_id).where(StoredItem.id == item_id))
    if found is None:
        raise UserError(ErrorCode.MEETING_NOT_FOUND, number=str(item_id))
    return found


def meeting_day_of_item(session: Session, item_id: UUID) -> date:
    """Return the day of the meeting of an agenda item.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    found = session.scalar(
        select(StoredMeeting.held_on)
        .join(StoredItem, StoredItem.meeting_id == StoredMeeting.id)
        .where(StoredItem.id == item_id)
    )
    if found is None:
        raise UserError(ErrorCode.MEETING_NOT_FOUND, number=str(item_id))
    return found


def _names(held: HeldMeeting, item_id: UUID) -> tuple[str, ...]:
    recused = held.recusals.get(item_id, ())
    return tuple(held.member(each.member_id).sheet.full_name for each in recused)


def _one(session: Session, meeting_id: UUID) -> Mapping[Any, Any]:
    found = session.execute(_MEETING, {"meeting": meeting_id}).mappings()
    for each in found:
        return each
    raise UserError(ErrorCode.MEETING_NOT_FOUND, number=str(meeting_id))


def _members(session: Session, meeting: Mapping[Any, Any]) -> tuple[Member, ...]:
    over = meeting["state"] in (MeetingState.CLOSED, MeetingState.APPROVED)
    was_closed = over or meeting["minutes_version"] > 1
    kept = roster_of(session, meeting["id"]) if was_closed else None
    return read_members(session, meeting_id=meeting["id"]) if kept is None else kept


def _row(columns: Mapping[Any, Any]) -> MeetingRow:
    draft = MeetingDraft(
        held_on=columns["held_on"],
        starts_at=columns["starts_at"],
        place=columns["place"],
        presiding_member_id=columns["presiding_member_id"],
        secretary=columns["secretary"],
        kind=columns["kind"],
        second_notice_of=columns["second_notice_of"],
        replies_by=columns["replies_by"],
    )
    return MeetingRow(
        id=columns["id"],
        number=columns["number"],
        draft=draft,
        state=columns["state"],
        dossiers=columns["dossiers"] or 0,
        decided=columns["decided"] or 0,
    )
