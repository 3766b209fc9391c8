"""Charts on paper: vectors in the colours of the office, each with its table under it."""

from typing import Final, Literal

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import Color, white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer

from alize_desktop.documents.blocks import line
from alize_desktop.documents.colours import inks
from alize_desktop.documents.fonts import MEDIUM, REGULAR
from alize_desktop.documents.frame import TEXT_WIDTH
from alize_desktop.documents.grids import Column, grid
from alize_desktop.documents.headings import subheading
from alize_desktop.documents.keeping import Kept
from alize_desktop.documents.tagging.figures import Drawn
from alize_desktop.documents.text import clean, plain, shorten
from alize_desktop.documents.typography import styles
from alize_desktop.models.records.chart_layout import (
    Block,
    ChartSizes,
    Look,
    Side,
    Stroke,
    Tone,
    Words,
)
from alize_desktop.models.records.charts import Chart
from alize_desktop.rules.chart_layout import chart_layout

_SIZE: Final = 8.25
_LONGEST: Final = 150
_AFTER: Final = 5
_SHORT: Final = 8
"""Rows of a table that stays with its chart."""

_DENSE: Final = 12
"""Bars beyond which they stand closer."""

_NAMES: Final = 4.2
_SHARES: Final = 1.9
_ANCHORS: Final[dict[Side, Literal["start", "middle", "end"]]] = {
    Side.LEFT: "start",
    Side.CENTRE: "middle",
    Side.RIGHT: "end",
}


def chart_flow(chart: Chart) -> list[Flowable]:
    """Return a chart under its title, and its table: on one page when it is short."""
    note: list[Flowable] = [line(chart.note, styles().note)] if chart.note else []
    drawn = Drawn(chart_drawing(chart), clean(chart.alternative))
    told = [*subheading(chart.title), drawn, Spacer(1, _AFTER), *note]
    table = chart_table(chart)
    if len(chart.rows) <= _SHORT:
        return [Kept([*told, *table])]
    return [Kept(told), *table]


def chart_table(chart: Chart) -> list[Flowable]:
    """Return the table of a chart, whole."""
    names, *figures = chart.heads
    columns = [Column(names, _NAMES), *(Column(each, _SHARES, is_figure=True) for each in figures)]
    rows = [[cell.text for cell in row] for row in chart.rows]
    return grid(columns, rows, [cell.text for cell in chart.total] or None)


def chart_drawing(chart: Chart, width: float = TEXT_WIDTH) -> Drawing:
    """Return a chart as vectors.

    Args:
        chart: With one bar at least.
        width: In points.
    """
    is_dense = len(chart.bars) > _DENSE
    sizes = ChartSizes(
        width,
        line=9 if is_dense else 11.5,
        bar=7 if is_dense else 9,
        gap=3 if is_dense else 4,
        plot=130,
        measure=_width,
    )
    layout = chart_layout(chart, sizes)
    drawing = Drawing(width, layout.height)
    for stroke in layout.strokes:
        drawing.add(_stroke(stroke, layout.height))
    for block in layout.blocks:
        drawing.add(_block(block, layout.height))
    for left, top in layout.dots:
        drawing.add(_dot(left, layout.height - top))
    for words in layout.words:
        drawing.add(_words(words, layout.height))
    return drawing


def _width(text: str) -> float:
    return stringWidth(_said(text), MEDIUM, _SIZE)


def _said(text: str) -> str:
    """Return a text as it can be drawn, no longer than a page is wide."""
    return plain(shorten(text, _LONGEST))


def _stroke(stroke: Stroke, height: float) -> Line | PolyLine:
    ink = inks()
    if stroke.is_series:
        points = [each for left, top in stroke.points for each in (left, height - top)]
        return PolyLine(points, strokeColor=ink.accent, strokeWidth=1.5)
    (left, top), (right, _same) = stroke.points
    return Line(left, height - top, right, height - top, strokeColor=ink.line, strokeWidth=0.5)


def _block(block: Block, height: float) -> Rect:
    ink, box = inks(), block.box
    made = Rect(box.left, height - box.top - box.height, box.width, box.height)
    made.fillColor = ink.accent if block.look is Look.SOLID else ink.ground
    made.strokeColor, made.strokeWidth = ink.accent, 0.5
    return made


def _dot(left: float, bottom: float) -> Circle:
    ink = inks()
    return Circle(left, bottom, 2.2, fillColor=ink.accent, strokeColor=white, strokeWidth=0.75)


def _words(words: Words, height: float) -> String:
    box = words.box
    left = {
        Side.LEFT: box.left,
        Side.CENTRE: box.left + box.width / 2,
        Side.RIGHT: box.left + box.width,
    }[words.side]
    base = height - box.top - box.height / 2 - _SIZE * 0.36
    made = String(left, base, _fitted(words.text, box.width))
    made.fontName = MEDIUM if words.tone in (Tone.VALUE, Tone.ON_SOLID) else REGULAR
    made.fontSize, made.textAnchor = _SIZE, _ANCHORS[words.side]
    made.fillColor = _ink(words.tone)
    return made


def _ink(tone: Tone) -> Color:
    ink = inks()
    return {Tone.SOFT: ink.soft, Tone.ON_SOLID: white}.get(tone, ink.text)


def _fitted(text: str, width: float) -> str:
    """Return a text in a width of points, cut with an ellipsis where it does not fit."""
    said = _said(text)
    while len(said) > 1 and _width(said) > width + 1:
        said = shorten(said, len(said) - 1)
    return said
