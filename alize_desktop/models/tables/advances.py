"""Advances: what happened to them, and their schedules as they were frozen."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import AdvanceEventKind, EarlyAllocation, ScheduleReason
from alize_desktop.models.tables.base import STRICT, Base
from alize_desktop.models.tables.base import reference as key_of
from alize_desktop.models.tables.types import JsonType
from alize_desktop.models.tables.vocabulary import one_of
from alize_desktop.models.values import Money


class StoredAdvanceEvent(Base):
    """One event, field for field that of ``AdvanceEventDraft``. Never changed, never deleted.

    Attributes:
        sequence: Order of entry.
        dossier_id: Dossier of the advance.
        import_key: Line of a bank statement; two events never come from the same one.
    """

    __tablename__ = "advance_event"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        Index("uq_advance_event_id", "id", unique=True),
        Index("uq_advance_event_reverses_id", "reverses_id", unique=True),
        Index("uq_advance_event_import_key", "import_key", unique=True),
        Index("ix_advance_event_dossier_id", "dossier_id", "value_on"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    dossier_id: Mapped[UUID] = mapped_column(key_of("dossier.id"))
    kind: Mapped[AdvanceEventKind] = one_of(AdvanceEventKind, "kind")
    value_on: Mapped[date]
    amount: Mapped[Money]
    reference: Mapped[str]
    note: Mapped[str]
    author: Mapped[str]
    early: Mapped[EarlyAllocation] = one_of(EarlyAllocation, "early")
    reverses_id: Mapped[UUID | None] = mapped_column(key_of("advance_event.id"))
    until: Mapped[date | None]
    import_key: Mapped[str | None]
    entered_at: Mapped[datetime]


class StoredScheduleVersion(Base):
    """A schedule with every row, as it was frozen. Never changed, never deleted.

    Attributes:
        sequence: Order of entry.
        version: From 1 in each advance.
        terms: ``AdvanceTerms`` in plain form.
        rows: ``Instalment`` in plain form, in order.
        kept: Numbers of the rows kept from before.
        sha256: Hexadecimal digest of the canonical JSON of ``rows``.
    """

    __tablename__ = "schedule_version"
    __table_args__ = (
        CheckConstraint("version >= 1", name="version_positive"),
        Index("uq_schedule_version_id", "id", unique=True),
        Index("uq_schedule_version_version", "dossier_id", "version", unique=True),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    dossier_id: Mapped[UUID] = mapped_column(key_of("dossier.id"))
    version: Mapped[int]
    reason: Mapped[ScheduleReason] = one_of(ScheduleReason, "reason")
    decision_id: Mapped[UUID] = mapped_column(key_of("decision.id"))
    effective_on: Mapped[date]
    terms: Mapped[Any] = mapped_column(JsonType)
    rows: Mapped[Any] = mapped_column(JsonType)
    kept: Mapped[Any] = mapped_column(JsonType)
    sha256: Mapped[str]
    note: Mapped[str]
    author: Mapped[str]
    made_at: Mapped[datetime]


class StoredBankAccount(Base):
    """The account of a company, field for field that of ``BankAccount``."""

    __tablename__ = "bank_account"
    __table_args__ = (Index("uq_bank_account_siren", "siren", unique=True), STRICT)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    siren: Mapped[str]
    holder: Mapped[str]
    iban: Mapped[str]
    bic: Mapped[str]
    mandate: Mapped[str]
    mandate_on: Mapped[date | None]
    revision: Mapped[int]
