"""The fund: who feeds it, its movements, what is expected, the periods that are closed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.tables.base import STRICT, Base
from alize_desktop.models.tables.base import reference as key_of
from alize_desktop.models.tables.types import JsonType
from alize_desktop.models.tables.vocabulary import one_of
from alize_desktop.models.values import Money


class StoredFunder(Base):
    """Who puts money into the fund, field for field that of ``Funder``."""

    __tablename__ = "funder"
    __table_args__ = (Index("uq_funder_name", "name", unique=True), STRICT)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    is_public: Mapped[bool]
    note: Mapped[str]
    revision: Mapped[int]


class StoredFundMovement(Base):
    """One movement, field for field that of ``FundMovementDraft``. Never changed.

    Attributes:
        sequence: Order of entry.
    """

    __tablename__ = "fund_movement"
    __table_args__ = (
        CheckConstraint("amount > 0", name="amount_positive"),
        Index("uq_fund_movement_id", "id", unique=True),
        Index("uq_fund_movement_reverses_id", "reverses_id", unique=True),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    kind: Mapped[FundMovementKind] = one_of(FundMovementKind, "kind")
    value_on: Mapped[date]
    amount: Mapped[Money]
    funder_id: Mapped[UUID | None] = mapped_column(key_of("funder.id"))
    reference: Mapped[str]
    note: Mapped[str]
    author: Mapped[str]
    reverses_id: Mapped[UUID | None] = mapped_column(key_of("fund_movement.id"))
    entered_at: Mapped[datetime]


class StoredFundExpectation(Base):
    """Money expected, field for field that of ``FundExpectation``; changed as plans change."""

    __tablename__ = "fund_expectation"
    __table_args__ = (CheckConstraint("amount > 0", name="amount_positive"), STRICT)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[FundMovementKind] = one_of(FundMovementKind, "kind")
    expected_on: Mapped[date]
    amount: Mapped[Money]
    funder_id: Mapped[UUID | None] = mapped_column(key_of("funder.id"))
    note: Mapped[str]


class StoredFundClosing(Base):
    """A period that was closed, with the fund as it stood. Never changed.

    Attributes:
        sequence: Order of entry.
        statement: ``FundStatement`` in plain form.
        sha256: Hexadecimal digest of its canonical JSON.
    """

    __tablename__ = "fund_closing"
    __table_args__ = (
        Index("uq_fund_closing_id", "id", unique=True),
        Index("uq_fund_closing_through", "through", unique=True),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    through: Mapped[date]
    statement: Mapped[Any] = mapped_column(JsonType)
    sha256: Mapped[str]
    author: Mapped[str]
    closed_at: Mapped[datetime]
