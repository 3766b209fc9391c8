"""Writing the statement of the fund, as a paper or a workbook, where the user says."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from alize_desktop.ui.fund.tools import FundTools
from alize_desktop.ui.widgets.file_dialogs import ask_then, file_to_write
from alize_desktop.ui.widgets.folders import begin_in
from alize_desktop.ui.worker import Worker


class StatementExport(QObject):
    """Asks for a place, then writes the statement in a task.

    Args:
        tools: Writes the statement.
        worker: Runs the long part, and shows it.
        window: Parent of the dialog, and of this object.

    Signals:
        exported: The statement is written. Arg: the ``Paper``.
        refused: Another one is being written. Arg: the sentence.
    """

    exported = Signal(object)
    refused = Signal(str)

    def __init__(self, tools: FundTools, worker: Worker, window: QWidget) -> None:
        super().__init__(window)
        self._tools = tools
        self._worker = worker
        self._window = window

    def ask(self, on: date) -> QFileDialog:
        """Ask where to write the statement of a day; return the dialog, already open."""
        kinds = (self.tr("Document PDF (*.pdf)"), self.tr("Classeur Excel (*.xlsx)"))
        files = file_to_write(self._window, self.tr("Exporter l’état du fonds"), kinds)
        begin_in(files, self._tools.window, "fund/folder")
        name = self.tr("etat-du-fonds-{day}.pdf").format(day=on.isoformat())
        return ask_then(files, partial(self.export, on), name)

    def export(self, on: date, path: Path) -> None:
        """Write the statement: a PDF or a workbook, as the name of the file says."""
        work = partial(self._tools.papers.fund_statement, on, path)
        busy = self.tr("Préparation de l’état du fonds…")
        if not self._worker.run(work, self.exported.emit, busy):
            self.refused.emit(self.tr("Un papier est déjà en préparation."))
