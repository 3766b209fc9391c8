"""Rules of procedure: dated versions, never changed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.tables.base import STRICT, Base
from alize_desktop.models.tables.types import JsonType


class StoredRules(Base):
    """One version of the committee's rules. Never changed, never deleted.

    Attributes:
        number: From 1, in the order of adoption.
        label: How papers name them.
        effective_on: First day of the meetings they govern.
        rules: A JSON map, field for field ``CommitteeRules``.
    """

    __tablename__ = "rules_version"
    __table_args__ = (
        CheckConstraint("number >= 1", name="number_positive"),
        Index("uq_rules_version_id", "id", unique=True),
        STRICT,
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    label: Mapped[str]
    effective_on: Mapped[date]
    rules: Mapped[dict[str, Any]] = mapped_column(JsonType)
    adopted_at: Mapped[datetime]
