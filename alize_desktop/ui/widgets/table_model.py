"""A table model that shows the records it is given, and asks nothing of anyone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape

T = TypeVar("T")

Index = QModelIndex | QPersistentModelIndex
ROOT: Final = QModelIndex()

_Item = Qt.ItemDataRole
KEY_ROLE: Final = int(_Item.UserRole)
"""The identifier of the record of a row."""
NOTE_ROLE: Final = int(_Item.UserRole) + 1
"""The second line of a cell, or None."""
STATE_ROLE: Final = int(_Item.UserRole) + 2
"""The ``(Role, Shape)`` of a cell drawn as a pill, or None."""
STRUCK_ROLE: Final = int(_Item.UserRole) + 3
"""Whether the text of a cell is struck through."""
QUIET_ROLE: Final = int(_Item.UserRole) + 4
"""Whether the text of a cell is paler than the others."""


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """How one column shows a record. Every function reads the record only.

    Attributes:
        key: Stable name, used to sort and to remember which columns are shown.
        title: Header.
        text: Text of the cell.
        note: Second line of the cell, smaller; None for one line.
        state: Colour and shape of the pill the text is drawn in; None for plain text.
        struck: Whether the text is struck through; a word elsewhere must say why.
        quiet: Whether the text is paler; a word elsewhere must say why.
        right: Whether to align right with digits of one width.
        width: Width in pixels at a text size of 100 %.
        stretches: Whether it takes the room that is left. One column at most.
        sortable: Whether a click on the header asks for a sort.
        shown: Whether it is shown until the user chooses otherwise.
    """

    key: str
    title: str
    text: Callable[[T], str]
    note: Callable[[T], str] | None = None
    state: Callable[[T], tuple[Role, Shape]] | None = None
    struck: Callable[[T], bool] | None = None
    quiet: Callable[[T], bool] | None = None
    right: bool = False
    width: int = 110
    stretches: bool = False
    sortable: bool = True
    shown: bool = True


class RecordTableModel(QAbstractTableModel, Generic[T]):
    """Shows records through columns declared as data.

    Args:
        columns: Columns, in the order shown.
        key: Gives the identifier of a record.
        parent: Parent object.
    """

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: list[T] = []
        self._places: dict[object, int] | None = None  # made when a row is first looked for
        self._fetch: Callable[[int], Sequence[T]] | None = None

    @property
    def columns(self) -> tuple[Column[T], ...]:
        """The columns, shown or not."""
        return self._columns

    @property
    def rows(self) -> tuple[T, ...]:
        """The records loaded so far."""
        return tuple(self._rows)

    def set_rows(
        self, rows: Sequence[T], fetch: Callable[[int], Sequence[T]] | None = None
    ) -> None:
        """Replace every row.

        Args:
            rows: The records, or the first page of them.
            fetch: Gives the next page, from the number of rows already loaded;
                an empty page is the end. None when ``rows`` is everything.
        """
        self.beginResetModel()
        self._rows = list(rows)
        self._places = None
        self._fetch = fetch
        self.endResetModel()

    def update_row(self, row: T) -> None:
        """Replace the row with the same identifier, if it is shown."""
        number = self.row_of(self._key(row))
        if number < 0:
            return
        self._rows[number] = row
        left, right = self.index(number, 0), self.index(number, len(self._columns) - 1)
        self.dataChanged.emit(left, right, [_Item.DisplayRole, NOTE_ROLE, STATE_ROLE])

    def row_of(self, key: object) -> int:
        """Return the row number of an identifier, -1 when it is not loaded."""
        if key is None:
            return -1
        if self._places is None:
            self._places = {self._key(row): number for number, row in enumerate(self._rows)}
        return self._places.get(key, -1)

    def record(self, row: int) -> T:
        """Return the record of a row number."""
        return self._rows[row]

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._fetch is not None

    @override
    def fetchMore(self, parent: Index) -> None:
        if self._fetch is None or parent.isValid():
            return
        start = len(self._rows)
        page = self._fetch(start)
        if not page:
            self._fetch = None
            return
        self.beginInsertRows(ROOT, start, start + len(page) - 1)
        self._rows.extend(page)
        self._places = None
        self.endInsertRows()

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(_Item.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == _Item.DisplayRole:
            return column.title
        if role == _Item.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @override
    def data(self, index: Index, role: int = int(_Item.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        answer: Any = None
        if role == _Item.DisplayRole:
            answer = column.text(row)
        elif role == KEY_ROLE:
            answer = self._key(row)
        elif role in _MORE:
            read = _MORE[role](column)
            answer = read(row) if read else None
        elif role == _Item.TextAlignmentRole and column.right:
            answer = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        elif role == _Item.ToolTipRole:
            answer = column.note(row) if column.note else None
        elif role == _Item.AccessibleTextRole:
            answer = _spoken(row, column)
        return answer


_MORE: Final[dict[int, Callable[[Column[Any]], Callable[[Any], Any] | None]]] = {
    NOTE_ROLE: lambda column: column.note,
    STATE_ROLE: lambda column: column.state,
    STRUCK_ROLE: lambda column: column.struck,
    QUIET_ROLE: lambda column: column.quiet,
}
"""What a column may say of a cell besides its text."""


def _spoken(row: T, column: Column[T]) -> str:
    """Return what a screen reader says of a cell: both lines."""
    note = column.note(row) if column.note else ""
    return f"{column.text(row)}, {note}" if note else column.text(row)
