"""Repayment schedules: constant instalments, the last one takes the centimes.

Every date is counted from the payment, so that the 31st stays the last day of a
month whatever February did.
"""

from collections.abc import Iterator
from datetime import date
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
from alize_desktop.rules.due_dates import add_months, due_date, months_between

LAST_DAY_OF_MONTH: Final = 28
"""Latest day of month that instalments may be given: it exists in every month."""

_USUAL_PERIODS: Final = (1, 2, 3, 4, 6, 12)


def schedule(terms: AdvanceTerms) -> RepaymentSchedule:
    """Return the instalments of an advance.

    The first falls one period after the deferral, or on the day chosen by hand. The
    regular amount is the amount divided by the number of instalments, rounded; the last
    takes the rest.

    Args:
        terms: Amount > 0; durations in whole months, 1 to 360.

    Raises:
        UserError: ``AMOUNT_NOT_POSITIVE``; a duration, deferral or period out of
            range; ``YEAR_OUT_OF_RANGE``; ``DAY_OF_MONTH_INVALID``;
            ``FIRST_DUE_TOO_EARLY``; with ``nearest``, the nearest values that work:
            ``DEFERRAL_TOO_LONG``, ``PERIOD_DOES_NOT_DIVIDE``,
            ``LAST_INSTALMENT_NOT_POSITIVE`` and ``INSTALMENT_NOT_POSITIVE``.

    Source:
        Règles de calcul, échéanciers.
    """
    count = instalment_count(terms)
    if terms.amount <= ZERO:
        raise UserError(ErrorCode.AMOUNT_NOT_POSITIVE, amount=terms.amount)
    _check_days(terms)
    regular = _regular(terms, count)
    last = terms.amount - regular * (count - 1)
    if last <= ZERO or regular <= ZERO:
        raise _refused_share(terms, count, regular)
    left = terms.amount.minor
    rows = []
    for number, day in enumerate(_days(terms, count), start=1):
        amount = regular if number < count else last
        left -= amount.minor
        due = due_date(day, terms.calendar, terms.roll)
        rows.append(Instalment(number, day, due, amount, Money(left)))
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
    if terms.in_fine:
        return 1
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


def months_after(terms: AdvanceTerms, number: int) -> int:
    """Return how many months after the payment an instalment falls.

    A month begun counts when the first day was chosen by hand; neither the day of month
    nor a day that is not worked changes it.

    Args:
        terms: What the schedule is reckoned from.
        number: Of the instalment, from 1.
    """
    if terms.first_due is not None:
        return months_between(terms.paid_on, _days(terms, number)[-1])
    if terms.in_fine:
        return terms.months + (0 if terms.deferral_included else terms.deferral)
    return terms.deferral + number * terms.every


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


def _refused_share(terms: AdvanceTerms, count: int, regular: Money) -> UserError:
    nearest = tuple(_nearest_durations(terms, count))
    params = {"amount": terms.amount, "count": count, "nearest": nearest, "nearest_months": nearest}
    if not regular:
        return UserError(ErrorCode.INSTALMENT_NOT_POSITIVE, **params)
    return UserError(ErrorCode.LAST_INSTALMENT_NOT_POSITIVE, regular=regular, **params)


def _nearest_durations(terms: AdvanceTerms, count: int) -> Iterator[int]:
    """Yield the durations next to a refused one whose instalments are all positive."""
    added = terms.deferral if terms.deferral_included else 0
    most = (LONGEST_MONTHS - added) // terms.every
    for counts in (range(count - 1, 0, -1), range(count + 1, most + 1)):
        for each in counts:
            regular = _regular(terms, each)
            if regular > ZERO and regular * (each - 1) < terms.amount:
                yield added + each * terms.every
                break


def _regular(terms: AdvanceTerms, count: int) -> Money:
    is_down = terms.rounding is Rounding.DOWN
    return terms.amount.divided_down(count) if is_down else terms.amount.divided(count)


def _check_days(terms: AdvanceTerms) -> None:
    day = terms.day_of_month
    if day is not None and not 1 <= day <= LAST_DAY_OF_MONTH:
        raise UserError(ErrorCode.DAY_OF_MONTH_INVALID, value=day)
    first = terms.first_due
    if first is not None and first <= terms.paid_on:
        raise UserError(ErrorCode.FIRST_DUE_TOO_EARLY, day=first, limit=terms.paid_on)


def _days(terms: AdvanceTerms, count: int) -> list[date]:
    """Return the theoretical days of the first instalments, each counted from the origin."""
    if terms.first_due is not None:
        return [add_months(terms.first_due, number * terms.every) for number in range(count)]
    first = months_after(terms, 1)
    days = [add_months(terms.paid_on, first + number * terms.every) for number in range(count)]
    day = terms.day_of_month
    return days if day is None else [each.replace(day=day) for each in days]
