"""What a paper says, as a tree: headings, paragraphs, tables, lists, figures.

It grows while the pages are drawn, in the order in which they are read. Nothing here
knows reportlab or PDF: ``canvas`` draws into it, ``tree`` writes it into the file.
"""

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


class Content(NamedTuple):
    """A piece of a page that belongs to an element.

    Attributes:
        page: From 0.
        number: Of the piece in its page, from 0.
    """

    page: int
    number: int


class Annotation(NamedTuple):
    """A link on a page.

    Attributes:
        page: From 0.
        place: Among the annotations of its page, from 0.
    """

    page: int
    place: int


@dataclass(slots=True, eq=False)
class Node:
    """An element of the structure.

    Attributes:
        role: Its type in PDF: P, H1, Table, TD…
        alternative: What a figure or a link says to who does not see it.
        scope: Of a head of table, « Column » or « Row »; empty for anything else.
        numbering: Of a list: « Disc » or « Decimal »; empty for anything else.
        columns: How many columns a cell covers.
        box: Where a figure stands on its page: left, bottom, right, top.
        kids: Elements, pieces of pages and links, in reading order.
        holder: The tree it has its place in.
    """

    role: str
    alternative: str = ""
    scope: str = ""
    numbering: str = ""
    columns: int = 1
    box: tuple[float, float, float, float] | None = None
    kids: "list[Kid]" = field(default_factory=list)
    holder: "Structure | None" = None


Kid: TypeAlias = Node | Content | Annotation


class Structure:
    """The tree of one paper, and which element each piece of each page belongs to."""

    def __init__(self) -> None:
        self.root = Node("Document", holder=self)
        self.pages: list[list[Node]] = []
        self._open = [self.root]
        self._headings: list[int] = []

    def open(self, node: Node) -> None:
        """Make ``node`` the element that following ones are part of."""
        self.attach(node)
        self._open.append(node)

    def close(self) -> None:
        """Go back to the element around the open one."""
        self._open.pop()

    def attach(self, node: Node) -> None:
        """Give ``node`` its place in the open element, if it has none yet.

        A heading never skips a level: a reader would look for what is missing.
        """
        if self.holds(node):
            return
        node.holder = self
        node.kids = []  # a flowable may be drawn in one paper, then in another
        if node.role in HEADINGS:
            wanted = HEADINGS.index(node.role)
            self._headings = [*filter(wanted.__gt__, self._headings), wanted]
            node.role = HEADINGS[len(self._headings) - 1]
        self._open[-1].kids.append(node)

    @property
    def part_level(self) -> int:
        """Return the level of the last heading among the parts, from 0; the title is none."""
        has_title = self._headings[:1] == [0]
        return max(0, len(self._headings) - 1 - has_title)

    def holds(self, node: Node) -> bool:
        """Return whether ``node`` has its place in this tree."""
        return node.holder is self

    def mark(self, node: Node, page: int) -> int:
        """Say that ``node`` has a further piece on ``page`` (from 0); return its number."""
        while len(self.pages) <= page:
            self.pages.append([])
        owners = self.pages[page]
        number = len(owners)
        owners.append(node)
        node.kids.append(Content(page, number))
        return number
