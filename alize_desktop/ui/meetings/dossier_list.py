"""A list of dossiers that can be dragged, into another list or up and down."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDropEvent, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE
from alize_desktop.ui.widgets.painting import MIDDLE_RIGHT, draw_ring, draw_text

_ENTRY = Qt.ItemDataRole.UserRole
_HEIGHT = 48


@dataclass(frozen=True, slots=True)
class Entry:
    """A dossier in a list.

    Attributes:
        detail: Number and town.
        figures: What is asked, at the right.
    """

    id: UUID
    company: str
    detail: str
    figures: str


class _Delegate(QStyledItemDelegate):
    """Paints two lines, figures at the right, and the place in a numbered list."""

    def __init__(self, *, is_numbered: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_numbered = is_numbered

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(scaled(160), scaled(_HEIGHT))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Entry = index.data(_ENTRY)
        colours = palette_of(option.widget)
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.primary_ground))
        painter.fillRect(
            option.rect.adjusted(0, option.rect.height() - 1, 0, 0), QColor(colours.line)
        )
        strong, small = font(TYPE.body, QFont.Weight.Medium), font(TYPE.small)
        inside = box.adjusted(scaled(SPACE.related), 0, -scaled(SPACE.related), -1)
        if self._is_numbered:
            number = QRectF(inside.left(), inside.top(), scaled(24), inside.height())
            draw_text(painter, number, str(index.row() + 1), strong, colours.soft)
            inside.setLeft(number.right())
        wide = QFontMetricsF(small).horizontalAdvance(entry.figures) + 2
        figures = QRectF(inside.right() - wide, inside.top(), wide, inside.height())
        draw_text(painter, figures, entry.figures, small, colours.text, MIDDLE_RIGHT)
        inside.setRight(figures.left() - scaled(SPACE.related))
        half = inside.height() / 2
        upper = QRectF(inside.left(), inside.top() + 3, inside.width(), half)
        draw_text(painter, upper, entry.company, strong, colours.text)
        lower = upper.translated(0, half - 5)
        draw_text(painter, lower, entry.detail, small, colours.soft)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, box.adjusted(1, 1, -1, -1), colours.focus, SPACE.radius)


class DossierList(QListWidget):
    """Shows dossiers; says what a person did with them, does none of it.

    Args:
        name: What the list is, for those who hear the screen.
        is_numbered: Whether the order matters and is shown.
        parent: Parent widget.

    Signals:
        dropped: Something was dragged here. Arg: the identifiers in their order.
        crossing_asked: Enter, a double click, or the Delete key of a numbered
            list. Arg: the identifiers selected.
        moving_asked: Alt+Up or Alt+Down. Arg: -1 or 1.
    """

    dropped = Signal(object)
    crossing_asked = Signal(object)
    moving_asked = Signal(object)

    def __init__(self, name: str, *, is_numbered: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_numbered = is_numbered
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(is_numbered=is_numbered, parent=self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.set_editable(is_editable=True)
        self.itemDoubleClicked.connect(lambda _item: self._ask_crossing())

    def set_editable(self, *, is_editable: bool) -> None:
        """Let the list be changed, or only read."""
        modes = QAbstractItemView.DragDropMode
        self.setDragDropMode(modes.DragDrop if is_editable else modes.NoDragDrop)
        self.setDragEnabled(is_editable)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show dossiers, keeping the selection and the current one. Emits nothing."""
        selected, current = set(self.selected_ids()), self._current_id()
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.company)
            item.setData(_ENTRY, entry)
            item.setToolTip(f"{entry.company}\n{entry.detail} · {entry.figures}")
            self.addItem(item)
            if entry.id == current:
                self.setCurrentItem(item)
            item.setSelected(entry.id in selected)

    def ids(self) -> tuple[UUID, ...]:
        """Return the identifiers in the order shown."""
        return tuple(self.item(row).data(_ENTRY).id for row in range(self.count()))

    def selected_ids(self) -> tuple[UUID, ...]:
        """Return the identifiers selected, from top to bottom."""
        rows = sorted(self.row(item) for item in self.selectedItems())
        return tuple(self.item(row).data(_ENTRY).id for row in rows)

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
        self.dropped.emit(self.ids())

    def _ask_crossing(self) -> None:
        if self.selected_ids() and self.dragEnabled():
            self.crossing_asked.emit(self.selected_ids())

    def _current_id(self) -> UUID | None:
        item = self.currentItem()
        return item.data(_ENTRY).id if item else None
