"""The register of State aid as a workbook: what is declared, then how it was reckoned."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.enums import RegisterStatus
from alize_desktop.models.records.state_aid import AidRegister
from alize_desktop.spreadsheets.look import add_styles, protect, put_text, set_page
from alize_desktop.spreadsheets.steady_zip import saved
from alize_desktop.spreadsheets.tables import Field, colour_words, name_range, write_table
from alize_desktop.wording.company_words import siren_text
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted
from alize_desktop.wording.register_words import HEADERS, Told, register_rows

_HEADER_ROW: Final = 4
_DECLARED: Final = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 18, 19, 20)
_RECKONED: Final = (0, 1, 11, 10, 3, 12, 13, 14, 15, 16, 17)
_SIREN: Final = 2
_STATUS: Final = _DECLARED.index(18)
_STYLES: Final = {
    3: "somme",
    4: "jour",
    10: "somme",
    13: "pour cent",
    15: "pour cent",
    16: "pour cent",
    17: "pour cent",
    18: "mot",
    20: "jour",
}
_WIDTHS: Final = (
    *(15, 28, 13, 28, 12, 26, 22, 20, 13, 24),
    *(14, 13, 22, 11, 26, 13, 15, 13),
    *(17, 18, 14),
)


def register_workbook(register: AidRegister) -> bytes:
    """Return the aids of a year as an ``.xlsx`` file; the same ones give the same bytes.

    Two sheets: Registre (what the national register asks, and where each aid stands) and
    Calcul (rates, method, public part).
    """
    book = Workbook()
    add_styles(book)
    declared, reckoned = book.worksheets[0], book.create_sheet("Calcul")
    declared.title = "Registre"
    title = f"Aides d’État accordées en {register.year}"
    rows = list(register_rows(register))
    _fill(declared, title, "Registre", _DECLARED, rows)
    _fill(reckoned, f"{title}\u00a0: calcul", "Calcul", _RECKONED, rows)
    letter = get_column_letter(_STATUS + 1)
    area = f"{letter}{_HEADER_ROW + 1}:{letter}{_HEADER_ROW + max(1, len(rows))}"
    inks = {RegisterStatus.TO_DECLARE: "waiting", RegisterStatus.DECLARED: "good"}
    colour_words(declared, area, {label(status): ink for status, ink in inks.items()})
    return saved(book, title, datetime(register.year, 1, 1))  # noqa: DTZ001 - a workbook has no zone


def _grouped(column: int, told: Told) -> Told:
    """Return what a column tells, a SIREN by groups of three."""
    return siren_text(told) if column == _SIREN and isinstance(told, str) else told


def _fill(
    sheet: Worksheet,
    title: str,
    name: str,
    columns: Sequence[int],
    rows: Sequence[tuple[Told, ...]],
) -> None:
    fields = []
    for number, column in enumerate(columns, start=1):
        fields.append(Field(HEADERS[column], _STYLES.get(column, "cellule")))
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS[column]
    put_text(sheet, 1, 1, title, "titre de page")
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    sheet.row_dimensions[1].height = 20
    said = counted(len(rows), "aide") if rows else "Aucune aide enregistrée."
    put_text(sheet, 2, 1, said, "surtitre")
    told = ([_grouped(column, row[column]) for column in columns] for row in rows)
    address = write_table(sheet, name, fields, told, _HEADER_ROW)
    name_range(sheet, f"{name.lower()}_equivalents", address.column(columns.index(3) + 1))
    set_page(sheet, title, repeated_row=_HEADER_ROW, is_wide=True)
    protect(sheet)
