"""The text of a letter or an agreement, once its fields are filled."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from alize_desktop.documents.blocks import bullets, line
from alize_desktop.documents.headings import heading
from alize_desktop.documents.text import NO_BREAK
from alize_desktop.documents.typography import styles
from alize_desktop.rules.templates import BlockKind, TextBlock

_COUNTED: Final = re.compile(
    r"(?<=\d) (?=(?:jour|mois|emploi|échéance|point|salarié|janvier|février|mars|avril|mai|juin"
    r"|juillet|août|septembre|octobre|novembre|décembre)s?\b)"
)
_AFTER: Final = 6
_AFTER_ITEM: Final = 2


def first_heading(blocks: Sequence[TextBlock]) -> tuple[str, tuple[TextBlock, ...]]:
    """Return the heading that a text begins with, empty for none, and the rest of the text."""
    if blocks and blocks[0].kind is BlockKind.HEADING:
        return blocks[0].text, tuple(blocks[1:])
    return "", tuple(blocks)


def text_flow(blocks: Sequence[TextBlock], accent: str) -> list[Flowable]:
    """Return a text: its headings in the outline of the file, its items as lists.

    Args:
        blocks: The text, its fields filled.
        accent: Colour of its headings.
    """
    return list(_flow(blocks, accent))


@cache
def title_style(accent: str) -> ParagraphStyle:
    """Return the style of the title of an agreement, in the colour of an office."""
    return ParagraphStyle(
        "title",
        parent=styles().title,
        fontSize=17,
        leading=22,
        spaceBefore=4,
        spaceAfter=10,
        textColor=HexColor(accent),
    )


@cache
def heading_style(accent: str) -> ParagraphStyle:
    """Return the style of the title of an article, in the colour of an office."""
    return ParagraphStyle("heading", parent=styles().heading, textColor=HexColor(accent))


def _flow(blocks: Sequence[TextBlock], accent: str) -> Iterator[Flowable]:
    for kind, group in groupby(blocks, lambda each: each.kind):
        texts = [_COUNTED.sub(NO_BREAK, each.text) for each in group]
        if kind is BlockKind.ITEM:
            yield from bullets(texts, _item_style())
            yield Spacer(1, _AFTER - _AFTER_ITEM)
            continue
        for text in texts:
            if kind is BlockKind.HEADING:
                yield from heading(text, style=heading_style(accent))
            else:
                yield line(text, _style())


@cache
def _style() -> ParagraphStyle:
    return ParagraphStyle("written", parent=styles().body, spaceAfter=_AFTER)


@cache
def _item_style() -> ParagraphStyle:
    return ParagraphStyle("written-item", parent=styles().body, spaceAfter=_AFTER_ITEM)
