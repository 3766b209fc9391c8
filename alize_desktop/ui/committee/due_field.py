"""A date counted from the meeting: « +3 mois » or a day."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.reading import Reading
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.due_dates import parse_due_date


class DueField(DateField):
    """A date field that also reads a delay."""

    def __init__(self, text: str, day: date, parent: QWidget | None = None) -> None:
        """Count delays from a day.

        Args:
            text: Label.
            day: Day of the meeting.
            parent: Parent widget.
        """
        super().__init__(text, parent=parent)
        self.count_from(day)
        self.edit.setPlaceholderText(self.tr("+3 mois"))
        self.edit.setToolTip(self.tr("Une date, ou un délai : +3 mois, +15 jours, 1 an"))

    def count_from(self, day: date) -> None:
        """Count delays from another day."""
        self._reading = Reading(partial(_read, day), short_date)


def _read(day: date, text: str) -> date:
    return parse_due_date(text, day)
