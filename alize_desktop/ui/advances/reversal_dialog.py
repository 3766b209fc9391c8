"""Taking back what was recorded: a reversal, or a direct debit that the bank rejected."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.errors import UserError
from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceDetail, AdvanceEvent, AdvanceEventDraft
from alize_desktop.models.records.changes import Changes
from alize_desktop.rules.advance_steps import check_day
from alize_desktop.rules.fund import check_not_closed
from alize_desktop.rules.positions import is_amendment
from alize_desktop.ui.advances.actions import AdvanceAction, reversible
from alize_desktop.ui.advances.asking import closed_through, typed
from alize_desktop.ui.advances.tools import AdvanceTools
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.advance_words import event_words
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import parse_date, short_date
from alize_desktop.wording.errors import message_of

_ONE_DAY: Final = timedelta(days=1)


class ReversalDialog(FormDialog):
    """Asks which event is taken back, when and why.

    Args:
        action: ``REVERSE`` or ``REJECT``.
        detail: The advance.
        tools: Services and surroundings.
        parent: Window that it is asked from.
        chosen: Event proposed; the last one when None.
    """

    def __init__(
        self,
        action: AdvanceAction,
        detail: AdvanceDetail,
        tools: AdvanceTools,
        parent: QWidget,
        chosen: UUID | None = None,
    ) -> None:
        self._is_rejected = action is AdvanceAction.REJECT
        rejected = self.tr("Prélèvement rejeté · {company}")
        reversed_ = self.tr("Annuler un mouvement · {company}")
        title = rejected if self._is_rejected else reversed_
        super().__init__(
            title.format(company=detail.row.company),
            self.tr("Enregistrer"),
            parent,
            sentence=self.tr(
                "Le mouvement reste lisible, barré. L’échéancier est recalculé sans lui."
            ),
        )
        self._tools, self._detail, self._closed = tools, detail, closed_through(tools)
        events = reversible(detail, action)
        self.event_taken: ChoiceField[UUID] = self.form.add(
            ChoiceField(
                self.tr("Mouvement"),
                [(each.id, _line(each)) for each in events],
                empty=None,
                required=True,
            ),
            wide=True,
        )
        known = [each.id for each in events]
        self.event_taken.set_value(chosen if chosen in known else next(iter(known), None))
        label = self.tr("Rejeté le") if self._is_rejected else self.tr("Annulé le")
        self.day = self.form.add(DateField(label, required=True))
        self._propose_day()
        self.reference = self.form.add(TextField(self.tr("Référence")))
        self.reason = self.form.add(TextField(self.tr("Motif"), required=not self._is_rejected))
        self.ask_author(tools.author(), tools.keep_author)
        self._listen()

    @override
    def write(self) -> Changes:
        kind = AdvanceEventKind.REJECTED_DEBIT if self._is_rejected else AdvanceEventKind.REVERSAL
        draft = AdvanceEventDraft(
            kind=kind,
            value_on=self.day.value() or self._tools.today(),
            reference=self.reference.value(),
            note=self.reason.value(),
            author=self.author_text(),
        )
        taken = self.event_taken.value()
        return self._tools.advances.reverse(taken, draft) if taken else Changes()

    def _listen(self) -> None:
        self.event_taken.edited.connect(self._propose_day)
        self.day.edit.textChanged.connect(self._check)
        self._check()

    def _propose_day(self, *_what: object) -> None:
        """Propose the day of what was typed by mistake, as long as nothing settled it since."""
        taken = self.event_taken.value()
        event = next((each for each in self._detail.events if each.id == taken), None)
        settled = [
            each.effective_on - _ONE_DAY for each in self._detail.versions if is_amendment(each)
        ]
        if self._closed is not None:
            settled.append(self._closed)
        today = self._tools.today()
        if (
            self._is_rejected
            or event is None
            or event.draft.value_on <= max(settled, default=date.min)
        ):
            self.day.set_value(today)
        else:
            self.day.set_value(event.draft.value_on)

    def _check(self, *_text: str) -> None:
        """Say at once that a day is to come, or in accounts that are closed."""
        day = typed(self.day, parse_date)
        try:
            if day is not None:
                check_day(day, self._tools.today(), ())
                check_not_closed(day, self._closed)
        except UserError as error:
            self._tell(message_of(error))
        else:
            self._tell("")


def _line(event: AdvanceEvent) -> str:
    draft = event.draft
    amount = money_short(draft.amount) if draft.amount else ""
    parts = (short_date(draft.value_on), event_words(event), amount, draft.reference)
    return " · ".join(part for part in parts if part)
