"""Writing what was asked: one action, told to everybody, or refused with its sentence."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.meetings.tools import MeetingTools


class Writer(QObject):
    """Writes for a screen, and says when what is shown is to be read again.

    Args:
        tools: Services and surroundings.
        screen: For which it writes; questions are about its window.

    Signals:
        written: Something was written or refused.
    """

    written = Signal()

    def __init__(self, tools: MeetingTools, screen: QWidget) -> None:
        super().__init__(screen)
        self._tools = tools
        self._screen = screen

    def do(self, action: Callable[[], Changes]) -> bool:
        """Write, tell everybody, and have the file read again, whatever happened."""
        try:
            changes = action()
        except UserError as error:
            show_error(self._screen, error, self._tools.log_file)
            self.written.emit()
            return False
        self._tools.bus.changed.emit(changes, self._screen)
        self.written.emit()
        return True

    def run(self, action: Callable[[], Changes]) -> None:
        """Do it, for those who do not mind whether it was refused."""
        self.do(action)
