"""The dialog of a competence that a partner offers."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.partners import PartnerDetail, SkillOffer
from alize_desktop.rules.field_checks import MOST_PEOPLE
from alize_desktop.rules.skill_categories import proposed_names
from alize_desktop.ui.people.partner_tools import PartnerTools
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import IntegerField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog


class OfferDialog(FormDialog):
    """Asks which competence, who lends it, how many days a year, and when.

    Args:
        tools: Writes the offer.
        detail: The partner.
        offer: As it stands; None for a new one.
        parent: Window that it is asked from.
    """

    def __init__(
        self,
        tools: PartnerTools,
        detail: PartnerDetail,
        offer: SkillOffer | None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Proposer une compétence")
        super().__init__(
            title if offer is None else self.tr("Modifier la compétence proposée"),
            self.tr("Enregistrer"),
            parent,
            sentence=detail.partner.sheet.name,
        )
        self._tools = tools
        self._read = offer
        partner_id = detail.partner.id
        self._before = offer or SkillOffer(partner_id, partner_id, "")
        self._ask(proposed_names(tools.partners.categories(), (), self._before.category))
        self._fill(self._before)

    @override
    def write(self) -> Changes:
        offer = replace(
            self._before,
            category=self.category.value() or "",
            days=self.days.value(),
            person=self.person.value(),
            position=self.position.value(),
            first=self.first.value(),
            last=self.last.value(),
            note=self.note.value(),
        )
        return self._tools.partners.save_offer(self._read, offer)

    def _ask(self, names: Sequence[str]) -> None:
        """Add the fields; ``names`` are the categories to choose from."""
        self.category: ChoiceField[str] = self.form.add(
            ChoiceField(
                self.tr("Compétence"), [(each, each) for each in names], empty=None, required=True
            )
        )
        self.days = self.form.add(
            IntegerField(
                self.tr("Jours par an"),
                largest=MOST_PEOPLE,
                hint=self.tr("Vide\u00a0: seul le total du partenaire est connu."),
            )
        )
        self.person = self.form.add(
            TextField(self.tr("Personne ou service"), placeholder=self.tr("Direction des RH"))
        )
        self.position = self.form.add(TextField(self.tr("Fonction")))
        self.first = self.form.add(DateField(self.tr("Proposée du")))
        self.last = self.form.add(
            DateField(self.tr("Au"), hint=self.tr("Vides\u00a0: toute l’année."))
        )
        self.note = self.form.add(LongTextField(self.tr("Remarque"), lines=2), wide=True)

    def _fill(self, offer: SkillOffer) -> None:
        self.category.set_value(offer.category or None)
        self.days.set_value(offer.days)
        self.person.set_value(offer.person)
        self.position.set_value(offer.position)
        self.first.set_value(offer.first)
        self.last.set_value(offer.last)
        self.note.set_value(offer.note)
