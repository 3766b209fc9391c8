"""What partner companies offer, and to whom they lend nobody."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import ConflictKind
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.types import JsonType
from alize_desktop.models.tables.vocabulary import one_of


class StoredPartnerProfile(Base):
    """The agreement of a partner and its people, field for field that of ``PartnerProfile``.

    Attributes:
        correspondents: ``Correspondent`` in plain form, in order.
        absences: ``Absence`` in plain form, in order.
    """

    __tablename__ = "partner_profile"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision_positive"), STRICT)

    partner_id: Mapped[UUID] = mapped_column(reference("partner.id"), primary_key=True)
    postcode: Mapped[str]
    town: Mapped[str]
    joined_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    correspondents: Mapped[Any] = mapped_column(JsonType)
    absences: Mapped[Any] = mapped_column(JsonType)
    note: Mapped[str]
    revision: Mapped[int]


class StoredSkillOffer(Base):
    """A competence that a partner offers, field for field that of ``SkillOffer``."""

    __tablename__ = "skill_offer"
    __table_args__ = (
        CheckConstraint("days >= 0", name="days_not_negative"),
        Index("ix_skill_offer_partner_id", "partner_id"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    partner_id: Mapped[UUID] = mapped_column(reference("partner.id"))
    category: Mapped[str]
    person: Mapped[str]
    position: Mapped[str]
    days: Mapped[int | None]
    first: Mapped[date | None]
    last: Mapped[date | None]
    note: Mapped[str]


class StoredPartnerConflict(Base):
    """Why a partner lends nobody to a company, field for field ``PartnerConflict``."""

    __tablename__ = "partner_conflict"
    __table_args__ = (
        Index("uq_partner_conflict_siren", "partner_id", "siren", unique=True),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    partner_id: Mapped[UUID] = mapped_column(reference("partner.id"))
    siren: Mapped[str]
    kind: Mapped[ConflictKind] = one_of(ConflictKind, "kind")
    note: Mapped[str]


class StoredSkillCategory(Base):
    """A category of competences, field for field that of ``SkillCategory``."""

    __tablename__ = "skill_category"
    __table_args__ = (Index("uq_skill_category_name", "name", unique=True), STRICT)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    position: Mapped[int]
    aliases: Mapped[Any] = mapped_column(JsonType)
    is_offered: Mapped[bool]
