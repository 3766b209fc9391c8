"""The table of a chart: its rows and their total, as tall as they are."""

from collections.abc import Callable, Sequence
from functools import partial
from math import ceil
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.charts import ChartCell
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.look import font, scale, scaled
from alize_desktop.ui.theme.tokens import SPACE, TYPE
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel

CellRow: TypeAlias = tuple[ChartCell, ...]

_HEADER: Final = 36
_ROW: Final = 40
_MOST: Final = 12
_NAMES, _FIGURES = 150, 92
"""Least widths of a column."""


class CellTable(RecordTable):
    """Shows all its rows, or scrolls beyond a few.

    Args:
        name: What the table is, for those who hear the screen.
        heads: Of its columns, the first one of names.
        rows: One cell a column.
        most: Rows shown without scrolling.
        parent: Parent widget.
    """

    def __init__(
        self,
        name: str,
        heads: Sequence[str],
        rows: Sequence[CellRow],
        most: int = _MOST,
        parent: QWidget | None = None,
    ) -> None:
        self._shown = min(max(len(rows), 1), most)
        columns: list[Column[tuple[int, CellRow]]] = [
            Column(
                key=str(number),
                title=head,
                text=_text_of(number),
                right=number > 0,
                width=_width_of(head, [row[number].text for row in rows]) if number else _NAMES,
                stretches=number == 0,
                sortable=False,
            )
            for number, head in enumerate(heads)
        ]
        model = RecordTableModel(columns, lambda row: row[0])
        model.set_rows(list(enumerate(rows)))
        super().__init__(model, name, parent)
        self._measure()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        self.setFixedHeight(scaled(_HEADER) + scaled(_ROW) * self._shown + scaled(8))


def _width_of(head: str, texts: Sequence[str]) -> int:
    """Return the width, at a text size of 100 %, that shows a head and its cells whole."""
    heads = QFontMetricsF(font(TYPE.small, QFont.Weight.DemiBold))
    cells = QFontMetricsF(with_figures(font(TYPE.body)))
    widths = [heads.horizontalAdvance(head), *(cells.horizontalAdvance(each) for each in texts)]
    return max(ceil(max(widths) / scale()) + 2 * SPACE.cell + SPACE.tight, _FIGURES)


def _text_of(number: int) -> Callable[[tuple[int, CellRow]], str]:
    return partial(_cell_text, number)


def _cell_text(number: int, row: tuple[int, CellRow]) -> str:
    return row[1][number].text
