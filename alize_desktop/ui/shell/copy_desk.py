"""F12: a copy of the registry on a key, asked where once, then made at once."""

import re
from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QObject, QStorageInfo, QThreadPool, QUrl, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from alize_desktop.models.records.changes import Progress
from alize_desktop.services.copies import CopyService
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.tasks import Task
from alize_desktop.ui.widgets.file_dialogs import ask_then

_PATIENCE: Final = 5_000
"""Milliseconds given to a copy being made before its registry is closed."""

_MOUNTED_BY_USERS: Final = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where systems that have no drive letters mount keys."""

_DRIVE: Final = re.compile(r"[A-Z]:/?")
"""A drive of Windows; that of the system is its root."""


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
        keys = _keys()
        title = self.tr("Copier le registre sur une clé")
        files = QFileDialog(self._window, title, keys[0] if keys else QDir.homePath())
        files.setFileMode(QFileDialog.FileMode.Directory)
        files.setOption(QFileDialog.Option.ShowDirsOnly)
        places = [QDir.homePath(), *keys]
        files.setSidebarUrls([QUrl.fromLocalFile(each) for each in places])
        ask_then(files, self._copy_to)

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


def _keys() -> list[str]:
    """Return where keys are mounted that can be written on."""
    mounted = (each for each in QStorageInfo.mountedVolumes() if each.isReady())
    writable = (each for each in mounted if not each.isReadOnly() and not each.isRoot())
    return [each.rootPath() for each in writable if may_be_key(each.rootPath())]


def may_be_key(path: str) -> bool:
    """Return whether a volume mounted there may be a key: never one of the system.

    Args:
        path: Where it is mounted, with slashes.
    """
    return path.startswith(_MOUNTED_BY_USERS) or bool(_DRIVE.fullmatch(path))
