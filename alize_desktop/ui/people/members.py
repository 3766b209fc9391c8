"""Members of the committee: seats, colleges, offices, declared interests."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import Civility, MemberCollege, MemberOffice
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.services.people import PeopleService
from alize_desktop.ui.bus import Bus
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.people.directory import Directory, SheetForm
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.numbers import DecimalField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.ui.widgets.table_model import Column
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.labels import label, office_label
from alize_desktop.wording.names import member_name

translate = QCoreApplication.translate


class MemberForm(SheetForm[MemberSheet]):
    """Fields of a member."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weight = Decimal(1)
        self._civility = self.add(
            ChoiceField(self.tr("Civilité"), [(each, label(each)) for each in Civility], empty=None)
        )
        self._first_name = self.add(TextField(self.tr("Prénom")))
        self._last_name = self.add(TextField(self.tr("Nom"), required=True))
        self._organisation = self.add(TextField(self.tr("Organisation")))
        self._college = self.add(
            ChoiceField(
                self.tr("Collège"), [(each, label(each)) for each in MemberCollege], empty=None
            )
        )
        self._office = self.add(
            ChoiceField(
                self.tr("Qualité"), [(each, label(each)) for each in MemberOffice], empty=None
            )
        )
        self._voices = self.add(DecimalField(self.tr("Voix"), required=True))
        self._alternate_of = self.add(
            TextField(
                self.tr("Suppléant de"),
                hint=self.tr("Prénom et nom du titulaire\u00a0; vide pour un titulaire."),
            )
        )
        self._email = self.add(TextField(self.tr("Courriel")))
        self._interests = self.add(
            LongTextField(
                self.tr("Intérêts déclarés"),
                hint=self.tr("Un organisme par ligne\u00a0: le déport est alors proposé."),
            ),
            wide=True,
        )

    @override
    def fill(self, sheet: MemberSheet) -> None:
        self._civility.set_value(sheet.civility)
        self._first_name.set_value(sheet.first_name)
        self._last_name.set_value(sheet.last_name)
        self._organisation.set_value(sheet.organisation)
        self._college.set_value(sheet.college)
        self._office.set_value(sheet.office)
        self._voices.set_value(sheet.weight)
        self._alternate_of.set_value(sheet.alternate_of)
        self._email.set_value(sheet.email)
        self._interests.set_value(sheet.interests)

    @override
    def read(self) -> MemberSheet:
        return MemberSheet(
            civility=self._civility.value() or Civility.MADAME,
            first_name=self._first_name.value(),
            last_name=self._last_name.value(),
            organisation=self._organisation.value(),
            college=self._college.value() or MemberCollege.OTHER,
            office=self._office.value() or MemberOffice.MEMBER,
            weight=self._voices.value() or Decimal(0),
            alternate_of=self._alternate_of.value(),
            email=self._email.value(),
            interests=self._interests.value(),
        )


def blank_member() -> MemberSheet:
    """Return the sheet of a new member: a seat with one voice."""
    return MemberSheet(
        Civility.MADAME, "", "", "", MemberCollege.ENTERPRISE, MemberOffice.MEMBER, Decimal(1)
    )


class MembersScreen(Directory[Member]):
    """The members, read and edited."""

    def __init__(
        self,
        people: PeopleService,
        bus: Bus,
        window: QSettings,
        log_file: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            translate("members", "Membres"),
            translate("members", "Aucun membre. Importez le classeur du bassin, ou ajoutez-les."),
            _columns(),
            MemberForm(),
            blank_member,
            window,
            parent,
        )
        self._people = people
        self._bus = bus
        self._log_file = log_file
        self.save_requested.connect(self._on_save_requested)
        bus.changed.connect(self._on_changed)
        self.set_entries(people.members())

    def _on_save_requested(self, member_id: UUID | None, sheet: MemberSheet) -> None:
        sheet = replace(sheet, weight=Decimal(0)) if sheet.alternate_of else sheet
        try:
            changes = self._people.save_member(member_id, sheet)
        except UserError as error:
            show_error(self.window(), error, self._log_file)
        else:
            self.saved(member_id)
            self.set_entries(self._people.members())
            self._bus.changed.emit(changes, self)

    def _on_changed(self, changes: Changes, source: object) -> None:
        if source is not self and changes.people:
            self.set_entries(self._people.members())


def _columns() -> tuple[Column[Member], ...]:
    return (
        Column("seat", translate("members", "N°"), lambda row: str(row.seat), right=True, width=48),
        Column(
            "name",
            translate("members", "Nom"),
            lambda row: member_name(row.sheet),
            note=lambda row: row.sheet.organisation,
            stretches=True,
            sortable=False,
        ),
        Column(
            "college",
            translate("members", "Collège"),
            lambda row: label(row.sheet.college),
            width=140,
            sortable=False,
        ),
        Column(
            "office",
            translate("members", "Qualité"),
            lambda row: office_label(row.sheet.office, row.sheet.civility),
            width=130,
            sortable=False,
        ),
        Column(
            "weight",
            translate("members", "Voix"),
            lambda row: decimal_text(row.sheet.weight) if row.sheet.weight else "—",
            right=True,
            width=64,
            sortable=False,
        ),
    )
