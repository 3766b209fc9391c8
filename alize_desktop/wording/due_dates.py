"""A due date as a person types it: a day, or so long after the meeting."""

import re
from datetime import date, timedelta
from typing import Final

from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.text import search_key
from alize_desktop.wording.dates import parse_date

_DELAY: Final = re.compile(r"\+?\s*(\d{1,3})\s*(j|jours?|s|sem|semaines?|m|mois|a|ans?)", re.ASCII)
_MONTHS: Final = {"m": 1, "a": 12}
_DAYS: Final = {"j": 1, "s": 7}


def parse_due_date(text: str, day: date) -> date:
    """Return the due date a person typed.

    Args:
        text: « +3 mois », « 15 jours », « +2 sem », « 1 an », or any date that
            ``parse_date`` reads.
        day: Day that delays are counted from: that of the meeting.

    Raises:
        UserError: ``DATE_INVALID``; ``YEAR_OUT_OF_RANGE`` beyond the last year.
    """
    match = _DELAY.fullmatch(search_key(text).strip())
    if match is None:
        return parse_date(text)
    number, unit = int(match[1]), match[2][0]
    if unit in _MONTHS:
        return add_months(day, number * _MONTHS[unit])
    return day + timedelta(days=number * _DAYS[unit])
