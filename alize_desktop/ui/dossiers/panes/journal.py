"""The pane Journal: everything that was done to the dossier, newest first."""

from datetime import tzinfo

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.dossiers import DossierDetail
from alize_desktop.models.records.journal import JournalLine
from alize_desktop.ui.dossiers.journal_words import action_text, details_text
from alize_desktop.ui.dossiers.panes.base import Pane
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.dates import moment_text


class JournalPane(Pane):
    """A table of acts.

    Args:
        zone: Time zone that hours are shown in.
        parent: Parent widget.
    """

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        columns = (
            Column("sequence", self.tr("N°"), self._number, right=True, width=64, sortable=False),
            Column("at", self.tr("Quand"), self._when, width=176, sortable=False),
            Column(
                "action",
                self.tr("Ce qui a été fait"),
                lambda line: action_text(line.action),
                note=details_text,
                stretches=True,
                sortable=False,
            ),
        )
        self.model: RecordTableModel[JournalLine] = RecordTableModel(
            columns, lambda line: line.sequence
        )
        self.table = RecordTable(self.model, self.tr("Journal du dossier"))
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.table)

    @override
    def show_detail(self, detail: DossierDetail | None) -> None:
        self.model.set_rows(detail.journal if detail else ())

    def _number(self, line: JournalLine) -> str:
        return str(line.sequence)

    def _when(self, line: JournalLine) -> str:
        return moment_text(line.at.astimezone(self._zone))
