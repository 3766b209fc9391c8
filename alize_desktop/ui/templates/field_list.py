"""The fields that a text may name: what they are called, and what they say."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE
from alize_desktop.ui.widgets.line_delegate import ENTRY_ROLE, Line, LineDelegate, paint_with
from alize_desktop.ui.widgets.painting import draw_text
from alize_desktop.wording.template_fields import TemplateField

_MOST: Final = 0.45
"""Most of the width that the names take from their descriptions."""


class _Delegate(LineDelegate):
    """Paints the name of a field beside what it says."""

    height = 28
    is_ruled = False

    @override
    def paint_words(self, painter: QPainter, line: Line) -> None:
        field: TemplateField = line.entry
        inside = line.box.adjusted(scaled(SPACE.card), 0, -scaled(SPACE.cell), 0)
        face = font(TYPE.small, QFont.Weight.DemiBold)
        widest = QFontMetricsF(face).horizontalAdvance("{equivalent_subvention}")
        across = min(widest, inside.width() * _MOST)
        name = QRectF(inside.left(), inside.top(), across, inside.height())
        draw_text(painter, name, f"{{{field.name}}}", face, line.colours.primary)
        left = name.right() + scaled(SPACE.card)
        about = QRectF(left, inside.top(), inside.right() - left, inside.height())
        draw_text(painter, about, field.description, font(TYPE.small), line.colours.text)


class FieldList(QListWidget):
    """Shows the fields; Enter or a double click asks for one to be written.

    Signals:
        field_asked: Arg: the name of the field.
        left: Escape: back to the text.
    """

    field_asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Champs à insérer"))
        paint_with(self, _Delegate())
        self.itemDoubleClicked.connect(self._ask)

    def show_fields(self, fields: Sequence[TemplateField]) -> None:
        """Show the fields of a text, in the order of the program."""
        if self.fields() == tuple(fields):
            return
        self.clear()
        for field in fields:
            item = QListWidgetItem(f"{field.name}, {field.description}")
            item.setData(ENTRY_ROLE, field)
            example = self.tr("Par exemple\u00a0: {example}")
            item.setToolTip(f"{field.description}\n{example.format(example=field.example)}")
            self.addItem(item)
        self.setCurrentRow(0)

    def fields(self) -> tuple[TemplateField, ...]:
        """Return the fields shown."""
        return tuple(self.item(row).data(ENTRY_ROLE) for row in range(self.count()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self._ask(self.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self, item: QListWidgetItem) -> None:
        self.field_asked.emit(item.data(ENTRY_ROLE).name)
