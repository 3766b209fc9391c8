"""A card with a table as high as its rows, what it says when it is empty, and its buttons."""

from collections.abc import Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.giving_table import GivingTable
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.table_model import RecordTableModel
from alize_desktop.ui.widgets.visibility import show_if

T = TypeVar("T")

_HEADER: Final = 36
_ROW: Final = 54
_EDGE: Final = 8
_MOST: Final = 6


class ListCard(Card, Generic[T]):
    """Shows some records under a title.

    Args:
        title: Of the card, and of the table.
        model: Rows and columns.
        nothing: What is said when there is none.
        lesser: Keys of the columns that give way where there is little room.
        parent: Parent widget.
        most: Rows shown before the table scrolls by itself.

    Attributes:
        table: Where they are shown.
    """

    _is_made = False  # Qt dresses a card while it is being made

    def __init__(
        self,
        title: str,
        model: RecordTableModel[T],
        nothing: str,
        lesser: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        most: int = _MOST,
    ) -> None:
        super().__init__(title, parent)
        self._most = most
        self._model = model
        self.table = GivingTable(model, title, lesser)
        self._nothing = label(nothing, Level.SOFT, wraps=True)
        self._flow = FlowLayout(spacing=SPACE.related)
        self.body.addWidget(self.table)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._flow)
        self._is_made = True

    def add_button(self, text: str, name: str, key: str = "") -> KeyButton:
        """Add a button beneath the table, and return it."""
        button = KeyButton(text, key)
        button.setObjectName(name)
        self._flow.addWidget(button)
        return button

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other records; the one that is chosen stays so, or the first is."""
        chosen = self.table.chosen()
        self._model.set_rows(rows)
        self._fit()
        show_if(self.table, shown=bool(rows))
        show_if(self._nothing, shown=not rows)
        if rows and not self.table.choose(chosen):
            self.table.selectRow(0)

    def chosen(self) -> T | None:
        """Return the record that is chosen, None without any."""
        row = self._model.row_of(self.table.chosen())
        return self._model.record(row) if row >= 0 else None

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._is_made:
            self._fit()

    def _fit(self) -> None:
        """Make the table as high as its rows, at the text size in force."""
        shown = min(len(self._model.rows), self._most)
        self.table.setFixedHeight(scaled(_HEADER + _ROW * shown + _EDGE))
