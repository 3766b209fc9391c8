"""Repayment schedules: constant instalments, the last one takes the centimes.

Every date is counted from the payment, so that the 31st stays the last day of a
month whatever February did.
"""

from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import Rounding
from alize_desktop.models.records.schedules import (
    LONGEST_MONTHS,
    AdvanceTerms,
    Instalment,
    RepaymentSchedule,
)
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.due_dates import add_months, due_date

_USUAL_PERIODS: Final = (1, 2, 3, 4, 6, 12)


def schedule(terms: AdvanceTerms) -> RepaymentSchedule:
    """Return the instalments of an advance.

    The first falls one period after the deferral. The regular amount is the
    amount divided by the number of instalments, rounded; the last takes the rest.

    Args:
        terms: Amount > 0; durations in whole months, 1 to 360.

    Raises:
        UserError: ``AMOUNT_NOT_POSITIVE``; a duration, deferral or period out of
            range; ``YEAR_OUT_OF_RANGE``; ``DEFERRAL_TOO_LONG`` or ``PERIOD_DOES_NOT_DIVIDE``, with ``nearest``:
            the nearest values that work; ``LAST_INSTALMENT_NOT_POSITIVE``.

    Source:
        Règles de calcul, échéanciers.
    """
    count = instalment_count(terms)
    if terms.amount <= ZERO:
        raise UserError(ErrorCode.AMOUNT_NOT_POSITIVE, amount=terms.amount)
    down = terms.rounding is Rounding.DOWN
    regular = terms.amount.divided_down(count) if down else terms.amount.divided(count)
    last = terms.amount - regular * (count - 1)
    if last <= ZERO:
        raise UserError(
            ErrorCode.LAST_INSTALMENT_NOT_POSITIVE,
            amount=terms.amount,
            count=count,
            regular=regular,
        )
    rows = []
    outstanding = terms.amount
    for number in range(1, count + 1):
        amount = regular if number < count else last
        outstanding -= amount
        rows.append(_row(terms, number, amount, outstanding))
    return RepaymentSchedule(terms, tuple(rows))


def instalment_count(terms: AdvanceTerms) -> int:
    """Return how many instalments the durations give, >= 1.

    Raises:
        UserError: ``MONTHS_OUT_OF_RANGE``, ``DEFERRAL_OUT_OF_RANGE``,
            ``PERIOD_OUT_OF_RANGE``, ``DEFERRAL_TOO_LONG`` or
            ``PERIOD_DOES_NOT_DIVIDE``.
    """
    for value, least, code in (
        (terms.months, 1, ErrorCode.MONTHS_OUT_OF_RANGE),
        (terms.deferral, 0, ErrorCode.DEFERRAL_OUT_OF_RANGE),
        (terms.every, 1, ErrorCode.PERIOD_OUT_OF_RANGE),
    ):
        if not least <= value <= LONGEST_MONTHS:
            raise UserError(code, value=value, least=least, most=LONGEST_MONTHS)
    if not terms.deferral_included:
        return _periods(terms, terms.months, months=_nearest_months(terms))
    if terms.deferral >= terms.months:
        longest = terms.months - terms.every
        raise UserError(
            ErrorCode.DEFERRAL_TOO_LONG,
            deferral=terms.deferral,
            months=terms.months,
            nearest=(longest,) if longest >= 0 else (),
        )
    return _periods(terms, terms.months - terms.deferral, deferrals=_nearest_deferrals(terms))


def _periods(
    terms: AdvanceTerms,
    left: int,
    *,
    deferrals: tuple[int, ...] = (),
    months: tuple[int, ...] = (),
) -> int:
    count, rest = divmod(left, terms.every)
    if rest:
        raise UserError(
            ErrorCode.PERIOD_DOES_NOT_DIVIDE,
            left=left,
            every=terms.every,
            nearest=deferrals or months,
            nearest_deferrals=deferrals,
            nearest_months=months,
            periods=tuple(each for each in _USUAL_PERIODS if left % each == 0),
        )
    return count


def _nearest_deferrals(terms: AdvanceTerms) -> tuple[int, ...]:
    rest = (terms.months - terms.deferral) % terms.every
    candidates = (terms.deferral + rest - terms.every, terms.deferral + rest)
    return tuple(each for each in candidates if 0 <= each < terms.months)


def _nearest_months(terms: AdvanceTerms) -> tuple[int, ...]:
    shorter = terms.months // terms.every * terms.every
    candidates = (shorter, shorter + terms.every)
    return tuple(each for each in candidates if 1 <= each <= LONGEST_MONTHS)


def _row(terms: AdvanceTerms, number: int, amount: Money, outstanding: Money) -> Instalment:
    theoretical = add_months(terms.paid_on, terms.deferral + number * terms.every)
    due = due_date(theoretical, terms.calendar, terms.roll)
    return Instalment(number, theoretical, due, amount, outstanding)
