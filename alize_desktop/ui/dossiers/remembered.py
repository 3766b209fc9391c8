"""Remembers between two runs which columns a table shows, how wide, and its sort.

Widths are kept at a text size of 100 %, so that another text size keeps the
proportions the user chose.
"""

import json
import logging
from collections.abc import Sequence
from typing import Any, Final, TypeVar

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from alize_desktop.ui.theme.look import scale, scaled
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column

T = TypeVar("T")

log = logging.getLogger(__name__)

_REFITTING: Final = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class RememberedTable(QObject):
    """Keeps the layout of a ``RecordTable`` in the window's settings.

    Args:
        table: Table to dress, and to listen to; owns this object.
        columns: Its columns.
        window: Settings of the window's geometry.
        name: Group of the keys, such as ``dossiers/list``.
        lesser: Keys of the columns that give way where there is little room,
            the first to go first.
    """

    def __init__(
        self,
        table: RecordTable,
        columns: Sequence[Column[Any]],
        window: QSettings,
        name: str,
        lesser: Sequence[str] = (),
    ) -> None:
        super().__init__(table)
        self._lesser = tuple(lesser)
        self._columns = tuple(columns)
        self._table = table
        self._window = window
        self._name = name
        self._widths: dict[str, float] = self._read("widths", {})
        self._keys = [column.key for column in columns]
        shown_at_first = [column.key for column in columns if column.shown]
        self._chosen: list[str] = self._read("columns", []) or shown_at_first
        self._given_way: tuple[str, ...] = ()
        self._is_applying = False
        table.set_visible_columns(self._chosen)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._refit)
        self._apply_widths()
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)
        table.columns_changed.connect(self._on_columns_changed)
        table.horizontalHeader().sectionResized.connect(self._on_section_resized)

    def sort(self) -> tuple[str, bool]:
        """Return the column sorted by last time and whether descending; « number » at first."""
        key, descending = self._read("sort", ["number", False])
        return (key, bool(descending)) if key in self._keys else ("number", False)

    def set_sort(self, key: str, *, descending: bool) -> None:
        """Remember a sort."""
        self._write("sort", [key, descending])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._table and event.type() in _REFITTING:
            self._fitting.start()  # the table takes its own widths first
        if watched is not self._table and isinstance(event, QResizeEvent):
            self._give_way(event.size().width())
        return super().eventFilter(watched, event)

    def _refit(self) -> None:
        self._apply_widths()
        self._give_way(self._table.viewport().width())

    def _give_way(self, room: int) -> None:
        """Hide the lesser columns, the last one first, where all do not fit."""
        wanted = {key: self._width_of(key) for key in self._chosen if key in self._keys}
        given = []
        for key in self._lesser:
            if sum(wanted.values()) <= room:
                break
            if wanted.pop(key, None) is not None:
                given.append(key)
        if tuple(given) != self._given_way:
            self._given_way = tuple(given)
            self._table.set_visible_columns(list(wanted))

    def _width_of(self, key: str) -> int:
        column = self._columns[self._keys.index(key)]
        return scaled(self._widths.get(key, column.width))

    def _apply_widths(self) -> None:
        self._is_applying = True
        for key, width in self._widths.items():
            if key in self._keys:
                self._table.setColumnWidth(self._keys.index(key), scaled(width))
        self._is_applying = False

    def _on_columns_changed(self, keys: tuple[str, ...]) -> None:
        hidden = [key for key in self._given_way if key not in keys]
        self._chosen = [key for key in self._keys if key in keys or key in hidden]
        self._write("columns", self._chosen)

    def _on_section_resized(self, section: int, _old: int, new: int) -> None:
        column = self._columns[section]
        if self._is_applying or column.stretches or new in (0, scaled(column.width)):
            return  # hidden, or as the table itself makes it
        self._widths[column.key] = new / scale()
        self._write("widths", self._widths)

    def _read(self, key: str, default: T) -> T:
        text = self._window.value(f"{self._name}/{key}", "")
        try:
            read: T = json.loads(str(text)) if text else default
        except json.JSONDecodeError:
            log.warning("forgetting an unreadable setting: %s/%s", self._name, key)
            return default
        return read

    def _write(self, key: str, value: object) -> None:
        self._window.setValue(f"{self._name}/{key}", json.dumps(value))
