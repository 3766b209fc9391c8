"""What is to be followed up as a calendar that any agenda reads (RFC 5545).

The same items at the same instant give the same bytes; an item keeps its identifier when
its day moves, so that an agenda moves it too.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final
from uuid import uuid5

from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.wording.follow_up import calendar_text, calendar_title
from alize_desktop.wording.labels import label

_DOMAIN: Final = "alize.invalid"
"""Of identifiers only (RFC 2606)."""

_SPACES: Final = re.compile(r"[ \t\r\n]+")


def calendar_bytes(
    items: Iterable[tuple[date, FollowUpItem]], remind_days: int, dated: datetime
) -> bytes:
    """Return items as whole days of a calendar, each with its reminder.

    Args:
        items: In the order they are written, each with its day.
        remind_days: Days before its day that an agenda tells an item; 0 for no reminder.
            What is late has none.
        dated: Instant at which the calendar is written.
    """
    from icalendar import Alarm, Calendar, Event  # noqa: PLC0415  # on first use

    calendar = Calendar()
    calendar.add("prodid", "-//Alizé//Suivi du programme//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for day, each in items:
        event = Event()
        event.add("uid", identifier(each))
        event.add("dtstamp", dated)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", _one_line(calendar_title(each)))
        event.add("description", _one_line(calendar_text(each)))
        event.add("categories", [label(each.kind)])
        event.add("transp", "TRANSPARENT")
        if remind_days and not each.is_late:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", _one_line(calendar_title(each)))
            alarm.add("trigger", timedelta(days=-remind_days))
            event.add_component(alarm)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def identifier(item: FollowUpItem) -> str:
    """Return what tells an item from every other, whatever its day: made of what it is about."""
    return f"{uuid5(item.subject_id, f'{item.kind.value}/{item.key}')}@{_DOMAIN}"


def _one_line(text: str) -> str:
    """Return a text without line ends nor what no calendar reads; no-break spaces stay."""
    words = _SPACES.sub(" ", text).strip()
    return "".join(each for each in words if unicodedata.category(each) not in ("Cc", "Cs"))
