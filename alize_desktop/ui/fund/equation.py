"""The two sides of a statement: what the fund received, and where the money is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from alize_desktop.models.records.fund import FundStatement
from alize_desktop.models.values import Money
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.cards import Card
from alize_desktop.ui.widgets.labels import Level, label, rule
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.fund_figures import total_of, where_from, where_to

Terms = tuple[tuple[str, Money], ...]


class EquationCard(Card):
    """Contributions − withdrawals − fees + credits = cash + outstanding + losses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Pourquoi ces chiffres se tiennent"), parent)
        self._content = QWidget()
        self.verdict = label("", Level.STRONG, wraps=True)
        self.verdict.setObjectName("equation_verdict")
        words = self.tr(
            "Entrées moins sorties, trop-perçus compris = trésorerie + encours + pertes"
        )
        self.body.addWidget(self._content)
        self.body.addWidget(label(words, Level.SMALL, wraps=True))
        self.body.addWidget(self.verdict)
        self.body.addStretch(1)

    def show_statement(self, statement: FundStatement) -> None:
        """Show both sides and say that they are equal."""
        left, right = where_from(statement), where_to(statement)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.card)
        grid.setVerticalSpacing(SPACE.tight)
        grid.setColumnMinimumWidth(2, SPACE.card)
        for column in (0, 3):
            grid.setColumnStretch(column, 1)
        last = max(len(left), len(right)) + 1
        self._add_side(grid, 0, self.tr("Ce que le fonds a reçu"), left, last)
        self._add_side(grid, 3, self.tr("Où se trouve l’argent"), right, last)
        self.body.removeWidget(self._content)
        self._content.deleteLater()
        self._content = QWidget()
        self._content.setLayout(grid)
        self.body.insertWidget(0, self._content)
        self._show_verdict(total_of(left), total_of(right))

    def _add_side(
        self, grid: QGridLayout, column: int, title: str, terms: Terms, last: int
    ) -> None:
        grid.addWidget(label(title, Level.CAPTION), 0, column, 1, 2)
        for row, (name, amount) in enumerate(terms, 1):
            self._add_line(grid, row, column, name, amount, Level.BODY)
        grid.addWidget(rule(), last, column, 1, 2)
        self._add_line(grid, last + 1, column, self.tr("Total"), total_of(terms), Level.STRONG)

    def _add_line(
        self, grid: QGridLayout, row: int, column: int, name: str, amount: Money, level: Level
    ) -> None:
        grid.addWidget(label(name, level), row, column)
        figure = label(money_text(amount), level)
        figure.setFont(with_figures(figure.font()))
        grid.addWidget(figure, row, column + 1, Qt.AlignmentFlag.AlignRight)

    def _show_verdict(self, received: Money, found: Money) -> None:
        is_good = received == found
        words = (
            self.tr("✔ Les deux côtés sont égaux\u00a0: {received}.")
            if is_good
            else self.tr("▼ Les deux côtés diffèrent\u00a0: {received} contre {found}.")
        )
        self.verdict.setText(words.format(received=money_text(received), found=money_text(found)))
        self.verdict.setProperty("role", (Role.GOOD if is_good else Role.BAD).value)
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
