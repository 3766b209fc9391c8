"""The table of the payments that the file can hold, each ticked or not."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.ui.payments.lines import (
    ChosenPayment,
    payment_dress,
    payment_note,
    payment_word,
)
from alize_desktop.ui.widgets.table import RecordTable
from alize_desktop.ui.widgets.table_model import KEY_ROLE, Column, RecordTableModel
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.bank_words import iban_text

translate = QCoreApplication.translate

_TICK: Final = 0


class PaymentTable(RecordTable):
    """Lists the payments; says which one is to be ticked, or not any more.

    Signals:
        toggle_asked: Space, Enter or a click on the tick. Arg: the reference of a payment.
    """

    toggle_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._payments: RecordTableModel[ChosenPayment] = RecordTableModel(
            [replace(each, sortable=False, quiet=_is_quiet) for each in _columns()],
            lambda payment: payment.line.reference,
        )
        super().__init__(self._payments, translate("payments", "Paiements du fichier"), parent)
        self.setObjectName("payments_lines")
        self.clicked.connect(self._on_clicked)

    def show_payments(self, payments: Sequence[ChosenPayment]) -> None:
        """Show the payments; the one that is chosen stays so."""
        kept = self.chosen()
        self._payments.set_rows(payments)
        if not self.choose(kept) and payments:
            self.choose(payments[0].line.reference)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.currentIndex().isValid():
            self.toggle_asked.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.column() == _TICK:
            self.toggle_asked.emit(index.data(KEY_ROLE))


def _is_quiet(payment: ChosenPayment) -> bool:
    return not payment.is_chosen


def _columns() -> tuple[Column[ChosenPayment], ...]:
    return (
        Column(
            "state",
            translate("payments", "Fichier"),
            payment_word,
            state=payment_dress,
            width=110,
        ),
        Column(
            "company",
            translate("payments", "Entreprise"),
            lambda payment: payment.line.company,
            note=payment_note,
            width=250,
            stretches=True,
        ),
        Column(
            "reference",
            translate("payments", "Référence"),
            lambda payment: payment.line.reference,
            width=110,
        ),
        Column(
            "amount",
            translate("payments", "Montant"),
            lambda payment: money_text(payment.line.amount),
            right=True,
            width=120,
        ),
        Column(
            "account",
            translate("payments", "Compte"),
            lambda payment: iban_text(payment.line.account.iban),
            note=lambda payment: payment.line.account.holder,
            width=290,
        ),
    )
