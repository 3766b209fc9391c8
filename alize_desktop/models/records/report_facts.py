"""What a report of the programme reads: one fact a dossier, one a mission, and the rest."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from alize_desktop.models.enums import DecisionOutcome, ProjectKind, Sector
from alize_desktop.models.records.partners import SkillCategory
from alize_desktop.models.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """What a report reads of one dossier that was studied.

    Attributes:
        decided_on: Day of the decision that counts.
        basin: As the programme writes it; that of the programme when the dossier says none.
        purpose: Aim of the project, in the words of the dossier.
        skill: Category of competences of the decision, or else asked for.
        partner: Partner company that the decision, or the past taken over, names.
        amount: Advance granted, 0 when none; that of the last amendment.
        days_granted: Days granted, likewise; those asked for of a dossier taken over.
        jobs_promised, maintained_promised, sustained_promised: Line by line, persons; by the
            decision without lines; those asked for of a dossier taken over.
        jobs_observed: Created jobs observed last, None while none were observed.
        reason: Of the closed list that the grounds begin with, or else the grounds.
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
    partner: str = ""
    headcount: Decimal | None = None
    amount: Money = ZERO
    days_granted: int = 0
    jobs_promised: int = 0
    maintained_promised: int = 0
    sustained_promised: int = 0
    jobs_observed: int | None = None
    maintained_observed: int | None = None
    sustained_observed: int | None = None
    reason: str = ""
    is_history: bool = False


@dataclass(frozen=True, slots=True)
class AdvanceFacts:
    """What a report reads of the advances of the dossiers retained.

    Attributes:
        followed: Advances whose repayments are followed here.
        repaid: Received for their instalments.
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
    """Days of a mission of a dossier retained, or of several of one partner in one category.

    Attributes:
        missions: How many they are.
        done_seen: Days done for dossiers whose created jobs were observed.
        value: What the days done are worth.
    """

    partner: str
    category: str
    planned: Decimal
    done: Decimal
    value: Money
    missions: int = 1
    done_seen: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class CommitteeFacts:
    """Life of the committee over a period.

    Attributes:
        meetings: Held with their quorum, and closed.
        seats: Seats of these meetings, all of them added.
        attended: Those present, represented or substituted, likewise.
    """

    meetings: int = 0
    seats: int = 0
    attended: int = 0

    @property
    def attendance(self) -> Fraction | None:
        """Attended over seats; None without a meeting."""
        return Fraction(self.attended, self.seats) if self.seats else None


@dataclass(frozen=True, slots=True)
class OpeningFacts:
    """Jobs that the dossiers retained offered to redeployed staff of partners, in persons."""

    offered: int = 0
    filled: int = 0


@dataclass(frozen=True, slots=True)
class DaysWork:
    """Days of competences done in a period.

    Attributes:
        missions: That have days done.
        partners: That lent them.
        value: What they are worth.
    """

    days: Decimal = Decimal(0)
    value: Money = ZERO
    missions: int = 0
    partners: int = 0


@dataclass(frozen=True, slots=True)
class MoneyWork:
    """Money of the advances followed here that moved in a period.

    Attributes:
        advances: Of which something was paid.
        paid: To the companies.
        repaid: Received for their instalments, what was given back taken off.
    """

    advances: int = 0
    paid: Money = ZERO
    repaid: Money = ZERO


@dataclass(frozen=True, slots=True)
class JobsWork:
    """Jobs observed in a period, in persons, above those known before: fewer when some went.

    Attributes:
        dossiers: Whose jobs were looked at.
    """

    dossiers: int = 0
    created: int = 0
    maintained: int = 0
    sustained: int = 0


@dataclass(frozen=True, slots=True)
class PeriodWork:
    """What was done in a period itself, whatever the year of the decisions."""

    days: DaysWork = DaysWork()
    money: MoneyWork = MoneyWork()
    jobs: JobsWork = JobsWork()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a report tells besides the dossiers themselves.

    Attributes:
        missions: Of the dossiers retained.
        work: Of every dossier of the basin.
        categories: Of competences, those no longer offered too.
        partners: Companies known, whatever the period and the basin.
        partners_here: Those of the basin asked for; all of them for the whole programme.
    """

    advances: AdvanceFacts = AdvanceFacts()
    missions: tuple[DayFacts, ...] = ()
    committee: CommitteeFacts = CommitteeFacts()
    openings: OpeningFacts = OpeningFacts()
    partners: int = 0
    partners_here: int = 0
    categories: tuple[SkillCategory, ...] = ()
    work: PeriodWork = PeriodWork()
