"""Between two dossiers: what was just decided, and which one comes next."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from alize_desktop.models.enums import ItemKind, LateItemRule
from alize_desktop.models.records.committee import CommitteeState
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.meetings import AgendaLine, AgendaProposal, ItemDraft
from alize_desktop.ui.committee.big import BigWord
from alize_desktop.ui.committee.choices import outcome_sign
from alize_desktop.ui.committee.facts import asked_text
from alize_desktop.ui.committee.late_item import LateItem
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.occasion import occasion_of
from alize_desktop.ui.committee.plan import waiting_points
from alize_desktop.ui.committee.steps.abandoning import Abandoning
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.decisions import decision_sentence
from alize_desktop.wording.labels import label as kind_label
from alize_desktop.wording.names import counted


class BetweenStep(StepPane):
    """Announces the next point; the arrows take another one first.

    Signals:
        item_asked: Begin a point. Arg: the agenda item's id.
        closing_asked: Go to the closing of the meeting.
        roll_asked: Take the roll again.
        last_turn_asked: Take a point at the end. Arg: the agenda item's id.
        proposals_asked: Which points may be added is wanted.
        late_item_asked: Add a point. Arg: the ``ItemDraft``.
        adjournment_asked: Close the meeting for want of a quorum.
    """

    item_asked = Signal(object)
    closing_asked = Signal()
    roll_asked = Signal()
    last_turn_asked = Signal(object)
    proposals_asked = Signal()
    late_item_asked = Signal(object)
    adjournment_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[AgendaLine, ...] = ()
        self._to_closing = occasion_of(None).to_closing
        self._at = 0
        self._decided = label("", Level.HEADING, wraps=True)
        self._decided.setObjectName("decided_sentence")
        self._outcome = BigWord(40)
        self._last = frame(Ground.CARD)
        self._last.hide()
        last = column(self._last, gap=8, margin=24)
        last.addWidget(self._outcome)
        last.addWidget(self._decided)
        self._lost = label("", Level.HEADING, wraps=True, role=Role.BAD)
        self._lost.setObjectName("quorum_lost")
        self._rules = LateItemRule.UNANIMOUS
        self._caption = label("", Level.CAPTION)
        self._company = BigWord(40)
        self._company.setObjectName("next_company")
        self._facts = ElidedLabel("", Level.HEADING)
        self._next = frame(Ground.CARD)
        coming = column(self._next, gap=8, margin=24)
        coming.addWidget(self._caption)
        coming.addWidget(self._company)
        coming.addWidget(self._facts)
        coming.addLayout(self._make_keys())
        self._late = LateItem()
        self._late.added.connect(self._on_added)
        self._late.cancelled.connect(self.leave)
        shown = QWidget()
        lines = column(shown, gap=16)
        for each in (self._last, self._lost, self._next):
            lines.addWidget(each)
        lines.addLayout(self._make_more())
        lines.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(shown))
        self._stack.addWidget(self._late)
        whole = column(self)
        whole.addWidget(self._stack, 1)

    @override
    def title(self) -> str:
        if not self._waiting:
            return self.tr("Ordre du jour épuisé")
        chosen = self._chosen()
        is_dossier = chosen is None or chosen.kind is ItemKind.DOSSIER
        return self.tr("Dossier suivant") if is_dossier else self.tr("Point suivant")

    @override
    def show_state(self, state: CommitteeState) -> None:
        before = [line.id for line in self._waiting]
        self._waiting = waiting_points(state)
        self._to_closing = occasion_of(state).to_closing
        self._rules = state.rules.late_items
        self._show_quorum(state)
        if [line.id for line in self._waiting] != before:
            self._at = 0  # what was chosen before is done, or another point comes first
        self._show()

    @override
    def next_step(self) -> NextStep:
        chosen = self._chosen()
        if self._stack.currentIndex():
            text = self.tr("Nouveau point : choisir, puis répondre")
            return NextStep(text, is_ready=False)
        if chosen is None:
            return NextStep(self._to_closing)
        if chosen.kind is ItemKind.DOSSIER:
            text = self.tr("Présenter {company}")
        else:
            text = self.tr("Passer à : {company}")
        return NextStep(text.format(company=short(chosen.company)))

    @override
    def note(self) -> str:
        if not self._waiting:
            return self.tr("Tous les points ont été examinés.")
        is_dossier = all(line.kind is ItemKind.DOSSIER for line in self._waiting)
        word = self.tr("dossier") if is_dossier else self.tr("point")
        left = counted(len(self._waiting), word)
        return self.tr("{left} à examiner.").format(left=left)

    @override
    def advance(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            self.closing_asked.emit()
        else:
            self.item_asked.emit(chosen.id)

    @override
    def leave(self) -> bool:
        if self._stack.currentIndex() == 0:
            return False
        self._stack.setCurrentIndex(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.next_changed.emit()
        return True

    def show_proposals(self, proposals: Sequence[AgendaProposal]) -> None:
        """Ask which point is added, among those proposed."""
        self._stack.setCurrentWidget(self._late)
        self._late.ask(self._rules, proposals)
        self.next_changed.emit()

    @override
    def item_shown(self) -> UUID | None:
        chosen = self._chosen()
        return chosen.id if chosen else None

    def show_decision(self, decision: Decision, company: str) -> None:
        """Show what was just decided."""
        sign = outcome_sign(decision.draft.outcome)
        text = self.tr("{company} : {outcome}").format(company=company, outcome=sign.word.lower())
        self._outcome.show_word(text, sign.role, sign.shape)
        sentence = decision_sentence(
            decision.draft, decision.partner, included=decision.deferral_included
        )
        words = self.tr("Décision {number}. {sentence}")
        self._decided.setText(words.format(number=decision.number, sentence=sentence))
        self._last.show()

    def take(self, item_id: UUID) -> None:
        """Choose a dossier that waits, as a click on the agenda does."""
        for place, line in enumerate(self._waiting):
            if line.id == item_id:
                self._at = place
                self._show()

    def _make_keys(self) -> QHBoxLayout:
        keys = row()
        for key, text, step in (
            ("Up", self.tr("Prendre le précédent"), -1),
            ("Down", self.tr("Prendre le suivant"), 1),
        ):
            made = self.button(key, text, partial(self._move, step), Kind.GHOST)
            made.setObjectName(f"between_{key.lower()}")
            keys.addWidget(made)
        keys.addStretch(1)
        return keys

    def _make_more(self) -> FlowLayout:
        keys = FlowLayout(spacing=scaled(SPACE.related))
        self._end = self.button("E", self.tr("Déplacer à la fin"), self._move_to_end)
        self._end.setObjectName("move_to_end")
        late = self.button("N", self.tr("Nouveau point"), self.proposals_asked.emit)
        late.setObjectName("late_item_key")
        roll = self.button("A", self.tr("Reprendre l’appel"), self.roll_asked.emit)
        roll.setObjectName("roll_again")
        self._adjourning = Abandoning(
            self,
            self.adjournment_asked.emit,
            text=self.tr("Lever la séance faute de quorum"),
            name="adjourn",
        )
        for each in (self._end, late, roll, self._adjourning.button):
            keys.addWidget(each)
        return keys

    def _show_quorum(self, state: CommitteeState) -> None:
        is_lost = state.quorum_at is not None and not state.quorum.is_reached
        text = self.tr("Le quorum n’est plus atteint : {sentence}")
        self._lost.setText(text.format(sentence=state.quorum.sentence) if is_lost else "")
        self._lost.setVisible(is_lost)
        self._adjourning.reset()
        self._adjourning.button.setVisible(is_lost)

    def _move_to_end(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.last_turn_asked.emit(chosen.id)

    def _on_added(self, draft: ItemDraft) -> None:
        self.leave()
        self.late_item_asked.emit(draft)

    def _chosen(self) -> AgendaLine | None:
        return self._waiting[self._at] if self._at < len(self._waiting) else None

    def _move(self, step: int) -> None:
        if 0 <= self._at + step < len(self._waiting):
            self._at += step
            self._show()

    def _show(self) -> None:
        chosen = self._chosen()
        self._next.setVisible(chosen is not None)
        self._end.setVisible(len(self._waiting) > 1)
        if chosen is not None:
            self._company.show_word(chosen.company)
            asked = asked_text(chosen.requested_amount, chosen.days)
            late = self.tr("ajouté en séance") if chosen.is_late else ""
            parts = [chosen.number, chosen.town, asked, late]
            if chosen.kind is not ItemKind.DOSSIER:
                parts = [kind_label(chosen.kind), late]
            self._caption.setText(self.tr("Point {position}").format(position=chosen.position))
            self._facts.setText(" · ".join(part for part in parts if part))
        self.next_changed.emit()


def short(name: str) -> str:
    """Return a company's name cut so that a button stays readable."""
    return name if len(name) <= 32 else f"{name[:31].rstrip()}…"
