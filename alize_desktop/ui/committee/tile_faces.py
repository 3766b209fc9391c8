"""The fonts of the tiles: as large as every name of the grid allows."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetricsF

from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import TYPE


class Faces(NamedTuple):
    """Fonts of a tile."""

    number: QFont
    name: QFont
    small: QFont
    state: QFont


def faces_of(grown: float) -> Faces:
    """Return the fonts of a tile whose words are ``grown`` times larger than usual."""
    return Faces(
        font(round(TYPE.large * grown), QFont.Weight.Bold),
        font(round(TYPE.body * grown), QFont.Weight.DemiBold),
        font(round(TYPE.small * grown)),
        font(round(TYPE.body * grown), QFont.Weight.Bold),
    )


def number_width(grown: float) -> float:
    """Return the width of the widest number, in pixels."""
    return QFontMetricsF(faces_of(grown).number).horizontalAdvance("00’") + scaled(6 * grown)


def growth(size: QSize, names: Sequence[str]) -> float:
    """Return how much larger than usual words may be in tiles of one size.

    Args:
        size: Size of a tile in pixels.
        names: Short names of the voters; all must fit, unless the tile is tiny.

    Returns:
        From 0.92 to 1.8, the same for every tile of a grid.
    """
    grown = min(size.height() / scaled(68), 1.8)
    while grown > 0.92:
        metrics = QFontMetricsF(faces_of(grown).name)
        room = size.width() - number_width(grown) - 2 * scaled(10 * grown) - 4
        if all(metrics.horizontalAdvance(name) <= room for name in names):
            break
        grown -= 0.06
    return max(grown, 0.92)
