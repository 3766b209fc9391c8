"""Headings that stand in the outline of the file and are never left alone."""

from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable
from typing_extensions import override

from alize_desktop.documents.tagging.canvas import tagged
from alize_desktop.documents.tagging.paragraphs import TaggedParagraph
from alize_desktop.documents.text import clean, markup, plain, shorten, typeset
from alize_desktop.documents.typography import styles

_ROOM_FOR_A_PART: Final = 34 * mm
_ROOM_FOR_A_SUBPART: Final = 20 * mm
_LONGEST_BOOKMARK: Final = 80
_LONGEST_HEADING: Final = 160


class _Outlined(TaggedParagraph):
    """A heading that leaves a bookmark where it is drawn.

    Attributes:
        bookmark: Its line in the outline; empty for none.
        anchor: Name that links lead to; empty for none.
    """

    bookmark = ""
    anchor = ""

    @override
    def draw_content(self) -> None:
        if self.anchor:
            self.canv.bookmarkHorizontal(self.anchor, 0, self.height)
        if self.bookmark:
            tagged(self.canv).add_to_outline(self.bookmark, self.height)
        super().draw_content()


def heading(text: str, *, anchor: str = "", style: ParagraphStyle | None = None) -> list[Flowable]:
    """Return the title of a part, on a page with room for its first lines.

    Args:
        text: A very long name is shortened here; the part says it whole.
        anchor: Name that ``blocks.linked`` can lead to; empty for none.
        style: A style named « heading »; that of every paper by default.
    """
    words = shorten(clean(text).replace("\n", " "), _LONGEST_HEADING)
    title = _Outlined(markup(typeset(words)), style or styles().heading)
    title.bookmark = shorten(plain(text), _LONGEST_BOOKMARK)
    title.anchor = anchor
    return [CondPageBreak(_ROOM_FOR_A_PART), title]


def subheading(text: str) -> list[Flowable]:
    """Return a title inside a part, on a page with room for its first lines."""
    title = _Outlined(markup(typeset(text)), styles().subheading)
    title.bookmark = shorten(plain(text), _LONGEST_BOOKMARK)
    return [CondPageBreak(_ROOM_FOR_A_SUBPART), title]
