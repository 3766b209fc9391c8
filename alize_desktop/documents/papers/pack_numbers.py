"""Page numbers that are known once the whole pack is laid out.

A line of the contents draws a form that has the number; the last flowable draws the
numbers into the forms.
"""

from collections.abc import Iterator
from typing import Final

from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from typing_extensions import override

from alize_desktop.documents.tagging.canvas import tagged
from alize_desktop.documents.tagging.links import LinkedParagraph
from alize_desktop.documents.tagging.structure import Node
from alize_desktop.documents.text import markup, plain, typeset

_ROOM: Final = 14 * mm
_BELOW: Final = 20  # more than any letter goes under its line
_ABOVE: Final = 20


class PageNumbers:
    """Where the parts of one pack begin, and which of its pages show those of documents.

    Attributes:
        pages: Name of a part → its page, from 1.
        joined: (page of the pack, place of a page of a document), both from 0.
    """

    def __init__(self) -> None:
        self.pages: dict[str, int] = {}
        self.joined: list[tuple[int, int]] = []
        self._asked: dict[str, ParagraphStyle] = {}

    def ask(self, anchor: str, style: ParagraphStyle) -> str:
        """Return the name of the form that will hold the page of a part, in a style."""
        self._asked[anchor] = style
        return _form_name(anchor)

    def forms(self) -> Iterator[tuple[str, str, ParagraphStyle]]:
        """Yield each form that was asked for, its number and its style."""
        for anchor, style in self._asked.items():
            yield _form_name(anchor), str(self.pages[anchor]), style


class Anchor(Flowable):
    """Where a part begins; it takes no room."""

    def __init__(self, name: str, numbers: PageNumbers) -> None:
        super().__init__()
        self._name, self._numbers = name, numbers

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        """Remember the page, called by the layout."""
        canvas = tagged(self.canv)
        canvas.bookmarkHorizontal(self._name, 0, 0)
        self._numbers.pages[self._name] = canvas.getPageNumber()


class ContentsLine(LinkedParagraph):
    """A line of the table of contents, which leads to its page and tells its number.

    Attributes:
        numbers: Where the parts begin.
    """

    numbers: PageNumbers

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        return []  # a line of the contents is never cut

    @override
    def draw_content(self) -> None:
        super().draw_content()
        canvas, style = tagged(self.canv), self.style
        form = self.numbers.ask(self.target.removeprefix("#"), style)
        canvas.saveState()
        canvas.translate(self.width - _ROOM, self.height - style.fontSize)
        canvas.doForm(form)
        canvas.restoreState()


class PrintedNumbers(Flowable):
    """The numbers of the pages, drawn where the contents left room for them."""

    def __init__(self, numbers: PageNumbers) -> None:
        super().__init__()
        self._numbers = numbers

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        """Draw every number, called by the layout at the end of the pack."""
        for name, number, style in self._numbers.forms():
            self.canv.beginForm(name, 0, -_BELOW, _ROOM, _ABOVE)
            self.canv.setFont(style.fontName, style.fontSize)
            self.canv.setFillColor(style.textColor)
            self.canv.drawRightString(_ROOM, 0, number)
            self.canv.endForm()


def contents_line(
    text: str, anchor: str, style: ParagraphStyle, numbers: PageNumbers, indent: float = 0
) -> ContentsLine:
    """Return a line of the table of contents.

    Args:
        text: As a person wrote it, already short.
        anchor: Where it leads.
        style: What it is printed in.
        numbers: Where the parts begin.
        indent: Room on its left, in points.
    """
    narrow = ParagraphStyle(
        f"{style.name}-contents",
        parent=style,
        leftIndent=indent,
        rightIndent=_ROOM,
        alignment=TA_LEFT,
        spaceAfter=1,
    )
    paragraph = ContentsLine(markup(typeset(text)), narrow)
    paragraph.link = Node("Link", alternative=plain(text))
    paragraph.target = f"#{anchor}"
    paragraph.numbers = numbers
    return paragraph


def _form_name(anchor: str) -> str:
    return f"page-of-{anchor}"
