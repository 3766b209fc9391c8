"""What was taken over from the past, the rules of the follow-up, reports that were kept."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.types import HundredthsType, JsonType
from alize_desktop.models.tables.vocabulary import one_of
from alize_desktop.models.values import Money


class StoredHistoryRecord(Base):
    """The end of a dossier as it was taken over. Never changed, never deleted.

    Attributes:
        sequence: Order of entry.
        partner_id: Partner that lent, None when none did.
        source: Name of the workbook.
    """

    __tablename__ = "history_record"
    __table_args__ = (
        CheckConstraint("amount >= 0", name="amount_not_negative"),
        CheckConstraint("days_done >= 0", name="days_done_not_negative"),
        CheckConstraint("jobs_created >= 0", name="jobs_created_not_negative"),
        Index("uq_history_record_id", "id", unique=True),
        Index("uq_history_record_dossier_id", "dossier_id", unique=True),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    dossier_id: Mapped[UUID] = mapped_column(reference("dossier.id"))
    outcome: Mapped[DecisionOutcome] = one_of(DecisionOutcome, "outcome")
    decided_on: Mapped[date]
    amount: Mapped[Money]
    jobs_created: Mapped[int | None]
    days_done: Mapped[Decimal] = mapped_column(HundredthsType)
    partner: Mapped[str]
    partner_id: Mapped[UUID | None] = mapped_column(reference("partner.id"))
    source: Mapped[str]
    recorded_at: Mapped[datetime]


class StoredFollowUpRules(Base):
    """A version of the rules of the follow-up. The last one is in force.

    Attributes:
        rules: ``FollowUpRules`` in plain form.
    """

    __tablename__ = "follow_up_rules"
    __table_args__ = (CheckConstraint("number >= 1", name="number_positive"), STRICT)

    number: Mapped[int] = mapped_column(primary_key=True)
    rules: Mapped[Any] = mapped_column(JsonType)
    adopted_at: Mapped[datetime]


class StoredReportSnapshot(Base):
    """A report that was kept. Never changed, never deleted.

    Attributes:
        sequence: Order of entry.
        figures: (key, text) of every figure.
        sha256: Hexadecimal digest of the canonical JSON of ``figures``.
    """

    __tablename__ = "report_snapshot"
    __table_args__ = (Index("uq_report_snapshot_id", "id", unique=True), STRICT)

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    first: Mapped[date | None]
    last: Mapped[date | None]
    basin: Mapped[str]
    figures: Mapped[Any] = mapped_column(JsonType)
    sha256: Mapped[str]
    kept_at: Mapped[datetime]
