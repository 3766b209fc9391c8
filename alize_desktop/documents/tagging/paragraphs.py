"""Paragraphs that say what they are, and whose words stay apart when read aloud."""

from copy import copy
from typing import Any, Final
from weakref import WeakKeyDictionary

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paragraph import (  # type: ignore[attr-defined]  # not in the stubs
    _HSFrag,
    _SplitWord,
    _SplitWordEnd,
    cleanBlockQuotedText,
)
from reportlab.platypus.paraparser import ParaFrag
from typing_extensions import override

from alize_desktop.documents.fonts import SYMBOLS
from alize_desktop.documents.right_to_left import turned
from alize_desktop.documents.tagging.canvas import tagged
from alize_desktop.documents.tagging.structure import Node

_ROLES: Final = {"title": "H1", "heading": "H2", "subheading": "H3"}
"""Style → role; a paragraph of any other style is a P."""

_MARKUP: Final = frozenset("<&")
_MODELS: Final[WeakKeyDictionary[ParagraphStyle, ParaFrag]] = WeakKeyDictionary()
"""Style → what reportlab's parser makes of one word in it."""


class TaggedParagraph(Paragraph):
    """A paragraph, or a heading when its style is one.

    Cut by the end of a page, its parts stay one element. What reportlab's own
    paragraph accepts, it accepts.

    Attributes:
        node: Its element.
    """

    blPara: Any  # noqa: N815  # what reportlab's paragraph calls them
    debug: int

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle,
        bulletText: str | None = None,  # noqa: N803  # reportlab's own
        frags: list[ParaFrag] | None = None,
    ) -> None:
        if frags is None and text is not None and not _MARKUP.intersection(text):
            frags = _words(text, style)
        super().__init__(text or "", style, bulletText, frags)
        self.node = Node(_ROLES.get(style.name, "P"))
        self._wrapped_in = 0.0

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Return width and height; asked again for the same width, by heart."""
        if availWidth == self._wrapped_in and hasattr(self, "blPara"):
            return self.width, self.height
        self._wrapped_in = availWidth
        size: tuple[float, float] = super().wrap(availWidth, availHeight)
        return size

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        parts: list[Any] = super().split(availWidth, availHeight)
        for part in parts:
            part.node = self.node
        return parts

    @override
    def draw(self) -> None:
        if not self.blPara.lines:
            return
        separate_lines(self)
        turn_lines(self)
        canvas = tagged(self.canv)
        canvas.open_content(self.node)
        self.draw_content()
        canvas.close_content()

    def draw_content(self) -> None:
        """Draw the words; in a subclass, what goes with them."""
        self.drawPara(self.debug)


def _words(text: str, style: ParagraphStyle) -> list[ParaFrag]:
    """Return what reportlab's parser makes of a text without markup, in a tenth of its time."""
    plain = cleanBlockQuotedText(text)
    if not plain:
        return []
    model = _MODELS.get(style)
    if model is None:
        model = _MODELS[style] = Paragraph("x", style).frags[0]
    words = copy(model)
    words.text = plain
    return [words]


def separate_lines(paragraph: TaggedParagraph) -> None:
    """Put a space at the end of each line where a word ends.

    It cannot be seen; without it, the last word of a line and the first of the next are
    one word to a search, a copy and a voice.
    """
    content = paragraph.blPara
    lines = content.lines
    is_cut = getattr(paragraph, "_splitpara", 0)
    ends = lines if is_cut else lines[:-1]
    if content.kind == 0:
        for _room, words in ends:
            _end_with_space(words)
        return
    following = [line.sFW for line in lines[1:]] + [len(paragraph.frags)]
    for line, after in zip(ends, following, strict=False):
        if line.lineBreak or isinstance(paragraph.frags[after - 1], _HSFrag):
            last = line.words[-1]
            if not hasattr(last, "cbDefn") and not last.text.endswith(" "):
                last.text += " "


def _end_with_space(words: list[str]) -> None:
    if not words:
        return
    last = words[-1]
    is_part = isinstance(last, _SplitWord) and not isinstance(last, _SplitWordEnd)
    if not is_part and not last.endswith(" "):
        words[-1] = f"{last} "


def turn_lines(paragraph: TaggedParagraph) -> None:
    """Put what is written from right to left in the order of the letters on its line.

    Such words are all in the symbol font: see ``text.markup``.
    """
    content = paragraph.blPara
    if content.kind == 0:
        if content.fontName == SYMBOLS:
            content.lines = [(room, [turned(" ".join(words))]) for room, words in content.lines]
        return
    for line in content.lines:
        for words in line.words:
            if words.fontName == SYMBOLS and not hasattr(words, "cbDefn"):
                words.text = turned(words.text)
