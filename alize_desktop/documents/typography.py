"""Paragraph styles of the papers: one family, three weights, few sizes."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from alize_desktop.documents.colours import accent_in_use, inks
from alize_desktop.documents.fonts import BOLD, MEDIUM, REGULAR, load_fonts

CELL_FONT: Final = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
"""First rule of every table, which else names Helvetica even for an empty cell."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Every style a paper may use.

    Attributes:
        kicker: Small line above a title.
        title: Title of the paper.
        subtitle: Line under the title.
        heading: Title of a part.
        subheading: Title inside a part.
        body: Running text.
        soft: Secondary text.
        strong: Text that must be seen first.
        label: Name of a fact, beside it.
        cell: Text in a table.
        note: Second line of a cell.
        figure: Figures in a table, aligned on the right.
        cell_strong: Total or name in a table.
        figure_strong: Total in figures.
        column: Head of a column.
        column_right: Head of a column of figures.
        decision: The decision in a few words.
        decision_right: What goes with it, on the right.
        code: Groups of signs to be compared by eye.
    """

    kicker: ParagraphStyle
    title: ParagraphStyle
    subtitle: ParagraphStyle
    heading: ParagraphStyle
    subheading: ParagraphStyle
    body: ParagraphStyle
    soft: ParagraphStyle
    strong: ParagraphStyle
    label: ParagraphStyle
    cell: ParagraphStyle
    note: ParagraphStyle
    figure: ParagraphStyle
    cell_strong: ParagraphStyle
    figure_strong: ParagraphStyle
    column: ParagraphStyle
    column_right: ParagraphStyle
    decision: ParagraphStyle
    decision_right: ParagraphStyle
    code: ParagraphStyle


def styles() -> Styles:
    """Return the styles in the accent of now, after registering the fonts they name."""
    return _styles(accent_in_use())


@cache
def _styles(_accent: str) -> Styles:
    load_fonts()
    ink = inks()
    cell = _style("cell", REGULAR, 8.75, 12, ink.text)
    strong_cell = _style("cell-strong", BOLD, 8.75, 12, ink.text)
    column = _style("column", MEDIUM, 7.75, 11, ink.soft)
    decision = _style("decision", BOLD, 12.5, 17, ink.accent)
    return Styles(
        kicker=_style("kicker", MEDIUM, 9, 13, ink.accent),
        title=_style("title", BOLD, 21, 27, ink.text, after=2),
        subtitle=_style("subtitle", REGULAR, 11, 16, ink.soft, after=10),
        heading=_style("heading", BOLD, 12.5, 17, ink.accent, before=14, after=5),
        subheading=_style("subheading", BOLD, 9.5, 14, ink.text, before=9, after=2),
        body=_style("body", REGULAR, 9.5, 14.25, ink.text, after=3),
        soft=_style("soft", REGULAR, 8.5, 12.5, ink.soft, after=3),
        strong=_style("strong", BOLD, 9.5, 14.25, ink.text, after=3),
        label=_style("label", REGULAR, 8.75, 13, ink.soft),
        cell=cell,
        note=_style("note", REGULAR, 7.75, 10.5, ink.soft),
        figure=_right(cell),
        cell_strong=strong_cell,
        figure_strong=_right(strong_cell),
        column=column,
        column_right=_right(column),
        decision=decision,
        decision_right=_right(decision),
        code=_style("code", MEDIUM, 9.5, 14, ink.text),
    )


def _style(
    name: str,
    font: str,
    size: float,
    leading: float,
    colour: Color,
    *,
    before: int = 0,
    after: int = 0,
) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        leading=leading,
        textColor=colour,
        spaceBefore=before,
        spaceAfter=after,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        spaceShrinkage=0,  # spaces are never narrowed on the page: a line would go too far
    )


def _right(style: ParagraphStyle) -> ParagraphStyle:
    return ParagraphStyle(f"{style.name}-right", parent=style, alignment=TA_RIGHT)
