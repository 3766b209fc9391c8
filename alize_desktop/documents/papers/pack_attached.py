"""A page of a document, as a page of the pack: its name, its number, and what it shows.

What it shows is joined later, file to file; here is its place, and what it is.
"""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak
from typing_extensions import override

from alize_desktop.documents.blocks import line
from alize_desktop.documents.colours import inks
from alize_desktop.documents.headings import subheading
from alize_desktop.documents.packing.names import drawing_name
from alize_desktop.documents.papers.pack_numbers import Anchor, PageNumbers
from alize_desktop.documents.tagging.canvas import TaggedCanvas
from alize_desktop.documents.tagging.figures import Figure
from alize_desktop.documents.text import plain, shorten
from alize_desktop.documents.typography import styles
from alize_desktop.models.records.packs import JoinedPage, PackAttachment
from alize_desktop.wording.packs import attachment_page, attachment_title

_LONGEST_NAME = 110
_GAP = 2 * mm


class AttachedPage(Figure):
    """The place of a page: as large as the room left, turned when it lies on its side.

    Args:
        page: The page.
        alternative: What it says to who cannot see it.
        numbers: Where the pack remembers which page stands where.
    """

    def __init__(self, page: JoinedPage, alternative: str, numbers: PageNumbers) -> None:
        super().__init__(0, 0, alternative, "CENTER")
        self._page, self._numbers = page, numbers

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        across, down = self._size()
        self._scale = min(aW / across, (aH - _GAP) / down, 1)
        self.width, self.height = across * self._scale, down * self._scale
        return self.width, self.height

    @override
    def paint(self, canvas: TaggedCanvas) -> None:
        left, bottom, _right, _top = self._page.box
        canvas.saveState()
        canvas.setStrokeColor(inks().line)
        canvas.setLineWidth(0.5)
        canvas.rect(0, 0, self.width, self.height)
        canvas.scale(self._scale, self._scale)
        if self._page.is_turned:  # its top on the left, where a pack is bound
            canvas.transform(0, 1, -1, 0, _top - bottom, 0)
        canvas.translate(-left, -bottom)
        code = canvas._code  # noqa: SLF001  # reportlab only draws what is in its own file
        code.append(f"/{drawing_name(self._page.place)} Do")
        canvas.restoreState()
        self._numbers.joined.append((canvas.getPageNumber() - 1, self._page.place))

    def _size(self) -> tuple[float, float]:
        left, bottom, right, top = self._page.box
        size = right - left, top - bottom
        return (size[1], size[0]) if self._page.is_turned else size


def attached_pages(attachment: PackAttachment, anchor: str, numbers: PageNumbers) -> list[Flowable]:
    """Return the pages of a document, each on a page of its own."""
    name, pages = shorten(attachment.name, _LONGEST_NAME), attachment.pages
    content: list[Flowable] = []
    for number, page in enumerate(pages, start=1):
        told = attachment_page(name, number, len(pages))
        content.append(PageBreak())
        if number == 1:
            content += [*subheading(attachment_title(name)), Anchor(anchor, numbers)]
        else:
            content.append(line(told, styles().soft))
        content.append(AttachedPage(page, plain(told), numbers))
    return content
