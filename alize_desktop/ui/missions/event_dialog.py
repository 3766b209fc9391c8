"""The dialog of what happened to a mission: a day, days in halves, a few words."""

from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.missions import MissionDetail, MissionEvent, MissionEventDraft
from alize_desktop.rules.mission_checks import MOST_DAYS
from alize_desktop.ui.missions.asking import words_of
from alize_desktop.ui.missions.tools import MissionTools
from alize_desktop.ui.widgets.buttons import Kind as ButtonKind
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.fields.numbers import DecimalField
from alize_desktop.ui.widgets.fields.text import LongTextField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.dates import long_date, short_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.mission_lists import to_confirm_text
from alize_desktop.wording.mission_words import days_text

Kind = MissionEventKind

_SPOKEN: Final = frozenset({Kind.NOTE, Kind.GIVEN_UP, Kind.REVERSAL})
"""Events that need words."""

_USUAL: Final = Decimal(1)


class EventDialog(FormDialog):
    """Records one event of a mission.

    Args:
        tools: Services and surroundings.
        detail: The mission.
        kind: What happened.
        parent: Window that it is asked from.
        named: Event that is taken back; None otherwise.
    """

    def __init__(
        self,
        tools: MissionTools,
        detail: MissionDetail,
        kind: MissionEventKind,
        parent: QWidget | None = None,
        named: MissionEvent | None = None,
    ) -> None:
        asked = words_of(kind)
        is_last = kind in {Kind.GIVEN_UP, Kind.REVERSAL}
        super().__init__(
            f"{asked.title} · {detail.row.number}",
            asked.action,
            parent,
            sentence=_sentence(asked.sentence, detail, kind, named),
            kind=ButtonKind.DANGER if is_last else ButtonKind.PRIMARY,
        )
        self._tools, self._detail, self._event_kind = tools, detail, kind
        self._named = named
        self.day = self.form.add(DateField(asked.day, required=True))
        self.days: DecimalField | None = None
        self.ends_on: DateField | None = None
        if kind in {Kind.DAYS_DONE, Kind.AMENDED}:
            self._ask_days()
        if kind is Kind.AMENDED:
            self._ask_end()
        self.text = self.form.add(
            LongTextField(asked.text, lines=3, required=kind in _SPOKEN), wide=True
        )
        self.ask_author(tools.author(), tools.keep_author)
        self.day.set_value(tools.today())

    @override
    def write(self) -> Changes:
        return self._tools.services.missions.record(self._detail.row.id, self.draft())

    def draft(self) -> MissionEventDraft:
        """Return what is asked to be recorded."""
        return MissionEventDraft(
            self._event_kind,
            self.day.value() or self._tools.today(),
            (self.days.value() if self.days else None) or Decimal(0),
            self.text.value(),
            ends_on=self.ends_on.value() if self.ends_on else None,
            author=self.author_text(),
            names_id=self._named.id if self._named else None,
        )

    def _ask_days(self) -> None:
        stands, is_done = self._detail.row.account, self._event_kind is Kind.DAYS_DONE
        hint = self.tr(
            "Par demi-journées\u00a0: 0,5 ou 1,5. Déjà faits\u00a0: {done} sur {planned}."
        )
        if not is_done:
            hint = self.tr("Aujourd’hui {planned}\u00a0; vide s’ils ne changent pas.")
        self.days = self.form.add(
            DecimalField(
                self.tr("Jours faits") if is_done else self.tr("Jours prévus en tout"),
                largest=MOST_DAYS,
                places=1,
                unit=self.tr("jours"),
                required=is_done,
                hint=hint.format(done=days_text(stands.done), planned=days_text(stands.planned)),
            )
        )
        if is_done:
            self.days.set_value(_USUAL)

    def _ask_end(self) -> None:
        last = self._detail.row.account.ends_on
        hint = self.tr("Vide si elle ne change pas.")
        if last is not None:
            words = self.tr("Aujourd’hui le {day}\u00a0; vide si elle ne change pas.")
            hint = words.format(day=short_date(last))
        self.ends_on = self.form.add(DateField(self.tr("Nouvelle fin"), hint=hint))


def _sentence(
    usual: str, detail: MissionDetail, kind: MissionEventKind, named: MissionEvent | None
) -> str:
    """Return what a dialog says first: what is taken back, or what a closing waits for."""
    if named is not None:
        return f"{label(named.draft.kind)}, {long_date(named.draft.value_on)}. {usual}"
    stands = detail.row.account
    left = stands.done - stands.confirmed
    return f"{to_confirm_text(left)} {usual}" if kind is Kind.CLOSED and left else usual
