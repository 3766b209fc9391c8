"""The decision: what was asked, what is proposed, what is decided, and what it costs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import BallotOutcome, DecisionOutcome
from alize_desktop.models.records.committee import CommitteeState, CurrentItem
from alize_desktop.models.records.decisions import Consequences, DecisionDraft
from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.models.records.people import Partner
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.decisions import APPROVALS, allowed_outcomes, approval_kind
from alize_desktop.ui.committee.adopted_motion import AdoptedMotion
from alize_desktop.ui.committee.decision_refusals import in_few_words, refusal_of
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.package_pane import PackagePane
from alize_desktop.ui.committee.steps.base import NextStep, StepPane
from alize_desktop.ui.committee.subjects import Subject, subject_of
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.decisions import conditions_sentence, decision_sentence
from alize_desktop.wording.errors import message_of

_KEYS: Final = {
    DecisionOutcome.APPROVED: "A",
    DecisionOutcome.DEFERRED: "J",
    DecisionOutcome.REJECTED: "R",
    DecisionOutcome.WITHDRAWN: "T",
}

_WITH_WORDS: Final = (DecisionOutcome.DEFERRED, DecisionOutcome.REJECTED)


class DecisionStep(StepPane):
    """Writes the decision with the committee.

    An approval becomes « sous conditions » with the first condition, and
    « pour un montant réduit » below what was asked: nobody has to remember. What is
    typed stays until it is recorded, or until the ballot of the dossier says otherwise.

    Signals:
        draft_changed: At each keystroke. Args: agenda item's id, ``DecisionDraft``.
        recording_asked: Args: agenda item's id, ``DecisionDraft``.
    """

    draft_changed = Signal(object, object)
    recording_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Décision"))
        self._item: CurrentItem | None = None
        self._day = date.min
        self._proposal = DecisionDraft(DecisionOutcome.DEFERRED)
        self._outcome = DecisionOutcome.DEFERRED
        self._refusal: UserError | None = None
        self._inside = True
        self._waiting = False
        self._is_typed = False
        self._begun: tuple[Subject | None, DecisionDraft] = (None, self._proposal)
        self._kept: dict[Subject | None, DecisionDraft] = {}
        self._buttons: dict[DecisionOutcome, ActionButton] = {}
        self._motion = AdoptedMotion()
        self._package = PackagePane()
        content = QWidget()
        inside = column(content, gap=12)
        inside.addLayout(self._outcomes())
        inside.addWidget(self._motion)
        inside.addWidget(self._package)
        inside.addStretch(1)
        self._area = scrolled(content)
        whole = column(self)
        whole.addWidget(self._area, 1)
        self.foot = self._make_foot()
        self._package.changed.connect(self._on_typed)
        self._package.finished.connect(partial(self.setFocus, Qt.FocusReason.OtherFocusReason))
        self._bind_fields()

    @override
    def title(self) -> str:
        return self._item.sheet.company.name if self._item else ""

    @override
    def show_state(self, state: CommitteeState) -> None:
        self._item = state.current
        self._day = state.row.draft.held_on
        self._package.show_days_left(state.days_by_partner)
        self._waiting = False
        self._motion.show_item(state.current)
        for outcome, button in self._buttons.items():
            button.setVisible(outcome in allowed_outcomes(self._ballot_outcome()))
        self._on_changed()

    def show_proposal(
        self,
        proposal: DecisionDraft,
        partners: Sequence[Partner],
        categories: Sequence[SkillCategory] = (),
    ) -> None:
        """Begin with a proposal, or go on with what was typed. Called on entering."""
        subject = self._subject()
        if self._item is None or (self._is_unlike_proposal() and self._begun[0] == subject):
            return
        self._keep()
        self._proposal = proposal
        self._package.show_proposal(self._item.sheet, proposal, partners, self._day, categories)
        first = proposal.outcome
        self._choose(DecisionOutcome.APPROVED if first in APPROVALS else first)
        self._begun, self._is_typed = (subject, self.draft()), False
        kept = self._kept.pop(subject, None)
        if kept is not None:
            self._package.write_again(kept)
            self._choose(kept.outcome)

    def holds_draft(self, state: CommitteeState) -> bool:
        """Return whether a decision is typed on a dossier that still waits for one."""
        current = state.current
        waiting: set[Subject | None] = {
            (line.id, None) for line in state.agenda if line.outcome is None
        }
        if current is not None:
            waiting = (waiting - {(current.line.id, None)}) | {subject_of(current)}
        typed = {self._begun[0]} if self._is_unlike_proposal() else set()
        return bool((typed | self._kept.keys()) & waiting)

    def show_consequences(self, answer: Consequences | UserError) -> None:
        """Show what the draft would do, or why its terms are refused."""
        self._refusal = answer if isinstance(answer, UserError) else answer.over_envelope
        self._inside = isinstance(answer, UserError) or answer.deferral_included
        self._package.show_consequences(answer)
        self._show_sentence()
        self.next_changed.emit()

    def draft(self) -> DecisionDraft:
        """Return the decision as it is typed at this instant."""
        if self._outcome is not DecisionOutcome.APPROVED:
            return self._package.without_terms(self._outcome)
        draft = self._package.values(self._proposal)
        return replace(draft, outcome=approval_kind(draft, self._requested()))

    @override
    def next_step(self) -> NextStep:
        words = {
            DecisionOutcome.APPROVED: self.tr("Enregistrer l’agrément"),
            DecisionOutcome.DEFERRED: self.tr("Enregistrer l’ajournement"),
            DecisionOutcome.REJECTED: self.tr("Enregistrer le refus"),
            DecisionOutcome.WITHDRAWN: self.tr("Enregistrer le retrait"),
        }
        text = words[self._outcome]
        why = self._obstacle()
        if why:
            return NextStep(self.tr("{what} : {why}").format(what=text, why=why), is_ready=False)
        if self._motion.awaits(self.draft()):
            return NextStep(self.tr("Conditions conformes à la proposition adoptée ?"))
        return NextStep(text)

    @override
    def advance(self) -> None:
        if self._item is None or self._waiting or not self._package.commit():
            return
        if self._motion.awaits(self.draft()):
            self._motion.confirm(self.draft())
            self.next_changed.emit()
        else:
            self._waiting = True
            self.recording_asked.emit(self._item.line.id, self.draft())

    @override
    def take_keyboard(self) -> None:
        super().take_keyboard()
        if self._outcome is DecisionOutcome.DEFERRED:
            self._package.write_grounds()

    def _outcomes(self) -> QHBoxLayout:
        texts = {
            DecisionOutcome.APPROVED: self.tr("Agréer"),
            DecisionOutcome.DEFERRED: self.tr("Ajourner"),
            DecisionOutcome.REJECTED: self.tr("Refuser"),
            DecisionOutcome.WITHDRAWN: self.tr("Retirer"),
        }
        line = row()
        for outcome, key in _KEYS.items():
            made = self.button(key, texts[outcome], partial(self._take, outcome))
            made.setCheckable(True)
            made.setObjectName(f"outcome_{outcome.value}")
            self._buttons[outcome] = made
            line.addWidget(made)
        line.addStretch(1)
        return line

    def _make_foot(self) -> QWidget:
        whole = QWidget()
        lines = column(whole, gap=2)
        self._sentence = label("", wraps=True)
        self._sentence.setObjectName("decision_sentence")
        self._why = label("", Level.SMALL, wraps=True, role=Role.BAD)
        self._why.setObjectName("decision_obstacle")
        lines.addStretch(1)
        lines.addWidget(self._sentence)
        lines.addWidget(self._why)
        lines.addStretch(1)
        return whole

    def _bind_fields(self) -> None:
        focus = self._package.focus_on
        self.bind("M", self.tr("Montant de l’avance"), lambda: focus("amount"))
        self.bind("D", self.tr("Jours de compétences"), lambda: focus("days"))
        self.bind("I", self.tr("Ajouter une condition"), self._add_condition)
        self.bind("G", self.tr("Motif ou observation"), self._package.write_grounds)

    def _is_unlike_proposal(self) -> bool:
        """Return whether something is typed that differs from what was proposed."""
        return self._is_typed and (self.draft() != self._begun[1] or bool(self._package.problem()))

    def _keep(self) -> None:
        """Keep what is typed on a dossier left before its ballot: it may come back."""
        if self._is_unlike_proposal():
            self._kept[self._begun[0]] = self.draft()

    def _ballot_outcome(self) -> BallotOutcome | None:
        return subject_of(self._item)[1] if self._item else None

    def _subject(self) -> Subject | None:
        return subject_of(self._item) if self._item else None

    def _requested(self) -> Money:
        return self._item.sheet.request.amount if self._item else ZERO

    def _take(self, outcome: DecisionOutcome) -> None:
        """Choose an outcome; one that needs words takes the keyboard to them."""
        self._choose(outcome)
        if self._outcome in _WITH_WORDS:
            self._package.write_grounds()

    def _choose(self, outcome: DecisionOutcome) -> None:
        if outcome not in allowed_outcomes(self._ballot_outcome()):
            return
        self._outcome = outcome
        self._is_typed = True
        for each, button in self._buttons.items():
            button.setChecked(each is outcome)
        self._package.show_for(outcome)
        self._on_changed()

    def _on_typed(self) -> None:
        self._is_typed = True
        self._on_changed()
        self._show_keyboard()

    def _add_condition(self) -> None:
        self._package.add_condition()
        QTimer.singleShot(0, self._show_keyboard)  # once the new lines have their place

    def _show_keyboard(self) -> None:
        """Scroll to where one types."""
        typed_in = self.window().focusWidget()
        if typed_in is not None and self._area.isAncestorOf(typed_in):
            self._area.ensureWidgetVisible(typed_in, 0, scaled(90))

    def _on_changed(self) -> None:
        if self._item is not None:
            self.draft_changed.emit(self._item.line.id, self.draft())
            self._show_sentence()
            self.next_changed.emit()

    def _show_sentence(self) -> None:
        draft = self.draft()
        partner = self._package.partner_name(draft.partner_id)
        told = decision_sentence(draft, partner, included=self._inside)
        self._sentence.setText(f"{told} {conditions_sentence(draft)}".rstrip())
        error = self._error(draft)
        self._why.setText(message_of(error) if error else "")
        self._why.setVisible(error is not None)

    def _error(self, draft: DecisionDraft) -> UserError | None:
        """Return what the rules refuse in a draft, if anything."""
        error = refusal_of(self._item, draft) if self._item else None
        if error is not None:
            return error
        return self._refusal if self._outcome is DecisionOutcome.APPROVED else None

    def _obstacle(self) -> str:
        """Return why the decision cannot be recorded now, in a few words."""
        if self._outcome is DecisionOutcome.APPROVED and self._package.problem():
            return self.tr("un champ est à corriger")
        error = self._error(self.draft())
        return in_few_words(error.code) if error else ""
