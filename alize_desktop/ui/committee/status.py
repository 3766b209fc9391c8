"""The line at the foot of the window that never leaves: who is there, what is left."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.ui.committee.actions import LEAVE
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import row
from alize_desktop.ui.committee.occasion import is_written
from alize_desktop.ui.committee.timing import minutes_late
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, label, set_role
from alize_desktop.wording.amounts import decimal_text, money_short

_TICK = 5_000
_NONE = Decimal(0)


class StatusLine(QFrame):
    """Présents · Pouvoirs · Déports · Voix · Quorum · Enveloppe · hour, and the way out.

    Signals:
        asked: The button was clicked. Arg: identifier of the action.
    """

    asked = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """Tell the hour of ``now``, on the wall clock of its own zone."""
        super().__init__(parent)
        self._now = now
        self._state: CommitteeState | None = None
        self._begun: tuple[UUID | None, int] | None = None
        self.setProperty("ground", Ground.BOTTOM.value)
        self._present = label("", Level.STRONG)
        self._represented = label("", Level.STRONG)
        self._recused = label("", Level.STRONG)
        self._voices = label("", Level.STRONG)
        self._quorum = label("", Level.STRONG)
        self._left = ElidedLabel("", Level.STRONG)
        self._hour = label("", Level.STRONG)
        self._hour.setObjectName("status_hour")
        line = row(self, gap=8)
        line.setContentsMargins(scaled(20), scaled(4), scaled(12), scaled(4))
        for name, each in (
            ("present", self._present),
            ("represented", self._represented),
            ("recused", self._recused),
            ("voices", self._voices),
            ("quorum", self._quorum),
        ):
            each.setObjectName(f"status_{name}")
            line.addWidget(each)
            line.addWidget(label("·", Level.SOFT))
        self._left.setObjectName("status_left")
        line.addWidget(self._left, 1)
        line.addWidget(self._hour)
        line.addWidget(self._make_leave())
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._tell_hour)
        self._timer.start()
        self._tell_hour()

    def show_state(self, state: CommitteeState) -> None:
        """Show the figures of the file."""
        self._state = state
        current = state.current
        quorum = current.quorum if current else state.quorum
        recused = len(current.line.recused) if current else 0
        voices, proxies = state.voices, state.represented
        if current:  # who steps aside has no voice here, nor has its proxy
            voting = [tile for tile in current.tiles if not tile.is_recused]
            voices = sum((tile.weight for tile in voting), _NONE)
            proxies = sum(tile.holder_id is not None for tile in voting)
        present = self.tr("Présents {count}")
        if is_written(state):
            present = self.tr("Réponses {count}")
        self._present.setText(present.format(count=state.present))
        self._represented.setText(self.tr("Pouvoirs {count}").format(count=proxies))
        self._recused.setText(self.tr("Déports {count}").format(count=recused))
        self._voices.setText(self.tr("Voix {count}").format(count=decimal_text(voices)))
        text = self.tr("Quorum {counted} < {required} ✖")
        if quorum.is_reached:
            text = self.tr("Quorum {counted} ≥ {required} ✔")
        self._quorum.setText(text.format(counted=quorum.counted, required=quorum.required))
        self._quorum.setToolTip(quorum.sentence)
        set_role(self._quorum, Role.GOOD if quorum.is_reached else Role.WAITING)
        set_role(self._recused, Role.RECUSAL if recused else None)
        self._left.setText(self._left_text(state))
        self._tell_hour()

    def _make_leave(self) -> ActionButton:
        made = ActionButton(self.tr("Quitter"), "Ctrl+W", Kind.GHOST)
        made.setObjectName("status_leave")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setToolTip(
            self.tr("Revenir à la fenêtre principale\u00a0: la séance reste où elle en est.")
        )
        made.clicked.connect(lambda: self.asked.emit(LEAVE))
        return made

    def _left_text(self, state: CommitteeState) -> str:
        days = self.tr("{count} j").format(count=decimal_text(state.days_left))
        if state.fund_left is None:
            return self.tr("Enveloppe {days}").format(days=days)
        money = money_short(state.fund_left)
        return self.tr("Enveloppe {money} / {days}").format(money=money, days=days)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_hour()

    def _tell_hour(self) -> None:
        now = self._now()
        late = self._minutes_late(now)
        text = f"{now:%H:%M}"
        self._hour.setText(f"{text} (+{late})" if late else text)
        self._hour.setToolTip(
            self.tr("{minutes} min de plus que prévu").format(minutes=late) if late else ""
        )
        set_role(self._hour, Role.WAITING if late else None)

    def _minutes_late(self, now: datetime) -> int:
        """Return minutes over the timetable, kept while a dossier that began late lasts."""
        state = self._state
        if state is None or state.opened_at is None or state.closed_at is not None:
            return 0
        draft = state.row.draft
        start = datetime.combine(draft.held_on, draft.starts_at, now.tzinfo)
        if now.date() != start.date():
            return 0
        passed = sum(line.outcome is not None for line in state.agenda)
        item_id = state.current.line.id if state.current else None
        if self._begun is None:  # when the dossier under way began is not known
            self._begun = (item_id, 0)
        if item_id != self._begun[0]:
            late = minutes_late(now, start, passed, is_under_way=False)
            self._begun = (item_id, late if item_id else 0)
        return max(
            self._begun[1], minutes_late(now, start, passed, is_under_way=item_id is not None)
        )
