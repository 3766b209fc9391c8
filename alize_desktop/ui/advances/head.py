"""The head of one advance: whose it is, its state, its amounts."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.models.records.advances import AdvanceDetail
from alize_desktop.models.values import Money
from alize_desktop.ui.advances.marks import state_dress
from alize_desktop.ui.theme.fonts import with_figures
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.flow import FlowLayout
from alize_desktop.ui.widgets.labels import ElidedLabel, Level, label, set_role
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.wording.advance_words import state_text
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import long_date


class Figure(QWidget):
    """A caption over an amount."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._amount = label("", Level.HEADING)
        self._amount.setFont(with_figures(self._amount.font()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(caption, Level.CAPTION))
        column.addWidget(self._amount)

    def show_amount(self, amount: Money, role: Role | None = None) -> None:
        """Show an amount, in the colour of a meaning or of plain text."""
        self._amount.setText(money_short(amount))
        set_role(self._amount, role)
        self.setAccessibleName(f"{self._caption} {money_short(amount)}")


class AdvanceHead(QWidget):
    """Company, number, decision, state; granted, paid, repaid, owed, in excess."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = ElidedLabel("", Level.TITLE)
        self._company.setObjectName("advance_company")
        self._about = label("", Level.SOFT, wraps=True)
        self._state = Pill()
        self._state.setObjectName("advance_state")
        self.granted = Figure(self.tr("Accordé"))
        self.disbursed = Figure(self.tr("Versé"))
        self.repaid = Figure(self.tr("Remboursé"))
        self.outstanding = Figure(self.tr("Reste dû"))
        self.credit = Figure(self.tr("Trop-perçu"))
        first = QHBoxLayout()
        first.setSpacing(SPACE.card)
        first.addWidget(self._company, 1)
        first.addWidget(self._state)
        figures = FlowLayout(spacing=SPACE.group)
        for each in (self.granted, self.disbursed, self.repaid, self.outstanding, self.credit):
            figures.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addWidget(self._about)
        column.addSpacing(SPACE.related)
        column.addLayout(figures)

    def show_detail(self, detail: AdvanceDetail) -> None:
        """Show an advance."""
        row, position = detail.row, detail.row.position
        self._company.setText(row.company)
        granted = self.tr("accordée le {day}").format(day=long_date(row.granted_on))
        decisions = dict.fromkeys((detail.granted_by, detail.decision_number))
        words = (self.tr("décision {number}"), self.tr("modifiée par {number}"))
        said = (each for each in decisions if each)
        told = [word.format(number=each) for word, each in zip(words, said, strict=False)]
        self._about.setText(" · ".join((row.number, granted, *told)))
        self._state.set_state(state_text(position), *state_dress(position))
        self.granted.show_amount(row.amount)
        self.disbursed.show_amount(position.disbursed)
        self.repaid.show_amount(position.disbursed - position.outstanding - position.written_off)
        self.outstanding.show_amount(position.outstanding, Role.BAD if position.overdue else None)
        self.credit.show_amount(position.credit, Role.WAITING if position.credit else None)
