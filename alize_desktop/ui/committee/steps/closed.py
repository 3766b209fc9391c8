"""After the meeting: it is closed, and its minutes may be exported."""

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.ui.committee.big import BigWord
from alize_desktop.ui.committee.choices import outcome_sign
from alize_desktop.ui.committee.facts import hour_text
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.committee.occasion import occasion_of
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.painting import Shape


class ClosedStep(StepPane):
    """Says when the meeting was closed and what it decided.

    Signals:
        minutes_asked: Export the minutes.
    """

    minutes_asked = Signal()

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        """Show hours on the wall clock of ``zone``."""
        super().__init__(parent)
        self._zone = zone
        self._occasion = occasion_of(None)
        self._word = BigWord(56)
        self._hours = label("", Level.HEADING, wraps=True)
        self._outcomes = label("", wraps=True)
        card = frame(Ground.CARD)
        inside = column(card, gap=8, margin=24)
        inside.addWidget(self._word)
        inside.addWidget(self._hours)
        decided = Card(self.tr("Décisions"))
        decided.body.addWidget(self._outcomes)
        whole = column(self, gap=16)
        whole.addWidget(card)
        whole.addWidget(decided)
        whole.addStretch(1)

    @override
    def title(self) -> str:
        return self._occasion.ended[0]

    @override
    def show_state(self, state: CommitteeState) -> None:
        self._occasion = occasion_of(state)
        self._word.show_word(self._occasion.ended[1], Role.GOOD, Shape.CHECK)
        if state.opened_at and state.closed_at:
            text = self._occasion.hours.format(
                opened=hour_text(state.opened_at, self._zone),
                closed=hour_text(state.closed_at, self._zone),
            )
            self._hours.setText(text)
        outcomes = [line.outcome for line in state.agenda if line.outcome]
        parts = [_count(outcome, outcomes.count(outcome)) for outcome in DecisionOutcome]
        self._outcomes.setText(" · ".join(part for part in parts if part))
        self.next_changed.emit()

    @override
    def next_step(self) -> NextStep:
        return NextStep(self.tr("Exporter le procès-verbal"))

    @override
    def note(self) -> str:
        return self.tr("Le procès-verbal reprend tout ce qui est enregistré.")

    @override
    def advance(self) -> None:
        self.minutes_asked.emit()


def _count(outcome: DecisionOutcome, number: int) -> str:
    return f"{outcome_sign(outcome).word} : {number}" if number else ""
