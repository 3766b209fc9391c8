"""What is filled in by hand: cells to write in, boxes to tick, lines for notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer
from typing_extensions import override

from alize_desktop.documents.blocks import line
from alize_desktop.documents.colours import inks
from alize_desktop.documents.frame import TEXT_WIDTH
from alize_desktop.documents.grids import SLICE, Column, Noted
from alize_desktop.documents.tagging.tables import TaggedTable, data_table
from alize_desktop.documents.text import NO_BREAK
from alize_desktop.documents.typography import CELL_FONT, styles

BOX: Final = "☐"
"""A box to tick."""

_PADDING: Final = 4
_LONGEST_CELL: Final = 400
_LEADING: Final = 8.5 * mm


@dataclass(frozen=True, slots=True)
class Blank:
    """A cell to write in."""


BLANK: Final = Blank()

FormCell: TypeAlias = str | Noted | Blank
FormRow: TypeAlias = Sequence[FormCell]


class WritingLines(Flowable):
    """Thin lines to write on, as many as there is room for when they are cut.

    They are an ornament: nobody has them read aloud. The last ones of a page that do not
    fit go on the next page, or are left out: no page is begun for two lines.
    """

    def __init__(
        self, count: int, width: float = TEXT_WIDTH, *, ends_with_page: bool = False
    ) -> None:
        super().__init__()
        self.width, self.height = width, count * _LEADING
        self._count, self._ends_with_page = count, ends_with_page

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return self.width, self.height

    @override
    def split(self, aW: float, aH: float) -> list[Flowable]:
        first = int(aH // _LEADING)
        if self._ends_with_page:
            return [WritingLines(max(0, min(first, self._count)), self.width)]
        if not 0 < first < self._count:
            return []
        return [
            WritingLines(first, self.width),
            WritingLines(self._count - first, self.width),
        ]

    def draw(self) -> None:
        """Draw the lines, from the top."""
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(inks().strong)
        canvas.setLineWidth(0.4)
        for number in range(self._count):
            height = self.height - (number + 1) * _LEADING
            canvas.line(0, height, self.width, height)
        canvas.restoreState()


def boxes(words: Sequence[str]) -> str:
    """Return words, each after a box to tick and never parted from it, side by side."""
    whole = (each.replace(" ", NO_BREAK) for each in words)
    return f"{NO_BREAK * 3} ".join(f"{BOX}{NO_BREAK * 2}{each}" for each in whole)


def form_grid(
    columns: Sequence[Column], rows: Sequence[FormRow], least_height: float
) -> list[Flowable]:
    """Return a table with cells to write in, each row at least so high, in slices.

    Args:
        columns: At least one; a blank cell of any row gives its column vertical rules.
        rows: Cells, one a column.
        least_height: In points.
    """
    tables: list[TaggedTable] = []
    for start in range(0, len(rows), SLICE):
        after = tables[0] if tables else None
        tables.append(_table(columns, rows[start : start + SLICE], least_height, after))
    return list(tables)


def _table(
    columns: Sequence[Column],
    rows: Sequence[FormRow],
    least_height: float,
    after: TaggedTable | None,
) -> TaggedTable:
    head: list[list[Flowable]] = [[line(each.title, styles().column)] for each in columns]
    shares = sum(column.share for column in columns)
    is_long = any(_is_long(row) for row in rows)
    return data_table(
        [head, *([_cell(cell, least_height) for cell in row] for row in rows)],
        heads=1,
        after=after,
        colWidths=[TEXT_WIDTH * column.share / shares for column in columns],
        splitInRow=int(is_long),
        hAlign="LEFT",
        spaceBefore=3,
        spaceAfter=6,
        style=_rules(columns, rows, is_long=is_long),
    )


def _cell(cell: FormCell, least_height: float) -> list[Flowable]:
    if isinstance(cell, Blank):
        return [Spacer(1, least_height - 6)]
    if isinstance(cell, str):
        return [line(cell, styles().cell)]
    note: list[Flowable] = [line(cell.note, styles().note)] if cell.note else []
    return [line(cell.text, styles().cell), *note]


def _is_long(row: FormRow) -> bool:
    """Return whether a row may be higher than a page, so that it must be cut."""
    texts = (
        "" if isinstance(cell, Blank) else cell if isinstance(cell, str) else cell.text + cell.note
        for cell in row
    )
    return any(len(text) > _LONGEST_CELL for text in texts)


def _rules(
    columns: Sequence[Column], rows: Sequence[FormRow], *, is_long: bool
) -> list[tuple[Any, ...]]:
    ink = inks()
    blank = [
        number
        for number in range(len(columns))
        if any(isinstance(row[number], Blank) for row in rows)
    ]
    return [
        CELL_FONT,
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("VALIGN", (0, 1), (-1, -1), "TOP" if is_long else "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LINEBELOW", (0, 0), (-1, 0), 0.75, ink.accent),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, ink.strong),
        *(("LINEBEFORE", (number, 1), (number, -1), 0.5, ink.strong) for number in blank),
        *(("LINEAFTER", (number, 1), (number, -1), 0.5, ink.strong) for number in blank),
    ]
