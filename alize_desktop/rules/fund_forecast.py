"""The fund month by month for five years, and when it can lend again.

Only what is written somewhere is counted: schedules in force, what is committed, what
is expected, meetings that are planned. What is late, accelerated or in litigation is
not counted as coming back, nor is what the planned meetings would lend.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, takewhile
from typing import Final

from alize_desktop.models.enums import AdvanceState, InstalmentState
from alize_desktop.models.records.advances import AdvancePosition, InstalmentPosition
from alize_desktop.models.records.fund import ForecastMonth, FundForecast, FundStatement
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.due_dates import add_months

MONTHS: Final = 60
"""Months of a forecast, that of its day included."""

_YEAR: Final = 12
_BEFORE_LAST: Final = date.max - timedelta(days=1)
_REPAYING: Final = frozenset({AdvanceState.SIGNED, AdvanceState.RUNNING})
_DOUBTFUL: Final = frozenset({AdvanceState.ACCELERATED, AdvanceState.IN_LITIGATION})


@dataclass(frozen=True, slots=True)
class Dated:
    """Money that is expected on a day; a day that is past means as soon as can be."""

    on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class Flows:
    """What is expected to move.

    Attributes:
        repayments: Coming back.
        contributions: Coming in.
        withdrawals: Going out otherwise than to companies, fees included.
        releases: Of what is committed.
        grants: Of meetings to come: granted and released the same day.
    """

    repayments: tuple[Dated, ...] = ()
    contributions: tuple[Dated, ...] = ()
    withdrawals: tuple[Dated, ...] = ()
    releases: tuple[Dated, ...] = ()
    grants: tuple[Dated, ...] = ()


@dataclass(frozen=True, slots=True)
class ComingBack:
    """What one advance is expected to give back, and what nobody can count on."""

    repayments: tuple[Dated, ...]
    doubtful: Money


def forecast(start: FundStatement, flows: Flows, doubtful: Money = ZERO) -> FundForecast:
    """Return sixty months, the first being that of the statement, from its evening on.

    Args:
        start: The fund on the day of the forecast.
        flows: What is expected; what comes after the last month does not count.
        doubtful: What is not counted as coming back.

    Source:
        Règles de calcul, le fonds.
    """
    first = start.on.replace(day=1)
    moved = (getattr(flows, each) for each in Flows.__slots__)
    back, given, taken, released, planned = (_by_month(first, each) for each in moved)
    cash, committed = start.cash, start.committed
    months = []
    for index in range(MONTHS):
        grants = released[index] + planned[index]
        closing = cash + back[index] + given[index] - taken[index] - grants
        committed -= released[index]
        months.append(
            ForecastMonth(
                month=add_months(first, index),
                opening=cash,
                repayments=back[index],
                contributions=given[index],
                withdrawals=taken[index],
                grants=grants,
                closing=closing,
                available=closing - committed - start.credits,
            )
        )
        cash = closing
    return FundForecast(start.on, tuple(months), doubtful)


def first_month_for(forecast: FundForecast, amount: Money) -> date | None:
    """Return the first month from which an amount can be lent, and always after.

    Returns:
        The first day of the month; None when no month of the forecast is one.
    """
    found = None
    for each in reversed(forecast.months):
        if each.available < amount:
            break
        found = each.month
    return found


def coming_back(position: AdvancePosition, *, is_to_be_released: bool) -> ComingBack:
    """Return what an advance is expected to give back, from its schedule in force.

    What falls due during a moratorium comes the day after it.

    Args:
        position: On the day of the forecast.
        is_to_be_released: Whether what was not paid to the company yet still will be.
    """
    if position.state in _DOUBTFUL:
        return ComingBack((), position.outstanding)
    if position.state not in _REPAYING:
        return ComingBack((), ZERO)
    from_day = position.on
    if position.moratorium_until is not None:
        from_day = min(position.moratorium_until, _BEFORE_LAST) + timedelta(days=1)
    late = [row.remaining for row in position.rows if row.state is InstalmentState.LATE]
    coming = [
        Dated(
            max(row.instalment.due, from_day),
            _expected(row, is_to_be_released=is_to_be_released),
        )
        for row in position.rows
    ]
    return ComingBack(tuple(each for each in coming if each.amount), sum(late, ZERO))


def planned_grants(
    on: date, meetings_a_year: int, grant: Money, prepared: Sequence[Dated]
) -> tuple[Dated, ...]:
    """Return what meetings to come are expected to grant.

    The meetings in preparation first, for what their agenda asks, or the usual grant when
    nothing is on it yet; then the others, evenly, counted from the last of them.

    Args:
        on: Day of the forecast.
        meetings_a_year: How many are usual, >= 0.
        grant: What one usually grants.
        prepared: Days of the meetings in preparation, and what their agenda asks.
    """
    known = [Dated(each.on, each.amount or grant) for each in prepared]
    start = max((each.on for each in prepared), default=on)
    last = add_months(on.replace(day=1), MONTHS)
    if not (meetings_a_year and grant):
        return tuple(known)
    days = (add_months(start, -(-rank * _YEAR // meetings_a_year)) for rank in count(1))
    usual = [Dated(day, grant) for day in takewhile(lambda day: day < last, days)]
    return (*known, *usual)


def _expected(row: InstalmentPosition, *, is_to_be_released: bool) -> Money:
    late = row.remaining if row.state is InstalmentState.LATE else ZERO
    if is_to_be_released:
        return row.instalment.amount - row.paid - row.written_off - late
    return row.remaining - late


def _by_month(first: date, flows: Iterable[Dated]) -> list[Money]:
    found = [ZERO] * MONTHS
    for each in flows:
        index = (each.on.year - first.year) * _YEAR + each.on.month - first.month
        if index < MONTHS:
            found[max(index, 0)] += each.amount
    return found
