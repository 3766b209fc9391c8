"""Advances: what was granted, what happened since, and where they stand on a day."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from alize_desktop.models.enums import (
    AdvanceEventKind,
    AdvanceState,
    AgeingBucket,
    EarlyAllocation,
    InstalmentState,
    ScheduleReason,
)
from alize_desktop.models.records.schedules import AdvanceTerms, Instalment
from alize_desktop.models.values import ZERO, Money


@dataclass(frozen=True, slots=True)
class AdvanceEventDraft:
    """What happened to an advance, before it is recorded.

    Attributes:
        value_on: Day that counts, whatever the day of entry.
        amount: Money of the event, > 0; 0 for an event without money.
        reference: Of the bank, of the letter, of the court.
        note: Reason, free text.
        author: Who says it, as typed.
        early: What is repaid by what comes early; of a repayment only.
        reverses_id: Event that a reversal or a rejected debit takes back.
        until: Last day of a moratorium.
        import_key: Line of a bank statement it comes from, empty otherwise; unique.
    """

    kind: AdvanceEventKind
    value_on: date
    amount: Money = ZERO
    reference: str = ""
    note: str = ""
    author: str = ""
    early: EarlyAllocation = EarlyAllocation.NEXT
    reverses_id: UUID | None = None
    until: date | None = None
    import_key: str = ""


@dataclass(frozen=True, slots=True)
class AdvanceEvent:
    """A recorded event of an advance. Never changed.

    Attributes:
        sequence: Order of entry in the registry, from 1.
        entered_at: When it was recorded.
        is_reversed: Whether a later event took it back.
    """

    id: UUID
    dossier_id: UUID
    sequence: int
    entered_at: datetime
    draft: AdvanceEventDraft
    is_reversed: bool = False


@dataclass(frozen=True, slots=True)
class ScheduleVersion:
    """A schedule as it was frozen. Never changed.

    Attributes:
        version: 1 for the contract, then one more an amendment.
        decision_number: Decision it follows: the approval, or the *décision modificative*.
        effective_on: Day from which it holds; money is dated before it no more.
        terms: What its new rows were reckoned from.
        rows: Every row in order of due date, those kept from before included.
        kept: Numbers of the rows that an amendment kept as they were paid.
        sha256: Hexadecimal digest of the canonical JSON of its rows.
    """

    id: UUID
    dossier_id: UUID
    version: int
    reason: ScheduleReason
    decision_number: str
    effective_on: date
    terms: AdvanceTerms
    rows: tuple[Instalment, ...]
    kept: frozenset[int]
    sha256: str
    note: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class AmendmentDraft:
    """What an amendment (avenant) changes in a schedule.

    Attributes:
        reason: ``RESCHEDULING``, ``MORATORIUM`` or ``PERIOD``.
        effective_on: Day from which it holds.
        first_due: Day that the first new instalment is counted from.
        count: Number of new instalments, >= 1.
        every: Months between two of them, >= 1.
        decision_id: The *décision modificative* it follows.
        note: Reason, free text.
    """

    reason: ScheduleReason
    effective_on: date
    first_due: date
    count: int
    every: int
    decision_id: UUID | None
    note: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class InstalmentPosition:
    """One row of a schedule on a day.

    Attributes:
        paid: Money received for it.
        written_off: Part given up.
        remaining: What is still due of it.
        days_late: Whole days since it was due; 0 when it is not late.
        unreleased: Part of it that was not paid to the company yet, and is not owed.
    """

    instalment: Instalment
    paid: Money
    written_off: Money
    remaining: Money
    state: InstalmentState
    days_late: int = 0
    unreleased: Money = ZERO


@dataclass(frozen=True, slots=True)
class AdvancePosition:
    """What the events of an advance come to on a day.

    Attributes:
        on: The day; later events do not count.
        disbursed: Money paid to the company.
        received: Money received, rejected debits and reversals taken off; what was
            recovered is apart.
        refunded: Credit paid back to the company.
        recovered: Money received after a write-off.
        written_off: Waived or lost.
        outstanding: What the company still owes of what it was paid, >= 0.
        credit: Paid in excess, to refund, >= 0.
        overdue: Part of the rows that is late.
        bucket: Age of the oldest late row.
        next_due: Day of the next row to come; None when there is none.
        next_amount: What remains due on that day, all rows together.
    """

    on: date
    state: AdvanceState
    rows: tuple[InstalmentPosition, ...]
    disbursed: Money
    received: Money
    refunded: Money
    recovered: Money
    written_off: Money
    outstanding: Money
    credit: Money
    overdue: Money = ZERO
    bucket: AgeingBucket = AgeingBucket.NOT_LATE
    days_late: int = 0
    next_due: date | None = None
    next_amount: Money = ZERO
    moratorium_until: date | None = None


@dataclass(frozen=True, slots=True)
class AdvanceRow:
    """One line of the list of advances.

    Attributes:
        number: Number of its dossier, which is the number of the advance.
        granted_on: Day of the meeting that granted it.
        lapses_on: Last day to sign; None once signed.
        step: Next step of the ladder of reminders, None when none is due.
    """

    dossier_id: UUID
    number: str
    company: str
    town: str
    siren: str
    granted_on: date
    amount: Money
    paid_on: date | None
    lapses_on: date | None
    position: AdvancePosition
    step: AdvanceEventKind | None = None


@dataclass(frozen=True, slots=True)
class AdvanceDetail:
    """Everything the screen of one advance shows.

    Attributes:
        row: As in the list.
        decision_number: Last approval of it.
        granted_by: Number of the approval that granted it, the same unless it was changed.
        last_step, last_step_on: Last step taken against the present delay, and its day.
        next_step, next_step_on: The one that follows, and the day from which it may be taken.
        versions: Frozen schedules, oldest first; empty before the agreement is signed.
        planned: Rows that the agreement would have, before it is signed.
        events: In order of value date, then of entry.
        blocking: Sentences that say why money cannot be released, empty when it can.
        left_to_disburse: Granted and not paid yet.
        amending_decisions: (id, number) of the *décisions modificatives* not used yet.
    """

    row: AdvanceRow
    decision_number: str
    versions: tuple[ScheduleVersion, ...]
    planned: tuple[Instalment, ...]
    events: tuple[AdvanceEvent, ...]
    blocking: tuple[str, ...]
    left_to_disburse: Money
    amending_decisions: tuple[tuple[UUID, str], ...] = ()
    granted_by: str = ""
    last_step: AdvanceEventKind | None = None
    last_step_on: date | None = None
    next_step: AdvanceEventKind | None = None
    next_step_on: date | None = None


@dataclass(frozen=True, slots=True)
class AdvanceQuery:
    """What the list of advances shows.

    Attributes:
        text: Words of a company, a town or a number.
        states: Empty for all.
        buckets: Empty for all.
        on: Day that everything is reckoned on.
    """

    on: date
    text: str = ""
    states: frozenset[AdvanceState] = field(default_factory=frozenset)
    buckets: frozenset[AgeingBucket] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class ArrearsRow:
    """One advance that is late.

    Attributes:
        step: Next step of the ladder, and the day from which it may be taken.
        last_step: Last step taken and its day, None when none was.
    """

    advance: AdvanceRow
    step: AdvanceEventKind | None
    step_on: date | None
    last_step: AdvanceEventKind | None = None
    last_step_on: date | None = None


@dataclass(frozen=True, slots=True)
class BankLine:
    """One line of a bank statement.

    Attributes:
        key: Tells it from every other line, so that it is never taken twice.
        amount: Positive when the fund receives it.
    """

    key: str
    number: int
    booked_on: date
    label: str
    amount: Money


@dataclass(frozen=True, slots=True)
class BankMatch:
    """A line of a bank statement and the advance that it seems to repay.

    Attributes:
        dossier_id: Proposed advance, None when none is found.
        why: What was recognised, in French: the reference, the name, the amount.
        others: Other advances that it may repay, best first.
        is_known, is_doubtful: Whether the line was taken before, or seems to be; see ``why``.
        rejects: Event that the line takes back, a debit that was rejected.
    """

    line: BankLine
    dossier_id: UUID | None
    why: str
    is_known: bool = False
    others: tuple[UUID, ...] = ()
    is_doubtful: bool = False
    rejects: UUID | None = None
