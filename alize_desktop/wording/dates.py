"""Dates and hours as a French reader writes and reads them."""

import re
from datetime import date, datetime, time
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.rules.text import search_key
from alize_desktop.wording.amounts import NO_BREAK

_MONTHS: Final = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_DAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTH_KEYS: Final = {search_key(name): number for number, name in enumerate(_MONTHS, 1)}

_DIGITS: Final = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_WORDS: Final = re.compile(r"(\d{1,2})(?:er)? ([a-z]+) (\d{4})", re.ASCII)
_PIVOT: Final = 70


def long_date(day: date) -> str:
    """Return a date for a text: « 3 mars 2026 », « 1er mars 2026 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[day.month - 1]} {day.year}"


def long_date_with_day(day: date) -> str:
    """Return a date with its day of the week: « mardi 3 mars 2026 »."""
    return f"{_DAYS[day.weekday()]} {long_date(day)}"


def short_date(day: date) -> str:
    """Return a date for a table: « 03/03/2026 »."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def time_text(moment: time) -> str:
    """Return an hour on the wall clock: « 14 h 30 », « 9 h 05 », « 14 h »."""
    minutes = f"{NO_BREAK}{moment.minute:02d}" if moment.minute else ""
    return f"{moment.hour}{NO_BREAK}h{minutes}"


def moment_text(at: datetime) -> str:
    """Return a moment on the wall clock: « 03/03/2026 à 14 h 30 »."""
    return f"{short_date(at.date())} à {time_text(at.time())}"


def parse_date(text: str) -> date:
    """Return the date a person typed.

    Args:
        text: « 05/03/2026 », « 5/3/26 », « 2026-03-05 », « 5 mars 2026 ». Two
            digits of a year below 70 are in this century.

    Raises:
        UserError: ``DATE_INVALID``: another shape, or a day that does not exist.
    """
    try:
        return date(*_numbers(text.strip()))
    except ValueError as error:
        raise UserError(ErrorCode.DATE_INVALID, value=text) from error


def _numbers(text: str) -> tuple[int, int, int]:
    """Return year, month and day as written, or a day that does not exist."""
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _DIGITS.fullmatch(text):
        year = int(match[4])
        if len(match[4]) == 2:
            year += 2000 if year < _PIVOT else 1900
        return year, int(match[3]), int(match[1])
    if match := _WORDS.fullmatch(search_key(text)):
        return int(match[3]), _MONTH_KEYS.get(match[2], 0), int(match[1])
    return 0, 0, 0
