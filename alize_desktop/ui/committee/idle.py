"""Work done piece by piece while nobody types, so that no key ever waits for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_PAUSE = 250
"""Milliseconds between two pieces."""


class IdleTask(QTimer):
    """Does one piece at each pause, until nothing is left.

    Args:
        work: Does one piece; False when nothing is left.
        parent: Parent object.
    """

    def __init__(self, work: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent, interval=_PAUSE)
        self._work = work
        self.timeout.connect(self._on_pause)

    def _on_pause(self) -> None:
        if not self._work():
            self.stop()
