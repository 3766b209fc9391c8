"""What the dialog of payment files is built with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSettings, QStandardPaths

from alize_desktop.ui.registry_pool import RegistryPool

if TYPE_CHECKING:  # a dialog is handed its services, it loads none
    from alize_desktop.services.payment_files import PaymentFileService

_FOLDER: Final = "payments/folder"


@dataclass(frozen=True, slots=True)
class PaymentTools:
    """Services and surroundings of the dialog.

    Attributes:
        payments: Reads what is to be paid, and writes the files.
        window: Remembers where the last file went.
        today: Day it is.
        log_file: Named when a bug is shown.
        pool: Where it reads and writes; waited for before the registry is closed.
    """

    payments: "PaymentFileService"
    window: QSettings
    today: Callable[[], date]
    log_file: Path
    pool: RegistryPool

    def folder(self) -> Path:
        """Return where the last file went, or where documents usually go."""
        kept = self.window.value(_FOLDER)
        if isinstance(kept, str) and kept and Path(kept).is_dir():
            return Path(kept)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place))

    def remember_folder(self, folder: Path) -> None:
        """Propose this folder for the next file."""
        self.window.setValue(_FOLDER, str(folder))
