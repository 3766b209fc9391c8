"""Recording the signature of an agreement: its schedule is shown before it is frozen."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceDetail
from alize_desktop.models.records.changes import Changes
from alize_desktop.ui.advances.asking import check_typed, typed
from alize_desktop.ui.advances.tools import AdvanceTools
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import parse_date, short_date
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.names import counted


class SignDialog(FormDialog):
    """Asks the day of the signature and that of the payment.

    Args:
        detail: The advance.
        tools: Services and surroundings.
        parent: Window that it is asked from.
    """

    def __init__(self, detail: AdvanceDetail, tools: AdvanceTools, parent: QWidget) -> None:
        title = self.tr("Signer la convention · {company}").format(company=detail.row.company)
        super().__init__(
            title,
            self.tr("Enregistrer la signature"),
            parent,
            sentence=self.tr(
                "La signature fige l’échéancier. Il est compté du jour du versement prévu\u00a0; "
                "un versement à une autre date le fige de nouveau."
            ),
        )
        self._detail = detail
        self._tools = tools
        self.signed_on = self.form.add(DateField(self.tr("Signée le"), required=True))
        self.paid_on = self.form.add(DateField(self.tr("Versement prévu le"), required=True))
        self.reference = self.form.add(TextField(self.tr("Référence")))
        self.ask_author(tools.author(), tools.keep_author)
        self.preview = self.form.add_widget(label("", Level.SOFT, wraps=True))
        self.signed_on.set_value(tools.today())
        self.paid_on.set_value(tools.today())
        self.reference.set_value(detail.row.number)
        for each in (self.signed_on, self.paid_on):
            each.edit.textChanged.connect(self._check)
        self._check()

    @override
    def write(self) -> Changes:
        today = self._tools.today()
        return self._tools.advances.sign(
            self._detail.row.dossier_id,
            self.signed_on.value() or today,
            self.paid_on.value() or today,
            self.author_text(),
            self.reference.value(),
        )

    def _check(self, *_text: str) -> None:
        signed = typed(self.signed_on, parse_date)
        paid = typed(self.paid_on, parse_date)
        try:
            check_typed(
                AdvanceEventKind.AGREEMENT_SIGNED, self._detail, signed, None, self._tools.today()
            )
            rows = (
                self._tools.advances.preview_signing(self._detail.row.dossier_id, paid)
                if paid is not None
                else ()
            )
        except UserError as error:
            self._tell(message_of(error))
            return
        self._tell("")
        if not rows:
            self.preview.setText("")
            return
        words = self.tr("{count} de {amount}, du {first} au {last}.")
        self.preview.setText(
            words.format(
                count=counted(len(rows), self.tr("échéance")),
                amount=money_short(rows[0].amount),
                first=short_date(rows[0].due),
                last=short_date(rows[-1].due),
            )
        )
