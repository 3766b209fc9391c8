"""Meetings, their agenda, and who is in the room.

Attendance is an append-only ledger: where a member stands is the last event
that names that member. Recusals are events too, and name the agenda item.
"""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import (
    AnswerKind,
    AttendanceKind,
    ItemConclusion,
    ItemKind,
    ItemStep,
    MeetingEventKind,
    MeetingKind,
    MeetingState,
)
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.types import JsonType
from alize_desktop.models.tables.vocabulary import one_of


class StoredMeeting(Base):
    """One meeting of the committee.

    Attributes:
        starts_at: Hour on the wall clock of the programme's time zone.
        kind: A meeting, or a written consultation.
        second_notice_of: Meeting without quorum that this one is the second notice of.
        replies_by: Last day of a written consultation.
        rules: Rules of the committee it is held under, as they were: a JSON map.
        rules_name: How papers name these rules.
        minutes_version: 1, then one more each time the meeting is opened again.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        CheckConstraint("minutes_version >= 1", name="minutes_version_positive"),
        Index("uq_meeting_number", "number", unique=True),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str]
    held_on: Mapped[date]
    starts_at: Mapped[time]
    place: Mapped[str] = mapped_column(default="")
    presiding_member_id: Mapped[UUID | None] = mapped_column(reference("member.id"))
    secretary: Mapped[str] = mapped_column(default="")
    kind: Mapped[MeetingKind] = one_of(MeetingKind, "kind", MeetingKind.ORDINARY)
    second_notice_of: Mapped[UUID | None] = mapped_column(reference("meeting.id"))
    replies_by: Mapped[date | None]
    state: Mapped[MeetingState] = one_of(MeetingState, "state")
    created_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    quorum_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    rules: Mapped[dict[str, Any]] = mapped_column(JsonType)
    rules_name: Mapped[str] = mapped_column(default="")
    minutes_version: Mapped[int] = mapped_column(default=1)


class StoredMeetingEvent(Base):
    """Something that happened to a meeting as a whole. Never changed, never deleted.

    Attributes:
        sequence: Order in which things happened.
        until: When a suspended meeting is to resume.
    """

    __tablename__ = "meeting_event"
    __table_args__ = (
        Index("uq_meeting_event_id", "id", unique=True),
        Index("ix_meeting_event_meeting_id", "meeting_id"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"))
    kind: Mapped[MeetingEventKind] = one_of(MeetingEventKind, "kind")
    at: Mapped[datetime]
    until: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")


class StoredAnswer(Base):
    """What a member answered to the notice. Never changed, never deleted.

    Attributes:
        sequence: Order of the answers: the last one of a member holds.
        kind: None when the answer is taken back.
        holder_id: Who is to hold the proxy.
    """

    __tablename__ = "meeting_answer"
    __table_args__ = (
        CheckConstraint("holder_id IS NULL OR holder_id <> member_id", name="holder_is_another"),
        Index("uq_meeting_answer_id", "id", unique=True),
        Index("ix_meeting_answer_meeting_id", "meeting_id", "member_id"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"))
    member_id: Mapped[UUID] = mapped_column(reference("member.id"))
    kind: Mapped[AnswerKind | None] = one_of(AnswerKind, "kind")
    holder_id: Mapped[UUID | None] = mapped_column(reference("member.id"))
    at: Mapped[datetime]


class StoredItem(Base):
    """One point of an agenda: a dossier, or a standing point.

    Attributes:
        position: Number of passage, from 1; frozen by the notice.
        turn: Order in which points are taken, from 1.
        title: Title of a standing point; empty for a dossier.
        source_id: Meeting whose minutes are approved or that is ratified.
        conclusion: How a standing point ended, None before.
        note: What is told of a standing point.
        is_late: Whether it was added after the notice.
        is_carried_over: Whether a second notice brings it back without quorum.
        begun_at: When it was presented, None before.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (
        CheckConstraint("position >= 1", name="position_positive"),
        CheckConstraint("turn >= 1", name="turn_positive"),
        CheckConstraint("(kind = 'dossier') = (dossier_id IS NOT NULL)", name="dossier_of_kind"),
        UniqueConstraint("meeting_id", "dossier_id"),
        Index("ix_agenda_item_dossier_id", "dossier_id"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"))
    position: Mapped[int]
    turn: Mapped[int]
    kind: Mapped[ItemKind] = one_of(ItemKind, "kind", ItemKind.DOSSIER)
    dossier_id: Mapped[UUID | None] = mapped_column(reference("dossier.id"))
    title: Mapped[str] = mapped_column(default="")
    source_id: Mapped[UUID | None] = mapped_column(reference("meeting.id"))
    step: Mapped[ItemStep] = one_of(ItemStep, "step")
    conclusion: Mapped[ItemConclusion | None] = one_of(ItemConclusion, "conclusion")
    note: Mapped[str] = mapped_column(default="")
    is_late: Mapped[bool] = mapped_column(default=False)
    is_carried_over: Mapped[bool] = mapped_column(default=False)
    begun_at: Mapped[datetime | None]


class StoredAttendance(Base):
    """One thing said of one member's attendance. Never changed, never deleted.

    Attributes:
        sequence: Order in which things were said.
        holder_id: Member who holds the proxy, when represented.
        item_id: Agenda item, for a recusal only.
        reason: Of a recusal; how a written proxy was received.
    """

    __tablename__ = "attendance_event"
    __table_args__ = (
        CheckConstraint(
            "(kind IN ('recused', 'recusal_lifted', 'recusal_set_aside')) = (item_id IS NOT NULL)",
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
