"""Drawing shared by the widgets and delegates that paint themselves."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette, Role

ELLIPSIS = Qt.TextElideMode.ElideRight
MIDDLE_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
MIDDLE_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
CENTRED = int(Qt.AlignmentFlag.AlignCenter)


class Shape(StrEnum):
    """A sign that says a state without its colour; the value is its character.

    ``Shape(mark.shape)`` gives the sign of a ``wording.labels.Mark``.
    """

    NONE = ""
    UP = "▲"
    UP_OPEN = "△"
    DOWN = "▼"
    RIGHT = "▶"
    DISC = "●"
    RING = "○"
    HALF = "◐"
    DIAMOND = "◆"
    DIAMOND_OPEN = "◇"
    BAR = "▬"
    SQUARE = "■"
    CHECK = "✔"
    CROSS = "✖"


_Corners = tuple[tuple[float, float], ...]

_TRIANGLE: Final[_Corners] = ((0.5, 0.06), (1, 0.94), (0, 0.94), (0.5, 0.06))
_DIAMOND: Final[_Corners] = ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5), (0.5, 0))

_LINES: Final[dict[Shape, tuple[_Corners, ...]]] = {
    Shape.UP: (_TRIANGLE,),
    Shape.UP_OPEN: (((0.5, 0.16), (0.92, 0.88), (0.08, 0.88), (0.5, 0.16)),),
    Shape.DOWN: (((0.5, 0.94), (1, 0.06), (0, 0.06), (0.5, 0.94)),),
    Shape.RIGHT: (((0.94, 0.5), (0.1, 1), (0.1, 0), (0.94, 0.5)),),
    Shape.DIAMOND: (_DIAMOND,),
    Shape.DIAMOND_OPEN: (((0.5, 0.1), (0.9, 0.5), (0.5, 0.9), (0.1, 0.5), (0.5, 0.1)),),
    Shape.CHECK: (((0.08, 0.55), (0.38, 0.84), (0.92, 0.2)),),
    Shape.CROSS: (((0.15, 0.15), (0.85, 0.85)), ((0.85, 0.15), (0.15, 0.85))),
}
"""Corners of the shapes made of straight lines, in a square of side 1."""

_THICK: Final = {Shape.CHECK, Shape.CROSS}
_OPEN: Final = {Shape.UP_OPEN, Shape.DIAMOND_OPEN, Shape.RING, Shape.HALF}


def draw_shape(painter: QPainter, box: QRectF, shape: Shape, colour: str) -> None:
    """Paint ``shape`` filling ``box`` (a square) in ``colour``."""
    if shape is Shape.NONE:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(colour)
    if shape in _THICK | _OPEN:
        pen = QPen(ink, max(1.5, box.width() / (5 if shape in _THICK else 6)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(ink))
    painter.drawPath(_outline(box, shape))
    if shape is Shape.HALF:
        painter.setBrush(QBrush(ink))
        inside = box.adjusted(*_edges(box, 0.14))
        painter.drawChord(inside, 90 * 16, 180 * 16)
    painter.restore()


def _edges(box: QRectF, share: float) -> tuple[float, float, float, float]:
    edge = box.width() * share
    return edge, edge, -edge, -edge


def _outline(box: QRectF, shape: Shape) -> QPainterPath:
    path = QPainterPath()
    side = box.width()
    for corners in _LINES.get(shape, ()):
        points = [QPointF(box.left() + x * side, box.top() + y * side) for x, y in corners]
        path.addPolygon(QPolygonF(points))
    if shape in (Shape.RING, Shape.HALF):
        path.addEllipse(box.adjusted(*_edges(box, 0.14)))
    elif shape is Shape.DISC:
        path.addEllipse(box.adjusted(*_edges(box, 0.06)))
    elif shape is Shape.BAR:
        path.addRoundedRect(box.adjusted(0, side * 0.34, 0, -side * 0.32), 1, 1)
    elif shape is Shape.SQUARE:
        path.addRoundedRect(box.adjusted(*_edges(box, 0.06)), 1, 1)
    return path


def draw_rounded(
    painter: QPainter,
    box: QRectF,
    radius: float,
    ground: str | None,
    border: str | None = None,
    width: float = 1,
) -> None:
    """Paint a rounded rectangle whose border lies wholly inside ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush(QColor(ground)) if ground else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(border), width) if border else Qt.PenStyle.NoPen)
    half = width / 2 if border else 0
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def draw_text(
    painter: QPainter,
    box: QRectF,
    text: str,
    face: QFont,
    colour: str,
    align: int = MIDDLE_LEFT,
) -> None:
    """Paint one line of text, with an ellipsis where it does not fit."""
    painter.setFont(face)
    painter.setPen(QColor(colour))
    painter.drawText(box, align, QFontMetricsF(face).elidedText(text, ELLIPSIS, box.width()))


def pill_font() -> QFont:
    """Return the font of a pill."""
    return font(TYPE.small, QFont.Weight.DemiBold)


def pill_size(text: str, shape: Shape) -> tuple[int, int]:
    """Return width and height, in pixels, of a pill that shows all of ``text``."""
    metrics = QFontMetricsF(pill_font())
    width = metrics.horizontalAdvance(text) + 2 * scaled(10)
    if shape is not Shape.NONE:
        width += scaled(9) + scaled(6)
    return int(width) + 2, round(metrics.height()) + scaled(7)


def draw_pill(
    painter: QPainter,
    box: QRectF,
    text: str,
    role: Role,
    shape: Shape,
    colours: Palette,
    *,
    outlined: bool = False,
) -> None:
    """Paint a pill in ``box``, its text cut with an ellipsis if it must be.

    An outlined pill shows its edge, on a ground of its own colour.
    """
    ink = colours.ink(role)
    draw_rounded(painter, box, box.height() / 2, colours.ground(role), ink if outlined else None)
    left = box.left() + scaled(10)
    if shape is not Shape.NONE:
        side = scaled(9)
        draw_shape(painter, QRectF(left, box.center().y() - side / 2, side, side), shape, ink)
        left += side + scaled(6)
    words = QRectF(left, box.top(), box.right() - scaled(8) - left, box.height())
    draw_text(painter, words, text, pill_font(), ink)


def draw_ring(painter: QPainter, box: QRectF, colour: str, radius: float) -> None:
    """Paint the focus ring just inside ``box``."""
    draw_rounded(painter, box, radius, None, colour, SPACE.ring)
