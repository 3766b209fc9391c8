"""What a programme achieved over a period: the figures that funders are shown."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from alize_desktop.models.enums import DecisionOutcome, ProjectKind, Sector
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.report_facts import (
    AdvanceFacts,
    CommitteeFacts,
    OpeningFacts,
    PeriodWork,
)
from alize_desktop.models.values import Money


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
class Counted:
    """A name and how many dossiers bear it; an empty name when it is not said."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Crossed:
    """How many dossiers expressed one need and were diagnosed another; empty when not said."""

    expressed: str
    diagnosed: str
    count: int


@dataclass(frozen=True, slots=True)
class HeadcountClass:
    """Dossiers retained by headcount of the company.

    Attributes:
        least: Full-time equivalents, included; None when the headcount is not known.
        below: Full-time equivalents, left out; None without an upper bound.
    """

    least: int | None
    below: int | None
    count: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Jobs promised and observed, in persons.

    Attributes:
        unobserved: Promised by the dossiers where nothing was observed yet.
    """

    promised: int = 0
    observed: int = 0
    unobserved: int = 0

    @property
    def seen(self) -> int | None:
        """What was observed; None while nobody looked at any promise: it is not known."""
        is_unknown = not self.observed and 0 < self.promised == self.unobserved
        return None if is_unknown else self.observed

    @property
    def rate(self) -> Fraction | None:
        """Observed over promised; None without a promise, or while nobody looked at any."""
        if not self.promised or self.seen is None:
            return None
        return Fraction(self.observed, self.promised)

    @property
    def rate_so_far(self) -> Fraction | None:
        """The same over the dossiers where something was observed; None without any."""
        awaited = self.promised - self.unobserved
        return Fraction(self.observed, awaited) if awaited else None


@dataclass(frozen=True, slots=True)
class DayLine:
    """Days of one category or of one partner; an empty name when it is not said.

    Attributes:
        granted: By the decisions.
        planned, done: By the missions.
    """

    name: str
    granted: int
    planned: Decimal
    done: Decimal


@dataclass(frozen=True, slots=True)
class PartLine:
    """The same few figures for one basin, or for one year of decision.

    Attributes:
        name: Of the basin, or the year in four digits.
        created: Jobs created that were observed.
        advanced: Advances granted.
    """

    name: str
    studied: int
    retained: int
    created: int
    advanced: Money


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure of the last report kept, and the same now, as ``rules.report_figures`` writes it."""

    key: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class ProgrammeReport:
    """Every figure of a report. Lists are sorted, largest first, then by name.

    Unless said otherwise a figure is about the dossiers retained, and every list adds up
    to their number.

    Attributes:
        made_on: Day it was reckoned.
        studied: Dossiers on which something was decided.
        outcomes: Of the dossiers studied, by outcome, each at least once.
        refusals: Reasons of those rejected.
        delay_mean, delay_median: Days from the filing to the decision, of the dossiers
            studied, one decimal; None without any.
        delays_left_out: Dossiers studied whose filing is dated after their decision.
        headcount_mean: One decimal; None when no headcount is known.
        headcount_median: Likewise, exact.
        headcount_classes: The five classes in order, then those not known when there are any.
        takeovers: Takeovers and transmissions.
        interventions: Missions with days planned or done, by category; not dossiers.
        by_basin: Of the dossiers studied.
        by_year: Likewise, in order of time.
        average_advance: Mean of the advances granted, to the centime; None without any.
        days_value: What the days done are worth.
        partners, partners_here: See ``report_facts.Surroundings``.
        partners_active: Partners with days planned or done.
        basins: Basins with at least one dossier studied.
        euros_per_job, days_per_job: Granted and done, per job observed, of the dossiers where
            jobs were; None without any.
        history: Dossiers taken over, among those studied.
        work: Done in the period itself, whatever the year of the decision.
        moved: Figures that are not those of the last report kept of the same basin, from the
            same first day on.
        moved_since: Day it was kept; None when none was.
        moved_scope: What it was about.
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
    openings: OpeningFacts
    sector: tuple[tuple[Sector | None, int], ...]
    aim: tuple[Counted, ...]
    skill: tuple[Counted, ...]
    kinds: tuple[tuple[ProjectKind | None, int], ...]
    needs: tuple[Crossed, ...]
    interventions: tuple[Counted, ...]
    by_basin: tuple[PartLine, ...]
    by_year: tuple[PartLine, ...]
    headcount_mean: Decimal | None
    headcount_median: Decimal | None
    headcount_classes: tuple[HeadcountClass, ...]
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
    partners_here: int
    partners_active: int
    basins: int
    euros_per_job: Money | None
    days_per_job: Decimal | None
    committee: CommitteeFacts
    delay_mean: Decimal | None
    delay_median: Decimal | None
    delays_left_out: int = 0
    history: int = 0
    work: PeriodWork = field(default_factory=PeriodWork)
    moved: tuple[Moved, ...] = ()
    moved_since: date | None = None
    moved_scope: ReportScope | None = None

    @property
    def has_figures(self) -> bool:
        """Whether anything was decided, or done, in the period."""
        return self.studied > 0 or self.work != PeriodWork()


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


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A report as it is printed or written in a workbook.

    Attributes:
        is_rehearsal: Whether nothing of it took place.
    """

    programme: Programme
    identity: PaperIdentity
    report: ProgrammeReport
    is_rehearsal: bool = False
