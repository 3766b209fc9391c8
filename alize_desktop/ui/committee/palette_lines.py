"""One line of the palette: what it says, and how it is painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from alize_desktop.rules.text import search_key
from alize_desktop.ui.theme.look import font, palette_of, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE
from alize_desktop.ui.widgets.keys import cap_size, draw_cap, key_name
from alize_desktop.ui.widgets.painting import draw_rounded, draw_text

ENTRY: Final = Qt.ItemDataRole.UserRole
"""Role under which a list keeps the ``Entry`` of a line."""

_LOW, _TALL = 36, 54


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette, as it stands when the palette opens.

    Attributes:
        why_not: Sentence under an action that cannot be done now.
    """

    identifier: str
    text: str
    key: str
    group: str
    is_possible: bool
    why_not: str

    def answers(self, words: Sequence[str]) -> bool:
        """Return whether every word begins a word of the line."""
        parts = search_key(f"{self.text} {self.group} {key_name(self.key)}").split()
        return all(any(part.startswith(word) for part in parts) for word in words)


class EntryDelegate(QStyledItemDelegate):
    """Paints an action, its key, and why it cannot be done."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner

    @override
    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        entry: Entry = index.data(ENTRY)
        return QSize(0, scaled(_TALL if entry.why_not else _LOW))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Entry = index.data(ENTRY)
        colours = palette_of(self._owner)
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_rounded(painter, box, SPACE.radius, colours.primary_ground, colours.primary)
        inside = box.adjusted(scaled(12), 0, -scaled(12), 0)
        line = QRectF(inside)
        if entry.why_not:
            line.setHeight(scaled(30))
            under = QRectF(inside.left(), inside.top() + scaled(26), inside.width(), scaled(22))
            draw_text(painter, under, entry.why_not, font(TYPE.small), colours.soft)
        right = self._draw_end(painter, line, entry, colours.soft)
        words = QRectF(line.left(), line.top(), right - line.left(), line.height())
        ink = colours.text if entry.is_possible else colours.soft
        face = font(TYPE.body, QFont.Weight.Medium)
        face.setItalic(not entry.is_possible)
        draw_text(painter, words, entry.text, face, ink)

    def _draw_end(self, painter: QPainter, line: QRectF, entry: Entry, ink: str) -> float:
        """Paint key and group on the right, and return where they begin."""
        right = line.right()
        if entry.key:
            name = key_name(entry.key)
            wide, height = cap_size(name)
            cap = QRectF(right - wide, line.center().y() - height / 2, wide, height)
            draw_cap(painter, cap, name, ink)
            right = cap.left() - scaled(12)
        small = font(TYPE.small)
        width = QFontMetricsF(small).horizontalAdvance(entry.group) + 2
        draw_text(
            painter,
            QRectF(right - width, line.top(), width, line.height()),
            entry.group,
            small,
            ink,
        )
        return right - width - scaled(12)
