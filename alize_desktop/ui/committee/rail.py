"""The agenda on the left: where the meeting is, and what became of each dossier."""

from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.enums import ItemConclusion, ItemKind, MeetingState
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.ui.committee.choices import Sign, outcome_sign, step_sign
from alize_desktop.ui.committee.facts import hour_text, settled_text
from alize_desktop.ui.committee.layouts import clear, column
from alize_desktop.ui.committee.occasion import occasion_of
from alize_desktop.ui.committee.plan import Step
from alize_desktop.ui.committee.stop import Stop, StopButton
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.labels import label as word

_CONCLUSIONS = {
    ItemConclusion.ADOPTED: ("A", Shape.CHECK, Role.GOOD),
    ItemConclusion.REJECTED: ("R", Shape.DOWN, Role.BAD),
    ItemConclusion.NOTED: ("", Shape.CHECK, Role.GOOD),
    ItemConclusion.POSTPONED: ("J", Shape.DISC, Role.WAITING),
}

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
        self._known: object = None
        content = QWidget()
        self._lines = column(content, gap=4, margin=10)
        whole = column(self)
        whole.addWidget(scrolled(content))

    def stops(self) -> tuple[Stop, ...]:
        """Return the lines shown."""
        return self._stops

    def show_state(self, state: CommitteeState, step: Step) -> None:
        """Show where the meeting is."""
        under_way = state.current and (state.current.line, state.current.quorum)
        known = (replace(state, current=None), under_way, step)
        if known == self._known:
            return
        self._known = known
        stops = (
            self._opening(state, step),
            *(self._point(state, line, step) for line in _in_order(state)),
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
            words = self.tr("quorum constaté à {hour}")  # those counted come and go since
            detail = words.format(hour=hour_text(state.quorum_at, self._zone))
        elif state.opened_at is not None:
            sign = Sign("", self.tr("en cours"), Shape.DISC, Role.PRIMARY)
            detail = self.tr("ouverte à {hour}").format(hour=hour_text(state.opened_at, self._zone))
        here = step in (Step.OPENING, Step.ROLL_CALL, Step.QUORUM)
        return Stop("stop_opening", occasion_of(state).first, detail, sign, is_current=here)

    def _point(self, state: CommitteeState, line: AgendaLine, step: Step) -> Stop:
        sign, detail = _sign(line), self._detail(state, line)
        under_way = state.current.line if state.current else state.standing
        is_current = under_way is not None and under_way.id == line.id
        recused = self.tr("Déports : {names}").format(names=", ".join(line.recused))
        return Stop(
            name=f"stop_{line.position}",
            title=line.company,
            detail=detail,
            sign=sign,
            order=str(line.position),
            badge=f"D{len(line.recused)}" if line.recused else "",
            recused=recused if line.recused else "",
            warning=self._warning(state, line, is_current=is_current),
            is_current=is_current and step not in (Step.ROLL_CALL, Step.CLOSING),
            item_id=line.id,
        )

    def _detail(self, state: CommitteeState, line: AgendaLine) -> str:
        """Return what is asked; once decided, what became of it and what was granted."""
        if line.kind is not ItemKind.DOSSIER:
            return word(line.conclusion) if line.conclusion else word(line.kind)
        settled = settled_text(line, dict(state.decisions))
        if not line.outcome:
            return settled
        outcome = outcome_sign(line.outcome).word.lower()
        return self.tr("{settled} · {outcome}").format(settled=settled, outcome=outcome)

    def _warning(self, state: CommitteeState, line: AgendaLine, *, is_current: bool) -> str:
        """Return the sentence of a quorum that a dossier to come does not reach."""
        if line.is_done or state.quorum_at is None or line.kind is not ItemKind.DOSSIER:
            return ""
        quorum = state.current.quorum if is_current and state.current else state.quorum
        return "" if quorum.is_reached else quorum.sentence

    def _closing(self, state: CommitteeState, step: Step) -> Stop:
        closed = state.row.state is MeetingState.CLOSED
        occasion = occasion_of(state)
        sign = Sign("", occasion.mark, Shape.CHECK, Role.GOOD) if closed else _EMPTY
        detail = ""
        if state.closed_at is not None:
            detail = hour_text(state.closed_at, self._zone)
        here = step in (Step.CLOSING, Step.CLOSED)
        return Stop(
            "stop_closing",
            occasion.closing,
            detail or self.tr("quand tout est décidé"),
            sign,
            is_current=here,
        )


def _in_order(state: CommitteeState) -> list[AgendaLine]:
    return sorted(state.agenda, key=lambda line: (line.turn or line.position, line.position))


def _sign(line: AgendaLine) -> Sign:
    if line.outcome:
        return outcome_sign(line.outcome)
    if line.conclusion:
        letter, shape, role = _CONCLUSIONS[line.conclusion]
        return Sign(letter, word(line.conclusion), shape, role)
    return step_sign(line.step)
