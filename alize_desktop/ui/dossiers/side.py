"""The right side of the screen: one dossier, with what can be done to it.

Imported and built when the first dossier is shown, so that the window is
painted with its list alone.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.minutes import Paper
from alize_desktop.ui.dossiers.documents_actions import DocumentsActions
from alize_desktop.ui.dossiers.editor import DossierEditor
from alize_desktop.ui.dossiers.panes.base import Pane
from alize_desktop.ui.dossiers.panes.decision import DecisionPane
from alize_desktop.ui.dossiers.panes.documents import DocumentsPane
from alize_desktop.ui.dossiers.panes.given import GivenPane
from alize_desktop.ui.dossiers.panes.schedule import SchedulePane
from alize_desktop.ui.dossiers.running import Running
from alize_desktop.ui.dossiers.schedule_export import ScheduleExport
from alize_desktop.ui.dossiers.tools import DossierTools
from alize_desktop.ui.errors import show_error
from alize_desktop.ui.theme.tokens import Role


class DossierSide(QWidget):
    """The editor of a dossier, its documents and its schedule tied to it.

    Args:
        tools: Services and surroundings.
        parent: Parent widget.

    Signals:
        changed: Something was written. Arg: the ``Changes``.
    """

    changed = Signal(object)

    def __init__(self, tools: DossierTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.editor = DossierEditor(tools)
        self.running = Running(self.editor.progress, self, tools.log_file)
        self.documents = DocumentsActions(tools.dossiers, self.running, self)
        self.schedule_export = ScheduleExport(tools.schedules, self.running, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor)
        self.editor.changed.connect(self.changed)
        self.editor.shown.connect(self.documents.set_dossier)
        self.editor.panes.pane_built.connect(self._on_pane_built)
        self.documents.written.connect(self.editor.show_written)
        self.documents.refused.connect(self.editor.banner.show_sentence)
        self.schedule_export.exported.connect(self._on_exported)

    def _on_pane_built(self, _key: str, pane: Pane) -> None:
        if isinstance(pane, DocumentsPane):
            self.documents.serve(pane)
        if isinstance(pane, DecisionPane):
            pane.reopen_requested.connect(self._on_reopen_requested)
        if isinstance(pane, SchedulePane):
            pane.export_requested.connect(self._on_export_requested)
        if isinstance(pane, GivenPane):
            pane.view.said.connect(self.editor.toast.show_message)

    def _on_reopen_requested(self) -> None:
        detail = self.editor.detail
        if detail is None:
            return
        try:
            changes = self._tools.services.history.reopen(detail.id)
        except UserError as error:
            show_error(self.window(), error, self._tools.log_file)
            return
        self.editor.show_written(changes)
        self.editor.toast.show_message(self.tr("Dossier remis en instruction"), Role.GOOD)

    def _on_export_requested(self) -> None:
        detail = self.editor.detail
        if detail is not None:
            self.schedule_export.ask(detail.id, detail.sheet.number)

    def _on_exported(self, dossier_id: object, _paper: Paper) -> None:
        self.editor.toast.show_message(self.tr("Échéancier enregistré"), Role.GOOD)
        detail = self.editor.detail
        if detail is not None and detail.id == dossier_id:
            self.editor.show_written(Changes(dossiers=frozenset({detail.id})))
