"""Days that a partner company offers in a year, by the dates of its agreement."""

from datetime import date
from decimal import Decimal
from typing import Final

_MONTHS: Final = 12
_HALVES: Final = 2


def offered_days(
    days_per_year: int, year: int, joined_on: date | None, ends_on: date | None
) -> Decimal:
    """Return the days offered in a year.

    A month counts when the agreement covers at least one of its days; the days are then
    in proportion to the months, rounded down to half a day: nothing is promised twice.

    Args:
        days_per_year: Days of a whole year, >= 0.
        year: In which they are lent.
        joined_on: First day of the agreement; from the start when None.
        ends_on: Last day of the agreement; without an end when None.
    """
    first = max(joined_on or date.min, date(year, 1, 1))
    last = min(ends_on or date.max, date(year, 12, 31))
    if first > last:
        return Decimal(0)
    months = last.month - first.month + 1
    return Decimal(days_per_year * months * _HALVES // _MONTHS) / _HALVES


def day_of_year(year: int, today: date) -> date:
    """Return the day of a year that is nearest to today: today itself in the year under way."""
    return min(max(today, date(year, 1, 1)), date(year, 12, 31))


def is_in_force(first: date | None, last: date | None, on: date) -> bool:
    """Return whether a period covers a day; a side that is not said has no end."""
    return (first is None or first <= on) and (last is None or on <= last)
