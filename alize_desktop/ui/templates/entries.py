"""The list of what an office may word its own way: a name, and which text is in force."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from alize_desktop.models.enums import TemplateKey
from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE
from alize_desktop.ui.widgets.labels import Ground, Level, label
from alize_desktop.ui.widgets.line_delegate import ENTRY_ROLE, Line, LineDelegate, paint_with
from alize_desktop.ui.widgets.painting import draw_text


@dataclass(frozen=True, slots=True)
class TemplateEntry:
    """A line of the list.

    Attributes:
        key: None for what every paper has in common.
        label: « Convocation ».
        detail: « texte d’origine », « version 2 du 3 mars 2026 ».
        is_own: Whether the office wrote it.
    """

    key: TemplateKey | None
    label: str
    detail: str
    is_own: bool = False


class _Delegate(LineDelegate):
    """Paints the name above which text is in force."""

    height = 54
    is_marked = True

    @override
    def paint_words(self, painter: QPainter, line: Line) -> None:
        entry: TemplateEntry = line.entry
        inside = line.box.adjusted(scaled(SPACE.card), scaled(7), -scaled(SPACE.cell), -scaled(7))
        first = QRectF(inside.left(), inside.top(), inside.width(), inside.height() / 2)
        weight = QFont.Weight.DemiBold if line.is_selected else QFont.Weight.Medium
        draw_text(painter, first, entry.label, font(TYPE.body, weight), line.colours.text)
        second = first.translated(0, inside.height() / 2)
        ink = line.colours.primary if entry.is_own else line.colours.soft
        draw_text(painter, second, entry.detail, font(TYPE.small), ink)


class TemplateList(QListWidget):
    """Shows the texts of papers; says which one a person goes to.

    Signals:
        template_chosen: Arg: its key; None for what every paper has in common.
    """

    template_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self.setAccessibleName(self.tr("Modèles"))
        paint_with(self, _Delegate())
        self.currentItemChanged.connect(self._on_current_changed)

    def show_entries(self, entries: Sequence[TemplateEntry], chosen: TemplateKey | None) -> None:
        """Show lines, one of them chosen. Emits nothing."""
        self._is_filling = True
        while self.count() > len(entries):
            self.takeItem(self.count() - 1)
        while self.count() < len(entries):
            self.addItem(QListWidgetItem())
        for row, entry in enumerate(entries):
            item = self.item(row)
            item.setText(f"{entry.label}, {entry.detail}")
            item.setToolTip(f"{entry.label}\n{entry.detail}")
            item.setData(ENTRY_ROLE, entry)
        self._is_filling = False
        self.choose(chosen)

    def choose(self, key: TemplateKey | None) -> None:
        """Move to a line. Emits nothing."""
        self._is_filling = True
        for row in range(self.count()):
            if self.item(row).data(ENTRY_ROLE).key is key:
                self.setCurrentRow(row)
        self._is_filling = False

    def entries(self) -> tuple[TemplateEntry, ...]:
        """Return the lines in the order shown."""
        return tuple(self.item(row).data(ENTRY_ROLE) for row in range(self.count()))

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._is_filling:
            self.template_chosen.emit(item.data(ENTRY_ROLE).key)


class ListSide(QFrame):
    """The list under its title."""

    def __init__(self, entries: TemplateList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", Ground.SURFACE.value)
        title = label(self.tr("Modèles"), Level.TITLE)
        title.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, SPACE.related)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addWidget(entries, 1)
