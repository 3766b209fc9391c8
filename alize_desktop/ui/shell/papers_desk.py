"""Papers asked from any screen: where to write them, the work, the preview."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import Paper
from alize_desktop.services.bundle import Services
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.tasks import Task

_Export = Callable[[Path], Generator[Progress, None, Paper]]


class PapersDesk(QObject):
    """Asks for a file name, writes the paper in the background, then shows it.

    Signals:
        said: A short message for the user. Arg: the text.
    """

    said = Signal(str)

    def __init__(self, window: QWidget, folder: Path, log_file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._log_file = log_file
        self._task: Task[Paper] | None = None
        self._preview: QWidget | None = None

    def export_minutes(self, services: Services, meeting_id: UUID) -> None:
        """Ask where, then write and preview the minutes of a meeting."""
        number = services.minutes.record(meeting_id).number
        self._ask(
            self.tr("Enregistrer le procès-verbal"),
            f"pv-{number}.pdf",
            self.tr("Document PDF (*.pdf)"),
            partial(services.minutes.export, meeting_id),
        )

    def write(self, export: _Export, path: Path) -> None:
        """Write a paper in the background, then show it."""
        if self._task is not None:
            self.said.emit(self.tr("Un papier est déjà en préparation."))
            return
        self._task = Task(partial(export, path), self)
        self._task.succeeded.connect(self._on_written)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self.said.emit(self.tr("Préparation en cours…"))
        self._task.start()

    def _ask(self, title: str, name: str, kind: str, export: _Export) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        files = QFileDialog(self._window, title, str(self._folder))
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setNameFilter(kind)
        files.setDefaultSuffix(Path(name).suffix[1:])
        files.selectFile(name)
        files.fileSelected.connect(lambda path: self.write(export, Path(path)))
        files.open()

    def _on_written(self, paper: Paper) -> None:
        path = Path(paper.path)
        self.said.emit(self.tr("Enregistré : {0}").replace("{0}", path.name))
        from alize_desktop.ui.papers.preview import PdfPreview  # noqa: PLC0415  # QtPdf on demand

        self._preview = PdfPreview(path)
        self._preview.show()

    def _on_failed(self, error: Exception) -> None:
        show_error(self._window, error, self._log_file)

    def _on_finished(self) -> None:
        self._task = None
