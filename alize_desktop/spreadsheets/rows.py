"""One row of a sheet: its values by field, what is wrong with it, what is kept aside."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossiers import FieldProblem
from alize_desktop.models.records.imports import RefusedRow
from alize_desktop.spreadsheets.cells import check_is_value, long_text_of, shown
from alize_desktop.spreadsheets.columns import Column, Heading, find_heading
from alize_desktop.spreadsheets.raw import CellKind, RawCell, RawSheet
from alize_desktop.wording.errors import message_of

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class SheetContent(Generic[Record]):
    """What one sheet gives.

    Attributes:
        accepted: (row number, record) of each valid row.
        refused: Rows refused, in order.
        unknown: Columns kept aside: (sheet, header).
    """

    accepted: tuple[tuple[int, Record], ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadRow:
    """The cells of one row, read by their columns.

    Attributes:
        number: As the workbook shows it.
        values: By field; a field whose cell is empty or wrong is left out.
        wrong: Cells that could not be read, by field.
        extra: Cells of unknown columns: (header, text).
    """

    number: int
    values: Mapping[str, object]
    wrong: Mapping[str, UserError]
    extra: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """The rows of one sheet under its header row.

    Attributes:
        unknown: Headers of the columns kept aside, in order.
    """

    name: str
    heading: Heading
    columns: tuple[Column, ...]
    rows: tuple[ReadRow, ...]
    unknown: tuple[str, ...]

    def judged(
        self, judge: Callable[[ReadRow], tuple[Record, Iterable[FieldProblem]]]
    ) -> SheetContent[Record]:
        """Tell the valid rows from the refused ones.

        Args:
            judge: Gives the record of a row, and what is wrong with it besides
                its unreadable cells.
        """
        accepted: list[tuple[int, Record]] = []
        refused: list[RefusedRow] = []
        for row in self.rows:
            record, problems = judge(row)
            refusal = self._refusal(row, problems)
            if refusal is None:
                accepted.append((row.number, record))
            else:
                refused.append(refusal)
        unknown = tuple((self.name, header) for header in self.unknown)
        return SheetContent(tuple(accepted), tuple(refused), unknown)

    def _refusal(self, row: ReadRow, problems: Iterable[FieldProblem]) -> RefusedRow | None:
        """Return the first problem from the left, None when nothing is wrong."""
        wrong = {**{each.field: each.error for each in problems}, **row.wrong}
        if not wrong:
            return None
        name = min(wrong, key=self._position)
        return RefusedRow(self.name, row.number, self._header(name), _sentence(wrong[name]))

    def _position(self, name: str) -> tuple[bool, int]:
        position = self.heading.position_of(name)
        return (position is None, position or 0)

    def _header(self, name: str) -> str:
        position = self.heading.position_of(name)
        if position is not None:
            return self.heading.header_of(position)
        usual = {column.field: column.header for column in self.columns}
        return usual.get(name, name.removeprefix("extra."))


def read_rows(sheet: RawSheet, columns: tuple[Column, ...]) -> ReadSheet:
    """Read every row under the headers.

    Raises:
        UserError: ``WORKBOOK_COLUMN_MISSING`` or ``WORKBOOK_COLUMN_TWICE``.
    """
    heading = find_heading(sheet, columns)
    below = [row for row in sheet.rows if row.number > heading.row]
    filled = {position for row in below for position in row.cells} | set(heading.headers)
    unknown = sorted(filled - set(heading.columns))
    return ReadSheet(
        sheet.name,
        heading,
        columns,
        tuple(_read_row(row.number, row.cells, heading) for row in below),
        tuple(heading.header_of(position) for position in unknown),
    )


def _read_row(number: int, cells: Mapping[int, RawCell], heading: Heading) -> ReadRow:
    values: dict[str, object] = {}
    wrong: dict[str, UserError] = {}
    for position, column in heading.columns.items():
        cell = cells.get(position)
        if cell is None:
            continue
        try:
            check_is_value(cell)
            values[column.field] = column.read(cell)
        except UserError as error:
            wrong[column.field] = error
    return ReadRow(number, values, wrong, tuple(_extra(cells, heading)))


def _extra(cells: Mapping[int, RawCell], heading: Heading) -> Iterator[tuple[str, str]]:
    """Give the cells of unknown columns as texts; a formula has no value to keep."""
    for position, cell in sorted(cells.items()):
        if position in heading.columns or cell.kind in (CellKind.FORMULA, CellKind.ERROR):
            continue
        text = long_text_of(cell) if cell.kind is CellKind.TEXT else shown(cell)
        yield heading.header_of(position), text


def _sentence(error: UserError) -> str:
    params = {
        name: "".join(each if each.isprintable() else "\ufffd" for each in value)
        if isinstance(value, str)
        else value
        for name, value in error.params.items()
    }
    return message_of(UserError(error.code, **params))


@dataclass(slots=True)
class Repeats:
    """Refuses a row that names what an earlier row has named.

    Attributes:
        rows: First row of each name.
    """

    rows: dict[Hashable, int] = field(default_factory=dict)

    def problems(self, name: str, row: ReadRow, text: str, key: Hashable) -> list[FieldProblem]:
        """Return the problem of a row that repeats another, or nothing.

        Args:
            name: Field to blame.
            row: The row; the first of its key is remembered.
            text: What is repeated, for the sentence; empty when there is none.
            key: What rows are compared by.
        """
        first = self.rows.setdefault(key, row.number)
        if not text or first == row.number:
            return []
        error = UserError(ErrorCode.WORKBOOK_ROW_REPEATED, value=text, row=str(first))
        return [FieldProblem(name, error)]
