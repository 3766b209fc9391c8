"""The forecast as a chart that the arrows walk, month after month."""

from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.models.records.fund import ForecastMonth, FundForecast
from alize_desktop.ui.fund.plot import Plot
from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.painting import draw_ring
from alize_desktop.wording.fund_months import month_text

_YEAR: Final = 12
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -_YEAR,
    Qt.Key.Key_PageDown: _YEAR,
    Qt.Key.Key_Home: -(10**6),
    Qt.Key.Key_End: 10**6,
}


class ForecastChart(QWidget):
    """Two lines over bars. ← → walk the months, a year with the page keys; so does a click.

    Signals:
        month_chosen: The reader is on another month. Arg: the ``ForecastMonth``.
    """

    month_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: tuple[ForecastMonth, ...] = ()
        self._chosen = 0
        self._marked: int | None = None
        self._plot: Plot | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Prévision du fonds, mois par mois"))

    @property
    def month(self) -> ForecastMonth | None:
        """The month the reader is on; None before a forecast is shown."""
        return self._months[self._chosen] if self._months else None

    def show_forecast(self, forecast: FundForecast) -> None:
        """Show another forecast; the reader stays on the same month when it is there."""
        before = self.month
        self._months = forecast.months
        days = [each.month for each in self._months]
        is_there = before is not None and before.month in days
        self._go_to(days.index(before.month) if before is not None and is_there else 0)

    def mark(self, day: date | None) -> None:
        """Point out the month from which a loan is possible; None for none."""
        months = [(each.month.year, each.month.month) for each in self._months]
        wanted = (day.year, day.month) if day else None
        self._marked = months.index(wanted) if wanted in months else None
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(720), scaled(340))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(360), scaled(220))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._months:
            super().keyPressEvent(event)
            return
        self._go_to(min(max(self._chosen + step, 0), len(self._months) - 1))
        self._announce()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._plot is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._go_to(self._plot.number_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette_of(self)
        if self._months:
            edge = scaled(SPACE.tight)
            self._plot = Plot(self._months, QRectF(self.rect()).adjusted(edge, edge, -edge, -edge))
            self._plot.paint(painter, colours, self._chosen, self._marked)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), colours.focus, SPACE.radius)

    def _go_to(self, number: int) -> None:
        self._chosen = number
        month = self.month
        if month is not None:
            self.setAccessibleDescription(month_text(month))
            self.month_chosen.emit(month)
        self.update()

    def _announce(self) -> None:
        words = self.accessibleDescription()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
