"""The parts of the minutes one under the other, and the column that goes to each."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from alize_desktop.models.enums import MinutesStage
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.ui.minutes.part_card import PartCard
from alize_desktop.ui.minutes.written_field import WrittenField
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.wording.minutes_outline import MinutesPart, minutes_outline

FINAL: Final = (MinutesStage.SIGNED, MinutesStage.APPROVED)
"""Steps after which nothing is typed any more."""

_MARGIN: Final = 48
_NARROWEST: Final = 320


class PartsRail(QListWidget):
    """The titles of the parts.

    Signals:
        part_chosen: Arg: its place among the parts, from 0, as an object.
        part_opened: Enter or a double click: it is to be written. Arg: the same.
    """

    part_chosen = Signal(object)
    part_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Parties du procès-verbal"))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentRowChanged.connect(self._on_row_changed)
        self.itemActivated.connect(lambda item: self.part_opened.emit(self.row(item)))

    def show_parts(self, parts: tuple[MinutesPart, ...]) -> None:
        """Show the titles, the same one chosen as before. Emits nothing."""
        row = max(self.currentRow(), 0)
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        for each in parts:
            item = QListWidgetItem(each.title)
            item.setToolTip(each.title)
            self.addItem(item)
        self.choose(min(row, self.count() - 1))
        self.blockSignals(False)  # noqa: FBT003 - likewise

    def choose(self, row: int) -> None:
        """Mark a part. Emits nothing."""
        was = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.setCurrentRow(row)
        self.blockSignals(was)

    def _on_row_changed(self, row: int) -> None:
        self.part_chosen.emit(row)


class PartsPane(QWidget):
    """Shows every part; says what is to be kept.

    Signals:
        written: A text is to be kept. Arg: the ``WrittenField``.
        part_reached: The keyboard came to a part. Arg: its place, from 0.
    """

    written = Signal(object)
    part_reached = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: tuple[MinutesPart, ...] = ()
        self._cards: tuple[PartCard, ...] = ()
        self._last: WrittenField | None = None
        sheet = QWidget()
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.group)
        self._column.setSpacing(SPACE.group)
        self._column.addStretch(1)
        self._area = scrolled(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self.setMinimumWidth(scaled(_NARROWEST))

    def fields(self) -> tuple[WrittenField, ...]:
        """Return the places where somebody writes, in their order."""
        return tuple(field for card in self._cards for field in card.fields)

    def current(self) -> WrittenField | None:
        """Return the place that was written last, or the first one."""
        return self._last or next(iter(self.fields()), None)

    def show_record(self, record: MinutesRecord) -> None:
        """Show what the minutes say now; what is being typed stays."""
        parts = minutes_outline(record)
        if [each.places for each in parts] != [each.places for each in self.parts]:
            self.keep()
            self._build(parts)
        self.parts = parts
        read_only = record.stages[-1].stage in FINAL
        for card, part in zip(self._cards, parts, strict=True):
            card.show_part(part, record, read_only=read_only)

    def keep(self) -> bool:
        """Ask for everything typed to be kept; return whether it is."""
        for each in self.fields():
            each.keep()
        return not any(each.is_pending for each in self.fields())

    def show_part(self, row: int) -> None:
        """Bring a part under the eye."""
        if 0 <= row < len(self._cards):
            top = self._cards[row].y() - SPACE.card
            self._area.verticalScrollBar().setValue(top)

    def open_part(self, row: int) -> None:
        """Let the first place of a part be written."""
        if 0 <= row < len(self._cards) and self._cards[row].fields:
            self._cards[row].fields[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, parts: tuple[MinutesPart, ...]) -> None:
        for each in self._cards:
            self._column.removeWidget(each)
            each.deleteLater()
        self._last = None
        self._cards = tuple(PartCard(each) for each in parts)
        for number, card in enumerate(self._cards):
            self._column.insertWidget(number, card)
            for field in card.fields:
                field.written.connect(self.written)
                field.reached.connect(self._on_reached)

    def _on_reached(self, field: WrittenField) -> None:
        self._last = field
        self._area.ensureWidgetVisible(field, 0, _MARGIN)
        row = next(row for row, card in enumerate(self._cards) if field in card.fields)
        self.part_reached.emit(row)
