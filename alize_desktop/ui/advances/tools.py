"""What the screen of advances is built with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.registry_pool import RegistryPool

if TYPE_CHECKING:  # a screen is handed its services, it loads none
    from alize_desktop.services.advances import AdvanceService


@dataclass(frozen=True, slots=True)
class AdvanceTools:
    """Services and surroundings of the screen of advances.

    Attributes:
        services: Of the open registry; each is loaded when it is first asked.
        bus: Says to the other screens what changed.
        window: Where the splitter is remembered.
        zone: The programme's time zone, for hours shown.
        today: Day that everything is reckoned on.
        author: Gives who recorded something last.
        keep_author: Remembers who did.
        log_file: The log, named when an error is a bug.
        pool: Where it reads and writes; waited for before the registry is closed.
    """

    services: Services
    bus: Bus
    window: QSettings
    zone: tzinfo
    today: Callable[[], date]
    author: Callable[[], str]
    keep_author: Callable[[str], None]
    log_file: Path
    pool: RegistryPool

    @property
    def advances(self) -> "AdvanceService":
        """Reads and writes advances."""
        return self.services.advances

    def local(self, moment: datetime) -> datetime:
        """Return an instant on the wall clock of the programme."""
        return moment.astimezone(self.zone)
