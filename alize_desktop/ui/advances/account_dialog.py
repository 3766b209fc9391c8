"""The bank account of a company, and its mandate of direct debit."""

from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.records.advances import AdvanceDetail
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.money_rules import BankAccount
from alize_desktop.ui.advances.tools import AdvanceTools
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog

_NEW = UUID(int=0)
"""The registry gives a new account its identifier."""


class AccountDialog(FormDialog):
    """Asks for the account of the company of an advance.

    Args:
        detail: The advance.
        tools: Services and surroundings.
        parent: Window that it is asked from.
    """

    def __init__(self, detail: AdvanceDetail, tools: AdvanceTools, parent: QWidget) -> None:
        title = self.tr("Compte bancaire · {company}").format(company=detail.row.company)
        super().__init__(
            title,
            self.tr("Enregistrer"),
            parent,
            sentence=self.tr(
                "La référence du mandat aide à reconnaître ses prélèvements sur un relevé."
            ),
        )
        self._detail = detail
        self._tools = tools
        self._known = tools.advances.account(detail.row.siren)
        self.iban = self.form.add(TextField(self.tr("IBAN"), required=True), wide=True)
        self.holder = self.form.add(TextField(self.tr("Titulaire"), required=True))
        self.bic = self.form.add(TextField(self.tr("BIC")))
        self.mandate = self.form.add(TextField(self.tr("Référence du mandat")))
        self.mandate_on = self.form.add(DateField(self.tr("Mandat signé le")))
        known = self._known
        self.holder.set_value(known.holder if known else detail.row.company)
        if known is not None:
            self.iban.set_value(known.iban)
            self.bic.set_value(known.bic)
            self.mandate.set_value(known.mandate)
            self.mandate_on.set_value(known.mandate_on)

    @override
    def write(self) -> Changes:
        return self._tools.advances.save_account(
            BankAccount(
                id=self._known.id if self._known else _NEW,
                siren=self._detail.row.siren,
                holder=self.holder.value(),
                iban=self.iban.value(),
                bic=self.bic.value(),
                mandate=self.mandate.value(),
                mandate_on=self.mandate_on.value(),
                revision=self._known.revision if self._known else 0,
            )
        )
