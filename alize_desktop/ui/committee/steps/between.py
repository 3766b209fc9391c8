"""Between two dossiers: what was just decided, and which one comes next."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import ItemStep
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.ui.committee.big import BigWord
from alize_desktop.ui.committee.choices import outcome_sign
from alize_desktop.ui.committee.facts import asked_text
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame, label
from alize_desktop.wording.decisions import decision_sentence
from alize_desktop.wording.names import counted


class BetweenStep(StepPane):
    """Announces the next dossier; the arrows take another one first.

    Signals:
        item_asked: Present a dossier. Arg: the agenda item's id.
        closing_asked: Go to the closing of the meeting.
    """

    item_asked = Signal(object)
    closing_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[AgendaLine, ...] = ()
        self._at = 0
        self._decided = label("", Level.HEADING, wraps=True)
        self._decided.setObjectName("decided_sentence")
        self._outcome = BigWord(40)
        self._last = frame(Ground.CARD)
        self._last.hide()
        last = column(self._last, gap=8, margin=24)
        last.addWidget(self._outcome)
        last.addWidget(self._decided)
        self._caption = label(self.tr("Dossier suivant"), Level.CAPTION)
        self._company = BigWord(40)
        self._company.setObjectName("next_company")
        self._facts = ElidedLabel("", Level.HEADING)
        self._next = frame(Ground.CARD)
        coming = column(self._next, gap=8, margin=24)
        coming.addWidget(self._caption)
        coming.addWidget(self._company)
        coming.addWidget(self._facts)
        keys = row()
        for key, text, step in (
            ("Up", self.tr("Prendre le précédent"), -1),
            ("Down", self.tr("Prendre le suivant"), 1),
        ):
            made = self.button(key, text, partial(self._move, step), Kind.GHOST)
            made.setObjectName(f"between_{key.lower()}")
            keys.addWidget(made)
        keys.addStretch(1)
        coming.addLayout(keys)
        whole = column(self, gap=16)
        whole.addWidget(self._last)
        whole.addWidget(self._next)
        whole.addStretch(1)

    @override
    def title(self) -> str:
        return self.tr("Dossier suivant") if self._waiting else self.tr("Ordre du jour épuisé")

    @override
    def show_state(self, state: CommitteeState) -> None:
        chosen = self._chosen()
        waiting = [line for line in state.agenda if line.step is ItemStep.PENDING]
        self._waiting = tuple(sorted(waiting, key=lambda line: line.position))
        ids = [line.id for line in self._waiting]
        self._at = ids.index(chosen.id) if chosen and chosen.id in ids else 0
        self._show()

    @override
    def next_step(self) -> NextStep:
        chosen = self._chosen()
        if chosen is None:
            return NextStep(self.tr("Passer à la levée de la séance"))
        return NextStep(self.tr("Présenter {company}").format(company=short(chosen.company)))

    @override
    def note(self) -> str:
        if not self._waiting:
            return self.tr("Tous les dossiers ont été examinés.")
        left = counted(len(self._waiting), self.tr("dossier"))
        return self.tr("{left} à examiner.").format(left=left)

    @override
    def advance(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            self.closing_asked.emit()
        else:
            self.item_asked.emit(chosen.id)

    @override
    def item_shown(self) -> UUID | None:
        chosen = self._chosen()
        return chosen.id if chosen else None

    def show_decision(self, decision: Decision, company: str) -> None:
        """Show what was just decided."""
        sign = outcome_sign(decision.draft.outcome)
        text = self.tr("{company} : {outcome}").format(company=company, outcome=sign.word.lower())
        self._outcome.show_word(text, sign.role, sign.shape)
        sentence = decision_sentence(decision.draft, decision.partner)
        words = self.tr("Décision {number}. {sentence}")
        self._decided.setText(words.format(number=decision.number, sentence=sentence))
        self._last.show()

    def take(self, item_id: UUID) -> None:
        """Choose a dossier that waits, as a click on the agenda does."""
        for place, line in enumerate(self._waiting):
            if line.id == item_id:
                self._at = place
                self._show()

    def _chosen(self) -> AgendaLine | None:
        return self._waiting[self._at] if self._at < len(self._waiting) else None

    def _move(self, step: int) -> None:
        if 0 <= self._at + step < len(self._waiting):
            self._at += step
            self._show()

    def _show(self) -> None:
        chosen = self._chosen()
        self._next.setVisible(chosen is not None)
        if chosen is not None:
            self._company.show_word(chosen.company)
            parts = (chosen.number, chosen.town, asked_text(chosen.requested_amount, chosen.days))
            self._facts.setText(" · ".join(part for part in parts if part))
        self.next_changed.emit()


def short(name: str) -> str:
    """Return a company's name cut so that a button stays readable."""
    return name if len(name) <= 32 else f"{name[:31].rstrip()}…"
