"""Partner companies: what they lend, and how much."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import Agreement
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.people import Partner, PartnerSheet
from alize_desktop.rules.identifiers import parse_siren
from alize_desktop.services.people import PeopleService
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.people.directory import Directory, SheetForm
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.numbers import IntegerField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.ui.widgets.table_model import Column
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import list_text

translate = QCoreApplication.translate


class PartnerForm(SheetForm[PartnerSheet]):
    """Fields of a partner company."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self.add(TextField(self.tr("Entreprise"), required=True), wide=True)
        self._siren = self.add(TextField(self.tr("SIREN"), read=parse_siren, required=True))
        self._basin = self.add(TextField(self.tr("Bassin")))
        self._large_group = self.add(
            ChoiceField(
                self.tr("Groupe d’au moins 5\u202f000 salariés"),
                [(each, label(each)) for each in Agreement],
                empty=None,
            )
        )
        self._days = self.add(IntegerField(self.tr("Jours offerts par an")))
        self._correspondent = self.add(TextField(self.tr("Correspondant")))
        self._email = self.add(TextField(self.tr("Courriel")))
        self._skills = self.add(
            LongTextField(
                self.tr("Compétences proposées"), hint=self.tr("Une compétence par ligne.")
            ),
            wide=True,
        )

    @override
    def fill(self, sheet: PartnerSheet) -> None:
        self._name.set_value(sheet.name)
        self._siren.set_value(sheet.siren)
        self._basin.set_value(sheet.basin)
        self._large_group.set_value(sheet.large_group)
        self._days.set_value(sheet.days_per_year)
        self._correspondent.set_value(sheet.correspondent)
        self._email.set_value(sheet.email)
        self._skills.set_value("\n".join(sheet.skills))

    @override
    def read(self) -> PartnerSheet:
        skills = (each.strip() for each in self._skills.value().splitlines())
        return PartnerSheet(
            name=self._name.value(),
            siren=self._siren.value(),
            basin=self._basin.value(),
            large_group=self._large_group.value() or Agreement.UNKNOWN,
            skills=tuple(each for each in skills if each),
            days_per_year=self._days.value() or 0,
            correspondent=self._correspondent.value(),
            email=self._email.value(),
        )


class PartnersScreen(Directory[Partner]):
    """The partner companies, read and edited."""

    def __init__(
        self,
        people: PeopleService,
        bus: Bus,
        window: QSettings,
        log_file: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            translate("partners", "Partenaires"),
            translate(
                "partners", "Aucun partenaire. Importez le classeur du bassin, ou ajoutez-les."
            ),
            _columns(),
            PartnerForm(),
            lambda: PartnerSheet("", ""),
            window,
            parent,
        )
        self._people = people
        self._bus = bus
        self._log_file = log_file
        self.save_requested.connect(self._on_save_requested)
        bus.changed.connect(self._on_changed)
        self.set_entries(people.partners())

    def _on_save_requested(self, partner_id: UUID | None, sheet: PartnerSheet) -> None:
        try:
            changes = self._people.save_partner(partner_id, sheet)
        except UserError as error:
            show_error(self.window(), error, self._log_file)
        else:
            self.saved(partner_id)
            self.set_entries(self._people.partners())
            self._bus.changed.emit(changes, self)

    def _on_changed(self, changes: Changes, source: object) -> None:
        if source is not self and changes.people:
            self.set_entries(self._people.partners())


def _columns() -> tuple[Column[Partner], ...]:
    return (
        Column(
            "name",
            translate("partners", "Entreprise"),
            lambda row: row.sheet.name,
            note=lambda row: list_text(row.sheet.skills),
            stretches=True,
            sortable=False,
        ),
        Column(
            "group",
            translate("partners", "5\u202f000 salariés"),
            lambda row: label(row.sheet.large_group),
            width=130,
            sortable=False,
        ),
        Column(
            "days",
            translate("partners", "Jours par an"),
            lambda row: str(row.sheet.days_per_year),
            right=True,
            width=110,
            sortable=False,
        ),
    )
