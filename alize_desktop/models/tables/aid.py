"""State aid, and the rules of the money: rates, declared aids, aids granted, the register."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import RegisterStatus
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.types import HundredthsType, JsonType
from alize_desktop.models.tables.vocabulary import one_of
from alize_desktop.models.values import Money


class StoredMoneyRules(Base):
    """One version of the rules of the money. Never changed; the last one is in force.

    Attributes:
        rules: ``MoneyRules`` in plain form.
    """

    __tablename__ = "money_rules"
    __table_args__ = (CheckConstraint("number >= 1", name="number_positive"), STRICT)

    number: Mapped[int] = mapped_column(primary_key=True)
    rules: Mapped[Any] = mapped_column(JsonType)
    adopted_at: Mapped[datetime]


class StoredBaseRate(Base):
    """A base rate of the Commission, as it was entered. Never changed.

    Attributes:
        sequence: Order of entry: of two rates of one day, the last one holds.
    """

    __tablename__ = "base_rate"
    __table_args__ = (
        CheckConstraint("last >= first", name="last_after_first"),
        Index("uq_base_rate_id", "id", unique=True),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    first: Mapped[date]
    last: Mapped[date]
    percent: Mapped[Decimal] = mapped_column(HundredthsType)
    source: Mapped[str]
    entered_at: Mapped[datetime]


class StoredPastAid(Base):
    """A de minimis aid that was declared, field for field that of ``PastAid``."""

    __tablename__ = "past_aid"
    __table_args__ = (
        CheckConstraint("grant_equivalent > 0", name="grant_equivalent_positive"),
        Index("ix_past_aid_siren", "siren"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    siren: Mapped[str]
    granted_on: Mapped[date]
    grant_equivalent: Mapped[Money]
    undertaking: Mapped[str]
    granter: Mapped[str]
    measure: Mapped[str]


class StoredAidGrant(Base):
    """An aid as it was recorded, field for field that of ``AidGrant``. Never changed.

    Attributes:
        sequence: Order of entry: of one dossier, the last one holds.
        basis: ``AidBasis`` in plain form.
    """

    __tablename__ = "aid_grant"
    __table_args__ = (
        CheckConstraint("grant_equivalent >= 0", name="grant_equivalent_not_negative"),
        Index("uq_aid_grant_id", "id", unique=True),
        Index("uq_aid_grant_identifier", "identifier", unique=True),
        Index("ix_aid_grant_dossier_id", "dossier_id"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    dossier_id: Mapped[UUID] = mapped_column(reference("dossier.id"))
    decision_id: Mapped[UUID] = mapped_column(reference("decision.id"))
    identifier: Mapped[str]
    company: Mapped[str]
    siren: Mapped[str]
    naf_code: Mapped[str]
    granted_on: Mapped[date]
    amount: Mapped[Money]
    grant_equivalent: Mapped[Money]
    basis: Mapped[Any] = mapped_column(JsonType)
    recorded_at: Mapped[datetime]


class StoredRegisterEntry(Base):
    """What was said of an aid in the national register. Never changed; the last one holds.

    Attributes:
        sequence: Order of entry.
    """

    __tablename__ = "register_entry"
    __table_args__ = (
        Index("uq_register_entry_id", "id", unique=True),
        Index("ix_register_entry_grant_id", "grant_id"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    grant_id: Mapped[UUID] = mapped_column(reference("aid_grant.id"))
    status: Mapped[RegisterStatus] = one_of(RegisterStatus, "status")
    reference: Mapped[str]
    declared_on: Mapped[date | None]
    author: Mapped[str]
    recorded_at: Mapped[datetime]
