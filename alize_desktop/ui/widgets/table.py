"""The table of records: rows are chosen, sorted and searched, never typed in."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QMenu, QTableView, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.widgets.painting import draw_ring
from alize_desktop.ui.widgets.table_columns import ColumnMenu, behave_as_list
from alize_desktop.ui.widgets.table_delegate import RecordDelegate
from alize_desktop.ui.widgets.table_model import KEY_ROLE, RecordTableModel

_ONE_LINE = 40
_TWO_LINES = 54
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class RecordTable(QTableView):
    """Shows a ``RecordTableModel``; says what the user asks, does none of it.

    Signals:
        row_chosen: The user, or ``choose``, moved to a row. Arg: its key.
        row_opened: Enter or a double click on a row. Arg: its key.
        rows_selected: The selection changed. Arg: the tuple of its keys.
        sort_requested: A header was clicked. Args: column key, descending.
        columns_changed: The user chose columns. Arg: the tuple of the keys shown.
    """

    row_chosen = Signal(object)
    row_opened = Signal(object)
    rows_selected = Signal(object)
    sort_requested = Signal(object, object)
    columns_changed = Signal(object)

    def __init__(
        self,
        model: RecordTableModel[Any],
        name: str,
        parent: QWidget | None = None,
        *,
        several: bool = False,
    ) -> None:
        """Show ``model``.

        Args:
            model: Rows and columns.
            name: What the table is, for those who hear the screen.
            parent: Parent widget.
            several: Whether several rows may be selected at once.
        """
        super().__init__(parent)
        self._records = model
        self._sorted: tuple[str, bool] = ("", False)
        self._stretching = False
        self.setAccessibleName(name)
        self.setViewport(_ground())
        self.setModel(model)
        self.setItemDelegate(RecordDelegate(self))
        behave_as_list(self, several=several)
        header = self.horizontalHeader()
        header.sectionClicked.connect(self._on_header_clicked)
        header.customContextMenuRequested.connect(self._on_columns_asked)
        header.sectionResized.connect(self._on_section_resized)
        self.set_visible_columns(())
        self._fit()
        self.doubleClicked.connect(self._on_double_clicked)

    def choose(self, key: object) -> bool:
        """Move to the row of ``key`` and show it.

        Returns:
            Whether it is there. If not, no row is current.
        """
        row = self._records.row_of(key)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return False
        index = self._records.index(row, self._first_visible())
        # setCurrentIndex would add the row to those selected while Ctrl is held, as for Ctrl+S
        self.selectionModel().setCurrentIndex(index, _ALONE)
        self.scrollTo(index)
        return True

    def chosen(self) -> object:
        """Return the key of the current row, None when there is none."""
        return self.currentIndex().data(KEY_ROLE)

    def selected_keys(self) -> tuple[Any, ...]:
        """Return the keys of the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._records.index(row, 0).data(KEY_ROLE) for row in rows)

    def set_sort(self, key: str, *, descending: bool = False) -> None:
        """Show by which column the rows are sorted. Emits nothing."""
        self._sorted = (key, descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(self._number_of(key), order)

    def visible_columns(self) -> tuple[str, ...]:
        """Return the keys of the columns shown."""
        columns = enumerate(self._records.columns)
        return tuple(each.key for number, each in columns if not self.isColumnHidden(number))

    def set_visible_columns(self, keys: Sequence[str]) -> None:
        """Show these columns, or the usual ones when none is known. Emits nothing."""
        known = {column.key for column in self._records.columns} & set(keys)
        self._stretching = True  # a column that goes would be stretched while it does
        for number, column in enumerate(self._records.columns):
            wanted = column.key in known if known else column.shown
            self.setColumnHidden(number, not wanted)
        self._stretching = False
        self._stretch()

    def column_menu(self) -> QMenu:
        """Return a new menu where columns are ticked; the last one cannot be hidden."""
        menu = ColumnMenu(self._records.columns, self.visible_columns(), self)
        menu.ticked.connect(self._on_column_ticked)
        return menu

    @override
    def currentChanged(self, current: Any, previous: Any) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.row_chosen.emit(current.data(KEY_ROLE))

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.rows_selected.emit(self.selected_keys())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_opened.emit(self.chosen())
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            box = QRectF(self.viewport().rect())
            draw_ring(QPainter(self.viewport()), box, palette_of(self).focus, 2)

    def _fit(self) -> None:
        """Give rows and columns the size that goes with the text size."""
        two_lines = any(column.note for column in self._records.columns)
        self.verticalHeader().setDefaultSectionSize(scaled(_TWO_LINES if two_lines else _ONE_LINE))
        self.horizontalHeader().setMinimumSectionSize(scaled(56))
        for number, column in enumerate(self._records.columns):
            self.setColumnWidth(number, scaled(column.width))
        self._stretch()

    def _stretch(self) -> None:
        """Give the room that is left to the column that stretches; never less than its width."""
        for number, column in enumerate(self._records.columns):
            if column.stretches and not self.isColumnHidden(number):
                others = self.horizontalHeader().length() - self.columnWidth(number)
                wanted = max(scaled(column.width), self.viewport().width() - others)
                self._stretching = True
                self.setColumnWidth(number, wanted)
                self._stretching = False

    def _number_of(self, key: str) -> int:
        keys = [column.key for column in self._records.columns]
        return keys.index(key) if key in keys else -1

    def _first_visible(self) -> int:
        count = len(self._records.columns)
        return next((n for n in range(count) if not self.isColumnHidden(n)), 0)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.row_opened.emit(index.data(KEY_ROLE))

    def _on_header_clicked(self, section: int) -> None:
        column = self._records.columns[section]
        key, descending = self._sorted
        if column.sortable:
            descending = column.key == key and not descending
            self.sort_requested.emit(column.key, descending)
        self.set_sort(self._sorted[0], descending=self._sorted[1])

    def _on_section_resized(self, *_sizes: int) -> None:
        if not self._stretching:
            self._stretch()

    def _on_columns_asked(self, place: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(place))

    def _on_column_ticked(self, key: str, is_shown: object) -> None:
        self.setColumnHidden(self._number_of(key), not is_shown)
        self._stretch()
        self.columns_changed.emit(self.visible_columns())


def _ground() -> QWidget:
    """Return a viewport that Python made: one of Qt's own would load every class of views."""
    ground = QWidget()
    ground.setBackgroundRole(QPalette.ColorRole.Base)
    ground.setAutoFillBackground(True)
    return ground
