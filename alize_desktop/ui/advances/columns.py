"""The columns of the list of advances, as data."""

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.advances import AdvanceRow
from alize_desktop.ui.advances.finding import is_owing
from alize_desktop.ui.advances.marks import state_dress
from alize_desktop.ui.widgets.table_model import Column
from alize_desktop.wording.advance_words import late_text, state_short
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import short_date

translate = QCoreApplication.translate

NOTHING = "—"

LESSER = ("next", "state")
"""Columns that give way where there is little room, the first to go first."""


def advance_columns() -> tuple[Column[AdvanceRow], ...]:
    """Return the columns in the order shown."""
    return (
        Column(
            "number", translate("advances", "N°"), lambda row: row.number, width=98, shown=False
        ),
        Column(
            "company",
            translate("advances", "Avance"),
            lambda row: row.company,
            note=_place,
            width=160,
            stretches=True,
        ),
        Column(
            "state",
            translate("advances", "État"),
            lambda row: state_short(row.position),
            state=lambda row: state_dress(row.position),
            width=132,
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
            width=104,
        ),
        Column(
            "late",
            translate("advances", "En retard"),
            _overdue,
            note=lambda row: late_text(row.position),
            right=True,
            width=104,
        ),
        Column(
            "next",
            translate("advances", "Prochaine"),
            _next_due,
            note=_next_amount,
            right=True,
            width=112,
        ),
    )


def _place(row: AdvanceRow) -> str:
    return " · ".join(part for part in (row.number, row.town) if part)


def _outstanding(row: AdvanceRow) -> str:
    return money_short(row.position.outstanding) if is_owing(row) else NOTHING


def _granted(row: AdvanceRow) -> str:
    return translate("advances", "sur {amount}").format(amount=money_short(row.amount))


def _overdue(row: AdvanceRow) -> str:
    return money_short(row.position.overdue) if row.position.overdue else NOTHING


def _next_due(row: AdvanceRow) -> str:
    return short_date(row.position.next_due) if row.position.next_due else NOTHING


def _next_amount(row: AdvanceRow) -> str:
    due, until = row.position.next_due, row.position.moratorium_until
    if due is None:
        return ""
    if until is not None and due <= until:
        return translate("advances", "suspendue")
    return money_short(row.position.next_amount)
