"""Large figures with their captions: in a row at the foot of a page, or filling it."""

from collections.abc import Sequence
from typing import Final, NamedTuple, TypeVar

from alize_desktop.models.records.room import RoomState
from alize_desktop.ui.room.sheet import GAP, Sheet, Weight, square
from alize_desktop.ui.room.signs import PLAIN, Sign, choice_sign
from alize_desktop.ui.room.text import Block, Face
from alize_desktop.ui.theme.tokens import DARK

_T = TypeVar("_T")

_GUTTER: Final = 40
_NARROWEST: Final = 190
"""Units of the narrowest column: below it figures stand on two rows."""

_HEIGHT: Final = 148
_SIGN: Final = 0.62
_BESIDE: Final = 1.4


class Figure(NamedTuple):
    """A figure to show, with its sign."""

    value: str
    caption: str
    sign: Sign = PLAIN


class _Scale(NamedTuple):
    """Heights of a value and of its caption, in units."""

    value: int
    caption: int


class _Laid(NamedTuple):
    """A figure laid out in its column."""

    value: Block
    caption: Block
    sign: Sign

    @property
    def height(self) -> float:
        return self.value.height + self.caption.height


_USUAL: Final = _Scale(46, 26)
_LARGE: Final = _Scale(84, 30)
_SMALL: Final = _Scale(34, 24)


def figures_of(state: RoomState) -> tuple[Figure, ...]:
    """Return the figures of a state, or else the counts of its result."""
    if state.figures:
        return tuple(Figure(each.value, each.caption) for each in state.figures)
    return tuple(
        Figure(each.voices, each.caption, choice_sign(each.choice)) for each in state.counts
    )


def foot(sheet: Sheet, figures: Sequence[Figure], *, small: bool = False) -> None:
    """Put figures in a row at the foot of the page; what is left ends above them."""
    if not figures:
        return
    scale = _SMALL if small else _USUAL
    many = len(figures)
    columns = many if sheet.width / many >= sheet.px(_NARROWEST) else 2
    for row in reversed(_rows(figures, columns)):
        widths = _natural_widths(sheet, row, scale)
        laid = _laid_out(sheet, row, widths, scale, sheet.px(_HEIGHT))
        height = max(each.height for each in laid)
        _put_row(sheet, laid, widths, sheet.bottom - height)
        sheet.bottom -= height + sheet.px(GAP)
    sheet.bottom -= sheet.px(GAP / 2)


def filling(sheet: Sheet, figures: Sequence[Figure]) -> None:
    """Put four figures at most in what is left of the page, as large as they fit."""
    columns = min(len(figures), 2)
    rows = _rows(figures, columns)
    height = (sheet.bottom - sheet.top) / len(rows)
    widths = [_column(sheet, columns)] * len(figures)
    laid = _laid_out(sheet, figures, widths, _LARGE, height - sheet.px(GAP))
    top = sheet.top + sheet.px(GAP / 2)
    for number, row in enumerate(_rows(laid, columns)):
        _put_row(sheet, row, widths, top + number * height)
    sheet.end(top + (len(rows) - 1) * height + max(each.height for each in laid))
    sheet.is_over = sheet.is_over or any(each.height > height for each in laid)


def _rows(figures: Sequence[_T], columns: int) -> list[Sequence[_T]]:
    return [figures[first : first + columns] for first in range(0, len(figures), columns)]


def _column(sheet: Sheet, columns: int) -> float:
    return (sheet.width - (columns - 1) * sheet.px(_GUTTER)) / columns


def _natural_widths(sheet: Sheet, figures: Sequence[Figure], scale: _Scale) -> list[float]:
    """Return widths by what is written; captions take two lines when they must."""
    value, caption = _faces(sheet, scale)
    words = [sheet.faces.width(each.caption, caption) for each in figures]
    numbers = [
        sheet.faces.width(each.value, value) + _beside(each, value.pixels) for each in figures
    ]
    room = sheet.width - (len(figures) - 1) * sheet.px(_GUTTER)
    for part in (1.0, 0.94, 0.6):  # on one line, or a little smaller, or on two
        asked = [max(number, part * word) for number, word in zip(numbers, words, strict=True)]
        if sum(asked) <= room:
            spare = (room - sum(asked)) / len(figures)
            return [each + spare for each in asked]
    return [_column(sheet, len(figures))] * len(figures)


def _faces(sheet: Sheet, scale: _Scale) -> tuple[Face, Face]:
    value = sheet.face(scale.value, Weight.DemiBold, figures=True)
    return value, sheet.face(scale.caption)


def _laid_out(
    sheet: Sheet,
    figures: Sequence[Figure],
    widths: Sequence[float],
    scale: _Scale,
    height: float,
) -> list[_Laid]:
    """Return figures in their columns, all values of one size, all captions of one size."""
    value, caption = _faces(sheet, scale)
    columns = list(zip(figures, widths, strict=True))
    rooms = [width - _beside(each, value.pixels) for each, width in columns]
    said = [sheet.fitted(each.caption, caption, width, height * 0.6, 3) for each, width in columns]
    caption = _smallest(said)
    said = [sheet.fitted(each.caption, caption, width, height * 0.6, 3) for each, width in columns]
    left = height - max(each.height for each in said)
    numbers = [
        sheet.fitted(each.value, value, room, left)
        for each, room in zip(figures, rooms, strict=True)
    ]
    value = _smallest(numbers)
    return [
        _Laid(sheet.fitted(each.value, value, room, left), words, each.sign)
        for each, room, words in zip(figures, rooms, said, strict=True)
    ]


def _smallest(blocks: Sequence[Block]) -> Face:
    return min((each.face for each in blocks), key=lambda face: face.pixels)


def _put_row(sheet: Sheet, laid: Sequence[_Laid], widths: Sequence[float], top: float) -> None:
    left = sheet.left
    for each, width in zip(laid, widths, strict=False):
        pixels = each.value.face.pixels
        if each.sign.shape:
            middle = top + each.value.height / 2
            sheet.sign(each.sign.shape, square(left, middle, pixels * _SIGN), each.sign.ink)
        beside = pixels * _SIGN * _BESIDE if each.sign.shape else 0.0
        box = sheet.put(each.value, left + beside, top)
        sheet.put(each.caption, left, box.bottom(), DARK.soft)
        left += width + sheet.px(_GUTTER)


def _beside(figure: Figure, pixels: int) -> float:
    """Return what the shape of a figure takes beside its value."""
    return pixels * _SIGN * _BESIDE if figure.sign.shape else 0.0
