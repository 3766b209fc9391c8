"""Recorded decisions read back, and what they took from fund and partners."""

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, func, select
from sqlalchemy.orm import Session, aliased

from alize_desktop.models.records.decisions import Condition, Decision, DecisionDraft
from alize_desktop.models.tables.aid import StoredMoneyRules
from alize_desktop.models.tables.ballots import StoredBallot, StoredResult
from alize_desktop.models.tables.decisions import StoredCondition, StoredDecision
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.tables.people import StoredPartner
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.services.advance_grants import granting_rank
from alize_desktop.services.money_rules_reading import MODEL

DRAFT_COLUMNS: Final = tuple(
    each.name for each in fields(DecisionDraft) if each.name != "conditions"
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A decision and where it was taken.

    Attributes:
        day: Day of the meeting: every date of the decision is counted from it.
        is_past: Whether a later decision grants another advance: this one lapsed unsigned,
            or was given up. Known only of all the decisions on a dossier.
    """

    item_id: UUID
    meeting_id: UUID
    day: date
    decision: Decision
    is_past: bool = False


def last_of_dossier(session: Session, dossier_id: UUID) -> Recorded | None:
    """Return the decision that holds on a dossier, whatever the clock said then.

    The last one; an approval that a later decision did not replace stays in force.
    """
    found = _decisions(session, StoredDecision.dossier_id == dossier_id)
    approved = [each for each in found if each.decision.draft.outcome in APPROVALS]
    return next(reversed(approved or found), None)


def of_dossier(session: Session, dossier_id: UUID) -> list[Recorded]:
    """Return every decision on a dossier, in the order in which they were recorded."""
    found = _decisions(session, StoredDecision.dossier_id == dossier_id)
    start = granting_rank(session, dossier_id) if len(found) > 1 else 0
    return [replace(each, is_past=rank < start) for rank, each in enumerate(found)]


def first_approval(session: Session, dossier_id: UUID) -> UUID | None:
    """Return the decision that every later change of a dossier is linked to, if any."""
    return session.scalar(
        select(StoredDecision.id)
        .where(StoredDecision.dossier_id == dossier_id, StoredDecision.outcome.in_(APPROVALS))
        .order_by(StoredDecision.sequence)
        .limit(1)
    )


def by_item(session: Session, meeting_id: UUID) -> dict[UUID, Decision]:
    """Return the decisions of a meeting by agenda item."""
    found = _decisions(session, StoredDecision.meeting_id == meeting_id)
    return {each.item_id: each.decision for each in found}


_AMENDED: Final = aliased(StoredDecision)
_SENTENCE: Final = (
    select(StoredResult.sentence)
    .join(StoredBallot, StoredBallot.id == StoredResult.ballot_id)
    .where(StoredBallot.item_id == StoredDecision.item_id)
    .order_by(StoredBallot.number.desc(), StoredResult.revision.desc())
    .limit(1)
    .scalar_subquery()
)
"""What was last proclaimed on the point of a decision."""

_MONEY_RULES: Final = (
    select(StoredMoneyRules.rules)
    .where(StoredMoneyRules.adopted_at <= StoredDecision.decided_at)
    .order_by(StoredMoneyRules.number.desc())
    .limit(1)
    .scalar_subquery()
)
"""Rules of the money when a decision was taken; none were adopted then when it is empty."""


def _decisions(session: Session, condition: ColumnElement[bool]) -> list[Recorded]:
    statement = (
        select(
            StoredDecision.__table__,
            StoredMeeting.number.label("meeting_number"),
            StoredMeeting.held_on,
            func.coalesce(StoredPartner.name, "").label("partner"),
            func.coalesce(_SENTENCE, "").label("sentence"),
            func.coalesce(_AMENDED.number, "").label("amends"),
            _MONEY_RULES.label("money_rules"),
        )
        .join(StoredMeeting, StoredMeeting.id == StoredDecision.meeting_id)
        .outerjoin(StoredPartner, StoredPartner.id == StoredDecision.partner_id)
        .outerjoin(_AMENDED, _AMENDED.id == StoredDecision.amends_id)
        .where(condition)
        .order_by(StoredDecision.sequence)
    )
    conditions = _conditions(session, condition)
    return [
        Recorded(
            item_id=row["item_id"],
            meeting_id=row["meeting_id"],
            day=row["held_on"],
            decision=_decision(row, conditions.get(row["id"], ())),
        )
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
    rules = row["money_rules"] or {}
    usual = MODEL.rules
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
        amends=row["amends"],
        deferral_included=rules.get("deferral_included", usual.deferral_included),
        day_of_month=rules.get("day_of_month", usual.day_of_month),
    )
