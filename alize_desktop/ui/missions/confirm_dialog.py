"""The dialog where days done are confirmed: by whom, all of them or some."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from alize_desktop.models.enums import MissionEventKind
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.missions import MissionDetail, MissionEvent, MissionEventDraft
from alize_desktop.rules.missions import confirmed_by, in_force
from alize_desktop.ui.missions.tools import MissionTools
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.ui.widgets.fields.dates import DateField
from alize_desktop.ui.widgets.form_dialog import FormDialog
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.mission_lists import confirmation_text, to_confirm_text
from alize_desktop.wording.mission_words import days_text

Kind = MissionEventKind
Sides = tuple[MissionEventKind, ...]

COMPANY: Final = (Kind.CONFIRMED_BY_COMPANY,)
PARTNER: Final = (Kind.CONFIRMED_BY_PARTNER,)
BOTH: Final = (*COMPANY, *PARTNER)


class ConfirmDialog(FormDialog):
    """Asks who confirms which days.

    Args:
        tools: Services and surroundings.
        detail: The mission.
        parent: Window that it is asked from.
        chosen: Days done that are proposed; all of them when None.
    """

    def __init__(
        self,
        tools: MissionTools,
        detail: MissionDetail,
        parent: QWidget | None = None,
        chosen: UUID | None = None,
    ) -> None:
        row, stands = detail.row, detail.row.account
        super().__init__(
            self.tr("Confirmer les jours faits · {number}").format(number=row.number),
            self.tr("Confirmer"),
            parent,
            sentence=to_confirm_text(stands.done - stands.confirmed),
        )
        self._tools, self._detail = tools, detail
        self._known = in_force(detail.events)
        waiting = [each for each in self._known if self._lacking(each)]
        self.sides = self.form.add(self._sides(), wide=True)
        self.which: ChoiceField[UUID] = self.form.add(
            ChoiceField(
                self.tr("Jours"),
                [(each.id, self._told(each)) for each in waiting],
                empty=self.tr("tous ceux qui attendent"),
            ),
            wide=True,
        )
        self.day = self.form.add(DateField(self.tr("Confirmés le"), required=True))
        self.ask_author(tools.author(), tools.keep_author)
        self.day.set_value(tools.today())
        self.which.set_value(chosen)
        self.sides.set_value(_proposed([self._lacking(each) for each in waiting]))

    @override
    def write(self) -> Changes:
        missions, row = self._tools.services.missions, self._detail.row
        day = self.day.value() or self._tools.today()
        sides = self.sides.value() or BOTH
        which = self.which.value()
        if which is None:
            return missions.confirm_all(row.id, sides, day, self.author_text())
        return missions.record(row.id, *self._drafts(sides, which, day))

    def _sides(self) -> ChoiceField[Sides]:
        row = self._detail.row
        by_company = self.tr("l’entreprise\u00a0: {name}").format(name=row.company)
        by_partner = self.tr("le partenaire\u00a0: {name}").format(name=row.partner)
        choices = [
            (BOTH, self.tr("l’entreprise et le partenaire")),
            (COMPANY, by_company),
            (PARTNER, by_partner),
        ]
        return ChoiceField(self.tr("Confirmés par"), choices, empty=None)

    def _drafts(self, sides: Sides, which: UUID, day: date) -> list[MissionEventDraft]:
        """Return what is recorded of some days; what a side said already is left out of both."""
        event = next(each for each in self._known if each.id == which)
        lacking = [each for each in sides if each in self._lacking(event)]
        return [
            MissionEventDraft(each, day, author=self.author_text(), names_id=which)
            for each in lacking or sides
        ]

    def _lacking(self, event: MissionEvent) -> Sides:
        """Return the sides that did not confirm days; nothing for another event."""
        if event.draft.kind is not Kind.DAYS_DONE:
            return ()
        done = confirmed_by(self._known, event)
        return tuple(each for each in BOTH if each not in done)

    def _told(self, event: MissionEvent) -> str:
        draft = event.draft
        waits = confirmation_text(confirmed_by(self._known, event)).lower()
        words = self.tr("{days} du {day}, {waits}")
        return words.format(days=days_text(draft.days), day=short_date(draft.value_on), waits=waits)


def _proposed(lacking: Sequence[Sides]) -> Sides:
    """Return the side that every day waits for, or both."""
    return lacking[0] if len(set(lacking)) == 1 else BOTH
