"""One voter of the vote grid, painted to be read from the back of the room."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from alize_desktop.models.records.committee import VoterTile
from alize_desktop.ui.committee.choices import Sign, recusal_sign, vote_sign
from alize_desktop.ui.committee.people import full_name, short_name
from alize_desktop.ui.committee.tile_faces import Faces, faces_of, number_width
from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, Palette
from alize_desktop.ui.widgets.painting import (
    MIDDLE_LEFT,
    MIDDLE_RIGHT,
    draw_rounded,
    draw_shape,
    draw_text,
)

LOWEST = 44
"""Height of the flattest tile, in pixels at a text size of 100 %."""

NARROWEST = 168
"""Width of the narrowest tile, in pixels at a text size of 100 %."""

FLAT_LOWEST, FLAT_NARROWEST = 24, 120
"""Height and width of the smallest tile that says all on one line."""


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
        self._grown = 1.0
        self._tile, self._holder = tile, tile.holder_name
        self.setEnabled(not tile.is_recused)
        self._tell_name()

    @property
    def shown(self) -> VoterTile:
        """The voter shown."""
        return self._tile

    @property
    def mark(self) -> str:
        """Number to type, followed by ’ for a proxy."""
        return f"{self._tile.number}{'’' if self._tile.holder_id else ''}"

    def show_tile(self, tile: VoterTile, holder: str = "") -> None:
        """Show what the file holds, and accept an answer.

        Args:
            tile: The voter.
            holder: Short name of who holds the proxy; the record's own when empty.
        """
        self.setEnabled(not tile.is_recused)
        holder = holder or tile.holder_name
        if (tile, holder) == (self._tile, self._holder):
            return  # a vote changes one tile: the others are not painted again
        self._tile, self._holder = tile, holder
        self._tell_name()
        self.update()

    def set_selected(self, *, is_selected: bool) -> None:
        """Ring the tile the letters act on."""
        if is_selected != self._is_selected:
            self._is_selected = is_selected
            self.update()

    def set_growth(self, grown: float) -> None:
        """Paint the words larger or smaller; the same for a whole grid."""
        if grown != self._grown:
            self._grown = grown
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
        if event.type() == QEvent.Type.EnabledChange and not (self.isDown() or self.underMouse()):
            return  # looks the same, while every tile waits for the file after each answer
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

    def _tell_name(self) -> None:
        self.setObjectName(f"tile_{self.mark}")
        sign = self._sign()
        state = sign.word if sign else self.tr("à saisir")
        words = f"{self.mark} {full_name(self._tile.member)}"
        self.setAccessibleName(self.tr("{who}, {state}").format(who=words, state=state))

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
        faces = faces_of(self._grown)
        if box.height() < 2 * QFontMetricsF(faces.name).height():
            self._draw_flat(painter, box, sign)
            return
        margin = scaled(10 * self._grown)
        number = QRectF(box.left() + margin, box.top(), number_width(self._grown), box.height())
        draw_text(painter, number, self.mark, faces.number, colours.soft)
        left, right = number.right(), box.right() - margin
        line = QFontMetricsF(faces.name).height()
        lines = 3 if box.height() >= 3 * line + scaled(8) else 2
        upper = QRectF(left, box.center().y() - line * lines / 2, right - left, line)
        lower = upper.translated(0, line)
        draw_text(painter, upper, self._name(faces.name, upper.width()), faces.name, colours.text)
        state = lower.translated(0, line) if lines == 3 else lower
        used = self._draw_state(painter, state, colours, sign, at_right=lines == 2)
        if lines == 2:
            lower.setRight(lower.right() - used)
        draw_text(painter, lower, self._below(), faces.small, colours.soft)
        self._tell(faces, upper.width(), lower.width())

    def _draw_flat(self, painter: QPainter, box: QRectF, sign: Sign | None) -> None:
        """Paint number, name and answer on one line; the whole is in the tooltip."""
        faces, colours = faces_of(self._grown), palette_of(self)
        line = box.adjusted(scaled(6), 0, -scaled(6), 0)
        number = QRectF(line)
        number.setWidth(QFontMetricsF(faces.state).horizontalAdvance("00’") + scaled(2))
        draw_text(painter, number, self.mark, faces.state, colours.soft)
        name = QRectF(line)
        name.setLeft(number.right())
        if sign is not None:
            ink = colours.ink(sign.role)
            width = QFontMetricsF(faces.state).horizontalAdvance(sign.letter) + 1
            place = QRectF(line.right() - width, line.top(), width, line.height())
            draw_text(painter, place, sign.letter, faces.state, ink)
            side = QFontMetricsF(faces.state).capHeight()
            mark = QRectF(place.left() - side - 3, line.center().y() - side / 2, side, side)
            draw_shape(painter, mark, sign.shape, ink)
            name.setRight(mark.left() - 3)
        draw_text(painter, name, self._tile.member.sheet.last_name, faces.name, colours.text)
        self.setToolTip(f"{full_name(self._tile.member)} · {self._below()}")

    def _name(self, face: QFont, width: float) -> str:
        """Return the whole name where it fits, else without the first name."""
        whole = full_name(self._tile.member)
        fits = QFontMetricsF(face).horizontalAdvance(whole) <= width
        return whole if fits else short_name(self._tile.member)

    def _draw_state(
        self,
        painter: QPainter,
        line: QRectF,
        colours: Palette,
        sign: Sign | None,
        *,
        at_right: bool,
    ) -> float:
        """Paint the answer in a line; return the width it takes."""
        face = faces_of(self._grown).state
        metrics = QFontMetricsF(face)
        if sign is None:
            hint = "P  C  A  N" if self._is_selected else ""
            draw_text(
                painter, line, hint, face, colours.soft, MIDDLE_RIGHT if at_right else MIDDLE_LEFT
            )
            return metrics.horizontalAdvance(hint) + scaled(SPACE.related) if hint else 0
        ink = colours.ink(sign.role)
        side, gap = metrics.capHeight() * 1.1, scaled(6)
        width = side + gap + metrics.horizontalAdvance(sign.word) + 1
        left = line.right() - width if at_right else line.left()
        mark = QRectF(left, line.center().y() - side / 2, side, side)
        draw_shape(painter, mark, sign.shape, ink)
        words = QRectF(
            mark.right() + gap, line.top(), line.right() - mark.right() - gap, line.height()
        )
        draw_text(painter, words, sign.word, face, ink)
        return width + scaled(SPACE.related)

    def _below(self) -> str:
        if self._tile.is_recused:
            return self._tile.recusal_reason
        if self._tile.holder_id:
            return self.tr("par {holder}").format(holder=self._holder)
        return self._tile.member.sheet.organisation

    def _tell(self, faces: Faces, upper: float, lower: float) -> None:
        name = QFontMetricsF(faces.name).horizontalAdvance(full_name(self._tile.member))
        below = QFontMetricsF(faces.small).horizontalAdvance(self._below())
        whole = f"{full_name(self._tile.member)} · {self._below()}"
        self.setToolTip(whole if name > upper or below > lower else "")
