"""The demonstration asked from the window: played once, one at a time."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QThreadPool, Signal

from alize_desktop.ui.tasks import Task

_PATIENCE: Final = 5_000
"""Milliseconds given to the other process to be stopped."""


class DemonstrationDesk(QObject):
    """Plays the demonstration in the background, unless it was played already.

    Signals:
        started: It is being played. Arg: the ``Task``.
        ready: Arg: the path of its registry.
        failed: Arg: the exception.
    """

    started = Signal(object)
    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._task: Task[Path] | None = None

    def ask(self, registry: Path, program: Sequence[str]) -> None:
        """Play the demonstration into the folder of ``registry``, or use what is there.

        Args:
            registry: File that the play leaves.
            program: Command that runs this program, without its arguments.
        """
        if self._task is not None:
            return
        if registry.exists():
            self.ready.emit(registry)
            return
        from alize_desktop.ui.shell.playing import play_apart  # noqa: PLC0415  # on demand

        self._task = Task(partial(play_apart, registry, program), self)
        self._task.succeeded.connect(self.ready)
        self._task.failed.connect(self.failed)
        self._task.finished.connect(self._on_finished)
        self.started.emit(self._task)
        self._task.start(self._pool)

    def stop(self) -> None:
        """Give up the play, if there is one, and wait for its end."""
        if self._task is not None:
            self._task.cancel()
            self._pool.waitForDone(_PATIENCE)

    def _on_finished(self) -> None:
        self._task = None
