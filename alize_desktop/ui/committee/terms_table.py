"""What is asked, what is proposed, what is decided: three columns, one line a term."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.enums import JobContract
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.models.records.people import Partner
from alize_desktop.models.values import ZERO
from alize_desktop.rules.decisions import approval_asked
from alize_desktop.rules.skill_categories import proposed_names
from alize_desktop.ui.committee.due_field import DueField
from alize_desktop.ui.committee.facts import every_text, months_text
from alize_desktop.ui.committee.partner_field import DaysLeft, PartnerField
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.numbers import IntegerField, MoneyField
from alize_desktop.ui.widgets.fields.text import TypedField
from alize_desktop.ui.widgets.labels import ElidedLabel, Level, label
from alize_desktop.wording.amounts import money_short, parse_money
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.due_dates import parse_due_date
from alize_desktop.wording.labels import label as word

_PERIODS = (1, 2, 3, 4, 6, 12)


@dataclass(frozen=True, slots=True)
class _Term:
    """One line of the table.

    Attributes:
        name: Attribute of ``DecisionDraft``.
        field: Where the decision is typed or chosen.
        show: Turns a value of the draft into text.
        read: Reads what is being typed, before it is finished; None for choices.
        empty: Value of an empty field.
    """

    name: str
    field: Field[Any]
    show: Callable[[Any], str]
    read: Callable[[str], Any] | None = None
    empty: object = None


class TermsTable(QWidget):
    """The terms of an approval.

    Signals:
        changed: A term was typed or chosen; also at each keystroke.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._categories: ChoiceField[str] = ChoiceField(self.tr("Compétences"), ())
        self._partner = PartnerField(self.tr("Entreprise partenaire"))
        self._day = date.min
        self._jobs_by = DueField(self.tr("Avant le"), self._day)
        self._terms = self._make_terms()
        self._asked: dict[str, ElidedLabel] = {}
        self._proposed: dict[str, ElidedLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(12))
        self._grid.setVerticalSpacing(2)
        self._lay_out()
        for term in self._terms:
            term.field.edited.connect(self._on_edited)
            if isinstance(term.field, TypedField):
                term.field.edit.textEdited.connect(self._on_edited)

    def show_sheet(
        self,
        sheet: DossierSheet,
        partners: Sequence[Partner],
        categories: Sequence[SkillCategory],
    ) -> None:
        """Show what is asked, and which partners and categories may be chosen."""
        self._partner.show_partners(partners)
        offered = [skill for each in partners for skill in each.sheet.skills]
        names = proposed_names(categories, offered, sheet.skills.category)
        self._categories.set_choices([(name, name) for name in names])
        self._show_column(self._asked, approval_asked(sheet))

    def show_days_left(self, days: DaysLeft) -> None:
        """Show how many days are left at each partner that may be chosen."""
        self._partner.show_days_left(days)

    def count_from(self, day: date) -> None:
        """Count the delays of dates from a day."""
        self._day = day
        self._jobs_by.count_from(day)

    def show_draft(self, draft: DecisionDraft) -> None:
        """Show what is proposed, and begin the decision with it. Emits nothing."""
        self._show_column(self._proposed, draft)
        for term in self._terms:
            term.field.set_value(getattr(draft, term.name))

    def values(self, draft: DecisionDraft) -> DecisionDraft:
        """Return a draft with the terms as they are typed at this instant."""
        typed: dict[str, Any] = {term.name: _value(term) for term in self._terms}
        return replace(draft, **typed)

    def problem(self) -> str:
        """Return the sentence of the first field whose text is refused, or nothing."""
        return next((term.field.error() for term in self._terms if term.field.error()), "")

    def commit(self) -> bool:
        """Read every field as it is now; False when one is refused."""
        wrong = [term for term in self._terms if not term.field.commit()]
        return not wrong

    def focus_on(self, name: str) -> None:
        """Give the keyboard to the field of a term."""
        for term in self._terms:
            if term.name == name:
                term.field.focus_control()
                term.field.select_all()

    def partner_name(self, partner_id: UUID | None) -> str:
        """Return the name of a partner, empty when none is chosen."""
        return self._partner.name(partner_id)

    def _read_day(self, text: str) -> date:
        return parse_due_date(text, self._day)

    def _on_edited(self, *_value: object) -> None:
        self.changed.emit()

    def _make_terms(self) -> tuple[_Term, ...]:
        months = self.tr("mois")
        contracts = [(each, word(each)) for each in JobContract]
        periods = [(each, every_text(each)) for each in _PERIODS]
        every: ChoiceField[int] = ChoiceField(self.tr("Échéances"), periods, empty=None)
        contract: ChoiceField[JobContract] = ChoiceField(self.tr("Contrat"), contracts)
        return (
            _Term("amount", MoneyField(self.tr("Avance")), money_short, parse_money, ZERO),
            _Term(
                "months",
                IntegerField(self.tr("Durée totale"), smallest=1, largest=360, unit=months),
                months_text,
                int,
                1,
            ),
            _Term(
                "deferral",
                IntegerField(self.tr("Dont différé"), largest=360, unit=months),
                months_text,
                int,
                0,
            ),
            _Term("every", every, every_text, empty=1),
            _Term("days", IntegerField(self.tr("Jours"), largest=999), str, int, 0),
            _Term("skill_category", self._categories, str, empty=""),
            _Term("partner_id", self._partner, self.partner_name),
            _Term("jobs_created", IntegerField(self.tr("Emplois à créer")), str, int, 0),
            _Term("jobs_maintained", IntegerField(self.tr("Emplois à maintenir")), str, int, 0),
            _Term("contract", contract, word),
            _Term("jobs_by", self._jobs_by, short_date, self._read_day),
        )

    def _lay_out(self) -> None:
        heads = ("", self.tr("Demandé"), self.tr("Proposé"), self.tr("Décidé"))
        for column, text in enumerate(heads):
            self._grid.addWidget(label(text, Level.CAPTION), 0, column)
        middle = Qt.AlignmentFlag.AlignVCenter
        for line, term in enumerate(self._terms, start=1):
            self._grid.addWidget(label(term.field.label_text(), Level.SOFT), line, 0, middle)
            _hide_caption(term.field)
            self._asked[term.name] = ElidedLabel()
            self._proposed[term.name] = ElidedLabel()
            self._grid.addWidget(self._asked[term.name], line, 1, middle)
            self._grid.addWidget(self._proposed[term.name], line, 2, middle)
            self._grid.addWidget(term.field, line, 3, middle)
            control = term.field.focusProxy() or term.field
            control.setObjectName(f"decided_{term.name}")
        for column, stretch in enumerate((3, 2, 2, 4)):
            self._grid.setColumnStretch(column, stretch)
        for column, width in ((1, 114), (2, 114), (3, 174)):  # « chaque trimestre » whole
            self._grid.setColumnMinimumWidth(column, scaled(width))

    def _show_column(self, column: dict[str, ElidedLabel], draft: DecisionDraft) -> None:
        for term in self._terms:
            value = getattr(draft, term.name)
            column[term.name].setText(term.show(value) if value else "—")


def _value(term: _Term) -> object:
    """Return what a field holds, or would hold if it were left now."""
    if isinstance(term.field, TypedField) and term.read is not None:
        typed = term.field.edit.text().strip()
        try:
            return term.read(typed) if typed else term.empty
        except (UserError, ValueError):
            pass
    value = term.field.value()
    return term.empty if value is None else value


def _hide_caption(field: Field[Any]) -> None:
    """Hide the label above a control: the table has its own, on the left."""
    for each in field.findChildren(QLabel):
        if each.buddy() is not None:
            each.hide()
