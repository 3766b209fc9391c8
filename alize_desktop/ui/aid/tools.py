"""What the views of state aid are built with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from alize_desktop.ui.bus import Bus
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.registry_pool import RegistryPool

if TYPE_CHECKING:  # a view is handed its service, it loads none
    from alize_desktop.services.aid import AidService


@dataclass(frozen=True, slots=True)
class AidTools:
    """Service and surroundings.

    Attributes:
        aid: Reads and records state aid.
        preferences: Remember who recorded something last.
        bus: Told of every change.
        window: Where the folder of the register is remembered.
        zone: Time zone that instants are shown in.
        today: Day it is.
        log_file: Named when a bug is shown.
        pool: Where it reads and writes; waited for before the registry is closed.
    """

    aid: "AidService"
    preferences: Preferences
    bus: Bus
    window: QSettings
    zone: tzinfo
    today: Callable[[], date]
    log_file: Path
    pool: RegistryPool
