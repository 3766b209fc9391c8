"""Tables with heads that repeat, figures aligned on the right, and thin rules.

A table is given to the layout in slices, because one table of thousands of rows
takes a time that grows as the square of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import line
from alize_desktop.documents.colours import inks
from alize_desktop.documents.frame import TEXT_WIDTH
from alize_desktop.documents.tagging.tables import TaggedTable, data_table
from alize_desktop.documents.typography import styles

SLICE: Final = 400
"""Most rows in one table."""

_GUTTER: Final = 8.0
_LONGEST_CELL: Final = 400


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        title: Head of the column.
        share: Width, as a part of the sum of all shares.
        is_figure: Whether its cells are figures, aligned on the right.
    """

    title: str
    share: float
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Noted:
    """A cell with a second, quieter line. An empty note prints nothing."""

    text: str
    note: str


Cell: TypeAlias = str | Noted
Row: TypeAlias = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a title of their own; no title, no title row."""

    title: str
    rows: Sequence[Row]


def grid(
    columns: Sequence[Column],
    rows: Sequence[Row],
    total: Row | None = None,
    width: float = TEXT_WIDTH,
) -> list[Flowable]:
    """Return a table, in slices.

    Args:
        columns: At least one.
        rows: Cells, one a column.
        total: Last row, set apart; None for none.
        width: Width of the table in points: the whole width of the text by default.
    """
    return grouped_grid(columns, [Group("", rows)], total, width)


def grouped_grid(
    columns: Sequence[Column],
    groups: Sequence[Group],
    total: Row | None = None,
    width: float = TEXT_WIDTH,
) -> list[Flowable]:
    """Return a table whose rows stand in titled groups, in slices.

    A title is never the last line of a page, and a total never its first.
    """
    body = [entry for group in groups for entry in _entries(group, columns)]
    if total is not None:
        body.append(_Entry(_cells(total, columns, is_total=True), is_total=True))
    slices = [body[start : start + SLICE] for start in range(0, len(body), SLICE)]
    tables: list[TaggedTable] = []
    for entries in slices:
        tables.append(_table(columns, entries, width, tables[0] if tables else None))
    return list(tables)


@dataclass(frozen=True, slots=True)
class _Entry:
    cells: list[list[Flowable]]
    is_title: bool = False
    is_total: bool = False
    is_long: bool = False


def _entries(group: Group, columns: Sequence[Column]) -> list[_Entry]:
    rows = [_Entry(_cells(row, columns), is_long=_is_long(row)) for row in group.rows]
    if not group.title:
        return rows
    title: list[Flowable] = [line(group.title, styles().cell_strong)]
    return [_Entry([title, *([[]] * (len(columns) - 1))], is_title=True), *rows]


def _is_long(row: Row) -> bool:
    """Return whether a row may be higher than a page, so that it must be cut."""
    texts = (cell if isinstance(cell, str) else cell.text + cell.note for cell in row)
    return any(len(text) > _LONGEST_CELL for text in texts)


def _cells(row: Row, columns: Sequence[Column], *, is_total: bool = False) -> list[list[Flowable]]:
    return [
        _cell(cell, _style(column, is_total=is_total))
        for cell, column in zip(row, columns, strict=True)
    ]


def _cell(cell: Cell, style: ParagraphStyle) -> list[Flowable]:
    if isinstance(cell, str):
        return [line(cell, style)]
    note: list[Flowable] = [line(cell.note, styles().note)] if cell.note else []
    return [line(cell.text, style), *note]


def _style(column: Column, *, is_total: bool) -> ParagraphStyle:
    if is_total:
        return styles().figure_strong if column.is_figure else styles().cell_strong
    return styles().figure if column.is_figure else styles().cell


def _table(
    columns: Sequence[Column], entries: Sequence[_Entry], width: float, first: TaggedTable | None
) -> TaggedTable:
    shares = sum(column.share for column in columns)
    right, left = styles().column_right, styles().column
    head: list[list[Flowable]] = [
        [line(each.title, right if each.is_figure else left)] for each in columns
    ]
    is_long = any(entry.is_long for entry in entries)
    return data_table(
        [head, *(entry.cells for entry in entries)],
        heads=1,
        titles=[row for row, entry in enumerate(entries, start=1) if entry.is_title],
        after=first,
        colWidths=[width * column.share / shares for column in columns],
        splitInRow=int(is_long),
        hAlign="LEFT",
        spaceBefore=3,
        spaceAfter=6,
        style=[*_rules(), *_marks(entries), *([] if is_long else _joined(entries))],
    )


def _rules() -> list[tuple[Any, ...]]:
    ink = inks()
    return [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), _GUTTER),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LINEBELOW", (0, 0), (-1, 0), 0.75, ink.accent),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, ink.line),
    ]


def _marks(entries: Sequence[_Entry]) -> list[tuple[Any, ...]]:
    marks: list[tuple[Any, ...]] = []
    for row, entry in enumerate(entries, start=1):
        if entry.is_title:
            marks += [
                ("SPAN", (0, row), (-1, row)),
                ("TOPPADDING", (0, row), (-1, row), 8),
            ]
        if entry.is_total:
            marks.append(("LINEABOVE", (0, row), (-1, row), 0.75, inks().text))
    return marks


def _joined(entries: Sequence[_Entry]) -> list[tuple[Any, ...]]:
    """Keep a title with the row after it, a total with the row before.

    Not for a table whose rows may be cut: the layout would never end.
    """
    titles = [row for row, entry in enumerate(entries, start=1) if entry.is_title]
    totals = [row - 1 for row, entry in enumerate(entries, start=1) if entry.is_total]
    return [("NOSPLIT", (0, row), (-1, row + 1)) for row in (*titles, *totals)]
