"""Running text, and facts beside their names.

Every text given here is as a person wrote it: it is typeset and escaped here.
"""

from collections.abc import Iterable
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from alize_desktop.documents.frame import TEXT_WIDTH
from alize_desktop.documents.tagging.links import linked_paragraph
from alize_desktop.documents.tagging.lists import list_items
from alize_desktop.documents.tagging.paragraphs import TaggedParagraph
from alize_desktop.documents.tagging.tables import data_table
from alize_desktop.documents.text import clean, markup, plain, typeset
from alize_desktop.documents.typography import styles

LABEL_WIDTH: Final = 38 * mm
_LONGEST_FACT: Final = 700


def line(text: str, style: ParagraphStyle | None = None) -> TaggedParagraph:
    """Return one paragraph; line ends become spaces. Body style by default.

    It is a heading for who listens when its style is one: title, heading, subheading.
    """
    return TaggedParagraph(
        markup(typeset(" ".join(clean(text).split("\n")))), style or styles().body
    )


def prose(text: str, style: ParagraphStyle | None = None) -> list[Flowable]:
    """Return a text of any length, one paragraph a line, blank lines left out."""
    return [line(each, style) for each in clean(text).split("\n") if each.strip()]


def bullets(
    texts: Iterable[str], style: ParagraphStyle | None = None, *, is_numbered: bool = False
) -> list[Flowable]:
    """Return a list, one item a text, with dashes or numbers; empty texts are left out."""
    written = [each for each in texts if each.strip()]
    items = [_one_line(each) for each in written]
    return list(list_items(items, style or styles().body, is_numbered=is_numbered))


def linked(text: str, target: str, style: ParagraphStyle | None = None) -> Flowable:
    """Return one paragraph that leads elsewhere.

    Args:
        text: What it says.
        target: « #name » for a heading of this paper with that ``anchor``, or an address
            such as « mailto:… ».
        style: Body style by default.
    """
    return linked_paragraph(_one_line(text), style or styles().body, target, plain(text))


def facts(rows: Iterable[tuple[str, str]]) -> list[Flowable]:
    """Return facts, each beside its name; those without a value are left out.

    A value of several lines, or too long to stand in a column, follows its name
    over the whole width.

    Args:
        rows: (name, value).
    """
    content: list[Flowable] = []
    short: list[tuple[str, str]] = []
    for name, value in rows:
        text = clean(value).strip()
        if len(text) > _LONGEST_FACT or "\n" in text:
            content += [*_fact_table(short), line(name, styles().label), *prose(text)]
            short = []
        elif text:
            short.append((name, text))
    return content + _fact_table(short)


def _fact_table(rows: list[tuple[str, str]]) -> list[Flowable]:
    if not rows:
        return []
    cells = [[[line(name, styles().label)], [line(value)]] for name, value in rows]
    table = data_table(
        cells,
        row_heads=1,
        colWidths=[LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH],
        splitInRow=1,
        spaceBefore=1,
        spaceAfter=3,
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (0, -1), 0.75),  # same line for both sizes
            ("TOPPADDING", (1, 0), (1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ],
    )
    return [table]


def _one_line(text: str) -> str:
    return markup(typeset(" ".join(clean(text).split("\n"))))
