"""Rules of the money: schedules, envelope, reminders, state aid, payment files."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from alize_desktop.models.enums import (
    AidMethod,
    Collateral,
    CreditRating,
    DueDateRoll,
    EarlyAllocation,
    GrantDateRule,
    OverEnvelope,
    Rounding,
)
from alize_desktop.models.values import ZERO, Money

CEILING: Final = Money(300_000_00)
"""Most de minimis aid of one undertaking over three years: regulation (EU) 2023/2831, article 3(2)."""

DAY_VALUE: Final = Money(800_00)
"""Usual value of a lent day."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Basis points that a rating adds to the base rate, by collateral."""

    rating: CreditRating
    high: int
    normal: int
    low: int


MARGINS: Final = (
    Margins(CreditRating.STRONG, 60, 75, 100),
    Margins(CreditRating.GOOD, 75, 100, 220),
    Margins(CreditRating.SATISFACTORY, 100, 220, 400),
    Margins(CreditRating.WEAK, 220, 400, 650),
    Margins(CreditRating.BAD, 400, 650, 1000),
    Margins(CreditRating.NO_HISTORY, 400, 400, 400),
)
"""Of communication 2008/C 14/02, to be confirmed by the body that holds the fund."""


@dataclass(frozen=True, slots=True)
class MoneyRules:
    """What the body that holds the fund decided, for all its advances.

    Attributes:
        deferral_included: Whether the deferral is inside the duration.
        rounding, roll: Of new schedules.
        day_of_month: Day of month of every instalment, 1 to 28; None for the day of payment.
        reschedulings: How many amendments may reschedule an advance.
        longest_months: Longest duration with its amendments, from the payment.
        early: What money received early repays, unless it is said otherwise.
        over_envelope: What becomes of a decision above what the fund can lend.
        reminder_days, notice_days, acceleration_days: Days late of each step.
        meetings_a_year, planned_grant: For the forecast: what meetings are expected to grant.
        aid_method, rating, collateral: Usual ones of an advance.
        margins: See ``MARGINS``.
        public_percent: Public part of the fund, 0 to 100; two decimals at most.
        ceiling: Of de minimis aid of a single undertaking over 36 months.
        grant_date: Which day counts.
        counts_days, day_value: Whether lent days count as aid, and for how much each.
        confirmed_by: Who confirmed the method for the holder of the fund; empty until then.
        confirmed_on: When; None until then.
        payment_files: Whether SEPA files are offered.
        creditor_name, creditor_iban, creditor_bic, creditor_identifier: Of the fund's account.
    """

    deferral_included: bool = True
    rounding: Rounding = Rounding.HALF_UP
    roll: DueDateRoll = DueDateRoll.NEXT
    day_of_month: int | None = None
    reschedulings: int = 1
    longest_months: int = 84
    early: EarlyAllocation = EarlyAllocation.NEXT
    over_envelope: OverEnvelope = OverEnvelope.REASON
    reminder_days: int = 8
    notice_days: int = 30
    acceleration_days: int = 60
    meetings_a_year: int = 3
    planned_grant: Money = ZERO
    aid_method: AidMethod = AidMethod.A
    rating: CreditRating = CreditRating.SATISFACTORY
    collateral: Collateral = Collateral.LOW
    margins: tuple[Margins, ...] = MARGINS
    public_percent: Decimal = Decimal(100)
    ceiling: Money = CEILING
    grant_date: GrantDateRule = GrantDateRule.DECISION
    counts_days: bool = False
    day_value: Money = DAY_VALUE
    confirmed_by: str = ""
    confirmed_on: date | None = None
    payment_files: bool = False
    creditor_name: str = ""
    creditor_iban: str = ""
    creditor_bic: str = ""
    creditor_identifier: str = ""


@dataclass(frozen=True, slots=True)
class MoneyRulesVersion:
    """A version of the rules, as it was adopted. Never changed.

    Attributes:
        number: From 1; 0 for the rules the program came with.
    """

    number: int
    rules: MoneyRules
    adopted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BankAccount:
    """The account of a company, and its mandate of direct debit.

    Attributes:
        siren: Of the company.
        mandate: Unique reference of the mandate, empty without one.
    """

    id: UUID
    siren: str
    holder: str
    iban: str
    bic: str = ""
    mandate: str = ""
    mandate_on: date | None = None
    revision: int = 1
