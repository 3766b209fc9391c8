"""Horizontal bars, such as the financing plan of a project."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import TYPE, Palette, Role
from alize_desktop.ui.widgets.painting import MIDDLE_RIGHT, draw_rounded, draw_text


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar.

    Attributes:
        label: What it measures.
        amount: The figure, as text.
        part: Length of the bar, >= 0, in the unit of the other rows (centimes).
        role: Meaning of its colour.
        is_total: Whether it closes the chart, under a rule, without a bar.
    """

    label: str
    amount: str
    part: int
    role: Role = Role.PRIMARY
    is_total: bool = False


class BarChart(QWidget):
    """Labels on the left, bars to one scale, amounts on the right."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._rows: tuple[BarRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: Sequence[BarRow]) -> None:
        """Show other bars."""
        self._rows = tuple(rows)
        spoken = "; ".join(f"{row.label} {row.amount}" for row in self._rows)
        self.setAccessibleName(f"{self._name} {spoken}".strip())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(300), scaled(28) * len(self._rows) + scaled(4))

    @override
    def minimumSizeHint(self) -> QSize:
        width = int(self._labels() + self._amounts()) + scaled(56)
        return QSize(width, self.sizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.updateGeometry()
            self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette_of(self)
        top = 0.0
        for row in self._rows:
            if row.is_total:
                painter.fillRect(QRectF(0, top + scaled(2), self.width(), 1), QColor(colours.line))
                top += scaled(4)
            self._paint_row(painter, QRectF(0, top, self.width(), scaled(28)), row, colours)
            top += scaled(28)

    def _paint_row(self, painter: QPainter, box: QRectF, row: BarRow, colours: Palette) -> None:
        face = font(TYPE.body, QFont.Weight.DemiBold if row.is_total else QFont.Weight.Normal)
        gap, amounts = scaled(12), self._amounts()
        labels = min(self._labels(), box.width() - amounts - 2 * gap - scaled(24))
        words = QRectF(box.left(), box.top(), labels, box.height())
        figures = QRectF(box.right() - amounts, box.top(), amounts, box.height())
        draw_text(painter, words, row.label, face, colours.text)
        draw_text(painter, figures, row.amount, with_figures(face), colours.text, MIDDLE_RIGHT)
        longest = max((each.part for each in self._rows if not each.is_total), default=0)
        if row.is_total or longest <= 0 or row.part <= 0:
            return
        room = figures.left() - words.right() - 2 * gap
        length = max(room * row.part / longest, scaled(3))
        height = scaled(14)
        bar = QRectF(words.right() + gap, box.center().y() - height / 2, length, height)
        draw_rounded(painter, bar, min(4, length / 2), colours.ink(row.role))

    def _labels(self) -> float:
        metrics = QFontMetricsF(font(TYPE.body, QFont.Weight.DemiBold))
        return max((metrics.horizontalAdvance(row.label) for row in self._rows), default=0) + 1

    def _amounts(self) -> float:
        metrics = QFontMetricsF(with_figures(font(TYPE.body, QFont.Weight.DemiBold)))
        return max((metrics.horizontalAdvance(row.amount) for row in self._rows), default=0) + 1
