"""One voter of the vote grid, painted to be read from the back of the room."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from alize_desktop.models.records.meetings import VoterTile
from alize_desktop.ui.committee.choices import Sign, recusal_sign, vote_sign
from alize_desktop.ui.committee.people import full_name, short_name
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Palette
from alize_desktop.ui.widgets.painting import (
    MIDDLE_LEFT,
    MIDDLE_RIGHT,
    draw_rounded,
    draw_shape,
    draw_text,
)

LOWEST = 50
"""Height of the flattest tile, in pixels at a text size of 100 %."""

NARROWEST = 168
"""Width of the narrowest tile, in pixels at a text size of 100 %."""


class Tile(QAbstractButton):
    """Shows one voter and what the file holds of its answer.

    Clicking selects it; it never votes by itself. Between an answer asked and
    what the file then holds it is disabled.
    """

    def __init__(self, tile: VoterTile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._is_selected = False
        self.show_tile(tile)

    @property
    def shown(self) -> VoterTile:
        """The voter shown."""
        return self._tile

    @property
    def mark(self) -> str:
        """Number to type, followed by ’ for a proxy."""
        return f"{self._tile.number}{'’' if self._tile.holder_id else ''}"

    def show_tile(self, tile: VoterTile) -> None:
        """Show what the file holds, and accept an answer."""
        self._tile = tile
        self.setObjectName(f"tile_{self.mark}")
        self.setEnabled(not tile.is_recused)
        sign = self._sign()
        state = sign.word if sign else self.tr("à saisir")
        words = f"{self.mark} {full_name(tile.member)}"
        self.setAccessibleName(self.tr("{who}, {state}").format(who=words, state=state))
        self.update()

    def set_selected(self, *, is_selected: bool) -> None:
        """Ring the tile the letters act on."""
        self._is_selected = is_selected
        self.update()

    def is_selected(self) -> bool:
        """Whether the letters act on this tile."""
        return self._is_selected

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(72))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = palette_of(self)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        sign = self._sign()
        if sign:
            draw_rounded(
                painter, box, SPACE.card_radius, colours.ground(sign.role), colours.ink(sign.role)
            )
        else:
            self._draw_empty(painter, box, colours)
        if self._is_selected:
            ring = QRectF(self.rect())
            draw_rounded(painter, ring, SPACE.card_radius + 2, None, colours.focus, 3)
        self._draw_words(painter, box, colours, sign)

    def _sign(self) -> Sign | None:
        if self._tile.is_recused:
            return recusal_sign()
        return vote_sign(self._tile.choice) if self._tile.choice else None

    def _draw_empty(self, painter: QPainter, box: QRectF, colours: Palette) -> None:
        over = self.underMouse() and self.isEnabled()
        painter.setBrush(QColor(colours.hover if over else colours.surface))
        painter.setPen(QPen(QColor(colours.line_strong), 1, Qt.PenStyle.DashLine))
        radius = SPACE.card_radius
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _draw_words(
        self, painter: QPainter, box: QRectF, colours: Palette, sign: Sign | None
    ) -> None:
        grown = self._grown()
        number_face = font(round(TYPE.large * grown), QFont.Weight.Bold)
        name_face = font(round(TYPE.body * grown), QFont.Weight.DemiBold)
        small_face = font(round(TYPE.small * grown))
        state_face = font(round(TYPE.body * grown), QFont.Weight.Bold)
        margin = scaled(10 * grown)
        number_width = max(
            scaled(24 * grown), QFontMetricsF(number_face).horizontalAdvance("00’")
        ) + scaled(6 * grown)
        number_box = QRectF(box.left() + margin, box.top(), number_width, box.height())
        draw_text(painter, number_box, self.mark, number_face, colours.soft)
        left = number_box.right()
        width = box.right() - margin - left
        line = QFontMetricsF(name_face).height()
        top = box.center().y() - line - 1
        upper = QRectF(left, top, width, line)
        lower = QRectF(left, box.center().y() + 1, width, line)
        metrics = QFontMetricsF(name_face)
        name = full_name(self._tile.member)
        if metrics.horizontalAdvance(name) > width:
            name = short_name(self._tile.member)
        draw_text(painter, upper, name, name_face, colours.text)
        used = self._draw_state(painter, lower, colours, sign, state_face)
        lower.setRight(lower.right() - used)
        draw_text(painter, lower, self._below(), small_face, colours.soft, MIDDLE_LEFT)
        self._tell(name, metrics, width)

    def _draw_state(
        self, painter: QPainter, line: QRectF, colours: Palette, sign: Sign | None, face: QFont
    ) -> float:
        """Paint the answer at the right end of a line; return the width it takes."""
        if sign is None:
            if not self._is_selected:
                return 0
            hint = "P  C  A  N"
            draw_text(painter, line, hint, face, colours.soft, MIDDLE_RIGHT)
            return QFontMetricsF(face).horizontalAdvance(hint) + scaled(SPACE.related)
        ink = colours.ink(sign.role)
        width = QFontMetricsF(face).horizontalAdvance(sign.word) + 1
        side = QFontMetricsF(face).capHeight() * 1.1
        words = QRectF(line.right() - width, line.top(), width, line.height())
        draw_text(painter, words, sign.word, face, ink)
        mark = QRectF(words.left() - side - 6, line.center().y() - side / 2, side, side)
        draw_shape(painter, mark, sign.shape, ink)
        return width + side + 6 + scaled(SPACE.related)

    def _below(self) -> str:
        if self._tile.is_recused:
            return self._tile.recusal_reason
        if self._tile.holder_id:
            return self.tr("par {holder}").format(holder=self._tile.holder_name)
        return self._tile.member.sheet.organisation

    def _grown(self) -> float:
        """Return how much larger than usual the words may be in this tile."""
        by_height = self.height() / scaled(64)
        by_width = self.width() / scaled(230)
        return min(max(min(by_height, by_width), 0.92), 1.7)

    def _tell(self, name: str, metrics: QFontMetricsF, width: float) -> None:
        whole = f"{full_name(self._tile.member)} · {self._below()}"
        cut = metrics.horizontalAdvance(name) > width or name != full_name(self._tile.member)
        self.setToolTip(whole if cut or self._tile.is_recused else "")
