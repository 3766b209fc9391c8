"""Dossiers as screens, papers and workbooks receive them.

A ``DossierSheet`` is what was filed and can be edited; a ``DossierDetail`` is
everything the panes show. The company is the one the dossier describes: two
dossiers of the same SIREN keep each their own, so that what was filed is never
rewritten by a later filing. The lines of the list are in ``dossier_list``.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from alize_desktop.errors import UserError
from alize_desktop.models.enums import (
    Civility,
    DecisionOutcome,
    DossierState,
    ExpertAdvice,
    JobContract,
    ProjectKind,
    Sector,
)
from alize_desktop.models.records.advances import ScheduleVersion
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.history import HistoryRecord
from alize_desktop.models.records.journal import JournalLine
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.values import ZERO, Money

LONGEST_TEXT = 32_767
"""Longest text kept, in characters: what one cell of a workbook can hold."""


@dataclass(frozen=True, slots=True)
class CompanyDetails:
    """The company that files the dossier.

    Attributes:
        siren: Nine digits.
        siret: Fourteen digits, empty when not given.
        naf_code: NAF rév. 2 code such as ``25.62B``, empty when not given.
        sector: Sector of the statistics; proposed from the NAF code.
        postcode: Five digits, empty when not given.
        headcount: Full-time equivalents, >= 0, two decimals at most; None when
            not given.
    """

    name: str
    siren: str
    siret: str = ""
    legal_form: str = ""
    naf_code: str = ""
    sector: Sector | None = None
    founded_on: date | None = None
    postcode: str = ""
    town: str = ""
    manager_name: str = ""
    manager_civility: Civility | None = None
    email: str = ""
    phone: str = ""
    headcount: Decimal | None = None
    bank: str = ""
    accountant: str = ""


@dataclass(frozen=True, slots=True)
class ProjectDetails:
    """What the company wants to do.

    Attributes:
        aim: Object of the project, in the company's words.
        purpose: What it is for, such as ``Développement commercial``.
        need_expressed: Need in the company's words.
        need_diagnosed: Need that the appraisal found.
    """

    aim: str = ""
    kind: ProjectKind | None = None
    purpose: str = ""
    need_expressed: str = ""
    need_diagnosed: str = ""


@dataclass(frozen=True, slots=True)
class FinancingDetails:
    """How the project is paid for. Amounts are >= 0; None when not said.

    Attributes:
        past_de_minimis: De minimis aid received over the last three years.
    """

    cost: Money | None = None
    equity: Money | None = None
    bank_loan: Money | None = None
    other_funding: Money | None = None
    past_de_minimis: Money = ZERO


@dataclass(frozen=True, slots=True)
class RequestDetails:
    """The repayable advance that is asked for.

    Attributes:
        amount: 0 when no advance is asked.
        months: Total duration in months, deferral included; >= 1.
        deferral: Months before the first repayment period, >= 0, < ``months``.
        every: Months between two instalments: 1, 3, 6 or 12.
    """

    amount: Money = ZERO
    months: int = 48
    deferral: int = 12
    every: int = 3


@dataclass(frozen=True, slots=True)
class JobsDetails:
    """Jobs of the project, in persons, each >= 0."""

    created: int = 0
    maintained: int = 0
    sustained: int = 0
    contract: JobContract | None = None


@dataclass(frozen=True, slots=True)
class SkillsDetails:
    """Competences asked for.

    Attributes:
        category: Such as ``Ressources humaines``; empty when none.
        days: Days asked, >= 0.
    """

    category: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class OpinionDetails:
    """Opinion of the case officer."""

    case_officer: str = ""
    advice: ExpertAdvice | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DossierSheet:
    """Everything that was filed, and can be edited until the decision.

    Attributes:
        number: Stable number that people read: ``2026-014``. Empty in a new
            dossier: the service gives the next of the year.
        basin: Basin written in the dossier; the programme's when empty.
        extra: Columns of a workbook nobody knew, kept aside: (header, text).
    """

    number: str
    company: CompanyDetails
    filed_on: date
    basin: str = ""
    project: ProjectDetails = field(default_factory=ProjectDetails)
    financing: FinancingDetails = field(default_factory=FinancingDetails)
    request: RequestDetails = field(default_factory=RequestDetails)
    jobs: JobsDetails = field(default_factory=JobsDetails)
    skills: SkillsDetails = field(default_factory=SkillsDetails)
    opinion: OpinionDetails = field(default_factory=OpinionDetails)
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """Why one field of a sheet is refused.

    Attributes:
        field: Dotted path in ``DossierSheet``: ``company.siren``.
        error: What is wrong, with its parameters.
    """

    field: str
    error: UserError


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A supporting document kept inside the registry.

    Attributes:
        size: Bytes.
        sha256: Hexadecimal digest of its bytes.
    """

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class DossierDetail:
    """Everything the panes show of one dossier.

    Attributes:
        revision: Grows by one at each saved edit; sent back when saving.
        state_reason: Reason given at the last change of state, may be empty.
        next_states: States it may go to by hand, in the usual order.
        decision: The committee's decision, None while there is none.
        schedule: The frozen schedule once the agreement is signed; before, that of
            what is decided, or else of what is asked, as if paid at ``filed_on``; None
            without an advance or when the terms do not make a schedule.
        schedule_refusal: Why there is no schedule, when terms are refused.
        version: The frozen schedule in force, None before the agreement is signed.
        history: How it ended before the registry was kept, None when it did not.
    """

    id: UUID
    revision: int
    sheet: DossierSheet
    state: DossierState
    state_reason: str
    next_states: tuple[DossierState, ...]
    meeting_number: str
    documents: tuple[DocumentRow, ...]
    decision: Decision | None
    schedule: RepaymentSchedule | None
    schedule_refusal: UserError | None
    journal: tuple[JournalLine, ...]
    version: ScheduleVersion | None = None
    history: HistoryRecord | None = None

    @property
    def is_history(self) -> bool:
        """Whether what it says of its end was taken over from the past, not voted here."""
        is_over = self.state in (DossierState.DECIDED, DossierState.WITHDRAWN)
        return self.history is not None and self.decision is None and is_over

    @property
    def outcome(self) -> DecisionOutcome | None:
        """What was decided, here or in the past; None while nothing is."""
        if self.decision is not None:
            return self.decision.draft.outcome
        return self.history.sheet.outcome if self.history and self.is_history else None

    @property
    def is_editable(self) -> bool:
        """Whether the sheet may still be edited."""
        return self.state not in (DossierState.DECIDED, DossierState.WITHDRAWN)
