"""One point in a list of points, and how it is painted."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from typing_extensions import override

from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette, Role
from alize_desktop.ui.widgets.line_delegate import Line, LineDelegate
from alize_desktop.ui.widgets.painting import MIDDLE_RIGHT, Shape, draw_shape, draw_text

_MARK = 9
_MEDIUM = QFont.Weight.Medium


@dataclass(frozen=True, slots=True)
class Entry:
    """A point in a list.

    Attributes:
        key: What tells it from the others: an identifier, or what is to be added.
        title: Company of a dossier, or title of a standing point.
        detail: Number and town, or why it is proposed.
        figures: What is asked, at the right.
        state: Word, colour and shape under the figures; None for none.
        place: Number of passage; empty where the order is that of the list.
    """

    key: Hashable
    title: str
    detail: str
    figures: str
    state: tuple[str, Role, Shape] | None = None
    place: str = ""

    def told(self) -> str:
        """Return the whole of it on two lines, for a tooltip and for those who hear the screen."""
        state = self.state[0] if self.state else ""
        below = " · ".join(part for part in (self.detail, self.figures, state) if part)
        return f"{self.title}\n{below}"


class PointDelegate(LineDelegate):
    """Paints two lines, figures at the right, and the place in a numbered list."""

    width = 160
    height = 48

    def __init__(self, *, is_numbered: bool) -> None:
        super().__init__()
        self._is_numbered = is_numbered

    @override
    def paint_words(self, painter: QPainter, line: Line) -> None:
        entry: Entry = line.entry
        colours = line.colours
        inside = line.box.adjusted(scaled(SPACE.related), 0, -scaled(SPACE.related), -1)
        if self._is_numbered:
            number = QRectF(inside.left(), inside.top(), scaled(28), inside.height())
            place = entry.place or str(line.row + 1)
            draw_text(painter, number, place, font(weight=_MEDIUM), colours.soft)
            inside.setLeft(number.right())
        inside.setRight(self._paint_right(painter, inside, entry, colours))
        self._paint_lines(painter, inside, entry, colours)

    def _paint_lines(self, painter: QPainter, box: QRectF, entry: Entry, colours: Palette) -> None:
        upper, lower = _halves(box)
        draw_text(painter, upper, entry.title, font(weight=_MEDIUM), colours.text)
        draw_text(painter, lower, entry.detail, font(TYPE.small), colours.soft)

    def _paint_right(self, painter: QPainter, box: QRectF, entry: Entry, colours: Palette) -> float:
        """Paint figures and state at the right; return where the words must end."""
        small = font(TYPE.small)
        heavy = font(TYPE.small, QFont.Weight.DemiBold)
        wide = QFontMetricsF(small).horizontalAdvance(entry.figures) + 2
        if entry.state is None:
            figures = QRectF(box.right() - wide, box.top(), wide, box.height())
            draw_text(painter, figures, entry.figures, small, colours.text, MIDDLE_RIGHT)
            return figures.left() - scaled(SPACE.related)
        word, role, shape = entry.state
        side = scaled(_MARK)
        words = QFontMetricsF(heavy).horizontalAdvance(word) + 2
        right = QRectF(box)
        right.setLeft(box.right() - max(wide, words + side + scaled(SPACE.tight)))
        upper, lower = _halves(right)
        draw_text(painter, upper, entry.figures, small, colours.text, MIDDLE_RIGHT)
        draw_text(painter, lower, word, heavy, colours.ink(role), MIDDLE_RIGHT)
        mark = lower.right() - words - scaled(SPACE.tight) - side
        box_of_mark = QRectF(mark, lower.center().y() - side / 2, side, side)
        draw_shape(painter, box_of_mark, shape, colours.ink(role))
        return right.left() - scaled(SPACE.related)


def _halves(box: QRectF) -> tuple[QRectF, QRectF]:
    """Return the upper and the lower line of a row."""
    half = box.height() / 2
    upper = QRectF(box.left(), box.top() + 3, box.width(), half)
    return upper, upper.translated(0, half - 5)
