"""What is inside the window: bars, navigation, one screen at a time."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.models.records.programme import Programme
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.navigation import NavigationColumn
from alize_desktop.ui.preferences import Preferences
from alize_desktop.ui.shell.building import ScreenBuilder
from alize_desktop.ui.shell.dossier_links import show_partner
from alize_desktop.ui.shell.follow_up_link import place_of, show_dossier, show_subject
from alize_desktop.ui.shell.notices import clock_notice
from alize_desktop.ui.shell.place_help import PlaceHelp
from alize_desktop.ui.shell.places import sections
from alize_desktop.ui.shell.screens import ScreenStack
from alize_desktop.ui.shell.status_bar import StatusBar
from alize_desktop.ui.shell.top_bar import TopBar
from alize_desktop.ui.shell.welcome import Welcome
from alize_desktop.ui.tasks import Task
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.progress import ProgressStrip

_ROOMY = 1080
"""Width, in pixels at 100 %, under which the navigation shows icons only."""


class WindowBody(QWidget):
    """Lays out the parts of the window and keeps them in step.

    Args:
        builder: Builds the screens.
        preferences: What the user prefers.
        bus: Says to the screens what changed.
        parent: Parent widget.

    Signals:
        create_requested: « Nouveau programme… » was asked.
        open_requested: A registry is to be opened. Arg: its path, or None to choose.
        demonstration_requested: The demonstration is asked for.
    """

    create_requested = Signal()
    open_requested = Signal(object)
    demonstration_requested = Signal()

    def __init__(
        self,
        builder: ScreenBuilder,
        preferences: Preferences,
        bus: Bus,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.top = TopBar()
        self.navigation = NavigationColumn(sections())
        self.stack = ScreenStack(builder, bus)
        self.progress = ProgressStrip()
        self.status = StatusBar()
        self.rehearsals = builder.rehearsals(self)
        self.minutes = builder.minutes(self)
        self._late = builder.late_count()
        self._lay_out()
        self._preferences = preferences
        self._is_tight: bool | None = None
        self.stack.place_asked.connect(self.navigation.requested)
        self.navigation.collapsed_changed.connect(preferences.set_navigation_collapsed)
        self.stack.count_changed.connect(self._on_count_changed)
        self.stack.item_opened.connect(self._on_item_opened)
        self.stack.dossier_asked.connect(self._on_dossier_asked)
        self.stack.partner_asked.connect(self._on_partner_asked)
        for counted in (self.stack.late_counted, self._late.counted):
            counted.connect(self._on_late_counted)
        self.stack.typing_changed.connect(self._on_typing_changed)
        self.stack.demonstration_requested.connect(self.demonstration_requested)
        self.stack.rehearsal_asked.connect(self.rehearsals.begin)
        self.rehearsals.started.connect(self.watch)
        self.rehearsals.said.connect(self.stack.said)
        self.stack.minutes_asked.connect(self.minutes.open)
        self.minutes.export_requested.connect(self.stack.minutes_requested)
        PlaceHelp(self, self.navigation.current, self.stack.currentWidget)
        leaves = QShortcut(QKeySequence("Ctrl+Q"), self)
        leaves.activated.connect(lambda: self.window().close())

    def watch(self, task: Task[Any]) -> None:
        """Show a long work at the foot of the window until it ends."""
        self.progress.watch(task, self.tr("Préparation en cours…"))

    def show_welcome(self, recent: Sequence[Path]) -> None:
        """Show what to do first, and nothing of a programme."""
        welcome = Welcome(recent)
        welcome.create_requested.connect(self.create_requested)
        welcome.open_requested.connect(self.open_requested)
        welcome.demonstration_requested.connect(self.demonstration_requested)
        self._late.watch(None)
        self.navigation.hide()
        self.status.hide()
        self.top.show_programme("")
        self.top.place_search(None)
        self.stack.show_only(welcome)
        welcome.take_keyboard()

    def show_registry(self, services: Services, path: Path) -> None:
        """Show another registry, on its dossiers."""
        self.rehearsals.close()
        self.stack.set_services(services)
        self.navigation.set_count("follow_up", "")
        self._late.watch(services)
        self.navigation.show()
        self.status.show_registry(path)
        self.status.show()
        self.show_place("dossiers")
        self.show_programme(services.current_programme())
        notice = clock_notice(services)
        if notice:
            self.stack.said.emit(notice)

    def show_place(self, place: str) -> None:
        """Show a place of the navigation and mark it."""
        self.stack.show_place(place)
        self.navigation.set_current(place)

    def show_meetings(self, meeting_id: UUID | None) -> None:
        """Show the meetings, one of them chosen when it is named."""
        self.show_place("meetings")
        if meeting_id is not None:
            self.stack.show_meeting(meeting_id)

    def show_programme(self, programme: Programme) -> None:
        """Show what the settings of the programme change around the screens."""
        self.top.show_programme(self.tr("Bassin {name}").format(name=programme.basin))
        self.top.place_search(self.stack.search_field())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # closed, not minimised
            self.rehearsals.close()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Shrink the navigation when large text leaves the screens too little room."""
        is_tight = self.width() < scaled(_ROOMY)
        if is_tight != self._is_tight:
            self._is_tight = is_tight
            collapsed = is_tight or self._preferences.navigation_collapsed()
            self.navigation.set_collapsed(collapsed=collapsed)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.progress)
        column.addWidget(self.status)

    def _on_count_changed(self, count: int) -> None:
        self.navigation.set_count("dossiers", str(count) if count else "")

    def _on_late_counted(self, count: int) -> None:
        self.navigation.set_count("follow_up", str(count) if count else "", Role.BAD)

    def _on_item_opened(self, item: FollowUpItem) -> None:
        self.show_place(place_of(item))
        show_subject(self.stack.currentWidget(), item)

    def _on_typing_changed(self, is_typing: object) -> None:
        self.status.show_typing(is_typing=bool(is_typing))

    def _on_dossier_asked(self, dossier_id: UUID, pane: str) -> None:
        self.show_place("dossiers")
        show_dossier(self.stack.currentWidget(), dossier_id, pane)

    def _on_partner_asked(self, partner_id: UUID) -> None:
        self.show_place("partners")
        show_partner(self.stack.currentWidget(), partner_id)
