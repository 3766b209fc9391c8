"""Fields where one chooses: from a list, or yes and no."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyleOptionComboBox, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.icons import draw_icon
from alize_desktop.ui.theme.look import palette_of, scaled
from alize_desktop.ui.widgets.fields.base import Field

T = TypeVar("T")


class ChoiceBox(QComboBox):
    """A list that drops down, with an arrow of the theme; the wheel never changes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        room = self._room()
        text = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        option.currentText = text

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = scaled(14)
        box = QRectF(self.width() - side - scaled(9), (self.height() - side) / 2, side, side)
        colours = palette_of(self)
        draw_icon(QPainter(self), box, "chevron", colours.soft)
        self.setToolTip(self.currentText() if self._is_cut() else "")

    def _is_cut(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.currentText()) > self._room()

    def _room(self) -> int:
        """Return the width of the text, beside the arrow."""
        return self.width() - scaled(46)


class ChoiceField(Field[T], Generic[T]):
    """One value out of a closed list, shown by its label.

    Args:
        text: Label of the field.
        choices: (value, label) pairs, in the order shown.
        empty: Label of "no value"; None when a value must be chosen.
        required: Whether having no value is refused.
        hint: A short explanation beneath.
        parent: Parent widget.
    """

    def __init__(
        self,
        text: str,
        choices: Sequence[tuple[T, str]],
        *,
        empty: str | None = "—",
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, required=required, hint=hint, parent=parent)
        self._values: list[T | None] = []
        self._value: T | None = None
        self._empty = empty
        self.box = ChoiceBox()
        self.box.activated.connect(self._on_activated)
        self._adopt(self.box)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[T, str]]) -> None:
        """Replace the list, keeping the value if it is still there. Emits nothing."""
        kept = self._value
        self.box.clear()
        self._values = []
        if self._empty is not None:
            self._values.append(None)
            self.box.addItem(self._empty)
        for value, text in choices:
            self._values.append(value)
            self.box.addItem(text)
        self.set_value(kept if kept in self._values else None)

    @override
    def value(self) -> T | None:
        return self._value

    @override
    def set_value(self, value: T | None) -> None:
        index = self._values.index(value) if value in self._values else -1
        self._value = value if index >= 0 else None
        self.box.setCurrentIndex(index)
        self.set_error("")

    @override
    def commit(self) -> bool:
        if self._required and self._value is None:
            self.set_error(self._missing())
        return not self.error()

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self.box.setEnabled(not read_only)

    def _on_activated(self, index: int) -> None:
        value = self._values[index]
        if value == self._value:
            return
        self._value = value
        self.set_error(self._missing() if value is None and self._required else "")
        self.edited.emit(value)


class CheckField(Field[bool]):
    """Yes or no: a box to tick, its label beside it."""

    def __init__(self, text: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, hint=hint, parent=parent)
        self._label.clear()  # its height is kept: the box lines up with the fields beside it
        self.box = QCheckBox(text.replace("&", "&&"))
        self.box.clicked.connect(self._on_clicked)
        self._adopt(self.box)

    @override
    def value(self) -> bool:
        return self.box.isChecked()

    @override
    def set_value(self, value: bool | None) -> None:
        self.box.setChecked(bool(value))
        self.set_error("")

    @override
    def commit(self) -> bool:
        return not self.error()

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self.box.setEnabled(not read_only)

    def _on_clicked(self, *_checked: bool) -> None:
        self.edited.emit(self.box.isChecked())
