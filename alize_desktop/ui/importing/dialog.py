"""The dialog that brings a workbook in: choose, look, accept. Nothing before that."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QFileDialog,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.files import write_atomic
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.imports import ImportReport, WorkbookContent
from alize_desktop.services.importing import ImportService
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.importing.preview import PreviewStep
from alize_desktop.ui.importing.reading import accepting, previewing
from alize_desktop.ui.importing.refused_csv import refused_csv
from alize_desktop.ui.importing.sentences import left_out, result
from alize_desktop.ui.importing.steps import ChooseStep, DoneStep, WaitStep
from alize_desktop.ui.tasks import Task, Work
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.file_dialogs import ask_then, file_to_write

_CTRL = Qt.KeyboardModifier.ControlModifier
_MARGIN = 40
"""Pixels left around the dialog on a small screen."""


class ImportDialog(QDialog):
    """Previews a workbook, then writes what was accepted. Open it with ``open``.

    Args:
        importing: Reads and writes workbooks.
        bus: Says to the screens what was written.
        log_file: The log, named when an error is a bug.
        parent: Parent widget.

    Signals:
        imported: Rows were written. Arg: the ``ImportReport``.
    """

    imported = Signal(object)

    def __init__(
        self,
        importing: ImportService,
        bus: Bus,
        log_file: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._importing = importing
        self._bus = bus
        self._log_file = log_file
        self._content: WorkbookContent | None = None
        self._task: Task[Any] | None = None
        self._is_writing = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Importer un classeur"))
        self.choosing = ChooseStep()
        self.waiting = WaitStep()
        self.preview = PreviewStep()
        self.done_step = DoneStep()
        self._steps = QStackedWidget()
        for step in (self.choosing, self.waiting, self.preview, self.done_step):
            self._steps.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)
        self._connect()
        room = self.screen().availableSize() - QSize(_MARGIN, _MARGIN)
        self.resize(QSize(scaled(1040), scaled(640)).boundedTo(room))

    @property
    def step(self) -> QWidget | None:
        """The step in sight."""
        return self._steps.currentWidget()

    def read(self, path: Path) -> None:
        """Read a workbook and show what it holds. Nothing is written."""
        self.waiting.start(self.tr("Lecture du classeur…"), can_cancel=True)
        self._run(partial(previewing, self._importing, path), self._on_read)

    def write(self) -> None:
        """Write every accepted row, or none."""
        if self._content is None or self._task is not None:
            return
        self.waiting.start(self.tr("Écriture dans le registre…"), can_cancel=False)
        self._is_writing = True
        self._run(partial(accepting, self._importing, self._content), self._on_written)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter the button that has the ring, as Space does."""
        ringed = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & _CTRL and isinstance(ringed, QAbstractButton):
            ringed.click()
            return
        super().keyPressEvent(event)

    @override
    def reject(self) -> None:
        if self._task is not None and self._is_writing:
            return  # the writing ends by itself, in a moment
        if self._task is not None:
            self._on_cancel_requested()
            return
        super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._task is None:
            super().closeEvent(event)
            return
        event.ignore()
        self.reject()

    def _connect(self) -> None:
        self.choosing.choose_requested.connect(self._on_choose_requested)
        self.choosing.file_dropped.connect(self.read)
        self.waiting.cancel_requested.connect(self._on_cancel_requested)
        self.preview.other_requested.connect(self._on_choose_requested)
        self.preview.accept_requested.connect(self.write)
        self.preview.save_requested.connect(self._on_save_requested)
        self.done_step.close_requested.connect(self.accept)

    def _run(self, work: Work[Any], on_done: Callable[[Any], None]) -> None:
        self._steps.setCurrentWidget(self.waiting)
        task = Task(work, self)
        task.progressed.connect(self.waiting.show_progress)
        task.succeeded.connect(on_done)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        self._task = task
        task.start()

    def _on_read(self, content: WorkbookContent) -> None:
        self._content = content
        self.preview.show_content(content)
        self._steps.setCurrentWidget(self.preview)

    def _on_written(self, written: tuple[ImportReport, Changes]) -> None:
        report, changes = written
        self.done_step.sentence.setText(result(report))
        self.done_step.rest.setText(left_out(report))
        self._steps.setCurrentWidget(self.done_step)
        self._bus.changed.emit(changes, self)
        self.imported.emit(report)

    def _on_failed(self, error: Exception) -> None:
        back = self.preview if self._is_writing else self.choosing
        self._steps.setCurrentWidget(back)
        show_error(self, error, self._log_file)

    def _on_finished(self) -> None:
        self._task = None  # its parent keeps it: it is still saying that it has finished
        self._is_writing = False
        if self.step is self.waiting:  # cancelled
            self._steps.setCurrentWidget(self.choosing)

    def _on_cancel_requested(self) -> None:
        if self._task is not None and not self._is_writing:
            self._task.succeeded.disconnect(self._on_read)
            self._task.cancel()
            self.waiting.start(self.tr("Arrêt en cours…"), can_cancel=False)

    def _on_choose_requested(self) -> None:
        files = QFileDialog(self, self.tr("Choisir un classeur"))
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.setNameFilter(self.tr("Classeur Excel (*.xlsx)"))
        ask_then(files, self.read)

    def _on_save_requested(self) -> None:
        title = self.tr("Enregistrer la liste des lignes refusées")
        files = file_to_write(self, title, (self.tr("Fichier CSV (*.csv)"),))
        ask_then(files, self.save_refused, self.tr("lignes-refusees.csv"))

    def save_refused(self, path: Path) -> None:
        """Write the refused rows to a CSV file."""
        if self._content is None:
            return
        try:
            write_atomic(path, refused_csv(self._content.refused))
        except UserError as error:
            show_error(self, error, self._log_file)
