"""From a workbook to plain cells: the one module that asks openpyxl to parse.

openpyxl raises nearly anything on a damaged file; here, and only here, all of
it means « this workbook cannot be read ». The cells are copied out at once, so
that a mistake in our own code further on still looks like one.
"""

import io
import warnings
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from typing_extensions import override

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.spreadsheets.raw import RawRow, RawSheet
from alize_desktop.spreadsheets.stream import TooManyCellsError, filled_rows

MOST_ROWS: Final = 20_000
"""Most rows that are not empty in one sheet."""

MOST_CELLS: Final = 1_000_000
"""Most cells that are not empty in one sheet."""

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

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content), read_only=True, keep_links=False)
        self._places: list[tuple[str, str]] = []

    @override
    def read_worksheets(self) -> None:
        """Keep where each sheet is; its cells are read when they are asked for."""
        self._places = [
            (sheet.name, target.target)
            for sheet, target in self.parser.find_sheets()
            if target.target in self.valid_files and "chartsheet" not in target.Type
        ]

    def sheets(self, wanted: Callable[[str], bool]) -> Iterator[tuple[str, Iterator[RawRow]]]:
        """Yield the name and the rows of each wanted sheet; properties, theme and links are left."""
        self.read_manifest()
        self.read_strings()
        self.read_workbook()
        apply_stylesheet(self.archive, self.wb)
        self.read_worksheets()
        for name, place in self._places:
            if wanted(name):
                with self.archive.open(place) as source:
                    yield name, filled_rows(source, self.wb, self.shared_strings)


def _sheets(content: bytes, path: Path, wanted: Callable[[str], bool]) -> Iterator[RawSheet]:
    for name, rows in _CellReader(content).sheets(wanted):
        try:
            yield RawSheet(name, tuple(_counted(rows)))
        except TooManyCellsError as error:
            raise UserError(ErrorCode.WORKBOOK_TOO_LARGE, path=str(path)) from error


def _counted(rows: Iterator[RawRow]) -> Iterator[RawRow]:
    count = 0
    for number, row in enumerate(rows, start=1):
        count += len(row.cells)
        if number > MOST_ROWS or count > MOST_CELLS:
            raise TooManyCellsError
        yield row
