"""A paper as it is on disk: pages to turn, zoom, words to look for, a printer, a copy.

This module brings QtPdf in: import it when a paper is shown, not before.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.files import write_atomic
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.papers.preview_outline import Outline
from alize_desktop.ui.papers.preview_search import SearchBar
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.file_dialogs import ask_then, file_to_write
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import ElidedLabel, Ground, Level, frame
from alize_desktop.ui.worker import Worker
from alize_desktop.wording.names import counted

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

_STEP = 1.25
_SMALLEST, _LARGEST = 0.25, 4.0


class PdfPreview(QWidget):
    """A window that shows one PDF file.

    Args:
        path: The file.
        log_file: Named when a bug is shown.
        parent: Parent widget; a window of its own either way.
    """

    def __init__(
        self, path: Path, log_file: Path = Path("alize.log"), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._path = path
        self._log_file = log_file
        self.setObjectName("pdf_preview")
        self.setWindowTitle(path.name)
        self.resize(scaled(1000), scaled(900))
        self.worker = Worker(self, log_file)
        self._document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setDocument(self._document)
        self._page = ElidedLabel("", Level.STRONG)
        self._page.setObjectName("preview_page")
        self.search = SearchBar(self._document, self._view)
        self.outline = Outline(self._document)
        self._buttons: dict[str, KeyButton] = {}
        self._lay_out()
        self.search.closed.connect(self._view.setFocus)
        self.outline.chosen.connect(self._on_title_chosen)
        self._view.pageNavigator().currentPageChanged.connect(self._on_page_changed)
        self._document.load(str(path))
        self._buttons["preview_titles"].setVisible(not self.outline.is_empty)
        self._buttons["preview_print"].setEnabled(bool(self.pages))
        self._tell_page(0)

    @property
    def pages(self) -> int:
        """Number of pages; 0 when the file cannot be read."""
        return self._document.pageCount()

    @property
    def page(self) -> int:
        """Page shown, from 1."""
        return self._view.pageNavigator().currentPage() + 1

    @property
    def zoom(self) -> float:
        """Enlargement; 1.0 is the size on paper. The width decides until one zooms."""
        return self._view.zoomFactor()

    def turn(self, pages: int) -> None:
        """Go forwards or backwards by some pages, within the paper."""
        target = min(max(self.page - 1 + pages, 0), max(self.pages - 1, 0))
        self._view.pageNavigator().jump(target, QPointF())

    def enlarge(self, times: float) -> None:
        """Zoom in or out, from a quarter to four times the size on paper."""
        shown = self._view.zoomFactor()
        if self._view.zoomMode() is QPdfView.ZoomMode.FitToWidth:
            shown = self._fitted()
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(max(shown * times, _SMALLEST), _LARGEST))

    def fit_width(self) -> None:
        """Let the width of the window decide."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def print_out(self) -> "QPrintDialog":
        """Ask how to print, and return at once; the window stays usable meanwhile."""
        from alize_desktop.ui.papers.print_dialog import ask_to_print  # noqa: PLC0415  # on demand

        return ask_to_print(self, self.print_on, self._path.stem, self.pages)

    def print_on(self, printer: "QPrinter") -> None:
        """Print on a printer that was set."""
        from alize_desktop.ui.papers.printing import printing  # noqa: PLC0415  # on demand

        work = partial(printing, printer, [self._path], self.page)
        self.worker.run(work, self._on_printed, self.tr("Impression en cours…"))

    def save_as(self) -> QFileDialog:
        """Ask where a copy goes, and return at once."""
        kinds = (self.tr("Document PDF (*.pdf)"),)
        files = file_to_write(self, self.tr("Enregistrer sous"), kinds, self._path.parent)
        return ask_then(files, self.copy_to, self._path.name)

    def copy_to(self, target: Path) -> None:
        """Write a copy; an error is shown, and leaves no half-written file."""
        try:
            content = self._path.read_bytes()
        except OSError:
            refusal = UserError(ErrorCode.FILE_NOT_READABLE, path=self._path)
            show_error(self, refusal, self._log_file)
            return
        try:
            write_atomic(target, content)
        except UserError as error:
            show_error(self, error, self._log_file)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.worker.cancel()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.outline)
        body.addWidget(self._view, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top())
        whole.addWidget(self.search)
        whole.addLayout(body, 1)
        whole.addWidget(self.worker.strip)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._on_escape)

    def _top(self) -> QWidget:
        top = frame(Ground.TOP)
        column = QVBoxLayout(top)
        column.setContentsMargins(SPACE.card, SPACE.related, SPACE.card, SPACE.related)
        column.setSpacing(SPACE.tight)
        column.addWidget(self._page)
        line = FlowLayout(spacing=SPACE.tight)
        column.addLayout(line)
        for text, key, name, action in (
            (self.tr("Précédente"), "PgUp", "preview_previous", lambda: self.turn(-1)),
            (self.tr("Suivante"), "PgDown", "preview_next", lambda: self.turn(1)),
            (self.tr("Réduire"), "Ctrl+-", "preview_smaller", lambda: self.enlarge(1 / _STEP)),
            (self.tr("Agrandir"), "Ctrl++", "preview_larger", lambda: self.enlarge(_STEP)),
            (self.tr("Largeur"), "Ctrl+0", "preview_width", self.fit_width),
            (self.tr("Plan"), "Ctrl+L", "preview_titles", self.outline.switch),
            (self.tr("Chercher"), "Ctrl+F", "preview_look", self.search.open),
            (self.tr("Imprimer…"), "Ctrl+P", "preview_print", self.print_out),
        ):
            button = KeyButton(text, key, Kind.GHOST)
            button.setObjectName(name)
            button.clicked.connect(action)
            line.addWidget(button)
            self._buttons[name] = button
        save = KeyButton(self.tr("Enregistrer sous…"), "Ctrl+S", Kind.PRIMARY)
        save.setObjectName("preview_save")
        save.clicked.connect(self.save_as)
        line.addWidget(save)
        return top

    def _fitted(self) -> float:
        """Return the enlargement that the width of the window gives now."""
        page: QSize = self._document.pagePointSize(0).toSize()
        dots = self.logicalDpiX() / 72
        return self._view.viewport().width() / max(page.width() * dots, 1)

    def _on_escape(self) -> None:
        if self.search.isVisible():
            self.search.shut()
        else:
            self.close()

    def _on_title_chosen(self, page: int, place: QPointF) -> None:
        self._view.pageNavigator().jump(page, place)

    def _on_printed(self, pages: int) -> None:
        sent = counted(pages, self.tr("page envoyée"), self.tr("pages envoyées"))
        self._page.setText(self.tr("{sent} à l’imprimante.").format(sent=sent))

    def _on_page_changed(self, page: int) -> None:
        self._tell_page(page)

    def _tell_page(self, page: int) -> None:
        if self.pages:
            text = self.tr("Page {page} sur {pages}")
            self._page.setText(text.format(page=page + 1, pages=self.pages))
        else:
            self._page.setText(self.tr("Ce document ne peut pas être lu."))
