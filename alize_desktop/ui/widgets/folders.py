"""Where a file was last read or written, proposed again."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog


def begin_in(files: QFileDialog, window: QSettings, key: str) -> None:
    """Start a dialog in a remembered folder, and remember the one that is chosen.

    Args:
        files: Not open yet.
        window: Where the folder is remembered.
        key: Under which name; documents are proposed before the first file.
    """
    kept = window.value(key)
    place = QStandardPaths.StandardLocation.DocumentsLocation
    is_there = isinstance(kept, str) and kept and Path(kept).is_dir()
    files.setDirectory(str(kept) if is_there else QStandardPaths.writableLocation(place))
    files.fileSelected.connect(lambda path: window.setValue(key, str(Path(path).parent)))
