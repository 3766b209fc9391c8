"""Paragraphs that lead elsewhere: to a part of the paper, or to an address."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from typing_extensions import override

from alize_desktop.documents.tagging.canvas import tagged
from alize_desktop.documents.tagging.paragraphs import TaggedParagraph
from alize_desktop.documents.tagging.structure import Node


class LinkedParagraph(TaggedParagraph):
    """A paragraph that is a link from its first word to its last.

    Attributes:
        link: Its element, inside that of the paragraph.
        target: « #name » for a heading of this paper with that anchor, or an address.
    """

    link: Node
    target: str

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        parts = super().split(availWidth, availHeight)
        for part in parts:
            part.link, part.target = self.link, self.target
        return parts

    @override
    def draw(self) -> None:
        canvas = tagged(self.canv)
        around, self.node = self.node, self.link
        canvas.open_element(around)
        super().draw()
        self._link()
        canvas.close_element()
        self.node = around

    def _link(self) -> None:
        canvas = tagged(self.canv)
        if canvas.is_hidden:
            return
        box = (0, 0, self.width, self.height)
        if self.target.startswith("#"):
            canvas.linkRect("", self.target[1:], box, relative=1)
        else:
            canvas.linkURL(self.target, box, relative=1)
        canvas.annotate(self.link)


def linked_paragraph(
    text: str, style: ParagraphStyle, target: str, alternative: str
) -> LinkedParagraph:
    """Return a paragraph that leads to ``target``.

    Args:
        text: Markup.
        style: What it is printed in.
        target: « #name » for a heading of this paper with that anchor, or an address.
        alternative: Where it leads, said by a voice.
    """
    paragraph = LinkedParagraph(text, style)
    paragraph.link = Node("Link", alternative=alternative)
    paragraph.target = target
    return paragraph
