"""Decisions of the committee and their conditions: written once, for ever."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from alize_desktop.models.enums import (
    ConditionEventKind,
    ConditionKind,
    DecisionOutcome,
    DueDateRoll,
    HolidayCalendar,
    JobContract,
    Rounding,
)
from alize_desktop.models.tables.base import STRICT, Base, reference
from alize_desktop.models.tables.vocabulary import one_of
from alize_desktop.models.values import Money

_NOT_NEGATIVE = ("amount", "deferral", "days", "jobs_created", "jobs_maintained")


class StoredDecision(Base):
    """A decision, field for field that of ``DecisionDraft``. Never changed.

    Attributes:
        sequence: Order in which decisions were recorded.
        number: Given at decision, by year, with no gap: ``2026-D003``.
        calendar: Public holidays that its schedule was reckoned with.
        roll: What became of its due dates that are not working days.
        rounding: How its regular instalment was rounded.
        amends_id: Earlier decision on the same dossier that this one modifies.
    """

    __tablename__ = "decision"
    __table_args__ = (
        *(CheckConstraint(f"{each} >= 0", name=f"{each}_not_negative") for each in _NOT_NEGATIVE),
        Index("uq_decision_id", "id", unique=True),
        Index("uq_decision_number", "number", unique=True),
        Index("uq_decision_item_id", "item_id", unique=True),
        Index("ix_decision_dossier_id", "dossier_id"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    item_id: Mapped[UUID] = mapped_column(reference("agenda_item.id"))
    dossier_id: Mapped[UUID] = mapped_column(reference("dossier.id"))
    meeting_id: Mapped[UUID] = mapped_column(reference("meeting.id"))
    number: Mapped[str]
    decided_at: Mapped[datetime]
    outcome: Mapped[DecisionOutcome] = one_of(DecisionOutcome, "outcome")
    amount: Mapped[Money]
    months: Mapped[int]
    deferral: Mapped[int]
    every: Mapped[int]
    days: Mapped[int]
    skill_category: Mapped[str] = mapped_column(default="")
    partner_id: Mapped[UUID | None] = mapped_column(reference("partner.id"))
    jobs_created: Mapped[int]
    jobs_maintained: Mapped[int]
    contract: Mapped[JobContract | None] = one_of(JobContract, "contract")
    jobs_by: Mapped[date | None]
    grounds: Mapped[str] = mapped_column(default="")
    documents_asked: Mapped[str] = mapped_column(default="")
    calendar: Mapped[HolidayCalendar] = one_of(
        HolidayCalendar, "calendar", HolidayCalendar.METROPOLE
    )
    roll: Mapped[DueDateRoll] = one_of(DueDateRoll, "roll", DueDateRoll.NEXT)
    rounding: Mapped[Rounding] = one_of(Rounding, "rounding", Rounding.HALF_UP)
    amends_id: Mapped[UUID | None] = mapped_column(reference("decision.id"))


class StoredCondition(Base):
    """One condition of a decision. Never changed.

    Attributes:
        position: Order in the decision, from 1.
    """

    __tablename__ = "decision_condition"
    __table_args__ = (CheckConstraint("position >= 1", name="position_positive"), STRICT)

    decision_id: Mapped[UUID] = mapped_column(reference("decision.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    kind: Mapped[ConditionKind] = one_of(ConditionKind, "kind")
    due_on: Mapped[date | None]


class StoredConditionEvent(Base):
    """What became of a condition. Never changed, never deleted.

    Attributes:
        sequence: Order in which things were said: the last one holds.
        position: Condition of the decision, from 1.
        until: New due date of a condition that is extended.
        meeting_id: Meeting in which it was said, None between two meetings.
    """

    __tablename__ = "condition_event"
    __table_args__ = (
        Index("uq_condition_event_id", "id", unique=True),
        Index("ix_condition_event_decision_id", "decision_id", "position"),
        ForeignKeyConstraint(
            ["decision_id", "position"],
            ["decision_condition.decision_id", "decision_condition.position"],
            deferrable=True,
            initially="DEFERRED",
        ),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[UUID]
    decision_id: Mapped[UUID]
    position: Mapped[int]
    kind: Mapped[ConditionEventKind] = one_of(ConditionEventKind, "kind")
    until: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    meeting_id: Mapped[UUID | None] = mapped_column(reference("meeting.id"))
    at: Mapped[datetime]
