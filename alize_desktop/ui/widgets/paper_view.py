"""The pages of a paper that is held in memory.

This module brings QtPdf in: import it when a paper is shown, not before.
"""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMargins, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import palette_of

_MARGIN = 8


class PaperView(QPdfView):
    """Shows a paper, as wide as there is room; another one comes at the same height.

    Args:
        paper: Older than the view in their parent: it goes first, and the view
            hears of it while it lives.
        parent: Parent of both.
    """

    def __init__(self, paper: QPdfDocument, parent: QWidget) -> None:
        super().__init__(parent)
        self._buffer: QBuffer | None = None
        self._paper = paper
        self._dressing = QTimer(self, singleShot=True, interval=0)
        self._dressing.timeout.connect(self._dress)
        self.setObjectName("live_view")
        self.setAccessibleName(self.tr("Aperçu du papier"))
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setFrameShape(QPdfView.Shape.NoFrame)
        self.setDocumentMargins(QMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
        self.setDocument(self._paper)
        self._dress()

    @property
    def pages(self) -> int:
        """Number of pages; 0 without a paper."""
        return self._paper.pageCount()

    @property
    def content(self) -> bytes:
        """The paper; empty without one."""
        return bytes(self._buffer.data().data()) if self._buffer else b""

    def show_paper(self, content: bytes) -> None:
        """Put a paper in the place of the one before."""
        bar = self.verticalScrollBar()
        height = bar.value()
        buffer = QBuffer(self.parent())
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._paper.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = buffer  # the document reads in it as long as it is shown
        bar.setValue(height)

    def clear(self) -> None:
        """Take the paper away."""
        self._paper.close()
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer = None

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dressing.start()  # the style sheet still puts back what it knew

    def _dress(self) -> None:
        """Lay the pages on a ground of the theme."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, QColor(palette_of(self).hover))
        self.setPalette(palette)


def paper_view(parent: QWidget) -> PaperView:
    """Return a view without a paper."""
    return PaperView(QPdfDocument(parent), parent)
