"""The agenda on the left: where the meeting is, and what became of each dossier."""

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.ui.committee.choices import Sign, outcome_sign, step_sign
from alize_desktop.ui.committee.facts import asked_text, hour_text
from alize_desktop.ui.committee.layouts import clear, column
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.stop import Stop, StopButton
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import (
    Shape,
)
from alize_desktop.ui.widgets.scroll import scrolled

_EMPTY = Sign("", "", Shape.NONE, Role.NEUTRAL)


class AgendaRail(QWidget):
    """Opening, each dossier, closing.

    Signals:
        item_chosen: A dossier was clicked. Arg: agenda item's id.
    """

    item_chosen = Signal(object)

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        """Show hours on the wall clock of ``zone``."""
        super().__init__(parent)
        self._zone = zone
        self._stops: tuple[Stop, ...] = ()
        content = QWidget()
        self._lines = column(content, gap=4, margin=10)
        whole = column(self)
        whole.addWidget(scrolled(content))

    def stops(self) -> tuple[Stop, ...]:
        """Return the lines shown."""
        return self._stops

    def show_state(self, state: CommitteeState, step: Step) -> None:
        """Show where the meeting is."""
        stops = (
            self._opening(state, step),
            *(self._dossier(state, line, step) for line in state.agenda),
            self._closing(state, step),
        )
        if stops == self._stops:
            return
        self._stops = stops
        clear(self._lines)
        for stop in stops:
            button = StopButton(stop)
            if stop.item_id:
                button.clicked.connect(lambda _=False, at=stop.item_id: self.item_chosen.emit(at))
            self._lines.addWidget(button)
        self._lines.addStretch(1)

    def _opening(self, state: CommitteeState, step: Step) -> Stop:
        sign, detail = _EMPTY, self.tr("à ouvrir")
        if state.quorum_at is not None:
            sign = Sign("", self.tr("fait"), Shape.CHECK, Role.GOOD)
            detail = self.tr("{hour} · quorum, {counted} pour {required}").format(
                hour=hour_text(state.quorum_at, self._zone),
                counted=state.quorum.counted,
                required=state.quorum.required,
            )
        elif state.opened_at is not None:
            sign = Sign("", self.tr("en cours"), Shape.DISC, Role.PRIMARY)
            detail = self.tr("ouverte à {hour}").format(hour=hour_text(state.opened_at, self._zone))
        here = step in (Step.OPENING, Step.ROLL_CALL, Step.QUORUM)
        return Stop("stop_opening", self.tr("Ouverture et appel"), detail, sign, is_current=here)

    def _dossier(self, state: CommitteeState, line: AgendaLine, step: Step) -> Stop:
        sign = outcome_sign(line.outcome) if line.outcome else step_sign(line.step)
        detail = asked_text(line.requested_amount, line.days)
        if line.outcome:
            detail = sign.word.lower()
        current = state.current is not None and state.current.line.id == line.id
        recused = self.tr("Déports : {names}").format(names=", ".join(line.recused))
        return Stop(
            name=f"stop_{line.position}",
            title=line.company,
            detail=detail,
            sign=sign,
            badge=f"D{len(line.recused)}" if line.recused else "",
            recused=recused if line.recused else "",
            is_current=current and step not in (Step.ROLL_CALL, Step.CLOSING),
            item_id=line.id,
        )

    def _closing(self, state: CommitteeState, step: Step) -> Stop:
        closed = state.row.state is MeetingState.CLOSED
        sign = Sign("", self.tr("levée"), Shape.CHECK, Role.GOOD) if closed else _EMPTY
        detail = ""
        if state.closed_at is not None:
            detail = hour_text(state.closed_at, self._zone)
        here = step in (Step.CLOSING, Step.CLOSED)
        return Stop(
            "stop_closing",
            self.tr("Levée de la séance"),
            detail or self.tr("quand tout est décidé"),
            sign,
            is_current=here,
        )
