"""The sheet a layout is drawn on: pieces put in places, then painted in one go.

Sizes are given in units: there are 720 in the height of the page, whatever the
screen. A sheet that is not painted yet can be looked at, which tests do.
"""

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter

from alize_desktop.ui.room.text import Block, Face, Faces, Room, fit
from alize_desktop.ui.theme.tokens import DARK
from alize_desktop.ui.widgets.painting import Shape, draw_rounded, draw_shape

LINES: Final = 720
"""Units in the height of a page."""

SMALLEST: Final = 24
"""Units in the smallest text."""

MARGIN: Final = 72
EDGE: Final = 56
GAP: Final = 16

Weight = QFont.Weight


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A text in its place."""

    box: QRectF
    block: Block
    colour: str

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        painter.setPen(QColor(self.colour))
        self.block.layout.draw(painter, self.box.topLeft())


@dataclass(frozen=True, slots=True)
class SignPiece:
    """A shape that says a state."""

    box: QRectF
    shape: Shape
    colour: str

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        draw_shape(painter, self.box, self.shape, self.colour)


@dataclass(frozen=True, slots=True)
class FillPiece:
    """A ground behind a text, or a line when it is thin."""

    box: QRectF
    colour: str
    radius: float = 0

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        draw_rounded(painter, self.box, self.radius, self.colour)


Piece = TextPiece | SignPiece | FillPiece


class Sheet:
    """A page under construction.

    Args:
        size: Page in pixels.
        faces: Fonts of the view.
        zoom: How much larger than usual texts are, where there is room.

    Attributes:
        top: Where the next block goes, in pixels; grows as blocks are put.
        bottom: Where blocks must end, in pixels.
        is_over: Whether something did not fit whole: a smaller zoom is to be tried.
    """

    def __init__(self, size: QSizeF, faces: Faces, zoom: float = 1.0) -> None:
        self.size = size
        self.faces = faces
        self.pieces: list[Piece] = []
        self.unit = size.height() / LINES
        self.zoom = zoom
        self.is_over = False
        self.top = EDGE * self.unit
        self.bottom = size.height() - EDGE * self.unit

    @property
    def left(self) -> float:
        """Left edge of what is written, in pixels."""
        return self.px(MARGIN)

    @property
    def width(self) -> float:
        """Width of what is written, in pixels."""
        return self.size.width() - 2 * self.left

    @property
    def smallest(self) -> int:
        """Height of the smallest text, in pixels."""
        return math.ceil(SMALLEST * self.unit)

    def px(self, units: float) -> float:
        """Return a distance in pixels."""
        return units * self.unit

    def face(self, units: float, weight: Weight = Weight.Normal, *, figures: bool = False) -> Face:
        """Return a face of so many units, enlarged by the zoom, never below the smallest."""
        return Face(max(self.smallest, round(units * self.unit * self.zoom)), weight, figures)

    def fitted(self, text: str, face: Face, width: float, height: float, lines: int = 1) -> Block:
        """Return a text as large as fits a place in pixels, ``face`` at most."""
        return fit(self.faces, text, Room(width, height, lines), face, self.smallest)

    def put(self, block: Block, left: float, top: float, colour: str = DARK.text) -> QRectF:
        """Put a text with its corner there, and return its box."""
        box = QRectF(left, top, block.width, block.height)
        self.is_over = self.is_over or block.is_cut
        if block.text.strip():
            self.pieces.append(TextPiece(box, block, colour))
        return box

    def write(
        self, text: str, face: Face, colour: str = DARK.text, *, lines: int = 1, after: float = 0
    ) -> None:
        """Put a text under the last one, over the whole width; nothing when it is empty.

        Args:
            text: One paragraph.
            face: Largest face.
            colour: Ink.
            lines: Lines at most.
            after: Units left free under it.
        """
        if not text:
            return
        block = self.fitted(text, face, self.width, max(self.bottom - self.top, 1), lines)
        self.put(block, self.left, self.top, colour)
        self.end(self.top + block.height)
        self.top += self.px(after)

    def end(self, top: float) -> None:
        """Say where what was put last ends; the next block goes there."""
        self.top = top
        self.is_over = self.is_over or top > self.bottom + 1

    def sign(self, shape: Shape, box: QRectF, colour: str) -> None:
        """Put a shape that fills a square."""
        self.pieces.append(SignPiece(box, shape, colour))

    def fill(self, box: QRectF, colour: str, radius: float = 0) -> None:
        """Put a ground or a line."""
        self.pieces.append(FillPiece(box, colour, radius))

    def texts(self) -> list[TextPiece]:
        """Return the texts of the page, in the order they were put."""
        return [each for each in self.pieces if isinstance(each, TextPiece)]

    def paint(self, painter: QPainter) -> None:
        """Paint every piece, in the order they were put."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each in self.pieces:
            each.paint(painter)


def square(left: float, middle: float, side: float) -> QRectF:
    """Return a square whose left edge and middle height are given."""
    return QRectF(QPointF(left, middle - side / 2), QSizeF(side, side))
