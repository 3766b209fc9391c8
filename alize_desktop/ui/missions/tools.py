"""What the screens of missions are built with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.registry_pool import RegistryPool


@dataclass(frozen=True, slots=True)
class MissionTools:
    """Services and surroundings.

    Attributes:
        services: Of the open registry; each is loaded when it is first asked.
        bus: Told of every change.
        today: Day it is.
        author: Who recorded something last, proposed again.
        keep_author: Remembers it.
        log_file: Named when a bug is shown.
        pool: Where lists are read; waited for before the registry is closed.
    """

    services: Services
    bus: Bus
    today: Callable[[], date]
    author: Callable[[], str]
    keep_author: Callable[[str], None]
    log_file: Path
    pool: RegistryPool
