"""What the windows of papers have in common: a title, pages, a work at the foot."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.ui.papers.tools import PaperTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.labels import ElidedLabel, Level
from alize_desktop.ui.worker import Worker

_MARGIN = 60
"""Pixels left around the window on a small screen."""


class PaperWindow(QWidget):
    """A window beside the main one, which stays usable.

    Args:
        title: Of the window, and over its pages.
        about: One line under the title.
        tools: Services and surroundings.
        parent: The main window.
    """

    def __init__(self, title: str, about: str, tools: PaperTools, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._tools = tools
        self.worker = Worker(self, tools.log_file, tools.pool)
        self.setWindowTitle(title)
        self._about = ElidedLabel(about, Level.SOFT)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(ElidedLabel(title, Level.TITLE))
        head.addWidget(self._about)
        self._content = QVBoxLayout()
        self._content.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.card)
        self._content.setSpacing(SPACE.related)
        self._content.addLayout(head)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._content, 1)
        whole.addWidget(self.worker.strip)
        room = self.screen().availableSize() - QSize(_MARGIN, _MARGIN)
        self.resize(QSize(scaled(1160), scaled(690)).boundedTo(room))
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)

    def refresh(self) -> None:
        """Read everything that is shown again."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Give the keyboard to what is used first."""
        raise NotImplementedError

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is being made; what was made stays."""
        self.worker.cancel()
        super().closeEvent(event)
