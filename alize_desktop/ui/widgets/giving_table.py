"""A table whose lesser columns give way where there is little room."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel


class GivingTable(RecordTable):
    """Hides its lesser columns, until the user chooses columns.

    Args:
        model: Rows and columns.
        name: What the table is, for those who hear the screen.
        lesser: Keys of the columns that give way, the first to go first.
        parent: Parent widget.
    """

    _lesser: tuple[str, ...] = ()  # Qt dresses a table while it is being made

    def __init__(
        self,
        model: RecordTableModel[Any],
        name: str,
        lesser: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, name, parent)
        self._usual: Sequence[Column[Any]] = [each for each in model.columns if each.shown]
        self._lesser = tuple(lesser)
        self.columns_changed.connect(self._on_columns_chosen)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._lesser:
            self._give_way(event.size().width())
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._lesser:
            self._give_way(self.viewport().width())

    def _give_way(self, room: int) -> None:
        hidden: list[str] = []
        for least in self._lesser:
            kept = (each for each in self._usual if each.key not in hidden)
            if sum(scaled(each.width) for each in kept) <= room:
                break
            hidden.append(least)
        self.set_visible_columns([each.key for each in self._usual if each.key not in hidden])

    def _on_columns_chosen(self, _keys: object) -> None:
        self._lesser = ()
