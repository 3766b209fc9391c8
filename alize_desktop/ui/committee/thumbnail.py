"""What the room sees, small, in a frame that says whether it follows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import DARK, SPACE, Role
from alize_desktop.ui.widgets.painting import (
    Shape,
    draw_pill,
    draw_rounded,
    pill_size,
)

_FRAME = 3


class RoomThumbnail(QWidget):
    """A live picture of the room, 16 wide for 9 high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("room_thumbnail")
        self._picture = QPixmap()
        self._fitted = QPixmap()
        self._is_open = False
        self._words: tuple[str, ...] = ()
        self._role: Role | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QPixmap) -> None:
        """Show what the room shows, or would show if its window were open."""
        self._picture, self._fitted = picture, QPixmap()
        self._tell()
        self.update()

    def show_open(self, *, is_open: bool) -> None:
        """Say whether the window of the room is open."""
        self._is_open = is_open
        self._tell()
        self.update()

    def show_words(self, words: tuple[str, ...], role: Role) -> None:
        """Say how the room stands, and frame its picture in the colour of that."""
        self._words, self._role = words, role
        self._tell()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(240), _height(scaled(240)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(_height(self.width()))

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        colours = palette_of(self)
        edge = colours.ink(self._role) if self._role else colours.line_strong
        draw_rounded(painter, box, SPACE.card_radius, DARK.bg, edge, _FRAME)
        inside = self.rect().adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
        if not self._picture.isNull():
            fitted = self._fit(inside.size())
            left = inside.left() + (inside.width() - fitted.deviceIndependentSize().width()) / 2
            top = inside.top() + (inside.height() - fitted.deviceIndependentSize().height()) / 2
            painter.drawPixmap(int(left), int(top), fitted)
        if not self._is_open:
            self._draw_closed(painter)

    def _draw_closed(self, painter: QPainter) -> None:
        text = self.tr("fenêtre fermée : F5")
        width, height = pill_size(text, Shape.NONE)
        left, top = (self.width() - width) / 2, self.height() - height - scaled(8)
        place = QRectF(left, top, width, height)
        draw_pill(painter, place, text, Role.NEUTRAL, Shape.NONE, DARK, outlined=True)

    def _fit(self, room: QSize) -> QPixmap:
        """Return the picture at the size there is, scaled once."""
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(room.width() * ratio), round(room.height() * ratio))
        if self._fitted.isNull() or not _touches(self._fitted.size(), wanted):
            smooth = Qt.TransformationMode.SmoothTransformation
            keep = Qt.AspectRatioMode.KeepAspectRatio
            self._fitted = self._picture.scaled(wanted, keep, smooth)
            self._fitted.setDevicePixelRatio(ratio)
        return self._fitted

    def _tell(self) -> None:
        words = ", ".join(self._words)
        closed = "" if self._is_open else self.tr("fenêtre fermée")
        spoken = ", ".join(part for part in (words, closed) if part)
        self.setAccessibleName(self.tr("La salle : {how}").format(how=spoken))


def _height(width: int) -> int:
    return width * 9 // 16


def _touches(size: QSize, room: QSize) -> bool:
    """Return whether a picture of this size is the largest that fits."""
    is_inside = size.width() <= room.width() and size.height() <= room.height()
    return is_inside and (size.width() == room.width() or size.height() == room.height())
