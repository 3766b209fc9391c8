"""The pane Échéancier: the instalments of what is decided, or of what is asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from alize_desktop.models.records.dossiers import DossierDetail
from alize_desktop.models.records.schedules import Instalment, RepaymentSchedule
from alize_desktop.ui.dossiers.panes.base import Pane
from alize_desktop.ui.theme.tokens import SPACE
from alize_desktop.ui.widgets.buttons import KeyButton
from alize_desktop.ui.widgets.cards import FigureCard, FigureRow
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.wording.advances import schedule_basis
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import long_date, short_date
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.names import counted


class SchedulePane(Pane):
    """A table of instalments under three figures.

    Signals:
        export_requested: « Exporter le classeur… » was pressed.
    """

    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.regular = FigureCard(self.tr("Échéance"))
        self.last = FigureCard(self.tr("Fin du remboursement"))
        self.basis = label("", Level.SOFT, wraps=True)
        self.export = KeyButton(self.tr("Exporter le classeur…"), icon="export")
        self.export.clicked.connect(self.export_requested)
        self.model: RecordTableModel[Instalment] = RecordTableModel(
            self._columns(), lambda row: row.number
        )
        self.table = RecordTable(self.model, self.tr("Échéancier"))
        self._why = ""
        self._nothing = EmptyState("")
        self._body = QStackedWidget()
        self._body.addWidget(self._schedule())
        self._body.addWidget(self._nothing)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._body)

    @override
    def show_detail(self, detail: DossierDetail | None) -> None:
        schedule = detail.schedule if detail else None
        if schedule is None:
            self._why = self._why_not(detail)
            self._nothing.set_sentence(self._why)
            self._body.setCurrentWidget(self._nothing)
            self.model.set_rows(())
            return
        self._why = ""
        self._body.setCurrentIndex(0)
        self.model.set_rows(schedule.rows)
        version = detail.version if detail else None
        self._show_figures(schedule, version.kept if version else frozenset())
        if version is not None:
            self.basis.setText(schedule_basis(version))
            return
        is_decided = detail is not None and detail.decision is not None
        day = long_date(schedule.terms.paid_on)
        basis = (
            self.tr("Selon la décision du comité, comme si l’avance était versée le {day}.")
            if is_decided
            else self.tr("Selon la demande, comme si l’avance était versée le {day}.")
        )
        self.basis.setText(basis.format(day=day))

    def sentence(self) -> str:
        """Return why there is no schedule, empty when there is one."""
        return self._why

    def _why_not(self, detail: DossierDetail | None) -> str:
        if detail is None:
            return self.tr("Enregistrez d’abord le dossier : son échéancier viendra ici.")
        if detail.schedule_refusal is not None:
            return message_of(detail.schedule_refusal)
        if detail.is_history and detail.history and detail.history.sheet.amount:
            return self.tr(
                "Cette décision a été reprise du passé : son avance n’est connue que par son montant, sans échéancier."
            )
        if detail.is_history:
            return self.tr(
                "Cette décision, reprise du passé, n’accorde pas d’avance : il n’y a rien à rembourser."
            )
        return self.tr("Aucune avance n’est demandée : il n’y a rien à rembourser.")

    def _schedule(self) -> QWidget:
        whole = QWidget()
        foot = QHBoxLayout()
        foot.addWidget(self.basis, 1)
        foot.addWidget(self.export)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.related)
        head.setSpacing(12)
        head.addWidget(FigureRow((self.regular, self.last)))
        head.addLayout(foot)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        return whole

    def _show_figures(self, schedule: RepaymentSchedule, kept: frozenset[int]) -> None:
        """Show the usual instalment: of those that an amendment gave, once there is one."""
        new = [each for each in schedule.rows if each.number not in kept]
        regular = new[0].amount if new else schedule.regular
        count = counted(schedule.count, "échéance")
        if schedule.last != regular:
            last = self.tr("{count}, la dernière de {amount}")
            count = last.format(count=count, amount=money_text(schedule.last))
        self.regular.set_figure(money_text(regular), count)
        first = self.tr("première échéance le {day}").format(day=short_date(schedule.first_due))
        self.last.set_figure(short_date(schedule.last_due), first)

    def _columns(self) -> tuple[Column[Instalment], ...]:
        return (*self._when(), *self._how_much())

    def _when(self) -> tuple[Column[Instalment], ...]:
        return (
            Column(
                "number",
                self.tr("N°"),
                lambda row: str(row.number),
                right=True,
                width=56,
                sortable=False,
            ),
            Column(
                "theoretical",
                self.tr("Date théorique"),
                lambda row: short_date(row.theoretical),
                width=118,
                sortable=False,
            ),
            Column(
                "due",
                self.tr("Échéance"),
                lambda row: short_date(row.due),
                width=90,
                stretches=True,
                sortable=False,
            ),
        )

    def _how_much(self) -> tuple[Column[Instalment], ...]:
        return (
            Column(
                "amount",
                self.tr("Montant"),
                lambda row: money_text(row.amount),
                right=True,
                width=112,
                sortable=False,
            ),
            Column(
                "outstanding",
                self.tr("Restant dû"),
                lambda row: money_text(row.outstanding),
                right=True,
                width=118,
                sortable=False,
            ),
        )
