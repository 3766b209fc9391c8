"""What the dossier screen is built with, handed down to its parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus

if TYPE_CHECKING:  # a screen is handed its services, it loads none
    from alize_desktop.services.dossiers import DossierService
    from alize_desktop.services.meetings import MeetingService
    from alize_desktop.services.schedules import ScheduleService


@dataclass(frozen=True, slots=True)
class DossierView:
    """What another part of the program shows of a dossier, under a tab.

    Attributes:
        key: Stable name of the tab; that of a pane of fields to stand under them.
        title: Word on the tab.
        make: Makes it, when the tab is first shown: a widget that is a ``GivenView``.
    """

    key: str
    title: str
    make: Callable[[], QWidget]


@dataclass(frozen=True, slots=True)
class DossierTools:
    """Services and surroundings of the dossier screen.

    Attributes:
        services: Of the open registry; each is loaded when it is first asked.
        bus: Says to the other screens what changed.
        window: Settings of the window's geometry: splitter, columns, sort.
        zone: The programme's time zone, for hours shown.
        log_file: The log, named when an error is a bug.
        views: What the shell gives to a dossier, in the order of the tabs.
    """

    services: Services
    bus: Bus
    window: QSettings
    zone: tzinfo
    log_file: Path
    views: tuple[DossierView, ...] = ()

    @property
    def dossiers(self) -> "DossierService":
        """Reads and writes dossiers."""
        return self.services.dossiers

    @property
    def meetings(self) -> "MeetingService":
        """Lists the meetings that the list can be filtered by."""
        return self.services.meetings

    def categories(self) -> Sequence[SkillCategory]:
        """Return the categories of competences."""
        return self.services.partners.categories()

    @property
    def schedules(self) -> "ScheduleService":
        """Exports the workbook of a schedule."""
        return self.services.schedules
