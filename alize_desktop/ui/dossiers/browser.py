"""The list of dossiers: chips, filters, table, totals. It reads, it writes nothing."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.models.enums import DossierState
from alize_desktop.models.records.dossier_list import DossierQuery, DossierRow, DossierTotals
from alize_desktop.models.values import ZERO
from alize_desktop.services.dossier_finder import DossierFinder
from alize_desktop.ui.dossiers.chips import StateChips
from alize_desktop.ui.dossiers.columns import LESSER, dossier_columns, totals_text
from alize_desktop.ui.dossiers.remembered import RememberedTable
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.labels import Ground, frame
from alize_desktop.ui.widgets.list_foot import ListFoot
from alize_desktop.ui.widgets.search import SearchField
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import RecordTableModel
from alize_desktop.wording.names import counted

if TYPE_CHECKING:
    from alize_desktop.models.records.meetings import MeetingRow
    from alize_desktop.ui.dossiers.filters import FilterRow, Filters


class DossierBrowser(QWidget):
    """Finds, filters and sorts dossiers in SQL, and says which one is chosen.

    Args:
        finder: Answers the list.
        window: Where the columns chosen and the sort are remembered.
        parent: Parent widget.

    Signals:
        dossier_chosen: The user moved to a dossier. Arg: its identifier.
        dossier_opened: Enter or a double click on a dossier. Arg: its identifier.
        new_requested: « Nouveau » was pressed.
        import_requested: « Importer… » was pressed.
        filters_opened: The filters come in sight: their meetings may be offered.
    """

    dossier_chosen = Signal(object)
    dossier_opened = Signal(object)
    new_requested = Signal()
    import_requested = Signal()
    filters_opened = Signal()

    def __init__(
        self, finder: DossierFinder, window: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._finder = finder
        self._query = DossierQuery()
        self.search_field = SearchField(self.tr("Rechercher un dossier, une entreprise…"), "Ctrl+F")
        self.chips = StateChips()
        self._filters: FilterRow | None = None
        self._shown_totals = DossierTotals(0, ZERO, 0, 0)
        columns = dossier_columns()
        self.model: RecordTableModel[DossierRow] = RecordTableModel(columns, lambda row: row.id)
        self.table = RecordTable(self.model, self.tr("Dossiers"), several=True)
        self._remembered = RememberedTable(self.table, columns, window, "dossiers/list", LESSER)
        self.foot = ListFoot()
        self._assemble()
        self._connect()
        self._start_sorted()

    @property
    def query(self) -> DossierQuery:
        """What the list shows."""
        return self._query

    @property
    def filters(self) -> "FilterRow":
        """The filters besides words and states, built now if they never were."""
        if self._filters is None:
            self._filters = self._build_filters()
        return self._filters

    def refresh(self) -> int:
        """Read the list again, keeping the current dossier; return how many it has."""
        kept = self.table.chosen()
        answer = self._finder.search(self._query)
        self.model.set_rows(answer.rows)
        self.chips.show_counts(dict(answer.totals.by_state), self._query.states)
        self._shown_totals = answer.totals
        self._body.setCurrentWidget(self.table if answer.rows else self._nothing)
        self.select(kept)
        self._show_totals(())
        return answer.totals.count

    def set_search(self, text: str) -> None:
        """Search for words, each as a prefix, without accents."""
        self.search_field.set_text(text)
        self._ask(replace(self._query, text=text.strip()))

    def set_meetings(self, meetings: Sequence["MeetingRow"]) -> None:
        """Offer these meetings in the filter."""
        self.filters.set_meetings(meetings)

    def select(self, dossier_id: object) -> bool:
        """Show a dossier as the chosen one, without saying so; return whether it is listed."""
        self.table.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        found = self.table.choose(dossier_id)
        self.table.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        return found

    def is_filtered(self) -> bool:
        """Return whether something narrows the list."""
        plain = replace(self._query, sort="number", descending=False)
        return plain != DossierQuery()

    def clear_filters(self) -> None:
        """Show every dossier again."""
        self.search_field.set_text("")
        if self._filters is not None:
            self._filters.clear()
        self._filters_button.setChecked(False)
        sort, descending = self._query.sort, self._query.descending
        self._ask(DossierQuery(sort=sort, descending=descending))

    def _assemble(self) -> None:
        self._new = KeyButton(self.tr("Nouveau"), "Ctrl+N")
        self._import = KeyButton(self.tr("Importer…"), kind=Kind.GHOST, icon="import")
        self._filters_button = KeyButton(self.tr("Filtres"), kind=Kind.GHOST, icon="columns")
        self._filters_button.setCheckable(True)
        self._nothing = EmptyState(
            self.tr("Aucun dossier ne correspond à cette recherche."),
            self.tr("Effacer les filtres"),
        )
        self._body = QStackedWidget()
        self._body.addWidget(self.table)
        self._body.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._body, 1)
        column.addWidget(self.foot)
        order = (self.search_field, self._filters_button, self._import, self._new, self.chips)
        for before, after in pairwise((*order, self.table)):
            QWidget.setTabOrder(before, after)

    def _build_filters(self) -> "FilterRow":
        from alize_desktop.ui.dossiers.filters import FilterRow  # noqa: PLC0415  # on demand

        filters = FilterRow()
        filters.hide()
        self._head_column.addWidget(filters)
        QWidget.setTabOrder(self.chips, filters)
        QWidget.setTabOrder(filters, self.table)
        filters.changed.connect(self._on_filters_changed)
        return filters

    def _head(self) -> QWidget:
        head = frame(Ground.SURFACE)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.related)
        for each in (self._filters_button, self._import):
            buttons.addWidget(each)
        buttons.addStretch(1)
        buttons.addWidget(self._new)
        self._head_column = column = QVBoxLayout(head)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(SPACE.related)
        column.addWidget(self.search_field)
        column.addLayout(buttons)
        column.addWidget(self.chips)
        return head

    def _connect(self) -> None:
        self.search_field.searched.connect(self._on_searched)
        self.search_field.left_downwards.connect(self._on_left_downwards)
        self.chips.states_requested.connect(self._on_states_requested)
        self._filters_button.toggled.connect(self._on_filters_toggled)
        self._nothing.requested.connect(self.clear_filters)
        self._new.clicked.connect(self.new_requested)
        self._import.clicked.connect(self.import_requested)
        self.table.row_chosen.connect(self.dossier_chosen)
        self.table.row_opened.connect(self.dossier_opened)
        self.table.rows_selected.connect(self._show_totals)
        self.table.sort_requested.connect(self._on_sort_requested)

    def _start_sorted(self) -> None:
        key, descending = self._remembered.sort()
        self._query = DossierQuery(sort=key, descending=descending)
        self.table.set_sort(key, descending=descending)

    def _ask(self, query: DossierQuery) -> None:
        if query != self._query:
            self._query = query
            self.refresh()

    def _show_totals(self, selected: tuple[UUID, ...]) -> None:
        if len(selected) > 1:
            totals = self._finder.totals(selected)
            count = self.tr("{count} dossiers sélectionnés").format(count=totals.count)
        else:
            totals = self._shown_totals
            count = counted(totals.count, "dossier")
        self.foot.show_text(count, totals_text(totals))

    def _on_filters_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal has a bool
        if shown:
            self.filters_opened.emit()
        if shown or self._filters is not None:
            self.filters.setVisible(shown)

    def _on_searched(self, text: str) -> None:
        self._ask(replace(self._query, text=text))

    def _on_left_downwards(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.chosen() is None and self.model.rowCount():
            self.table.choose(self.model.record(0).id)

    def _on_states_requested(self, states: frozenset[DossierState]) -> None:
        self._ask(replace(self._query, states=states))

    def _on_filters_changed(self, filters: "Filters") -> None:
        self._ask(
            replace(
                self._query,
                sector=filters.sector,
                kind=filters.kind,
                meeting_id=filters.meeting_id,
            )
        )

    def _on_sort_requested(self, key: str, descending: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.table.set_sort(key, descending=descending)
        self._remembered.set_sort(key, descending=descending)
        self._ask(replace(self._query, sort=key, descending=descending))
