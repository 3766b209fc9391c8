"""The page of every paper: A4, margins, running header, and « page x/y ».

The number of pages is known only at the end. Each page therefore draws a form
named after its number, and the forms are written when the document is saved:
the count is exact, and the layout runs once.
"""

from dataclasses import dataclass
from typing import Final

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from typing_extensions import override

from alize_desktop.documents.colours import inks
from alize_desktop.documents.fonts import MEDIUM, REGULAR
from alize_desktop.documents.tagging.canvas import TaggedCanvas, tagged
from alize_desktop.documents.tagging.pictures import printable_picture
from alize_desktop.documents.text import plain, shorten
from alize_desktop.models.records.papers import PaperIdentity

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE: Final = 22 * mm
TOP: Final = 26 * mm
BOTTOM: Final = 24 * mm
TEXT_WIDTH: Final = PAGE_WIDTH - 2 * SIDE
"""Width of the text, in points."""

_RUNNING_SIZE: Final = 8
_HEADER_AT: Final = PAGE_HEIGHT - 15 * mm
_FOOTER_AT: Final = 13 * mm
_SMALL_PRINT_AT: Final = 9 * mm
_LOGO_WIDTH: Final = 56 * mm
_LOGO_HEIGHT: Final = 14 * mm
_LOGO_TOP: Final = PAGE_HEIGHT - 9 * mm


@dataclass(frozen=True, slots=True)
class Running:
    """What every page repeats. Texts are as persons wrote them.

    Attributes:
        left: Header, left: the body.
        right: Header, right: the number of the paper.
        footer: Footer, left.
    """

    left: str
    right: str
    footer: str


class FolioCanvas(TaggedCanvas):
    """A canvas that knows, once saved, how many pages there are."""

    def attach(self, template: BaseDocTemplate) -> None:
        """Let flowables reach the template that lays them out."""
        self._doctemplate = template

    @override
    def save(self) -> None:
        total = self.getPageNumber() - 1
        for number in range(1, total + 1):
            self.beginForm(_folio_form(number), 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
            self.setFont(REGULAR, _RUNNING_SIZE)
            self.setFillColor(inks().soft)
            self.drawRightString(PAGE_WIDTH - SIDE, _FOOTER_AT, f"page {number}/{total}")
            self.endForm()
        super().save()


def page_template(running: Running, identity: PaperIdentity | None = None) -> PageTemplate:
    """Return the one page template of a paper.

    Args:
        running: What every page repeats.
        identity: Its logo stands on the first page, its small print on each; None for a
            paper that has them elsewhere.
    """
    frame = Frame(
        SIDE,
        BOTTOM,
        TEXT_WIDTH,
        PAGE_HEIGHT - TOP - BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def draw(canvas: Canvas, _template: BaseDocTemplate) -> None:
        _draw_running(tagged(canvas), running)
        if identity:
            _draw_identity(tagged(canvas), identity)

    return PageTemplate(id="page", frames=[frame], pagesize=A4, onPage=draw)


def _draw_running(canvas: TaggedCanvas, running: Running) -> None:
    ink = inks()
    canvas.saveState()
    canvas.setStrokeColor(ink.line)
    canvas.setLineWidth(0.5)
    canvas.setFillColor(ink.soft)
    if canvas.getPageNumber() > 1:
        with canvas.running("Header"):
            _draw_header(canvas, running)
    with canvas.running("Footer"):
        canvas.setFont(REGULAR, _RUNNING_SIZE)
        footer = _fitted(running.footer, REGULAR, TEXT_WIDTH * 0.8)
        canvas.drawString(SIDE, _FOOTER_AT, footer)
        canvas.doForm(_folio_form(canvas.getPageNumber()))
    canvas.restoreState()


def _draw_identity(canvas: TaggedCanvas, identity: PaperIdentity) -> None:
    canvas.saveState()
    if identity.logo and canvas.getPageNumber() == 1:
        picture, width, height = printable_picture(identity.logo, _LOGO_WIDTH, _LOGO_HEIGHT)
        with canvas.running("Header"):
            canvas.drawImage(
                ImageReader(picture), PAGE_WIDTH - SIDE - width, _LOGO_TOP - height, width, height
            )
    if identity.footer.strip():
        with canvas.running("Footer"):
            canvas.setFillColor(inks().soft)
            canvas.setFont(REGULAR, _RUNNING_SIZE)
            small_print = _fitted(identity.footer, REGULAR, TEXT_WIDTH)
            canvas.drawString(SIDE, _SMALL_PRINT_AT, small_print)
    canvas.restoreState()


def _draw_header(canvas: TaggedCanvas, running: Running) -> None:
    left = _fitted(running.left, REGULAR, TEXT_WIDTH / 2)
    right = _fitted(running.right, MEDIUM, TEXT_WIDTH / 3)
    canvas.setFont(REGULAR, _RUNNING_SIZE)
    canvas.drawString(SIDE, _HEADER_AT, left)
    canvas.setFont(MEDIUM, _RUNNING_SIZE)
    canvas.drawRightString(PAGE_WIDTH - SIDE, _HEADER_AT, right)
    canvas.line(SIDE, _HEADER_AT - 6, PAGE_WIDTH - SIDE, _HEADER_AT - 6)


def _fitted(text: str, font: str, width: float) -> str:
    """Return ``text`` in one line of at most ``width`` points."""
    line = plain(shorten(text, 200))
    while stringWidth(line, font, _RUNNING_SIZE) > width:
        line = shorten(line, len(line) - 1)
    return line


def _folio_form(number: int) -> str:
    return f"folio-{number}"
