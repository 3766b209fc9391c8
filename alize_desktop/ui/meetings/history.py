"""What happened to a meeting so far, with its hours."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.meetings import MeetingEvent
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.dates import long_date, time_text
from alize_desktop.wording.labels import label as word


class HistoryCard(QWidget):
    """One line an event; hidden while nothing happened.

    Args:
        local: Gives the programme's wall clock.
        parent: Parent widget.
    """

    def __init__(
        self, local: Callable[[datetime], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._local = local
        card = Card(self.tr("Déroulé"))
        self._lines = label("", Level.BODY, wraps=True)
        self._lines.setObjectName("meeting_history")
        card.body.addWidget(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_events(self, events: Sequence[MeetingEvent]) -> None:
        """Show what happened, oldest first."""
        self._lines.setText("\n".join(self._line(each) for each in events))
        show_if(self, shown=bool(events))

    def _line(self, event: MeetingEvent) -> str:
        at = self._local(event.at)
        words = self.tr("{day}, {hour}\u00a0: {what}")
        what = word(event.kind).lower()
        if event.until is not None:
            until = time_text(self._local(event.until).time())
            what = self.tr("{what} jusqu’à {hour}").format(what=what, hour=until)
        if event.reason:
            what = f"{what} ({event.reason})"
        return words.format(day=long_date(at.date()), hour=time_text(at.time()), what=what)
