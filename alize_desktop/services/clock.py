"""Instants as the programme's own wall clock shows them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from alize_desktop.models.records.programme import Programme


def local(instant: datetime, programme: Programme) -> datetime:
    """Return an aware instant in the programme's time zone."""
    return instant.astimezone(ZoneInfo(programme.time_zone))


def local_day(instant: datetime, programme: Programme) -> date:
    """Return the day an aware instant falls on in the programme's time zone."""
    return local(instant, programme).date()
