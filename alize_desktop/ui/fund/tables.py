"""A table that stands in a page which scrolls: as tall as its rows, up to a limit."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import RecordTableModel

T = TypeVar("T")

_HEADER = 36
_ROW = 40
_TALL_ROW = 54


class ShortTable(RecordTable, Generic[T]):
    """Shows all its rows, or scrolls beyond ``most`` of them.

    Args:
        model: Rows and columns.
        name: What the table is, for those who hear the screen.
        most: Rows shown without scrolling.
        parent: Parent widget.
    """

    def __init__(
        self, model: RecordTableModel[Any], name: str, most: int, parent: QWidget | None = None
    ) -> None:
        self._most = most
        self._model = model
        super().__init__(model, name, parent)
        self._measure()

    def show_rows(self, rows: Sequence[T]) -> None:
        """Replace the rows."""
        self._model.set_rows(rows)
        self._measure()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        rows = min(max(self._model.rowCount(), 1), self._most)
        has_notes = any(each.note for each in self._model.columns)
        tall = scaled(_TALL_ROW if has_notes else _ROW)
        self.setFixedHeight(scaled(_HEADER) + tall * rows + scaled(8))
