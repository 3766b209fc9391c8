"""Writing what is due as a calendar, where the user says."""

from collections.abc import Generator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from alize_desktop.models.records.changes import Progress
from alize_desktop.rules.due_dates import add_months
from alize_desktop.ui.follow_up.tools import FollowUpTools
from alize_desktop.ui.widgets.file_dialogs import ask_then, file_to_write
from alize_desktop.ui.widgets.folders import begin_in
from alize_desktop.ui.worker import Worker
from alize_desktop.wording.names import counted

_MONTHS: Final = 12


class CalendarExport(QObject):
    """Asks for a place, then writes the twelve months to come in a task.

    Args:
        tools: Writes the calendar.
        window: Parent of the dialog, and of this object.

    Attributes:
        worker: Runs the long part; its strip is laid out by the page.

    Signals:
        said: A short message for the user. Arg: the text.
    """

    said = Signal(str)

    def __init__(self, tools: FollowUpTools, window: QWidget) -> None:
        super().__init__(window)
        self._tools = tools
        self._window = window
        self.worker = Worker(window, tools.log_file, tools.pool)

    def ask(self) -> QFileDialog:
        """Ask where to write the calendar; return the dialog, already open."""
        kinds = (self.tr("Agenda (*.ics)"),)
        files = file_to_write(self._window, self.tr("Écrire l’agenda du suivi"), kinds)
        begin_in(files, self._tools.window, "follow_up/folder")
        return ask_then(files, self.write, self.tr("suivi.ics"))

    def write(self, path: Path) -> None:
        """Write what is due from today to a year on."""
        first = self._tools.today()
        work = partial(self._work, path, first, add_months(first, _MONTHS))
        if not self.worker.run(work, self._on_written, self.tr("Écriture de l’agenda…")):
            self.said.emit(self.tr("Un agenda est déjà en cours d’écriture."))

    def _work(self, path: Path, first: date, last: date) -> Generator[Progress, None, int]:
        yield Progress(0, 1, self.tr("Lecture de ce qui est à suivre…"))
        return self._tools.follow_up.calendar(path, first, last)

    def _on_written(self, count: int) -> None:
        told = counted(count, self.tr("échéance"), self.tr("échéances"))
        self.said.emit(self.tr("Agenda écrit\u00a0: {count}").format(count=told))
