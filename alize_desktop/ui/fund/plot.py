"""The two panels of the forecast, painted: lines above, bars beneath, months side by side."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from alize_desktop.models.records.fund import ForecastMonth
from alize_desktop.models.values import Money
from alize_desktop.ui.fund.scale import Scale, round_ticks
from alize_desktop.ui.fund.series import LINES, Series, draw_bar, draw_mark, pen_of
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import TYPE, Palette
from alize_desktop.ui.widgets.painting import CENTRED, MIDDLE_RIGHT, Shape, draw_shape, draw_text
from alize_desktop.wording.amounts import money_short

_MARKED_EVERY: Final = 6
_JANUARY: Final = 1
_SHARE_OF_LINES: Final = 0.62
_MOST: Final = 5
_BETWEEN: Final = 24
"""Least height between two amounts of an axis."""


class Plot:
    """Where every month and amount stands in a box, and how it is painted.

    Args:
        months: Months of the forecast, at least one.
        box: Room given to both panels and their axes.
    """

    def __init__(self, months: Sequence[ForecastMonth], box: QRectF) -> None:
        self._months = tuple(months)
        self._face = with_figures(font(TYPE.small))
        foot, gap = scaled(22), scaled(20)
        height = box.height() - foot - gap
        middle = box.top() + scaled(8) + (height - scaled(8)) * _SHARE_OF_LINES
        self.lines = self._scale(LINES, box.top() + scaled(8), middle)
        bars = (Series.REPAYMENTS, Series.RELEASES)
        self.bars = self._scale(bars, middle + gap, box.bottom() - foot)
        self.left = box.left() + self._labels_width() + scaled(8)
        self.right = box.right() - scaled(4)
        self.foot = QRectF(self.left, box.bottom() - foot, self.right - self.left, foot)

    @property
    def slot(self) -> float:
        """Width of a month, in pixels."""
        return (self.right - self.left) / len(self._months)

    def x(self, number: int) -> float:
        """Return the middle of a month."""
        return self.left + (number + 0.5) * self.slot

    def number_at(self, x: float) -> int:
        """Return the month under a point, kept among those there are."""
        return min(max(int((x - self.left) // self.slot), 0), len(self._months) - 1)

    def paint(
        self, painter: QPainter, colours: Palette, chosen: int | None, marked: int | None
    ) -> None:
        """Paint everything.

        Args:
            painter: Of the widget.
            colours: Of its theme.
            chosen: Month under the reader; None for none.
            marked: Month from which a loan is possible; None for none.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen is not None:
            self._paint_chosen(painter, colours, chosen)
        for scale in (self.lines, self.bars):
            self._paint_axis(painter, colours, scale)
        self._paint_years(painter, colours)
        self._paint_bars(painter, colours)
        for series in LINES:
            self._paint_line(painter, colours, series, chosen)
        if marked is not None:
            self._paint_mark(painter, colours, marked)

    def _scale(self, series: Sequence[Series], top: float, bottom: float) -> Scale:
        values = [self._amount(each, month) for each in series for month in self._months]
        fitting = int((bottom - top) // scaled(_BETWEEN))
        ticks = round_ticks(min(values), max(values), min(max(fitting, 2), _MOST))
        return Scale(ticks, top, bottom)

    def _amount(self, series: Series, month: ForecastMonth) -> int:
        amount: Money = getattr(month, series.value)
        return -amount.minor if series is Series.RELEASES else amount.minor

    def _labels_width(self) -> float:
        metrics = QFontMetricsF(self._face)
        ticks = (*self.lines.ticks, *self.bars.ticks)
        return max(metrics.horizontalAdvance(money_short(Money(each))) for each in ticks)

    def _paint_chosen(self, painter: QPainter, colours: Palette, chosen: int) -> None:
        width = max(self.slot, scaled(6))
        band = QRectF(self.x(chosen) - width / 2, self.lines.top, width, self.foot.top())
        band.setBottom(self.foot.top())
        painter.fillRect(band, QColor(colours.primary_ground))

    def _paint_axis(self, painter: QPainter, colours: Palette, scale: Scale) -> None:
        for tick in scale.ticks:
            y = scale.y(tick)
            ink = colours.line_strong if tick == 0 else colours.line
            painter.setPen(QPen(QColor(ink), 1))
            painter.drawLine(QPointF(self.left, y), QPointF(self.right, y))
            height = scaled(16)
            box = QRectF(0, y - height / 2, self.left - scaled(8), height)
            words = money_short(Money(abs(tick) if scale is self.bars else tick))
            draw_text(painter, box, words, self._face, colours.soft, MIDDLE_RIGHT)

    def _paint_years(self, painter: QPainter, colours: Palette) -> None:
        starts = [n for n, each in enumerate(self._months) if each.month.month == _JANUARY]
        for number in starts:
            x = self.left + number * self.slot
            painter.setPen(QPen(QColor(colours.line), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, self.lines.top), QPointF(x, self.foot.top() + scaled(4)))
        edges = sorted({0, *starts, len(self._months)})
        face = font(TYPE.small, QFont.Weight.Medium)
        for first, after in pairwise(edges):
            left = self.left + first * self.slot
            box = QRectF(left, self.foot.top(), (after - first) * self.slot, self.foot.height())
            words = str(self._months[first].month.year)
            if QFontMetricsF(face).horizontalAdvance(words) <= box.width():
                draw_text(painter, box, words, face, colours.soft, CENTRED)

    def _paint_bars(self, painter: QPainter, colours: Palette) -> None:
        width = max(self.slot * 0.6, 2.0)
        zero = self.bars.y(0)
        for series in (Series.REPAYMENTS, Series.RELEASES):
            for number, month in enumerate(self._months):
                amount = self._amount(series, month)
                if amount:
                    end = self.bars.y(amount)
                    top, height = min(zero, end), max(abs(end - zero), 2.0)
                    box = QRectF(self.x(number) - width / 2, top, width, height)
                    draw_bar(painter, box, series, colours)

    def _paint_line(
        self, painter: QPainter, colours: Palette, series: Series, chosen: int | None
    ) -> None:
        points = [
            QPointF(self.x(number), self.lines.y(self._amount(series, month)))
            for number, month in enumerate(self._months)
        ]
        painter.setPen(pen_of(series, colours))
        painter.drawPolyline(QPolygonF(points))
        first = 0 if series is Series.CASH else _MARKED_EVERY // 2  # seen where the lines meet
        for number, point in enumerate(points):
            if number % _MARKED_EVERY == first or number == chosen:
                draw_mark(painter, point, series, colours)

    def _paint_mark(self, painter: QPainter, colours: Palette, marked: int) -> None:
        pen = QPen(QColor(colours.good), max(1.5, scaled(1.5)), Qt.PenStyle.DashDotLine)
        x = self.x(marked)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, self.lines.top), QPointF(x, self.lines.bottom))
        side = scaled(10)
        box = QRectF(x - side / 2, self.lines.top - scaled(4), side, side)
        draw_shape(painter, box, Shape.DOWN, colours.good)
