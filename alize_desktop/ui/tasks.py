"""Long work on a worker thread: a generator of ``Progress`` that ends with a result.

The generator lives in ``services``; a test or the command line just iterates
over it. It receives identifiers and opens its own unit of work.
"""

import logging
from collections.abc import Callable, Generator
from threading import Event
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Progress

T = TypeVar("T")

Work = Callable[[], Generator[Progress, None, T]]

log = logging.getLogger(__name__)


class _Runner(QRunnable):
    """Carries a task to a worker thread."""

    def __init__(self, task: "Task[Any]") -> None:
        super().__init__()
        self._task = task

    @override
    def run(self) -> None:
        self._task.run()


class Task(QObject, Generic[T]):
    """One run of one function. Keep a reference until ``finished``.

    Signals:
        progressed: Arg: the ``Progress``.
        succeeded: Arg: what the function returned.
        failed: Arg: the exception it raised.
        finished: Always last, also after a cancel.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, work: Work[T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = Event()

    def start(self, pool: QThreadPool | None = None) -> None:
        """Queue the task on ``pool`` or on the pool of the application."""
        (pool or QThreadPool.globalInstance()).start(_Runner(self))

    def cancel(self) -> None:
        """Stop before the next step. The function sees ``GeneratorExit``."""
        self._cancelled.set()

    def run(self) -> None:
        """Run the function to its end. Called on a worker thread."""
        try:
            self._drain()
        except UserError as error:
            self.failed.emit(error)
        except Exception as error:
            log.exception("task failed")
            self.failed.emit(error)
        finally:
            self.finished.emit()

    def _drain(self) -> None:
        steps = self._work()
        try:
            while not self._cancelled.is_set():
                self.progressed.emit(next(steps))
        except StopIteration as stop:
            self.succeeded.emit(stop.value)
        finally:
            steps.close()
