"""Writing a report, as a paper or a workbook, where the user says."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from alize_desktop.models.records.report import ReportScope
from alize_desktop.ui.report.tools import ReportTools
from alize_desktop.ui.widgets.file_dialogs import ask_then, file_to_write
from alize_desktop.ui.widgets.folders import begin_in
from alize_desktop.ui.worker import Worker

PDF: Final = "pdf"
XLSX: Final = "xlsx"


class ReportExport(QObject):
    """Asks for a place, then writes the report in a task.

    Args:
        tools: Writes the report.
        worker: Runs the long part, and shows it.
        window: Parent of the dialog, and of this object.

    Signals:
        exported: The report is written. Arg: the ``Paper``.
        refused: Something else is under way. Arg: the sentence.
        ended: Nothing is being written any more.
    """

    exported = Signal(object)
    refused = Signal(str)
    ended = Signal()

    def __init__(self, tools: ReportTools, worker: Worker, window: QWidget) -> None:
        super().__init__(window)
        self._tools, self._worker, self._window = tools, worker, window

    def ask(self, kind: str, scope: ReportScope) -> QFileDialog:
        """Ask where to write a report; return the dialog, already open.

        Args:
            kind: ``PDF`` or ``XLSX``.
            scope: What it is about.
        """
        names = {
            PDF: self.tr("Document PDF (*.pdf)"),
            XLSX: self.tr("Classeur Excel (*.xlsx)"),
        }
        title = self.tr("Écrire le bilan")
        files = file_to_write(self._window, title, [names[kind]])
        begin_in(files, self._tools.window, "report/folder")
        day = self._tools.today().isoformat()
        name = self.tr("bilan-{day}.{kind}").format(day=day, kind=kind)
        return ask_then(files, partial(self.export, kind, scope), name)

    def export(self, kind: str, scope: ReportScope, path: Path) -> None:
        """Write a report in a file."""
        reports = self._tools.reports
        write = reports.export_pdf if kind == PDF else reports.export_xlsx
        work = partial(write, path, scope)
        busy = self.tr("Préparation du bilan…")
        if not self._worker.run(work, self.exported.emit, busy, on_end=self.ended.emit):
            self.refused.emit(self.tr("Le bilan est en cours de calcul."))
