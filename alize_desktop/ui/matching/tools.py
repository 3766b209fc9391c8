"""What the view of matching is built with."""

from dataclasses import dataclass
from pathlib import Path

from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus


@dataclass(frozen=True, slots=True)
class MatchingTools:
    """Services and surroundings.

    Attributes:
        services: Of the open registry; each is loaded when it is first asked.
        bus: Says what changed.
        log_file: Named when a bug is shown.
    """

    services: Services
    bus: Bus
    log_file: Path
