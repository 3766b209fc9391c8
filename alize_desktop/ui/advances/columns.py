"""The columns of the list of advances, as data."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.advances import AdvanceRow
from alize_desktop.ui.advances.finding import is_owing
from alize_desktop.ui.advances.marks import state_dress
from alize_desktop.ui.widgets.table_model import Column
from alize_desktop.wording.advance_words import late_text, state_text
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import short_date

translate = QCoreApplication.translate

NOTHING = "—"

LESSER = ("next", "number", "state")
"""Columns that give way where there is little room, the first to go first."""


def advance_columns() -> tuple[Column[AdvanceRow], ...]:
    """Return the columns in the order shown."""
    return (
        Column("number", translate("advances", "Avance"), lambda row: row.number, width=86),
        Column(
            "company",
            translate("advances", "Entreprise"),
            lambda row: row.company,
            note=_place,
            width=108,
            stretches=True,
        ),
        Column(
            "state",
            translate("advances", "État"),
            lambda row: state_text(row.position),
            state=lambda row: state_dress(row.position),
            width=166,
        ),
        *_amounts(),
    )


def _amounts() -> tuple[Column[AdvanceRow], ...]:
    return (
        Column(
            "outstanding",
            translate("advances", "Reste dû"),
            _outstanding,
            note=_granted,
            right=True,
            width=100,
        ),
        Column(
            "late",
            translate("advances", "En retard"),
            _overdue,
            note=lambda row: late_text(row.position),
            right=True,
            width=96,
        ),
        Column(
            "next",
            translate("advances", "Prochaine"),
            _next_due,
            note=_next_amount,
            right=True,
            width=100,
        ),
    )


def _place(row: AdvanceRow) -> str:
    return row.town or row.number


def _outstanding(row: AdvanceRow) -> str:
    return money_short(row.position.outstanding) if is_owing(row) else NOTHING


def _granted(row: AdvanceRow) -> str:
    return translate("advances", "sur {amount}").format(amount=money_short(row.amount))


def _overdue(row: AdvanceRow) -> str:
    return money_short(row.position.overdue) if row.position.overdue else NOTHING


def _next_due(row: AdvanceRow) -> str:
    return short_date(row.position.next_due) if row.position.next_due else NOTHING


def _next_amount(row: AdvanceRow) -> str:
    return money_short(row.position.next_amount) if row.position.next_due else ""
