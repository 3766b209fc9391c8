"""Text that fits: as large as its place allows, wrapped, never below the smallest size.

What is measured here is what is painted: a block keeps its laid out lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.tokens import TYPE

_SHRINK: Final = 0.93
_LARGE_ENOUGH: Final = 0.75
"""A text takes no further line while it keeps at least this share of its size."""

_WORTH_A_LINE: Final = 1.2
"""How much larger a text must become to take more lines."""

_ELLIPSIS: Final = "…"


@dataclass(frozen=True, slots=True)
class Face:
    """A font by its height in pixels.

    Attributes:
        figures: Whether digits have one width.
    """

    pixels: int
    weight: QFont.Weight = QFont.Weight.Normal
    figures: bool = False


class Faces:
    """The fonts of one view, each made once. To be made once there is an application."""

    def __init__(self) -> None:
        self._fonts: dict[Face, QFont] = {}
        self._metrics: dict[Face, QFontMetricsF] = {}

    def font(self, face: Face) -> QFont:
        """Return the font of a face."""
        if face not in self._fonts:
            font = QFont([TYPE.family, TYPE.symbols])
            font.setPixelSize(face.pixels)
            font.setWeight(face.weight)
            self._fonts[face] = with_figures(font) if face.figures else font
        return self._fonts[face]

    def width(self, text: str, face: Face) -> float:
        """Return the width of a text on one line."""
        return self._metric(face).horizontalAdvance(text)

    def line_height(self, face: Face) -> float:
        """Return the height of a line."""
        return self._metric(face).height()

    def _metric(self, face: Face) -> QFontMetricsF:
        if face not in self._metrics:
            self._metrics[face] = QFontMetricsF(self.font(face))
        return self._metrics[face]


@dataclass(frozen=True, slots=True)
class Block:
    """A text laid out in lines.

    Attributes:
        width: Of its widest line.
        is_cut: Whether its end is missing, told by an ellipsis.
    """

    text: str
    face: Face
    layout: QTextLayout
    width: float
    height: float
    lines: int
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """The place there is for a text, in pixels.

    Attributes:
        lines: Lines at most.
    """

    width: float
    height: float
    lines: int = 1


def fit(faces: Faces, text: str, room: Room, largest: Face, smallest: int) -> Block:
    """Return a text as large as fits.

    Args:
        faces: Fonts of the view.
        text: One paragraph.
        room: Place there is.
        largest: Face to begin with.
        smallest: Height in pixels it never goes below; there it is cut if it must.
    """
    floor = min(smallest, largest.pixels)
    best: Block | None = None
    for lines in range(1, room.lines + 1):
        if best and best.face.pixels >= largest.pixels * _LARGE_ENOUGH:
            break
        block = _largest(faces, text, Room(room.width, room.height, lines), largest, floor)
        if block and (best is None or block.face.pixels > best.face.pixels * _WORTH_A_LINE):
            best = block
    return best or _cut(faces, text, room, Face(floor, largest.weight, largest.figures))


def _largest(faces: Faces, text: str, room: Room, largest: Face, floor: int) -> Block | None:
    """Return the largest block that fits with no word cut; None when none does."""
    for pixels in _sizes(largest.pixels, floor):
        face = Face(pixels, largest.weight, largest.figures)
        if room.lines == 1 and faces.width(text, face) > room.width:
            continue
        block = _laid_out(faces, text, room.width, face, whole_words=True)
        if block.lines <= room.lines and block.width <= room.width and block.height <= room.height:
            return block
    return None


def _sizes(largest: int, least: int) -> Iterator[int]:
    pixels = largest
    while pixels > least:
        yield pixels
        pixels = max(least, int(pixels * _SHRINK))
    yield least


def wrapped(faces: Faces, text: str, width: float, face: Face) -> Block:
    """Return a text at one size, on as many lines as it needs."""
    return _laid_out(faces, text, width, face, whole_words=False)


def _laid_out(faces: Faces, text: str, width: float, face: Face, *, whole_words: bool) -> Block:
    option = QTextOption()
    modes = QTextOption.WrapMode
    option.setWrapMode(modes.WordWrap if whole_words else modes.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, faces.font(face))
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    widest = height = 0.0
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        widest = max(widest, line.naturalTextWidth())
        count += 1
    layout.endLayout()
    return Block(text, face, layout, widest, height, count)


def _cut(faces: Faces, text: str, room: Room, face: Face) -> Block:
    """Return a text at one size, its end cut if the place is too small for all of it."""
    block = _laid_out(faces, text, room.width, face, whole_words=False)
    allowed = max(1, min(room.lines, int(room.height / faces.line_height(face))))
    if block.lines <= allowed:
        return block
    end = block.layout.lineAt(allowed - 1)
    kept = text[: end.textStart() + end.textLength()].rstrip()
    while kept:
        block = _laid_out(faces, kept + _ELLIPSIS, room.width, face, whole_words=False)
        if block.lines <= allowed:
            break
        kept = kept[:-1].rstrip()
    return Block(text, face, block.layout, block.width, block.height, block.lines, is_cut=True)
