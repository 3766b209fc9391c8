"""A bar of the days of a partner in a year: planned, granted, left; a line for those done."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.models.records.partners import PartnerDays
from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.painting import draw_rounded

_TALL: Final = 22
_GAP: Final = 4
_LINE: Final = 5
_THINNEST: Final = 3
_NONE: Final = Decimal(0)


class DaysBar(QWidget):
    """Planned filled, granted hatched; the room that stays empty is what is left.

    A mark shows the days offered; what is promised beyond goes past it, in the colour of
    what is wrong. Days done may be of missions of an earlier year: they are a line
    beneath, to the same scale, and part of nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planned = self._granted = self._done = self._offered = _NONE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: PartnerDays, spoken: str) -> None:
        """Show the days of another year.

        Args:
            days: Of the partner.
            spoken: What those who hear the screen are told.
        """
        self._planned, self._granted = days.planned, days.granted
        self._done, self._offered = days.done, days.offered
        self.setAccessibleName(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(_TALL + _GAP + _LINE))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.updateGeometry()
            self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = palette_of(self)
        track = QRectF(0, 0, self.width(), scaled(_TALL))
        draw_rounded(painter, track, SPACE.tight, colours.hover, colours.line)
        promised = self._planned + self._granted
        whole = max(promised, self._offered, self._done)
        if not whole:
            return
        ink = colours.bad if promised > self._offered else colours.primary
        planned = _length(track, self._planned, whole)
        granted = _length(track, self._granted, whole)
        _fill(painter, QRectF(0, 0, planned, track.height()), ink, Qt.BrushStyle.SolidPattern)
        box = QRectF(planned, 0, granted, track.height())
        _fill(painter, box, ink, Qt.BrushStyle.BDiagPattern)
        done = QRectF(0, track.bottom() + scaled(_GAP), 0, scaled(_LINE))
        done.setWidth(_length(track, self._done, whole))
        painter.fillRect(done, QColor(colours.good))
        x = min(track.width() * float(self._offered / whole), track.width() - 1)
        painter.setPen(QPen(QColor(colours.text), max(2.0, scaled(2))))
        painter.drawLine(QPointF(x, 0), QPointF(x, track.bottom()))


def _length(track: QRectF, days: Decimal, whole: Decimal) -> float:
    length = track.width() * float(days / whole)
    return max(length, float(scaled(_THINNEST))) if days else 0.0


def _fill(painter: QPainter, box: QRectF, ink: str, pattern: Qt.BrushStyle) -> None:
    if not box.width():
        return
    painter.setPen(QPen(QColor(ink), 1))
    painter.setBrush(QBrush(QColor(ink), pattern))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
