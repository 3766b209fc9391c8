"""The operator's window: a meeting held from its opening to its closing.

Everything is done by keys, and every key is also a button, a line of the menu and a
line of the palette: all four are made from the registry of actions. What a step does
is written in the step; what the window does all along is in ``window_actions`` and
``room_pilot``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget
from typing_extensions import override

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.decisions import Decision
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.committee.actions import BACK, LEAVE, NEXT
from alize_desktop.ui.committee.body import CommitteeBody
from alize_desktop.ui.committee.conductor import Conductor
from alize_desktop.ui.committee.deeds import MeetingDeeds
from alize_desktop.ui.committee.idle import IdleTask
from alize_desktop.ui.committee.keyed_window import KeyedWindow
from alize_desktop.ui.committee.keys import is_typing
from alize_desktop.ui.committee.leaving import DraftQuestion
from alize_desktop.ui.committee.movements import open_movements
from alize_desktop.ui.committee.panes import StepStack
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.rehearsal import RehearsalMark
from alize_desktop.ui.committee.room_pilot import RoomPilot
from alize_desktop.ui.committee.services import CommitteeServices
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.committee.steps.between import BetweenStep
from alize_desktop.ui.committee.suspension import SuspensionPage
from alize_desktop.ui.committee.window_actions import VIEWS, Deed, view_action, window_actions
from alize_desktop.ui.errors import show_error


def now_in_paris() -> datetime:
    """Return the present instant in the zone of most programmes."""
    return datetime.now(ZoneInfo("Europe/Paris"))


class CommitteeWindow(KeyedWindow):
    """Holds one meeting: reads it, and shows it where it stands.

    Args:
        meeting_id: Meeting to hold.
        services: What the meeting asks the registry.
        bus: Told of every change.
        log_file: Named when a bug is shown.
        now: Gives the present instant, in the zone hours are shown in.
        is_rehearsal: Whether it is held on a copy of the registry.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.

    Attributes:
        room: What is asked of the room; makes its pictures.
        body: The zones around the step.

    Signals:
        minutes_requested: Export the minutes. Arg: the meeting's id.
        said: A short message, when the window is closed before the meeting is.
        room_changed: The room has something else to show. Arg: the ``RoomState``.
        room_asked: Open the room window, or come back to it.
        suspension_asked: Args: hour of resumption or None, reason.
        resumption_asked: Go on with a suspended meeting.
        note_written: Keep a private note. Args: agenda item's id or None, text.
        copy_asked: Copy the registry now.
        view_asked: Show a place of the main window. Arg: its number, from 1.
    """

    minutes_requested = Signal(object)
    said = Signal(object)
    room_changed = Signal(object)
    room_asked = Signal()
    suspension_asked = Signal(object, object)
    resumption_asked = Signal()
    note_written = Signal(object, object)
    copy_asked = Signal()
    view_asked = Signal(object)

    def __init__(
        self,
        meeting_id: UUID,
        services: CommitteeServices,
        bus: Bus,
        log_file: Path,
        now: Callable[[], datetime] = now_in_paris,
        *,
        is_rehearsal: bool = False,
    ) -> None:
        super().__init__()
        self._meeting_id = meeting_id
        self._log_file = log_file
        self._is_closing = self._may_close = False
        zone = now().tzinfo or UTC
        self._conductor = Conductor(meeting_id, services, bus, self)
        self._stack = StepStack(self._conductor, zone)
        self._suspended = SuspensionPage(zone)
        self._pane: StepPane = self._suspended
        self._centre = QStackedWidget()
        self.body = CommitteeBody(self._centre, now, is_rehearsal=is_rehearsal)
        self.room = RoomPilot(is_rehearsal=is_rehearsal, parent=self)
        for each in (*window_actions(self._deeds(now)), *self.room.actions()):
            self._registry.add(each)
        self._leaving = DraftQuestion(self, lambda: self._stack.holds_draft(self._conductor.state))
        self._idle = IdleTask(self._stack.build_ahead, self)
        self._assemble()
        self._on_moved(self._conductor.state, self._conductor.step)
        if is_rehearsal:
            RehearsalMark(self.body)

    @property
    def step(self) -> Step:
        """The step shown."""
        return self._conductor.step

    @property
    def next_label(self) -> str:
        """What the large button says."""
        return self.body.next.label()

    def show_notes(self, notes: Mapping[UUID | None, str]) -> None:
        """Show the private notes on file, one a point of the agenda."""
        self.body.side.note.show_notes(dict(notes))

    def show_views(self, names: Sequence[str]) -> None:
        """Let Alt and a digit show a place of the main window."""
        for number, name in enumerate(names[:VIEWS], 1):
            self._registry.add(view_action(number, name, partial(self.view_asked.emit, number)))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.body.header.menu.setVisible(not self.isFullScreen())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.body.fit(self.width())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._idle.start()
        self._pane.take_keyboard()

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to lose the decision typed."""
        self.body.side.note.keep()
        self._leaving.ask(on_left)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._is_closing, self._may_close = True, False
        self.try_leave(self._on_left)
        self._is_closing = False
        if not self._may_close:  # the user is being asked
            event.ignore()
            return
        super().closeEvent(event)
        self.room.ended.emit()
        if self._conductor.state.row.state is MeetingState.OPEN:
            self.said.emit(
                self.tr("La séance reste ouverte : rien n’est perdu, elle reprendra à cette étape.")
            )

    def _assemble(self) -> None:
        self.setObjectName("committee_window")
        self.setMinimumSize(1024, 640)
        self.setCentralWidget(self.body)
        self._centre.addWidget(self._stack)
        self._centre.addWidget(self._suspended)
        body, side = self.body, self.body.side
        body.next.clicked.connect(partial(self._ask, NEXT))
        body.header.asked.connect(self._ask)
        body.status.asked.connect(self._ask)
        body.rail.item_chosen.connect(self._on_item_chosen)
        side.room.asked.connect(self._ask)
        side.note.written.connect(self.note_written)
        self.room.room_changed.connect(self.room_changed)
        self.room.controls_changed.connect(self._on_controls_changed)
        self.room.applicant_moved.connect(side.show_applicant)
        self.panels.suspension_asked.connect(self.suspension_asked)
        self._suspended.resumption_asked.connect(self.resumption_asked)
        self._pane.next_changed.connect(self._tell_next)
        self._pane.refused.connect(self._on_key_refused)
        self._conductor.moved.connect(self._on_moved)
        self._conductor.refused.connect(self._on_refused)
        self._conductor.decided.connect(self._on_decided)
        self._stack.minutes_asked.connect(partial(self.minutes_requested.emit, self._meeting_id))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._tell_keys)

    def _deeds(self, now: Callable[[], datetime]) -> dict[str, Deed]:
        meeting = MeetingDeeds(self._conductor, lambda: self._pane, self._on_item_chosen)
        side, panels = self.body.side, self.panels
        return {
            NEXT: meeting.next(),
            BACK: meeting.back(),
            "meeting.leave": meeting.leave(),
            "meeting.attendance": meeting.attendance(
                partial(open_movements, self, self._conductor)
            ),
            "meeting.suspend": meeting.suspend(partial(self._on_suspension_asked, now)),
            "dossier.previous": meeting.other_dossier(-1),
            "dossier.next": meeting.other_dossier(1),
            "timer.toggle": Deed(side.timer.toggle, side.timer.can_run, side.timer.why_not),
            "note.write": Deed(self.body.write_note),
            "copy.make": Deed(self.copy_asked.emit),
            "room.open": Deed(self.room_asked.emit),
            "palette.open": Deed(panels.open_palette),
            "menu.open": Deed(lambda: panels.open_menu(self.body.header.menu_corner())),
            "help.open": Deed(lambda: panels.open_help(self._pane.title(), self._conductor.step)),
            "side.toggle": Deed(
                self.body.toggle_side, self.body.is_folded, self.body.why_not_folded
            ),
            "window.full_screen": Deed(self._on_full_screen_asked),
            LEAVE: Deed(self.close),
        }

    def _on_moved(self, state: CommitteeState, step: Step) -> None:
        before = self._pane
        self.room.follow(state, step)
        present = self.room.controls.applicant_present
        self.body.show_state(state, step, applicant_present=present)
        self._pane = self._shown(state, step)
        if before is not self._pane:
            before.next_changed.disconnect(self._tell_next)
            before.refused.disconnect(self._on_key_refused)
            self._pane.next_changed.connect(self._tell_next)
            self._pane.refused.connect(self._on_key_refused)
        self._registry.show_step(self._pane.registry)
        self.body.side.room.show_keys(self._pane.registry.keys())
        self._tell_next()
        self._tell_keys()
        self.body.fit(self.width())
        title = self.tr("Mode comité · {number}")
        self.setWindowTitle(title.format(number=state.row.number))

    def _shown(self, state: CommitteeState, step: Step) -> StepPane:
        if state.suspension is None:
            pane = self._stack.show_state(state, step)
            self._centre.setCurrentWidget(self._stack)
            return pane
        self._suspended.show_state(state)
        self._centre.setCurrentWidget(self._suspended)
        self._suspended.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._suspended

    def _tell_next(self) -> None:
        self.body.show_pane(self._pane)
        first = self._registry.action(NEXT)
        if first is not None:  # the lists say what the large button says
            self._registry.add(replace(first, text=self._pane.next_step().label))

    def _tell_keys(self, *_widgets: object) -> None:
        self.body.show_keys(are_active=not is_typing(self))

    def _on_controls_changed(self) -> None:
        frozen, present = self.room.is_frozen, self.room.controls.applicant_present
        self.body.side.room.show_controls(self.room.controls, is_frozen=frozen)
        self.body.side.show_state(self._conductor.state, self.step, applicant_present=present)

    def _on_left(self) -> None:
        self._may_close = True
        if not self._is_closing:
            self.close()

    def _on_refused(self, error: Exception) -> None:
        show_error(self, error, self._log_file)

    def _on_decided(self, decision: Decision, company: str) -> None:
        between = self._stack.pane(Step.BETWEEN)
        if isinstance(between, BetweenStep):
            between.show_decision(decision, company)

    def _on_item_chosen(self, item_id: UUID) -> None:
        if isinstance(self._pane, BetweenStep):
            self._pane.take(item_id)

    def _on_suspension_asked(self, now: Callable[[], datetime]) -> None:
        if self._conductor.state.suspension is None:
            self.panels.ask_suspension(now)
        else:
            self.resumption_asked.emit()
