"""Where the release and each milestone stand in a room, and how they are painted."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from alize_desktop.models.records.jobs import JobMilestone
from alize_desktop.ui.jobs.marks import DRESSES
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette, Role
from alize_desktop.ui.widgets.painting import (
    MIDDLE_LEFT,
    Shape,
    draw_pill,
    draw_shape,
    draw_text,
    pill_size,
)
from alize_desktop.wording.dates import long_date, short_date
from alize_desktop.wording.job_words import months_text, stone_lines
from alize_desktop.wording.labels import label

_STEP: Final = 128
"""Least width of a milestone on a level line; narrower, the line goes down."""
_LINE: Final = 18
_MARK: Final = 13
_RAIL: Final = 28


class MilestonePlot:
    """The milestones of a dossier in a width, and how they are painted.

    Args:
        stones: Milestones, in order; at least one.
        released_on: Day that they are counted from.
        start: Word of that day.
        width: Room given, in pixels.
    """

    def __init__(
        self, stones: Sequence[JobMilestone], released_on: date | None, start: str, width: int
    ) -> None:
        self._stones = (None, *stones)
        self._released_on = released_on
        self._start = start
        self._width = width
        self._is_level = width >= scaled(_STEP) * len(self._stones)

    @property
    def height(self) -> int:
        """Height that shows every milestone whole, in pixels."""
        return int(max(box.bottom() for box in self.boxes()))

    def boxes(self) -> list[QRectF]:
        """Return the room of the release, then of each milestone."""
        if self._is_level:
            step, lines = self._width / len(self._stones), max(map(_lines_of, self._stones))
            height = scaled(_MARK + 3 * SPACE.related + (2 + lines) * _LINE) + _pill_height()
            return [QRectF(rank * step, 0, step, height) for rank in range(len(self._stones))]
        boxes, top = [], 0.0
        for each in self._stones:
            height = scaled((1 + _lines_of(each)) * _LINE + 2 * SPACE.related)
            boxes.append(QRectF(0, top, self._width, height))
            top += height
        return boxes

    def paint(self, painter: QPainter, colours: Palette) -> None:
        """Paint everything but the ring of the keyboard."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = self.boxes()
        painter.setPen(QPen(QColor(colours.line_strong), max(2.0, scaled(2))))
        painter.drawLine(self._mark(boxes[0]), self._mark(boxes[-1]))
        for box, stone in zip(boxes, self._stones, strict=True):
            self._paint_mark(painter, colours, box, stone)
            if self._is_level:
                self._paint_column(painter, colours, box, stone)
            else:
                self._paint_row(painter, colours, box, stone)

    def _mark(self, box: QRectF) -> QPointF:
        """Return the middle of the sign of a milestone."""
        x = box.left() + scaled(_MARK) / 2 + scaled(SPACE.tight)
        below = scaled(_MARK) / 2 if self._is_level else scaled(_LINE) / 2
        return QPointF(
            x, box.top() + scaled(SPACE.tight if self._is_level else SPACE.related) + below
        )

    def _paint_mark(
        self, painter: QPainter, colours: Palette, box: QRectF, stone: JobMilestone | None
    ) -> None:
        role, shape = DRESSES[stone.state] if stone else (Role.PRIMARY, Shape.DISC)
        centre, side, edge = self._mark(box), scaled(_MARK), scaled(SPACE.tight)
        room = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        painter.fillRect(room.adjusted(-edge, -edge, edge, edge), QColor(colours.surface))
        draw_shape(painter, room, shape, colours.ink(role))

    def _paint_column(
        self, painter: QPainter, colours: Palette, box: QRectF, stone: JobMilestone | None
    ) -> None:
        left, width = box.left() + scaled(SPACE.tight), box.width() - scaled(SPACE.related)
        room = QRectF(left, box.top() + scaled(_MARK + SPACE.card), width, scaled(_LINE))
        _write(painter, room, self._title(stone), colours.text, is_strong=True)
        room.moveTop(room.top() + scaled(_LINE))
        day = self._day(stone)
        _write(painter, room, short_date(day) if day else "", colours.soft)
        if stone is None:
            return
        room.moveTop(room.top() + scaled(_LINE + SPACE.tight))
        _paint_state(painter, colours, room, stone)
        room.moveTop(room.top() + _pill_height() + scaled(SPACE.tight))
        self._paint_lines(painter, colours, room, stone)

    def _paint_row(
        self, painter: QPainter, colours: Palette, box: QRectF, stone: JobMilestone | None
    ) -> None:
        left, top = box.left() + scaled(_RAIL), box.top() + scaled(SPACE.related)
        pill = _pill_width(stone) + scaled(SPACE.related) if stone else 0
        room = QRectF(left, top, box.right() - left - pill, scaled(_LINE))
        day = self._day(stone)
        title = f"{self._title(stone)} · {long_date(day)}" if day else self._title(stone)
        _write(painter, room, title, colours.text, is_strong=True)
        if stone is None:
            return
        lift = (_pill_height() - scaled(_LINE)) / 2
        state = QRectF(box.right() - pill, top - lift, pill, 0)
        _paint_state(painter, colours, state, stone)
        room.moveTop(room.top() + scaled(_LINE))
        self._paint_lines(painter, colours, room, stone)

    def _paint_lines(
        self, painter: QPainter, colours: Palette, room: QRectF, stone: JobMilestone
    ) -> None:
        for each in stone_lines(stone):
            _write(painter, room, each, colours.text)
            room.moveTop(room.top() + scaled(_LINE))

    def _title(self, stone: JobMilestone | None) -> str:
        return months_text(stone.months) if stone else self._start

    def _day(self, stone: JobMilestone | None) -> date | None:
        return stone.due_on if stone else self._released_on


def _lines_of(stone: JobMilestone | None) -> int:
    return len(stone_lines(stone)) if stone else 0


def _pill_height() -> int:
    return pill_size("M", Shape.DISC)[1]


def _pill_width(stone: JobMilestone) -> int:
    return pill_size(label(stone.state), DRESSES[stone.state][1])[0]


def _paint_state(painter: QPainter, colours: Palette, room: QRectF, stone: JobMilestone) -> None:
    role, shape = DRESSES[stone.state]
    wide = min(_pill_width(stone), room.width())
    box = QRectF(room.left(), room.top(), wide, _pill_height())
    painter.setPen(Qt.PenStyle.NoPen)
    draw_pill(painter, box, label(stone.state), role, shape, colours)


def _write(
    painter: QPainter, room: QRectF, text: str, ink: str, *, is_strong: bool = False
) -> None:
    weight = QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal
    face = with_figures(font(TYPE.body if is_strong else TYPE.small, weight))
    draw_text(painter, room, text, face, ink, MIDDLE_LEFT)
