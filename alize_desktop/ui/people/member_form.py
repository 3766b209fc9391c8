"""The fields of a member of the committee."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import Civility, MemberCollege, MemberOffice
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.records.people import MemberSheet
from alize_desktop.ui.people.sheet_form import SheetForm, email_text
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.numbers import DecimalField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.wording.labels import label

C = TypeVar("C", bound=StrEnum)

_WITHOUT_SEAT: Final = frozenset({MemberOffice.ALTERNATE, MemberOffice.GUEST})


class MemberForm(SheetForm[MemberSheet]):
    """Fields of a member. Only an office with a seat has voices, only an alternate replaces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full_members: list[str] = []
        self.civility = self.add(_choice(self.tr("Civilité"), Civility))
        self.first_name = self.add(TextField(self.tr("Prénom")))
        self.last_name = self.add(TextField(self.tr("Nom"), required=True))
        self.organisation = self.add(TextField(self.tr("Organisation")))
        self.college = self.add(_choice(self.tr("Collège"), MemberCollege))
        self.office = self.add(_choice(self.tr("Qualité"), MemberOffice))
        self.voices = self.add(DecimalField(self.tr("Voix"), required=True))
        self.alternate_of: ChoiceField[str] = self.add(ChoiceField(self.tr("Suppléant de"), []))
        self.email = self.add(TextField(self.tr("Courriel"), read=email_text))
        self.interests = self.add(
            LongTextField(
                self.tr("Intérêts déclarés"),
                hint=self.tr(
                    "Un intérêt par ligne\u00a0: entreprise, employeur, banque, expert-comptable, "
                    "partenaire («\u00a0actionnaire de Fonderie du Val\u00a0»). Comparé à chaque "
                    "dossier (entreprise, dirigeant, actionnaires, banque, expert-comptable, "
                    "prêteurs)\u00a0: le déport est alors proposé."
                ),
            ),
            wide=True,
        )
        self.office.edited.connect(self._on_office)
        self.name(
            {
                "civility": self.civility,
                "first_name": self.first_name,
                "last_name": self.last_name,
                "organisation": self.organisation,
                "college": self.college,
                "office": self.office,
                "weight": self.voices,
                "alternate_of": self.alternate_of,
                "email": self.email,
                "interests": self.interests,
            }
        )

    @override
    def show_others(self, sheets: Sequence[MemberSheet]) -> None:
        self._full_members = [each.full_name for each in sheets if not each.alternate_of]
        self._offer(self.alternate_of.value() or "")

    @override
    def fill(self, sheet: MemberSheet) -> None:
        self.civility.set_value(sheet.civility)
        self.first_name.set_value(sheet.first_name)
        self.last_name.set_value(sheet.last_name)
        self.organisation.set_value(sheet.organisation)
        self.college.set_value(sheet.college)
        self.office.set_value(sheet.office)
        self.voices.set_value(sheet.weight)
        self._offer(sheet.alternate_of)
        self.alternate_of.set_value(sheet.alternate_of or None)
        self.email.set_value(sheet.email)
        self.interests.set_value(sheet.interests)
        self._fit()

    @override
    def read(self) -> MemberSheet:
        return MemberSheet(
            civility=self.civility.value() or Civility.MADAME,
            first_name=self.first_name.value(),
            last_name=self.last_name.value(),
            organisation=self.organisation.value(),
            college=self.college.value() or MemberCollege.OTHER,
            office=self.office.value() or MemberOffice.MEMBER,
            weight=self.voices.value() or Decimal(0),
            alternate_of=self.alternate_of.value() or "",
            email=self.email.value(),
            interests=self.interests.value(),
        )

    @override
    def problem_of(self, error: UserError) -> FieldProblem | None:
        about_others = error.code in (ErrorCode.MEMBER_UNKNOWN, ErrorCode.MEMBER_TWICE)
        return FieldProblem("alternate_of", error) if about_others else None

    def _offer(self, name: str) -> None:
        """Offer the full members, and a name already there even when it is none of them."""
        others = [name] if name and name not in self._full_members else []
        self.alternate_of.set_choices([(each, each) for each in self._full_members + others])

    def _on_office(self, office: MemberOffice) -> None:
        if office in _WITHOUT_SEAT:
            self.voices.set_value(Decimal(0))
        elif not self.voices.value():
            self.voices.set_value(Decimal(1))
        if office is not MemberOffice.ALTERNATE:
            self.alternate_of.set_value(None)
        self._fit()

    def _fit(self) -> None:
        office = self.office.value()
        self.voices.set_read_only(read_only=office in _WITHOUT_SEAT)
        self.alternate_of.set_read_only(read_only=office is not MemberOffice.ALTERNATE)


def _choice(text: str, kind: type[C]) -> ChoiceField[C]:
    return ChoiceField(text, [(each, label(each)) for each in kind], empty=None)
