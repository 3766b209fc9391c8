"""The list of a directory: typing finds a name, and lesser columns give way."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from alize_desktop.rules.text import search_key
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import KEY_ROLE, RecordTableModel

T = TypeVar("T")


class DirectoryTable(RecordTable, Generic[T]):
    """Finds by the first letters of any word, without accents or case.

    Args:
        model: Rows and columns.
        name: What the table is, for those who hear the screen.
        words: What typing finds of a record.
        lesser: Keys of the columns hidden where there is little room, the least first.
        parent: Parent widget.
    """

    def __init__(
        self,
        model: RecordTableModel[T],
        name: str,
        words: Callable[[T], str],
        lesser: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, name, parent)
        self._shown: RecordTableModel[T] = model
        self._words = words
        self._lesser = tuple(lesser)
        self._typed = ""
        self._since = QElapsedTimer()
        self.columns_changed.connect(self._on_columns_changed)

    @override
    def keyboardSearch(self, search: str) -> None:
        pause = QApplication.keyboardInputInterval()
        if not self._since.isValid() or self._since.hasExpired(pause):
            self._typed = ""
        self._since.restart()
        self._typed += search
        wanted = search_key(self._typed)
        rows = self._shown.rows
        start = self.currentIndex().row() + (1 if len(self._typed) == 1 else 0)
        found = (row for row in (*rows[start:], *rows[:start]) if self._begins(row, wanted))
        match = next(found, None)
        if wanted and match is not None:
            self.choose(self._shown.index(rows.index(match), 0).data(KEY_ROLE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns(event.size().width())
        super().resizeEvent(event)

    def _begins(self, row: T, wanted: str) -> bool:
        words = f" {search_key(self._words(row))}"
        return f" {wanted}" in words

    def _fit_columns(self, room: int) -> None:
        if not self._lesser:
            return
        hidden: list[str] = []
        columns = [each for each in self._shown.columns if each.shown]
        for least in self._lesser:
            if sum(scaled(each.width) for each in columns if each.key not in hidden) <= room:
                break
            hidden.append(least)
        self.set_visible_columns([each.key for each in columns if each.key not in hidden])

    def _on_columns_changed(self, _keys: object) -> None:
        self._lesser = ()  # the user decides from now on
