"""What an aid is worth, what came before, and the ceiling of both."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from alize_desktop.models.records.state_aid import AidSheet
from alize_desktop.ui.aid.ceiling_bar import CeilingBar
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.cards import FigureCard, FigureRow
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.wording.aid_sheets import verdict_text
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.names import counted


class AidSummary(QWidget):
    """Two figures, a bar, and the verdict in a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.equivalent = FigureCard(self.tr("Équivalent-subvention brut"))
        self.past = FigureCard(self.tr("Aides passées"))
        self.bar = CeilingBar()
        self.verdict = label("", Level.STRONG, wraps=True)
        self.verdict.setObjectName("aid_verdict")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.card)
        column.addWidget(FigureRow((self.equivalent, self.past)))
        column.addWidget(self.bar)
        column.addWidget(self.verdict)

    def show_sheet(self, sheet: AidSheet) -> None:
        """Show the aid of another dossier."""
        self._show_figures(sheet)
        self.bar.show_sheet(sheet)
        self._show_verdict(sheet)

    def _show_figures(self, sheet: AidSheet) -> None:
        unknown = self.tr("inconnu")
        equivalent = sheet.grant_equivalent
        of_amount = self.tr("pour {amount} d’avance").format(amount=money_text(sheet.amount))
        shown = unknown if equivalent is None else money_text(equivalent)
        self.equivalent.set_figure(shown, of_amount)
        window = self.tr("depuis le {day}").format(day=short_date(sheet.window_from))
        count = counted(len(sheet.past), self.tr("aide"), self.tr("aides"))
        self.past.set_figure(money_text(sheet.past_total), f"{count} {window}")

    def _show_verdict(self, sheet: AidSheet) -> None:
        shape, role = ("✔", Role.GOOD) if sheet.is_allowed else ("▼", Role.BAD)
        if sheet.total is None:
            shape, role = "●", Role.WAITING
        self.verdict.setText(f"{shape} {verdict_text(sheet)}")
        set_role(self.verdict, role)
