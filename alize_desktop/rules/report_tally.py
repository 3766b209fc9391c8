"""What a report adds up, one dossier after the other: as large as the names they write."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from alize_desktop.models.enums import DecisionOutcome, ProjectKind, Sector
from alize_desktop.models.records.report import Kept, PartLine
from alize_desktop.models.records.report_facts import DossierFacts
from alize_desktop.models.values import Money
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.report_counts import in_order, writings


@dataclass(slots=True)
class JobsTally:
    """Jobs of one kind."""

    promised: int = 0
    observed: int = 0
    unobserved: int = 0

    def add(self, promised: int, observed: int | None) -> None:
        """Add those of one dossier; ``observed`` is None while nothing was."""
        self.promised += promised
        if observed is None:
            self.unobserved += promised
        else:
            self.observed += observed

    def kept(self) -> Kept:
        """Return what they come to."""
        return Kept(self.promised, self.observed, self.unobserved)


@dataclass(slots=True)
class PartTally:
    """The few figures of one basin or of one year. ``advanced`` is in centimes."""

    studied: int = 0
    retained: int = 0
    created: int = 0
    advanced: int = 0


@dataclass(slots=True)
class ProgrammeTally:
    """Every sum and every count of the dossiers of a report.

    Attributes:
        delays_left_out: Dossiers decided on before they were filed: a slip of the pen.
        advanced_seen: Of ``advanced``, what went where created jobs were observed.
    """

    studied: int = 0
    history: int = 0
    outcomes: Counter[DecisionOutcome] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    delays: Counter[int] = field(default_factory=Counter)
    delays_left_out: int = 0
    basins: defaultdict[str, PartTally] = field(default_factory=lambda: defaultdict(PartTally))
    years: defaultdict[int, PartTally] = field(default_factory=lambda: defaultdict(PartTally))
    retained: int = 0
    created: JobsTally = field(default_factory=JobsTally)
    maintained: JobsTally = field(default_factory=JobsTally)
    sustained: JobsTally = field(default_factory=JobsTally)
    sectors: Counter[Sector | None] = field(default_factory=Counter)
    kinds: Counter[ProjectKind | None] = field(default_factory=Counter)
    aims: Counter[str] = field(default_factory=Counter)
    skills: Counter[str] = field(default_factory=Counter)
    needs: Counter[tuple[str, str]] = field(default_factory=Counter)
    headcounts: Counter[Decimal | None] = field(default_factory=Counter)
    advances: int = 0
    advanced: int = 0
    advanced_seen: int = 0
    days: Counter[str] = field(default_factory=Counter)
    partner_days: Counter[str] = field(default_factory=Counter)

    def add(self, fact: DossierFacts) -> None:
        """Add a dossier that was studied."""
        self.studied += 1
        self.history += fact.is_history
        self.outcomes[fact.outcome] += 1
        delay = (fact.decided_on - fact.filed_on).days
        if delay >= 0:
            self.delays[delay] += 1
        else:
            self.delays_left_out += 1
        if fact.outcome is DecisionOutcome.REJECTED:
            self.reasons[fact.reason] += 1
        is_retained = fact.outcome in APPROVALS
        for part in (self.basins[fact.basin], self.years[fact.decided_on.year]):
            part.studied += 1
            if is_retained:
                part.retained += 1
                part.created += fact.jobs_observed or 0
                part.advanced += fact.amount.minor
        if is_retained:
            self._retain(fact)

    def _retain(self, fact: DossierFacts) -> None:
        self.retained += 1
        self.created.add(fact.jobs_promised, fact.jobs_observed)
        self.maintained.add(fact.maintained_promised, fact.maintained_observed)
        self.sustained.add(fact.sustained_promised, fact.sustained_observed)
        self.sectors[fact.sector] += 1
        self.kinds[fact.kind] += 1
        self.aims[fact.purpose] += 1
        self.skills[fact.skill] += 1
        self.needs[fact.need_expressed, fact.need_diagnosed] += 1
        self.headcounts[fact.headcount] += 1
        if fact.amount:
            self.advances += 1
            self.advanced += fact.amount.minor
            if fact.jobs_observed is not None:
                self.advanced_seen += fact.amount.minor
        if fact.days_granted:
            self.days[fact.skill] += fact.days_granted
            self.partner_days[fact.partner] += fact.days_granted


def parts_by_name(parts: Mapping[str, PartTally]) -> tuple[PartLine, ...]:
    """Return the basins, most dossiers studied first; however their names are written."""
    names = writings({name: part.studied for name, part in parts.items()})
    sums: defaultdict[str, PartTally] = defaultdict(PartTally)
    for text, part in parts.items():
        found = sums[names[text]]
        found.studied += part.studied
        found.retained += part.retained
        found.created += part.created
        found.advanced += part.advanced
    lines = (_line(name, part) for name, part in sums.items())
    return tuple(sorted(lines, key=lambda each: (-each.studied, in_order(each.name))))


def parts_by_year(parts: Mapping[int, PartTally]) -> tuple[PartLine, ...]:
    """Return the years in order."""
    return tuple(_line(f"{year:04}", parts[year]) for year in sorted(parts))


def _line(name: str, part: PartTally) -> PartLine:
    return PartLine(name, part.studied, part.retained, part.created, Money(part.advanced))
