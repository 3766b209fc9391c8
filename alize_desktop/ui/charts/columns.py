"""Cards in two columns where there is room, in one elsewhere."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE

_ROOMY: Final = 900
"""Width, in pixels at 100 %, from which two columns stand side by side."""


class CardColumns(QWidget):
    """Cards one under the other, in the shorter of two columns.

    Args:
        cards: In an order of reading.
        parent: Parent widget.
    """

    def __init__(self, cards: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        self._columns = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.card)
        self._sides = (QVBoxLayout(), QVBoxLayout())
        for number, each in enumerate(self._sides):
            each.setSpacing(SPACE.card)
            each.setAlignment(Qt.AlignmentFlag.AlignTop)
            row.addLayout(each, 1 - number)
        self._place(1)

    @property
    def columns(self) -> int:
        """How many columns there are now."""
        return self._columns

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(280), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= scaled(_ROOMY) and len(self._cards) > 1 else 1
        if columns != self._columns:
            self._place(columns)

    def _place(self, columns: int) -> None:
        self._columns = columns
        heights = [0] * columns
        for card in self._cards:
            for side in self._sides:
                side.removeWidget(card)
            number = heights.index(min(heights))
            self._sides[number].addWidget(card)
            heights[number] += card.sizeHint().height() + SPACE.card
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.setStretch(1, columns - 1)
