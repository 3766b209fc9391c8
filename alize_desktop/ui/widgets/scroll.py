"""Putting something tall where there is little height."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import scaled

_LEAST: Final = 96


class BodyArea(QScrollArea):
    """An area that asks for all the height of its content, and scrolls with less.

    Signals:
        grown: The content may ask for another height.
    """

    grown = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._wanted = 0
        fill(self, content)

    def settle(self, width: int) -> None:
        """Ask for the height that the content takes in a width."""
        least = self._content.minimumSizeHint().height()
        wanted = max(self._content.heightForWidth(width), least, scaled(_LEAST))
        if wanted != self._wanted:
            self._wanted = wanted
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), self._wanted)

    @override
    def minimumSizeHint(self) -> QSize:
        width = self._content.minimumSizeHint().width()
        return QSize(width, min(self._wanted, scaled(_LEAST)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self.grown.emit()
        return super().eventFilter(watched, event)


def scrolled(content: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Return a frameless area that scrolls ``content`` downwards only."""
    area = QScrollArea(parent)
    fill(area, content)
    return area


def fill(area: QScrollArea, content: QWidget) -> None:
    """Let an area scroll ``content`` downwards only, without a frame."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("ground", "none")
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
