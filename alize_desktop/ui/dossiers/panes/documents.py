"""The pane Pièces: the files kept inside the registry. Asks, and does nothing itself."""

from datetime import tzinfo
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from alize_desktop.models.records.dossiers import DocumentRow, DossierDetail
from alize_desktop.ui.dossiers.panes.base import Pane
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.labels import Ground, frame
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.dates import short_date

_UNIT = 1024


class DocumentsPane(Pane):
    """A table of files; more can be dropped on it.

    Args:
        zone: Time zone that days are shown in.
        parent: Parent widget.

    Signals:
        add_requested: « Ajouter… » was pressed.
        files_dropped: Files were dropped. Arg: the list of ``Path``.
        open_requested: Arg: the identifier of a document.
        save_requested: « Enregistrer sous… ». Arg: the ``DocumentRow``.
        remove_requested: « Retirer ». Arg: the ``DocumentRow``.
    """

    add_requested = Signal()
    files_dropped = Signal(object)
    open_requested = Signal(object)
    save_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._can_add = False
        self.setAcceptDrops(True)
        self.model: RecordTableModel[DocumentRow] = RecordTableModel(
            self._columns(), lambda row: row.id
        )
        self.table = RecordTable(self.model, self.tr("Pièces du dossier"))
        self.table.row_opened.connect(self.open_requested)
        self.table.row_chosen.connect(self._show_actions)
        self._nothing = EmptyState(
            self.tr("Aucune pièce. Déposez ici vos fichiers, ou choisissez-les."),
            self.tr("Ajouter une pièce…"),
        )
        self._nothing.requested.connect(self.add_requested)
        self._body = QStackedWidget()
        self._body.addWidget(self.table)
        self._body.addWidget(self._nothing)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self._body, 1)
        self._foot = frame(Ground.BOTTOM)
        self._foot.setLayout(self._buttons())
        self.column.addWidget(self._foot)

    @override
    def show_detail(self, detail: DossierDetail | None) -> None:
        rows = detail.documents if detail else ()
        self._can_add = detail is not None
        self.model.set_rows(rows)
        self._body.setCurrentWidget(self.table if rows else self._nothing)
        self._nothing.button.setVisible(self._can_add)
        self._nothing.set_sentence(
            self.tr("Aucune pièce. Déposez ici vos fichiers, ou choisissez-les.")
            if self._can_add
            else self.tr("Enregistrez d’abord le dossier : ses pièces viendront ici.")
        )
        self._foot.setVisible(bool(rows))
        self._show_actions()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._can_add and _paths(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(_paths(event))

    def _columns(self) -> tuple[Column[DocumentRow], ...]:
        return (
            Column(
                "name",
                self.tr("Pièce"),
                lambda row: row.name,
                note=self._note,
                stretches=True,
                sortable=False,
            ),
            Column(
                "size",
                self.tr("Taille"),
                lambda row: size_text(row.size),
                right=True,
                width=100,
                sortable=False,
            ),
            Column("added_at", self.tr("Ajoutée le"), self._added, width=116, sortable=False),
        )

    def _buttons(self) -> QHBoxLayout:
        self.add = KeyButton(self.tr("Ajouter…"), icon="plus")
        self.open = KeyButton(self.tr("Ouvrir"))
        self.save = KeyButton(self.tr("Enregistrer sous…"))
        self.remove = KeyButton(self.tr("Retirer…"), kind=Kind.GHOST)
        self.add.clicked.connect(self.add_requested)
        self.open.clicked.connect(lambda *_: self.open_requested.emit(self.table.chosen()))
        self.save.clicked.connect(lambda *_: self.save_requested.emit(self._row()))
        self.remove.clicked.connect(lambda *_: self.remove_requested.emit(self._row()))
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.group, 10, SPACE.group, 10)
        row.setSpacing(SPACE.related)
        row.addWidget(self.add)
        row.addStretch(1)
        for each in (self.remove, self.save, self.open):
            row.addWidget(each)
        return row

    def _row(self) -> DocumentRow:
        return self.model.record(self.table.currentIndex().row())

    def _show_actions(self, *_key: object) -> None:
        chosen = self.table.chosen() is not None
        for each in (self.open, self.save, self.remove):
            each.setEnabled(chosen)

    def _note(self, row: DocumentRow) -> str:
        return self.tr("empreinte {digest}…").format(digest=row.sha256[:12])

    def _added(self, row: DocumentRow) -> str:
        return short_date(row.added_at.astimezone(self._zone).date())


def size_text(size: int) -> str:
    """Return a number of bytes as people read it: « 84 ko », « 1,2 Mo »."""
    if size < _UNIT:
        return f"{size}\u00a0o"
    if size < _UNIT**2:
        return f"{round(size / _UNIT)}\u00a0ko"
    return f"{decimal_text(round(Decimal(size) / _UNIT**2, 1))}\u00a0Mo"


def _paths(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
