"""Everything a decision says: terms beside what they cost, conditions, grounds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.records.decisions import Consequences, DecisionDraft
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.models.records.people import Partner
from alize_desktop.ui.committee.conditions import ConditionsEditor
from alize_desktop.ui.committee.consequences_card import ConsequencesCard
from alize_desktop.ui.committee.grounds_pane import GroundsPane
from alize_desktop.ui.committee.keys import ActionButton
from alize_desktop.ui.committee.layouts import column, row
from alize_desktop.ui.committee.partner_field import DaysLeft
from alize_desktop.ui.committee.terms_table import TermsTable
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.cards import Card

_TWO_COLUMNS = 860
"""Width from which what it costs stands beside the terms, at a text size of 100 %."""


class PackagePane(QWidget):
    """The package of a decision; a deferral or a refusal has grounds alone.

    Signals:
        changed: Something was typed or chosen; also at each keystroke.
        finished: A condition is written: the keyboard goes back to the step.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms = TermsTable()
        self._consequences = ConsequencesCard()
        self._conditions = ConditionsEditor()
        self._grounds = GroundsPane()
        self._add = ActionButton(self.tr("Ajouter une condition"), "I")
        self._add.setObjectName("condition_add")
        self._add.clicked.connect(self.add_condition)
        self._columns = row(self, gap=16)
        self._parts = self._lay_out()
        self._terms.changed.connect(self.changed)
        self._conditions.changed.connect(self.changed)
        self._conditions.finished.connect(self.finished)
        self._grounds.changed.connect(self.changed)

    def show_proposal(
        self,
        sheet: DossierSheet,
        proposal: DecisionDraft,
        partners: Sequence[Partner],
        day: date,
        categories: Sequence[SkillCategory] = (),
    ) -> None:
        """Begin with a proposal. Emits nothing."""
        self._conditions.count_from(day)
        self._terms.count_from(day)
        self._terms.show_sheet(sheet, partners, categories)
        self._terms.show_draft(proposal)
        self._conditions.clear()
        self._grounds.clear()

    def show_days_left(self, days: DaysLeft) -> None:
        """Show how many days are left at each partner that may be chosen. Emits nothing."""
        self._terms.show_days_left(days)

    def write_again(self, draft: DecisionDraft) -> None:
        """Write the grounds and the documents of a draft that was left."""
        self._grounds.write(draft.grounds, draft.documents_asked)

    def show_for(self, outcome: DecisionOutcome) -> None:
        """Ask for what an outcome needs."""
        is_approval = outcome is DecisionOutcome.APPROVED
        for part in self._parts:
            part.setVisible(is_approval)
        self._columns.setStretch(0, 6 if is_approval else 0)
        self._grounds.show_for(outcome)

    def show_consequences(self, answer: Consequences | UserError) -> None:
        """Show what the draft would do, or why its terms are refused."""
        if isinstance(answer, UserError):
            self._consequences.show_refusal(answer)
        else:
            self._consequences.show_consequences(answer)
            self._grounds.ask_reason(needed=answer.asks_reason)

    def values(self, draft: DecisionDraft) -> DecisionDraft:
        """Return a draft of approval with what is typed at this instant."""
        typed = self._terms.values(draft)
        grounds, conditions = self._grounds.grounds(), self._conditions.conditions()
        return replace(typed, conditions=conditions, grounds=grounds)

    def without_terms(self, outcome: DecisionOutcome) -> DecisionDraft:
        """Return the draft of a decision that grants nothing."""
        grounds, documents = self._grounds.grounds(), self._grounds.documents_asked()
        return DecisionDraft(outcome, grounds=grounds, documents_asked=documents)

    def problem(self) -> str:
        """Return the sentence of the first refused field, or nothing."""
        return self._terms.problem() or self._conditions.problem()

    def commit(self) -> bool:
        """Read every field as it is now; False when one is refused."""
        return self._terms.commit() and not self._conditions.problem()

    def focus_on(self, name: str) -> None:
        """Give the keyboard to the field of a term."""
        if self._terms.isVisible():
            self._terms.focus_on(name)

    def add_condition(self) -> None:
        """Add a condition and let it be typed."""
        if self._conditions.isVisible():
            self._conditions.add()

    def write_grounds(self) -> None:
        """Let the grounds be typed."""
        self._grounds.take_keyboard()

    def partner_name(self, partner_id: UUID | None) -> str:
        """Return the name of a partner, empty when none is chosen."""
        return self._terms.partner_name(partner_id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        both = sum(self._least_widths()) + self._columns.spacing()
        is_narrow = self.width() < max(scaled(_TWO_COLUMNS), both)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if is_narrow else across)

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for the room of one column: two stand side by side where both have theirs."""
        return QSize(max(self._least_widths()), super().minimumSizeHint().height())

    def _least_widths(self) -> list[int]:
        columns = (self._columns.itemAt(place) for place in range(self._columns.count()))
        return [each.minimumSize().width() for each in columns if each is not None]

    def _lay_out(self) -> tuple[QWidget, ...]:
        """Put the parts in two columns; return those that only an approval has."""
        terms = Card()
        terms.body.setContentsMargins(*[scaled(12)] * 4)
        terms.body.addWidget(self._terms)
        costs = Card(self.tr("Ce que cela entraîne"))
        costs.body.addWidget(self._consequences)
        conditions = Card(self.tr("Conditions"))
        conditions.body.addWidget(self._conditions)
        conditions.body.addWidget(self._add)
        left, right = column(), column(gap=14)
        left.addWidget(terms)
        left.addStretch(1)
        for part in (costs, conditions, self._grounds):
            right.addWidget(part)
        right.addStretch(1)
        self._columns.addLayout(left, 6)
        self._columns.addLayout(right, 4)
        return (terms, costs, conditions)
