"""The screens of an open programme, built when they are first shown."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from alize_desktop.models.records.changes import Changes
from alize_desktop.services.bundle import Services
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.dossiers.screen import DossierScreen
from alize_desktop.ui.shell.building import ScreenBuilder
from alize_desktop.ui.shell.dossier_links import link_views
from alize_desktop.ui.widgets.search import SearchField

if TYPE_CHECKING:
    from alize_desktop.ui.follow_up.screen import FollowUpScreen
    from alize_desktop.ui.fund.screen import FundScreen
    from alize_desktop.ui.people.members import MembersScreen
    from alize_desktop.ui.people.partners import PartnersScreen
    from alize_desktop.ui.programme.screen import ProgrammeScreen
    from alize_desktop.ui.regulation.screen import RegulationScreen
    from alize_desktop.ui.templates.screen import TemplatesScreen

    Heard = (
        FollowUpScreen
        | FundScreen
        | MembersScreen
        | PartnersScreen
        | ProgrammeScreen
        | RegulationScreen
        | TemplatesScreen
    )


_IN_ITS_HOURS = ("advances", "follow_up", "fund", "report")
"""Places that are built again, when they are shown next, in another time zone."""


@runtime_checkable
class Leavable(Protocol):
    """A screen where something may be typed and not saved yet."""

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to leave what is typed."""


@runtime_checkable
class Keyed(Protocol):
    """A screen that knows which of its parts the keyboard is given to first."""

    def take_keyboard(self) -> None:
        """Give the keyboard to that part."""


