"""A bug met while the window is shown: logged, and said to the person in front of it."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QMessageBox, QWidget

from alize_desktop.ui.errors import show_error


class BugTeller:
    """Takes what no code caught. Build it when the window is shown; ``stop`` at the end.

    Args:
        window: Where the box opens, one at a time: a bug met while painting comes back.
        log_file: Named in the box.
    """

    def __init__(self, window: QWidget, log_file: Path) -> None:
        self._window = window
        self._log_file = log_file
        self._before = sys.excepthook
        sys.excepthook = self._tell

    def stop(self) -> None:
        """Put back what took them before."""
        sys.excepthook = self._before

    def _tell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        is_told = any(each.isVisible() for each in self._window.findChildren(QMessageBox))
        if is_told or not isinstance(error, Exception):
            self._before(kind, error, trace)
        else:
            show_error(self._window, error, self._log_file)  # which logs it
