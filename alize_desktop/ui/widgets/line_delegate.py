"""How a line of a list is painted: its ground, what it says, the keyboard's ring."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, Palette
from alize_desktop.ui.widgets.painting import draw_ring

ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
"""Role under which a list keeps the record that a line shows."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line about to be painted.

    Attributes:
        entry: What the list keeps under ``ENTRY_ROLE``.
        row: Its place in the list, from 0.
        box: Where it is painted.
        colours: What it is painted with.
    """

    entry: Any
    row: int
    box: QRectF
    colours: Palette
    is_selected: bool


class LineDelegate(QStyledItemDelegate):
    """Paints what every line has in common; a subclass adds the words.

    Attributes:
        width: Least width of a line, in pixels at 100 %.
        height: Height of a line, likewise.
        is_marked: Whether the line chosen has a bar at its left.
        is_ruled: Whether a rule stands under each line.
    """

    width: ClassVar[int] = 140
    height: ClassVar[int]
    is_marked: ClassVar[bool] = False
    is_ruled: ClassVar[bool] = True

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(scaled(self.width), scaled(self.height))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours = palette_of(option.widget)
        box = QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(box, QColor(colours.primary_ground))
        if is_selected and self.is_marked:
            bar = QRectF(box.left(), box.top(), 3, box.height())
            painter.fillRect(bar, QColor(colours.primary))
        if self.is_ruled:
            below = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
            painter.fillRect(below, QColor(colours.line))
        line = Line(index.data(ENTRY_ROLE), index.row(), box, colours, is_selected)
        self.paint_words(painter, line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, box.adjusted(1, 1, -1, -1), colours.focus, SPACE.radius)

    def paint_words(self, painter: QPainter, line: Line) -> None:
        """Paint what the line says, over its ground."""
        raise NotImplementedError


def paint_with(shown: QListWidget, delegate: LineDelegate) -> None:
    """Let a list be painted by a delegate, its lines as wide as it is, and scroll smoothly."""
    delegate.setParent(shown)
    shown.setItemDelegate(delegate)
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shown.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
