"""A bar of the days of a partner in a year: done, planned, granted, and what is left."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.models.records.partners import PartnerDays
from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, Palette
from alize_desktop.ui.widgets.painting import draw_rounded

_TALL: Final = 22
_THINNEST: Final = 3
_NONE: Final = Decimal(0)


class DaysBar(QWidget):
    """Done filled, planned hatched, granted dotted; the room that stays empty is what is left.

    A line marks the days offered; what is promised beyond goes past it, in the colour of
    what is wrong.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Decimal, Decimal, Decimal] = (_NONE, _NONE, _NONE)
        self._offered = _NONE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: PartnerDays, spoken: str) -> None:
        """Show the days of another year.

        Args:
            days: Of the partner.
            spoken: What those who hear the screen are told.
        """
        done = min(days.done, days.planned)
        self._parts = (done, days.planned - done, days.granted)
        self._offered = days.offered
        self.setAccessibleName(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(_TALL))

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
        track = QRectF(0, 0, self.width(), self.height())
        draw_rounded(painter, track, SPACE.tight, colours.hover, colours.line)
        promised = sum(self._parts, _NONE)
        whole = max(promised, self._offered)
        if not whole:
            return
        left = 0.0
        for days, ink, pattern in self._drawn(colours, is_over=promised > self._offered):
            length = track.width() * float(days / whole)
            if days:
                length = max(length, float(scaled(_THINNEST)))
                _fill(painter, QRectF(left, 0, length, track.height()), ink, pattern)
            left += length
        x = min(track.width() * float(self._offered / whole), track.width() - 1)
        painter.setPen(QPen(QColor(colours.text), max(2.0, scaled(2))))
        painter.drawLine(QPointF(x, 0), QPointF(x, track.bottom()))

    def _drawn(
        self, colours: Palette, *, is_over: bool
    ) -> tuple[tuple[Decimal, str, Qt.BrushStyle], ...]:
        """Return the days of each part, its colour and how it is filled."""
        done, planned, granted = self._parts
        promise = colours.bad if is_over else colours.primary
        return (
            (done, colours.primary, Qt.BrushStyle.SolidPattern),
            (planned, promise, Qt.BrushStyle.BDiagPattern),
            (granted, promise, Qt.BrushStyle.Dense5Pattern),
        )


def _fill(painter: QPainter, box: QRectF, ink: str, pattern: Qt.BrushStyle) -> None:
    painter.setPen(QPen(QColor(ink), 1))
    painter.setBrush(QBrush(QColor(ink), pattern))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
