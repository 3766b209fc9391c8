"""The versions of the rules of procedure, newest first, and the draft above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE, Role
from alize_desktop.ui.widgets.line_delegate import ENTRY_ROLE, Line, LineDelegate, paint_with
from alize_desktop.ui.widgets.painting import Shape, draw_pill, draw_text, pill_size

DRAFT: Final = -1
"""Key of the version being written."""


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """A version in the list.

    Attributes:
        key: Its number, or ``DRAFT``.
        label: How papers name it.
        detail: Number and first day.
        state: « En vigueur ».
    """

    key: int
    label: str
    detail: str
    state: str
    role: Role
    shape: Shape


class _Delegate(LineDelegate):
    """Paints the label, the day, and the state in a pill."""

    width = 160
    height = 82
    is_marked = True

    @override
    def paint_words(self, painter: QPainter, line: Line) -> None:
        entry: VersionEntry = line.entry
        colours = line.colours
        inside = line.box.adjusted(scaled(SPACE.card), scaled(10), -scaled(SPACE.cell), -scaled(10))
        third = inside.height() / 3
        weight = QFont.Weight.DemiBold if line.is_selected else QFont.Weight.Medium
        first = QRectF(inside.left(), inside.top(), inside.width(), third)
        draw_text(painter, first, entry.label, font(TYPE.body, weight), colours.text)
        second = first.translated(0, third - 2)
        draw_text(painter, second, entry.detail, font(TYPE.small), colours.soft)
        width, height = pill_size(entry.state, entry.shape)
        pill = QRectF(inside.left(), inside.bottom() - height, min(width, inside.width()), height)
        draw_pill(
            painter, pill, entry.state, entry.role, entry.shape, colours, outlined=line.is_selected
        )


class VersionList(QListWidget):
    """Shows the versions; says which one a person goes to.

    Signals:
        version_chosen: The user moved to a version. Arg: its key.
    """

    version_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self.setAccessibleName(self.tr("Versions du règlement"))
        paint_with(self, _Delegate())
        self.currentItemChanged.connect(self._on_current_changed)

    def show_entries(self, entries: Sequence[VersionEntry], chosen: int) -> None:
        """Show versions, one of them chosen. Emits nothing."""
        self._is_filling = True
        self.clear()
        for entry in entries:
            item = QListWidgetItem(f"{entry.label}, {entry.detail}, {entry.state}")
            item.setData(ENTRY_ROLE, entry)
            item.setToolTip(f"{entry.label}\n{entry.detail}\n{entry.state}")
            self.addItem(item)
        self._is_filling = False
        self.choose(chosen)

    def choose(self, key: int) -> None:
        """Move to a version. Emits nothing."""
        self._is_filling = True
        for row in range(self.count()):
            if self.item(row).data(ENTRY_ROLE).key == key:
                self.setCurrentRow(row)
        self._is_filling = False

    def keys(self) -> tuple[int, ...]:
        """Return the keys in the order shown."""
        return tuple(self.item(row).data(ENTRY_ROLE).key for row in range(self.count()))

    def chosen(self) -> int | None:
        """Return the key of the version chosen, None when the list is empty."""
        item = self.currentItem()
        return item.data(ENTRY_ROLE).key if item else None

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._is_filling:
            self.version_chosen.emit(item.data(ENTRY_ROLE).key)
