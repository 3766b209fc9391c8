"""The list of things due: thousands of them scroll, headings are stepped over."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.ui.follow_up.due import DueLine, Entry, Heading, line_of
from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE
from alize_desktop.ui.widgets.line_delegate import ENTRY_ROLE, Line, LineDelegate
from alize_desktop.ui.widgets.painting import draw_pill, draw_text, pill_size

_ROOT: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_DAY: Final = 116
_NARROW: Final = 620
"""Width, in pixels at 100 %, under which the words have all the room of the second line."""


class DueModel(QAbstractListModel):
    """Headings, which nobody chooses, and things due, put into words when they are seen."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._today = date.min
        self._soon = 0

    def show_entries(self, entries: Sequence[Entry], today: date, soon: int) -> None:
        """Replace every line.

        Args:
            entries: From top to bottom.
            today: Day it is.
            soon: Days from which what comes is told to be near.
        """
        self.beginResetModel()
        self._entries = tuple(entries)
        self._today, self._soon = today, soon
        self.endResetModel()

    def entry(self, row: int) -> Heading | DueLine:
        """Return what stands on a row."""
        entry = self._entries[row]
        return entry if isinstance(entry, Heading) else line_of(entry, self._today, self._soon)

    def items(self) -> Iterator[tuple[int, FollowUpItem]]:
        """Yield the row and the item of every line."""
        for row, each in enumerate(self._entries):
            if not isinstance(each, Heading):
                yield row, each

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and not isinstance(self._entries[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        if role == ENTRY_ROLE:
            return self.entry(index.row())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            entry = self.entry(index.row())
            return entry.told() if isinstance(entry, DueLine) else entry.text
        return None


class _Delegate(LineDelegate):
    """Paints the day, what it is about and what is to be done; how far it is, in a pill."""

    width = 320
    height = 56
    is_marked = True

    @override
    def paint_words(self, painter: QPainter, line: Line) -> None:
        inside = line.box.adjusted(scaled(SPACE.group), 0, -scaled(SPACE.group), -1)
        if isinstance(line.entry, Heading):
            self._paint_heading(painter, inside, line.entry, line)
        else:
            self._paint_line(painter, inside, line.entry, line)

    def _paint_heading(self, painter: QPainter, box: QRectF, heading: Heading, line: Line) -> None:
        low = QRectF(box)
        low.setTop(box.center().y() - scaled(6))
        face = font(TYPE.body, QFont.Weight.DemiBold)
        ink = line.colours.bad if heading.is_late else line.colours.text
        draw_text(painter, low, heading.text, face, ink)
        after = QFontMetricsF(face).horizontalAdvance(heading.text) + scaled(SPACE.related)
        rest = low.adjusted(after, 0, 0, 0)
        draw_text(painter, rest, str(heading.count), font(TYPE.small), line.colours.soft)

    def _paint_line(self, painter: QPainter, box: QRectF, due: DueLine, line: Line) -> None:
        colours = line.colours
        word, role, shape = due.delay
        wide, high = pill_size(word, shape)
        is_narrow = box.width() < scaled(_NARROW)
        top = box.top() + scaled(6) if is_narrow else box.center().y() - high / 2
        pill = QRectF(box.right() - wide, top, wide, high)
        draw_pill(painter, pill, word, role, shape, colours, outlined=line.is_selected)
        upper, lower = _halves(box)
        day = QRectF(upper.left(), upper.top(), scaled(_DAY), upper.height())
        draw_text(painter, day, due.day, font(TYPE.body, QFont.Weight.Medium), colours.text)
        kind = QRectF(lower.left(), lower.top(), scaled(_DAY), lower.height())
        draw_text(painter, kind, due.kind, font(TYPE.small), colours.soft)
        for words in (upper, lower):
            words.setLeft(day.right() + scaled(SPACE.card))
        upper.setRight(pill.left() - scaled(SPACE.card))
        lower.setRight(box.right() if is_narrow else upper.right())
        weight = QFont.Weight.DemiBold if line.is_selected else QFont.Weight.Medium
        draw_text(painter, upper, due.title, font(TYPE.body, weight), colours.text)
        draw_text(painter, lower, due.sentence, font(TYPE.small), colours.soft)


class DueList(QListView):
    """Shows what is due; says which thing is to be opened.

    Signals:
        opened: Enter or a double click on a thing. Arg: the ``FollowUpItem``.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.due = DueModel()
        self.due.setParent(self)
        self.setModel(self.due)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Échéances"))
        self.doubleClicked.connect(self._on_opened)

    def show_entries(self, entries: Sequence[Entry], today: date, soon: int) -> None:
        """Show things due; the one looked at stays, or else the first is. See ``DueModel``."""
        looked_at = self.chosen()
        self.due.show_entries(entries, today, soon)
        first = next((row for row, _item in self.due.items()), -1)
        same = (row for row, item in self.due.items() if looked_at and _same(item, looked_at))
        row = next(same, first)
        if row >= 0:
            self._choose(row)
        if row == first:
            self.scrollToTop()

    def chosen(self) -> FollowUpItem | None:
        """Return the thing looked at, None when there is none."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        return entry.item if isinstance(entry, DueLine) else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened()
            return
        super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        index = self.due.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)

    def _on_opened(self, *_index: QModelIndex) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.opened.emit(chosen)


def _same(one: FollowUpItem, other: FollowUpItem) -> bool:
    """Return whether two items are one thing, whatever its day."""
    return (one.subject_id, one.kind, one.key) == (other.subject_id, other.kind, other.key)


def _halves(box: QRectF) -> tuple[QRectF, QRectF]:
    """Return the upper and the lower line of a row."""
    half = box.height() / 2
    upper = QRectF(box.left(), box.top() + scaled(3), box.width(), half)
    return upper, upper.translated(0, half - scaled(5))
