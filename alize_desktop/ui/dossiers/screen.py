"""The screen of dossiers: the list on the left, the dossier on the right."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.dossiers.browser import DossierBrowser
from alize_desktop.ui.dossiers.documents_actions import DocumentsActions
from alize_desktop.ui.dossiers.editor import DossierEditor
from alize_desktop.ui.dossiers.panes.base import Pane
from alize_desktop.ui.dossiers.panes.documents import DocumentsPane
from alize_desktop.ui.dossiers.panes.schedule import SchedulePane
from alize_desktop.ui.dossiers.running import Running
from alize_desktop.ui.dossiers.schedule_export import ScheduleExport
from alize_desktop.ui.dossiers.tools import DossierTools
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.search import SearchField

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
        count_changed: The registry holds another number of dossiers. Arg: it.
    """

    import_requested = Signal()
    demonstration_requested = Signal()
    count_changed = Signal(object)

    def __init__(self, tools: DossierTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.browser = DossierBrowser(tools.dossiers, tools.window)
        self.editor = DossierEditor(tools)
        self._running = Running(self.editor.progress, self, tools.log_file)
        self.documents = DocumentsActions(tools.dossiers, self._running, self)
        self.schedule_export = ScheduleExport(tools.schedules, self._running, self)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._assemble()
        self._connect()
        self._listen_to_keys()

    @property
    def search_field(self) -> SearchField:
        """The line that searches the list."""
        return self.browser.search_field

    def refresh(self) -> None:
        """Read the list and the dossier shown again; what is typed stays."""
        self.browser.set_meetings(self._tools.meetings.rows())
        self._read_list()
        try:
            self.editor.refresh()
        except UserError as error:
            self.editor.clear()
            show_error(self.window(), error, self._tools.log_file)

    def set_search(self, text: str) -> None:
        """Search the list."""
        self.browser.set_search(text)

    def show_dossier(self, dossier_id: UUID) -> None:
        """Show a dossier, once the user agreed to leave what is typed."""
        self.editor.try_leave(lambda: self._show(dossier_id))

    def new_dossier(self) -> None:
        """Show an empty sheet, once the user agreed to leave what is typed."""
        self.editor.try_leave(self._show_new)

    def try_leave(self, on_left: Callable[[], None]) -> None:
        """Call ``on_left`` at once, or once the user agreed to leave what is typed."""
        self.editor.try_leave(on_left)

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
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.browser)
        self._splitter.addWidget(self.editor)
        self._splitter.setStretchFactor(0, 1)
        state = self._tools.window.value(_SPLITTER)
        self._is_placed = state is not None and self._splitter.restoreState(state)
        self._empty = EmptyState(
            self.tr("Ce registre est encore vide. Commencez par le classeur de votre bassin."),
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
        self._empty.requested.connect(self.import_requested)
        self._empty.second_requested.connect(self.demonstration_requested)
        self.browser.import_requested.connect(self.import_requested)
        self.browser.new_requested.connect(self.new_dossier)
        self.browser.dossier_chosen.connect(self._on_dossier_chosen)
        self.browser.dossier_opened.connect(self._on_dossier_opened)
        self.editor.changed.connect(self._on_written)
        self.editor.new_abandoned.connect(self._on_new_abandoned)
        self.editor.panes.pane_built.connect(self._on_pane_built)
        self.documents.written.connect(self.editor.written)
        self.documents.refused.connect(self.editor.banner.show_sentence)
        self.schedule_export.exported.connect(self._on_exported)
        self._settled.timeout.connect(self._keep_chosen)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._tools.bus.changed.connect(self._on_changed)

    def _listen_to_keys(self) -> None:
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        escape = QShortcut(QKeySequence("Esc"), self, context=here)
        escape.activated.connect(self._on_escape)

    def _read_list(self) -> None:
        count = self.browser.refresh()
        is_empty = not count and not self.browser.is_filtered() and not self.editor.is_new
        self._body.setCurrentWidget(self._empty if is_empty else self._splitter)
        if not self.browser.is_filtered():
            self.count_changed.emit(count)

    def _show(self, dossier_id: UUID) -> None:
        try:
            self.editor.show_dossier(dossier_id)
        except UserError as error:
            show_error(self.window(), error, self._tools.log_file)
            return
        self.documents.set_dossier(dossier_id)
        self.browser.select(dossier_id)

    def _show_new(self) -> None:
        self._body.setCurrentWidget(self._splitter)
        self.documents.set_dossier(None)
        self.browser.select(None)
        self.editor.show_new()

    def _keep_chosen(self) -> None:
        """Choose in the list the dossier that is shown: the user stayed on it."""
        detail = self.editor.detail
        self.browser.select(detail.id if detail else None)

    def _on_dossier_chosen(self, dossier_id: UUID) -> None:
        detail = self.editor.detail
        if detail is not None and detail.id == dossier_id:
            return
        self.show_dossier(dossier_id)
        if self.editor.is_dirty:
            self._settled.start()  # the view still sets its selection after this

    def _on_dossier_opened(self, _dossier_id: UUID) -> None:
        self.editor.panes.focus_pane()

    def _on_pane_built(self, _key: str, pane: Pane) -> None:
        if isinstance(pane, DocumentsPane):
            self.documents.serve(pane)
        if isinstance(pane, SchedulePane):
            pane.export_requested.connect(self._on_export_requested)

    def _on_export_requested(self) -> None:
        detail = self.editor.detail
        if detail is not None:
            self.schedule_export.ask(detail.id, detail.sheet.number)

    def _on_exported(self, dossier_id: UUID, _paper: object) -> None:
        self.editor.toast.show_message(self.tr("Échéancier enregistré"), Role.GOOD)
        self.editor.written(Changes(dossiers=frozenset({dossier_id})))

    def _on_new_abandoned(self) -> None:
        self.editor.clear()
        self._read_list()

    def _on_written(self, changes: Changes) -> None:
        self._read_list()
        if self.editor.detail is not None:
            self.documents.set_dossier(self.editor.detail.id)
            self.browser.select(self.editor.detail.id)
        self._tools.bus.changed.emit(changes, self)

    def _on_changed(self, changes: Changes, source: object) -> None:
        if source is not self and (changes.dossiers or changes.meetings):
            self.refresh()

    def _on_escape(self) -> None:
        if self.editor.is_dirty or self.editor.is_new:
            self.editor.abandon()
        elif self.browser.is_filtered():
            self.browser.clear_filters()
        else:
            self.browser.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_splitter_moved(self, *_place: int) -> None:
        self._is_placed = True
        self._tools.window.setValue(_SPLITTER, self._splitter.saveState())
