"""The list of advances: search, states, ages, table, totals. It writes nothing."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.models.enums import AdvanceState, AgeingBucket
from alize_desktop.models.records.advances import AdvanceRow
from alize_desktop.models.values import ZERO, Money
from alize_desktop.ui.advances.columns import LESSER, advance_columns
from alize_desktop.ui.advances.finding import Wanted, by_age, by_state, found
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.chip import ChipRow
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.giving_table import GivingTable
from alize_desktop.ui.widgets.labels import Ground, frame
from alize_desktop.ui.widgets.list_foot import ListFoot
from alize_desktop.ui.widgets.search import SearchField
from alize_desktop.ui.widgets.table_model import RecordTableModel
from alize_desktop.wording.advance_words import bucket_short, state_chip
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.names import counted


class AdvanceList(QWidget):
    """Finds advances, and says which one is chosen.

    Signals:
        advance_chosen: The user moved to an advance. Arg: its identifier.
        advance_opened: Enter or a double click on an advance. Arg: its identifier.
        import_asked: « Importer un relevé… » was pressed.
        export_asked: « Exporter… » was pressed.
    """

    advance_chosen = Signal(object)
    advance_opened = Signal(object)
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AdvanceRow, ...] = ()
        self._wanted = Wanted()
        self.search = SearchField(self.tr("Rechercher une avance, une entreprise…"), "F3")
        self.states: ChipRow[AdvanceState] = ChipRow(
            self.tr("Filtrer par état"),
            self.tr("Toutes"),
            [(each, state_chip(each)) for each in AdvanceState],
        )
        self.ages: ChipRow[AgeingBucket] = ChipRow(
            self.tr("Filtrer par retard"),
            self.tr("Doivent"),
            [(each, bucket_short(each)) for each in AgeingBucket],
        )
        self.model: RecordTableModel[AdvanceRow] = RecordTableModel(
            advance_columns(), lambda row: row.dossier_id
        )
        self.table = GivingTable(self.model, self.tr("Avances"), LESSER)
        self.table.setObjectName("advance_list")
        self.table.set_sort(self._wanted.sort)
        self._nothing = EmptyState(
            self.tr("Aucune avance ne correspond à cette recherche."),
            self.tr("Effacer les filtres"),
        )
        self.export = KeyButton(self.tr("Exporter…"), "Ctrl+L", Kind.GHOST, icon="export")
        self.export.setObjectName("advance_export")
        self.foot = ListFoot()
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_rows(self, rows: Sequence[AdvanceRow], chosen: UUID | None) -> UUID | None:
        """Show the advances; return which one is chosen, the first when ``chosen`` is gone."""
        self._rows = tuple(rows)
        return self._show(chosen)

    def clear_filters(self) -> None:
        """Show every advance again."""
        self.search.set_text("")
        self._ask(Wanted(sort=self._wanted.sort, descending=self._wanted.descending))

    def is_narrowed(self) -> bool:
        """Return whether something narrows the list."""
        return self._wanted.is_narrowed()

    def select(self, dossier_id: object) -> bool:
        """Show an advance as the chosen one, without saying so; return whether it is listed."""
        self.table.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        is_found = self.table.choose(dossier_id)
        self.table.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        return is_found

    def _show(self, chosen: object) -> UUID | None:
        rows = found(self._rows, self._wanted)
        self.model.set_rows(rows)
        self._body.setCurrentWidget(self.table if rows else self._nothing)
        self._show_chips()
        owed = sum(row.position.outstanding.minor for row in rows)
        late = sum(row.position.overdue.minor for row in rows)
        words = self.tr("reste dû {owed} · en retard {late}")
        self.foot.show_text(
            counted(len(rows), self.tr("avance")),
            words.format(owed=money_short(Money(owed)), late=money_short(Money(late))),
        )
        known = [row.dossier_id for row in rows]
        kept = chosen if chosen in known else next(iter(known), None)
        self.select(kept)
        return kept if isinstance(kept, UUID) else None

    def _show_chips(self) -> None:
        self.states.show_counts(by_state(self._rows), self._wanted.states)
        ages = by_age(self._rows)
        counts = {bucket: each.count for bucket, each in ages.items()}
        notes = {
            bucket: f"{counted(each.count, self.tr('avance'))}, {money_short(each.overdue)}"
            for bucket, each in ages.items()
            if each.overdue > ZERO
        }
        self.ages.show_counts(counts, self._wanted.buckets, notes)

    def _ask(self, wanted: Wanted) -> None:
        if wanted == self._wanted:
            return
        before = self.table.chosen()
        self._wanted = wanted
        chosen = self._show(before)
        if chosen is not None and chosen != before:
            self.advance_chosen.emit(chosen)

    def _lay_out(self) -> None:
        import_statement = KeyButton(self.tr("Importer un relevé…"), "Ctrl+I", icon="import")
        import_statement.setObjectName("advance_import")
        import_statement.clicked.connect(self.import_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.related)
        buttons.addWidget(self.export)
        buttons.addStretch(1)
        buttons.addWidget(import_statement)
        head = frame(Ground.SURFACE)
        above = QVBoxLayout(head)
        above.setContentsMargins(12, 10, 12, 8)
        above.setSpacing(SPACE.related)
        above.addWidget(self.search)
        above.addLayout(buttons)
        above.addWidget(self.states)
        above.addWidget(self.ages)
        self._body.addWidget(self.table)
        self._body.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._body, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.search.searched.connect(lambda text: self._ask(replace(self._wanted, text=text)))
        self.search.left_downwards.connect(self.table.setFocus)
        self.states.requested.connect(
            lambda states: self._ask(replace(self._wanted, states=states))
        )
        self.ages.requested.connect(
            lambda buckets: self._ask(replace(self._wanted, buckets=buckets))
        )
        self.export.clicked.connect(self.export_asked)
        self._nothing.requested.connect(self.clear_filters)
        self.table.row_chosen.connect(self.advance_chosen)
        self.table.row_opened.connect(self.advance_opened)
        self.table.sort_requested.connect(self._on_sort_requested)

    def _on_sort_requested(self, key: str, descending: object) -> None:
        self.table.set_sort(key, descending=bool(descending))
        self._ask(replace(self._wanted, sort=key, descending=bool(descending)))
