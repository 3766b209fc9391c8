"""A meeting read back from the file: its row, its agenda, who is there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, case, func, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AttendanceKind, ItemStep, MemberOffice
from alize_desktop.models.records.meetings import (
    AgendaLine,
    Attendance,
    MeetingDraft,
    MeetingRow,
)
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredAttendance, StoredItem, StoredMeeting
from alize_desktop.services.people import read_members
from alize_desktop.services.rules_snapshot import rules_of

RECUSALS: Final = (AttendanceKind.RECUSED, AttendanceKind.RECUSAL_LIFTED)

_COUNTS: Final = (
    select(
        StoredItem.meeting_id,
        func.count().label("dossiers"),
        func.sum(case((StoredItem.step == ItemStep.DECIDED, 1), else_=0)).label("decided"),
    )
    .group_by(StoredItem.meeting_id)
    .subquery()
)


@dataclass(frozen=True, slots=True)
class Recusal:
    """A recusal that holds on one agenda item."""

    member_id: UUID
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Presence:
    """Where one member stands: the last attendance event that names the member."""

    kind: AttendanceKind
    holder_id: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """Everything about a meeting that its services reason with.

    Attributes:
        members: In office, and those who left if an event names them.
        presences: By member, for those the roll has reached.
        recusals: By agenda item, those that hold.
    """

    row: MeetingRow
    rules: CommitteeRules
    opened_at: datetime | None
    quorum_at: datetime | None
    closed_at: datetime | None
    members: tuple[Member, ...]
    presences: Mapping[UUID, Presence]
    recusals: Mapping[UUID, tuple[Recusal, ...]]

    @property
    def presiding(self) -> Member | None:
        """Who presides: the member named, else the chair of the committee."""
        named = self.row.draft.presiding_member_id
        for each in self.members:
            if each.id == named:
                return each
        return next(
            (each for each in self.members if each.sheet.office is MemberOffice.CHAIR), None
        )

    def member(self, member_id: UUID) -> Member:
        """Return a member.

        Raises:
            UserError: ``MEMBER_UNKNOWN``.
        """
        for each in self.members:
            if each.id == member_id:
                return each
        raise UserError(ErrorCode.MEMBER_UNKNOWN, member=str(member_id))

    def attendance(self) -> tuple[Attendance, ...]:
        """Return where each seat stands, by seat; alternates have no line of their own."""
        return tuple(self._attendance(each) for each in self.members if each.has_seat)

    def _attendance(self, member: Member) -> Attendance:
        presence = self.presences.get(member.id)
        if presence is None:
            return Attendance(member, None, None, None)
        return Attendance(member, presence.kind, presence.holder_id, presence.at)


def read_rows(session: Session, *conditions: ColumnElement[bool]) -> tuple[MeetingRow, ...]:
    """Return meetings, newest first."""
    statement = (
        select(StoredMeeting.__table__, _COUNTS.c.dossiers, _COUNTS.c.decided)
        .outerjoin(_COUNTS, _COUNTS.c.meeting_id == StoredMeeting.id)
        .where(*conditions)
        .order_by(StoredMeeting.held_on.desc(), StoredMeeting.number.desc())
    )
    return tuple(_row(dict(each)) for each in session.execute(statement).mappings())


def read_meeting(session: Session, meeting_id: UUID) -> HeldMeeting:
    """Return a meeting with its attendance, in a fixed number of statements.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    rows = read_rows(session, StoredMeeting.id == meeting_id)
    if not rows:
        raise UserError(ErrorCode.MEETING_NOT_FOUND, number=str(meeting_id))
    times = session.execute(
        select(
            StoredMeeting.rules,
            StoredMeeting.opened_at,
            StoredMeeting.quorum_at,
            StoredMeeting.closed_at,
        ).where(StoredMeeting.id == meeting_id)
    ).one()
    events = session.execute(
        select(StoredAttendance.__table__)
        .where(StoredAttendance.meeting_id == meeting_id)
        .order_by(StoredAttendance.sequence)
    ).all()
    named = {each.member_id for each in events}
    members = read_members(session, former=True)
    in_office = {each.id for each in read_members(session)}
    presences, recusals = _replay(events)
    return HeldMeeting(
        row=rows[0],
        rules=rules_of(times.rules),
        opened_at=times.opened_at,
        quorum_at=times.quorum_at,
        closed_at=times.closed_at,
        members=tuple(each for each in members if each.id in in_office or each.id in named),
        presences=presences,
        recusals=recusals,
    )


def read_agenda(session: Session, held: HeldMeeting) -> tuple[AgendaLine, ...]:
    """Return the agenda of a meeting in the order of passage."""
    statement = (
        select(
            StoredItem.id,
            StoredItem.position,
            StoredItem.dossier_id,
            StoredDossier.number,
            StoredDossier.company_name,
            StoredDossier.company_town,
            StoredDossier.request_amount,
            StoredDossier.skills_days,
            StoredDossier.jobs_created,
            StoredItem.step,
            StoredDecision.outcome,
        )
        .join(StoredDossier, StoredDossier.id == StoredItem.dossier_id)
        .outerjoin(StoredDecision, StoredDecision.item_id == StoredItem.id)
        .where(StoredItem.meeting_id == held.row.id)
        .order_by(StoredItem.position)
    )
    return tuple(
        AgendaLine(*each, recused=_names(held, each.id)) for each in session.execute(statement)
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


def _names(held: HeldMeeting, item_id: UUID) -> tuple[str, ...]:
    return tuple(
        held.member(each.member_id).sheet.full_name for each in held.recusals.get(item_id, ())
    )


def _row(columns: dict[str, Any]) -> MeetingRow:
    draft = MeetingDraft(
        held_on=columns["held_on"],
        starts_at=columns["starts_at"],
        place=columns["place"],
        presiding_member_id=columns["presiding_member_id"],
        secretary=columns["secretary"],
    )
    return MeetingRow(
        id=columns["id"],
        number=columns["number"],
        draft=draft,
        state=columns["state"],
        dossiers=columns["dossiers"] or 0,
        decided=columns["decided"] or 0,
    )


def _replay(
    events: Sequence[Row[Any]],
) -> tuple[dict[UUID, Presence], dict[UUID, tuple[Recusal, ...]]]:
    presences: dict[UUID, Presence] = {}
    recusals: dict[UUID, dict[UUID, Recusal]] = {}
    for each in events:
        if each.kind not in RECUSALS:
            presences[each.member_id] = Presence(each.kind, each.holder_id, each.at)
            continue
        of_item = recusals.setdefault(each.item_id, {})
        of_item.pop(each.member_id, None)
        if each.kind is AttendanceKind.RECUSED:
            of_item[each.member_id] = Recusal(each.member_id, each.reason, each.at)
    return presences, {item: tuple(held.values()) for item, held in recusals.items()}
