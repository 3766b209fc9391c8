"""Recorded decisions read back, and what they took from fund and partners."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, func, select
from sqlalchemy.orm import Session

from alize_desktop.models.records.decisions import Condition, Decision, DecisionDraft
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.tables.ballots import StoredBallot, StoredResult
from alize_desktop.models.tables.decisions import StoredCondition, StoredDecision
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.tables.people import StoredPartner
from alize_desktop.models.values import Money
from alize_desktop.rules.decisions import APPROVALS

DRAFT_COLUMNS: Final = tuple(
    each.name for each in fields(DecisionDraft) if each.name != "conditions"
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A decision and where it was taken.

    Attributes:
        day: Day of the meeting: every date of the decision is counted from it.
    """

    item_id: UUID
    day: date
    decision: Decision


def last_of_dossier(session: Session, dossier_id: UUID) -> Recorded | None:
    """Return the decision recorded last on a dossier, whatever the clock said then."""
    found = _decisions(session, StoredDecision.dossier_id == dossier_id)
    return found[-1] if found else None


def by_item(session: Session, meeting_id: UUID) -> dict[UUID, Decision]:
    """Return the decisions of a meeting by agenda item."""
    found = _decisions(session, StoredDecision.meeting_id == meeting_id)
    return {each.item_id: each.decision for each in found}


def fund_left(session: Session, programme: Programme) -> Money | None:
    """Return the money of the fund not granted yet, None when the fund is unknown."""
    if programme.fund_amount is None:
        return None
    granted = session.scalar(
        select(func.sum(StoredDecision.amount)).where(StoredDecision.outcome.in_(APPROVALS))
    )
    return programme.fund_amount - (granted or Money(0))


def days_left(session: Session) -> int:
    """Return the days of all partners not granted yet; negative when too many were."""
    offered = select(func.sum(StoredPartner.days_per_year)).scalar_subquery()
    granted = (
        select(func.sum(StoredDecision.days))
        .where(StoredDecision.outcome.in_(APPROVALS))
        .scalar_subquery()
    )
    left = session.scalar(select(func.coalesce(offered, 0) - func.coalesce(granted, 0)))
    return left or 0


_SENTENCE: Final = (
    select(StoredResult.sentence)
    .join(StoredBallot, StoredBallot.id == StoredResult.ballot_id)
    .where(StoredBallot.item_id == StoredDecision.item_id)
    .order_by(StoredResult.sequence.desc())
    .limit(1)
    .scalar_subquery()
)
"""What was last proclaimed on the point of a decision."""


def _decisions(session: Session, condition: ColumnElement[bool]) -> list[Recorded]:
    statement = (
        select(
            StoredDecision.__table__,
            StoredMeeting.number.label("meeting_number"),
            StoredMeeting.held_on,
            func.coalesce(StoredPartner.name, "").label("partner"),
            func.coalesce(_SENTENCE, "").label("sentence"),
        )
        .join(StoredMeeting, StoredMeeting.id == StoredDecision.meeting_id)
        .outerjoin(StoredPartner, StoredPartner.id == StoredDecision.partner_id)
        .where(condition)
        .order_by(StoredDecision.sequence)
    )
    conditions = _conditions(session, condition)
    return [
        Recorded(row["item_id"], row["held_on"], _decision(row, conditions.get(row["id"], ())))
        for row in session.execute(statement).mappings()
    ]


def _conditions(
    session: Session, condition: ColumnElement[bool]
) -> dict[UUID, tuple[Condition, ...]]:
    statement = (
        select(
            StoredCondition.decision_id,
            StoredCondition.text,
            StoredCondition.kind,
            StoredCondition.due_on,
        )
        .join(StoredDecision, StoredDecision.id == StoredCondition.decision_id)
        .where(condition)
        .order_by(StoredCondition.decision_id, StoredCondition.position)
    )
    found: dict[UUID, tuple[Condition, ...]] = {}
    for decision_id, text, kind, due_on in session.execute(statement):
        set_with_it = Condition(text, kind, due_on)
        found[decision_id] = (*found.get(decision_id, ()), set_with_it)
    return found


def _decision(row: RowMapping, conditions: tuple[Condition, ...]) -> Decision:
    return Decision(
        id=row["id"],
        number=row["number"],
        meeting_number=row["meeting_number"],
        decided_at=row["decided_at"],
        draft=DecisionDraft(**{each: row[each] for each in DRAFT_COLUMNS}, conditions=conditions),
        partner=row["partner"],
        sentence=row["sentence"],
        calendar=row["calendar"],
        roll=row["roll"],
        rounding=row["rounding"],
    )
