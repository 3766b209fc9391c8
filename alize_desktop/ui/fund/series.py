"""The four series of the forecast: each has a colour, and a line or a shape of its own."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette
from alize_desktop.ui.widgets.painting import Shape, draw_shape, draw_text

_MARK: Final = 9
_LINE_SAMPLE: Final = 34
_BAR_SAMPLE: Final = 18


class Series(StrEnum):
    """What is drawn, by the name of the field of a month."""

    CASH = "closing"
    AVAILABLE = "available"
    REPAYMENTS = "repayments"
    RELEASES = "grants"


LINES: Final = (Series.CASH, Series.AVAILABLE)

_SHAPES: Final = {Series.CASH: Shape.DISC, Series.AVAILABLE: Shape.DIAMOND}


def ink_of(series: Series, colours: Palette) -> str:
    """Return the colour of a series."""
    return {
        Series.CASH: colours.primary,
        Series.AVAILABLE: colours.recusal,
        Series.REPAYMENTS: colours.good,
        Series.RELEASES: colours.waiting,
    }[series]


def pen_of(series: Series, colours: Palette) -> QPen:
    """Return the pen of a line: whole for the cash, dashed for what is available."""
    pen = QPen(QColor(ink_of(series, colours)), max(2.0, scaled(2)))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if series is Series.AVAILABLE:
        pen.setDashPattern([4, 4])
    return pen


def draw_mark(painter: QPainter, centre: QPointF, series: Series, colours: Palette) -> None:
    """Paint the mark of a point of a line: a disc, or a diamond."""
    side = scaled(_MARK)
    box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    draw_shape(painter, box, _SHAPES[series], ink_of(series, colours))


def draw_bar(painter: QPainter, box: QRectF, series: Series, colours: Palette) -> None:
    """Paint a bar: filled for repayments, hatched with an edge for releases."""
    ink = QColor(ink_of(series, colours))
    if series is Series.REPAYMENTS:
        painter.fillRect(box, ink)
        return
    painter.save()
    painter.setPen(QPen(ink, 1))
    painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


class LegendItem(QWidget):
    """How a series is drawn, and its name."""

    def __init__(self, series: Series, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series = series
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(font(TYPE.small)).horizontalAdvance(self._text)
        return QSize(int(words) + self._sample() + scaled(SPACE.related) + 2, scaled(22))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = palette_of(self)
        width, middle = self._sample(), self.height() / 2
        if self._series in LINES:
            painter.setPen(pen_of(self._series, colours))
            painter.drawLine(QPointF(0, middle), QPointF(width, middle))
            draw_mark(painter, QPointF(width / 2, middle), self._series, colours)
        else:
            height = scaled(12)
            draw_bar(painter, QRectF(0, middle - height / 2, width, height), self._series, colours)
        words = QRectF(width + scaled(SPACE.related), 0, self.width(), self.height())
        draw_text(painter, words, self._text, font(TYPE.small), colours.text)

    def _sample(self) -> int:
        return scaled(_LINE_SAMPLE if self._series in LINES else _BAR_SAMPLE)
