"""The financing plan as bars, with the sentence that says whether it adds up."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.values import Money
from alize_desktop.ui.dossiers.form import SheetForm
from alize_desktop.ui.dossiers.plan import FinancingPlan, plan_of
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.bars import BarChart, BarRow
from alize_desktop.ui.widgets.labels import label, set_role
from alize_desktop.wording.amounts import money_short


class PlanBars(QWidget):
    """Bars of the resources, their total, and the balance, as the form holds them."""

    def __init__(self, form: SheetForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.bars = BarChart(self.tr("Plan de financement"))
        self.balance = label("", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.related)
        column.addWidget(self.bars)
        column.addWidget(self.balance)
        column.addStretch(1)
        form.loaded.connect(self.refresh)
        form.field_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self, *_path: str) -> None:
        """Show the plan of the sheet under edition."""
        if self._form.sheet is None:
            return
        plan = plan_of(self._form.sheet)
        rows = [
            self._row(self.tr("Fonds propres"), plan.equity),
            self._row(self.tr("Prêt bancaire"), plan.bank_loan),
        ]
        if plan.other:
            rows.append(self._row(self.tr("Autres ressources"), plan.other))
        rows.append(self._row(self.tr("Avance Alizé"), plan.advance, Role.GOOD))
        total = money_short(plan.resources)
        rows.append(BarRow(self.tr("Total"), total, plan.resources.minor, is_total=True))
        self.bars.set_rows(rows)
        sentence, role = self._balance(plan)
        self.balance.setText(sentence)
        set_role(self.balance, role)

    def _row(self, text: str, amount: Money, role: Role = Role.PRIMARY) -> BarRow:
        return BarRow(text, money_short(amount), amount.minor, role)

    def _balance(self, plan: FinancingPlan) -> tuple[str, Role | None]:
        gap = plan.gap
        if gap is None:
            return self.tr("Le coût du projet n’est pas encore renseigné."), None
        if not plan.is_told:
            sentence = self.tr("Ressources pas encore renseignées, pour un coût de {amount}.")
            return sentence.format(amount=money_short(plan.cost or gap)), None
        if not gap:
            return self.tr("✓ Équilibré avec le coût du projet."), Role.GOOD
        if gap.minor < 0:
            sentence = self.tr("▲ Les ressources dépassent le coût de {amount}.")
            return sentence.format(amount=money_short(-gap)), Role.WAITING
        sentence = self.tr("● Il manque {amount} pour couvrir le coût de {cost}.")
        cost = plan.cost or gap
        return sentence.format(amount=money_short(gap), cost=money_short(cost)), Role.WAITING
