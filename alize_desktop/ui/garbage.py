"""Looks for garbage between two events of the application, never in the midst of one.

Left to itself, the interpreter looks for it whenever something is created: in a
``changeEvent`` while Qt goes through every widget of the application to dress it
again, or on a worker thread. A window that nobody holds any more is then destroyed
under Qt's feet, or by a thread that must not touch it: the process crashes or hangs.
"""

import atexit
import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

_INTERVAL: Final = 1_000
"""Milliseconds between two looks."""


def collect_between_events(owner: QObject) -> None:
    """Collect garbage from the event loop only, for as long as ``owner`` lives.

    The windows that are left when the program ends are destroyed before the interpreter
    destroys what it has.

    Args:
        owner: The application: lives on the thread of the windows.
    """
    gc.disable()
    atexit.register(destroy_windows)
    timer = QTimer(owner)
    timer.timeout.connect(collect_due)
    timer.start(_INTERVAL)


def collect_due() -> None:
    """Collect what the interpreter would have collected by itself since the last call."""
    for generation in reversed(range(3)):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


def destroy_windows() -> None:
    """Destroy every window that is left, one by one, before the interpreter ends.

    It would do so itself, going through a list of all that Python made: a window that
    goes away with another one is destroyed twice, and the process ends with a fault.
    """
    left = QApplication.topLevelWidgets() if QApplication.instance() else []
    for window in left:
        if isValid(window):
            delete(window)
    gc.collect()
