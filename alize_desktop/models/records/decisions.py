"""Decisions of the committee: a package, never edited once recorded."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from alize_desktop.errors import UserError
from alize_desktop.models.enums import (
    ConditionEventKind,
    ConditionKind,
    DecisionOutcome,
    DueDateRoll,
    HolidayCalendar,
    JobContract,
    Rounding,
)
from alize_desktop.models.records.matching import MatchReason
from alize_desktop.models.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition set with an approval."""

    text: str
    kind: ConditionKind
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """What the committee decides on one dossier, before it is recorded.

    Attributes:
        amount: Advance granted, 0 when none.
        months: Total duration in months, deferral included; recorded as the usual
            48 when no advance is granted, and never read then.
        deferral: Months before the first repayment period; likewise.
        every: Months between two instalments; likewise.
        days: Days of competences granted, >= 0.
        skill_category: Category of the days, empty when none.
        partner_id: Partner company that lends, None when not chosen yet.
        grounds: Reason of a refusal or deferral, or free comment.
        documents_asked: Documents asked when the dossier is deferred.
    """

    outcome: DecisionOutcome
    amount: Money = ZERO
    months: int = 48
    deferral: int = 12
    every: int = 3
    days: int = 0
    skill_category: str = ""
    partner_id: UUID | None = None
    jobs_created: int = 0
    jobs_maintained: int = 0
    contract: JobContract | None = None
    jobs_by: date | None = None
    conditions: tuple[Condition, ...] = field(default_factory=tuple)
    grounds: str = ""
    documents_asked: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A recorded decision.

    Attributes:
        number: Given at decision, by year, with no gap: ``2026-D003``.
        meeting_number: Meeting that took it.
        partner: Name of the lending partner, empty when not chosen.
        sentence: The ballot's result sentence, empty without a ballot.
        calendar: Public holidays its due dates are reckoned with, for ever.
        roll: What becomes of its due dates that are not working days.
        rounding: How its regular instalment is rounded.
        amends: Number of the decision that this one modifies, empty for a first one.
        deferral_included: Whether the deferral is inside the duration, for ever.
        day_of_month: Day of month of its instalments; None for that of the payment.
    """

    id: UUID
    number: str
    meeting_number: str
    decided_at: datetime
    draft: DecisionDraft
    partner: str
    sentence: str
    calendar: HolidayCalendar = HolidayCalendar.METROPOLE
    roll: DueDateRoll = DueDateRoll.NEXT
    rounding: Rounding = Rounding.HALF_UP
    amends: str = ""
    deferral_included: bool = True
    day_of_month: int | None = None


@dataclass(frozen=True, slots=True)
class ConditionState:
    """A condition of an earlier decision, and what became of it.

    Attributes:
        position: Order in the decision, from 1.
        due_on: Last due date given, None without one.
        last: What was last said of it; None while nothing was.
        is_pending: Whether it still has to be met.
    """

    decision_id: UUID
    position: int
    decision_number: str
    company: str
    condition: Condition
    due_on: date | None
    last: ConditionEventKind | None
    is_pending: bool


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a draft would cost and bring, shown at every keystroke.

    Attributes:
        regular: Usual instalment, None without an advance or with bad terms.
        count: Number of instalments, 0 without an advance.
        fund_left: Money left in the fund after it; None when the fund is unknown.
        days_left: Days left at the partners in the year after it, may be negative.
        partner_days_left: Those of the partner chosen, None while none is.
        partner_conflict: Why the partner chosen should lend nobody to this company; None
            when nothing forbids it. It forbids nothing to the committee.
        amount_per_job: Advance per job created; None without one of the two.
        last: Last instalment, which takes the rest; None as ``regular``.
        deferral_included: Whether the deferral is inside the duration.
        over_envelope: Why it is refused as it stands, when it takes more than the fund
            can lend; None otherwise.
        asks_reason: Whether its grounds are the reason to grant more than the fund can lend.
    """

    regular: Money | None
    count: int
    fund_left: Money | None
    days_left: Decimal
    amount_per_job: Money | None
    last: Money | None = None
    over_envelope: UserError | None = None
    deferral_included: bool = True
    asks_reason: bool = False
    partner_days_left: Decimal | None = None
    partner_conflict: MatchReason | None = None
