"""Long work on a worker thread: a generator of ``Progress`` that ends with a result.

The generator lives in ``services``; a test or the command line just iterates
over it. It receives identifiers and opens its own unit of work.
"""

import logging
from collections.abc import Callable, Generator
from threading import Event
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Progress

T = TypeVar("T")

Work = Callable[[], Generator[Progress, None, T]]

log = logging.getLogger(__name__)


class _Voice(QObject):
    """Says how a work goes. See ``Task``."""

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()


class _Runner(QRunnable):
    """Carries a work to a worker thread.

    Args:
        work: What is done there.
        cancelled: Set to stop before the next step.
        voice: Says how it goes. It belongs to the application, and goes once all is
            said: an object that is destroyed while another thread speaks through it
            takes the process with it.
    """

    def __init__(self, work: Work[Any], cancelled: Event, voice: _Voice) -> None:
        super().__init__()
        self._work = work
        self._cancelled = cancelled
        self._voice = voice

    @override
    def run(self) -> None:
        _carry_out(self._work, self._cancelled, self._voice)
        self._voice.deleteLater()


class Task(_Voice, Generic[T]):
    """One run of one function. Keep a reference until ``finished``.

    A task that is deleted while it runs is cancelled, and says nothing more.

    Signals:
        progressed: Arg: the ``Progress``.
        succeeded: Arg: what the function returned.
        failed: Arg: the exception it raised.
        finished: Always last, also after a cancel.
    """

    def __init__(self, work: Work[T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = cancelled = Event()
        self.destroyed.connect(lambda *_: cancelled.set())  # self is no more

    def start(self, pool: QThreadPool | None = None) -> None:
        """Queue the task on ``pool`` or on the pool of the application."""
        voice = _Voice(QCoreApplication.instance())
        voice.progressed.connect(self.progressed)
        voice.succeeded.connect(self.succeeded)
        voice.failed.connect(self.failed)
        voice.finished.connect(self.finished)
        runner = _Runner(self._work, self._cancelled, voice)
        (pool or QThreadPool.globalInstance()).start(runner)

    def cancel(self) -> None:
        """Stop before the next step. The function sees ``GeneratorExit``."""
        self._cancelled.set()

    def run(self) -> None:
        """Run the function to its end, on this thread."""
        _carry_out(self._work, self._cancelled, self)


def _carry_out(work: Work[Any], cancelled: Event, voice: _Voice) -> None:
    """Run a work to its end, and say how it goes."""
    try:
        _drain(work, cancelled, voice)
    except UserError as error:
        voice.failed.emit(error)
    except Exception as error:
        log.exception("task failed")
        voice.failed.emit(error)
    finally:
        voice.finished.emit()


def _drain(work: Work[Any], cancelled: Event, voice: _Voice) -> None:
    steps = work()
    try:
        while not cancelled.is_set():
            voice.progressed.emit(next(steps))
    except StopIteration as stop:
        voice.succeeded.emit(stop.value)
    finally:
        steps.close()
