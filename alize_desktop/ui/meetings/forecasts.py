"""The quorum that may be expected: at the opening, then for each dossier."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.meetings import MeetingDetail, QuorumForecast
from alize_desktop.ui.meetings.agenda_words import forecast_state
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel


@dataclass(frozen=True, slots=True)
class _Row:
    """A forecast with what it is about."""

    name: str
    forecast: QuorumForecast


class ForecastPanel(QWidget):
    """One line a vote; the whole sentence of the line the keyboard is on beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: tuple[Column[_Row], ...] = (
            Column(
                "point",
                self.tr("Quorum prévu"),
                lambda row: row.name,
                width=100,
                stretches=True,
                sortable=False,
            ),
            Column(
                "forecast",
                self.tr("Compté / requis"),
                lambda row: f"{row.forecast.expected} / {row.forecast.required}",
                state=lambda row: forecast_state(row.forecast)[1:],
                width=118,
                sortable=False,
            ),
        )
        self._model: RecordTableModel[_Row] = RecordTableModel(
            columns, lambda row: row.forecast.item_id or ""
        )
        self.table = RecordTable(self._model, self.tr("Quorum prévu"))
        self.table.setObjectName("forecasts")
        self.sentence = label("", Level.BODY, wraps=True)
        self.sentence.setObjectName("forecast_sentence")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.related)
        column.addWidget(self.sentence)
        column.addWidget(self.table, 1)
        self.table.row_chosen.connect(lambda _key: self._show_sentence())

    def show_detail(self, detail: MeetingDetail) -> None:
        """Show what may be expected of a meeting. Emits nothing."""
        names: dict[UUID | None, str] = {
            each.id: f"{each.position}. {each.company}" for each in detail.agenda
        }
        names[None] = self.tr("À l’ouverture")
        kept = self.table.chosen()
        self._model.set_rows([_Row(names.get(each.item_id, ""), each) for each in detail.forecasts])
        if not self.table.choose(kept):
            self.table.choose("")
        self._show_sentence()

    def _show_sentence(self) -> None:
        row = self._model.row_of(self.table.chosen())
        self.sentence.setText(self._model.record(row).forecast.sentence if row >= 0 else "")
