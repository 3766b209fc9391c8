"""The result: its sentence, its counts, who voted what, and the casting vote if asked."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from alize_desktop.models.enums import BallotForm, BallotOutcome, VoteChoice
from alize_desktop.models.records.ballots import BallotResult
from alize_desktop.models.records.committee import BallotState, CommitteeState, CurrentItem
from alize_desktop.models.records.people import Member
from alize_desktop.ui.committee.ballot_foot import Count
from alize_desktop.ui.committee.big import BigWord
from alize_desktop.ui.committee.choices import vote_sign
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.named_list import NamedList
from alize_desktop.ui.committee.people import full_name
from alize_desktop.ui.committee.result_notes import ResultNotes
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.results import result_sentence

_USUAL, _LARGE = 76, 128
"""Height of type of the outcome, in pixels at a text size of 100 %."""

_ROOMY = 620
"""Height from which there is room for the large type, at a text size of 100 %."""

_OUTCOMES = {
    BallotOutcome.ADOPTED: (Role.GOOD, Shape.UP),
    BallotOutcome.REJECTED: (Role.BAD, Shape.DOWN),
    BallotOutcome.TIE: (Role.WAITING, Shape.DISC),
    BallotOutcome.NO_DECISION: (Role.WAITING, Shape.RING),
}


class ResultStep(StepPane):
    """Shows the result; before proclamation the operator may still look at it alone.

    Going back gives the ballot back while nothing is proclaimed; afterwards a result
    is corrected with a reason, and a rejected proposal may be followed by another.

    Signals:
        proclamation_asked: Args: agenda item's id, casting ``VoteChoice`` or None.
        decision_asked: Go on to the decision.
        correction_asked: Correct a proclaimed result.
        counter_proposal_asked: Put another proposal to the vote.
        recusals_asked: Somebody steps aside after the proclamation.
        holding_again_asked: Put the same question again. Arg: agenda item's id.
    """

    proclamation_asked = Signal(object, object)
    decision_asked = Signal()
    correction_asked = Signal()
    counter_proposal_asked = Signal()
    recusals_asked = Signal()
    holding_again_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: CurrentItem | None = None
        self._presiding: Member | None = None
        self._casting: VoteChoice | None = None
        self._outcome = BigWord(_USUAL)
        self._outcome.setObjectName("outcome_word")
        self._sentence = label("", Level.HEADING, wraps=True)
        self._sentence.setObjectName("result_sentence")
        self._proclaimed = Pill()
        self._counts = {choice: self._count(choice) for choice in VoteChoice}
        self._names = NamedList()
        self._notes = ResultNotes()
        self._asking = self._make_casting()
        card = frame(Ground.CARD)
        inside = column(card, gap=6, margin=20)
        inside.addWidget(self._outcome)
        inside.addWidget(self._sentence)
        figures = row(gap=28)
        for count in self._counts.values():
            figures.addWidget(count)
        figures.addStretch(1)
        figures.addWidget(self._proclaimed)
        inside.addLayout(figures)
        content = QWidget()
        whole = column(content, gap=16)
        whole.addWidget(card)
        whole.addWidget(self._asking)
        whole.addWidget(self._notes)
        whole.addWidget(self._names)
        whole.addStretch(1)
        outer = column(self, gap=8)
        outer.addWidget(scrolled(content), 1)
        outer.addLayout(self._make_keys())  # never out of sight, however long the names

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_roomy = self.height() >= scaled(_ROOMY)
        self._outcome.set_size(_LARGE if is_roomy else _USUAL)
        self._names.set_roomy(is_roomy=is_roomy)

    @override
    def title(self) -> str:
        return self._item.sheet.company.name if self._item else ""

    @override
    def show_state(self, state: CommitteeState) -> None:
        item = state.current
        if item is None or item.ballot is None:
            return
        if self._item is None or self._item.line.id != item.line.id:
            self._casting = None
        self._item, self._presiding = item, state.presiding
        self._show()

    @override
    def next_step(self) -> NextStep:
        ballot = self._ballot()
        if ballot is None or ballot.proclaimed_at is not None:
            return NextStep(self.tr("Passer à la décision"))
        if self._is_asking():
            text = self.tr("Proclamer : la voix prépondérante est attendue")
            return NextStep(text, is_ready=False)
        return NextStep(self.tr("Proclamer le résultat"))

    @override
    def note(self) -> str:
        ballot = self._ballot()
        if ballot is None or ballot.proclaimed_at is not None:
            return self.tr("Le résultat est proclamé.")
        return self.tr("Le résultat n’est pas encore proclamé. Retour arrière rouvre le vote.")

    @override
    def advance(self) -> None:
        ballot = self._ballot()
        if ballot is None or self._item is None:
            return
        if ballot.proclaimed_at is not None:
            self.decision_asked.emit()
        else:
            self.proclamation_asked.emit(self._item.line.id, self._casting)

    def _ballot(self) -> BallotState | None:
        return self._item.ballot if self._item else None

    def _is_open(self) -> bool:
        ballot = self._ballot()
        return bool(ballot and ballot.result.casting_vote_open and ballot.proclaimed_at is None)

    def _is_asking(self) -> bool:
        return self._is_open() and self._casting is None

    def _is_proclaimed(self) -> bool:
        ballot = self._ballot()
        return bool(ballot and ballot.proclaimed_at is not None)

    def _is_rejected(self) -> bool:
        ballot = self._ballot()
        is_rejected = bool(ballot and ballot.result.outcome is BallotOutcome.REJECTED)
        return is_rejected and self._is_proclaimed()

    def _make_keys(self) -> FlowLayout:
        line = FlowLayout(spacing=scaled(SPACE.related))
        self._correct = self.button("X", self.tr("Corriger"), self.correction_asked.emit)
        self._correct.setObjectName("result_correct")
        self._counter = self.button(
            "W", self.tr("Contre-proposition"), self.counter_proposal_asked.emit
        )
        self._counter.setObjectName("result_counter_proposal")
        self._recuse = self.button("D", self.tr("Déport tardif"), self.recusals_asked.emit)
        self._recuse.setObjectName("result_recusal")
        self._again = self.button("R", self.tr("Voter de nouveau"), self._hold_again)
        self._again.setObjectName("result_again")
        for each in (self._correct, self._again, self._counter, self._recuse):
            line.addWidget(each)
        return line

    def _hold_again(self) -> None:
        if self._item is not None:
            self.holding_again_asked.emit(self._item.line.id)

    def _make_casting(self) -> QFrame:
        card = frame(Ground.CARD)
        lines = column(card, gap=12, margin=20)
        self._question = label("", Level.HEADING, wraps=True)
        self._question.setObjectName("casting_question")
        lines.addWidget(self._question)
        keys = row()
        specs = (
            ("P", self.tr("Pour"), VoteChoice.FOR, "casting_for"),
            ("C", self.tr("Contre"), VoteChoice.AGAINST, "casting_against"),
            ("A", self.tr("Ne tranche pas"), VoteChoice.ABSTENTION, "casting_declined"),
        )
        self._castings: dict[VoteChoice, ActionButton] = {}
        for key, text, choice, name in specs:
            made = self.button(key, text, partial(self._cast, choice))
            made.setObjectName(name)
            made.setCheckable(True)
            keys.addWidget(made)
            self._castings[choice] = made
        keys.addStretch(1)
        lines.addLayout(keys)
        return card

    def _cast(self, choice: VoteChoice) -> None:
        if self._is_open():
            self._casting = choice
            self._show()

    def _show(self) -> None:
        ballot = self._ballot()
        if ballot is None or self._item is None:
            return
        result, told = ballot.result, ballot.sentence
        if self._is_open() and self._casting is not None:
            result = _with_casting(result, self._casting)
            told = result_sentence(result, is_secret=ballot.form is BallotForm.SECRET)
        self._outcome.show_word(word(result.outcome), *_OUTCOMES[result.outcome])
        self._sentence.setText(told or result_sentence(result))
        counts = result.counts
        voices = (
            counts.votes_for,
            counts.votes_against,
            counts.abstentions,
            counts.not_participating,
        )
        for count, each in zip(self._counts.values(), voices, strict=True):
            count.show_count(each)
        self._counts[VoteChoice.NOT_PARTICIPATING].setVisible(bool(counts.not_participating))
        if ballot.proclaimed_at is None:
            self._proclaimed.set_state(self.tr("à proclamer"), Role.WAITING, Shape.RING)
        else:
            self._proclaimed.set_state(self.tr("proclamé"), Role.GOOD, Shape.CHECK)
        self._show_casting()
        self._notes.show_item(self._item)
        self._names.show_tiles(self._item.tiles)
        self._correct.setVisible(self._is_proclaimed() and ballot.form is not BallotForm.CONSENSUS)
        self._counter.setVisible(self._is_rejected())
        self._again.setVisible(bool(ballot.reexamination))
        self._recuse.setVisible(self._is_proclaimed())
        self.next_changed.emit()

    def _show_casting(self) -> None:
        self._asking.setVisible(self._is_open())
        name = full_name(self._presiding) if self._presiding else ""
        text = self.tr("Partage des voix : comment tranche {name} ?")
        if self._casting is VoteChoice.ABSTENTION:
            text = self.tr("Partage des voix : {name} ne tranche pas.")
        elif self._casting is not None:
            text = self.tr("Voix prépondérante de {name} : {choice}.")
        choice = vote_sign(self._casting).word.lower() if self._casting else ""
        self._question.setText(text.format(name=name, choice=choice))
        for choice, button in self._castings.items():
            button.setChecked(self._casting is choice)

    def _count(self, choice: VoteChoice) -> Count:
        sign = vote_sign(choice)
        return Count(sign.word.lower(), sign.role)


def _with_casting(result: BallotResult, casting: VoteChoice) -> BallotResult:
    """Return a tie as it will be proclaimed; declined, it is a tie that waits no more."""
    result = replace(result, casting_vote_open=False)
    if casting is VoteChoice.ABSTENTION:
        return result
    is_for = casting is VoteChoice.FOR
    outcome = BallotOutcome.ADOPTED if is_for else BallotOutcome.REJECTED
    return replace(result, outcome=outcome, by_casting_vote=True)
