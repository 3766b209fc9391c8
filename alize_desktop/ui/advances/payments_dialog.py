"""A file of transfers or of direct debits: its payments and its total, before it is made."""

from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from alize_desktop.errors import UserError
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.payment_files import PaymentPreview
from alize_desktop.models.values import Money
from alize_desktop.ui.advances.asking import typed
from alize_desktop.ui.advances.tools import AdvanceTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.buttons import KeyButton, Kind
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import Column, RecordTableModel
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import parse_date
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.names import counted

if TYPE_CHECKING:
    from alize_desktop.models.records.minutes import Paper
    from alize_desktop.services.payment_files import PaymentFileService


@dataclass(frozen=True, slots=True)
class Payment:
    """One line of the preview.

    Attributes:
        note: What the company reads, or why the file cannot hold the payment.
        is_left_out: Whether it is not in the file.
    """

    dossier_id: UUID
    name: str
    amount: Money
    note: str
    is_left_out: bool


class PaymentsDialog(QDialog):
    """Shows what a file would hold on a day. Nothing is paid by it.

    Args:
        tools: Services and surroundings.
        parent: Window that it is asked from.
        is_debit: Whether companies are debited; they are paid otherwise.

    Signals:
        paper_asked: Args: the proposed name of the file, what writes it.
    """

    paper_asked = Signal(str, object)

    def __init__(self, tools: AdvanceTools, parent: QWidget, *, is_debit: bool) -> None:
        super().__init__(parent)
        self._tools = tools
        self._is_debit = is_debit
        self._preview: PaymentPreview | None = None
        title = self.tr("Fichier de prélèvements") if is_debit else self.tr("Fichier de virements")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(scaled(760), scaled(520))
        self.day = DateField(self.tr("Demandé à la banque pour le"), required=True)
        self.day.set_value(tools.today())
        self.model: RecordTableModel[Payment] = RecordTableModel(
            self._columns(), lambda payment: (payment.dossier_id, payment.note)
        )
        self.table = RecordTable(self.model, title)
        self.total = label("", Level.STRONG)
        self.total.setObjectName("payments_total")
        self._refusal = label("", Level.STRONG, wraps=True, role=Role.BAD)
        self.save = KeyButton(self.tr("Enregistrer le fichier…"), "Ctrl+Return", Kind.PRIMARY)
        self._lay_out(title)
        self.day.edit.textChanged.connect(self._read)
        self.save.clicked.connect(self._on_saved)
        self._read()

    def refusal(self) -> str:
        """Return why there is no file; empty when there may be one."""
        return self._refusal.text()

    def _columns(self) -> tuple[Column[Payment], ...]:
        return (
            Column(
                "company",
                self.tr("Avance"),
                lambda payment: payment.name,
                note=lambda payment: payment.note,
                quiet=lambda payment: payment.is_left_out,
                width=320,
                stretches=True,
                sortable=False,
            ),
            Column(
                "amount",
                self.tr("Montant"),
                lambda payment: money_text(payment.amount),
                quiet=lambda payment: payment.is_left_out,
                right=True,
                width=130,
                sortable=False,
            ),
            Column(
                "state",
                self.tr("Fichier"),
                self._state,
                state=_dress,
                width=140,
                sortable=False,
            ),
        )

    def _state(self, payment: Payment) -> str:
        return self.tr("Écarté") if payment.is_left_out else self.tr("Compris")

    def _lay_out(self, title: str) -> None:
        cancel = KeyButton(self.tr("Fermer"), "Esc", handles_key=False)
        cancel.clicked.connect(self.reject)
        words = self.tr(
            "Le fichier se dépose à la banque. Rien n’est payé ni enregistré par lui\u00a0: "
            "enregistrez chaque mouvement quand il a eu lieu."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.related)
        buttons.addWidget(self.total)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.group, SPACE.group, SPACE.group, SPACE.group)
        column.setSpacing(SPACE.card)
        column.addWidget(label(title, Level.HEADING))
        column.addWidget(label(words, Level.SOFT, wraps=True))
        column.addWidget(self.day)
        column.addWidget(self.table, 1)
        column.addWidget(self._refusal)
        column.addLayout(buttons)

    def _read(self, *_text: str) -> None:
        """Read again what a file of the day that is typed would hold."""
        day = typed(self.day, parse_date)
        if day is None:
            return
        payments = self._tools.services.payments
        refusal = ""
        self._preview = None
        try:
            self._preview = payments.debits(day) if self._is_debit else payments.disbursements(day)
        except UserError as error:
            refusal = message_of(error)
        self._refusal.setText(refusal)
        show_if(self._refusal, shown=bool(refusal))
        self.model.set_rows(_payments(self._preview) if self._preview else ())
        count = self._preview.count if self._preview else 0
        total = self._preview.total if self._preview else Money(0)
        words = self.tr("{count}, {total}")
        shown = words.format(count=counted(count, self.tr("paiement")), total=money_text(total))
        self.total.setText(shown)
        self.save.setEnabled(bool(count))

    def _on_saved(self) -> None:
        if self._preview is None:
            return
        kind = "prelevements" if self._is_debit else "virements"
        name = f"{kind}-{self._preview.on.isoformat()}.xml"
        export = partial(_write, self._tools.services.payments, self._preview)
        self.paper_asked.emit(name, export)
        self.accept()


def _write(
    payments: "PaymentFileService", preview: PaymentPreview, path: Path
) -> Generator[Progress, None, "Paper"]:
    return payments.write(preview, path)


def _payments(preview: PaymentPreview) -> tuple[Payment, ...]:
    kept = (
        Payment(
            each.dossier_id,
            f"{each.number} · {each.company}",
            each.amount,
            each.text,
            is_left_out=False,
        )
        for each in preview.lines
    )
    out = (
        Payment(
            each.dossier_id,
            f"{each.number} · {each.company}",
            each.amount,
            message_of(each.refusal),
            is_left_out=True,
        )
        for each in preview.left_out
    )
    return (*kept, *out)


def _dress(payment: Payment) -> tuple[Role, Shape]:
    return (Role.NEUTRAL, Shape.CROSS) if payment.is_left_out else (Role.GOOD, Shape.CHECK)
