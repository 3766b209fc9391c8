"""Instants as the clock on the wall of the meeting showed them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from alize_desktop.models.records.programme import Programme
from alize_desktop.wording.dates import time_text


def hour_of(instant: datetime, programme: Programme) -> str:
    """Return an aware instant as an hour in the programme's time zone: « 14 h 30 »."""
    return time_text(instant.astimezone(ZoneInfo(programme.time_zone)).time())