class ScreenStack(QStackedWidget):
    """Shows one screen at a time.

    Args:
        builder: Builds a screen that was never shown.
        bus: Says what changed.
        parent: Parent widget.

    Signals:
        committee_requested: The committee mode is asked for. Arg: the meeting's id.
        minutes_requested: The PDF of the minutes is asked for. Arg: the meeting's id.
        minutes_asked: The minutes are to be written. Args: the ``Services`` of their
            registry, the meeting's id.
        meeting_papers_asked: The papers of a meeting are asked for. Args: the
            ``Services`` of its registry, its id.
        dossier_papers_asked: Those of a dossier. Args: likewise.
        rehearsal_asked: A meeting is to be rehearsed on a copy. Args: the
            ``Services`` of its registry, its id.
        paper_asked: A paper is to be written where the user says. Args: the proposed
            name of its file, what writes it.
        schedules_asked: Every schedule is to be written in a folder. Arg: what writes them.
        place_asked: Another place is to be shown. Arg: its key.
        demonstration_requested: The demonstration is asked for.
        searched: Something was searched: the dossiers are to be shown.
        count_changed: The registry holds another number of dossiers. Arg: it.
        dossier_asked: A dossier is to be shown. Args: its identifier, the key of its pane.
        partner_asked: A partner is to be shown. Arg: its identifier.
        item_opened: What is to be followed up is to be seen. Arg: the ``FollowUpItem``.
        late_counted: What is due was read again. Arg: how many things are late.
        typing_changed: Arg: whether something typed is not written.
        said: A short message for the user. Arg: the text.
    """

    committee_requested = Signal(object)
    minutes_requested = Signal(object)
    minutes_asked = Signal(object, object)
    meeting_papers_asked = Signal(object, object)
    dossier_papers_asked = Signal(object, object)
    rehearsal_asked = Signal(object, object)
    paper_asked = Signal(str, object)
    schedules_asked = Signal(object)
    place_asked = Signal(object)
    demonstration_requested = Signal()
    searched = Signal()
    count_changed = Signal(object)
    dossier_asked = Signal(object, object)
    partner_asked = Signal(object)
    item_opened = Signal(object)
    late_counted = Signal(object)
    typing_changed = Signal(object)
    said = Signal(str)

    def __init__(self, builder: ScreenBuilder, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._builder = builder
        self._services: Services | None = None
        self._time_zone = ""
        self._built: dict[str, QWidget] = {}
        self._builders: dict[str, Callable[[Services], QWidget]] = {
            "dossiers": self._dossiers,
            "meetings": self._meetings,
            "members": lambda services: self._heard(builder.members(services)),
            "partners": self._partners,
            "advances": self._advances,
            "fund": self._fund,
            "follow_up": self._follow_up,
            "report": self._report,
            "regulation": lambda services: self._heard(builder.regulation(services)),
            "templates": lambda services: self._heard(builder.templates(services)),
            "settings": lambda services: self._heard(builder.settings(services)),
        }
        bus.changed.connect(self._on_changed)
        builder.missions.opened.connect(self.item_opened)
        views = builder.dossier_views
        views.paper_asked.connect(self.paper_asked)
        views.place_asked.connect(self.place_asked)
        views.partner_asked.connect(self.partner_asked)
        link_views(views, lambda: self._built.get("dossiers"))

    @property
    def services(self) -> Services | None:
        """Those of the registry that is shown; None before one is."""
        return self._services

    def set_services(self, services: Services) -> None:
        """Forget the screens of another registry."""
        self.show_only(QWidget())
        self._services = services
        self._time_zone = services.current_programme().time_zone

    def show_only(self, widget: QWidget) -> None:
        """Show something that is no place of a programme; every screen is forgotten."""
        self._services = None
        self._built.clear()
        while (old := self.widget(0)) is not None:
            self._remove(old)
        self.addWidget(widget)
        self.setCurrentWidget(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self, place: str) -> None:
        """Show a place, built if it never was."""
        if self._services is None:
            return
        if place not in self._built:
            self._build(place, self._services)
        screen = self._built[place]
        self.setCurrentWidget(screen)
        search = self.search_field()
        if search is not None and search.hasFocus():
            return  # the typing goes on
        if isinstance(screen, Keyed):
            screen.take_keyboard()
        else:
            screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_meeting(self, meeting_id: UUID) -> None:
        """Choose a meeting in the screen of meetings, which is shown already."""
        from alize_desktop.ui.meetings.screen import MeetingsScreen  # noqa: PLC0415  # on demand

        screen = self._built.get("meetings")
        if isinstance(screen, MeetingsScreen):
            screen.show_meeting(meeting_id)

    def make_ready(self) -> None:
        """Build what the first click will show, now that its services are loaded."""
        screen = self._built.get("dossiers")
        if isinstance(screen, DossierScreen):
            screen.make_ready()

    def search_field(self) -> SearchField | None:
        """Return the line that searches the dossiers, None before they are shown."""
        screen = self._built.get("dossiers")
        return screen.search_field if isinstance(screen, DossierScreen) else None

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to leave what is typed."""
        shown = self.currentWidget()
        if isinstance(shown, Leavable):
            shown.try_leave(on_left)
            return
        focused = QApplication.focusWidget()
        if shown is not None and focused is not None and shown.isAncestorOf(focused):
            focused.clearFocus()  # what is typed is written at once, to the right registry
        on_left()

    def _build(self, place: str, services: Services) -> None:
        self._built[place] = self._builders[place](services)
        self.addWidget(self._built[place])

    def _remove(self, screen: QWidget) -> None:
        self.removeWidget(screen)
        screen.deleteLater()

    def _dossiers(self, services: Services) -> QWidget:
        builder = self._builder
        screen = builder.dossiers(services)
        screen.import_requested.connect(lambda: builder.import_dialog(services, self).open())
        screen.demonstration_requested.connect(self.demonstration_requested)
        screen.count_changed.connect(self.count_changed)
        screen.papers_asked.connect(partial(self.dossier_papers_asked.emit, services))
        search = screen.search_field
        search.searched.connect(lambda _text: self.searched.emit())
        search.returnPressed.connect(self.searched)
        search.left_downwards.connect(self.searched)
        search.left_downwards.connect(screen.browser.table.setFocus)
        listen = partial(self._listen_to_editor, screen)
        screen.browser.dossier_chosen.connect(listen)
        screen.browser.new_requested.connect(listen)
        screen.refresh()
        return screen

    def _listen_to_editor(self, screen: DossierScreen, *_chosen: object) -> None:
        """Hear what is typed in dossiers, once they have where to type it."""
        once = Qt.ConnectionType.UniqueConnection
        screen.editor.form.status_changed.connect(self._on_dossier_typed, once)

    def _on_dossier_typed(self) -> None:
        screen = self._built.get("dossiers")
        if isinstance(screen, DossierScreen):
            self.typing_changed.emit(screen.editor.is_dirty)

    def _meetings(self, services: Services) -> QWidget:
        screen = self._builder.meetings(services)
        screen.committee_requested.connect(self.committee_requested)
        screen.minutes_requested.connect(partial(self.minutes_asked.emit, services))
        screen.papers_asked.connect(partial(self.meeting_papers_asked.emit, services))
        screen.rehearsal_asked.connect(partial(self.rehearsal_asked.emit, services))
        return screen

    def _advances(self, services: Services) -> QWidget:
        screen = self._builder.advances(services)
        screen.said.connect(self.said)
        screen.paper_asked.connect(self.paper_asked)
        screen.schedules_asked.connect(self.schedules_asked)
        screen.dossier_papers_asked.connect(partial(self.dossier_papers_asked.emit, services))
        screen.meetings_asked.connect(partial(self.place_asked.emit, "meetings"))
        return screen

    def _fund(self, services: Services) -> QWidget:
        builder = self._builder
        screen = builder.fund(services)
        screen.payments_asked.connect(lambda: builder.payments_dialog(services, self).open())
        return self._heard(screen)

    def _follow_up(self, services: Services) -> QWidget:
        screen = self._builder.follow_up(services)
        screen.opened.connect(self.item_opened)
        screen.late_counted.connect(self.late_counted)
        return self._heard(screen)

    def _report(self, services: Services) -> QWidget:
        screen = self._builder.results.report(services)
        screen.place_asked.connect(self.place_asked)
        screen.said.connect(self.said)
        return screen

    def _partners(self, services: Services) -> QWidget:
        screen = self._builder.results.partners(services)
        screen.dossier_asked.connect(
            lambda dossier_id: self.dossier_asked.emit(dossier_id, "missions")
        )
        return self._heard(screen)

    def _heard(self, screen: "Heard") -> QWidget:
        screen.typing_changed.connect(self.typing_changed)
        screen.said.connect(self.said)
        return screen

    def _on_changed(self, changes: Changes, _source: object) -> None:
        """Build what shows hours, and what counts days, again in another time zone."""
        if self._services is None or not changes.programme:
            return
        time_zone = self._services.current_programme().time_zone
        if time_zone != self._time_zone:
            self._time_zone = time_zone
            for place in {"dossiers", *_IN_ITS_HOURS} & set(self._built):
                self._remove(self._built.pop(place))
            self._build("dossiers", self._services)
