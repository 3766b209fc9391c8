"""Lists of the room: rows as large as they fit on one page, or else several pages.

A list is never scrolled and no row is cut: a long name takes two lines, and its row
grows with it.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

from alize_desktop.models.records.room import RoomLine
from alize_desktop.ui.room.sheet import GAP, Sheet, Weight, square
from alize_desktop.ui.room.signs import line_sign
from alize_desktop.ui.room.text import Block, Face, wrapped
from alize_desktop.ui.theme.tokens import DARK

SIZES: Final = (40, 36, 32, 28)
"""Heights of the names of a list, in units; the last one is that of several pages."""

_DETAIL: Final = 24
_BETWEEN: Final = 14
_GUTTER: Final = 48
_TWO_COLUMNS: Final = 1000
_SPREAD: Final = 24
"""Units that rows may be set further apart when they leave room on their page."""

_STATUS: Final = 0.34
"""Part of a row that its status may take."""


class Row(NamedTuple):
    """A row laid out; its name begins after ``indent``, where its mark ends."""

    line: RoomLine
    indent: float
    mark: Block
    name: Block
    detail: Block | None
    status: Block | None
    height: float


class Listing(NamedTuple):
    """A list laid out on its pages: by page, by column, rows from top to bottom."""

    pages: tuple[tuple[tuple[Row, ...], ...], ...]

    def page_of_current(self) -> int | None:
        """Return the page of the line under way, from 0; None when there is none."""
        for number, page in enumerate(self.pages):
            if any(row.line.is_current for column in page for row in column):
                return number
        return None


def laid_out(
    sheet: Sheet, lines: Sequence[RoomLine], reserved: float, *, in_columns: bool
) -> Listing:
    """Return a list in the largest rows that fit on one page, or else on several.

    Args:
        sheet: Page; rows go between its top and its bottom.
        lines: Lines of the list.
        reserved: Pixels that each of several pages keeps free for its number.
        in_columns: Whether short lines may stand in two columns.
    """
    room = sheet.bottom - sheet.top
    columns = 2 if in_columns and sheet.width >= sheet.px(_TWO_COLUMNS) else 1
    for units in SIZES[:-1]:
        face = sheet.face(units, Weight.Medium)
        least = sheet.faces.line_height(face) + sheet.px(_BETWEEN)
        if len(lines) * least <= room * columns:
            listing = Listing(_pages(_rows(sheet, lines, face, columns), room, columns))
            if len(listing.pages) == 1:
                return listing
    rows = _rows(sheet, lines, sheet.face(SIZES[-1], Weight.Medium), columns)
    listing = Listing(_pages(rows, room, columns))
    if len(listing.pages) == 1:
        return listing
    return Listing(_pages(rows, room - reserved, columns))


def put(sheet: Sheet, listing: Listing, page: int) -> None:
    """Put one page of a list on the sheet."""
    columns = listing.pages[page]
    width = _width(sheet, len(columns))
    tallest = max(sum(row.height for row in rows) for rows in columns)
    longest = max(len(rows) for rows in columns)
    alone = len(listing.pages) == 1
    spare = (sheet.bottom - sheet.top - tallest) / max(longest, 1) if alone else 0.0
    apart = min(spare, sheet.px(_SPREAD))
    for number, rows in enumerate(columns):
        left = sheet.left + number * (width + sheet.px(_GUTTER))
        top = sheet.top
        for row in rows:
            _put_row(sheet, row, QRectF(left, top, width, row.height))
            top += row.height + apart


def _pages(
    rows: Sequence[Row], room: float, columns: int
) -> tuple[tuple[tuple[Row, ...], ...], ...]:
    filled: list[list[Row]] = [[]]
    left = room
    for row in rows:
        if filled[-1] and row.height > left:
            filled.append([])
            left = room
        filled[-1].append(row)
        left -= row.height
    while len(filled) % columns:
        filled.append([])
    stacks = [tuple(each) for each in filled]
    return tuple(tuple(stacks[first : first + columns]) for first in range(0, len(stacks), columns))


def _width(sheet: Sheet, columns: int) -> float:
    return (sheet.width - (columns - 1) * sheet.px(_GUTTER)) / columns


def _rows(sheet: Sheet, lines: Sequence[RoomLine], face: Face, columns: int) -> list[Row]:
    marks = [sheet.faces.width(each.mark, _mark_face(face)) for each in lines]
    indent = max(marks, default=0.0) + sheet.px(GAP)
    return [_row(sheet, each, face, _width(sheet, columns), indent) for each in lines]


def _mark_face(face: Face) -> Face:
    return Face(face.pixels, figures=True)


def _row(sheet: Sheet, line: RoomLine, face: Face, width: float, indent: float) -> Row:
    small = sheet.face(_DETAIL)
    side = _side(small)
    status = None
    taken = 0.0
    if line.status:
        words = sheet.face(_DETAIL, Weight.DemiBold)
        status = wrapped(sheet.faces, line.status, width * _STATUS - side, words)
        taken = status.width + side + sheet.px(GAP)
    mark = wrapped(sheet.faces, line.mark, width, _mark_face(face))
    inside = width - indent - taken
    name = wrapped(sheet.faces, line.text, inside, face)
    detail = wrapped(sheet.faces, line.detail, inside, small) if line.detail else None
    words_height = name.height + (detail.height if detail else 0)
    height = max(words_height, status.height if status else 0) + sheet.px(_BETWEEN)
    return Row(line, indent, mark, name, detail, status, height)


def _put_row(sheet: Sheet, row: Row, box: QRectF) -> None:
    inner = box.adjusted(0, sheet.px(_BETWEEN / 2), 0, -sheet.px(_BETWEEN / 2))
    if row.line.is_current:
        edge = sheet.px(12)
        ground = box.adjusted(-edge, sheet.px(1), edge, -sheet.px(1))
        sheet.fill(ground, DARK.primary_ground, sheet.px(8))
    left = inner.left() + row.indent
    sheet.put(row.mark, left - sheet.px(GAP) - row.mark.width, inner.top(), DARK.soft)
    name = sheet.put(row.name, left, inner.top())
    if row.detail is not None:
        sheet.put(row.detail, left, name.bottom(), DARK.soft)
    if row.status is not None:
        _put_status(sheet, row, row.status, inner)


def _put_status(sheet: Sheet, row: Row, status: Block, inner: QRectF) -> None:
    sign = line_sign(row.line)
    first = status.height / status.lines
    top = inner.top() + max(0.0, row.name.height / row.name.lines - first) / 2
    left = inner.right() - status.width
    ink = sign.ink if sign.shape else DARK.soft
    sheet.put(status, left, top, ink)
    side = status.face.pixels * 0.62
    sheet.sign(sign.shape, square(left - _side(status.face), top + first / 2, side), ink)


def _side(face: Face) -> float:
    return face.pixels * 0.62 * 1.6
