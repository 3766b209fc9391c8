"""A clock that goes on by itself: what is done later is later."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


class TickingClock:
    """One second more at each reading; put forward or back when told to."""

    def __init__(self, *start: int) -> None:
        self.now = datetime(*start, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def set(self, day: date) -> None:
        """Begin another day, at nine."""
        self.now = datetime.combine(day, time(9), UTC)

    def move(self, **by: int) -> None:
        """Go forward, or back."""
        self.now += timedelta(**by)

    def local(self) -> datetime:
        """Return the time in Paris, without going on."""
        return self.now.astimezone(ZoneInfo("Europe/Paris"))
