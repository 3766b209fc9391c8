"""The schedule workbook: the figures of the contract, and formulas that check them.

Figures are values, frozen: a preview, a telephone and a printer show them
without computing anything. The only formulas are controls.
"""

import math
from datetime import datetime, time
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.records.minutes import ScheduleRecord
from alize_desktop.spreadsheets.look import add_styles, euros, put, put_text, set_page
from alize_desktop.spreadsheets.schedule_summary import SHEET, TableAddress, fill_summary
from alize_desktop.spreadsheets.steady_zip import saved

_HEADERS: Final = ("N°", "Date théorique", "Date d’échéance", "Montant", "Restant dû")
_WIDTHS: Final = (8, 21, 21, 21, 21)
_HEADER_ROW: Final = 4
_TITLE_LETTERS: Final = 60
"""Letters of a title that hold on one line."""


def schedule_workbook(record: ScheduleRecord) -> bytes:
    """Return the schedule of an advance as an ``.xlsx`` file.

    Two sheets: Synthèse (who, what, decision, dates, total, controls) and
    Échéancier (one row an instalment). The same record gives the same bytes.

    Args:
        record: The dossier, its schedule, and the decision if there is one.
    """
    book = Workbook()
    add_styles(book)
    summary = book.worksheets[0]
    summary.title = "Synthèse"
    table = book.create_sheet(SHEET)
    address = _fill_table(table, record)
    fill_summary(summary, record, address)
    foot = f"Dossier {record.number}" if record.is_decided else f"Dossier {record.number} (projet)"
    set_page(summary, foot)
    set_page(table, foot, repeated_row=_HEADER_ROW)
    at = datetime.combine(record.paid_on, time())
    return saved(book, f"Échéancier {record.number}", at)


def _fill_table(sheet: Worksheet, record: ScheduleRecord) -> TableAddress:
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    title = f"Dossier {record.number} — {record.sheet.company.name}"
    put_text(sheet, 1, 1, title, "titre de page")
    sheet.merge_cells("A1:E1")
    sheet.row_dimensions[1].height = 20 * math.ceil(len(title) / _TITLE_LETTERS)
    state = "Échéancier de la décision" if record.is_decided else "Proposition, non décidée"
    put_text(sheet, 2, 1, state, "surtitre")
    for column, header in enumerate(_HEADERS, start=1):
        style = "en-tête" if column <= 3 else "en-tête à droite"
        put_text(sheet, _HEADER_ROW, column, header, style)
    sheet.row_dimensions[_HEADER_ROW].height = 22
    row = _HEADER_ROW
    for row, instalment in enumerate(record.schedule.rows, start=_HEADER_ROW + 1):
        put(sheet, row, 1, instalment.number, "rang")
        put(sheet, row, 2, instalment.theoretical, "jour")
        put(sheet, row, 3, instalment.due, "jour")
        put(sheet, row, 4, euros(instalment.amount), "somme")
        put(sheet, row, 5, euros(instalment.outstanding), "somme")
    put_text(sheet, row + 1, 1, "Total", "total")
    for column in (2, 3, 5):
        put(sheet, row + 1, column, None, "total")
    sheet.row_dimensions[row + 1].height = 20
    put(sheet, row + 1, 4, euros(record.schedule.total), "somme totale")
    return TableAddress(_HEADER_ROW + 1, row)
