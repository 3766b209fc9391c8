"""What the windows of papers are built with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QThreadPool

from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus

_FOLDER: Final = "papers/folder"
_LIBRARY: Final = "papers/card_library"


@dataclass(frozen=True, slots=True)
class PaperTools:
    """Services and surroundings of the windows of papers.

    Attributes:
        services: Of the open registry.
        bus: Says to the screens what changed.
        window: Where the folder and the library of cards are remembered.
        pool: Carries long works; waited for before the registry is closed.
        zone: The programme's time zone, for hours shown.
        today: Day it is there.
        usual_folder: Where papers go until another folder is chosen.
        log_file: The log, named when an error is a bug.
        show: Shows a PDF in a window of its own.
    """

    services: Services
    bus: Bus
    window: QSettings
    pool: QThreadPool
    zone: tzinfo
    today: Callable[[], date]
    usual_folder: Path
    log_file: Path
    show: Callable[[Path], object]

    def local(self, moment: datetime) -> datetime:
        """Return an instant on the wall clock of the programme."""
        return moment.astimezone(self.zone)

    def folder(self) -> Path:
        """Return where the folders of meetings are made."""
        kept = self.window.value(_FOLDER)
        return Path(kept) if isinstance(kept, str) and kept else self.usual_folder

    def remember_folder(self, folder: Path) -> None:
        """Make the folders of meetings there from now on."""
        self.window.setValue(_FOLDER, str(folder))

    def card_library(self) -> str:
        """Return the library of cards that was used last; empty before."""
        kept = self.window.value(_LIBRARY)
        return kept if isinstance(kept, str) else ""

    def remember_card_library(self, library: str) -> None:
        """Propose this library next time."""
        self.window.setValue(_LIBRARY, library)
