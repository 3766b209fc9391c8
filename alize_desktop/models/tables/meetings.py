"""Meetings, their agenda, and who is in the room.

Attendance is an append-only ledger: where a member stands is the last event
that names that member. Recusals are events too, and name the agenda item.
"""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import AttendanceKind, ItemStep, MeetingState
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.types import JsonType
from alize_desktop.models.tables.vocabulary import one_of


class StoredMeeting(Base):
    """One meeting of the committee.

    Attributes:
        starts_at: Hour on the wall clock of the programme's time zone.
        rules: Rules of the committee it is held under, as they were: a JSON map.
    """

    __tablename__ = "meeting"
    __table_args__ = (Index("uq_meeting_number", "number", unique=True), STRICT)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str]
    held_on: Mapped[date]
    starts_at: Mapped[time]
    place: Mapped[str] = mapped_column(default="")
    presiding_member_id: Mapped[UUID | None] = mapped_column(reference("member.id"))
    secretary: Mapped[str] = mapped_column(default="")
    state: Mapped[MeetingState] = one_of(MeetingState, "state")
    created_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    quorum_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    rules: Mapped[dict[str, Any]] = mapped_column(JsonType)


class StoredItem(Base):
    """One dossier on one agenda.

    Attributes:
        position: Order of passage, from 1.
        begun_at: When the dossier was presented, None before.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (
        CheckConstraint("position >= 1", name="position_positive"),
        UniqueConstraint("meeting_id", "dossier_id"),
        Index("ix_agenda_item_dossier_id", "dossier_id"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"))
    position: Mapped[int]
    dossier_id: Mapped[UUID] = mapped_column(reference("dossier.id"))
    step: Mapped[ItemStep] = one_of(ItemStep, "step")
    begun_at: Mapped[datetime | None]


class StoredAttendance(Base):
    """One thing said of one member's attendance. Never changed, never deleted.

    Attributes:
        sequence: Order in which things were said.
        holder_id: Member who holds the proxy, when represented.
        item_id: Agenda item, for a recusal only.
    """

    __tablename__ = "attendance_event"
    __table_args__ = (
        CheckConstraint(
            "(kind IN ('recused', 'recusal_lifted')) = (item_id IS NOT NULL)",
            name="item_of_recusals",
        ),
        CheckConstraint("holder_id IS NULL OR holder_id <> member_id", name="holder_is_another"),
        Index("uq_attendance_event_id", "id", unique=True),
        Index("ix_attendance_event_meeting_id", "meeting_id", "member_id"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"))
    member_id: Mapped[UUID] = mapped_column(reference("member.id"))
    kind: Mapped[AttendanceKind] = one_of(AttendanceKind, "kind")
    holder_id: Mapped[UUID | None] = mapped_column(reference("member.id"))
    item_id: Mapped[UUID | None] = mapped_column(reference("agenda_item.id"))
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
