"""Large figures with their captions: in a row at the foot of a page, or filling it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from alize_desktop.models.records.room import RoomState
from alize_desktop.ui.room.sheet import GAP, Sheet, Weight, square
from alize_desktop.ui.room.signs import PLAIN, Sign, choice_sign
from alize_desktop.ui.room.text import Block
from alize_desktop.ui.theme.tokens import DARK

_GUTTER: Final = 40
_VALUE: Final = 46
_CAPTION: Final = 26
_LARGE_VALUE: Final = 80
_LARGE_CAPTION: Final = 30
_SMALL_VALUE: Final = 34
_SMALL_CAPTION: Final = 24


class Figure(NamedTuple):
    """A figure to show, with its sign."""

    value: str
    caption: str
    sign: Sign = PLAIN


class _Laid(NamedTuple):
    """A figure laid out in its column."""

    value: Block
    caption: Block
    sign: Sign

    @property
    def height(self) -> float:
        return self.value.height + self.caption.height


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
    value, caption = (_SMALL_VALUE, _SMALL_CAPTION) if small else (_VALUE, _CAPTION)
    columns = len(figures)
    if sheet.width / columns < sheet.px(200):
        columns = 2
    rows = [figures[first : first + columns] for first in range(0, len(figures), columns)]
    for row in reversed(rows):
        laid = _laid_out(sheet, row, columns, value, caption, sheet.px(150))
        height = max(each.height for each in laid)
        _put_row(sheet, laid, columns, sheet.bottom - height)
        sheet.bottom -= height + sheet.px(GAP)
    sheet.bottom -= sheet.px(GAP / 2)


def filling(sheet: Sheet, figures: Sequence[Figure]) -> None:
    """Put four figures at most in what is left of the page, as large as they fit."""
    if not figures:
        return
    columns = 2 if len(figures) > 1 else 1
    rows = [figures[first : first + columns] for first in range(0, len(figures), columns)]
    height = (sheet.bottom - sheet.top) / len(rows)
    for number, row in enumerate(rows):
        top = sheet.top + number * height
        room = height - sheet.px(2 * GAP)
        laid = _laid_out(sheet, row, columns, _LARGE_VALUE, _LARGE_CAPTION, room)
        _put_row(sheet, laid, columns, top + sheet.px(GAP))


def _laid_out(
    sheet: Sheet,
    figures: Sequence[Figure],
    columns: int,
    value: float,
    caption: float,
    height: float,
) -> list[_Laid]:
    width = _column(sheet, columns)
    small = sheet.face(caption)
    big = sheet.face(value, Weight.DemiBold, figures=True)
    laid = []
    for each in figures:
        words = sheet.fitted(each.caption, small, width, height * 0.6, lines=3)
        left = height - words.height
        inside = width - (_side(sheet, value) if each.sign.shape else 0)
        laid.append(_Laid(sheet.fitted(each.value, big, inside, left), words, each.sign))
    same = min(each.value.face.pixels for each in laid)
    face = type(big)(same, big.weight, big.figures)
    return [
        _Laid(sheet.fitted(each.value.text, face, width, height), each.caption, each.sign)
        for each in laid
    ]


def _put_row(sheet: Sheet, laid: Sequence[_Laid], columns: int, top: float) -> None:
    width = _column(sheet, columns)
    for number, each in enumerate(laid):
        left = sheet.left + number * (width + sheet.px(_GUTTER))
        text = left
        if each.sign.shape:
            side = each.value.face.pixels * 0.62
            middle = top + each.value.height / 2
            sheet.sign(each.sign.shape, square(left, middle, side), each.sign.ink)
            text += side * 1.4
        box = sheet.put(each.value, text, top)
        sheet.put(each.caption, left, box.bottom(), DARK.soft)


def _column(sheet: Sheet, columns: int) -> float:
    return (sheet.width - (columns - 1) * sheet.px(_GUTTER)) / columns


def _side(sheet: Sheet, value: float) -> float:
    return sheet.face(value).pixels * 0.62 * 1.4
