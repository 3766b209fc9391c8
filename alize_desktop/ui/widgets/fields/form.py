"""A form: fields in two columns, or one when there is little room."""

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.labels import Level, label

F = TypeVar("F", bound=Field[Any])
W = TypeVar("W", bound=QWidget)

_TWO_COLUMNS_FROM = 540


class FieldForm(QWidget):
    """Lays fields out in reading order; a wide one takes the whole width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[tuple[QWidget, bool]] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.card)
        self._grid.setVerticalSpacing(12)

    def add(self, field: F, *, wide: bool = False) -> F:
        """Add a field, and return it."""
        self._cells.append((field, wide))
        self._lay_out()
        return field

    def add_widget(self, widget: W, *, wide: bool = True) -> W:
        """Add anything else, and return it."""
        self._cells.append((widget, wide))
        self._lay_out()
        return widget

    def add_heading(self, text: str) -> None:
        """Add a heading over the fields that follow."""
        self.add_widget(label(text, Level.HEADING))

    def fields(self) -> tuple[Field[Any], ...]:
        """Return the fields in order."""
        return tuple(each for each, _ in self._cells if isinstance(each, Field))

    def commit(self) -> bool:
        """Read every field as it is now; give the keyboard to the first that is wrong.

        Returns:
            Whether every field holds a good value.
        """
        wrong = [field for field in self.fields() if not field.commit()]
        if wrong:
            wrong[0].focus_control()
        return not wrong

    def set_read_only(self, *, read_only: bool) -> None:
        """Show the values without letting them be changed."""
        for field in self.fields():
            field.set_read_only(read_only=read_only)

    def settle(self, width: int) -> None:
        """Lay the fields out as they will be in a width, before it is theirs."""
        self.resize(width, self.height())
        if self._wanted_columns() != self._columns:
            self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wanted_columns() != self._columns:
            self._lay_out()

    def _wanted_columns(self) -> int:
        return 2 if self.width() >= scaled(_TWO_COLUMNS_FROM) else 1

    def _lay_out(self) -> None:
        self._columns = self._wanted_columns()
        row = column = 0
        for widget, wide in self._cells:
            span = self._columns if wide else 1
            if column + span > self._columns:
                row, column = row + 1, 0
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
        for number in range(2):
            self._grid.setColumnStretch(number, 1 if number < self._columns else 0)
