"""Repayment schedules: the terms of an advance and the rows they give."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from alize_desktop.models.enums import DueDateRoll, HolidayCalendar, Rounding
from alize_desktop.models.values import Money

LONGEST_MONTHS: Final = 360
"""Longest duration and longest deferral accepted, in months."""


@dataclass(frozen=True, slots=True)
class AdvanceTerms:
    """What a schedule is reckoned from.

    Attributes:
        amount: Amount lent, > 0.
        months: Total duration in months, 1 to 360.
        paid_on: Day the money is paid; every date is counted from it.
        deferral: Months before the first period, 0 to 360.
        every: Months between two instalments, 1 to 360.
        deferral_included: Whether the deferral is inside the duration.
        rounding: How the regular instalment is rounded.
        roll: What becomes of a due date that is not a working day.
        calendar: Public holidays that count.
        day_of_month: Day of month of every instalment, 1 to 28; None for that of the payment.
        first_due: Day of the first instalment, chosen by hand; every date is then counted
            from it, and ``day_of_month`` is of no use. None to count from the payment.
        in_fine: Whether everything is repaid at once, at the end of the duration.
    """

    amount: Money
    months: int
    paid_on: date
    deferral: int = 0
    every: int = 1
    deferral_included: bool = True
    rounding: Rounding = Rounding.HALF_UP
    roll: DueDateRoll = DueDateRoll.NEXT
    calendar: HolidayCalendar = HolidayCalendar.METROPOLE
    day_of_month: int | None = None
    first_due: date | None = None
    in_fine: bool = False


@dataclass(frozen=True, slots=True)
class Instalment:
    """One row of a schedule.

    Attributes:
        number: 1 for the first.
        theoretical: Day reckoned in months from the payment.
        due: The day that counts, moved to a working day if the rules say so.
        amount: What is due that day.
        outstanding: What remains due after it.
    """

    number: int
    theoretical: date
    due: date
    amount: Money
    outstanding: Money


@dataclass(frozen=True, slots=True)
class RepaymentSchedule:
    """Every instalment of an advance.

    Attributes:
        terms: What the rows were reckoned from.
        rows: The instalments in order, at least one.
    """

    terms: AdvanceTerms
    rows: tuple[Instalment, ...]

    @property
    def count(self) -> int:
        """Number of instalments."""
        return len(self.rows)

    @property
    def regular(self) -> Money:
        """Amount of every instalment but the last (of the only one, if one)."""
        return self.rows[0].amount

    @property
    def last(self) -> Money:
        """Amount of the last instalment, which takes the rest."""
        return self.rows[-1].amount

    @property
    def total(self) -> Money:
        """Sum of the instalments: the amount lent."""
        return Money(sum(row.amount.minor for row in self.rows))

    @property
    def first_due(self) -> date:
        """Day of the first instalment."""
        return self.rows[0].due

    @property
    def last_due(self) -> date:
        """Day of the last instalment."""
        return self.rows[-1].due
