"""A chart painted in a width, in the colours of a theme."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from alize_desktop.models.records.chart_layout import (
    Block,
    Box,
    ChartLayout,
    ChartSizes,
    Look,
    Side,
    Stroke,
    Tone,
    Words,
)
from alize_desktop.models.records.charts import Chart
from alize_desktop.rules.chart_layout import chart_layout
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette
from alize_desktop.ui.widgets.painting import CENTRED, MIDDLE_LEFT, MIDDLE_RIGHT, draw_text

_ALIGNED: Final = {
    Side.LEFT: MIDDLE_LEFT,
    Side.RIGHT: MIDDLE_RIGHT,
    Side.CENTRE: CENTRED,
}


def laid_out(chart: Chart, width: float) -> ChartLayout:
    """Return where everything stands in a width of pixels, at the text size in force."""
    metrics = QFontMetricsF(_face(Tone.VALUE))
    sizes = ChartSizes(
        width=max(width, scaled(200)),
        line=scaled(18),
        bar=scaled(14),
        gap=scaled(6),
        plot=scaled(220),
        measure=metrics.horizontalAdvance,
    )
    return chart_layout(chart, sizes)


def paint_chart(painter: QPainter, layout: ChartLayout, colours: Palette) -> None:
    """Paint a chart from the origin of a painter.

    Args:
        painter: Of a widget or of a picture.
        layout: Of the chart.
        colours: Of the theme it is shown in.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for stroke in layout.strokes:
        _paint_stroke(painter, stroke, colours)
    for block in layout.blocks:
        _paint_block(painter, block, colours)
    painter.setPen(QPen(QColor(colours.surface), 1.5))
    painter.setBrush(QBrush(QColor(colours.primary)))
    for left, top in layout.dots:
        painter.drawEllipse(QPointF(left, top), scaled(4), scaled(4))
    for words in layout.words:
        _paint_words(painter, words, colours)
    painter.restore()


def rectangle(box: Box) -> QRectF:
    """Return a box as Qt names it."""
    return QRectF(box.left, box.top, box.width, box.height)


def _paint_stroke(painter: QPainter, stroke: Stroke, colours: Palette) -> None:
    if stroke.is_series:
        pen = QPen(QColor(colours.primary), scaled(2))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    else:
        pen = QPen(QColor(colours.line), 1)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(left, top) for left, top in stroke.points]))


def _paint_block(painter: QPainter, block: Block, colours: Palette) -> None:
    is_solid = block.look is Look.SOLID
    box = rectangle(block.box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(QColor(colours.primary), 1))
    painter.setBrush(QColor(colours.primary if is_solid else colours.primary_ground))
    painter.drawRoundedRect(box, SPACE.tight / 2, SPACE.tight / 2)


def _paint_words(painter: QPainter, words: Words, colours: Palette) -> None:
    inks = {Tone.SOFT: colours.soft, Tone.ON_SOLID: colours.on_primary}
    ink = inks.get(words.tone, colours.text)
    # one pixel more: what is measured to fit must never be cut by a rounding
    box = rectangle(words.box).adjusted(0, 0, 1, 0)
    draw_text(painter, box, words.text, _face(words.tone), ink, _ALIGNED[words.side])


def _face(tone: Tone) -> QFont:
    is_figure = tone in (Tone.VALUE, Tone.ON_SOLID)
    weight = QFont.Weight.Medium if is_figure else QFont.Weight.Normal
    made = font(TYPE.small, weight)
    return made if tone is Tone.NAME else with_figures(made)
