"""The operator's window: a meeting held from its opening to its closing.

Everything is done by keys, and every key is also a button.

=============== ==============================================================
Everywhere      Espace or Entrée: the large button · Ctrl+Entrée: the same,
                even while typing · Retour arrière: one step back · Échap:
                leave what is typed · F6: roll call again · ?: help
Roll call       P present · D remote · E excused · A absent · S alternate ·
                R represented, then letters of the holder and Entrée · T all
                present · a seat number or arrows go to a member
Between         ↑ ↓ another dossier first
Presentation    J defer without a vote · Page up and down
Recusals        O yes · N no, for the line ringed · ↑ ↓ another line · D add,
                then letters, Entrée, reason, Entrée · Suppr lift · J defer
Ballot          a number, then P for · C against · A abstention · N not
                participating · ' the proxy of that number · T everybody left
                is for · Tab next empty · Ctrl+Z take back
Result          on a tie: P · C · A declines
Decision        A approve · J defer · R refuse · T withdraw · M amount ·
                D days · I condition · G grounds · Tab from field to field
Closing         1 to 9: go to a dossier without outcome
=============== ==============================================================
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.meetings import CommitteeState
from alize_desktop.services.committee import CommitteeService
from alize_desktop.services.decisions import DecisionService
from alize_desktop.services.people import PeopleService
from alize_desktop.services.voting import VotingService
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.committee.conductor import Conductor
from alize_desktop.ui.committee.crumbs import Crumbs
from alize_desktop.ui.committee.header import Header
from alize_desktop.ui.committee.help import show_help
from alize_desktop.ui.committee.keys import NextButton, is_typing, key_of
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.panes import StepStack
from alize_desktop.ui.committee.plan import Detour, Step
from alize_desktop.ui.committee.rail import AgendaRail
from alize_desktop.ui.committee.side import SideZone
from alize_desktop.ui.committee.status import StatusLine
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.committee.steps.between import BetweenStep
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame

_WIDE = frozenset({Step.BALLOT, Step.DECISION})
"""Steps that take the right zone when the window is narrow."""

_ROOMY = 1500
"""Width from which the right zone is always shown, at a text size of 100 %."""


def now_in_paris() -> datetime:
    """Return the present instant in the zone of most programmes."""
    return datetime.now(ZoneInfo("Europe/Paris"))


class CommitteeWindow(QMainWindow):
    """Holds one meeting.

    Signals:
        minutes_requested: Export the minutes. Arg: the meeting's id.
    """

    minutes_requested = Signal(object)

    def __init__(
        self,
        meeting_id: UUID,
        committee: CommitteeService,
        voting: VotingService,
        decisions: DecisionService,
        people: PeopleService,
        bus: Bus,
        log_file: Path,
        now: Callable[[], datetime] = now_in_paris,
    ) -> None:
        """Read the meeting and show it where it stands.

        Args:
            meeting_id: Meeting to hold.
            committee: Opening, roll, recusals, closing.
            voting: Ballots.
            decisions: Decisions.
            people: Members and partners.
            bus: Told of every change.
            log_file: Named when a bug is shown.
            now: Gives the present instant, in the zone hours are shown in.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        super().__init__()
        self._meeting_id = meeting_id
        self._log_file = log_file
        zone = now().tzinfo or UTC
        self.setObjectName("committee_window")
        self.setMinimumSize(1024, 640)
        self._conductor = Conductor(meeting_id, committee, voting, decisions, people, bus, self)
        self._header = Header()
        self._rail = AgendaRail(zone)
        self._side = SideZone()
        self._status = StatusLine(now)
        self._title = ElidedLabel("", Level.TITLE)
        self._title.setObjectName("step_title")
        self._crumbs = Crumbs()
        self._next = NextButton()
        foot = QStackedWidget()
        self._stack = StepStack(self._conductor, zone, foot)
        self._pane: StepPane | None = None
        self._bar = self._make_bar(foot)
        self.setCentralWidget(self._make_body())
        self._next.clicked.connect(self._advance)
        self._header.attendance_asked.connect(self._on_attendance_asked)
        self._header.help_asked.connect(self._on_help_asked)
        self._rail.item_chosen.connect(self._on_item_chosen)
        self._conductor.moved.connect(self._on_moved)
        self._conductor.refused.connect(self._on_refused)
        self._conductor.decided.connect(self._on_decided)
        self._stack.minutes_asked.connect(lambda: self.minutes_requested.emit(meeting_id))
        QApplication.instance().focusChanged.connect(self._tell_keys)  # type: ignore[union-attr]
        self._on_moved(self._conductor.state, self._conductor.step)

    @property
    def step(self) -> Step:
        """The step shown."""
        return self._conductor.step

    @property
    def next_label(self) -> str:
        """What the large button says."""
        return self._next.label()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = key_of(event)
        if key in ("Ctrl+Return", "Ctrl+Enter"):
            self._advance()
        elif key == "Esc":
            self._leave()
        elif key == "F6":
            self._on_attendance_asked()
        elif is_typing(self) or event.isAutoRepeat() or not self._act(key):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _act(self, key: str) -> bool:
        actions: dict[str, Callable[[], object]] = {
            "Space": self._advance,
            "Return": self._advance,
            "Enter": self._advance,
            "Backspace": self._conductor.back,
            "?": self._on_help_asked,
            "F1": self._on_help_asked,
        }
        if key not in actions:
            return False
        actions[key]()
        return True

    def _advance(self) -> None:
        if self._pane is not None and self._pane.next_step().is_ready:
            self._pane.advance()

    def _leave(self) -> None:
        if self._pane is not None and not self._pane.leave():
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_moved(self, state: CommitteeState, step: Step) -> None:
        before = self._pane
        self._header.show_state(state)
        self._rail.show_state(state, step)
        self._side.show_state(state, step)
        self._status.show_state(state)
        self._crumbs.show_step(step)
        self._pane = self._stack.show_state(state, step)
        if before is not self._pane:
            if before is not None:
                before.next_changed.disconnect(self._tell_next)
            self._pane.next_changed.connect(self._tell_next)
        self._tell_next()
        self._fit()
        self._tell_keys()

    def _on_refused(self, error: Exception) -> None:
        show_error(self, error, self._log_file)

    def _on_decided(self, decision: Decision, company: str) -> None:
        between = self._stack.pane(Step.BETWEEN)
        if isinstance(between, BetweenStep):
            between.show_decision(decision, company)

    def _on_item_chosen(self, item_id: UUID) -> None:
        if isinstance(self._pane, BetweenStep):
            self._pane.take(item_id)

    def _on_attendance_asked(self) -> None:
        state = self._conductor.state
        if state.quorum_at is not None and state.row.state is MeetingState.OPEN:
            self._conductor.go(Detour.ROLL_CALL)

    def _on_help_asked(self) -> None:
        if self._pane is not None:
            show_help(self, self._pane.title(), self._pane.key_names())

    def _tell_next(self) -> None:
        if self._pane is not None:
            shown = self._pane.next_step()
            self._next.show_step(shown.label, is_ready=shown.is_ready)
            self._title.setText(self._pane.title())

    def _tell_keys(self, *_widgets: object) -> None:
        self._header.show_keys(are_active=not is_typing(self))

    def _fit(self) -> None:
        roomy = self.width() >= scaled(_ROOMY)
        self._side.setVisible(roomy or self._conductor.step not in _WIDE)
        self._rail.setFixedWidth(min(scaled(280), self.width() // 4))
        self._side.setFixedWidth(min(scaled(300), self.width() // 4))

    def _make_bar(self, foot: QStackedWidget) -> QFrame:
        bar = frame(Ground.CARD)
        line = row(bar, gap=20)
        line.setContentsMargins(scaled(20), scaled(12), scaled(16), scaled(12))
        foot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.addWidget(foot, 1)
        line.addWidget(self._next)
        return bar

    def _make_body(self) -> QWidget:
        left = frame(Ground.SIDE)
        column(left).addWidget(self._rail)
        centre = QWidget()
        inside = column(centre, gap=10)
        inside.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        inside.addWidget(self._title)
        inside.addWidget(self._crumbs)
        inside.addSpacing(scaled(4))
        inside.addWidget(self._stack, 1)
        inside.addWidget(self._bar)
        body = row(gap=0)
        for each, stretch in ((left, 0), (centre, 1), (self._side, 0)):
            body.addWidget(each, stretch)
        whole = QWidget()
        lines = column(whole, gap=0)
        lines.addWidget(self._header)
        lines.addLayout(body, 1)
        lines.addWidget(self._status)
        return whole
