"""What screens are built with besides services."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSettings

from alize_desktop.models.records.changes import Clock
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.registry_pool import RegistryPool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every screen may need, whichever registry is open.

    Attributes:
        preferences: What the user prefers.
        window: Geometry kept between two runs.
        log_file: Named when a bug is shown.
        bus: Says to the screens what changed.
        clock: Gives the day it is.
        pool: Where they read and write; waited for before the registry is closed.
    """

    preferences: Preferences
    window: QSettings
    log_file: Path
    bus: Bus
    clock: Clock
    pool: RegistryPool

    def today_in(self, services: Services) -> Callable[[], date]:
        """Return what gives the day it is in the programme's time zone."""
        return lambda: self.clock().astimezone(zone_of(services)).date()


def zone_of(services: Services) -> ZoneInfo:
    """Return the time zone of the programme, for hours shown."""
    return ZoneInfo(services.current_programme().time_zone)
