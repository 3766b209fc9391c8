"""The main window: assembles the screens, knows none of their business.

A screen is built when it is first shown. The window opens no file itself: it
says what was asked, and the composition root answers with services.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QByteArray, QSettings, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.changes import Clock
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.navigation import NavigationColumn
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.shell.papers_desk import PapersDesk
from alize_desktop.ui.shell.places import sections
from alize_desktop.ui.shell.screens import ScreenStack
from alize_desktop.ui.shell.top_bar import TopBar
from alize_desktop.ui.shell.welcome import Welcome
from alize_desktop.ui.tasks import Task
from alize_desktop.ui.widgets.progress import ProgressStrip
from alize_desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from alize_desktop.ui.committee.window import CommitteeWindow


class MainWindow(QMainWindow):
    """Navigation, top bar, one screen at a time.

    Args:
        preferences: What the user prefers.
        window: Geometry kept between two runs.
        folder: Where files are proposed to be.
        log_file: Named when a bug is shown.
        clock: Gives the hour that the committee mode shows.

    Signals:
        create_requested: « Nouveau programme… » was asked.
        open_requested: A registry is to be opened. Arg: its path.
        demonstration_requested: The demonstration is to be played and opened.
    """

    create_requested = Signal()
    open_requested = Signal(object)
    demonstration_requested = Signal()

    def __init__(
        self,
        preferences: Preferences,
        window: QSettings,
        folder: Path,
        log_file: Path,
        clock: Clock,
    ) -> None:
        super().__init__()
        self.preferences = preferences
        self._clock = clock
        self._geometry = window
        self._folder = folder
        self._log_file = log_file
        self._services: Services | None = None
        self._committee: CommitteeWindow | None = None
        self._is_closing = self._may_close = False
        self.bus = Bus(self)
        self.top = TopBar()
        self.navigation = NavigationColumn(sections())
        self.stack = ScreenStack(preferences, window, log_file)
        self.progress = ProgressStrip()
        self._lay_out()
        self.toast = Toast(self)
        self.papers = PapersDesk(self, folder, log_file)
        self._connect()
        self.setWindowTitle(self.tr("Alizé"))
        self.setMinimumSize(1024, 640)
        kept = window.value("window/geometry")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(1366, 768)

    def show_welcome(self) -> None:
        """Show what to do first: no registry is open."""
        self._services = None
        self.navigation.setVisible(False)
        self.top.show_programme("")
        self.top.place_search(None)
        welcome = Welcome(self.preferences.recent())
        welcome.create_requested.connect(self.create_requested)
        welcome.open_requested.connect(self._on_open)
        welcome.demonstration_requested.connect(self.demonstration_requested)
        self.stack.show_only(welcome)

    def show_programme(self, services: Services, path: Path) -> None:
        """Show an open registry, on its dossiers."""
        self._services = services
        programme = services.programme.programme()
        self.top.show_programme(self.tr("Bassin {0}").replace("{0}", programme.basin))
        self.setWindowTitle(self.tr("{0} — Alizé").replace("{0}", path.stem))
        self.stack.set_services(services, self.bus)
        self.navigation.setVisible(True)
        self._show_place("dossiers")
        self.top.place_search(self.stack.search_field())

    def go_to(self, place: str) -> None:
        """Show a place of the navigation, if the one shown lets itself be left."""
        self.stack.try_leave(partial(self._show_place, place))

    def open_committee(self, meeting_id: UUID) -> "CommitteeWindow | None":
        """Open the committee mode on a meeting, or come back to it."""
        from alize_desktop.ui.committee.window import CommitteeWindow  # noqa: PLC0415  # on demand

        services = self._services
        if services is None:
            return None
        if self._committee is not None:
            self._committee.close()
        window = CommitteeWindow(
            meeting_id,
            services.committee,
            services.voting,
            services.decisions,
            services.people,
            self.bus,
            self._log_file,
            clock=self._clock,
            time_zone=services.programme.programme().time_zone,
        )
        window.minutes_requested.connect(self._on_minutes)
        window.showMaximized()
        self._committee = window
        return window

    def watch(self, task: Task[Any]) -> None:
        """Show a long work at the foot of the window until it ends."""
        self.progress.watch(task, self.tr("Préparation en cours…"))

    def show_error(self, error: Exception) -> None:
        """Say what went wrong in a window-modal box."""
        show_error(self, error, self._log_file)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._is_closing = True
        self.stack.try_leave(self._on_left)
        self._is_closing = False
        if not self._may_close:  # the user is being asked
            event.ignore()
            return
        self._geometry.setValue("window/geometry", self.saveGeometry())
        if self._committee is not None:
            self._committee.close()
        event.accept()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(self.stack, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.progress)
        self.setCentralWidget(body)

    def _connect(self) -> None:
        self.navigation.requested.connect(self.go_to)
        self.navigation.set_collapsed(collapsed=self.preferences.navigation_collapsed())
        self.navigation.collapsed_changed.connect(self.preferences.set_navigation_collapsed)
        self.stack.searched.connect(self._on_searched)
        self.stack.count_changed.connect(self._on_count_changed)
        self.top.committee_requested.connect(self._on_committee)
        self.stack.committee_requested.connect(self.open_committee)
        self.stack.minutes_requested.connect(self._on_minutes)
        self.stack.demonstration_requested.connect(self.demonstration_requested)
        self.papers.said.connect(self.toast.show_message)
        shortcuts: dict[str, Callable[[], object]] = {
            "Ctrl+O": self._choose_registry,
            "Ctrl+Shift+N": self.create_requested.emit,
        }
        for key, answer in shortcuts.items():
            QShortcut(QKeySequence(key), self).activated.connect(answer)

    def _show_place(self, place: str) -> None:
        self.stack.show_place(place)
        self.navigation.set_current(place)

    def _on_open(self, path: Path | None) -> None:
        if path is None:
            self._choose_registry()
        else:
            self.open_requested.emit(path)

    def _choose_registry(self) -> None:
        files = QFileDialog(self, self.tr("Ouvrir un registre"), str(self._folder))
        files.setNameFilter(self.tr("Registre Alizé (*.alize)"))
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.fileSelected.connect(lambda path: self.open_requested.emit(Path(path)))
        files.open()

    def _on_searched(self, _text: str) -> None:
        self.go_to("dossiers")

    def _on_committee(self) -> None:
        if self._services is None:
            return
        meetings = self._services.meetings.rows()
        under_way = [each for each in meetings if each.state is MeetingState.OPEN]
        if len(under_way) == 1:
            self.open_committee(under_way[0].id)
        else:
            self.go_to("meetings")

    def _on_minutes(self, meeting_id: UUID) -> None:
        if self._services is not None:
            self.papers.export_minutes(self._services, meeting_id)

    def _on_count_changed(self, count: int) -> None:
        self.navigation.set_count("dossiers", str(count) if count else "")

    def _on_left(self) -> None:
        self._may_close = True
        if not self._is_closing:
            self.close()
