"""The agenda: what may come on it on one side, what will on the other."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.dossier_list import DossierRow
from alize_desktop.models.records.meetings import (
    AgendaProposal,
    ItemDraft,
    MeetingDetail,
    QuorumForecast,
)
from alize_desktop.ui.meetings.agenda_words import (
    agenda_entry,
    proposal_entry,
    totals_text,
    waiting_entry,
)
from alize_desktop.ui.meetings.point_list import PointList
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import ElidedLabel, Level, label
from alize_desktop.ui.widgets.visibility import show_if

_OPEN_TO_POINTS = (MeetingState.PREPARATION, MeetingState.CONVENED)
_TITLED = ("information", "amendment")
"""What adds a point that stands in no list: a dialog asks which."""


class AgendaEditor(QWidget):
    """Chooses points and their order; once the notice is sent, adds late ones only.

    Signals:
        add_asked: Points are to come on the agenda. Arg: the ``ItemDraft``s.
        remove_asked: Points are to leave it. Arg: their identifiers.
        order_asked: Another order. Arg: identifiers, and ``ItemDraft``s dropped among them.
        information_asked: A point without vote is to be titled and added.
        amendment_asked: A dossier that was approved is to come back.
    """

    add_asked = Signal(object)
    remove_asked = Signal(object)
    order_asked = Signal(object)
    information_asked = Signal()
    amendment_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forecasts: dict[UUID | None, QuorumForecast] = {}
        self._proposals = PointList(self.tr("Points proposés"), is_numbered=False)
        self._proposals.setObjectName("proposals")
        self._candidates = PointList(self.tr("Dossiers prêts"), is_numbered=False)
        self._candidates.setObjectName("candidates")
        self._agenda = PointList(self.tr("Ordre du jour"), is_numbered=True)
        self._agenda.setObjectName("agenda")
        self._frozen = label("", Level.SMALL, wraps=True, role=Role.WAITING)
        self._frozen.setObjectName("agenda_frozen")
        self._about = label("", Level.SMALL, wraps=True)
        self._about.setObjectName("agenda_about")
        self._totals = ElidedLabel("", Level.STRONG)
        self._totals.setObjectName("agenda_totals")
        self._nobody = label(
            self.tr("Un dossier complet ou ajourné apparaît ici."), Level.SMALL, wraps=True
        )
        self._buttons = self._make_buttons()
        self._lay_out()
        self._connect()

    def show_agenda(
        self,
        detail: MeetingDetail,
        candidates: Sequence[DossierRow],
        proposals: Sequence[AgendaProposal],
        frozen: str,
    ) -> None:
        """Show what may come and what will. Emits nothing.

        Args:
            detail: The meeting.
            candidates: Dossiers that wait.
            proposals: Points that the program proposes.
            frozen: Why the order cannot change any more; empty while it can.
        """
        state = detail.row.state
        is_ordered = state is MeetingState.PREPARATION
        may_add = state in _OPEN_TO_POINTS
        self._forecasts = {each.item_id: each for each in detail.forecasts}
        taken = {line.dossier_id for line in detail.agenda}
        taken |= {each.draft.dossier_id for each in proposals}
        waiting = [row for row in candidates if row.id not in taken]
        self._proposals.show_entries([proposal_entry(each) for each in proposals])
        self._candidates.show_entries([waiting_entry(row) for row in waiting])
        self._agenda.show_entries([agenda_entry(each, self._forecasts) for each in detail.agenda])
        for each in (self._proposals, self._candidates):
            each.set_editable(is_editable=may_add, is_dragged=is_ordered)
        self._agenda.set_editable(is_editable=is_ordered)
        show_if(self._left, shown=may_add)
        show_if(self._proposed, shown=bool(proposals))
        show_if(self._proposals, shown=bool(proposals))
        show_if(self._nobody, shown=not waiting)
        for name, button in self._buttons.items():
            button.setVisible(may_add if name in ("add", *_TITLED) else is_ordered)
        self._frozen.setText(frozen)
        show_if(self._frozen, shown=bool(frozen))
        self._totals.setText(totals_text(detail.agenda))
        self._show_about()

    def take_keyboard(self) -> None:
        """Give the keyboard to the agenda, or to what may come on it while it is empty."""
        filled = (each for each in (self._agenda, self._proposals) if each.count())
        next(filled, self._candidates).setFocus()

    def _make_buttons(self) -> dict[str, KeyButton]:
        specs = {
            "add": (self.tr("Inscrire"), "Return"),
            "information": (self.tr("Point d’information…"), "Ctrl+I"),
            "amendment": (self.tr("Dossier à modifier…"), "Ctrl+M"),
            "remove": (self.tr("Retirer"), "Del"),
            "up": (self.tr("Monter"), "Alt+Up"),
            "down": (self.tr("Descendre"), "Alt+Down"),
        }
        made = {}
        for name, (text, key) in specs.items():
            heard = name in _TITLED
            button = KeyButton(text, key, Kind.SECONDARY, handles_key=heard)
            button.setObjectName(f"agenda_{name}")
            made[name] = button
        return made

    def _lay_out(self) -> None:
        self._proposed = label(self.tr("Proposés"), Level.CAPTION)
        self._left = QWidget()
        left = _column(self._left)
        left.addWidget(self._proposed)
        left.addWidget(self._proposals, 2)
        left.addWidget(label(self.tr("Dossiers prêts"), Level.CAPTION))
        left.addWidget(self._candidates, 3)
        left.addWidget(self._nobody)
        left.addLayout(self._keys("add", *_TITLED))
        right_side = QWidget()
        right = _column(right_side)
        right.addWidget(label(self.tr("Ordre du jour"), Level.CAPTION))
        right.addWidget(self._frozen)
        right.addWidget(self._agenda, 1)
        right.addWidget(self._about)
        right.addWidget(self._totals)
        right.addLayout(self._keys("remove", "up", "down"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.card)
        line.addWidget(self._left, 4)
        line.addWidget(right_side, 7)

    def _keys(self, *names: str) -> FlowLayout:
        keys = FlowLayout(spacing=SPACE.related)
        for name in names:
            keys.addWidget(self._buttons[name])
        return keys

    def _connect(self) -> None:
        answers: dict[str, Callable[[], None]] = {
            "add": self._add_selected,
            "information": self.information_asked.emit,
            "amendment": self.amendment_asked.emit,
            "remove": lambda: self._remove(self._agenda.chosen_keys()),
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
        }
        for name, answer in answers.items():
            self._buttons[name].clicked.connect(lambda _checked=False, do=answer: do())
        for each in (self._proposals, self._candidates):
            each.crossing_asked.connect(self.add_asked)
            each.dropped.connect(self._on_dropped_back)
        self._agenda.crossing_asked.connect(self._remove)
        self._agenda.moving_asked.connect(self._move)
        self._agenda.dropped.connect(self.order_asked)
        self._agenda.currentItemChanged.connect(lambda *_: self._show_about())

    def _add_selected(self) -> None:
        keys = (*self._proposals.selected_keys(), *self._candidates.selected_keys())
        if keys:
            self.add_asked.emit(keys)

    def _remove(self, keys: Sequence[Any]) -> None:
        if keys:
            self.remove_asked.emit(tuple(keys))

    def _on_dropped_back(self, keys: Sequence[Any]) -> None:
        back = tuple(each for each in keys if not isinstance(each, ItemDraft))
        self._remove(back)

    def _move(self, step: int) -> None:
        """Move the points chosen by one place, together."""
        order, moved = list(self._agenda.keys()), set(self._agenda.chosen_keys())
        places = [place for place, each in enumerate(order) if each in moved]
        for place in places if step < 0 else reversed(places):
            target = place + step
            if 0 <= target < len(order) and order[target] not in moved:
                order[place], order[target] = order[target], order[place]
        if moved and tuple(order) != self._agenda.keys():
            self.order_asked.emit(tuple(order))

    def _show_about(self) -> None:
        """Tell the quorum that may be expected for the point the keyboard is on."""
        key = self._agenda.current_key()
        forecast = self._forecasts.get(key) if isinstance(key, UUID) else None
        self._about.setText(forecast.sentence if forecast else "")
        show_if(self._about, shown=forecast is not None)


def _column(whole: QWidget) -> QVBoxLayout:
    lines = QVBoxLayout(whole)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(SPACE.related)
    return lines
