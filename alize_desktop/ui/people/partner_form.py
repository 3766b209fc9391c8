"""The fields of the sheet of a partner company."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import Agreement
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.rules.field_checks import MOST_PEOPLE
from alize_desktop.rules.identifiers import parse_siren
from alize_desktop.ui.people.sheet_form import SheetForm, email_text
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.numbers import IntegerField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.wording.labels import label


class PartnerForm(SheetForm[PartnerSheet]):
    """Fields of a partner company."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.company = self.add(TextField(self.tr("Entreprise"), required=True), wide=True)
        self.siren = self.add(TextField(self.tr("SIREN"), read=parse_siren, required=True))
        self.basin = self.add(TextField(self.tr("Bassin")))
        self.large_group = self.add(
            ChoiceField(
                self.tr("Groupe d’au moins 5\u202f000 salariés"),
                [(each, label(each)) for each in Agreement],
                empty=None,
            )
        )
        self.days = self.add(IntegerField(self.tr("Jours offerts par an"), largest=MOST_PEOPLE))
        self.correspondent = self.add(TextField(self.tr("Correspondant")))
        self.email = self.add(TextField(self.tr("Courriel"), read=email_text))
        self.skills = self.add(
            LongTextField(
                self.tr("Compétences proposées"), hint=self.tr("Une compétence par ligne.")
            ),
            wide=True,
        )
        self.name(
            {
                "name": self.company,
                "siren": self.siren,
                "basin": self.basin,
                "large_group": self.large_group,
                "days_per_year": self.days,
                "correspondent": self.correspondent,
                "email": self.email,
                "skills": self.skills,
            }
        )

    @override
    def fill(self, sheet: PartnerSheet) -> None:
        self.company.set_value(sheet.name)
        self.siren.set_value(sheet.siren)
        self.basin.set_value(sheet.basin)
        self.large_group.set_value(sheet.large_group)
        self.days.set_value(sheet.days_per_year)
        self.correspondent.set_value(sheet.correspondent)
        self.email.set_value(sheet.email)
        self.skills.set_value("\n".join(sheet.skills))

    @override
    def read(self) -> PartnerSheet:
        skills = (each.strip() for each in self.skills.value().splitlines())
        return PartnerSheet(
            name=self.company.value(),
            siren=self.siren.value(),
            basin=self.basin.value(),
            large_group=self.large_group.value() or Agreement.UNKNOWN,
            skills=tuple(each for each in skills if each),
            days_per_year=self.days.value() or 0,
            correspondent=self.correspondent.value(),
            email=self.email.value(),
        )
