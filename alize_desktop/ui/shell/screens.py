"""The screens of an open programme, built when they are first shown."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, runtime_checkable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.dossiers.screen import DossierScreen
from alize_desktop.ui.dossiers.tools import DossierTools
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.widgets.search import SearchField


@runtime_checkable
class Leavable(Protocol):
    """A screen where something may be typed and not saved yet."""

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to leave what is typed."""


class ScreenStack(QStackedWidget):
    """Shows one screen at a time.

    Signals:
        committee_requested: The committee mode is asked for. Arg: the meeting's id.
        minutes_requested: The minutes are asked for. Arg: the meeting's id.
        demonstration_requested: The demonstration is asked for.
        searched: Something was searched: the dossiers are to be shown.
        count_changed: The registry holds another number of dossiers. Arg: it.
    """

    committee_requested = Signal(object)
    minutes_requested = Signal(object)
    demonstration_requested = Signal()
    searched = Signal(object)
    count_changed = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        window: QSettings,
        log_file: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._window = window
        self._log_file = log_file
        self._services: Services | None = None
        self._bus: Bus | None = None
        self._built: dict[str, QWidget] = {}
        self._builders: dict[str, Callable[[Services, Bus], QWidget]] = {
            "dossiers": self._build_dossiers,
            "meetings": self._build_meetings,
            "members": self._build_members,
            "partners": self._build_partners,
            "settings": self._build_settings,
        }

    def set_services(self, services: Services, bus: Bus) -> None:
        """Forget the screens of another registry."""
        self.show_only(QWidget())
        self._services, self._bus = services, bus

    def show_only(self, widget: QWidget) -> None:
        """Show something that is no place of a programme; every screen is forgotten."""
        self._services = None
        self._built.clear()
        while (old := self.widget(0)) is not None:
            self.removeWidget(old)
            old.deleteLater()
        self.addWidget(widget)
        self.setCurrentWidget(widget)

    def show_place(self, place: str) -> None:
        """Show a place, built if it never was."""
        if self._services is None or self._bus is None:
            return
        if place not in self._built:
            screen = self._builders[place](self._services, self._bus)
            self._built[place] = screen
            self.addWidget(screen)
        self.setCurrentWidget(self._built[place])
        self._built[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def dossiers(self) -> DossierScreen | None:
        """Return the screen of dossiers, None before it is shown."""
        screen = self._built.get("dossiers")
        return screen if isinstance(screen, DossierScreen) else None

    def search_field(self) -> SearchField | None:
        """Return the line that searches the dossiers, None before they are shown."""
        screen = self.dossiers()
        return screen.search_field if screen else None

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to leave what is typed."""
        shown = self.currentWidget()
        if isinstance(shown, Leavable):
            shown.try_leave(on_left)
        else:
            on_left()

    def import_workbook(self) -> None:
        """Open the dialog that brings a workbook in."""
        from alize_desktop.ui.importing.dialog import ImportDialog  # noqa: PLC0415  # on demand

        if self._services is not None and self._bus is not None:
            dialog = ImportDialog(self._services.importing, self._bus, self._log_file, self)
            dialog.open()

    def _build_dossiers(self, services: Services, bus: Bus) -> QWidget:
        zone = ZoneInfo(services.programme.programme().time_zone)
        tools = DossierTools(
            services.dossiers,
            services.meetings,
            services.schedules,
            bus,
            self._window,
            zone,
            self._log_file,
        )
        screen = DossierScreen(tools)
        screen.import_requested.connect(self.import_workbook)
        screen.demonstration_requested.connect(self.demonstration_requested)
        screen.count_changed.connect(self.count_changed)
        screen.search_field.searched.connect(self.searched)
        screen.refresh()
        return screen

    def _build_meetings(self, services: Services, bus: Bus) -> QWidget:
        from alize_desktop.ui.meetings.screen import MeetingsScreen  # noqa: PLC0415  # on demand

        screen = MeetingsScreen(
            services.meetings, services.people, bus, self._window, self._log_file
        )
        screen.committee_requested.connect(self.committee_requested)
        screen.minutes_requested.connect(self.minutes_requested)
        return screen

    def _build_members(self, services: Services, bus: Bus) -> QWidget:
        from alize_desktop.ui.people.members import MembersScreen  # noqa: PLC0415  # on demand

        return MembersScreen(services.people, bus, self._window, self._log_file)

    def _build_partners(self, services: Services, bus: Bus) -> QWidget:
        from alize_desktop.ui.people.partners import PartnersScreen  # noqa: PLC0415  # on demand

        return PartnersScreen(services.people, bus, self._window, self._log_file)

    def _build_settings(self, services: Services, bus: Bus) -> QWidget:
        from alize_desktop.ui.programme.screen import ProgrammeScreen  # noqa: PLC0415  # on demand

        return ProgrammeScreen(services.programme, self._preferences, bus, self._log_file)
