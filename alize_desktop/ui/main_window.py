"""The main window: assembles the screens, knows none of their business.

A screen is built when it is first shown. The window opens no file itself: it
says what was asked, and the composition root answers with services.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QByteArray, QSettings, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes, Clock
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.shell.body import WindowBody
from alize_desktop.ui.shell.building import ScreenBuilder
from alize_desktop.ui.shell.committee_desk import CommitteeDesk
from alize_desktop.ui.shell.papers_desk import PapersDesk
from alize_desktop.ui.shell.pressing import press_focused
from alize_desktop.ui.shell.registry_files import RegistryDrop, choose_registry
from alize_desktop.ui.shell.surroundings import Surroundings
from alize_desktop.ui.shell.top_bar import COMMITTEE_KEY
from alize_desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from alize_desktop.ui.committee.window import CommitteeWindow


class MainWindow(QMainWindow):
    """Navigation, top bar, one screen at a time, a line at the foot.

    Args:
        preferences: What the user prefers.
        window: Geometry kept between two runs.
        folder: Where files are proposed to be.
        log_file: Named when a bug is shown.
        clock: Gives the hours that are shown.

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
        self._geometry = window
        self._folder = folder
        self._log_file = log_file
        self._services: Services | None = None
        self._is_closing = self._may_close = False
        self.bus = Bus(self)
        self.papers = PapersDesk(self, folder, log_file, self.bus, window, clock)
        pool = self.papers.pool
        around = Surroundings(preferences, window, log_file, self.bus, clock, pool)
        self.body = WindowBody(ScreenBuilder(around), preferences, self.bus)
        self.stack = self.body.stack
        self.setCentralWidget(self.body)
        self.toast = Toast(self, room=self.body.top.free_room)
        self.committee = CommitteeDesk(self.bus, log_file, clock, self)
        self._connect()
        self.setMinimumSize(1024, 640)
        kept = window.value("window/geometry")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(1366, 768)

    def show_welcome(self) -> None:
        """Show what to do first: no registry is open."""
        self._services = None
        self.setWindowTitle(self.tr("Alizé"))
        self.body.show_welcome(self.preferences.recent())

    def show_programme(self, services: Services, path: Path) -> None:
        """Show an open registry, on its dossiers."""
        self._services = services
        self.let_go()
        self.setWindowTitle(self.tr("{name} — Alizé").format(name=path.stem))
        self.body.show_registry(services, path)

    def go_to(self, place: str) -> None:
        """Show a place of the navigation, if the one shown lets itself be left."""
        if place != self.body.navigation.current():
            self.leave(partial(self.body.show_place, place))

    def leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to leave what is typed."""
        self.stack.try_leave(on_left)

    def leave_registry(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` once nothing typed is lost, here or in another window."""
        self.leave(partial(self.body.minutes.try_leave, partial(self.committee.try_leave, on_left)))

    def ask_to_open(self, path: Path | None) -> None:
        """Ask for a registry to be opened, chosen first when ``path`` is None."""
        if path is None:
            choose_registry(self, self._folder, self.ask_to_open)
        else:
            self.leave_registry(partial(self.open_requested.emit, path))

    def open_committee(self, meeting_id: UUID) -> "CommitteeWindow | None":
        """Open the committee mode on a meeting, or come back to it."""
        try:
            return self.committee.open(self._services, meeting_id) if self._services else None
        except UserError as error:
            self.show_error(error)
            return None

    def let_go(self) -> None:
        """Close what works on the registry outside this window, before it is closed."""
        self.committee.close()
        self.body.minutes.close()
        self.papers.close()

    def show_error(self, error: Exception) -> None:
        """Say what went wrong in a window-modal box."""
        show_error(self, error, self._log_file)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._is_closing, self._may_close = True, False
        self.leave_registry(self._on_left)
        self._is_closing = False
        if not self._may_close:  # the user is being asked
            event.ignore()
            return
        self._geometry.setValue("window/geometry", self.saveGeometry())
        self.let_go()
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) == QKeySequence(COMMITTEE_KEY):
            self._on_committee()
        elif not press_focused(self, event):
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.body.navigation.requested.connect(self.go_to)
        self.stack.searched.connect(partial(self.go_to, "dossiers"))
        for said in (self.stack.said, self.committee.said, self.papers.said):
            said.connect(self.toast.show_message)
        self.stack.committee_requested.connect(self.open_committee)
        self.papers.listen(self.stack)
        create = partial(self.leave_registry, self.create_requested.emit)
        demonstrate = partial(self.leave_registry, self.demonstration_requested.emit)
        self.body.create_requested.connect(create)
        self.body.open_requested.connect(self.ask_to_open)
        self.body.demonstration_requested.connect(demonstrate)
        self.body.top.committee_requested.connect(self._on_committee)
        self.committee.minutes_requested.connect(self.papers.ask_minutes)
        self.committee.place_asked.connect(self.go_to)
        self.papers.started.connect(self.body.watch)
        self.bus.changed.connect(self._on_changed)
        RegistryDrop(self).dropped.connect(self.ask_to_open)
        for key, answer in (("Ctrl+O", partial(self.ask_to_open, None)), ("Ctrl+Shift+N", create)):
            QShortcut(QKeySequence(key), self).activated.connect(answer)

    def _on_committee(self) -> None:
        if self._services is None:
            return
        under_way = self.committee.under_way(self._services)
        if under_way is not None:
            self.open_committee(under_way)
        else:
            coming = self.committee.next_meeting(self._services)
            self.leave(partial(self.body.show_meetings, coming))

    def _on_changed(self, changes: Changes, _source: object) -> None:
        if self._services is not None:
            self.body.status.show_changes(changes, self.committee.now(self._services))
            if changes.programme:
                self.body.show_programme(self._services.current_programme())

    def _on_left(self) -> None:
        self._may_close = True
        if not self._is_closing:
            self.close()
