"""The windows of papers that are open beside the main one: one a meeting, one a dossier."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from alize_desktop.errors import UserError
from alize_desktop.ui.errors import show_error

if TYPE_CHECKING:
    from alize_desktop.ui.papers.tools import PaperTools
    from alize_desktop.ui.papers.window import PaperWindow


class PaperWindows(QObject):
    """Opens each once, brings back the one that is open, closes them all.

    Args:
        window: The main window.
        log_file: Named when a bug is shown.
    """

    def __init__(self, window: QWidget, log_file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._log_file = log_file
        self._open: dict[UUID, PaperWindow] = {}

    def show_meeting(self, meeting_id: UUID, tools: "PaperTools") -> None:
        """Show the papers of a meeting."""
        from alize_desktop.ui.papers.meeting_window import (  # noqa: PLC0415  # on demand
            MeetingPapersWindow,
        )

        self._show(meeting_id, partial(MeetingPapersWindow, meeting_id, tools, self._window))

    def show_dossier(self, dossier_id: UUID, tools: "PaperTools") -> None:
        """Show the papers of a dossier."""
        from alize_desktop.ui.papers.dossier_window import (  # noqa: PLC0415  # on demand
            DossierPapersWindow,
        )

        self._show(dossier_id, partial(DossierPapersWindow, dossier_id, tools, self._window))

    def verify(self, tools: "PaperTools") -> None:
        """Ask for a file, then say what it proves."""
        from alize_desktop.ui.papers.verification import ask_and_verify  # noqa: PLC0415  # on demand

        ask_and_verify(tools, self._window)

    def close(self) -> None:
        """Close every window; what is being made there stops."""
        for each in self._open.values():
            each.close()
            each.deleteLater()
        self._open.clear()

    def _show(self, subject: UUID, build: "Callable[[], PaperWindow]") -> None:
        shown = self._open.get(subject)
        if shown is None:
            try:
                shown = build()
            except UserError as error:
                show_error(self._window, error, self._log_file)
                return
            self._open[subject] = shown
        elif not shown.isVisible():
            shown.refresh()
        shown.show()
        shown.raise_()
        shown.activateWindow()
        shown.take_keyboard()
