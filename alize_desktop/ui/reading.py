"""What a screen shows, read away from the thread of its window: the newest wish wins."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.changes import Progress
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.registry_pool import RegistryPool
from alize_desktop.ui.tasks import Task
from alize_desktop.ui.widgets.progress import ProgressStrip

_SLOW: Final = 500
"""Milliseconds after which a reading is said to be under way."""


class Reading(QObject):
    """Reads one thing at a time; what was asked meanwhile is read after it, the last only.

    Args:
        window: Widget that shows what is read; its parent.
        log_file: Named when a bug is shown.
        pool: Of the window; nothing is shown any more once it is closing.

    Attributes:
        strip: Says that a reading lasts; laid out by the widget.
    """

    def __init__(self, window: QWidget, log_file: Path, pool: RegistryPool) -> None:
        super().__init__(window)
        self._window = window
        self._log_file = log_file
        self._pool = pool
        self._wanted: tuple[Callable[[], Any], Callable[[Any], None]] | None = None
        self._show: Callable[[Any], None] | None = None
        self._task: Task[Any] | None = None
        self.strip = ProgressStrip(window, may_cancel=False)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(self._on_slow)
        pool.closing.connect(self.forget)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._task is not None

    def ask(self, read: Callable[[], Any], show: Callable[[Any], None]) -> None:
        """Read something, and show it at once when it is quick.

        Args:
            read: Called on a worker thread.
            show: Given what it returned, unless something else was asked meanwhile.
        """
        self._wanted = (read, show)
        if self._task is None:
            self._start()

    def forget(self) -> None:
        """Show nothing of what is being read."""
        self._wanted = self._show = None
        if self._task is not None:
            self._task.cancel()

    def _start(self) -> None:
        if self._wanted is None:
            return
        read, self._show = self._wanted
        self._wanted = None
        found: list[Any] = []
        is_over = Event()
        task = self._task = Task(partial(_steps, read, found, is_over), self)
        task.succeeded.connect(self._on_read)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        task.start(self._pool)
        if is_over.wait(self._pool.at_once / 1000) and found:
            task.disconnect(self)
            self._task = None
            task.deleteLater()
            self._on_read(found[0])
        else:
            self._slow.start()

    def _on_slow(self) -> None:
        if self._task is not None:
            self.strip.watch(self._task, self.tr("Lecture en cours…"))

    def _on_read(self, found: object) -> None:
        if self._wanted is None and self._show is not None:
            self._show(found)

    def _on_failed(self, error: Exception) -> None:
        if self._show is not None:
            show_error(self._window, error, self._log_file)

    def _on_finished(self) -> None:
        self._slow.stop()
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        self._start()


def _steps(
    read: Callable[[], Any], found: list[Any], is_over: Event
) -> Generator[Progress, None, Any]:
    """Read, and say so to the thread that waits."""
    try:
        yield Progress(0, 1, "")
        found.append(read())
    finally:
        is_over.set()
    return found[0]
