"""Columns: how a header is recognised, and where each column stands in a sheet."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from openpyxl.utils import get_column_letter

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.spreadsheets.cells import Reader, shown
from alize_desktop.spreadsheets.choices import key_of
from alize_desktop.spreadsheets.raw import BLANKS, CellKind, RawRow, RawSheet

_ROWS_BEFORE_HEADERS: Final = 20
"""Rows that are not empty among which the headers are looked for."""

_UNIT: Final = re.compile(r"\s*\((?:en )?(?:mois|jours?|etp|€|euros?|eur)\)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column the program knows.

    Attributes:
        field: Dotted path in the sheet that a row becomes.
        header: Usual header, shown when the column is not there.
        read: Gives the value of a cell that is not empty.
        others: Other headers it is recognised by when the usual one is not
            there, separated by `` | ``.
        required: Whether a workbook without it is refused.
    """

    field: str
    header: str
    read: Reader
    others: str = ""
    required: bool = False

    @property
    def key(self) -> str:
        """What its usual header is compared by; a unit in brackets does not count."""
        return key_of(_UNIT.sub("", self.header))

    @property
    def keys(self) -> frozenset[str]:
        """What all its headers are compared by."""
        others = (key_of(_UNIT.sub("", each)) for each in self.others.split(" | ") if each)
        return frozenset((self.key, *others))


@dataclass(frozen=True, slots=True)
class Heading:
    """The header row of one sheet.

    Attributes:
        row: Number of the row.
        columns: Known columns by position, from 1.
        headers: Header as written, by position: known columns and others.
    """

    row: int
    columns: Mapping[int, Column]
    headers: Mapping[int, str]

    def header_of(self, position: int) -> str:
        """Return the header of a column, or its letter when it has none."""
        return self.headers.get(position) or f"Colonne {get_column_letter(position)}"

    def position_of(self, field: str) -> int | None:
        """Return where the column of a field stands, None when it is not there."""
        return next((at for at, each in self.columns.items() if each.field == field), None)


def find_heading(sheet: RawSheet, columns: Iterable[Column]) -> Heading:
    """Find the header row of a sheet: titles may stand above it.

    Args:
        sheet: At least its first rows.
        columns: Columns the sheet may have, in any order.

    Raises:
        UserError: ``WORKBOOK_COLUMN_MISSING`` when no row has every required
            header; ``WORKBOOK_COLUMN_TWICE`` when two columns are the same one.
    """
    known = tuple(columns)
    by_key = {key: column for column in known for key in column.keys}
    headings = [_heading(row, by_key) for row in sheet.rows[:_ROWS_BEFORE_HEADERS]]
    best = max(headings, key=lambda each: len(each.columns), default=Heading(0, {}, {}))
    found = [column.field for column in best.columns.values()]
    for column in known:
        if column.required and column.field not in found:
            raise UserError(
                ErrorCode.WORKBOOK_COLUMN_MISSING, sheet=sheet.name, column=column.header
            )
        if found.count(column.field) > 1:
            raise UserError(ErrorCode.WORKBOOK_COLUMN_TWICE, sheet=sheet.name, column=column.header)
    return best


def _heading(row: RawRow, by_key: Mapping[str, Column]) -> Heading:
    headers = {
        position: " ".join(shown(cell).split()).strip(BLANKS)
        for position, cell in row.cells.items()
        if cell.kind is not CellKind.FORMULA
    }
    keys = {position: key_of(_UNIT.sub("", header)) for position, header in headers.items()}
    usual = {by_key[key].field for key in keys.values() if key in by_key and by_key[key].key == key}
    columns = {
        position: by_key[key]
        for position, key in keys.items()
        # beside the usual header, another one is another column
        if key in by_key and (by_key[key].key == key or by_key[key].field not in usual)
    }
    return Heading(row.number, columns, headers)
