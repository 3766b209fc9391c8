"""Lists: each item with its dash or its number, read as one list."""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.lib.styles import ParagraphStyle
from typing_extensions import override

from alize_desktop.documents.tagging.canvas import tagged
from alize_desktop.documents.tagging.paragraphs import TaggedParagraph
from alize_desktop.documents.tagging.structure import Node

_INDENT: Final = 14
_DASH: Final = "–"


class ListItem(TaggedParagraph):
    """One item of a list, its label in the margin on its left.

    Attributes:
        around: Elements of the list and of the item.
        label: What stands in the margin; empty for the rest of an item that was cut.
    """

    around: tuple[Node, Node]
    label: str = ""

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        parts = super().split(availWidth, availHeight)
        for number, part in enumerate(parts):
            part.around, part.label = self.around, "" if number else self.label
        return parts

    @override
    def draw(self) -> None:
        canvas = tagged(self.canv)
        for node in self.around:
            canvas.open_element(node)
        self._draw_label()
        super().draw()
        for _node in self.around:
            canvas.close_element()

    def _draw_label(self) -> None:
        if not self.label:
            return
        canvas, style = tagged(self.canv), self.style
        first = self.blPara if self.blPara.kind == 0 else self.blPara.lines[0]
        canvas.open_content(Node("Lbl"))
        canvas.saveState()
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(style.textColor)
        canvas.drawString(style.leftIndent - _INDENT, self.height - first.fontSize, self.label)
        canvas.restoreState()
        canvas.close_content()


def list_items(
    texts: Sequence[str], style: ParagraphStyle, *, is_numbered: bool = False
) -> list[ListItem]:
    """Return the items of a list.

    Args:
        texts: Markup of each item.
        style: What they would be printed in without a label.
        is_numbered: « 1. », « 2. »… instead of dashes.
    """
    around = Node("L", numbering="Decimal" if is_numbered else "Disc")
    indented = ParagraphStyle(
        f"{style.name}-item", parent=style, leftIndent=style.leftIndent + _INDENT
    )
    items = []
    for number, text in enumerate(texts, start=1):
        item = ListItem(text, indented)
        item.node = Node("LBody")
        item.around = around, Node("LI")
        item.label = f"{number}." if is_numbered else _DASH
        items.append(item)
    return items
