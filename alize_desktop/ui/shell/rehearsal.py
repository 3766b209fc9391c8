"""A rehearsal: the committee mode on a copy of the registry, which goes with its window."""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Clock, Progress
from alize_desktop.services.bundle import Services
from alize_desktop.services.copies import CopyService
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.shell.committee_desk import CommitteeDesk
from alize_desktop.ui.tasks import Task

Opening = Callable[[Path], AbstractContextManager[Services]]
"""Opens a registry, and closes it at the end."""


class RehearsalDesk(QObject):
    """Holds one rehearsal at a time, on a copy that nobody keeps.

    Args:
        parent: Widget whose window errors are about.
        log_file: Named when a bug is shown.
        clock: Gives the hour that the committee mode shows.

    Signals:
        started: The copy is being made. Arg: its ``Task``.
        said: A short message for the user. Arg: the text.
    """

    started = Signal(object)
    said = Signal(str)

    def __init__(self, parent: QWidget, log_file: Path, clock: Clock) -> None:
        super().__init__(parent)
        self._parent = parent
        self._log_file = log_file
        self._opening: Opening | None = None
        self._held = ExitStack()
        self._task: Task[Path] | None = None
        self._window: QWidget | None = None
        self._committee = CommitteeDesk(Bus(self), log_file, clock, self)
        self._committee.minutes_requested.connect(self._on_minutes)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def open_with(self, opening: Opening) -> None:
        """Learn how a registry is opened."""
        self._opening = opening

    def begin(self, services: Services, meeting_id: UUID) -> None:
        """Copy the registry, then hold the meeting on the copy; come back to one that is held."""
        if self._task is not None or self._opening is None:
            return
        if self._window is not None and self._window.isVisible():
            self._window.activateWindow()
            return
        from tempfile import TemporaryDirectory  # noqa: PLC0415  # on demand

        self.close()
        folder = Path(self._held.enter_context(TemporaryDirectory(ignore_cleanup_errors=True)))
        task = Task(partial(_copying, services.copies, folder), self)
        task.succeeded.connect(partial(self._on_copied, meeting_id))
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        self._task = task
        self.started.emit(task)
        task.start()

    def close(self) -> None:
        """End the rehearsal: its window, its registry, its copy."""
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None
        self._committee.close()
        self._held.close()
        self._held = ExitStack()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Hide:
            QTimer.singleShot(0, self, self._end_if_closed)
        return super().eventFilter(watched, event)

    def _on_copied(self, meeting_id: UUID, path: Path) -> None:
        if self._opening is None:
            return
        try:
            services = self._held.enter_context(self._opening(path))
            window = self._committee.open(services, meeting_id)
        except UserError as error:
            self._on_failed(error)
            return
        window.installEventFilter(self)
        self._window = window

    def _on_failed(self, error: Exception) -> None:
        self.close()
        show_error(self._parent.window(), error, self._log_file)

    def _on_finished(self) -> None:
        self._task = None

    def _end_if_closed(self) -> None:
        if self._window is not None and not self._window.isVisible():
            self.close()
            self.said.emit(self.tr("Répétition terminée\u00a0: rien n’en est gardé"))

    def _on_minutes(self, _meeting_id: UUID) -> None:
        self.said.emit(self.tr("Une répétition n’a pas de procès-verbal"))


def _copying(copies: CopyService, folder: Path) -> Generator[Progress, None, Path]:
    path = copies.rehearsal_copy(folder)
    yield Progress(1, 1, path.name)
    return path
