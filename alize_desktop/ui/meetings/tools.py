"""What the screen of meetings is built with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QSettings

from alize_desktop.services.agenda import AgendaService
from alize_desktop.services.meeting_life import MeetingLifeService
from alize_desktop.services.meetings import MeetingService
from alize_desktop.services.people import PeopleService
from alize_desktop.ui.bus import Bus


@dataclass(frozen=True, slots=True)
class MeetingTools:
    """Services and surroundings of the screen of meetings.

    Attributes:
        meetings: Dates, places, roles.
        agenda: Points of the agenda, and those proposed.
        life: Notice, answers, reopening, approval.
        people: Members.
        bus: Says to the other screens what changed.
        window: Where the splitter is remembered.
        zone: The programme's time zone, for hours shown.
        today: Day proposed for a new meeting.
        log_file: The log, named when an error is a bug.
    """

    meetings: MeetingService
    agenda: AgendaService
    life: MeetingLifeService
    people: PeopleService
    bus: Bus
    window: QSettings
    zone: tzinfo
    today: Callable[[], date]
    log_file: Path

    def local(self, moment: datetime) -> datetime:
        """Return an instant on the wall clock of the programme."""
        return moment.astimezone(self.zone)
