"""Recording the signature of an agreement: its schedule is shown before it is frozen."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceDetail
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.schedules import Instalment
from alize_desktop.rules.fund import check_not_closed
from alize_desktop.ui.advances.asking import check_typed, closed_through, typed
from alize_desktop.ui.advances.tools import AdvanceTools
from alize_desktop.ui.widgets.fields.choice import CheckField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.wording.agreement_words import instalments_text
from alize_desktop.wording.dates import parse_date, short_date
from alize_desktop.wording.errors import message_of

translate = QCoreApplication.translate


class SignDialog(FormDialog):
    """Asks the day of the signature, that of the payment, and how the dates follow.

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
        self.first_due = self.form.add(
            DateField(self.tr("Première échéance le (facultatif)")), wide=True
        )
        self.in_fine = self.form.add(CheckField(self.tr("En une fois, à la fin")), wide=True)
        self.reference = self.form.add(TextField(self.tr("Référence")))
        self.ask_author(tools.author(), tools.keep_author)
        self.preview = self.form.add_widget(label("", Level.SOFT, wraps=True))
        self.signed_on.set_value(tools.today())
        self.paid_on.set_value(tools.today())
        self.reference.set_value(detail.row.number)
        self._closed = closed_through(tools)
        for each in (self.signed_on, self.paid_on, self.first_due):
            each.edit.textChanged.connect(self._check)
        self.in_fine.edited.connect(self._check)
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
            first_due=self.first_due.value(),
            in_fine=bool(self.in_fine.value()),
        )

    def _check(self, *_what: object) -> None:
        """Show the schedule that the terms typed so far give, or why they are refused."""
        signed = typed(self.signed_on, parse_date)
        kind, today = AdvanceEventKind.AGREEMENT_SIGNED, self._tools.today()
        try:
            check_typed(kind, self._detail, signed, None, today)
            if signed is not None:
                check_not_closed(signed, self._closed)
            rows = self._rows()
        except UserError as error:
            self._tell(message_of(error))
            self.preview.setText("")
            return
        self._tell("")
        self.preview.setText(_told(rows) if rows else "")

    def _rows(self) -> tuple[Instalment, ...]:
        paid = typed(self.paid_on, parse_date)
        if paid is None:
            return ()
        return self._tools.advances.preview_signing(
            self._detail.row.dossier_id,
            paid,
            first_due=typed(self.first_due, parse_date),
            in_fine=bool(self.in_fine.value()),
        )


def _told(rows: tuple[Instalment, ...]) -> str:
    """Return « 8 échéances : 7 de 954,63 € et une dernière de 954,59 €, du… au… »."""
    words = (
        translate("advances", "{what}, du {first} au {last}.")
        if len(rows) > 1
        else translate("advances", "{what}, le {last}.")
    )
    what = instalments_text(rows)
    return words.format(
        what=what[:1].upper() + what[1:],
        first=short_date(rows[0].due),
        last=short_date(rows[-1].due),
    )
