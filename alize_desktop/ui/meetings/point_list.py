"""A list of points that can be dragged, into another list or up and down."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from alize_desktop.ui.meetings.point_entry import Entry, PointDelegate
from alize_desktop.ui.widgets.line_delegate import ENTRY_ROLE, paint_with


class PointList(QListWidget):
    """Shows points of an agenda; says what a person did with them, does none of it.

    Args:
        name: What the list is, for those who hear the screen.
        is_numbered: Whether the order matters and is shown.
        parent: Parent widget.

    Signals:
        dropped: Something was dragged here. Arg: the keys in their order.
        crossing_asked: Enter, a double click, or the Delete key of a numbered
            list. Arg: the keys selected, or the one the keyboard is on.
        moving_asked: Alt+Up or Alt+Down. Arg: -1 or 1.
    """

    dropped = Signal(object)
    crossing_asked = Signal(object)
    moving_asked = Signal(object)

    def __init__(self, name: str, *, is_numbered: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_numbered = is_numbered
        self._is_editable = True
        self.setAccessibleName(name)
        paint_with(self, PointDelegate(is_numbered=is_numbered))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.set_editable(is_editable=True)
        self.itemDoubleClicked.connect(lambda _item: self._ask_crossing())

    def set_editable(self, *, is_editable: bool, is_dragged: bool = True) -> None:
        """Let the list be changed, or only read.

        Args:
            is_editable: Whether its points may cross.
            is_dragged: Whether they may also be dragged, which says an order.
        """
        self._is_editable = is_editable
        is_dragged = is_dragged and is_editable
        modes = QAbstractItemView.DragDropMode
        self.setDragDropMode(modes.DragDrop if is_dragged else modes.NoDragDrop)
        self.setDragEnabled(is_dragged)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show points, keeping the selection and the current one. Emits nothing.

        When the current point is gone, the next one takes the keyboard.
        """
        selected, current = set(self.selected_keys()), self.current_key()
        place = self.currentRow()
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.title)
            item.setData(ENTRY_ROLE, entry)
            item.setToolTip(entry.told())
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.told().replace("\n", ", "))
            self.addItem(item)
            if entry.key == current:
                self.setCurrentItem(item)
            item.setSelected(entry.key in selected)
        if place >= 0 and self.currentRow() < 0 and entries:
            nothing = QItemSelectionModel.SelectionFlag.NoUpdate
            self.setCurrentRow(min(place, len(entries) - 1), nothing)

    def keys(self) -> tuple[Any, ...]:
        """Return the keys in the order shown."""
        return tuple(self.item(row).data(ENTRY_ROLE).key for row in range(self.count()))

    def selected_keys(self) -> tuple[Any, ...]:
        """Return the keys selected, from top to bottom."""
        rows = sorted(self.row(item) for item in self.selectedItems())
        return tuple(self.item(row).data(ENTRY_ROLE).key for row in rows)

    def chosen_keys(self) -> tuple[Any, ...]:
        """Return the keys selected; when none is, the one the keyboard is on."""
        item = self.currentItem()
        here = (item.data(ENTRY_ROLE).key,) if item else ()
        return self.selected_keys() or here

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        crossing = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self._is_numbered:
            crossing = {Qt.Key.Key_Delete}
        if event.key() in crossing:
            self._ask_crossing()
        elif alt and self._is_numbered and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moving_asked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        QTimer.singleShot(0, self._tell_dropped)  # once the other list has let go

    def _tell_dropped(self) -> None:
        self.dropped.emit(self.keys())

    def _ask_crossing(self) -> None:
        if self.chosen_keys() and self._is_editable:
            self.crossing_asked.emit(self.chosen_keys())

    def current_key(self) -> Hashable:
        """Return the key of the point the keyboard is on, None when there is none."""
        item = self.currentItem()
        return item.data(ENTRY_ROLE).key if item else None
