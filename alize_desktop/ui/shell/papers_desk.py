"""Papers asked from any screen: where to write them, the work, the preview."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Clock, Progress
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.registry_pool import RegistryPool
from alize_desktop.ui.shell.paper_windows import PaperWindows
from alize_desktop.ui.shell.screens import ScreenStack
from alize_desktop.ui.tasks import Task, Work
from alize_desktop.ui.widgets.file_dialogs import ask_then, file_to_write
from alize_desktop.wording.names import counted, list_text

if TYPE_CHECKING:
    from alize_desktop.models.records.minutes import Paper
    from alize_desktop.models.records.preparation import SchedulesFolder
    from alize_desktop.ui.papers.tools import PaperTools

_PDF: Final = ".pdf"

_Export: TypeAlias = "Callable[[Path], Generator[Progress, None, Paper]]"
_Schedules: TypeAlias = "Callable[[Path], Generator[Progress, None, SchedulesFolder]]"


class PapersDesk(QObject):
    """Asks for a file name, writes the paper in the background, then shows it.

    Args:
        window: Parent of the dialogs.
        folder: Where files are proposed to be; made when it is missing.
        log_file: Named when a bug is shown.
        bus: Says to the screens what changed.
        settings: Where the folder of papers is remembered.
        clock: Gives the day it is.

    Attributes:
        pool: Where the screens read and write too: it is waited for in ``close``.

    Signals:
        said: A short message for the user. Arg: the text.
        started: A paper is being written. Arg: the ``Task``.
    """

    said = Signal(str)
    started = Signal(object)

    def __init__(
        self,
        window: QWidget,
        folder: Path,
        log_file: Path,
        bus: Bus,
        settings: QSettings,
        clock: Clock,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._log_file = log_file
        self._bus = bus
        self._settings = settings
        self._clock = clock
        self.pool = RegistryPool(self)
        self.windows = PaperWindows(window, log_file)
        self._task: Task[Any] | None = None
        self._preview: QWidget | None = None
        self._stack: ScreenStack | None = None

    def listen(self, stack: ScreenStack) -> None:
        """Answer what the screens ask, and the key that verifies a file."""
        self._stack = stack
        stack.minutes_requested.connect(self.ask_minutes)
        stack.meeting_papers_asked.connect(self.show_meeting)
        stack.dossier_papers_asked.connect(self.show_dossier)
        stack.paper_asked.connect(self.ask_paper)
        stack.schedules_asked.connect(self.ask_schedules)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self._window).activated.connect(self._on_verify)

    def ask_minutes(self, meeting_id: UUID) -> None:
        """Ask where, then write and preview the minutes of a meeting of the registry shown."""
        services = self._stack.services if self._stack else None
        if services is not None:
            self.export_minutes(services, meeting_id)

    def export_minutes(self, services: Services, meeting_id: UUID) -> None:
        """Ask where, then write and preview the minutes of a meeting."""
        try:
            number = services.meetings.detail(meeting_id).row.number
        except UserError as error:
            show_error(self._window, error, self._log_file)
            return
        title = self.tr("Enregistrer le procès-verbal")
        self._ask(title, f"pv-{number}.pdf", partial(services.minutes.export, meeting_id))

    def ask_paper(self, name: str, export: _Export) -> None:
        """Ask where, then write a paper or a workbook; a PDF is shown.

        Args:
            name: Proposed name of the file; its ending says what it is.
            export: Writes it.
        """
        self._ask(self.tr("Enregistrer le papier"), name, export)

    def ask_schedules(self, export: "_Schedules") -> None:
        """Ask for a folder, then write the schedule of every advance in it."""
        files = QFileDialog(self._window, self.tr("Choisir le dossier des échéanciers"))
        files.setDirectory(str(self._folder if self._folder.is_dir() else Path.home()))
        files.setFileMode(QFileDialog.FileMode.Directory)
        ask_then(files, lambda folder: self._start(partial(export, folder), self._on_schedules))

    def show_meeting(self, services: Services, meeting_id: UUID) -> None:
        """Show the papers of a meeting in a window beside this one."""
        self.windows.show_meeting(meeting_id, self._tools(services))

    def show_dossier(self, services: Services, dossier_id: UUID) -> None:
        """Show the papers of a dossier in a window beside this one."""
        self.windows.show_dossier(dossier_id, self._tools(services))

    def verify(self, services: Services) -> None:
        """Ask for a file, then say what it proves."""
        self.windows.verify(self._tools(services))

    def show(self, path: Path) -> None:
        """Show a PDF in a window of its own."""
        from alize_desktop.ui.papers.preview import PdfPreview  # noqa: PLC0415  # QtPdf on demand

        self._preview = PdfPreview(path, self._log_file)
        self._preview.show()

    def write(self, export: _Export, path: Path) -> None:
        """Write a paper in the background, then show it."""
        self._start(partial(export, path), self._on_written)

    def _start(self, work: Work[Any], on_done: Callable[[Any], None]) -> None:
        if self._task is not None:
            self.said.emit(self.tr("Un papier est déjà en préparation."))
            return
        task: Task[Any] = Task(work, self)
        task.succeeded.connect(on_done)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        self._task = task
        self.started.emit(task)
        task.start(self.pool)

    def close(self) -> None:
        """Close what is shown, stop what is being written and wait for its end."""
        self.windows.close()
        if self._task is not None:
            self._task.cancel()
        self.pool.close()
        if self._preview is not None:
            self._preview.close()
            self._preview = None

    def _tools(self, services: Services) -> "PaperTools":
        from alize_desktop.ui.papers.tools import PaperTools  # noqa: PLC0415  # on demand

        zone = ZoneInfo(services.current_programme().time_zone)
        return PaperTools(
            services=services,
            bus=self._bus,
            window=self._settings,
            pool=self.pool,
            zone=zone,
            today=lambda: self._clock().astimezone(zone).date(),
            usual_folder=self._folder,
            log_file=self._log_file,
            show=self.show,
        )

    def _make_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(ErrorCode.FOLDER_NOT_WRITABLE, path=str(self._folder)) from error

    def _ask(self, title: str, name: str, export: _Export) -> None:
        try:
            self._make_folder()
        except UserError as error:
            show_error(self._window, error, self._log_file)
            return
        kinds = {
            _PDF: self.tr("Document PDF (*.pdf)"),
            ".xlsx": self.tr("Classeur Excel (*.xlsx)"),
        }
        files = file_to_write(self._window, title, (kinds[Path(name).suffix],), self._folder)
        ask_then(files, partial(self.write, export), name)

    def _on_verify(self) -> None:
        services = self._stack.services if self._stack else None
        if services is not None:
            self.verify(services)

    def _on_written(self, paper: "Paper") -> None:
        path = Path(paper.path)
        self.said.emit(self.tr("Enregistré\u00a0: {name}").format(name=path.name))
        if path.suffix == _PDF:
            self.show(path)

    def _on_schedules(self, made: "SchedulesFolder") -> None:
        words = self.tr("{count} dans «\u00a0{folder}\u00a0»")
        written = self.tr("échéancier écrit"), self.tr("échéanciers écrits")
        said = words.format(count=counted(len(made.papers), *written), folder=made.folder.name)
        if made.refused:
            refused = list_text([each.name for each in made.refused])
            said = self.tr("{said}. Non écrits\u00a0: {refused}").format(said=said, refused=refused)
        self.said.emit(said)

    def _on_failed(self, error: Exception) -> None:
        show_error(self._window, error, self._log_file)

    def _on_finished(self) -> None:
        self._task = None
