"""What the screen of partners is built with, handed down to its pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSettings

from alize_desktop.models.records.missions import MissionRow
from alize_desktop.ui.bus import Bus

if TYPE_CHECKING:  # a screen is handed its services, it loads none
    from alize_desktop.services.partners import PartnerService
    from alize_desktop.services.people import PeopleService


@dataclass(frozen=True, slots=True)
class PartnerTools:
    """Services and surroundings.

    Attributes:
        people: Reads and writes the sheets.
        partners: Reads and writes the rest: agreements, offers, conflicts, categories.
        missions: Gives the missions of a partner.
        companies: Gives the companies of the dossiers, each name with its number.
        bus: Told of every change.
        window: Remembers where the splitter stands.
        today: Day it is.
        log_file: Named when a bug is shown.
    """

    people: "PeopleService"
    partners: "PartnerService"
    missions: Callable[[UUID], Sequence[MissionRow]]
    companies: Callable[[], Sequence[tuple[str, str]]]
    bus: Bus
    window: QSettings
    today: Callable[[], date]
    log_file: Path
