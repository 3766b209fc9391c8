"""Conditions set with earlier decisions, and what became of them: a ledger.

The conditions themselves are never changed; what is said of one afterwards is a
line of its own, and the last line holds.
"""

from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, RowMapping, insert, or_, select
from sqlalchemy.orm import Session, aliased

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ConditionEventKind, ConditionKind
from alize_desktop.models.records.decisions import Condition, ConditionState
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.decisions import (
    StoredCondition,
    StoredConditionEvent,
    StoredDecision,
)
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.services.clock import local_day
from alize_desktop.services.programme import read_programme

ENDED: Final = (ConditionEventKind.MET, ConditionEventKind.WAIVED)
"""What is said of a condition that is no longer awaited."""

_LATER: Final = aliased(StoredDecision)
_RESTATED: Final = aliased(StoredCondition)
_IS_RESTATED: Final = select(_RESTATED.decision_id).where(_RESTATED.decision_id == _LATER.id)
_CONDITIONS: Final = (
    select(
        StoredCondition.decision_id,
        StoredCondition.position,
        StoredDecision.number,
        StoredDossier.company_name,
        StoredCondition.text,
        StoredCondition.kind,
        StoredCondition.due_on,
    )
    .join(StoredDecision, StoredDecision.id == StoredCondition.decision_id)
    .join(StoredDossier, StoredDossier.id == StoredDecision.dossier_id)
    .where(
        StoredDecision.outcome.in_(APPROVALS),
        ~select(_LATER.id)
        .where(
            _LATER.dossier_id == StoredDecision.dossier_id,
            _LATER.sequence > StoredDecision.sequence,
            _LATER.outcome.in_(APPROVALS),
            or_(StoredCondition.kind != ConditionKind.PRECEDENT, _IS_RESTATED.exists()),
        )
        .exists(),
    )
    .order_by(StoredDecision.sequence, StoredCondition.position)
)
"""Conditions of approvals, but of those that a later approval replaces as a whole.

One that comes before the money stays until it is met or waived, unless the later approval
sets its own.
"""


def read_conditions(session: Session, on: date | None = None) -> tuple[ConditionState, ...]:
    """Return every condition of the approvals that hold, in the order they were set.

    Args:
        session: Only read.
        on: Last day of which what was said of them counts; None for all of it.
    """
    programme = read_programme(session)
    statement = select(StoredConditionEvent.__table__).order_by(StoredConditionEvent.sequence)
    said: dict[tuple[UUID, int], list[Row[Any]]] = {}
    for each in session.execute(statement):
        if on is None or local_day(each.at, programme) <= on:
            said.setdefault((each.decision_id, each.position), []).append(each)
    return tuple(
        _state(each, said.get((each["decision_id"], each["position"]), []))
        for each in session.execute(_CONDITIONS).mappings()
    )


def read_pending_conditions(session: Session, on: date | None = None) -> tuple[ConditionState, ...]:
    """Return the conditions that still have to be met, the first one due first.

    Three statements, whatever their number. Those without a date come last.
    """
    pending = [each for each in read_conditions(session, on) if each.is_pending]
    return tuple(sorted(pending, key=lambda each: each.due_on or date.max))


def condition_of(session: Session, decision_id: UUID, position: int) -> ConditionState:
    """Return one condition.

    Raises:
        UserError: ``CONDITION_UNKNOWN``.
    """
    for each in read_conditions(session):
        if (each.decision_id, each.position) == (decision_id, position):
            return each
    raise UserError(ErrorCode.CONDITION_UNKNOWN)


def check_settled(
    condition: ConditionState, kind: ConditionEventKind, until: date | None, note: str
) -> None:
    """Refuse to say of a condition what cannot be.

    Raises:
        UserError: ``REASON_MISSING`` to take up one that ended;
            ``CONDITION_DATE_MISSING``; ``CONDITION_DATE_EARLIER``.
    """
    if condition.last in ENDED and not note:
        raise UserError(ErrorCode.REASON_MISSING)
    if kind is not ConditionEventKind.EXTENDED:
        return
    if until is None:
        raise UserError(ErrorCode.CONDITION_DATE_MISSING)
    if condition.due_on is not None and until <= condition.due_on:
        raise UserError(ErrorCode.CONDITION_DATE_EARLIER, until=until, due_on=condition.due_on)


def dossier_of(session: Session, decision_id: UUID) -> UUID:
    """Return the dossier of a decision that was recorded."""
    statement = select(StoredDecision.dossier_id).where(StoredDecision.id == decision_id)
    return session.execute(statement).scalar_one()


def write_condition_event(
    registry: Registry,
    session: Session,
    condition: ConditionState,
    kind: ConditionEventKind,
    until: date | None,
    note: str,
    meeting_id: UUID | None,
) -> None:
    """Write what becomes of a condition, with its journal line."""
    columns: dict[str, Any] = {
        "id": registry.new_id(),
        "decision_id": condition.decision_id,
        "position": condition.position,
        "kind": kind,
        "until": until,
        "note": note,
        "meeting_id": meeting_id,
        "at": registry.instant(session),
    }
    session.execute(insert(StoredConditionEvent).values(columns))
    details: dict[str, object] = {
        "decision": condition.decision_number,
        "position": condition.position,
        "kind": kind.value,
        "until": until.isoformat() if until else None,
        "note": note,
        "meeting": str(meeting_id) if meeting_id else None,
    }
    registry.journal(session, "condition.settled", "decision", condition.decision_id, details)


def _state(row: RowMapping, said: list[Row[Any]]) -> ConditionState:
    moved = [each.until for each in said if each.until is not None]
    last = said[-1].kind if said else None
    return ConditionState(
        decision_id=row["decision_id"],
        position=row["position"],
        decision_number=row["number"],
        company=row["company_name"],
        condition=Condition(row["text"], row["kind"], row["due_on"]),
        due_on=moved[-1] if moved else row["due_on"],
        last=last,
        is_pending=last not in ENDED,
    )
