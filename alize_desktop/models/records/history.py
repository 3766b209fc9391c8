"""What a programme did before it kept a registry: taken over, not voted here."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class HistorySheet:
    """The end of a dossier, as a workbook of the past tells it.

    Attributes:
        amount: Advance granted, 0 when none.
        jobs_created: Jobs observed in the end, None when not said.
        days_done: Days of competences done, in halves, 0 when none.
        partner: Name of the partner company that lent them, empty when none.
    """

    outcome: DecisionOutcome
    decided_on: date
    amount: Money = ZERO
    jobs_created: int | None = None
    days_done: Decimal = Decimal(0)
    partner: str = ""


@dataclass(frozen=True, slots=True)
class HistoryRecord:
    """The end of a dossier, as it was taken over. Never changed, never deleted.

    Attributes:
        source: Name of the workbook.
    """

    id: UUID
    sheet: HistorySheet
    source: str
    recorded_at: datetime
