"""Jobs of a dossier: what was promised, by when, and what was observed."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from alize_desktop.models.enums import JobContract, JobEvidence, JobKind, MilestoneState


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What the appraisal found behind the need expressed: one version of the note.

    Attributes:
        expressed, diagnosed: Needs as they stood when the note was written.
    """

    id: UUID
    note: str
    expressed: str
    diagnosed: str
    author: str
    written_on: date
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class JobPromise:
    """One line of what a company promises.

    Attributes:
        persons: >= 1.
        fte: Full-time equivalents, >= 0, two decimals at most.
        due_on: Day by which they are promised, None when not said.
    """

    kind: JobKind
    contract: JobContract
    persons: int
    fte: Decimal
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class JobObservationDraft:
    """What was seen of the jobs on a day, before it is recorded.

    Totals since the release, not since the last observation; every count >= 0.

    Attributes:
        milestone: Months of the milestone it answers; None between two milestones.
        created: Persons above the reference headcount.
        headcount: Full-time equivalents of the company that day, None when not known.
        document_id: Supporting document that proves it, None without one.
        reverses_id: Observation that is taken back, None otherwise.
    """

    observed_on: date
    milestone: int | None = None
    created: int = 0
    created_fte: Decimal = Decimal(0)
    maintained: int = 0
    maintained_fte: Decimal = Decimal(0)
    sustained: int = 0
    sustained_fte: Decimal = Decimal(0)
    headcount: Decimal | None = None
    evidence: JobEvidence = JobEvidence.DECLARATION
    document_id: UUID | None = None
    note: str = ""
    author: str = ""
    reverses_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class JobObservation:
    """A recorded observation. Never changed, never deleted.

    Attributes:
        is_reversed: Whether a later one took it back: it counts no more.
    """

    id: UUID
    draft: JobObservationDraft
    entered_at: datetime
    is_reversed: bool = False


@dataclass(frozen=True, slots=True)
class JobOpening:
    """A job offered to redeployed staff of partner companies.

    Attributes:
        partner_id: Partner whose staff took it, or to whom it is offered; None for all.
        filled_on: None while it is open.
        filled: Persons recruited, <= ``persons``.
    """

    id: UUID
    dossier_id: UUID
    title: str
    contract: JobContract
    persons: int
    opened_on: date
    partner_id: UUID | None = None
    filled_on: date | None = None
    filled: int = 0
    note: str = ""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class JobCounts:
    """Persons of each kind, and their full-time equivalents, counted apart.

    Attributes:
        created_fte, maintained_fte, sustained_fte: 0 also when nobody said them.
    """

    created: int = 0
    maintained: int = 0
    sustained: int = 0
    created_fte: Decimal = Decimal(0)
    maintained_fte: Decimal = Decimal(0)
    sustained_fte: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class JobFacts:
    """What is known of the jobs of a dossier that was retained.

    Attributes:
        decided: What the decision says; what was filed, for one taken over from the past.
        contract: Contract that it asks for, None when it does not say.
        jobs_by: Day by which they are to be there, None when it does not say.
        decided_on: Day of the decision.
        released_on: Since when jobs are awaited: the first payment, or else the first day
            done; the decision when it grants days only and did not lapse. None before.
        is_history: Whether it was taken over from the past, and not voted here.
        lines: What the company promises.
        observations: Those in force, in order of day, then of entry.
        reference: Headcount at the filing, full-time equivalents; None when not known.
    """

    dossier_id: UUID
    number: str
    company: str
    decided: JobCounts
    decided_on: date
    contract: JobContract | None = None
    jobs_by: date | None = None
    released_on: date | None = None
    is_history: bool = False
    lines: tuple[JobPromise, ...] = ()
    observations: tuple[JobObservation, ...] = ()
    reference: Decimal | None = None


@dataclass(frozen=True, slots=True)
class JobMilestone:
    """One milestone of a dossier.

    Attributes:
        months: After the release.
        due_on: The release, plus the months.
        promised: What is promised by then.
        observed: What was observed for it, None while nothing was.
    """

    months: int
    due_on: date
    state: MilestoneState
    promised: JobCounts
    observed: JobObservation | None = None


@dataclass(frozen=True, slots=True)
class JobsDetail:
    """Everything the screens show of the jobs of one dossier.

    Attributes:
        reference: Headcount at the filing, full-time equivalents; None when not known.
        decided: What the decision says, None while the dossier is not retained.
        diagnosis: Versions of the note, newest first.
        promises: Lines that detail what was decided.
        observations: Newest first, those taken back among them.
        released_on: Since when jobs are awaited, None while nothing is.
        realisation: Created jobs observed last, over those promised; None without a promise
            or an observation.
        proposals: What a missed promise calls for: reminder, amendment, agenda.
        expressed, diagnosed: Needs as they stand.
        promises_revision: Of the lines, 0 while there are none.
        facts: What all this was reckoned from, None while the dossier is not retained.
    """

    dossier_id: UUID
    number: str
    company: str
    reference: Decimal | None
    decided: JobCounts | None
    diagnosis: tuple[Diagnosis, ...] = field(default_factory=tuple)
    promises: tuple[JobPromise, ...] = field(default_factory=tuple)
    milestones: tuple[JobMilestone, ...] = field(default_factory=tuple)
    observations: tuple[JobObservation, ...] = field(default_factory=tuple)
    openings: tuple[JobOpening, ...] = field(default_factory=tuple)
    released_on: date | None = None
    realisation: Fraction | None = None
    proposals: tuple[str, ...] = field(default_factory=tuple)
    expressed: str = ""
    diagnosed: str = ""
    promises_revision: int = 0
    facts: JobFacts | None = None
