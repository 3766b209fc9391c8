"""The fields of the programme's own settings."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.enums import HolidayCalendar
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import Money
from alize_desktop.rules.field_checks import check_amount
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.form import FieldForm
from alize_desktop.ui.widgets.fields.numbers import MoneyField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.labels import label

_ZONES: Final = (
    "Europe/Paris",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Cayenne",
    "Indian/Reunion",
    "Indian/Mayotte",
)
"""Zones of the departments; another one that a registry has is offered too."""


class ProgrammeForm(FieldForm):
    """Shows the settings and reads them back.

    Signals:
        typed: Something is being typed, or a field was left.
    """

    typed = Signal()

    def __init__(self, programme: Programme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._programme = programme
        self._texts_before: list[str] = []
        self.basin = self.add(TextField(self.tr("Bassin d’emploi"), required=True))
        self.operator = self.add(TextField(self.tr("Organisme opérateur")))
        self.body = self.add(TextField(self.tr("Nom du comité"), required=True))
        self.fund = self.add(MoneyField(self.tr("Fonds disponible au départ")))
        self.calendar = self.add(
            ChoiceField(
                self.tr("Jours fériés"),
                [(each, label(each)) for each in HolidayCalendar],
                empty=None,
            )
        )
        self.zone: ChoiceField[str] = self.add(
            ChoiceField(self.tr("Fuseau horaire"), [], empty=None)
        )
        for field in self.fields():
            field.edited.connect(lambda _value: self.typed.emit())
            control = field.focusProxy()
            if isinstance(control, QLineEdit):
                control.textEdited.connect(lambda _text: self.typed.emit())
                control.editingFinished.connect(self.typed)
        self.show_programme(programme)

    @property
    def is_dirty(self) -> bool:
        """Whether something typed differs from what is written, read already or not."""
        return self.read() != self._programme or self._texts() != self._texts_before

    def show_programme(self, programme: Programme) -> None:
        """Show settings as they are written. Emits nothing."""
        self._programme = programme
        zones = dict.fromkeys((*_ZONES, programme.time_zone))
        self.zone.set_choices([(each, each) for each in zones])
        self.basin.set_value(programme.basin)
        self.operator.set_value(programme.operator)
        self.body.set_value(programme.body_name)
        self.fund.set_value(programme.fund_amount)
        self.calendar.set_value(programme.calendar)
        self.zone.set_value(programme.time_zone)
        self._texts_before = self._texts()

    def give_up(self) -> None:
        """Show the settings again as they were before anything was typed."""
        self.show_programme(self._programme)

    def read(self) -> Programme:
        """Return the settings as typed; call after ``commit``."""
        return replace(
            self._programme,
            basin=self.basin.value(),
            operator=self.operator.value(),
            body_name=self.body.value(),
            fund_amount=self.fund.value(),
            calendar=self.calendar.value() or self._programme.calendar,
            time_zone=self.zone.value() or self._programme.time_zone,
        )

    def commit_typing(self) -> None:
        """Read the field that has the keyboard, as when the user leaves it."""
        for field in self.fields():
            control = field.focusProxy()
            if control is not None and control.hasFocus():
                field.commit()

    def check(self) -> bool:
        """Read every field and show what is refused where it is; return whether all is well."""
        return self.commit() and _is_possible(self.fund)

    def _texts(self) -> list[str]:
        controls = [each.focusProxy() for each in self.fields()]
        return [each.text() for each in controls if isinstance(each, QLineEdit)]


def _is_possible(field: MoneyField) -> bool:
    amount: Money | None = field.value()
    try:
        check_amount(amount)
    except UserError as error:
        field.set_error(message_of(error))
        field.focus_control()
        return False
    return True
