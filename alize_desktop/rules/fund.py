"""The fund on a day: what came in, what went out, what it can lend.

Every figure is a sum of dated amounts, so that any day can be asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.records.fund import (
    FunderShare,
    FundMovement,
    FundMovementDraft,
    FundStatement,
)
from alize_desktop.models.values import ZERO, Money

_WHOLE: Final = 10_000
"""Basis points of the whole."""

_AS_THEY_ARE: Final = (
    "disbursed",
    "received",
    "refunded",
    "recovered",
    "written_off",
    "committed",
    "outstanding",
    "late",
)
"""Figures of a statement that are those of its advances together."""

_SIGNS: Final = {
    FundMovementKind.CONTRIBUTION: 1,
    FundMovementKind.WITHDRAWAL: -1,
    FundMovementKind.FEE: -1,
}


@dataclass(frozen=True, slots=True)
class AdvanceTotals:
    """What one advance, or several together, took from the fund and gave back.

    Attributes:
        received: Money received before any write-off, what was taken back left out.
        recovered: Money received after a write-off.
        committed: Granted, neither lapsed nor given up, not released yet.
        late: Part of the outstanding that is late.
    """

    disbursed: Money = ZERO
    received: Money = ZERO
    refunded: Money = ZERO
    recovered: Money = ZERO
    written_off: Money = ZERO
    outstanding: Money = ZERO
    credit: Money = ZERO
    committed: Money = ZERO
    late: Money = ZERO


@dataclass(frozen=True, slots=True)
class Giver:
    """How a funder is named in a statement, and whether its money is public."""

    name: str
    is_public: bool = False


def statement(
    on: date,
    opening: Money | None,
    movements: Sequence[FundMovement],
    advances: Sequence[AdvanceTotals],
    givers: Mapping[UUID | None, Giver] | None = None,
) -> FundStatement:
    """Return the fund on the evening of a day.

    Args:
        on: The day; movements after it do not count.
        opening: What the programme began with, None when it was not said.
        movements: Of any day, reversals included.
        advances: What they came to on that day.
        givers: By funder; None is for money without one.

    Source:
        Règles de calcul, le fonds.
    """
    contributions, withdrawals, fees = _moved_by(on, movements)
    contributions += opening or ZERO
    total = added(advances)
    back = total.received - total.refunded + total.recovered
    cash = contributions - withdrawals - fees - total.disbursed + back
    return FundStatement(
        on=on,
        contributions=contributions,
        withdrawals=withdrawals,
        fees=fees,
        cash=cash,
        credits=total.credit,
        available=cash - total.committed - total.credit,
        losses=total.written_off - total.recovered,
        **{each: getattr(total, each) for each in _AS_THEY_ARE},
        advances=sum(1 for each in advances if each.outstanding),
        funders=_shares(on, opening or ZERO, movements, givers or {}),
    )


def added(advances: Iterable[AdvanceTotals]) -> AdvanceTotals:
    """Return what several advances come to together."""
    found = AdvanceTotals()
    for each in advances:
        found = AdvanceTotals(
            *(
                getattr(found, name) + getattr(each, name)
                for name in AdvanceTotals.__dataclass_fields__
            )
        )
    return found


def signed_amount(draft: FundMovementDraft, reversed_kind: FundMovementKind | None = None) -> Money:
    """Return what a movement adds to the cash, negative for what leaves.

    Args:
        draft: The movement.
        reversed_kind: Kind of the movement that a reversal takes back.
    """
    if reversed_kind is not None:
        return draft.amount * -_SIGNS[reversed_kind]
    return draft.amount * _SIGNS[draft.kind]


def check_not_closed(day: date, closed: date | None) -> None:
    """Refuse a day of a period that is closed.

    Args:
        day: Value date of what is to be recorded.
        closed: Last day of the periods that are closed, None without one.

    Raises:
        UserError: ``FUND_PERIOD_CLOSED``.
    """
    if closed is not None and day <= closed:
        raise UserError(ErrorCode.FUND_PERIOD_CLOSED, day=day, limit=closed)


def _moved_by(on: date, movements: Sequence[FundMovement]) -> tuple[Money, Money, Money]:
    """Return the contributions, the withdrawals and the fees, less what took them back."""
    found: defaultdict[FundMovementKind, Money] = defaultdict(lambda: ZERO)
    for kind, _giver, amount in _effects(on, movements):
        found[kind] += amount
    given, taken, fees = (found[each] for each in _SIGNS)
    return given, taken, fees


def _effects(
    on: date, movements: Sequence[FundMovement]
) -> Iterator[tuple[FundMovementKind, UUID | None, Money]]:
    """Yield the kind, the funder and the amount of each movement; a reversal is negative."""
    known = {each.id: each for each in movements}
    for each in movements:
        if each.draft.value_on > on:
            continue
        if each.draft.reverses_id is None:
            yield each.draft.kind, each.draft.funder_id, each.draft.amount
        else:
            back = known[each.draft.reverses_id].draft
            yield back.kind, back.funder_id, -each.draft.amount


def public_percent(funders: Sequence[FunderShare]) -> Decimal | None:
    """Return the part of a fund that its funders say is public; None without a funder named."""
    if not any(each.is_named for each in funders):
        return None
    public = sum(each.basis_points for each in funders if each.is_named and each.is_public)
    return Decimal(public) / 100


def _shares(
    on: date,
    opening: Money,
    movements: Sequence[FundMovement],
    givers: Mapping[UUID | None, Giver],
) -> tuple[FunderShare, ...]:
    """Return what each funder put in, the largest first."""
    given: defaultdict[UUID | None, Money] = defaultdict(lambda: ZERO)
    given[None] = opening
    for kind, giver, amount in _effects(on, movements):
        if kind is FundMovementKind.CONTRIBUTION:
            given[giver] += amount
        elif kind is FundMovementKind.WITHDRAWAL:
            given[giver] -= amount
    named = [
        (givers.get(each, Giver("")), amount, each is not None)
        for each, amount in given.items()
        if amount
    ]
    named.sort(key=lambda each: (-each[1].minor, each[0].name))
    points = _basis_points([max(amount.minor, 0) for _giver, amount, _is_named in named])
    return tuple(
        FunderShare(giver.name, giver.is_public, amount, part, is_named)
        for (giver, amount, is_named), part in zip(named, points, strict=True)
    )


def _basis_points(amounts: list[int]) -> list[int]:
    """Return the part of each amount; together they are the whole, the largest rests first."""
    total = sum(amounts)
    if not total:
        return [0] * len(amounts)
    parts = [divmod(each * _WHOLE, total) for each in amounts]
    missing = _WHOLE - sum(whole for whole, _rest in parts)
    by_rest = sorted(range(len(parts)), key=lambda at: (-parts[at][1], at))
    more = set(by_rest[:missing])
    return [whole + (at in more) for at, (whole, _rest) in enumerate(parts)]
