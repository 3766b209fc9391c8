"""Hours on the wall clock as French people type them, for the fields that ask one."""

import re
from datetime import time
from typing import Final

from alize_desktop.errors import ErrorCode, UserError

_HOUR: Final = re.compile(r"(\d{1,2})(?:\s*[h:.]\s*(\d{1,2})?)?|(\d{1,2})(\d{2})", re.ASCII)


def read_hour(text: str) -> time:
    """Return the hour a person typed.

    Args:
        text: « 14 h 30 », « 14:30 », « 14h », « 1430 » or « 14 ».

    Raises:
        UserError: ``HOUR_INVALID``: another shape, or an hour no clock shows.
    """
    found = _HOUR.fullmatch(text.strip().lower().replace("\u00a0", " "))
    if found is None:
        raise UserError(ErrorCode.HOUR_INVALID, value=text)
    hours, minutes = found[1] or found[3], found[2] or found[4] or "0"
    try:
        return time(int(hours), int(minutes))
    except ValueError as error:
        raise UserError(ErrorCode.HOUR_INVALID, value=text) from error
