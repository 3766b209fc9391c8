"""One long work of a window at a time, told at its foot; a dialog that waits for its own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from alize_desktop.ui.errors import show_error
from alize_desktop.ui.registry_pool import RegistryPool
from alize_desktop.ui.tasks import Task, Work
from alize_desktop.ui.widgets.progress import ProgressStrip


class Worker(QObject):
    """Runs a work, shows how far it is, and tells what it refuses.

    Args:
        window: Window that the work is asked from; its parent.
        log_file: Named when a bug is shown.
        pool: Waited for before what the works read is closed; that of the application
            when None.

    Attributes:
        strip: How far the work is, with the button that stops it; laid out by the window.
    """

    def __init__(self, window: QWidget, log_file: Path, pool: QThreadPool | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._log_file = log_file
        self._pool = pool
        self._task: Task[Any] | None = None
        self.strip = ProgressStrip(window)
        if isinstance(pool, RegistryPool):
            pool.closing.connect(self.cancel)

    @property
    def is_busy(self) -> bool:
        """Whether a work is under way."""
        return self._task is not None

    def run(
        self,
        work: Work[Any],
        on_done: Callable[[Any], None],
        what: str,
        on_failed: Callable[[Exception], None] | None = None,
        on_end: Callable[[], None] | None = None,
    ) -> bool:
        """Start a work.

        Args:
            work: What is done on the worker thread.
            on_done: Given what it returned.
            what: What is being done, until the work tells its first step.
            on_failed: Given what it raised; the error is shown when None.
            on_end: Called last, also after a cancel.

        Returns:
            False when another is under way: nothing is started.
        """
        if self._task is not None:
            return False
        task = Task(work, self)
        task.succeeded.connect(on_done)
        task.failed.connect(on_failed or self.show_refusal)
        task.finished.connect(self._on_finished)
        if on_end is not None:
            task.finished.connect(on_end)
        self._task = task
        self.strip.watch(task, what)
        task.start(self._pool)
        return True

    def cancel(self) -> None:
        """Stop the work before its next step."""
        if self._task is not None:
            self._task.cancel()

    def show_refusal(self, error: Exception) -> None:
        """Show why something was not done."""
        show_error(self._window, error, self._log_file)

    def _on_finished(self) -> None:
        self._task = None


class WorkDialog(QDialog):
    """A dialog that is not left before its work ends; it goes when it is closed.

    Args:
        log_file: Named when a bug is shown.
        pool: Where its work runs; waited for before what it reads is closed.
        parent: Window that it is asked from.
    """

    def __init__(self, log_file: Path, pool: QThreadPool, parent: QWidget) -> None:
        super().__init__(parent)
        self.worker = Worker(self, log_file, pool)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @override
    def reject(self) -> None:
        if not self.worker.is_busy:
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.worker.is_busy:
            event.ignore()
        else:
            super().closeEvent(event)
