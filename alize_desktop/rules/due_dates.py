"""Dates that count: months from a payment, working days, public holidays.

The eleven national holidays everywhere; Good Friday and 26 December in Alsace and
Moselle; the day of the abolition of slavery overseas. Local customs that the
library also knows (mid-Lent, 21 July) are no public holidays in the labour code
and are left out.
"""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DueDateRoll, HolidayCalendar

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
"""Years for which the public holidays are known."""

_SUBDIVISIONS: Final = {
    HolidayCalendar.METROPOLE: None,
    HolidayCalendar.ALSACE_MOSELLE: "57",
    HolidayCalendar.GUADELOUPE: "971",
    HolidayCalendar.MARTINIQUE: "972",
    HolidayCalendar.GUYANE: "973",
    HolidayCalendar.REUNION: "974",
    HolidayCalendar.MAYOTTE: "976",
}
_ABOLITION: Final = "Abolition de l'esclavage"
_SATURDAY: Final = 5
_IN_EVERY_MONTH: Final = 28


def due_date(day: date, calendar: HolidayCalendar, roll: DueDateRoll) -> date:
    """Return the day that counts for a time limit ending on ``day``.

    Args:
        day: A day of the years 1900 to 2100.
        calendar: Public holidays that count.
        roll: ``NEXT`` moves to the next working day, ``NONE`` leaves the day.

    Raises:
        UserError: ``YEAR_OUT_OF_RANGE``: the year is not between 1900 and 2100.

    Source:
        Code de procédure civile, art. 642; for instalments a choice of contract.
    """
    _check_year(day.year)
    if roll is DueDateRoll.NEXT:  # what is_working_day says, without a call a row
        while day.weekday() >= _SATURDAY or day in public_holidays(day.year, calendar):
            day += timedelta(days=1)
    return day


def is_working_day(day: date, calendar: HolidayCalendar) -> bool:
    """Return whether ``day`` is neither Saturday, Sunday nor a public holiday."""
    return day.weekday() < _SATURDAY and day not in public_holidays(day.year, calendar)


def add_working_days(day: date, count: int, calendar: HolidayCalendar) -> date:
    """Return the last day of a time limit of working days, the first one not counted."""
    for _ in range(count):
        day = due_date(day + timedelta(days=1), calendar, DueDateRoll.NEXT)
    return day


def add_months(day: date, months: int) -> date:
    """Return the same day number ``months`` later, or the last day of that month.

    Args:
        day: Day the period is counted from, never a day already moved.
        months: Length of the period, >= 0.

    Raises:
        UserError: ``YEAR_OUT_OF_RANGE``: the period ends after 2100.

    Source:
        Code de procédure civile, art. 641.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    _check_year(year)
    if day.day <= _IN_EVERY_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(first: date, last: date) -> int:
    """Return the months from a day to another, those begun included.

    The smallest number of months that, added to ``first``, reaches ``last``.

    Args:
        first: Day the months are counted from.
        last: The same day or a later one.
    """
    months = (last.year - first.year) * 12 + last.month - first.month
    return months + (add_months(first, months) < last)


@cache
def public_holidays(year: int, calendar: HolidayCalendar) -> frozenset[date]:
    """Return the public holidays of one year, 1900 to 2100.

    Source:
        Code du travail, art. L3133-1, L3134-13 (Alsace, Moselle), L3422-2
        (overseas); ``holidays`` reckons the movable ones.
    """
    from holidays import country_holidays  # noqa: PLC0415 - 0.2 s that start-up must not pay

    national = country_holidays("FR", years=year, language="fr")
    days = set(national)
    subdivision = _SUBDIVISIONS[calendar]
    if subdivision is not None:
        local = country_holidays("FR", subdiv=subdivision, years=year, language="fr")
        whole = calendar is HolidayCalendar.ALSACE_MOSELLE
        days |= {day for day, name in local.items() if whole or _ABOLITION in name}
    return frozenset(days)


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError(
            ErrorCode.YEAR_OUT_OF_RANGE, year=str(year), least=str(FIRST_YEAR), most=str(LAST_YEAR)
        )
