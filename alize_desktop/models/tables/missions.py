"""Missions, and what happened to them."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import Agreement, MissionEventKind
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.types import HundredthsType
from alize_desktop.models.tables.vocabulary import one_of
from alize_desktop.models.values import Money


class StoredMission(Base):
    """A mission, field for field that of ``MissionSheet``.

    Attributes:
        number: Given by year, with no gap: ``2026-M003``.
        is_history: Whether it was taken over from a workbook of the past.
    """

    __tablename__ = "mission"
    __table_args__ = (
        CheckConstraint("planned_days >= 0", name="planned_days_not_negative"),
        CheckConstraint("revision >= 1", name="revision_positive"),
        Index("uq_mission_number", "number", unique=True),
        Index("ix_mission_dossier_id", "dossier_id"),
        Index("ix_mission_partner_id", "partner_id"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[str]
    dossier_id: Mapped[UUID] = mapped_column(reference("dossier.id"))
    partner_id: Mapped[UUID] = mapped_column(reference("partner.id"))
    category: Mapped[str]
    planned_days: Mapped[Decimal] = mapped_column(HundredthsType)
    day_value: Mapped[Money]
    contributor: Mapped[str]
    position: Mapped[str]
    goals: Mapped[str]
    place: Mapped[str]
    calendar: Mapped[str]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    consent: Mapped[Agreement] = one_of(Agreement, "consent")
    same_group: Mapped[Agreement] = one_of(Agreement, "same_group")
    is_history: Mapped[bool]
    revision: Mapped[int]


class StoredMissionEvent(Base):
    """One event of a mission, that of ``MissionEventDraft``. Never changed, never deleted.

    Attributes:
        sequence: Order of entry.
        names_id: Event that is confirmed or taken back.
    """

    __tablename__ = "mission_event"
    __table_args__ = (
        CheckConstraint("days >= 0", name="days_not_negative"),
        CheckConstraint("rating BETWEEN 1 AND 5", name="rating_known"),
        Index("uq_mission_event_id", "id", unique=True),
        Index("ix_mission_event_mission_id", "mission_id", "value_on"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    mission_id: Mapped[UUID] = mapped_column(reference("mission.id"))
    kind: Mapped[MissionEventKind] = one_of(MissionEventKind, "kind")
    value_on: Mapped[date]
    days: Mapped[Decimal] = mapped_column(HundredthsType)
    text: Mapped[str]
    rating: Mapped[int | None]
    ends_on: Mapped[date | None]
    author: Mapped[str]
    names_id: Mapped[UUID | None] = mapped_column(reference("mission_event.id"))
    entered_at: Mapped[datetime]
