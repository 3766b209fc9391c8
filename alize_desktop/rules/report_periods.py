"""The periods that a report is usually asked for."""

from datetime import date
from enum import StrEnum


class ReportPeriod(StrEnum):
    """A period that has a name; ``CHOSEN`` has days of its own."""

    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    THREE_YEARS = "three_years"
    WHOLE = "whole"
    CHOSEN = "chosen"


def days_of(period: ReportPeriod, today: date) -> tuple[date | None, date | None]:
    """Return the first and the last day of a period, None without a limit.

    Three years are this one and the two before; ``CHOSEN`` is without limits until its
    days are.

    Args:
        period: The period.
        today: Day it is.
    """
    year = today.year
    years = {
        ReportPeriod.THIS_YEAR: (year, year),
        ReportPeriod.LAST_YEAR: (year - 1, year - 1),
        ReportPeriod.THREE_YEARS: (year - 2, year),
    }.get(period)
    if years is None:
        return None, None
    first, last = years
    return date(first, 1, 1), date(last, 12, 31)
