"""The aids of a year, as a table."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import RegisterStatus
from alize_desktop.models.records.state_aid import AidGrant
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.company_words import siren_text
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.register_words import status_text

translate = QCoreApplication.translate

_STATES: Final = {
    RegisterStatus.TO_DECLARE: (Role.WAITING, Shape.DIAMOND_OPEN),
    RegisterStatus.DECLARED: (Role.GOOD, Shape.CHECK),
    RegisterStatus.NOT_CONCERNED: (Role.NEUTRAL, Shape.BAR),
}
_NO_EFFECT: Final = (Role.NEUTRAL, Shape.BAR)


def grant_model() -> RecordTableModel[AidGrant]:
    """Return the aids with what the national register asks first."""
    return RecordTableModel((*_whose(), *_how_much()), lambda row: row.id)


def _whose() -> tuple[Column[AidGrant], ...]:
    return (
        Column(
            "granted_on",
            translate("aid", "Accordée le"),
            lambda row: short_date(row.granted_on),
            width=110,
            sortable=False,
        ),
        Column(
            "company",
            translate("aid", "Entreprise"),
            lambda row: row.company,
            note=lambda row: f"{siren_text(row.siren)} · {row.identifier}",
            width=220,
            stretches=True,
            sortable=False,
        ),
        Column(
            "decision",
            translate("aid", "Décision"),
            lambda row: row.decision_number,
            width=110,
            sortable=False,
        ),
    )


def _how_much() -> tuple[Column[AidGrant], ...]:
    return (
        Column(
            "amount",
            translate("aid", "Avance"),
            lambda row: money_text(row.amount),
            right=True,
            width=124,
            sortable=False,
        ),
        Column(
            "equivalent",
            translate("aid", "Équivalent"),
            lambda row: money_text(row.grant_equivalent),
            right=True,
            width=124,
            sortable=False,
        ),
        Column(
            "status",
            translate("aid", "Registre"),
            status_text,
            note=lambda row: row.register_reference,
            state=lambda row: _STATES[row.status] if row.is_effective else _NO_EFFECT,
            width=150,
            sortable=False,
        ),
    )
