"""Writing the schedule of a dossier as a workbook, where the user says."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.minutes import Paper
from alize_desktop.ui.dossiers.running import Running
from alize_desktop.ui.widgets.file_dialogs import ask_then, file_to_write

if TYPE_CHECKING:
    from alize_desktop.services.schedules import ScheduleService


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
        kinds = (self.tr("Classeur Excel (*.xlsx)"),)
        files = file_to_write(self._window, self.tr("Exporter l’échéancier"), kinds)
        name = self.tr("echeancier-{number}.xlsx").format(number=number)
        ask_then(files, partial(self.export, dossier_id), name)

    def export(self, dossier_id: UUID, path: Path) -> None:
        """Write the workbook."""
        work = partial(self._schedules.export, dossier_id, path)
        done = partial(self._on_exported, dossier_id)
        self._running.start(work, self.tr("Préparation de l’échéancier…"), done)

    def _on_exported(self, dossier_id: UUID, paper: Paper) -> None:
        self.exported.emit(dossier_id, paper)
