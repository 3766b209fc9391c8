"""The window of the minutes, one at a time, opened from the meetings."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.errors import UserError
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error

if TYPE_CHECKING:
    from alize_desktop.ui.minutes.window import MinutesWindow


class MinutesDesk(QObject):
    """Opens the minutes of a meeting, comes back to them, closes them with their registry.

    Args:
        parent: Widget whose window errors are about.
        bus: Says what changed.
        settings: Where the splitter is remembered.
        log_file: Named when a bug is shown.

    Signals:
        export_requested: The PDF is to be saved. Arg: the meeting's identifier.
    """

    export_requested = Signal(object)

    def __init__(self, parent: QWidget, bus: Bus, settings: QSettings, log_file: Path) -> None:
        super().__init__(parent)
        self._parent = parent
        self._bus, self._settings, self._log_file = bus, settings, log_file
        self._window: MinutesWindow | None = None

    @property
    def window(self) -> "MinutesWindow | None":
        """The window, None while none is open."""
        return self._window if self._window is not None and self._window.isVisible() else None

    def open(self, services: Services, meeting_id: UUID) -> None:
        """Open the minutes of a meeting, once those that were open are kept."""
        shown = self.window
        if shown is not None and (shown.meeting_id == meeting_id or not shown.close()):
            shown.activateWindow()
            return
        self.close()
        try:
            self._window = self._made(services, meeting_id)
        except UserError as error:
            show_error(self._parent.window(), error, self._log_file)
            return
        self._window.export_requested.connect(self.export_requested)
        self._window.showMaximized()
        self._window.activateWindow()

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` once everything typed is kept, or the user agreed to lose it."""
        if self.window is None or self.window.close():
            on_left()

    def close(self) -> None:
        """Close the window, if it is open."""
        if self._window is not None:
            self._window.give_up()
            self._window.deleteLater()
        self._window = None

    def _made(self, services: Services, meeting_id: UUID) -> "MinutesWindow":
        from alize_desktop.ui.minutes.tools import MinutesTools  # noqa: PLC0415  # on demand
        from alize_desktop.ui.minutes.window import MinutesWindow  # noqa: PLC0415  # on demand

        tools = MinutesTools(
            minutes=services.minutes,
            texts=services.minutes_texts,
            templates=services.templates,
            bus=self._bus,
            window=self._settings,
            log_file=self._log_file,
        )
        return MinutesWindow(meeting_id, tools)
