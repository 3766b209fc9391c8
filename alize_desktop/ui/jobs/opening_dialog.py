"""The dialog of a job that a company offers to redeployed staff of partner companies."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import JobContract
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.jobs import JobOpening
from alize_desktop.models.records.people import Partner
from alize_desktop.ui.jobs.tools import JobTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import IntegerField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.labels import label

_WIDTH: Final = 640


class OpeningDialog(FormDialog):
    """Asks which job is offered, to whom, and how many people took it.

    Args:
        tools: Services and surroundings.
        opening: As it stands; revision 0 for a new one.
        partners: Partner companies.
        parent: Window that it is asked from.
    """

    def __init__(
        self,
        tools: JobTools,
        opening: JobOpening,
        partners: Sequence[Partner],
        parent: QWidget | None = None,
    ) -> None:
        is_new = not opening.revision
        title = self.tr("Proposer un emploi") if is_new else self.tr("Modifier l’offre d’emploi")
        super().__init__(
            title,
            self.tr("Enregistrer"),
            parent,
            sentence=self.tr("Pour les salariés en reclassement des entreprises partenaires."),
        )
        self._tools, self._opening = tools, opening
        self.setMinimumWidth(scaled(_WIDTH))
        self.title = self.form.add(TextField(self.tr("Emploi proposé"), required=True), wide=True)
        self.persons = self.form.add(IntegerField(self.tr("Postes"), smallest=1, required=True))
        self.contract: ChoiceField[JobContract] = self.form.add(
            ChoiceField(
                self.tr("Contrat"), [(each, label(each)) for each in JobContract], empty=None
            )
        )
        self.opened_on = self.form.add(DateField(self.tr("Proposé depuis le"), required=True))
        self.partner: ChoiceField[UUID] = self.form.add(
            ChoiceField(
                self.tr("Partenaire"),
                [(each.id, each.sheet.name) for each in partners],
                empty=self.tr("tous les partenaires"),
            )
        )
        self.filled = self.form.add(IntegerField(self.tr("Personnes recrutées")))
        self.filled_on = self.form.add(
            DateField(
                self.tr("Pourvu ou clos le"), hint=self.tr("Vide tant que l’offre est ouverte.")
            )
        )
        self.note = self.form.add(LongTextField(self.tr("Remarque"), lines=2), wide=True)
        self._fill(opening)

    @override
    def write(self) -> Changes:
        return self._tools.services.jobs.save_opening(
            replace(
                self._opening,
                title=self.title.value(),
                persons=self.persons.value() or 0,
                contract=self.contract.value() or self._opening.contract,
                opened_on=self.opened_on.value() or self._opening.opened_on,
                partner_id=self.partner.value(),
                filled=self.filled.value() or 0,
                filled_on=self.filled_on.value(),
                note=self.note.value(),
            )
        )

    def _fill(self, opening: JobOpening) -> None:
        self.title.set_value(opening.title)
        self.persons.set_value(opening.persons)
        self.contract.set_value(opening.contract)
        self.opened_on.set_value(opening.opened_on)
        self.partner.set_value(opening.partner_id)
        self.filled.set_value(opening.filled or None)
        self.filled_on.set_value(opening.filled_on)
        self.note.set_value(opening.note)
