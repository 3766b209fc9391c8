"""The mark of a rehearsal: a line of words, and a diagonal over the whole window."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import font, palette_of
from alize_desktop.ui.widgets.painting import CENTRED

_FADED = 0.08
_TILT = -24


class RehearsalMark(QWidget):
    """Lies over a window, takes no click and no key."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("rehearsal_mark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Répétition"))
        self._over = over
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = QColor(palette_of(self).bad)
        ink.setAlphaF(_FADED)
        face = font(weight=QFont.Weight.Bold)
        face.setPixelSize(max(48, self.width() // 8))
        painter.setFont(face)
        painter.setPen(ink)
        turned = QTransform.fromTranslate(self.width() / 2, self.height() / 2)
        painter.setTransform(turned.rotate(_TILT), combine=True)
        box = QRectF(-self.width(), -self.height() / 2, 2 * self.width(), self.height())
        painter.drawText(box, CENTRED, self.tr("RÉPÉTITION"))
