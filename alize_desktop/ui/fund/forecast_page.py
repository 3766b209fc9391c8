"""The page Prévision: sixty months to come, and when the fund can lend."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.fund import ForecastMonth, FundForecast
from alize_desktop.models.values import Money
from alize_desktop.rules.fund_forecast import first_month_for
from alize_desktop.ui.fund.chart import ForecastChart
from alize_desktop.ui.fund.lending import LendingQuestion
from alize_desktop.ui.fund.series import LegendItem, Series
from alize_desktop.ui.fund.tools import FundTools
from alize_desktop.ui.reading import Reading
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import Ground, Level, frame, label
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.fund_months import lending_text, month_text


class ForecastPage(QWidget):
    """A question, a chart, and the month under the reader in words.

    Signals:
        said: A short message for the user. Arg: the text.
    """

    said = Signal(str)

    def __init__(self, tools: FundTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._forecast: FundForecast | None = None
        self._reading = Reading(self, tools.log_file, tools.pool)
        self.question = LendingQuestion()
        self.chart = ForecastChart()
        self.month = label("", wraps=True)
        self.month.setObjectName("forecast_month")
        self.basis = label("", Level.SMALL, wraps=True)
        self._lay_out()
        self.question.asked.connect(self._on_asked)
        self.chart.month_chosen.connect(self._on_month_chosen)

    def refresh(self) -> None:
        """Read the forecast again, from today."""
        read = partial(self._tools.fund.forecast, self._tools.today())
        self._reading.ask(read, self._show)

    def take_keyboard(self) -> None:
        """Give the keyboard to the months."""
        self.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        legend = FlowLayout(spacing=SPACE.group)
        for series, text in (
            (Series.CASH, self.tr("Trésorerie à la fin du mois")),
            (Series.AVAILABLE, self.tr("Disponible")),
            (Series.REPAYMENTS, self.tr("Remboursements")),
            (Series.RELEASES, self.tr("Versements d’avances")),
        ):
            legend.addWidget(LegendItem(series, text))
        card = frame(Ground.CARD)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(SPACE.card, SPACE.card, SPACE.card, SPACE.card)
        inside.setSpacing(SPACE.related)
        inside.addLayout(legend)
        inside.addWidget(self.chart, 1)
        inside.addWidget(self.month)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.card)
        column.setSpacing(SPACE.card)
        column.addWidget(self.question)
        column.addWidget(card, 1)
        column.addWidget(self.basis)
        column.addWidget(self._reading.strip)

    def _show(self, forecast: FundForecast) -> None:
        self._forecast = forecast
        self.chart.show_forecast(forecast)
        self.basis.setText(self._basis(forecast))
        self._on_asked(self.question.amount)

    def _basis(self, forecast: FundForecast) -> str:
        words = self.tr(
            "D’après les échéanciers, les avances promises, les mouvements attendus et les séances "
            "prévues par les règles. Les flèches ← et → parcourent les mois."
        )
        if not forecast.doubtful:
            return words
        doubtful = self.tr(
            "{amount} en retard, exigibles ou au contentieux ne sont pas comptés parmi ce qui "
            "revient."
        )
        return f"{words} {doubtful.format(amount=money_short(forecast.doubtful))}"

    def _on_asked(self, amount: Money) -> None:
        if self._forecast is None:
            return
        when = first_month_for(self._forecast, amount)
        text = lending_text(amount, self._forecast.on, when)
        self.question.show_answer(text, is_possible=when is not None)
        self.chart.mark(when)

    def _on_month_chosen(self, month: ForecastMonth) -> None:
        self.month.setText(month_text(month))
