"""What the screen of the report is built with, handed down to its parts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from alize_desktop.ui.bus import Bus
from alize_desktop.ui.registry_pool import RegistryPool

if TYPE_CHECKING:  # a screen is handed its services, it loads none
    from alize_desktop.services.reports import ReportService


@dataclass(frozen=True, slots=True)
class ReportTools:
    """Services and surroundings of the screen.

    Attributes:
        reports: Reckons reports, keeps them, writes them.
        bus: Told of every change.
        window: Remembers the period and the basin.
        today: Day it is.
        log_file: Named when a bug is shown.
        pool: Where it reads and writes; waited for before the registry is closed.
    """

    reports: "ReportService"
    bus: Bus
    window: QSettings
    today: Callable[[], date]
    log_file: Path
    pool: RegistryPool
