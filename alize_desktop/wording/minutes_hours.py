"""Hours of the minutes, on the wall clock of the meeting; another day is named."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from alize_desktop.models.records.programme import Programme
from alize_desktop.wording.dates import long_date, time_text


@dataclass(frozen=True, slots=True)
class MeetingHours:
    """Tells instants as the clock on the wall of a meeting showed them.

    Attributes:
        programme: Gives the time zone.
        day: Day of the meeting: what happens on another day is told with its date.
    """

    programme: Programme
    day: date

    def hour(self, instant: datetime) -> str:
        """Return « 14 h 30 »."""
        return time_text(self._local(instant).time())

    def at(self, instant: datetime) -> str:
        """Return « à 14 h 30 », or « le 5 mars 2026 à 14 h 30 »."""
        return self.dated(instant) if self.other_day(instant) else f"à {self.hour(instant)}"

    def dated(self, instant: datetime) -> str:
        """Return « le 12 mars 2026 à 9 h 05 », whatever the day of the meeting."""
        return f"le {long_date(self._local(instant).date())} à {self.hour(instant)}"

    def since(self, instant: datetime) -> str:
        """Return « à partir de 14 h 30 », or « à partir du 5 mars 2026 à 14 h 30 »."""
        other_day, hour = self.other_day(instant), self.hour(instant)
        return f"à partir du {other_day} à {hour}" if other_day else f"à partir de {hour}"

    def until(self, instant: datetime) -> str:
        """Return « jusqu’à 14 h 30 », or « jusqu’au 5 mars 2026 à 14 h 30 »."""
        other_day, hour = self.other_day(instant), self.hour(instant)
        return f"jusqu’au {other_day} à {hour}" if other_day else f"jusqu’à {hour}"

    def other_day(self, instant: datetime) -> str:
        """Return the date of an instant, empty on the day of the meeting."""
        day = self._local(instant).date()
        return "" if day == self.day else long_date(day)

    def _local(self, instant: datetime) -> datetime:
        return instant.astimezone(ZoneInfo(self.programme.time_zone))
