"""The dialog of what a mission is to be: one to prepare, or one to change."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from decimal import Decimal
from functools import partial
from typing import Any, Final
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import Agreement
from alize_desktop.models.records.missions import MissionSheet
from alize_desktop.rules.mission_checks import MOST_DAYS
from alize_desktop.ui.missions.lenders import Lenders
from alize_desktop.ui.missions.tools import MissionTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.confirm import confirm_leaving
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import DecimalField
from alize_desktop.ui.widgets.fields.text import LongTextField, TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.labels import label as word

_WIDTH: Final = 720

_NEVER_NONE: Final[dict[str, Any]] = {
    "category": "",
    "planned_days": Decimal(0),
    "consent": Agreement.UNKNOWN,
    "same_group": Agreement.UNKNOWN,
}
"""What a field without a value stands for, where the sheet has no « none »."""


class SheetDialog(FormDialog):
    """Fields of the sheet of a mission. What is typed is not lost without asking.

    Args:
        tools: Services and surroundings.
        title: Of its window.
        action: Label of the button that writes.
        lenders: Partners to choose from.
        sheet: What is shown first.
        parent: Window that it is asked from.
        sentence: What the heading does not say.

    Attributes:
        fields: By the name of what they hold in the sheet.
    """

    def __init__(
        self,
        tools: MissionTools,
        title: str,
        action: str,
        lenders: Lenders,
        sheet: MissionSheet,
        parent: QWidget | None = None,
        sentence: str = "",
    ) -> None:
        super().__init__(title, action, parent, sentence=sentence)
        self._tools, self._lenders = tools, lenders
        self._filled = sheet
        self.setMinimumWidth(scaled(_WIDTH))
        self.partner: ChoiceField[UUID] = self.form.add(
            ChoiceField(
                self.tr("Partenaire"),
                [(each.partner_id, each.text) for each in lenders.choices],
                empty=None,
                required=True,
                hint=lenders.note,
            ),
            wide=True,
        )
        self._why = self.form.add_widget(label("", Level.SMALL, wraps=True))
        self.fields: dict[str, Field[Any]] = {"partner_id": self.partner}
        self._add_what()
        self._add_when()
        self._add_agreements()
        self._show(self.fields)
        self.partner.edited.connect(lambda _value: self._show_why())

    def sheet(self) -> MissionSheet:
        """Return what the fields hold; the value of a day is never asked."""
        return replace(self._filled, **dict(self._typed()))

    def fill(self, sheet: MissionSheet) -> None:
        """Show another sheet; what somebody typed over the one before stays."""
        typed = dict(self._typed())
        same = [name for name in typed if typed[name] == getattr(self._filled, name)]
        self._filled = sheet
        self._show(same)

    def _show(self, names: Iterable[str]) -> None:
        for name in names:
            if name == "category":
                self._offer(self._filled.category)
            self.fields[name].set_value(getattr(self._filled, name))
        self._show_why()

    @override
    def reject(self) -> None:
        """Leave at once, or once the user agreed to lose what is typed."""
        for field in self.form.fields():
            field.commit()
        if self.sheet() == self._filled:
            super().reject()
            return
        leave: Callable[[], None] = super().reject
        question = self.tr("Abandonner ce que vous avez saisi de la mission\u00a0?")
        confirm_leaving(self, question, leave, lambda: None)

    def _typed(self) -> Iterator[tuple[str, Any]]:
        for each in fields(MissionSheet):
            if each.name in self.fields:
                yield each.name, self._read(each.name)

    def _read(self, name: str) -> object:
        value = self.fields[name].value()
        if value is None and name in _NEVER_NONE:
            return _NEVER_NONE[name]
        return value

    def _offer(self, category: str) -> None:
        """Let a competence that is no longer offered stay chosen."""
        categories = self._tools.services.partners.categories()
        names = [each.name for each in categories if each.is_offered]
        if category and category not in names:
            names.insert(0, category)
        self.category.set_choices([(each, each) for each in names])

    def _show_why(self) -> None:
        self._why.setText(self._lenders.why(self.partner.value()))
        show_if(self._why, shown=bool(self._why.text()))

    def _add_what(self) -> None:
        self.category: ChoiceField[str] = self.form.add(
            ChoiceField(self.tr("Compétence"), [], empty=None, required=True)
        )
        value = money_short(self._tools.services.money_rules.in_force().rules.day_value)
        self.planned = self.form.add(
            DecimalField(
                self.tr("Jours prévus"),
                largest=MOST_DAYS,
                places=1,
                unit=self.tr("jours"),
                required=True,
                hint=self.tr("Par demi-journées\u00a0; {value} par jour.").format(value=value),
            )
        )
        contributor = self.form.add(TextField(self.tr("Personne prêtée")))
        position = self.form.add(TextField(self.tr("Sa qualification chez le partenaire")))
        goals = self.form.add(
            LongTextField(
                self.tr("Objectifs"),
                lines=3,
                hint=self.tr("Un par ligne\u00a0; la convention les dit."),
            ),
            wide=True,
        )
        self.fields |= {"category": self.category, "planned_days": self.planned}
        self.fields |= {"contributor": contributor, "position": position, "goals": goals}

    def _add_when(self) -> None:
        self.ends_on = DateField(self.tr("Fin"))
        named: dict[str, Field[Any]] = {
            "starts_on": self.form.add(DateField(self.tr("Début"))),
            "ends_on": self.form.add(self.ends_on),
            "calendar": self.form.add(
                LongTextField(
                    self.tr("Calendrier"),
                    lines=2,
                    hint=self.tr(
                        "Comment les jours se répartissent\u00a0: «\u00a0un jeudi sur deux\u00a0»."
                    ),
                ),
                wide=True,
            ),
            "place": self.form.add(TextField(self.tr("Lieu")), wide=True),
        }
        self.fields |= named

    def _add_agreements(self) -> None:
        answers = [(each, word(each)) for each in Agreement]
        choice = partial(ChoiceField[Agreement], choices=answers, empty=None)
        self.fields |= {
            "consent": self.form.add(choice(self.tr("La personne prêtée est d’accord"))),
            "same_group": self.form.add(
                choice(self.tr("Les deux entreprises sont du même groupe"))
            ),
        }
