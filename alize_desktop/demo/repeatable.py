"""A clock and a source of identifiers that are the same at each play."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Final

BEGINS: Final = datetime(2026, 5, 5, 8, 0, tzinfo=UTC)
"""A fortnight before the meeting, when its notice is sent."""


class DemonstrationClock:
    """A clock that moves at each reading of the services, and when the script says so."""

    def __init__(self) -> None:
        self._instant = BEGINS

    def __call__(self) -> datetime:
        """Return the instant, then move one second on."""
        self._instant += timedelta(seconds=1)
        return self._instant

    def now(self) -> datetime:
        """Return the instant without moving it, for what windows show."""
        return self._instant

    def advance(self, minutes: int) -> None:
        """Let the discussion last."""
        self._instant += timedelta(minutes=minutes)

    def come(self, instant: datetime) -> None:
        """Let the days go by until an instant to come."""
        self._instant = max(self._instant, instant)


def entropy() -> Callable[[int], bytes]:
    """Return a source of bytes that is the same at each play."""
    numbers = count()

    def draw(size: int) -> bytes:
        return hashlib.sha256(f"demonstration {next(numbers)}".encode()).digest()[:size]

    return draw
