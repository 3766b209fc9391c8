"""The page Situation: the fund on a day, and the accounts that are closed."""

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.fund import FundClosing, FunderShare, FundStatement
from alize_desktop.models.records.minutes import Paper
from alize_desktop.ui.fund.closings import ClosingDialog, closing_model
from alize_desktop.ui.fund.equation import EquationCard
from alize_desktop.ui.fund.funder_table import share_model
from alize_desktop.ui.fund.statement_export import StatementExport
from alize_desktop.ui.fund.tables import ShortTable
from alize_desktop.ui.fund.tools import FundTools
from alize_desktop.ui.reading import Reading
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.cards import Card, FigureCard, FigureRow
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.scroll import scrolled
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.ui.worker import Worker
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.fund_figures import LABELS, fund_figures

_FUNDERS: Final = 6
_CLOSINGS: Final = 6


class StatementPage(QWidget):
    """Six figures explained, the equation, the funders, the closings.

    Signals:
        said: A short message for the user. Arg: the text.
    """

    said = Signal(str)

    def __init__(self, tools: FundTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.day = DateField(self.tr("Au"))
        self.day.setObjectName("statement_day")
        self.day.set_value(tools.today())
        self._follows_today = True
        self.not_come = label("", Level.STRONG, wraps=True, role=Role.WAITING)
        self.not_come.setObjectName("statement_not_come")
        self.export = KeyButton(self.tr("Exporter l’état…"), "Ctrl+E", icon="export")
        self.export.setObjectName("statement_export")
        self.close_accounts = KeyButton(self.tr("Arrêter les comptes…"))
        self.close_accounts.setObjectName("accounts_close")
        self.figures = tuple(FigureCard(each) for each in LABELS)
        self.equation = EquationCard()
        self.shares = share_model()
        self.funders: ShortTable[FunderShare] = ShortTable(
            self.shares, self.tr("Financeurs"), _FUNDERS
        )
        self.closings: ShortTable[FundClosing] = ShortTable(
            closing_model(tools.zone), self.tr("Comptes arrêtés"), _CLOSINGS
        )
        self.not_closed = label(self.tr("Aucun compte n’a encore été arrêté."), Level.SOFT)
        self._reading = Reading(self, tools.log_file, tools.pool)
        self.worker = Worker(self, tools.log_file, tools.pool)
        self.writing = StatementExport(tools, self.worker, self)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the statement of the day chosen, or of today, and the closings."""
        if self._follows_today:
            self.day.set_value(self._tools.today())
        self._reading.ask(partial(self._read, self._day()), self._show_all)

    def take_keyboard(self) -> None:
        """Give the keyboard to the day."""
        self.day.focus_control()

    def _read(self, day: date) -> tuple[FundStatement, tuple[FundClosing, ...]]:
        fund = self._tools.fund
        return fund.statement(day), fund.closings()

    def _show_all(self, found: tuple[FundStatement, tuple[FundClosing, ...]]) -> None:
        statement, closings = found
        self._show(statement)
        self.closings.show_rows(sorted(closings, key=lambda each: -each.sequence))
        show_if(self.closings, shown=bool(closings))
        show_if(self.not_closed, shown=not closings)
        asked = self.day.value() or self._tools.today()
        words = self.tr("Le {day} n’est pas encore venu\u00a0: voici ce qui est connu aujourd’hui.")
        self.not_come.setText(words.format(day=long_date(asked)))
        show_if(self.not_come, shown=asked > self._tools.today())

    def _lay_out(self) -> None:
        self.day.setMaximumWidth(scaled(180))
        head = QHBoxLayout()
        head.setSpacing(SPACE.related)
        head.addWidget(self.day)
        head.addStretch(1)
        for button in (self.export, self.close_accounts):
            head.addWidget(button)
        middle = QHBoxLayout()
        middle.setSpacing(SPACE.card)
        middle.addWidget(self.equation, 5)
        middle.addWidget(self._funders_card(), 6)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(SPACE.group, SPACE.card, SPACE.group, SPACE.group)
        inside.setSpacing(SPACE.card)
        inside.addLayout(head)
        inside.addWidget(self.not_come)
        inside.addWidget(FigureRow(self.figures))
        inside.addLayout(middle)
        inside.addWidget(self._closings_card())
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolled(content), 1)
        column.addWidget(self._reading.strip)
        column.addWidget(self.worker.strip)

    def _funders_card(self) -> QWidget:
        card = Card(self.tr("Qui a apporté l’argent"))
        card.body.addWidget(self.funders)
        card.body.addStretch(1)
        return card

    def _closings_card(self) -> QWidget:
        card = Card(self.tr("Comptes arrêtés"))
        card.body.addWidget(self.closings)
        card.body.addWidget(self.not_closed)
        return card

    def _connect(self) -> None:
        self.day.edited.connect(self._on_day_chosen)
        self.export.clicked.connect(lambda *_: self.writing.ask(self._day()))
        self.close_accounts.clicked.connect(lambda *_: self._on_close_asked())
        self.writing.exported.connect(self._on_exported)
        self.writing.refused.connect(self.said)

    def _day(self) -> date:
        """Return the day of the figures: none is known of a day to come."""
        today = self._tools.today()
        return min(self.day.value() or today, today)

    def _show(self, statement: FundStatement) -> None:
        for card, figure in zip(self.figures, fund_figures(statement), strict=True):
            role = Role.BAD if figure.is_bad else None
            card.set_figure(money_text(figure.amount), figure.meaning, role)
        self.equation.show_statement(statement)
        self.funders.show_rows(statement.funders)

    def _on_day_chosen(self, day: date | None) -> None:
        self._follows_today = day is None or day == self._tools.today()
        self.refresh()

    def _on_close_asked(self) -> None:
        dialog = ClosingDialog(self._tools, self.window())
        dialog.written.connect(self._on_closed)
        dialog.open()

    def _on_closed(self, changes: Changes) -> None:
        self._tools.bus.changed.emit(changes, self)
        self.said.emit(self.tr("Comptes arrêtés"))

    def _on_exported(self, _paper: Paper) -> None:
        self.said.emit(self.tr("État du fonds enregistré"))
