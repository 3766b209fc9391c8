"""One line of the agenda on the left, painted."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.committee.choices import Sign
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette, Role
from alize_desktop.ui.widgets.painting import (
    CENTRED,
    Shape,
    draw_pill,
    draw_rounded,
    draw_shape,
    draw_text,
    pill_size,
)


@dataclass(frozen=True, slots=True)
class Stop:
    """One line of the agenda.

    Attributes:
        name: Object name of its button.
        order: Number of passage; empty for the opening and the closing.
        badge: Recusals in a word, such as ``D1``; empty when none.
        recused: Names of the recused, for the tooltip.
        warning: Sentence of a quorum that is not reached; empty when it is.
    """

    name: str
    title: str
    detail: str
    sign: Sign
    order: str = ""
    badge: str = ""
    recused: str = ""
    warning: str = ""
    is_current: bool = False
    item_id: UUID | None = None


class StopButton(QAbstractButton):
    """Paints one line: a boxed letter or shape, a title, a detail, a badge."""

    def __init__(self, stop: Stop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop = stop
        self.setObjectName(stop.name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        spoken = (stop.order, stop.title, stop.sign.word, stop.detail, stop.badge, stop.warning)
        self.setAccessibleName(", ".join(part for part in spoken if part))

    @property
    def stop(self) -> Stop:
        """The line shown."""
        return self._stop

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(180), scaled(58))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette_of(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._stop.is_current:
            draw_rounded(
                painter, box, SPACE.card_radius, colours.primary_ground, colours.primary, 1.5
            )
        elif self.underMouse() and self._stop.item_id:
            draw_rounded(painter, box, SPACE.card_radius, colours.hover)
        left = self._draw_mark(painter, box, colours)
        right = self._draw_badge(painter, box, colours)
        self._draw_words(painter, QRectF(left, box.top(), right - left, box.height()), colours)

    def _draw_mark(self, painter: QPainter, box: QRectF, colours: Palette) -> float:
        side = scaled(24)
        order = QRectF(box.left() + scaled(4), box.top(), scaled(18), box.height())
        draw_text(painter, order, self._stop.order, font(TYPE.small), colours.soft, CENTRED)
        mark = QRectF(order.right() + scaled(2), box.center().y() - side / 2, side, side)
        sign = self._stop.sign
        if sign.shape is Shape.NONE:
            draw_rounded(painter, mark, SPACE.radius, colours.surface, colours.line)
        else:
            ink = colours.ink(sign.role)
            draw_rounded(painter, mark, SPACE.radius, colours.ground(sign.role), ink)
            if sign.letter:
                face = font(TYPE.small, QFont.Weight.Bold)
                draw_text(painter, mark, sign.letter, face, ink, CENTRED)
            else:
                inset = scaled(7)
                draw_shape(painter, mark.adjusted(inset, inset, -inset, -inset), sign.shape, ink)
        return mark.right() + scaled(10)

    def _draw_badge(self, painter: QPainter, box: QRectF, colours: Palette) -> float:
        right = box.right() - scaled(10)
        quorum = self.tr("quorum") if self._stop.warning else ""
        for text, role, shape in (
            (self._stop.badge, Role.RECUSAL, Shape.NONE),
            (quorum, Role.BAD, Shape.CROSS),
        ):
            if text:
                width, height = pill_size(text, shape)
                place = QRectF(right - width, box.center().y() - height / 2, width, height)
                draw_pill(painter, place, text, role, shape, colours)
                right = place.left() - scaled(6)
        return right

    def _draw_words(self, painter: QPainter, box: QRectF, colours: Palette) -> None:
        heavy = QFont.Weight.DemiBold if self._stop.is_current else QFont.Weight.Medium
        face, small = font(TYPE.body, heavy), font(TYPE.small)
        line = QFontMetricsF(face).height()
        top = box.center().y() - line - 0.5
        title = QRectF(box.left(), top, box.width(), line)
        detail = QRectF(box.left(), box.center().y() + 1, box.width(), line)
        draw_text(painter, title, self._stop.title, face, colours.text)
        draw_text(painter, detail, self._stop.detail, small, colours.soft)
        cut = (
            QFontMetricsF(face).horizontalAdvance(self._stop.title) > box.width()
            or QFontMetricsF(small).horizontalAdvance(self._stop.detail) > box.width()
        )
        whole = f"{self._stop.title}\n{self._stop.detail}" if cut else ""
        parts = (whole, self._stop.recused, self._stop.warning)
        self.setToolTip("\n".join(part for part in parts if part))
