"""The figures of a report, reckoned away from the window: the newest wish wins."""

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.report import ProgrammeReport, ReportScope
from alize_desktop.ui.report.tools import ReportTools
from alize_desktop.ui.worker import Worker

if TYPE_CHECKING:  # a screen is handed its services, it loads none
    from alize_desktop.services.reports import ReportService

_SLOW: Final = 400
"""Milliseconds after which a reckoning is said to be under way."""

_Found: TypeAlias = tuple[ProgrammeReport, tuple[str, ...]]


class Reckoning(QObject):
    """Reckons one report at a time; another wish stops the one under way.

    Args:
        tools: Reckons.
        window: Parent of the strip, and of this object.

    Attributes:
        worker: Runs what is long; its strip says how far it is, and stops it.

    Signals:
        reckoned: A report is there. Args: the ``ProgrammeReport``, the basins to choose from.
        refused: It cannot be. Arg: the error.
        stopped: The user stopped it.
    """

    reckoned = Signal(object, object)
    refused = Signal(object)
    stopped = Signal()

    def __init__(self, tools: ReportTools, window: QWidget) -> None:
        super().__init__(window)
        self._tools = tools
        self._wanted: ReportScope | None = None
        self._is_running = self._is_told = False
        self.worker = Worker(window, tools.log_file, tools.pool)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(self.worker.strip.show)

    def ask(self, scope: ReportScope) -> None:
        """Reckon a report, once what is under way has ended; another report is stopped."""
        self._wanted = scope
        if self._is_running:
            self.worker.cancel()
        else:
            self.resume()

    def resume(self) -> None:
        """Reckon what was asked for while something else was under way, if anything was."""
        if self._wanted is None or self.worker.is_busy:
            return
        scope, self._wanted = self._wanted, None
        self._is_running, self._is_told = True, False
        self.worker.run(
            partial(_reckon, self._tools.reports, scope),
            self._on_reckoned,
            self.tr("Calcul du bilan…"),
            self._on_refused,
            self._on_end,
        )
        self.worker.strip.hide()
        self._slow.start()

    def _on_reckoned(self, found: _Found) -> None:
        self._is_told = True
        if self._wanted is None:
            self.reckoned.emit(*found)

    def _on_refused(self, error: Exception) -> None:
        self._is_told = True
        if self._wanted is None:
            self.refused.emit(error)

    def _on_end(self) -> None:
        self._is_running = False
        self._slow.stop()
        if self._wanted is not None:
            self.resume()
        elif not self._is_told:
            self.stopped.emit()


def _reckon(reports: "ReportService", scope: ReportScope) -> Generator[Progress, None, _Found]:
    """Reckon a report; a basin that this programme does not name is the whole of it."""
    basins = reports.basins()
    known = scope if scope.basin in basins else replace(scope, basin="")
    report = yield from reports.figures(known)
    return report, basins
