"""A chart on screen: the arrows walk its bars, and each is told aloud."""

from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from alize_desktop.models.records.chart_layout import ChartLayout
from alize_desktop.models.records.charts import Chart
from alize_desktop.ui.charts.painting import laid_out, paint_chart, rectangle
from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.painting import draw_ring, draw_rounded
from alize_desktop.wording.report_charts import bar_text

_FAR: Final = 10**6
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -_FAR,
    Qt.Key.Key_End: _FAR,
}


class ChartView(QWidget):
    """A chart as tall as its bars. Arrows, Home and End walk them; so does a click.

    Args:
        chart: With one bar at least.
        parent: Parent widget.
    """

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._chosen = -1
        self._layout = self._laid_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.alternative)

    @property
    def chosen(self) -> int:
        """Number of the bar the reader is on, -1 before the first."""
        return self._chosen

    def text_of(self, number: int) -> str:
        """Return what a bar says: its name and its figures."""
        bar = self._chart.bars[number]
        return f"{bar.name}, {bar_text(self._chart.series, bar)}"

    def bar_at(self, place: QPointF) -> int:
        """Return the number of the bar under a point, -1 for none."""
        zones = enumerate(self._layout.zones)
        return next((number for number, each in zones if rectangle(each).contains(place)), -1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(420), round(self._layout.height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(260), round(self._layout.height))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._go_to(min(max(self._chosen + step, 0), len(self._chart.bars) - 1))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.bar_at(event.position())
        if number >= 0:
            self._go_to(number)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette_of(self)
        if self.hasFocus() and self._chosen >= 0:
            zone = rectangle(self._layout.zones[self._chosen])
            draw_rounded(painter, zone, SPACE.radius, colours.hover)
            draw_ring(painter, zone, colours.focus, SPACE.radius)
        elif self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), colours.focus, SPACE.radius)
        paint_chart(painter, self._layout, colours)

    def _laid_out(self) -> ChartLayout:
        return laid_out(self._chart, self.width())

    def _arrange(self) -> None:
        height = self._layout.height
        self._layout = self._laid_out()
        if self._layout.height != height:
            self.updateGeometry()
        self.update()

    def _go_to(self, number: int) -> None:
        self._chosen = number
        words = self.text_of(number)
        self.setAccessibleName(f"{self._chart.title}. {words}")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.update()

    def _show_tip(self, event: QHelpEvent) -> None:
        number = self.bar_at(QPointF(event.pos()))
        if number < 0:
            QToolTip.hideText()
        else:
            # Qt would read a name such as « <b>R&D</b> » as markup
            QToolTip.showText(event.globalPos(), f"<qt>{escape(self.text_of(number))}</qt>", self)
