"""How a table of records behaves, and the menu where its columns are chosen."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from alize_desktop.ui.widgets.table_model import Column


def behave_as_list(table: QTableView, *, several: bool) -> None:
    """Make a table choose whole rows, scroll smoothly and let Tab go by.

    Args:
        table: Table to prepare.
        several: Whether several rows may be selected at once.
    """
    mode = QAbstractItemView.SelectionMode
    table.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setMouseTracking(True)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(16)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(True)
    header.setSortIndicatorShown(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)


class ColumnMenu(QMenu):
    """Columns to tick. The last one shown cannot be hidden. Goes when it is closed.

    Signals:
        ticked: The user ticked a column or not. Args: its key, whether it is shown.
    """

    ticked = Signal(object, object)

    def __init__(
        self, columns: Sequence[Column[Any]], shown: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        for column in columns:
            action = self.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setEnabled(tuple(shown) != (column.key,))
            action.setData(column.key)
            action.toggled.connect(partial(self.ticked.emit, column.key))
        self.aboutToHide.connect(self.deleteLater)
