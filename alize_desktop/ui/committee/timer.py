"""The timer of a dossier: how long each speaks, and when it is too long."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.timing import Phase, phase_of
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.keys import KeyCap
from alize_desktop.ui.widgets.labels import Ground, Level, label, set_role

translate = QCoreApplication.translate

_TICK: Final = 500
_LONGEST_TICK: Final = timedelta(minutes=2)
"""A longer time between two ticks is a clock put right, or a laptop that slept."""


class TimerCard(QFrame):
    """Counts up while it runs; each part of each dossier has its own count.

    It starts by itself with a dossier.

    Signals:
        toggled: It was started or stopped. Arg: whether it runs.
    """

    toggled = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """Count the time of ``now``."""
        super().__init__(parent)
        self.setProperty("ground", Ground.CARD.value)
        self._now = now
        self._last: datetime | None = None
        self._spent: dict[tuple[UUID | None, str], timedelta] = {}
        self._phase: Phase | None = None
        self._item_id: UUID | None = None
        self._is_suspended = False
        self._is_waiting = False  # stopped by a step that is not timed, not by hand
        self._count = label("", Level.COUNT)
        self._count.setObjectName("timer_count")
        self._count.setFont(with_figures(self._count.font()))
        self._word = label("", Level.SMALL, wraps=True)
        self._word.setObjectName("timer_word")
        title = row(gap=8)
        title.addWidget(label(self.tr("Minuteur"), Level.CAPTION))
        title.addWidget(KeyCap("F7"))
        title.addStretch(1)
        across = row(gap=10)
        across.addWidget(self._count)
        across.addWidget(self._word, 1)
        lines = column(self, gap=2)
        lines.setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(8))
        lines.addLayout(title)
        lines.addLayout(across)
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self.tick)
        self._show()

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self._last is not None

    def can_run(self) -> bool:
        """Return whether there is something to time: a step of a dossier."""
        return self._phase is not None

    def why_not(self) -> str:
        """Return why there is nothing to time."""
        return self.tr("Le minuteur suit un dossier : aucun n’est en examen.")

    def show_step(self, state: CommitteeState, step: Step, *, applicant_present: bool) -> None:
        """Time another part of the meeting, without losing what the others took."""
        self.tick()
        item_id = state.current.line.id if state.current else None
        is_new = item_id != self._item_id
        self._item_id = item_id
        self._is_suspended = state.suspension is not None
        self._phase = phase_of(step, applicant_present=applicant_present)
        if self._is_suspended:
            self._phase = None
        if self._phase is None and self.is_running:
            self.toggle()
            self._is_waiting = True
        elif self._phase is not None and (is_new or self._is_waiting):
            self._is_waiting = False
            self.start()
        self._show()

    def toggle(self) -> None:
        """Start, or pause."""
        self.tick()
        self._last = None if self.is_running else self._now()
        if self.is_running:
            self._tick.start()
        else:
            self._tick.stop()
        self._show()
        self.toggled.emit(self.is_running)

    def start(self) -> None:
        """Start, if it is paused and there is something to time."""
        if self.can_run() and not self.is_running:
            self.toggle()

    def tick(self) -> None:
        """Count the time since the last tick; a clock put back counts nothing."""
        if self._last is None:
            return
        now = self._now()
        since = now - self._last
        if self._phase is not None and timedelta(0) < since <= _LONGEST_TICK:
            key = (self._item_id, self._phase.word)
            self._spent[key] = self._spent.get(key, timedelta(0)) + since
        self._last = now
        self._show()

    def _why_none(self) -> str:
        if self._is_suspended:
            return self.tr("séance suspendue")
        if self._item_id is None:
            return self.tr("aucun dossier en cours")
        return self.tr("reprendra avec le dossier")

    def _show(self) -> None:
        if self._phase is None:
            self._count.setText("—")
            self._word.setText(self._why_none())
            for each in (self._count, self._word):
                set_role(each, None)
            return
        seconds = int(
            self._spent.get((self._item_id, self._phase.word), timedelta(0)).total_seconds()
        )
        self._count.setText(f"{seconds // 60:02d}:{seconds % 60:02d}")
        over = seconds - self._phase.minutes * 60
        text = self.tr("{what}, {minutes} min prévues").format(
            what=self._phase.word, minutes=self._phase.minutes
        )
        if over > 0:
            text = self.tr("{what}, dépassé ({minutes} min prévues)").format(
                what=self._phase.word, minutes=self._phase.minutes
            )
        if not self.is_running:
            text = self.tr("{text}, en pause").format(text=text)
        self._word.setText(text)
        for each in (self._count, self._word):
            set_role(each, Role.BAD if over > 0 else None)
