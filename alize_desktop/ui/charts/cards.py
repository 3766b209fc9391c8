"""Cards of a report: a chart or its table, or a table alone, with their copies."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from alize_desktop.models.records.charts import Chart
from alize_desktop.ui.charts.copies import chart_picture, copy_picture, copy_table, table_data
from alize_desktop.ui.charts.table import CellRow, CellTable
from alize_desktop.ui.charts.view import ChartView
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if


class ChartCard(Card):
    """A chart; « Voir le tableau » puts its table in its place.

    Args:
        chart: The chart.
        about: What it is about, at the foot of its picture.
        parent: Parent widget.

    Attributes:
        view: The chart.
        toggle: Shows the table, or the chart again.
        picture, cells: Buttons that copy.

    Signals:
        said: A short message for the user. Arg: the text.
    """

    said = Signal(str)

    def __init__(self, chart: Chart, about: str, parent: QWidget | None = None) -> None:
        super().__init__(chart.title, parent)
        self._chart, self._about = chart, about
        self._table: CellTable | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.view = ChartView(chart)
        self._note = label(chart.note, Level.SMALL, wraps=True)
        show_if(self._note, shown=bool(chart.note))
        self.toggle = KeyButton(self.tr("Voir le tableau"), kind=Kind.GHOST)
        self.picture = KeyButton(self.tr("Copier l’image"), kind=Kind.GHOST)
        self.cells = KeyButton(self.tr("Copier le tableau"), kind=Kind.GHOST)
        self.body.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, SPACE.related)
        self.body.addWidget(self.view)
        self.body.addWidget(self._note)
        self.body.addWidget(_row((self.toggle, self.picture, self.cells)))
        self.toggle.clicked.connect(lambda *_: self.show_table(shown=not self.is_table_shown))
        self.picture.clicked.connect(lambda *_: self._on_picture())
        self.cells.clicked.connect(lambda *_: self._on_cells())

    @property
    def chart(self) -> Chart:
        """The chart."""
        return self._chart

    @property
    def is_table_shown(self) -> bool:
        """Whether the table stands in place of the chart."""
        return self._table is not None and not self._table.isHidden()

    def show_table(self, *, shown: bool) -> None:
        """Show the table in place of the chart, or the chart again."""
        if self._table is None:
            chart = self._chart
            self._table = CellTable(chart.title, chart.heads, self._rows())
            self.body.insertWidget(0, self._table)
        show_if(self._table, shown=shown)
        show_if(self.view, shown=not shown)
        words = self.tr("Voir le graphique") if shown else self.tr("Voir le tableau")
        self.toggle.set_text(words)

    def _rows(self) -> list[CellRow]:
        """Return the rows of the table, the total among them."""
        chart = self._chart
        return [*chart.rows, chart.total] if chart.total else list(chart.rows)

    def _on_picture(self) -> None:
        copy_picture(chart_picture(self._chart, self._about))
        self.said.emit(self.tr("Image copiée"))

    def _on_cells(self) -> None:
        copy_table(table_data(self._chart.heads, self._rows()))
        self.said.emit(self.tr("Tableau copié"))


class TableCard(Card):
    """A table alone, whole.

    Args:
        title: Above it.
        heads: Of its columns.
        rows: One cell a column.
        note: Beneath; empty for nothing.
        parent: Parent widget.

    Attributes:
        table: The table.
        cells: Button that copies it.

    Signals:
        said: A short message for the user. Arg: the text.
    """

    said = Signal(str)

    def __init__(
        self,
        title: str,
        heads: Sequence[str],
        rows: Sequence[CellRow],
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self._heads, self._rows = tuple(heads), tuple(rows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.table = CellTable(title, heads, rows, most=len(rows))
        self.cells = KeyButton(self.tr("Copier le tableau"), kind=Kind.GHOST)
        self.body.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, SPACE.related)
        self.body.addWidget(self.table)
        if note:
            self.body.addWidget(label(note, Level.SMALL, wraps=True))
        self.body.addWidget(_row((self.cells,)))
        self.cells.clicked.connect(lambda *_: self._on_cells())

    def _on_cells(self) -> None:
        copy_table(table_data(self._heads, self._rows))
        self.said.emit(self.tr("Tableau copié"))


def _row(buttons: Sequence[KeyButton]) -> QWidget:
    """Return buttons side by side, their words under the chart."""
    whole = QWidget()
    flow = FlowLayout(whole, SPACE.tight)
    for each in buttons:
        flow.addWidget(each)
    return whole
