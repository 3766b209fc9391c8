"""The icons of ``resources/icons``, painted in any colour."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from alize_desktop.paths import resource


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


def draw_icon(painter: QPainter, box: QRectF, name: str, colour: str) -> None:
    """Paint an icon.

    Args:
        painter: Where to paint.
        box: Square to fill.
        name: Name of the file, without ``.svg``.
        colour: ``#RRGGBB``.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    _renderer(name, colour).render(painter, box)
