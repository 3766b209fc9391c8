"""Words painted large, so that they can be read from the back of the room."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import (
    MIDDLE_LEFT,
    Shape,
    draw_shape,
    draw_text,
)


class BigWord(QWidget):
    """One line in large type with its shape; it shrinks rather than being cut."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        """Make an empty line.

        Args:
            size: Height of type in pixels at a text size of 100 %, when it fits.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._size = size
        self._text = ""
        self._role: Role | None = None
        self._shape = Shape.NONE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_word(self, text: str, role: Role | None = None, shape: Shape = Shape.NONE) -> None:
        """Show a text in the colour of a meaning, or in plain colour."""
        self._text, self._role, self._shape = text, role, shape
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_size(self, size: int) -> None:
        """Change the height of type."""
        if size != self._size:
            self._size = size
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """Return the text shown."""
        return self._text

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(200), round(scaled(self._size) * 1.3))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(80), self.sizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = palette_of(self)
        ink = colours.ink(self._role) if self._role else colours.text
        size, left = self._size, 0.0
        shown = self._shape is not Shape.NONE
        while size > 16 and (
            self._width(size, shown=shown) > self.width() or scaled(size) > self.height()
        ):
            size -= 2
        if shown:
            side = scaled(size) * 0.62
            place = QRectF(0, (self.height() - side) / 2, side, side)
            draw_shape(painter, place, self._shape, ink)
            left = side + scaled(size) * 0.3
        words = QRectF(left, 0, self.width() - left, self.height())
        draw_text(painter, words, self._text, self._face(size), ink, MIDDLE_LEFT)
        cut = self._width(size, shown=shown) > self.width()
        self.setToolTip(self._text if cut else "")

    def _face(self, size: int) -> QFont:
        face = font(size, QFont.Weight.Bold)
        face.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        return face

    def _width(self, size: int, *, shown: bool) -> float:
        shape = scaled(size) * 0.92 if shown else 0
        return QFontMetricsF(self._face(size)).horizontalAdvance(self._text) + shape + 2
