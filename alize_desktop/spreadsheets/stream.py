"""The rows of one sheet, one at a time, straight from its XML.

The reader of openpyxl fills every row up to the last column and drops without a
word the rows that come in the wrong order. Here only the cells that are written
are looked at, and a row out of place means a damaged file. What a cell means (types,
dates, formulas) is still left to openpyxl.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Final, cast

from openpyxl import Workbook
from openpyxl.worksheet._reader import CELL_TAG, DATA_TAG, ROW_TAG, WorkSheetParser
from openpyxl.xml.functions import iterparse

from alize_desktop.spreadsheets.raw import BLANKS, CellKind, RawCell, RawRow, Value, unescaped

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LAST_COLUMN: Final = 702
"""Last column read: ``ZZ``."""

WIDEST_ROW: Final = 16_384
"""Most cells a workbook can have in a row."""

LAST_ROW: Final = 1_048_576
"""Last row a workbook can have."""

MOST_WRITTEN: Final = 2_000_000
"""Most cells written in one sheet, empty ones included."""

_KINDS: Final = {
    "s": CellKind.TEXT,
    "inlineStr": CellKind.TEXT,
    "n": CellKind.NUMBER,
    "d": CellKind.DATE,
    "b": CellKind.BOOLEAN,
    "f": CellKind.FORMULA,
    "e": CellKind.ERROR,
}


_Cell = Mapping[str, object]


class TooManyCellsError(Exception):
    """A sheet has more cells than a person would write."""


def filled_rows(source: IO[bytes], book: Workbook, texts: list[str]) -> Iterator[RawRow]:
    """Yield each row that is not empty, in order.

    Args:
        source: XML of a sheet.
        book: Workbook of the sheet, for its dates.
        texts: Texts that the sheet refers to by their number.

    Raises:
        TooManyCellsError: Above ``WIDEST_ROW`` or ``MOST_WRITTEN``.
        ValueError: A row comes before another one, or after ``LAST_ROW``. Other
            errors of openpyxl mean a damaged sheet too.
    """
    formats = vars(book)  # openpyxl gives the formats of dates no public name
    parser = WorkSheetParser(
        source,
        texts,
        epoch=book.epoch,
        date_formats=formats["_date_formats"],
        timedelta_formats=formats["_timedelta_formats"],
    )
    last = 0
    for number, cells in _rows(source, parser):
        if not last < number <= LAST_ROW:
            msg = f"row {number} comes after row {last}"
            raise ValueError(msg)
        last = number
        found = dict(_filled_cells(cells))
        if found:
            yield RawRow(number, found)


def _rows(source: IO[bytes], parser: WorkSheetParser) -> Iterator[tuple[int, Sequence[_Cell]]]:
    """Yield the number and the cells of each row; nothing of a row stays in memory."""
    data: Element | None = None
    written = in_row = 0
    for event, element in iterparse(source, events=("start", "end")):
        if event == "start":
            data = element if element.tag == DATA_TAG else data
        elif element.tag == CELL_TAG:
            written += 1
            in_row += 1
            if written > MOST_WRITTEN or in_row > WIDEST_ROW:
                raise TooManyCellsError
        elif element.tag == ROW_TAG and data is not None:
            yield parser.parse_row(element)
            parser.row_dimensions.clear()  # heights, of a million rows perhaps
            data.clear()
            in_row = 0
        elif element.tag == DATA_TAG:
            return  # what follows is about printing and colours


def _filled_cells(cells: Sequence[_Cell]) -> Iterator[tuple[int, RawCell]]:
    for cell in cells:
        column = cast("int", cell["column"])
        if cell["value"] is None or column > LAST_COLUMN:
            continue
        raw = _raw(str(cell["data_type"]), cell["value"])
        if raw.kind is not CellKind.TEXT or str(raw.value).strip(BLANKS):
            yield column, raw


def _raw(data_type: str, value: object) -> RawCell:
    kind = _KINDS[data_type]
    if kind is CellKind.FORMULA:
        return RawCell(kind, str(getattr(value, "text", None) or value))
    if kind in (CellKind.TEXT, CellKind.ERROR):
        return RawCell(kind, unescaped(str(value)))
    return RawCell(kind, cast("Value", value))
