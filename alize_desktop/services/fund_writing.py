"""Writes of the fund, each with its journal line, in a transaction that is open."""

import hashlib
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.fund import (
    Funder,
    FundExpectation,
    FundMovementDraft,
    FundStatement,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.canonical import canonical_json
from alize_desktop.models.tables.fund import (
    StoredFundClosing,
    StoredFunder,
    StoredFundExpectation,
    StoredFundMovement,
)
from alize_desktop.services.plain import plain_map


def write_movement(registry: Registry, session: Session, draft: FundMovementDraft) -> UUID:
    """Write a movement that was checked; return its identifier."""
    last = session.execute(
        select(StoredFundMovement.sequence, StoredFundMovement.entered_at)
        .order_by(StoredFundMovement.sequence.desc())
        .limit(1)
    ).one_or_none()
    sequence, latest = last if last is not None else (0, None)
    movement_id = registry.new_id()
    columns: dict[str, Any] = {
        "sequence": sequence + 1,
        "id": movement_id,
        "kind": draft.kind,
        "value_on": draft.value_on,
        "amount": draft.amount,
        "funder_id": draft.funder_id,
        "reference": draft.reference,
        "note": draft.note,
        "author": draft.author,
        "reverses_id": draft.reverses_id,
        "entered_at": registry.instant(session, latest),
    }
    session.execute(insert(StoredFundMovement).values(columns))
    action = f"fund.{draft.kind.value}"
    registry.journal(session, action, "fund_movement", movement_id, plain_map(draft))
    return movement_id


def write_funder(registry: Registry, session: Session, funder: Funder, *, is_new: bool) -> None:
    """Write a funder, new or changed.

    Raises:
        UserError: ``FUNDER_NAME_TAKEN``.
    """
    same_name = select(StoredFunder.id).where(
        StoredFunder.name == funder.name, StoredFunder.id != funder.id
    )
    if session.scalar(same_name) is not None:
        raise UserError(ErrorCode.FUNDER_NAME_TAKEN, name=funder.name)
    columns: dict[str, Any] = {
        "name": funder.name,
        "is_public": funder.is_public,
        "note": funder.note,
        "revision": funder.revision,
    }
    if is_new:
        session.execute(insert(StoredFunder).values(columns | {"id": funder.id}))
    else:
        session.execute(update(StoredFunder).where(StoredFunder.id == funder.id).values(columns))
    registry.journal(session, "funder.saved", "funder", funder.id, plain_map(funder))


def write_expectation(
    registry: Registry, session: Session, expected: FundExpectation, *, is_new: bool
) -> None:
    """Write what is expected, new or changed."""
    columns: dict[str, Any] = {
        "kind": expected.kind,
        "expected_on": expected.expected_on,
        "amount": expected.amount,
        "funder_id": expected.funder_id,
        "note": expected.note,
    }
    table = StoredFundExpectation
    if is_new:
        session.execute(insert(table).values(columns | {"id": expected.id}))
    else:
        session.execute(update(table).where(table.id == expected.id).values(columns))
    details = plain_map(expected)
    registry.journal(session, "fund.expected", "fund_expectation", expected.id, details)


def delete_expectation(registry: Registry, session: Session, expectation_id: UUID) -> None:
    """Remove what is expected no more."""
    table = StoredFundExpectation
    session.execute(delete(table).where(table.id == expectation_id))
    action = "fund.expectation_removed"
    registry.journal(session, action, "fund_expectation", expectation_id, {})


def write_closing(
    registry: Registry, session: Session, statement: FundStatement, author: str
) -> None:
    """Freeze the statement of a closed period with its hash."""
    latest = select(func.max(StoredFundClosing.closed_at), func.max(StoredFundClosing.sequence))
    closed_at, sequence = session.execute(latest).one()
    closing_id = registry.new_id()
    told: dict[str, Any] = {
        "statement": plain_map(statement),
        "sha256": digest(statement),
        "author": author,
    }
    columns = told | {
        "sequence": (sequence or 0) + 1,
        "id": closing_id,
        "through": statement.on,
        "closed_at": registry.instant(session, closed_at),
    }
    session.execute(insert(StoredFundClosing).values(columns))
    details = told | {"through": statement.on.isoformat()}
    registry.journal(session, "fund.closed", "fund_closing", closing_id, details)


def digest(statement: FundStatement) -> str:
    """Return the hexadecimal SHA-256 of the canonical JSON of a statement."""
    return hashlib.sha256(canonical_json(plain_map(statement)).encode()).hexdigest()
