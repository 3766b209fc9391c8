"""One registry opened lately: its name, and the folder it is in."""

from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.icons import draw_icon
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE
from alize_desktop.ui.widgets.painting import MIDDLE_LEFT, draw_ring, draw_rounded, draw_text

_HEIGHT = 48
_ICON = 18


class RecentButton(QAbstractButton):
    """Shows a registry on two lines; each ends with an ellipsis where it must.

    The folder is cut in its middle: its end tells two registries of one name apart.
    """

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.setText(path.stem.replace("&", "&&"))
        self.setAccessibleName(path.stem)
        self.setAccessibleDescription(str(path.parent))
        self.setToolTip(str(path))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(_HEIGHT))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = palette_of(self)
        box = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            draw_rounded(painter, box, SPACE.radius, colours.hover)
        if self.hasFocus():
            draw_ring(painter, box, colours.focus, SPACE.radius)
        side, margin = scaled(_ICON), scaled(SPACE.related)
        icon = QRectF(margin, box.center().y() - side / 2, side, side)
        draw_icon(painter, icon, "programme", colours.primary)
        left = icon.right() + scaled(SPACE.cell)
        words = QRectF(left, box.top(), box.right() - left - margin, box.height() / 2)
        above = words.adjusted(0, scaled(5), 0, scaled(3))
        name = font(TYPE.body, QFont.Weight.Medium)
        draw_text(painter, above, self.path.stem, name, colours.primary)
        below = above.translated(0, words.height() - scaled(3))
        self._draw_folder(painter, below, colours.soft)

    def _draw_folder(self, painter: QPainter, box: QRectF, ink: str) -> None:
        face = font(TYPE.small)
        shown = QFontMetricsF(face).elidedText(
            str(self.path.parent), Qt.TextElideMode.ElideMiddle, box.width()
        )
        draw_text(painter, box, shown, face, ink, MIDDLE_LEFT)
