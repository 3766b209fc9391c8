"""Recording what happened to an advance: a day, an amount, a few words, who says it."""

from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import AdvanceEventKind, EarlyAllocation
from alize_desktop.models.records.advances import AdvanceDetail, AdvanceEventDraft
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.fund import check_not_closed
from alize_desktop.rules.replay import WITH_MONEY, WRITE_OFFS
from alize_desktop.ui.advances.asking import (
    check_typed,
    closed_through,
    credit_of,
    day_label,
    needs_reason,
    typed,
    usual_amount,
    words_of,
)
from alize_desktop.ui.advances.tools import AdvanceTools
from alize_desktop.ui.widgets.buttons import Kind
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import MoneyField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.ui.widgets.labels import Level, label
from alize_desktop.ui.widgets.visibility import show_if
from alize_desktop.wording.amounts import money_short, parse_money
from alize_desktop.wording.dates import parse_date
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.labels import label as word

_K: Final = AdvanceEventKind


class EventDialog(FormDialog):
    """Records one event of an advance. Open it with ``open``.

    Args:
        kind: What happened.
        detail: The advance.
        tools: Services and surroundings.
        parent: Window that it is asked from.
    """

    def __init__(
        self, kind: AdvanceEventKind, detail: AdvanceDetail, tools: AdvanceTools, parent: QWidget
    ) -> None:
        asked = words_of(kind)
        is_final = kind in WRITE_OFFS
        title = f"{asked.title} · {detail.row.company}"
        super().__init__(
            title,
            asked.action,
            parent,
            sentence=asked.sentence,
            kind=Kind.DANGER if is_final else Kind.PRIMARY,
        )
        self._event_kind = kind
        self._detail = detail
        self._tools = tools
        self._closed = closed_through(tools)
        self.day = self.form.add(DateField(day_label(kind), required=True))
        self.amount: MoneyField | None = None
        self.until: DateField | None = None
        self.early: ChoiceField[EarlyAllocation] | None = None
        if kind in WITH_MONEY:
            self.amount = self.form.add(MoneyField(self.tr("Montant"), required=True))
        if kind is _K.MORATORIUM:
            self.until = self.form.add(DateField(self.tr("Jusqu’au"), required=True))
        if kind is _K.REPAYMENT:
            self._ask_early()
        self.reference = self.form.add(TextField(self.tr("Référence")))
        is_asked = needs_reason(kind, detail)
        note = self.tr("Motif") if is_asked else self.tr("Remarque")
        self.note = self.form.add(TextField(note, required=is_asked))
        self.ask_author(tools.author(), tools.keep_author)
        self._fill()
        self._listen()
        self._check()

    @override
    def write(self) -> Changes:
        return self._tools.advances.record(self._detail.row.dossier_id, self._draft())

    @override
    def question(self) -> tuple[str, str] | None:
        if self._event_kind is _K.REPAYMENT:
            return self._about_credit()
        if self._event_kind is _K.LITIGATION:
            question = self.tr("Passer l’avance au contentieux\u00a0?")
            owed = money_short(self._detail.row.position.overdue)
            return question, self.tr("En retard à ce jour\u00a0: {amount}.").format(amount=owed)
        if self._event_kind not in WRITE_OFFS:
            return None
        amount = money_short(self._amount())
        words = {
            _K.WAIVER: self.tr("Abandonner {amount}\u00a0?"),
            _K.LOSS: self.tr("Constater une perte de {amount}\u00a0?"),
        }
        details = {
            _K.WAIVER: self.tr(
                "{company} ne devra plus cette somme. Ce qui rentrera ensuite sera une récupération."
            ),
            _K.LOSS: self.tr(
                "La créance sur {company} reste due\u00a0; la perte sort du fonds. "
                "Une somme reçue ensuite sera une récupération."
            ),
        }
        detail = details[self._event_kind]
        question = words[self._event_kind].format(amount=amount)
        return question, detail.format(company=self._detail.row.company)

    def _about_credit(self) -> tuple[str, str] | None:
        """Ask before more is received than is owed: it will have to be given back."""
        credit = credit_of(self._amount(), self._detail)
        if credit <= ZERO:
            return None
        words = self.tr("Enregistrer un trop-perçu de {credit}\u00a0?")
        left = self.tr("{company} ne doit plus que {owed}. Le reste sera à lui rembourser.")
        none = self.tr("{company} ne doit plus rien. Cette somme sera à lui rembourser.")
        owed = self._detail.row.position.outstanding
        detail = (left if owed else none).format(
            company=self._detail.row.company, owed=money_short(owed)
        )
        return words.format(credit=money_short(credit)), detail

    def _draft(self) -> AdvanceEventDraft:
        early = self.early.value() if self.early else None
        return AdvanceEventDraft(
            kind=self._event_kind,
            value_on=self.day.value() or self._tools.today(),
            amount=self._amount(),
            reference=self.reference.value(),
            note=self.note.value(),
            author=self.author_text(),
            early=early or EarlyAllocation.NEXT,
            until=self.until.value() if self.until else None,
        )

    def _amount(self) -> Money:
        return (self.amount.value() if self.amount else None) or ZERO

    def _ask_early(self) -> None:
        self._more = self.form.add_widget(label("", Level.SMALL, wraps=True))
        self.early = self.form.add(
            ChoiceField(
                self.tr("Ce qui est reçu d’avance paie"),
                [(each, word(each)) for each in EarlyAllocation],
                empty=None,
            )
        )
        self.early.set_value(self._tools.services.money_rules.in_force().rules.early)

    def _fill(self) -> None:
        self.day.set_value(self._tools.today())
        if self.amount is not None:
            self.amount.set_value(usual_amount(self._event_kind, self._detail) or None)
            self.reference.set_value(self._detail.row.number)

    def _listen(self) -> None:
        for field in (self.day, self.amount, self.until):
            if field is not None:
                field.edit.textChanged.connect(self._check)

    def _check(self, *_text: str) -> None:
        """Say what is wrong with what is typed so far; what cannot be read yet is not."""
        day, amount = typed(self.day, parse_date), typed(self.amount, parse_money)
        try:
            check_typed(self._event_kind, self._detail, day, amount, self._tools.today())
            if day is not None:
                check_not_closed(day, self._closed)
        except UserError as error:
            self._tell(message_of(error))
        else:
            self._tell("")
        if self.early is not None:
            self._show_early(amount or ZERO)

    def _show_early(self, amount: Money) -> None:
        position = self._detail.row.position
        early, credit = amount - position.overdue, credit_of(amount, self._detail)
        is_early = position.overdue < amount and bool(position.outstanding)
        told = []
        if is_early:
            words = self.tr("{amount} de plus que ce qui est dû à ce jour.")
            told.append(words.format(amount=money_short(early)))
        if credit > ZERO:
            words = self.tr("Trop-perçu\u00a0: {amount} de plus que tout ce qui reste dû.")
            told.append(words.format(amount=money_short(credit)))
        self._more.setText(" ".join(told))
        show_if(self._more, shown=bool(told))
        if self.early is not None:
            show_if(self.early, shown=is_early)
