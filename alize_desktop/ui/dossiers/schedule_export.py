"""Writing the schedule of a dossier as a workbook, where the user says."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from alize_desktop.models.records.minutes import Paper
from alize_desktop.ui.dossiers.running import Running
from alize_desktop.ui.widgets.file_dialogs import speak_french

if TYPE_CHECKING:
    from alize_desktop.services.schedules import ScheduleService

_SUFFIX = "xlsx"


class ScheduleExport(QObject):
    """Asks for a place, then writes the workbook in a task.

    Args:
        schedules: Writes the workbook.
        running: Runs the long part, and shows it.
        window: Parent of the dialog, and of this object.

    Signals:
        exported: The workbook is written. Args: the dossier, the ``Paper``.
    """

    exported = Signal(object, object)

    def __init__(self, schedules: "ScheduleService", running: Running, window: QWidget) -> None:
        super().__init__(window)
        self._schedules = schedules
        self._running = running
        self._window = window

    def ask(self, dossier_id: UUID, number: str) -> None:
        """Ask where to write the workbook of a dossier."""
        dialog = QFileDialog(self._window, self.tr("Exporter l’échéancier"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(self.tr("Classeur Excel (*.xlsx)"))
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.selectFile(self.tr("echeancier-{number}.xlsx").format(number=number))
        dialog.fileSelected.connect(partial(self._on_place_chosen, dossier_id))
        dialog.finished.connect(dialog.deleteLater)
        speak_french(dialog).open()

    def export(self, dossier_id: UUID, path: Path) -> None:
        """Write the workbook."""
        work = partial(self._schedules.export, dossier_id, path)
        done = partial(self._on_exported, dossier_id)
        self._running.start(work, self.tr("Préparation de l’échéancier…"), done)

    def _on_place_chosen(self, dossier_id: UUID, name: str) -> None:
        self.export(dossier_id, Path(name))

    def _on_exported(self, dossier_id: UUID, paper: Paper) -> None:
        self.exported.emit(dossier_id, paper)
