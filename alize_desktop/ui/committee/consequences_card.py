"""What a decision would cost and bring, as it is typed."""

from decimal import Decimal
from fractions import Fraction

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.decisions import Consequences
from alize_desktop.models.records.matching import MatchReason
from alize_desktop.ui.committee.layouts import column
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.labels import Level, label, set_role
from alize_desktop.wording.amounts import money_short, money_text
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.matches import conflict_text
from alize_desktop.wording.names import counted


class ConsequencesCard(QWidget):
    """Instalments, what is left in the fund and at the partners, euros per job."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = {
            "instalments": label("", Level.STRONG, wraps=True),
            "fund": label("", Level.STRONG, wraps=True),
            "partner": label("", Level.STRONG, wraps=True),
            "days": label("", Level.STRONG, wraps=True),
            "job": label("", Level.STRONG, wraps=True),
        }
        self._captions: dict[str, QLabel] = {}
        captions = {
            "instalments": self.tr("Échéances"),
            "fund": self.tr("Reste dans l’enveloppe"),
            "partner": self.tr("Reste à ce partenaire"),
            "days": self.tr("Reste à tous les partenaires"),
            "job": self.tr("Par emploi créé"),
        }
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(6))
        for line, (name, value) in enumerate(self._values.items()):
            value.setObjectName(f"consequence_{name}")
            self._captions[name] = label(captions[name], Level.SOFT, wraps=True)
            grid.addWidget(self._captions[name], line, 0)
            grid.addWidget(value, line, 1)
        for column_number, stretch in enumerate((5, 4)):
            grid.setColumnStretch(column_number, stretch)
        self._refusal = label("", wraps=True, role=Role.BAD)
        self._refusal.setObjectName("terms_refusal")
        self._refusal.hide()
        self._conflict = label("", wraps=True, role=Role.WAITING)
        self._conflict.setObjectName("partner_conflict")
        self._conflict.hide()
        whole = column(self, gap=8)
        whole.addLayout(grid)
        whole.addWidget(self._conflict)
        whole.addWidget(self._refusal)

    def show_consequences(self, shown: Consequences) -> None:
        """Show what the draft would do."""
        fund, job = shown.fund_left, shown.amount_per_job
        self._values["instalments"].setText(self._instalments(shown))
        self._values["fund"].setText(money_short(fund) if fund is not None else "—")
        self._show_days("days", shown.days_left)
        self._show_days("partner", shown.partner_days_left)
        self._show_conflict(shown.partner_conflict)
        self._values["job"].setText(money_short(job) if job is not None else "—")
        set_role(self._values["fund"], Role.BAD if fund is not None and fund.minor < 0 else None)
        self._refusal.hide()

    def _show_days(self, name: str, days: Decimal | None) -> None:
        """Show days left, in red below zero; nothing when no partner is chosen."""
        for part in (self._captions[name], self._values[name]):
            part.setVisible(days is not None)
        if days is not None:
            self._values[name].setText(counted(Fraction(days), self.tr("jour")))
            set_role(self._values[name], Role.BAD if days < 0 else None)

    def _show_conflict(self, conflict: MatchReason | None) -> None:
        """Say why the partner chosen should lend nobody to this company."""
        self._conflict.setText(f"▲\u00a0{conflict_text(conflict)}" if conflict else "")
        self._conflict.setVisible(conflict is not None)

    def _instalments(self, shown: Consequences) -> str:
        """Return the instalments, the last one apart when it takes the rest."""
        if shown.regular is None or shown.last is None:
            return "—"
        if shown.count == 1:
            return self.tr("1 × {last}").format(last=money_text(shown.last))
        is_even = shown.last == shown.regular
        times = self.tr("{count} × {amount}").format(
            count=shown.count if is_even else shown.count - 1, amount=money_text(shown.regular)
        )
        if is_even:
            return times
        return self.tr("{times}, puis {last}").format(times=times, last=money_text(shown.last))

    def show_refusal(self, error: UserError) -> None:
        """Say why the terms are refused."""
        self._values["instalments"].setText("—")
        self._refusal.setText(message_of(error))
        self._refusal.show()
