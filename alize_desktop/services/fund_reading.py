"""The fund read back: funders, movements, expectations, closings, and the fund on a day."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alize_desktop.models.records.advances import AdvancePosition
from alize_desktop.models.records.fund import (
    FundClosing,
    Funder,
    FundExpectation,
    FundMovement,
    FundMovementDraft,
    FundStatement,
)
from alize_desktop.models.tables.fund import (
    StoredFundClosing,
    StoredFunder,
    StoredFundExpectation,
    StoredFundMovement,
)
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.fund import AdvanceTotals, Giver, public_percent, statement
from alize_desktop.rules.text import search_key
from alize_desktop.services.advance_reading import Advance, read_advances
from alize_desktop.services.fund_left import read_committed
from alize_desktop.services.programme import read_programme
from alize_desktop.services.restored import restored

UNNAMED: Final = "Non précisé"
"""How a statement names who gave money without being named."""


def read_funders(session: Session) -> tuple[Funder, ...]:
    """Return the funders by name."""
    rows = session.execute(select(StoredFunder.__table__)).mappings()
    return tuple(sorted((Funder(**each) for each in rows), key=lambda each: search_key(each.name)))


def read_movements(session: Session) -> tuple[FundMovement, ...]:
    """Return every movement in order of value date, then of entry."""
    rows = session.execute(
        select(StoredFundMovement.__table__, func.coalesce(StoredFunder.name, "").label("funder"))
        .outerjoin(StoredFunder, StoredFunder.id == StoredFundMovement.funder_id)
        .order_by(StoredFundMovement.value_on, StoredFundMovement.sequence)
    ).all()
    reversed_ids = {each.reverses_id for each in rows if each.reverses_id is not None}
    return tuple(
        FundMovement(
            id=each.id,
            sequence=each.sequence,
            entered_at=each.entered_at,
            draft=FundMovementDraft(
                kind=each.kind,
                value_on=each.value_on,
                amount=each.amount,
                funder_id=each.funder_id,
                reference=each.reference,
                note=each.note,
                author=each.author,
                reverses_id=each.reverses_id,
            ),
            funder=each.funder,
            is_reversed=each.id in reversed_ids,
        )
        for each in rows
    )


def read_expectations(session: Session) -> tuple[FundExpectation, ...]:
    """Return what is expected, in order of date."""
    rows = session.execute(
        select(StoredFundExpectation.__table__).order_by(
            StoredFundExpectation.expected_on, StoredFundExpectation.id
        )
    )
    return tuple(FundExpectation(**each) for each in rows.mappings())


def read_closings(session: Session) -> tuple[FundClosing, ...]:
    """Return the periods that were closed, the last one first."""
    rows = session.execute(
        select(StoredFundClosing.__table__).order_by(StoredFundClosing.through.desc())
    )
    return tuple(
        FundClosing(**dict(each) | {"statement": restored(FundStatement, each["statement"])})
        for each in rows.mappings()
    )


def read_statement(
    session: Session,
    on: date,
    advances: Iterable[tuple[UUID, AdvancePosition]] | None = None,
    committed: dict[UUID, Money] | None = None,
) -> FundStatement:
    """Return the fund on the evening of a day; of the last day of a closed period, as frozen.

    A decision recorded since changes what was committed that day: the accounts do not.

    Args:
        session: Only read.
        on: Any day.
        advances: Position of each advance that day, when it is already known: the fund is
            then reckoned, whatever was frozen.
        committed: What ``read_committed`` gave that day, when it is already known.
    """
    if advances is None:
        through = StoredFundClosing.through == on
        frozen = session.scalar(select(StoredFundClosing.statement).where(through))
        if frozen is not None:
            return restored(FundStatement, frozen)
    givers: dict[UUID | None, Giver] = {
        each.id: Giver(each.name, each.is_public) for each in read_funders(session)
    }
    givers[None] = Giver(UNNAMED)
    if advances is None:
        advances = positions(read_advances(session, on))
    return statement(
        on,
        read_programme(session).fund_amount,
        read_movements(session),
        _totals(advances, read_committed(session, on) if committed is None else committed),
        givers,
    )


def read_public_percent(session: Session, on: date) -> Decimal | None:
    """Return the part of the fund that its funders say is public, on a day."""
    givers: dict[UUID | None, Giver] = {
        each.id: Giver(each.name, each.is_public) for each in read_funders(session)
    }
    opening = read_programme(session).fund_amount
    return public_percent(statement(on, opening, read_movements(session), (), givers).funders)


def positions(advances: Iterable[Advance]) -> list[tuple[UUID, AdvancePosition]]:
    """Return the position of each advance on its day, with its dossier."""
    return [(each.grant.dossier_id, each.position()) for each in advances]


def _totals(
    advances: Iterable[tuple[UUID, AdvancePosition]], committed: dict[UUID, Money]
) -> list[AdvanceTotals]:
    left = dict(committed)
    found = [
        AdvanceTotals(
            disbursed=each.disbursed,
            received=each.received,
            refunded=each.refunded,
            recovered=each.recovered,
            written_off=each.written_off,
            outstanding=each.outstanding,
            credit=each.credit,
            committed=left.pop(dossier_id, ZERO),
            late=each.overdue,
        )
        for dossier_id, each in advances
    ]
    return found + [AdvanceTotals(committed=each) for each in left.values()]
