"""The field where the lending partner is chosen, each with its days left."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from PySide6.QtWidgets import QWidget

from alize_desktop.models.records.people import Partner
from alize_desktop.ui.widgets.fields.choice import ChoiceField
from alize_desktop.wording.partner_days import partner_choice

DaysLeft = tuple[tuple[UUID, Decimal], ...]
"""Days left of each partner, by its identifier."""


class PartnerField(ChoiceField[UUID]):
    """A partner out of those of the programme."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, (), parent=parent)
        self._names: dict[UUID, str] = {}
        self._days: DaysLeft = ()

    def show_partners(self, partners: Sequence[Partner]) -> None:
        """Show which partners may be chosen. Emits nothing."""
        self._names = {each.id: each.sheet.name for each in partners}
        self._fill()

    def show_days_left(self, days: DaysLeft) -> None:
        """Show how many days are left at each. Emits nothing."""
        if days != self._days:
            self._days = days
            self._fill()

    def name(self, partner_id: UUID | None) -> str:
        """Return the name of a partner, empty when none is chosen."""
        return self._names.get(partner_id, "") if partner_id else ""

    def _fill(self) -> None:
        left = dict(self._days)
        names = self._names.items()
        self.set_choices([(each, partner_choice(name, left.get(each))) for each, name in names])
