"""Words on screen: levels of text, and a line that ends with an ellipsis."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.tokens import Role

_TALL: Final = 1 << 20


class Level(StrEnum):
    """What a text is. The style sheet gives each its size and weight."""

    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    BODY = "body"
    SOFT = "soft"
    SMALL = "small"
    CAPTION = "caption"
    COUNT = "count"


class Ground(StrEnum):
    """What a frame is the ground of."""

    BG = "bg"
    SURFACE = "surface"
    RAISED = "raised"
    CARD = "card"
    LINE = "line"
    TOP = "top"
    BOTTOM = "bottom"
    SIDE = "side"


def label(
    text: str = "",
    level: Level = Level.BODY,
    parent: QWidget | None = None,
    *,
    wraps: bool = False,
    role: Role | None = None,
) -> QLabel:
    """Return a label whose text is plain, never read as markup."""
    made = WrappedLabel(text, parent) if wraps else QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("level", level.value)
    if role is not None:
        made.setProperty("role", role.value)
    return made


def set_role(widget: QWidget, role: Role | None) -> None:
    """Give a label the colour of a meaning, or take it away."""
    wanted = role.value if role else ""
    if (widget.property("role") or "") == wanted:
        return  # dressing a widget again lays its whole window out again
    widget.setProperty("role", wanted)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def frame(ground: Ground, parent: QWidget | None = None) -> QFrame:
    """Return a frame with a ground of the theme."""
    made = QFrame(parent)
    made.setProperty("ground", ground.value)
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """Return a horizontal rule of one pixel."""
    made = frame(Ground.LINE, parent)
    made.setFixedHeight(1)
    return made


class WrappedLabel(QLabel):
    """Plain text on as many lines as it needs: no layout ever cuts its last line."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @override
    def setText(self, text: str) -> None:
        if text != self.text():
            self._heights.clear()
            super().setText(text)
            self._reserve()

    @override
    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        return QSize(wanted.width(), self.minimumHeight() or wanted.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reserve()

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()  # its font, its margins or its style
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._reserve()

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # asked many times whenever anything is laid out
            self._heights[width] = self._height_for(width)
        return self._heights[width]

    def _height_for(self, width: int) -> int:
        margins = self.contentsMargins()
        sides = margins.left() + margins.right() + 2 * self.margin()
        room = QRect(0, 0, max(width - sides, 1), _TALL)
        flags = int(self.alignment()) | int(Qt.TextFlag.TextWordWrap)
        lines = self.fontMetrics().boundingRect(room, flags, self.text()).height()
        return lines + margins.top() + margins.bottom() + 2 * self.margin()

    def _reserve(self) -> None:
        height = self.heightForWidth(self.width()) if self.text() else 0
        if height != self.minimumHeight():
            self.setMinimumHeight(height)


class ElidedLabel(QLabel):
    """One line of plain text. Where it does not fit: an ellipsis, and a tooltip."""

    def __init__(
        self, text: str = "", level: Level = Level.BODY, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("level", level.value)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance("mm…"), super().minimumSizeHint().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        box = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(box, int(self.alignment()), shown)
