"""What the file would hold: which payments, which day, totals first."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.payment_files import PaymentFileWritten, PaymentPreview
from alize_desktop.ui.payments.left_out import LeftOutList
from alize_desktop.ui.payments.lines import (
    ChosenPayment,
    chosen_dossiers,
    chosen_total,
    opened,
    toggled,
)
from alize_desktop.ui.payments.payment_table import PaymentTable
from alize_desktop.ui.payments.tools import PaymentTools
from alize_desktop.ui.payments.warnings import warnings
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.theme.tokens import SPACE, Role
from alize_desktop.ui.widgets.cards import FigureCard
from alize_desktop.ui.widgets.empty import EmptyState
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.dates import parse_date
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.names import counted


class PaymentsPreview(QWidget):
    """Two questions, two totals, the payments, and those that a file cannot hold.

    It is read again at each keystroke in the day: what is written was always shown.

    Args:
        tools: Services and surroundings.
        parent: Parent widget.

    Attributes:
        preview: What is shown; None while the day cannot be read or nothing may be.

    Signals:
        changed: Other payments are shown, or chosen.
    """

    changed = Signal()

    def __init__(self, tools: PaymentTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._written: Sequence[PaymentFileWritten] = ()
        self.preview: PaymentPreview | None = None
        self.payments: tuple[ChosenPayment, ...] = ()
        choices = ((False, self.tr("Versements à faire")), (True, self.tr("Prélèvements")))
        self.kind: ChoiceField[bool] = ChoiceField(self.tr("Paiements"), choices, empty=None)
        self.kind.set_value(value=False)
        self.day = DateField(self.tr("Jour d’exécution"))
        self.day.set_value(tools.today())
        self._proposed = self.day.edit.text()
        self.count = FigureCard(self.tr("Paiements cochés"))
        self.sum = FigureCard(self.tr("Somme"))
        self.warning = label("", Level.STRONG, wraps=True, role=Role.WAITING)
        self.warning.setObjectName("payments_warning")
        self.table = PaymentTable()
        self.empty = EmptyState("")
        self.left_out = LeftOutList()
        self._list = QStackedWidget()
        self._lay_out()
        self.kind.edited.connect(lambda _kind: self._on_kind())
        self.day.edit.textChanged.connect(lambda _text: self.read())
        self.table.toggle_asked.connect(self._on_toggled)

    def read(self) -> None:
        """Read again what a file of the day would hold, every payment ticked."""
        self.preview, refusal = self._asked()
        self._written = self._tools.payments.written()
        self.payments = opened(self.preview, self._written) if self.preview else ()
        self.left_out.show_payments(self.preview.left_out if self.preview else ())
        self.empty.set_sentence(refusal)
        self._list.setCurrentIndex(0 if self.payments else 1)
        self._show()

    def take_keyboard(self) -> None:
        """Give the keyboard to the first question."""
        self.kind.focus_control()

    def chosen(self) -> frozenset[UUID]:
        """Return the dossiers whose payments are ticked."""
        return chosen_dossiers(self.payments)

    def totals(self) -> str:
        """Return in words what is ticked: « 3 paiements, 17 000,00 € »."""
        count = counted(sum(each.is_chosen for each in self.payments), self.tr("paiement"))
        return f"{count}, {money_text(chosen_total(self.payments))}"

    def _asked(self) -> tuple[PaymentPreview | None, str]:
        """Return what the file would hold, and why there is nothing when there is nothing."""
        payments, text = self._tools.payments, self.day.edit.text().strip()
        if not text:
            return None, self.tr("Tapez le jour où la banque doit exécuter les paiements.")
        try:
            day = parse_date(text)
            found = payments.debits(day) if self.kind.value() else payments.disbursements(day)
        except UserError as error:
            return None, message_of(error)
        if found.left_out:
            return found, self.tr("Aucun de ces paiements ne peut aller dans le fichier.")
        return found, message_of(UserError(ErrorCode.PAYMENT_FILE_EMPTY))

    def _lay_out(self) -> None:
        self.kind.setMinimumWidth(scaled(190))
        self.day.setMinimumWidth(scaled(160))
        fields = QHBoxLayout()
        fields.setSpacing(SPACE.card)
        fields.addWidget(self.kind, 3, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.day, 2, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.count, 2)
        fields.addWidget(self.sum, 3)
        words = self.tr(
            "Le fichier se dépose à la banque\u00a0: il ne paie rien et n’enregistre rien par "
            "lui-même. Espace coche un paiement, ou l’écarte."
        )
        self._list.addWidget(self.table)
        self._list.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.card)
        column.addWidget(label(words, Level.SOFT, wraps=True))
        column.addLayout(fields)
        column.addWidget(self.warning)
        column.addWidget(self._list, 1)
        column.addWidget(self.left_out)

    def _show(self) -> None:
        self.table.show_payments(self.payments)
        count = sum(each.is_chosen for each in self.payments)
        possible = len(self.payments)
        note = self.tr("sur {count} possibles").format(count=possible) if count < possible else ""
        self.count.set_figure(str(count), note)
        self.sum.set_figure(money_text(chosen_total(self.payments)))
        words = warnings(self.payments, self._written)
        self.warning.setText("\n".join(words))
        show_if(self.warning, shown=bool(words))
        self.changed.emit()

    def _on_kind(self) -> None:
        """Propose the day of what is asked now, unless another one was typed; read again."""
        if self.day.edit.text() == self._proposed:
            debit = self._tools.payments.next_debit() if self.kind.value() else None
            self.day.set_value(debit or self._tools.today())
            self._proposed = self.day.edit.text()
        self.read()

    def _on_toggled(self, reference: object) -> None:
        self.payments = toggled(self.payments, reference)
        self._show()
