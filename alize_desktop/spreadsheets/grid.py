"""From a workbook to plain cells: the one module that asks openpyxl to parse.

openpyxl raises nearly anything on a damaged file; here, and only here, all of
it means « this workbook cannot be read ». The cells are copied out at once, so
that a mistake in our own code further on still looks like one.
"""

import io
import warnings
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, Protocol, cast
from zipfile import BadZipFile

from openpyxl import Workbook
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet.worksheet import Worksheet
from typing_extensions import override

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.spreadsheets.raw import (
    BLANKS,
    CellKind,
    RawCell,
    RawRow,
    RawSheet,
    Value,
    unescaped,
)

MOST_ROWS: Final = 20_000
"""Most rows that are not empty in one sheet."""

MOST_CELLS: Final = 1_000_000
"""Most cells that are not empty in one sheet."""

LAST_COLUMN: Final = 702
"""Last column read: ``ZZ``."""

LAST_ROW: Final = 1_048_576
"""Last row a workbook can have."""

_DAMAGE: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)


def read_sheets(content: bytes, path: Path, wanted: Callable[[str], bool]) -> tuple[RawSheet, ...]:
    """Return the cells of the sheets that are wanted, hidden or not.

    Formulas are not computed, links are not followed, macros are not read.

    Args:
        content: A file that ``check_archive`` has let through.
        path: Where it was read, for the sentence.
        wanted: Whether a sheet of this name is to be read.

    Raises:
        UserError: ``WORKBOOK_NOT_READABLE`` when it is not a workbook or is
            damaged; ``WORKBOOK_TOO_LARGE`` above ``MOST_ROWS`` or ``MOST_CELLS``.
    """
    try:
        # openpyxl warns of every extension of Excel that it will not keep
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return tuple(_sheets(content, path, wanted))
    except _DAMAGE as error:
        raise UserError(ErrorCode.WORKBOOK_NOT_READABLE, path=str(path)) from error


class _CellReader(ExcelReader):
    """Reads what cells need and nothing else: charts are often beyond openpyxl."""

    @override
    def read_chartsheet(self, sheet: object, rel: object) -> None:
        pass

    def cells_only(self) -> Workbook:
        """Return the workbook without properties, theme, names, charts and links."""
        self.read_manifest()
        self.read_strings()
        self.read_workbook()
        apply_stylesheet(self.archive, self.wb)
        self.read_worksheets()
        return self.wb


def _sheets(content: bytes, path: Path, wanted: Callable[[str], bool]) -> Iterator[RawSheet]:
    book = _CellReader(io.BytesIO(content), read_only=True, keep_links=False).cells_only()
    for sheet in book.worksheets:
        if not wanted(sheet.title):
            continue
        rows: list[RawRow] = []
        count = 0
        for row in _filled_rows(sheet):
            rows.append(row)
            count += len(row.cells)
            if len(rows) > MOST_ROWS or count > MOST_CELLS:
                raise UserError(ErrorCode.WORKBOOK_TOO_LARGE, path=str(path))
        yield RawSheet(sheet.title, tuple(rows))


def _filled_rows(sheet: Worksheet) -> Iterator[RawRow]:
    blank: object = None
    # the size written in the file may lie: the limits are ours
    for cells in sheet.iter_rows(max_row=LAST_ROW, max_col=LAST_COLUMN):
        # openpyxl fills a gap, which may be a million rows, with one same tuple
        if cells is blank:
            continue
        row = _row(cast("Sequence[_Cell]", cells))
        if row is None:
            blank = cells
        else:
            yield row


class _Cell(Protocol):
    """What is read of a cell of openpyxl."""

    @property
    def row(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def data_type(self) -> str: ...
    @property
    def value(self) -> object: ...


def _row(cells: Sequence[_Cell]) -> RawRow | None:
    found: dict[int, RawCell] = {}
    number = 0
    for cell in cells:
        if cell.value is None:
            continue
        raw = _cell(cell)
        if raw.kind is CellKind.TEXT and not str(raw.value).strip(BLANKS):
            continue
        number = cell.row
        found[cell.column] = raw
    return RawRow(number, found) if found else None


_KINDS: Final = {
    "s": CellKind.TEXT,
    "inlineStr": CellKind.TEXT,
    "n": CellKind.NUMBER,
    "d": CellKind.DATE,
    "b": CellKind.BOOLEAN,
    "f": CellKind.FORMULA,
    "e": CellKind.ERROR,
}


def _cell(cell: _Cell) -> RawCell:
    kind = _KINDS[cell.data_type]
    if kind is CellKind.FORMULA:
        return RawCell(kind, str(getattr(cell.value, "text", None) or cell.value))
    if kind in (CellKind.TEXT, CellKind.ERROR):
        return RawCell(kind, unescaped(str(cell.value)))
    return RawCell(kind, cast("Value", cell.value))
