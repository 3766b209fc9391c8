"""Figures: pictures, drawings and QR codes, each with what it says to who cannot see it.

A figure with an empty alternative text is an ornament: readers pass over it.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, TypeAlias

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel
from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable
from typing_extensions import override

from alize_desktop.documents.fonts import REGULAR
from alize_desktop.documents.tagging.canvas import TaggedCanvas, tagged
from alize_desktop.documents.tagging.pictures import printable_picture
from alize_desktop.documents.tagging.structure import Node

Align: TypeAlias = Literal["LEFT", "CENTER", "RIGHT"]

STATE_DEFAULTS["fontName"] = REGULAR  # a drawing made from here on names no other font

_QUIET_ZONE = 4
"""Empty modules around a QR code (ISO/IEC 18004, 6.3.8)."""


class Figure(Flowable):
    """Something to be seen, drawn by ``paint`` in a box of its own.

    Attributes:
        width: In points.
        height: In points.
        hAlign: LEFT, CENTER or RIGHT in the width of the text.
    """

    def __init__(
        self, width: float, height: float, alternative: str, align: Align = "LEFT"
    ) -> None:
        super().__init__()
        self.width, self.height, self.hAlign = width, height, align
        self._node = Node("Figure", alternative=alternative)

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        """Draw the figure, called by the layout."""
        canvas = tagged(self.canv)
        if not self._node.alternative:
            self.paint(canvas)
            return
        left, bottom = canvas.absolutePosition(0, 0)
        right, top = canvas.absolutePosition(self.width, self.height)
        self._node.box = (left, bottom, right, top)
        canvas.open_content(self._node)
        self.paint(canvas)
        canvas.close_content()

    def paint(self, canvas: TaggedCanvas) -> None:
        """Draw in the box whose left bottom corner is the origin."""
        raise NotImplementedError


class Picture(Figure):
    """A picture made of points: logo, photograph, scan.

    What is transparent becomes white; what is finer than a printer shows is made
    coarser; the colours of the file are those of the paper.

    Args:
        content: Bytes of a PNG, JPEG, GIF, BMP, TIFF or WebP file.
        alternative: What it says to who cannot see it; empty for an ornament.
        width: Room it has, in points.
        height: Room it has, in points; it fills the room one way or the other.
        align: LEFT, CENTER or RIGHT.

    Raises:
        NotAPictureError: ``content`` cannot be read as a picture.
    """

    def __init__(
        self, content: bytes, alternative: str, width: float, height: float, align: Align = "LEFT"
    ) -> None:
        picture, across, down = printable_picture(content, width, height)
        super().__init__(across, down, alternative, align)
        self._picture = picture

    @override
    def paint(self, canvas: TaggedCanvas) -> None:
        canvas.drawImage(ImageReader(self._picture), 0, 0, self.width, self.height)


class Drawn(Figure):
    """A drawing of ``reportlab.graphics``: a chart, as vectors.

    Its texts are in the text font; any other must be one of ``documents.fonts``, since
    every font is inside the file.

    Args:
        drawing: The drawing, in its own size.
        alternative: What it says: the figures that a reader takes from it.
        align: LEFT, CENTER or RIGHT.
    """

    def __init__(self, drawing: Drawing, alternative: str, align: Align = "LEFT") -> None:
        super().__init__(drawing.width, drawing.height, alternative, align)
        self._drawing = drawing

    @override
    def paint(self, canvas: TaggedCanvas) -> None:
        renderPDF.draw(self._drawing, canvas, 0, 0)


class QrCode(Figure):
    """A QR code, error correction M, with the white around it that readers need.

    Args:
        content: What a telephone reads.
        alternative: What it says to who cannot see it.
        side: In points, the white around it counted; 25 mm suit 100 signs.
        align: LEFT, CENTER or RIGHT.
    """

    def __init__(
        self, content: str, alternative: str, side: float = 28 * mm, align: Align = "LEFT"
    ) -> None:
        super().__init__(side, side, alternative, align)
        self._code = QRCode(None, QRErrorCorrectLevel.M)
        self._code.addData(QR8bitByte(content.encode()))
        self._code.make()

    @override
    def paint(self, canvas: TaggedCanvas) -> None:
        module = self.width / (len(self._code.modules) + 2 * _QUIET_ZONE)
        canvas.saveState()
        canvas.setFillGray(0)
        path = canvas.beginPath()
        for column, row, length in self._runs():
            left = (column + _QUIET_ZONE) * module
            bottom = self.height - (row + 1 + _QUIET_ZONE) * module
            path.rect(left, bottom, length * module, module)
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()

    def _runs(self) -> Iterator[tuple[int, int, int]]:
        """Yield column, row and length of each run of dark modules."""
        for number, row in enumerate(self._code.modules):
            column = 0
            for is_dark, modules in groupby(map(bool, row)):
                length = len(list(modules))
                if is_dark:
                    yield column, number, length
                column += length
