"""The screen of dossiers: the list on the left, the dossier on the right."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.dossiers.browser import DossierBrowser
from alize_desktop.ui.dossiers.tools import DossierTools
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.search import SearchField

if TYPE_CHECKING:
    from alize_desktop.ui.dossiers.editor import DossierEditor
    from alize_desktop.ui.dossiers.side import DossierSide

_SPLITTER = "dossiers/splitter"
_NARROW = 1182
"""Width of the screen, in pixels at 100 %, in a window of 1366."""
_LIST = 660
"""Width of the list in it: names and states are read whole."""
_PANES = 522
"""Width of the panes below which the list gives way instead."""


class DossierScreen(QWidget):
    """Finds dossiers, shows them, edits them. Built alone, with its services.

    ``refresh`` reads the list; call it once when the screen is first shown.
    ``search_field`` may be placed in the window's top bar: it follows.
    Before leaving the screen or closing the window, call ``try_leave``.

    Args:
        tools: Services and surroundings.
        parent: Parent widget.

    Signals:
        import_requested: A workbook is to be brought in.
        demonstration_requested: The demonstration is to be opened.
        papers_asked: The papers of a dossier are asked for. Arg: its identifier.
        count_changed: The registry holds another number of dossiers. Arg: it.
    """

    import_requested = Signal()
    demonstration_requested = Signal()
    papers_asked = Signal(object)
    count_changed = Signal(object)

    def __init__(self, tools: DossierTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._side: DossierSide | None = None
        self.browser = DossierBrowser(tools.services.finder, tools.window)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._assemble()
        self._connect()
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_escape)

    @property
    def search_field(self) -> SearchField:
        """The line that searches the list."""
        return self.browser.search_field

    @property
    def side(self) -> "DossierSide":
        """The right side, built now if it never was."""
        if self._side is None:
            self._side = self._build_side()
        return self._side

    @property
    def editor(self) -> "DossierEditor":
        """The dossier that is shown and edited."""
        return self.side.editor

    def refresh(self) -> None:
        """Read the list and the dossier shown again; what is typed stays."""
        self._read_list()
        if self._side is None:
            return
        try:
            self._side.editor.refresh()
        except UserError as error:
            self._show_nothing()
            show_error(self.window(), error, self._tools.log_file)

    def make_ready(self) -> None:
        """Build what shows a dossier, in two steps, so that the first one is shown at once."""
        panes = self.editor.panes
        QTimer.singleShot(0, panes, lambda: panes.pane(panes.tabs.current()))

    def set_search(self, text: str) -> None:
        """Search the list."""
        self.browser.set_search(text)

    def show_dossier(self, dossier_id: UUID) -> None:
        """Show a dossier, once the user agreed to leave what is typed."""
        self.try_leave(lambda: self._show(dossier_id))

    def new_dossier(self) -> None:
        """Show an empty sheet, once the user agreed to leave what is typed."""
        self.try_leave(self._show_new)

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to leave what is typed."""
        if self._side is None:
            on_left()
        else:
            self._side.editor.try_leave(on_left)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        if self._is_placed:
            self._splitter.setStretchFactor(1, 0 if width < scaled(_NARROW) else 1)
        else:
            room = min(max(scaled(_LIST), width * 44 // 100), width * 56 // 100, width - _PANES)
            self._splitter.setSizes([room, width - room])

    def _assemble(self) -> None:
        self._right = QStackedWidget()
        self._right.addWidget(
            EmptyState(self.tr("Choisissez un dossier dans la liste pour le lire ici."))
        )
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.browser)
        self._splitter.addWidget(self._right)
        self._splitter.setStretchFactor(0, 1)
        state = self._tools.window.value(_SPLITTER)
        self._is_placed = state is not None and self._splitter.restoreState(state)
        self._empty = EmptyState(
            self.tr(
                "Ce registre est encore vide. Commencez par le classeur de votre bassin, "
                "ou saisissez un premier dossier avec Ctrl+N."
            ),
            self.tr("Importer un classeur…"),
            second=self.tr("Ouvrir la démonstration"),
        )
        self._body = QStackedWidget()
        self._body.addWidget(self._splitter)
        self._body.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)

    def _connect(self) -> None:
        first = QShortcut(QKeySequence("Ctrl+N"), self._empty)
        first.activated.connect(self.new_dossier)
        self._empty.requested.connect(self.import_requested)
        self._empty.second_requested.connect(self.demonstration_requested)
        self.browser.import_requested.connect(self.import_requested)
        self.browser.new_requested.connect(self.new_dossier)
        self.browser.filters_opened.connect(self._on_filters_opened)
        self.browser.dossier_chosen.connect(self._on_dossier_chosen)
        self.browser.dossier_opened.connect(self._on_dossier_opened)
        self._settled.timeout.connect(self._keep_chosen)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._tools.bus.changed.connect(self._on_changed)

    def _build_side(self) -> "DossierSide":
        from alize_desktop.ui.dossiers.side import DossierSide  # noqa: PLC0415  # on demand

        side = DossierSide(self._tools)
        side.changed.connect(self._on_written)
        side.editor.header.papers_requested.connect(self._on_papers)
        side.editor.new_abandoned.connect(self._on_new_abandoned)
        self._right.addWidget(side)
        return side

    def _read_list(self) -> None:
        count = self.browser.refresh()
        is_new = self._side is not None and self._side.editor.is_new
        is_empty = not count and not self.browser.is_filtered() and not is_new
        self._body.setCurrentWidget(self._empty if is_empty else self._splitter)
        if not self.browser.is_filtered():
            self.count_changed.emit(count)

    def _show(self, dossier_id: UUID) -> None:
        try:
            self.editor.show_dossier(dossier_id)
        except UserError as error:
            show_error(self.window(), error, self._tools.log_file)
            return
        self._right.setCurrentWidget(self.side)
        self.browser.select(dossier_id)

    def _show_new(self) -> None:
        self._body.setCurrentWidget(self._splitter)
        self._right.setCurrentWidget(self.side)
        self.browser.select(None)
        self.editor.show_new()

    def _show_nothing(self) -> None:
        self.editor.clear()
        self._right.setCurrentIndex(0)

    def _keep_chosen(self) -> None:
        """Choose in the list the dossier that is shown: the user stayed on it."""
        detail = self.editor.detail
        self.browser.select(detail.id if detail else None)

    def _on_filters_opened(self) -> None:
        self.browser.set_meetings(self._tools.meetings.rows())

    def _on_dossier_chosen(self, dossier_id: UUID) -> None:
        detail = self.editor.detail
        if detail is not None and detail.id == dossier_id:
            return
        self.show_dossier(dossier_id)
        if self.editor.is_dirty:
            self._settled.start()  # the view still sets its selection after this

    def _on_dossier_opened(self, _dossier_id: UUID) -> None:
        self.editor.panes.focus_pane()

    def _on_papers(self) -> None:
        detail = self.editor.detail
        if detail is not None:
            self.papers_asked.emit(detail.id)

    def _on_new_abandoned(self) -> None:
        self._show_nothing()
        self._read_list()

    def _on_written(self, changes: Changes) -> None:
        self._read_list()
        if self.editor.detail is not None:
            self.browser.select(self.editor.detail.id)
        self._tools.bus.changed.emit(changes, self)

    def _on_changed(self, changes: Changes, source: object) -> None:
        if source is not self and (changes.dossiers or changes.meetings):
            self.refresh()

    def _on_escape(self) -> None:
        if self._side is not None and (self._side.editor.is_dirty or self._side.editor.is_new):
            self._side.editor.abandon()
        elif self.browser.is_filtered():
            self.browser.clear_filters()
        else:
            self.browser.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_splitter_moved(self, *_place: int) -> None:
        self._is_placed = True
        self._tools.window.setValue(_SPLITTER, self._splitter.saveState())
