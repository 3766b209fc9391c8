"""Who is there: one line a seat, in the order of the roll."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from alize_desktop.models.records.committee import Attendance
from alize_desktop.ui.committee.choices import Sign, attendance_sign
from alize_desktop.ui.committee.people import full_name, short_name
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import TYPE, Palette
from alize_desktop.ui.widgets.painting import MIDDLE_RIGHT, draw_shape, draw_text

_LOWEST, _HIGHEST = 22, 34


class Roster(QWidget):
    """Paints every seat with its state; lines share the height there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Attendance, ...] = ()
        self._is_written = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_attendance(self, lines: Sequence[Attendance], *, is_written: bool = False) -> None:
        """Show where each seat stands, or whether it answered in writing."""
        self._lines, self._is_written = tuple(lines), is_written
        self.setMinimumHeight(scaled(_LOWEST) * len(self._lines))
        spoken = (f"{full_name(each.member)} {self._sign(each).word}" for each in self._lines)
        self.setAccessibleName("; ".join(spoken))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(220), scaled(_LOWEST) * len(self._lines))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            line = int(event.pos().y() // self._height()) if self._lines else -1
            if 0 <= line < len(self._lines):
                QToolTip.showText(event.globalPos(), self._whole(self._lines[line]), self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette_of(self)
        height = self._height()
        for number, line in enumerate(self._lines):
            box = QRectF(0, number * height, self.width(), height)
            self._draw(painter, box, line, colours)

    def _sign(self, line: Attendance) -> Sign:
        civility = line.member.sheet.civility
        return attendance_sign(line.kind, civility, is_written=self._is_written)

    def _height(self) -> float:
        if not self._lines:
            return scaled(_LOWEST)
        room = self.height() / len(self._lines)
        return min(max(room, scaled(_LOWEST)), scaled(_HIGHEST))

    def _draw(self, painter: QPainter, box: QRectF, line: Attendance, colours: Palette) -> None:
        small = font(TYPE.small)
        sign = self._sign(line)
        number = QRectF(box.left(), box.top(), scaled(22), box.height())
        draw_text(painter, number, str(line.member.seat), small, colours.soft, MIDDLE_RIGHT)
        ink = colours.ink(sign.role)
        state = QFontMetricsF(small).horizontalAdvance(sign.word) + 2
        words = QRectF(box.right() - state, box.top(), state, box.height())
        draw_text(painter, words, sign.word, small, ink)
        side = scaled(9)
        mark = QRectF(words.left() - side - 6, box.center().y() - side / 2, side, side)
        draw_shape(painter, mark, sign.shape, ink)
        left = number.right() + scaled(8)
        name = QRectF(left, box.top(), mark.left() - scaled(6) - left, box.height())
        heavy = font(TYPE.small, QFont.Weight.Medium)
        text = colours.text if line.kind else colours.soft
        draw_text(painter, name, short_name(line.member), heavy, text)

    def _whole(self, line: Attendance) -> str:
        sign = self._sign(line)
        sheet = line.member.sheet
        return f"{full_name(line.member)} · {sheet.organisation} · {sign.word}"
