"""The outline of a PDF: its titles, each of which goes to its page."""

from PySide6.QtCore import QModelIndex, QPointF, Qt, Signal
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from PySide6.QtWidgets import QTreeView, QWidget

from alize_desktop.ui.theme.look import scaled

_ROLE = QPdfBookmarkModel.Role


class Outline(QTreeView):
    """Titles on the left of the pages. Hidden until it is asked for.

    Args:
        document: The PDF.
        parent: Parent widget.

    Signals:
        chosen: A title was chosen. Args: its page from 0, its place.
    """

    chosen = Signal(object, object)

    def __init__(self, document: QPdfDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = QPdfBookmarkModel(self)
        self._titles.setDocument(document)
        self.setObjectName("preview_outline")
        self.setAccessibleName(self.tr("Plan du papier"))
        self.setModel(self._titles)
        self.setHeaderHidden(True)
        self.setFixedWidth(scaled(260))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.activated.connect(self._on_chosen)
        self.clicked.connect(self._on_chosen)
        self.hide()

    @property
    def is_empty(self) -> bool:
        """Whether the PDF has no outline."""
        return not self._titles.rowCount(QModelIndex())

    def switch(self) -> None:
        """Show the titles, or hide them."""
        self.setVisible(not self.isVisible())
        if self.isVisible():
            self.expandAll()
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_chosen(self, index: QModelIndex) -> None:
        place = index.data(int(_ROLE.Location))
        page = index.data(int(_ROLE.Page))
        self.chosen.emit(page, place if isinstance(place, QPointF) else QPointF())
