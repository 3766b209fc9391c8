"""The sheet Échéancier: one row an instalment, its figures and where it stands."""

import math
from collections.abc import Iterator
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.enums import InstalmentState
from alize_desktop.models.records.advances import InstalmentPosition
from alize_desktop.models.records.minutes import ScheduleRecord
from alize_desktop.models.values import ZERO, Money
from alize_desktop.spreadsheets.look import protect, put_text, put_title, set_page
from alize_desktop.spreadsheets.tables import (
    Field,
    Value,
    colour_words,
    name_range,
    write_table,
    write_total,
)
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label

SHEET: Final = "Échéancier"
"""Name of the sheet."""

_FIELDS: Final = (
    Field("N°", "rang"),
    Field("Date théorique", "jour"),
    Field("Date d’échéance", "jour"),
    Field("Montant", "somme"),
    Field("Restant dû", "somme"),
    Field("Payé", "somme"),
    Field("Abandonné", "somme"),
    Field("Reste à payer", "somme"),
    Field("État", "mot"),
)
_WIDTHS: Final = (7, 14, 14, 15, 15, 15, 14, 15, 17)
_NAMES: Final = {
    2: "echeances_theorique",
    3: "echeances_date",
    4: "echeances_montant",
    5: "echeances_restant",
    6: "echeances_paye",
    7: "echeances_abandonne",
    8: "echeances_reste",
}
_HEADER_ROW: Final = 4
_TITLE_LETTERS: Final = 90
"""Letters of a title that hold on one line."""

STATE_INKS: Final = {
    InstalmentState.PAID: "good",
    InstalmentState.PARTLY_PAID: "waiting",
    InstalmentState.LATE: "bad",
    InstalmentState.WRITTEN_OFF: "recusal",
}
"""Colours of the words that say where an instalment stands."""


def fill_table(sheet: Worksheet, record: ScheduleRecord, foot: str) -> None:
    """Fill the sheet Échéancier: values only, so that any preview shows them."""
    for letter, width in zip("ABCDEFGHI", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    title = f"Dossier {record.number} — {record.sheet.company.name}"
    put_title(sheet, title, len(_WIDTHS), lines=math.ceil(len(title) / _TITLE_LETTERS))
    put_text(sheet, 2, 1, standing(record), "surtitre")
    rows = tuple(_rows(record))
    address = write_table(sheet, "Echeancier", _FIELDS, rows, _HEADER_ROW)
    total = _sum(row.instalment.amount for row in _positions(record))
    paid = _sum(row.paid for row in _positions(record))
    given_up = _sum(row.written_off for row in _positions(record))
    left = _sum(row.remaining for row in _positions(record))
    totals = ("Total", None, None, total, None, paid, given_up, left, None)
    write_total(sheet, address.last + 1, _FIELDS, totals)
    for column, name in _NAMES.items():
        name_range(sheet, name, address.column(column))
    words = {label(state): ink for state, ink in STATE_INKS.items()}
    colour_words(sheet, f"I{address.first}:I{address.last}", words)
    set_page(sheet, foot, repeated_row=_HEADER_ROW, is_wide=True)
    protect(sheet)


def standing(record: ScheduleRecord) -> str:
    """Return which schedule it is, and on which day it is told."""
    if record.position is not None and record.version is not None:
        reason = label(record.version.reason).lower()
        return f"Version {record.version.version} ({reason}), situation au {short_date(record.position.on)}"
    return "Échéancier de la décision" if record.is_decided else "Proposition, non décidée"


def _positions(record: ScheduleRecord) -> tuple[InstalmentPosition, ...]:
    """Return where each row stands; before the agreement, nothing happened to any."""
    if record.position is not None:
        return record.position.rows
    return tuple(
        InstalmentPosition(each, ZERO, ZERO, each.amount, InstalmentState.TO_COME)
        for each in record.schedule.rows
    )


def _rows(record: ScheduleRecord) -> Iterator[tuple[Value, ...]]:
    for each in _positions(record):
        row = each.instalment
        yield (
            row.number,
            row.theoretical,
            row.due,
            row.amount,
            row.outstanding,
            each.paid,
            each.written_off,
            each.remaining,
            label(each.state),
        )


def _sum(amounts: Iterator[Money]) -> Money:
    return Money(sum(each.minor for each in amounts))
