"""Looks for garbage between two events of the application, never in the midst of one.

Left to itself, the interpreter looks for it whenever something is created: in a
``changeEvent`` while Qt goes through every widget of the application to dress it
again, or on a worker thread. A window that nobody holds any more is then destroyed
under Qt's feet, or by a thread that must not touch it: the process crashes or hangs.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_INTERVAL: Final = 1_000
"""Milliseconds between two looks."""


def collect_between_events(owner: QObject) -> None:
    """Collect garbage from the event loop only, for as long as ``owner`` lives.

    Args:
        owner: The application: lives on the thread of the windows.
    """
    gc.disable()
    timer = QTimer(owner)
    timer.timeout.connect(collect_due)
    timer.start(_INTERVAL)


def collect_due() -> None:
    """Collect what the interpreter would have collected by itself since the last call."""
    for generation in reversed(range(3)):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
