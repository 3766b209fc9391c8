"""The margins that ratings and collaterals add to the base rate, in a small table."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from alize_desktop.models.enums import Collateral
from alize_desktop.models.records.money_rules import MARGINS, Margins
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.fields.base import Field
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.wording.labels import label as word

_COLUMNS = (Collateral.HIGH, Collateral.NORMAL, Collateral.LOW)
_LONGEST = 5


class MarginsField(Field[tuple[Margins, ...]]):
    """A row a rating, a column a collateral; each keystroke counts."""

    def __init__(self, text: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, hint=hint, parent=parent)
        self._value: tuple[Margins, ...] = MARGINS
        self._cells = [[self._cell(row, each) for each in _COLUMNS] for row in MARGINS]
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.card)
        grid.setVerticalSpacing(SPACE.tight)
        grid.addWidget(label(self.tr("Notation, puis sûreté"), Level.SMALL), 0, 0)
        for column, each in enumerate(_COLUMNS, 1):
            grid.addWidget(label(word(each), Level.SMALL), 0, column)
        for row, margins in enumerate(MARGINS, 1):
            grid.addWidget(label(word(margins.rating)), row, 0)
            for column, cell in enumerate(self._cells[row - 1], 1):
                grid.addWidget(cell, row, column)
        grid.setColumnStretch(4, 1)
        self._adopt(self._cells[0][0], whole)

    @override
    def value(self) -> tuple[Margins, ...]:
        return self._value

    @override
    def set_value(self, value: tuple[Margins, ...] | None) -> None:
        self._value = value or MARGINS
        for cells, margins in zip(self._cells, self._value, strict=True):
            for cell, points in zip(cells, _points(margins), strict=True):
                if cell.text() != str(points):
                    cell.setText(str(points))
        self.set_error("")

    @override
    def commit(self) -> bool:
        return not self.error()

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        for cell in self._all():
            cell.setReadOnly(read_only)

    def _cell(self, margins: Margins, collateral: Collateral) -> QLineEdit:
        made = QLineEdit()
        made.setMaxLength(_LONGEST)
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        made.setFont(with_figures(made.font()))
        made.setFixedWidth(scaled(76))
        names = self.tr("Marge, notation {rating}, sûreté {collateral}")
        made.setAccessibleName(
            names.format(rating=word(margins.rating), collateral=word(collateral))
        )
        made.textEdited.connect(self._on_typed)
        return made

    def _all(self) -> Iterator[QLineEdit]:
        for cells in self._cells:
            yield from cells

    def _on_typed(self, _text: str) -> None:
        texts = [[cell.text().strip() for cell in cells] for cells in self._cells]
        if not all(each.isascii() and each.isdigit() for row in texts for each in row):
            self._refuse(self.tr("Des points de base\u00a0: des nombres entiers, de 0 à 5000."))
            return
        self.set_error("")
        self._value = tuple(
            Margins(margins.rating, *(int(each) for each in row))
            for margins, row in zip(MARGINS, texts, strict=True)
        )
        self.edited.emit(self._value)


def _points(margins: Margins) -> tuple[int, int, int]:
    return margins.high, margins.normal, margins.low
