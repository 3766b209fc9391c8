"""Dialogs that record a movement, take one back, and say what is expected."""

from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.fund import FundMovement, FundMovementDraft
from alize_desktop.models.values import ZERO
from alize_desktop.ui.fund.tools import FundTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import MoneyField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label

_WIDTH: Final = 640
"""Room for two fields side by side."""

_RECORDED: Final = (
    FundMovementKind.CONTRIBUTION,
    FundMovementKind.WITHDRAWAL,
    FundMovementKind.FEE,
)


class MovementDialog(FormDialog):
    """Asks for a contribution, a withdrawal or a fee."""

    def __init__(self, tools: FundTools, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Enregistrer un mouvement"),
            self.tr("Enregistrer"),
            parent,
            sentence=self.tr(
                "Un mouvement enregistré ne se modifie pas. S’il est faux, annulez-le, puis "
                "enregistrez ce qui est juste."
            ),
        )
        self._tools = tools
        self.setMinimumWidth(scaled(_WIDTH))
        self.kind = self.form.add(kind_field(self.tr("Nature")))
        self.funder = self.form.add(funder_field(self.tr("Financeur"), tools))
        self.value_on = self.form.add(DateField(self.tr("Date de valeur"), required=True))
        self.amount = self.form.add(MoneyField(self.tr("Montant"), required=True))
        self.reference = self.form.add(TextField(self.tr("Référence")))
        self.ask_author(tools.preferences.author(), tools.preferences.remember_author)
        self.note = self.form.add(LongTextField(self.tr("Remarque"), lines=2), wide=True)
        self.value_on.set_value(tools.today())

    @override
    def write(self) -> Changes:
        return self._tools.fund.record(
            FundMovementDraft(
                kind=self.kind.value() or FundMovementKind.CONTRIBUTION,
                value_on=self.value_on.value() or self._tools.today(),
                amount=self.amount.value() or ZERO,
                funder_id=self.funder.value(),
                reference=self.reference.value(),
                note=self.note.value(),
                author=self.author_text(),
            )
        )


class ReversalDialog(FormDialog):
    """Asks why a movement is taken back, and on which day."""

    def __init__(
        self, tools: FundTools, movement: FundMovement, parent: QWidget | None = None
    ) -> None:
        draft = movement.draft
        words = self.tr(
            "{kind} de {amount} du {day}. Une annulation s’ajoute au registre\u00a0; le mouvement "
            "y reste, marqué annulé."
        )
        super().__init__(
            self.tr("Annuler un mouvement"),
            self.tr("Enregistrer l’annulation"),
            parent,
            sentence=words.format(
                kind=label(draft.kind),
                amount=money_text(draft.amount),
                day=long_date(draft.value_on),
            ),
            kind=Kind.DANGER,
        )
        self._tools = tools
        self._movement = movement
        self.value_on = self.form.add(DateField(self.tr("Date de valeur"), required=True))
        self.ask_author(tools.preferences.author(), tools.preferences.remember_author)
        self.note = self.form.add(
            LongTextField(self.tr("Motif"), lines=2, required=True), wide=True
        )
        self.value_on.set_value(tools.today())

    @override
    def write(self) -> Changes:
        day = self.value_on.value() or self._tools.today()
        return self._tools.fund.reverse(
            self._movement.id, day, self.note.value(), self.author_text()
        )


class ExpectationDialog(FormDialog):
    """Asks for money that is expected to enter or to leave, for the forecast only."""

    def __init__(self, tools: FundTools, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Ajouter un mouvement attendu"),
            self.tr("Ajouter"),
            parent,
            sentence=self.tr(
                "Il ne compte que dans la prévision, jusqu’à ce que vous le retiriez."
            ),
        )
        self._tools = tools
        self.setMinimumWidth(scaled(_WIDTH))
        self.kind = self.form.add(kind_field(self.tr("Nature")))
        self.funder = self.form.add(funder_field(self.tr("Financeur"), tools))
        self.expected_on = self.form.add(DateField(self.tr("Attendu le"), required=True))
        self.amount = self.form.add(MoneyField(self.tr("Montant"), required=True))
        self.note = self.form.add(TextField(self.tr("Remarque")), wide=True)

    @override
    def write(self) -> Changes:
        return self._tools.fund.save_expectation(
            self.kind.value() or FundMovementKind.CONTRIBUTION,
            self.expected_on.value() or self._tools.today(),
            self.amount.value() or ZERO,
            self.funder.value(),
            self.note.value(),
        )


def kind_field(title: str) -> ChoiceField[FundMovementKind]:
    """Return the choice between what may enter and leave."""
    choices = [(each, label(each)) for each in _RECORDED]
    field: ChoiceField[FundMovementKind] = ChoiceField(title, choices, empty=None)
    field.set_value(FundMovementKind.CONTRIBUTION)
    return field


def funder_field(title: str, tools: FundTools) -> ChoiceField[UUID]:
    """Return the choice between the funders; none is possible."""
    choices = [(each.id, each.name) for each in tools.fund.funders()]
    return ChoiceField(title, choices)
