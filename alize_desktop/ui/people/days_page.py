"""The days of a partner in a year: what it offered, what was promised, what was done."""

from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.records.partners import PartnerDays, PartnerDetail
from alize_desktop.ui.people.days_bar import DaysBar
from alize_desktop.ui.people.partner_tools import PartnerTools
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.cards import Card, FigureCard, FigureRow
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.wording.amounts import decimal_text
from alize_desktop.wording.partner_days import year_text

_LEAST_YEARS: Final = 3


class DaysPage(QWidget):
    """Reads the days of the year that is chosen, for the partner it is given.

    Args:
        tools: Reads them.
        parent: Parent widget.
    """

    def __init__(self, tools: PartnerTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._partner_id: UUID | None = None
        self.year: ChoiceField[int] = ChoiceField(self.tr("Année"), (), empty=None)
        self.year.setMaximumWidth(200)
        self.bar = DaysBar()
        self.left = FigureCard(self.tr("Restants"))
        self.offered = FigureCard(self.tr("Offerts"))
        self.promised = FigureCard(self.tr("Promis"))
        self.done = FigureCard(self.tr("Faits"))
        self._legend = label("", Level.SOFT, wraps=True)
        self._legend.setObjectName("days_legend")
        card = Card(self.tr("Jours de l’année"))
        card.body.addWidget(self.bar)
        card.body.addWidget(self._legend)
        chooser = QHBoxLayout()
        chooser.addWidget(self.year)
        chooser.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.card)
        column.addLayout(chooser)
        column.addWidget(FigureRow((self.left, self.offered, self.promised, self.done)))
        column.addWidget(card)
        column.addStretch(1)
        self.year.edited.connect(lambda *_: self._show())

    def show_detail(self, detail: PartnerDetail) -> None:
        """Show the days of another partner, in the same year."""
        self._partner_id = detail.partner.id
        kept = self.year.value()
        years = self._years(detail)
        self.year.set_choices([(each, str(each)) for each in years])
        self.year.set_value(kept if kept in years else detail.days.year)
        self._show()

    def _years(self, detail: PartnerDetail) -> list[int]:
        """Return the years to choose from, the next one first."""
        now = self._tools.today().year
        first = detail.profile.joined_on
        begun = [each.sheet.starts_on for each in self._tools.missions(detail.partner.id)]
        known = [each.year for each in (first, *begun) if each is not None]
        return list(range(now + 1, min([*known, now - _LEAST_YEARS]) - 1, -1))

    def _show(self) -> None:
        year = self.year.value()
        if year is None:
            return
        found = [
            each for each in self._tools.partners.days(year) if each.partner_id == self._partner_id
        ]
        for days in found:
            self._show_days(days)

    def _show_days(self, days: PartnerDays) -> None:
        is_over = days.left < 0
        left = self.tr("▼\u00a0{days} de trop") if is_over else "{days}"
        self.left.set_figure(
            left.format(days=decimal_text(abs(days.left))),
            self.tr("offerts, moins ce qui est promis"),
            Role.BAD if is_over else None,
        )
        self.offered.set_figure(decimal_text(days.offered), self.tr("dans l’année"))
        words = self.tr("{planned} en mission, {granted} accordés sans mission")
        self.promised.set_figure(
            decimal_text(days.planned + days.granted),
            words.format(planned=decimal_text(days.planned), granted=decimal_text(days.granted)),
        )
        self.done.set_figure(decimal_text(days.done), self.tr("dans l’année"))
        told = year_text(days)
        self._legend.setText(told)
        self.bar.show_days(days, told)
