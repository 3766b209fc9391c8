"""The list of dossiers: what is asked of it, its lines and its totals.

All that a window shows first, and it loads no other record.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from alize_desktop.models.enums import DecisionOutcome, DossierState, ProjectKind, Sector
from alize_desktop.models.values import Money


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One line of the list.

    Attributes:
        outcome: Decision of the committee, or the one taken over; None while there is none.
        meeting_number: Meeting on whose agenda it stands, empty when none.
        granted_amount: What the last decision grants; None unless it is approved.
        granted_days: Days that the last decision grants, those that were done for a decision
            taken over; None unless it is approved.
        is_history: Whether ``outcome`` was taken over from the past, not voted here.
    """

    id: UUID
    number: str
    company: str
    siren: str
    town: str
    sector: Sector | None
    kind: ProjectKind | None
    state: DossierState
    outcome: DecisionOutcome | None
    requested_amount: Money
    jobs_created: int
    days: int
    filed_on: date
    case_officer: str
    meeting_number: str
    granted_amount: Money | None = None
    granted_days: Decimal | None = None
    is_history: bool = False


@dataclass(frozen=True, slots=True)
class DossierQuery:
    """What the list asks for. None or empty means no filter.

    Attributes:
        text: Words searched without accents or case, each as a prefix.
        sort: Column: number, company, town, amount, jobs, days, state, filed_on,
            sector, kind or case_officer.
    """

    text: str = ""
    states: frozenset[DossierState] = frozenset()
    sector: Sector | None = None
    kind: ProjectKind | None = None
    meeting_id: UUID | None = None
    sort: str = "number"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class DossierTotals:
    """Totals of a selection of dossiers.

    Attributes:
        by_state: Dossiers in each state, whatever the state filter is.
    """

    count: int
    requested_amount: Money
    jobs_created: int
    days: int
    by_state: tuple[tuple[DossierState, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DossierList:
    """The rows that answer a query, with their totals."""

    rows: tuple[DossierRow, ...]
    totals: DossierTotals
