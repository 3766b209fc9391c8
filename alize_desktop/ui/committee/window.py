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
from functools import partial
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox
from typing_extensions import override

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.decisions import Decision
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.committee.body import CommitteeBody
from alize_desktop.ui.committee.conductor import Conductor
from alize_desktop.ui.committee.help import show_help
from alize_desktop.ui.committee.keys import is_typing, key_of
from alize_desktop.ui.committee.panes import StepStack
from alize_desktop.ui.committee.plan import Detour, Step
from alize_desktop.ui.committee.services import CommitteeServices
from alize_desktop.ui.committee.steps.base import StepPane
from alize_desktop.ui.committee.steps.between import BetweenStep
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.widgets.confirm import confirm

_IDLE = 250
"""Milliseconds between two panes built ahead, so that no key ever waits for one."""


def now_in_paris() -> datetime:
    """Return the present instant in the zone of most programmes."""
    return datetime.now(ZoneInfo("Europe/Paris"))


class CommitteeWindow(QMainWindow):
    """Holds one meeting.

    Signals:
        minutes_requested: Export the minutes. Arg: the meeting's id.
        said: A short message, when the window is closed before the meeting is.
    """

    minutes_requested = Signal(object)
    said = Signal(object)

    def __init__(
        self,
        meeting_id: UUID,
        services: CommitteeServices,
        bus: Bus,
        log_file: Path,
        now: Callable[[], datetime] = now_in_paris,
    ) -> None:
        """Read the meeting and show it where it stands.

        Args:
            meeting_id: Meeting to hold.
            services: What the meeting asks the registry.
            bus: Told of every change.
            log_file: Named when a bug is shown.
            now: Gives the present instant, in the zone hours are shown in.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        super().__init__()
        self._meeting_id = meeting_id
        self._log_file = log_file
        self._pane: StepPane | None = None
        self._question: QMessageBox | None = None
        self._gives_up_draft = self._is_closing = self._may_close = False
        self._conductor = Conductor(meeting_id, services, bus, self)
        self._stack = StepStack(self._conductor, now().tzinfo or UTC)
        self._body = CommitteeBody(self._stack, now)
        self._idle = QTimer(self, interval=_IDLE)
        self._prepare()
        self._on_moved(self._conductor.state, self._conductor.step)

    @property
    def step(self) -> Step:
        """The step shown."""
        return self._conductor.step

    @property
    def next_label(self) -> str:
        """What the large button says."""
        return self._body.next.label()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = key_of(event)
        anywhere: dict[str, Callable[[], object]] = {
            "Ctrl+Return": self._advance,
            "Ctrl+Enter": self._advance,
            "Esc": self._leave,
            "F6": self._on_attendance_asked,
            "F1": self._on_help_asked,
        }
        quiet: dict[str, Callable[[], object]] = {
            "Space": self._advance,
            "Return": self._advance,
            "Enter": self._advance,
            "Backspace": self._conductor.back,
            "?": self._on_help_asked,
        }
        known = anywhere if is_typing(self) else anywhere | quiet
        if key in known and not event.isAutoRepeat():
            known[key]()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._body.fit(self.width())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._idle.start()
        if self._pane is not None:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to lose the decision typed."""
        if self._gives_up_draft or not self._stack.holds_draft(self._conductor.state):
            on_left()
        elif self._question is None:
            self.activateWindow()
            self._question = confirm(
                self,
                self.tr("La décision que vous écrivez n’est pas encore enregistrée."),
                self.tr("Fermer sans enregistrer la décision"),
                partial(self._on_draft_given_up, on_left),
                detail=self.tr("Les votes et les décisions déjà enregistrés sont gardés."),
                cancel=self.tr("Garder la fenêtre ouverte"),
            )
            self._question.finished.connect(self._on_answered)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._is_closing, self._may_close = True, False
        self.try_leave(self._on_left)
        self._is_closing = False
        if not self._may_close:  # the user is being asked
            event.ignore()
            return
        super().closeEvent(event)
        if self._conductor.state.row.state is MeetingState.OPEN:
            self.said.emit(
                self.tr("La séance reste ouverte : rien n’est perdu, elle reprendra à cette étape.")
            )

    def _prepare(self) -> None:
        body = self._body
        self.setObjectName("committee_window")
        self.setMinimumSize(1024, 640)
        self.setCentralWidget(body)
        body.next.clicked.connect(self._advance)
        body.header.attendance_asked.connect(self._on_attendance_asked)
        body.header.help_asked.connect(self._on_help_asked)
        body.rail.item_chosen.connect(self._on_item_chosen)
        self._conductor.moved.connect(self._on_moved)
        self._conductor.refused.connect(self._on_refused)
        self._conductor.decided.connect(self._on_decided)
        self._stack.minutes_asked.connect(self._on_minutes_asked)
        self._idle.timeout.connect(self._build_ahead)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._tell_keys)

    def _build_ahead(self) -> None:
        if not self._stack.build_ahead():
            self._idle.stop()

    def _advance(self) -> None:
        if self._pane is not None and self._pane.next_step().is_ready:
            self._pane.advance()

    def _leave(self) -> None:
        if self._pane is not None and not self._pane.leave():
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_moved(self, state: CommitteeState, step: Step) -> None:
        before = self._pane
        self._body.show_state(state, step)
        self._pane = self._stack.show_state(state, step)
        if before is not self._pane:
            if before is not None:
                before.next_changed.disconnect(self._tell_next)
            self._pane.next_changed.connect(self._tell_next)
        self._tell_next()
        self._tell_keys()
        self._body.fit(self.width())
        title = self.tr("Mode comité · {number}")
        self.setWindowTitle(title.format(number=state.row.number))

    def _on_left(self) -> None:
        self._may_close = True
        if not self._is_closing:
            self.close()

    def _on_draft_given_up(self, on_left: Callable[[], None]) -> None:
        self._gives_up_draft = True
        on_left()

    def _on_answered(self, _result: int) -> None:
        self._question = None

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
            keys = [(each.key, each.text) for each in self._pane.registry.actions() if each.text]
            show_help(self, self._pane.title(), keys)

    def _on_minutes_asked(self) -> None:
        self.minutes_requested.emit(self._meeting_id)

    def _tell_next(self) -> None:
        if self._pane is not None:
            self._body.show_pane(self._pane)

    def _tell_keys(self, *_widgets: object) -> None:
        self._body.header.show_keys(are_active=not is_typing(self))
