"""One long work at a time, shown in a progress strip, its errors in a box."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from alize_desktop.ui.errors import show_error
from alize_desktop.ui.tasks import Task, Work
from alize_desktop.ui.widgets.progress import ProgressStrip


class Running(QObject):
    """Starts a task, shows it, and hands its result over on the interface thread.

    A work asked while another runs is not started: the strip says why.

    Args:
        strip: Shows the progress and the button that stops the work.
        window: Parent of the error boxes, and of this object.
        log_file: The log, named when an error is a bug.

    Signals:
        idle: The work is finished, whatever came of it.
    """

    idle = Signal()

    def __init__(self, strip: ProgressStrip, window: QWidget, log_file: Path) -> None:
        super().__init__(window)
        self._strip = strip
        self._window = window
        self._log_file = log_file
        self._task: Task[Any] | None = None
        self._on_done: Callable[[Any], None] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a work is running."""
        return self._task is not None

    def start(self, work: Work[Any], what: str, on_done: Callable[[Any], None]) -> bool:
        """Run ``work`` on a worker thread.

        Args:
            work: Takes no argument, gives its progress, returns its result.
            what: The work in a few words.
            on_done: Called with the result, if there is one.

        Returns:
            Whether it was started.
        """
        if self._task is not None:
            return False
        self._on_done = on_done
        self._task = Task(work, self)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self._strip.watch(self._task, what)
        self._task.start()
        return True

    @Slot(object)
    def _on_succeeded(self, result: object) -> None:
        if self._on_done is not None:
            self._on_done(result)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        show_error(self._window.window(), error, self._log_file)

    @Slot()
    def _on_finished(self) -> None:
        self._task = None  # its parent keeps it: it is still saying that it has finished
        self.idle.emit()
