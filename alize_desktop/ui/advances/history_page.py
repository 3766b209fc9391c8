"""What happened to one advance, by value date; what was taken back is struck."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.models.records.advances import AdvanceEvent
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.advance_words import event_note, event_words
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import short_date


class HistoryPage(QWidget):
    """The events of an advance, the latest first.

    Args:
        local: Gives the programme's wall clock.
        parent: Parent widget.

    Signals:
        event_opened: Enter or a double click on an event. Arg: its identifier.
    """

    event_opened = Signal(object)

    def __init__(
        self, local: Callable[[datetime], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._local = local
        columns = [replace(each, sortable=False) for each in self._columns()]
        self.model: RecordTableModel[AdvanceEvent] = RecordTableModel(
            columns, lambda event: event.id
        )
        self.table = RecordTable(self.model, self.tr("Historique"))
        self.table.setObjectName("advance_history")
        self._nothing = EmptyState(
            self.tr("Rien ne s’est encore passé\u00a0: la convention est à signer.")
        )
        self._body = QStackedWidget()
        self._body.addWidget(self.table)
        self._body.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.related, 0, 0)
        column.addWidget(self._body)
        self.table.row_opened.connect(self.event_opened)

    def show_events(self, events: Sequence[AdvanceEvent]) -> None:
        """Show what happened; the event that is chosen stays so."""
        chosen = self.table.chosen()
        self.model.set_rows(tuple(reversed(events)))
        self.table.choose(chosen)
        self._body.setCurrentWidget(self.table if events else self._nothing)

    def take_keyboard(self) -> None:
        """Give the keyboard to the events."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns(self) -> tuple[Column[AdvanceEvent], ...]:
        return (
            Column(
                "value_on",
                self.tr("Valeur"),
                lambda event: short_date(event.draft.value_on),
                note=self._entered,
                struck=_is_reversed,
                width=132,
            ),
            Column(
                "what",
                self.tr("Mouvement"),
                event_words,
                note=self._note,
                struck=_is_reversed,
                width=146,
                stretches=True,
            ),
            Column(
                "amount",
                self.tr("Montant"),
                _amount,
                note=lambda event: event.draft.author,
                struck=_is_reversed,
                right=True,
                width=122,
            ),
        )

    def _note(self, event: AdvanceEvent) -> str:
        row = self.model.row_of(event.draft.reverses_id)
        return event_note(event, self.model.record(row) if row >= 0 else None)

    def _entered(self, event: AdvanceEvent) -> str:
        day = short_date(self._local(event.entered_at).date())
        return self.tr("saisi {day}").format(day=day)


def _is_reversed(event: AdvanceEvent) -> bool:
    return event.is_reversed


def _amount(event: AdvanceEvent) -> str:
    return money_short(event.draft.amount) if event.draft.amount else ""
