"""F12: a copy of the registry on a key, asked where once, then made at once."""

from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStorageInfo, QThreadPool, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from alize_desktop.models.records.changes import Progress
from alize_desktop.services.copies import CopyService
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.tasks import Task

_PATIENCE: Final = 5_000
"""Milliseconds given to a copy being made before its registry is closed."""

_KEYS: Final = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where systems that have no drive letters mount keys."""


class CopyDesk(QObject):
    """Makes checked copies in the background.

    Args:
        window: Parent of the dialogs.
        copies: Makes them.
        log_file: Named when a bug is shown.

    Signals:
        said: A short message for the user. Arg: the text.
    """

    said = Signal(object)

    def __init__(self, window: QWidget, copies: CopyService, log_file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._copies = copies
        self._log_file = log_file
        self._pool = QThreadPool(self)
        self._folder: Path | None = None
        self._task: Task[Path] | None = None

    def copy(self) -> None:
        """Copy now, asking where the first time, and again when the key is gone."""
        if self._task is not None:
            self.said.emit(self.tr("Une copie est déjà en cours."))
        elif self._folder is None:
            self._ask()
        else:
            self._copy_to(self._folder)

    def close(self) -> None:
        """Wait for the end of a copy being made."""
        self._pool.waitForDone(_PATIENCE)

    def _ask(self) -> None:
        files = QFileDialog(self._window, self.tr("Copier le registre sur une clé"), _first_key())
        files.setFileMode(QFileDialog.FileMode.Directory)
        files.setOption(QFileDialog.Option.ShowDirsOnly)
        files.fileSelected.connect(lambda path: self._copy_to(Path(path)))
        files.finished.connect(files.deleteLater)
        files.open()

    def _copy_to(self, folder: Path) -> None:
        self._folder = folder
        task = Task(partial(_copying, self._copies, folder), self)
        task.succeeded.connect(self._on_copied)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        self._task = task
        task.start(self._pool)

    def _on_copied(self, path: Path) -> None:
        self.said.emit(self.tr("Copie vérifiée\u00a0: {name}").format(name=path.name))

    def _on_failed(self, error: Exception) -> None:
        self._folder = None
        show_error(self._window, error, self._log_file)

    def _on_finished(self) -> None:
        self._task = None


def _copying(copies: CopyService, folder: Path) -> Generator[Progress, None, Path]:
    path = copies.copy_to(folder)
    yield Progress(1, 1, path.name)
    return path


def _first_key() -> str:
    """Return where the first key is mounted; empty for the usual folder."""
    mounted = (each.rootPath() for each in QStorageInfo.mountedVolumes() if each.isReady())
    return next((path for path in mounted if path.startswith(_KEYS)), "")
