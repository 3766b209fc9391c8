"""What a programme achieved over a period: the figures that funders are shown."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from alize_desktop.models.enums import DecisionOutcome, ProjectKind, Sector
from alize_desktop.models.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class ReportScope:
    """What a report is about.

    A dossier counts on the day of the last decision taken on it until ``last``, apart
    from those that only modify an earlier one.

    Attributes:
        first, last: Days, both included; None without a limit.
        basin: Name of the basin; empty for the whole programme.
    """

    first: date | None = None
    last: date | None = None
    basin: str = ""


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """What a report reads of one dossier that was studied.

    Attributes:
        decided_on: Day of the decision that counts.
        amount: Advance granted, 0 when none; that of the last amendment.
        days_granted: Days granted, likewise.
        jobs_promised, maintained_promised, sustained_promised: By the decision, persons.
        jobs_observed: Created jobs observed last, None while none were observed.
        purpose: Aim of the project, in the words of the dossier.
        skill: Category of competences of the decision, or else asked for.
        grounds: Grounds of the decision.
        is_history: Whether it was taken over, not voted here.
    """

    filed_on: date
    decided_on: date
    outcome: DecisionOutcome
    basin: str = ""
    sector: Sector | None = None
    kind: ProjectKind | None = None
    purpose: str = ""
    skill: str = ""
    need_expressed: str = ""
    need_diagnosed: str = ""
    headcount: Decimal | None = None
    amount: Money = ZERO
    days_granted: int = 0
    jobs_promised: int = 0
    maintained_promised: int = 0
    sustained_promised: int = 0
    jobs_observed: int | None = None
    maintained_observed: int | None = None
    sustained_observed: int | None = None
    grounds: str = ""
    is_history: bool = False


@dataclass(frozen=True, slots=True)
class AdvanceFacts:
    """What a report reads of the advances of the dossiers retained.

    Attributes:
        followed: Advances whose repayments are followed here.
        repaid: Received, all of them.
        late: Due and not received.
        lost: Waived and lost, less what was recovered.
        outstanding: Still to be repaid, late included.
    """

    followed: int = 0
    repaid: Money = ZERO
    late: Money = ZERO
    lost: Money = ZERO
    outstanding: Money = ZERO


@dataclass(frozen=True, slots=True)
class DayFacts:
    """Days of one mission, in the scope of a report."""

    partner: str
    category: str
    planned: Decimal
    done: Decimal
    value: Money


@dataclass(frozen=True, slots=True)
class CommitteeFacts:
    """Life of the committee over a period.

    Attributes:
        seats: Seats of the meetings held, all of them added.
        attended: Those present, represented or substituted, likewise.
    """

    meetings: int = 0
    seats: int = 0
    attended: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """A name and how many dossiers bear it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Crossed:
    """How many dossiers expressed one need and were diagnosed another."""

    expressed: str
    diagnosed: str
    count: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Jobs promised and observed, in persons.

    Attributes:
        rate: Observed over promised; None without a promise.
    """

    promised: int
    observed: int

    @property
    def rate(self) -> Fraction | None:
        """Observed over promised."""
        return Fraction(self.observed, self.promised) if self.promised else None


@dataclass(frozen=True, slots=True)
class DayLine:
    """Days of one category or of one partner."""

    name: str
    planned: Decimal
    done: Decimal


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure of the last report kept, and the same now."""

    key: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class ProgrammeReport:
    """Every figure of a report. Lists are sorted, largest first, then by name.

    Attributes:
        made_on: Day it was reckoned.
        studied: Dossiers on which something was decided.
        outcomes: By outcome, each at least once.
        refusals: Grounds of those rejected.
        delay_mean, delay_median: Days from the filing to the decision; None without any.
        headcount_mean: One decimal.
        headcount_classes: Dossiers retained by headcount.
        takeovers: Takeovers and transmissions, among the dossiers retained.
        average_advance: Mean of the advances granted, to the centime; None without any.
        partners: Companies known; ``partners_active`` lent in the period.
        basins: Basins with at least one dossier studied.
        euros_per_job, days_per_job: Granted and done, per job observed; None without any.
        history: Dossiers taken over, among those studied.
    """

    scope: ReportScope
    made_on: date
    studied: int
    retained: int
    outcomes: tuple[tuple[DecisionOutcome, int], ...]
    refusals: tuple[Counted, ...]
    created: Kept
    maintained: Kept
    sustained: Kept
    sector: tuple[tuple[Sector | None, int], ...]
    aim: tuple[Counted, ...]
    skill: tuple[Counted, ...]
    kinds: tuple[tuple[ProjectKind | None, int], ...]
    needs: tuple[Crossed, ...]
    by_basin: tuple[Counted, ...]
    headcount_mean: Decimal | None
    headcount_median: Decimal | None
    headcount_classes: tuple[Counted, ...]
    takeovers: int
    advances: int
    advanced: Money
    average_advance: Money | None
    repayment: AdvanceFacts
    days_granted: int
    days_planned: Decimal
    days_done: Decimal
    days_value: Money
    days_by_category: tuple[DayLine, ...]
    days_by_partner: tuple[DayLine, ...]
    partners: int
    partners_active: int
    basins: int
    euros_per_job: Money | None
    days_per_job: Decimal | None
    committee: CommitteeFacts
    delay_mean: Decimal | None
    delay_median: Decimal | None
    history: int = 0
    moved: tuple[Moved, ...] = ()
    moved_since: date | None = None


@dataclass(frozen=True, slots=True)
class ReportSnapshot:
    """A report that was kept, to tell what moved since. Never changed, never deleted.

    Attributes:
        figures: Every figure by its key, as texts.
    """

    id: UUID
    scope: ReportScope
    figures: tuple[tuple[str, str], ...]
    kept_at: datetime
