"""An amendment (avenant): the new schedule beside the old one, before anything is written."""

from bisect import bisect_left
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import InstalmentState, ScheduleReason
from alize_desktop.models.records.advances import AdvanceDetail, AmendmentDraft
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.schedules import Instalment
from alize_desktop.rules.due_dates import add_months
from alize_desktop.ui.advances.asking import typed
from alize_desktop.ui.advances.comparing import ComparisonTable, paired
from alize_desktop.ui.advances.tools import AdvanceTools
from alize_desktop.ui.theme.look import scaled
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import IntegerField
from alize_desktop.ui.widgets.fields.text import TextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.dates import parse_date
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.labels import label as word
from alize_desktop.wording.names import counted

_REASONS: Final = (
    ScheduleReason.RESCHEDULING,
    ScheduleReason.MORATORIUM,
    ScheduleReason.PERIOD,
)
_WIDTH: Final = 760
_MOST_ROWS: Final = 360
_PAID: Final = (InstalmentState.PAID, InstalmentState.WRITTEN_OFF)


class AmendmentDialog(FormDialog):
    """Asks for the new terms, and shows what they make of every row.

    Args:
        detail: The advance; a *décision modificative* waits for its amendment.
        tools: Services and surroundings.
        parent: Window that it is asked from.
    """

    def __init__(self, detail: AdvanceDetail, tools: AdvanceTools, parent: QWidget) -> None:
        title = self.tr("Avenant · {company}").format(company=detail.row.company)
        super().__init__(
            title,
            self.tr("Figer le nouvel échéancier"),
            parent,
            sentence=self.tr("Ce qui est payé ne change pas. L’échéancier d’avant reste lisible."),
        )
        self._detail = detail
        self._shown: tuple[Instalment, ...] | None = None
        self._tools = tools
        self._before: tuple[Instalment, ...] = detail.versions[-1].rows if detail.versions else ()
        self.setMinimumWidth(scaled(_WIDTH))
        self._ask_why()
        self._ask_what()
        self.note = self.form.add(TextField(self.tr("Motif")))
        self.ask_author(tools.author(), tools.keep_author)
        self.comparison = ComparisonTable()
        self.comparison.setMinimumHeight(scaled(232))
        self.form.add_widget(self.comparison)
        for each in (self.effective_on, self.first_due, self.count, self.every):
            each.edit.textChanged.connect(self._check)
        for choice in (self.reason, self.decision):
            choice.edited.connect(self._check)
        self._check()

    @override
    def write(self) -> Changes:
        """Freeze what is shown; when it is no longer what would be frozen, show it anew."""
        try:
            return self._tools.advances.amend(
                self._detail.row.dossier_id, self._draft(), self._shown
            )
        except UserError as error:
            if error.code is ErrorCode.AMENDMENT_CHANGED_MEANWHILE:
                self._check()
            raise

    def _ask_why(self) -> None:
        self.reason: ChoiceField[ScheduleReason] = self.form.add(
            ChoiceField(
                self.tr("Ce qui change"), [(each, word(each)) for each in _REASONS], empty=None
            )
        )
        self.reason.set_value(ScheduleReason.RESCHEDULING)
        decisions = self._detail.amending_decisions
        self.decision: ChoiceField[UUID] = self.form.add(
            ChoiceField(self.tr("Décision modificative"), decisions, empty=None)
        )
        self.decision.set_value(next((each for each, _number in decisions), None))

    def _ask_what(self) -> None:
        today, position = self._tools.today(), self._detail.row.position
        every = self._detail.versions[-1].terms.every if self._detail.versions else 1
        left = sum(each.state not in _PAID for each in position.rows)
        self.effective_on = self.form.add(DateField(self.tr("Prend effet le"), required=True))
        self.first_due = self.form.add(
            DateField(self.tr("Première nouvelle échéance"), required=True)
        )
        self.count = self.form.add(
            IntegerField(
                self.tr("Nombre d’échéances"), smallest=1, largest=_MOST_ROWS, required=True
            )
        )
        self.every = self.form.add(
            IntegerField(
                self.tr("Une tous les"), smallest=1, largest=60, unit=self.tr("mois"), required=True
            )
        )
        self.effective_on.set_value(today)
        self.first_due.set_value(position.next_due or add_months(today, every))
        self.count.set_value(max(left, 1))
        self.every.set_value(every)

    def _draft(
        self,
        effective_on: date | None = None,
        first_due: date | None = None,
        count: int | None = None,
        every: int | None = None,
    ) -> AmendmentDraft:
        """Return what is asked: what is given, or else what the fields hold."""
        today = self._tools.today()
        return AmendmentDraft(
            reason=self.reason.value() or ScheduleReason.RESCHEDULING,
            effective_on=effective_on or self.effective_on.value() or today,
            first_due=first_due or self.first_due.value() or today,
            count=count or self.count.value() or 1,
            every=every or self.every.value() or 1,
            decision_id=self.decision.value(),
            note=self.note.value(),
            author=self.author_text(),
        )

    def _check(self, *_what: object) -> None:
        """Show what the terms typed so far make of the schedule, or why they are refused."""
        effective_on = typed(self.effective_on, parse_date)
        first_due = typed(self.first_due, parse_date)
        count, every = typed(self.count, _whole), typed(self.every, _whole)
        if None in (effective_on, first_due, count, every):
            return
        draft = self._draft(effective_on, first_due, count, every)
        try:
            after = self._preview(draft)
        except UserError as error:
            self._tell(f"{message_of(error)} {self._nearest(error, draft)}".strip())
            self._shown = None
            self.comparison.show_pairs(())
            return
        self._shown = after
        self._tell("")
        self.comparison.show_pairs(paired(self._before, after, self._kept(after)))

    def _preview(self, draft: AmendmentDraft) -> tuple[Instalment, ...]:
        return self._tools.advances.preview_amendment(self._detail.row.dossier_id, draft)

    def _nearest(self, error: UserError, draft: AmendmentDraft) -> str:
        """Say how many instalments would do, when those asked last too long."""
        if error.code is not ErrorCode.RESCHEDULED_TOO_LONG:
            return ""
        most = bisect_left(
            range(1, draft.count), 1, key=lambda count: self._is_refused(draft, count)
        )
        if not most:
            return ""
        count = counted(most, self.tr("échéance"))
        return self.tr("À ce rythme, {count} au plus.").format(count=count)

    def _is_refused(self, draft: AmendmentDraft, count: int) -> bool:
        try:
            self._preview(replace(draft, count=count))
        except UserError:
            return True
        return False

    def _kept(self, after: tuple[Instalment, ...]) -> frozenset[int]:
        """Return the numbers of the rows that stay for what was paid of them."""
        paid = {
            (each.instalment.due, each.paid) for each in self._detail.row.position.rows if each.paid
        }
        return frozenset(each.number for each in after if (each.due, each.amount) in paid)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text) <= _MOST_ROWS else None
