"""Structured tables, named ranges, and words that take a colour.

A colour never stands alone: it is given to a word that says the same.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.values import Money
from alize_desktop.spreadsheets.look import euros, put, put_text
from alize_desktop.spreadsheets.styles import inks

Value: TypeAlias = str | int | Decimal | Money | date | None
"""What a cell of a table holds."""

YES: Final = "OUI"
NO: Final = "NON"
"""What a control answers."""

_TOTALS: Final = {"somme": "somme totale", "rang": "compte total"}
_HEADER_HEIGHT: Final = 30
_SMALL_ROOM: Final = 1.6
_LINE_HEIGHT: Final = 13.5
_MOST_LINES: Final = 29


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a table.

    Attributes:
        header: Unlike every other of its table.
        style: Style of its cells.
    """

    header: str
    style: str


@dataclass(frozen=True, slots=True)
class TableAddress:
    """Where the rows of a table stand: first and last row, first column 1."""

    sheet: str
    first: int
    last: int

    def column(self, number: int) -> str:
        """Return the range of a column, with its sheet."""
        letter = get_column_letter(number)
        return f"{quote_sheetname(self.sheet)}!${letter}${self.first}:${letter}${self.last}"


def write_table(
    sheet: Worksheet,
    name: str,
    fields: Sequence[Field],
    rows: Iterable[Sequence[Value]],
    at_row: int,
) -> TableAddress:
    """Write a structured table, its headers first; without a row, one stays empty.

    Args:
        sheet: Where.
        name: Name of the table, unlike every other of the workbook.
        fields: Its columns, from the first of the sheet.
        rows: As many values as columns.
        at_row: Row of the headers.
    """
    for column, field in enumerate(fields, start=1):
        is_right = field.style in ("somme", "pour cent")
        style = "en-tête à droite" if is_right else "en-tête"
        put_text(sheet, at_row, column, field.header, style)
    sheet.row_dimensions[at_row].height = _HEADER_HEIGHT
    row = at_row
    for row, values in enumerate(rows, start=at_row + 1):
        _write_row(sheet, row, fields, values)
    if row == at_row:
        row += 1
        _write_row(sheet, row, fields, [None] * len(fields))
    table = Table(
        displayName=name,
        ref=f"A{at_row}:{get_column_letter(len(fields))}{row}",
        tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=False),
    )
    sheet.add_table(table)
    return TableAddress(sheet.title, at_row + 1, row)


def write_total(
    sheet: Worksheet, row: int, fields: Sequence[Field], values: Sequence[Value]
) -> None:
    """Write the totals of a table under it: figures, not formulas."""
    sheet.row_dimensions[row].height = 20
    for column, (field, value) in enumerate(zip(fields, values, strict=True), start=1):
        if isinstance(value, str):
            put_text(sheet, row, column, value, "total")
        else:
            style = _TOTALS.get(field.style, "total")
            put(sheet, row, column, euros(value) if isinstance(value, Money) else value, style)


def name_range(sheet: Worksheet, name: str, address: str) -> None:
    """Give a name to a range of the workbook.

    Args:
        sheet: Any sheet of the workbook.
        name: Letters and underscores.
        address: With its sheet and dollars, or a figure.
    """
    book = sheet.parent
    assert book is not None  # noqa: S101 - a sheet always has its workbook
    book.defined_names[name] = DefinedName(name, attr_text=address)


def name_cell(sheet: Worksheet, name: str, address: str) -> None:
    """Give a name to one cell of a sheet, known as ``B5``."""
    cell = sheet[address]
    name_range(sheet, name, f"{quote_sheetname(sheet.title)}!${cell.column_letter}${cell.row}")


def colour_words(sheet: Worksheet, area: str, words: Mapping[str, str]) -> None:
    """Colour the cells of an area that say one of several words.

    Args:
        sheet: Where.
        area: Such as ``H5:H16``.
        words: Name of the ink by word: « good », « bad », « waiting », « recusal ».
    """
    for word, ink in words.items():
        rule = Rule(type="cellIs", operator="equal", formula=[f'"{word}"'], dxf=coloured(ink))
        sheet.conditional_formatting.add(area, rule)


def coloured(ink: str) -> DifferentialStyle:
    """Return the look of a cell whose word is good, bad or awaited."""
    return DifferentialStyle(
        font=Font(color=inks()[ink]),
        fill=PatternFill("solid", bgColor=inks()[f"{ink}_ground"]),
    )


def _write_row(
    sheet: Worksheet, row: int, fields: Sequence[Field], values: Sequence[Value]
) -> None:
    lines = 1
    for column, (field, value) in enumerate(zip(fields, values, strict=True), start=1):
        if isinstance(value, str):
            put_text(sheet, row, column, value, field.style)
            width = sheet.column_dimensions[get_column_letter(column)].width
            room = _SMALL_ROOM * width if field.style == "petit" else width
            lines = max(lines, math.ceil(len(value) / room))
        elif isinstance(value, Money):
            put(sheet, row, column, euros(value), field.style)
        else:
            put(sheet, row, column, value, field.style)
    if lines > 1:  # not every program gives a row the height of its text
        sheet.row_dimensions[row].height = 4.5 + _LINE_HEIGHT * min(lines, _MOST_LINES)
