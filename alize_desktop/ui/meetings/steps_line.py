"""The life of a meeting on one line: what is done, where it stands, what comes."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.models.enums import MeetingState
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import TYPE, Palette
from alize_desktop.ui.widgets.painting import Shape, draw_shape, draw_text

STEPS: Final = tuple(MeetingState)
"""The states of a meeting are in the order in which it goes through them."""

_SIDE = 12
_GAP = 6


class StepsLine(QWidget):
    """Five steps joined by a line; done ✔, here ●, to come ○."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = {
            MeetingState.PREPARATION: self.tr("Préparation"),
            MeetingState.CONVENED: self.tr("Convoquée"),
            MeetingState.OPEN: self.tr("Ouverte"),
            MeetingState.CLOSED: self.tr("Levée"),
            MeetingState.APPROVED: self.tr("PV approuvé"),
        }
        self.show_state(MeetingState.PREPARATION)

    def show_state(self, state: MeetingState) -> None:
        """Show where a meeting stands."""
        self._state = state
        self.setAccessibleName(
            self.tr("Étape {number} sur {total}\u00a0: {word}").format(
                number=STEPS.index(state) + 1, total=len(STEPS), word=self._words[state]
            )
        )
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(560), scaled(24))

    @override
    def minimumSizeHint(self) -> QSize:
        words = sum(self._width_of(each) for each in STEPS)
        return QSize(int(words) + (len(STEPS) - 1) * scaled(2 * _GAP), scaled(24))

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
        widths = [self._width_of(each) for each in STEPS]
        room = min((self.width() - sum(widths)) / (len(STEPS) - 1), scaled(72))
        left = 0.0
        for number, step in enumerate(STEPS):
            if number:
                self._paint_join(painter, left, room, colours, number)
                left += room
            self._paint_step(painter, QRectF(left, 0, widths[number], self.height()), step, colours)
            left += widths[number]

    def _paint_join(
        self, painter: QPainter, left: float, room: float, colours: Palette, number: int
    ) -> None:
        is_done = number <= STEPS.index(self._state)
        gap = scaled(_GAP)
        ink = colours.primary if is_done else colours.line
        box = QRectF(left + gap, self.height() / 2 - 1, max(room - 2 * gap, 0), 2)
        painter.fillRect(box, QColor(ink))

    def _paint_step(
        self, painter: QPainter, box: QRectF, step: MeetingState, colours: Palette
    ) -> None:
        here, there = STEPS.index(self._state), STEPS.index(step)
        shape = Shape.CHECK if there < here else Shape.DISC if there == here else Shape.RING
        ink = colours.soft if there > here else colours.primary
        side = scaled(_SIDE)
        mark = QRectF(box.left(), box.center().y() - side / 2, side, side)
        draw_shape(painter, mark, shape, ink)
        words = box.adjusted(side + scaled(_GAP), 0, 0, 0)
        draw_text(painter, words, self._words[step], self._face(step), ink)

    def _width_of(self, step: MeetingState) -> float:
        metrics = QFontMetricsF(font(TYPE.body, QFont.Weight.DemiBold))
        return metrics.horizontalAdvance(self._words[step]) + scaled(_SIDE + _GAP) + 2

    def _face(self, step: MeetingState) -> QFont:
        is_here = step is self._state
        return font(TYPE.body, QFont.Weight.DemiBold if is_here else QFont.Weight.Medium)
