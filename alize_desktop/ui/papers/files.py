"""Opening a folder of the system, and naming the file that a signature writes."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from alize_desktop.errors import ErrorCode, UserError


def open_folder(folder: Path) -> None:
    """Show a folder in the file manager of the system.

    Raises:
        UserError: ``FILE_NOT_READABLE`` when it is gone, or when no file manager answers.
    """
    is_open = folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    if not is_open:
        raise UserError(ErrorCode.FILE_NOT_READABLE, path=str(folder))


def signed_name(source: Path) -> Path:
    """Return where a signed version of a file goes: beside it, in the place of no other."""
    stem = source.stem.split("-signé")[0]
    number = 1
    while True:
        suffix = "-signé" if number == 1 else f"-signé-{number}"
        target = source.with_name(f"{stem}{suffix}.pdf")
        if not target.exists():
            return target
        number += 1
