"""Where the period and the basin of a report are chosen; both are remembered."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.report import ReportScope
from alize_desktop.rules.report_periods import ReportPeriod, days_of
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.visibility import show_if

_PERIOD, _BASIN = "report/period", "report/basin"
_FIRST, _LAST = "report/first", "report/last"
_WIDE: Final = 216
_NARROW: Final = 168


class ScopeBar(QWidget):
    """A period, its days when they are chosen, and a basin.

    Args:
        window: Remembers what was chosen.
        today: Day it is.
        parent: Parent widget.

    Attributes:
        period: The period.
        first, last: Days of a chosen one.
        basin: A basin, or the whole programme.

    Signals:
        changed: Something else was chosen.
    """

    changed = Signal()

    def __init__(
        self, window: QSettings, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._today = window, today
        self.period = ChoiceField(self.tr("Période"), self._periods(), empty=None)
        self.first = DateField(self.tr("Du"))
        self.last = DateField(self.tr("Au"))
        self.basin: ChoiceField[str] = ChoiceField(
            self.tr("Bassin"), (), empty=self.tr("Tout le programme")
        )
        flow = FlowLayout(self, SPACE.card)
        for each in (self.period, self.first, self.last, self.basin):
            flow.addWidget(each)
        self._fit()
        self._recall()
        self._show_days()
        self.period.edited.connect(self._on_period)
        for each in (self.first, self.last, self.basin):
            each.edited.connect(self._on_edited)

    def scope(self) -> ReportScope:
        """Return what is chosen."""
        first, last = days_of(self._chosen(), self._today())
        if self._chosen() is ReportPeriod.CHOSEN:
            first, last = self.first.value(), self.last.value()
        return ReportScope(first, last, self.basin.value() or "")

    def set_basins(self, basins: Sequence[str]) -> None:
        """Show the basins that dossiers name; the one chosen stays when it is there."""
        self.basin.set_choices([(each, each) for each in basins])

    def show_whole(self) -> None:
        """Choose the whole programme from its beginning."""
        self.basin.set_value(None)
        self.period.set_value(ReportPeriod.WHOLE)
        self._on_period(ReportPeriod.WHOLE)

    def take_keyboard(self) -> None:
        """Give the keyboard to the period."""
        self.period.focus_control()

    def _chosen(self) -> ReportPeriod:
        return self.period.value() or ReportPeriod.WHOLE

    def _periods(self) -> tuple[tuple[ReportPeriod, str], ...]:
        return (
            (ReportPeriod.THIS_YEAR, self.tr("Cette année")),
            (ReportPeriod.LAST_YEAR, self.tr("L’année dernière")),
            (ReportPeriod.THREE_YEARS, self.tr("Trois ans")),
            (ReportPeriod.WHOLE, self.tr("Depuis le début")),
            (ReportPeriod.CHOSEN, self.tr("Dates choisies")),
        )

    def _fit(self) -> None:
        for each in (self.period, self.basin):
            each.setFixedWidth(scaled(_WIDE))
        for day in (self.first, self.last):
            day.setFixedWidth(scaled(_NARROW))

    def _recall(self) -> None:
        """Choose what was chosen last; the whole programme the first time."""
        kept = str(self._window.value(_PERIOD) or "")
        known = {each.value: each for each in ReportPeriod}
        self.period.set_value(known.get(kept, ReportPeriod.WHOLE))
        basin = str(self._window.value(_BASIN) or "")
        self.set_basins([basin] if basin else [])
        self.basin.set_value(basin or None)
        for key, field in ((_FIRST, self.first), (_LAST, self.last)):
            field.set_value(_day(str(self._window.value(key) or "")))

    def _remember(self) -> None:
        self._window.setValue(_PERIOD, self._chosen().value)
        self._window.setValue(_BASIN, self.basin.value() or "")
        for key, field in ((_FIRST, self.first), (_LAST, self.last)):
            day = field.value()
            self._window.setValue(key, day.isoformat() if day else "")

    def _show_days(self) -> None:
        for each in (self.first, self.last):
            show_if(each, shown=self._chosen() is ReportPeriod.CHOSEN)

    def _on_period(self, _period: object) -> None:
        self._show_days()
        self._on_edited(None)

    def _on_edited(self, _value: object) -> None:
        self._remember()
        self.changed.emit()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
