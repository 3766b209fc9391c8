"""State aid of an advance: the rates, what lending without interest is worth, the ceiling.

The rates are those of the Commission, dated; a day without a known rate gives none.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Final, TypeAlias

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AidMethod, Collateral, CreditRating
from alize_desktop.models.records.money_rules import Margins, MoneyRules
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.records.state_aid import AdvanceAid, AidBasis, BaseRate
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.due_dates import add_months

MONTHS_THAT_COUNT: Final = 36
"""Aid of the three years before a grant counts with it, from day to day."""

LOWEST_BASE: Final = Decimal(-5)
HIGHEST_BASE: Final = Decimal(25)
"""Bounds of a base rate, in percent: beyond them it was mistyped."""

HIGHEST_RATE: Final = Decimal(100)
"""Highest reference or discount rate, in percent."""

BASE_RATES: Final = (
    BaseRate(date(2025, 7, 1), date(2025, 12, 31), Decimal("2.21")),
    BaseRate(date(2026, 1, 1), date(2026, 12, 31), Decimal("2.19")),
)
"""Rates the program comes with, oldest first. Set again each year: none is assumed to go on."""

_LEFT_OUT: Final = ("01", "02", "03")
_DIGITS: Final = 50
_DAYS_OF_MONTH: Final = 30
_DUE: TypeAlias = tuple[Decimal, Decimal]
"""Months after the payment, and centimes."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """An aid under the ceiling.

    Attributes:
        total: What counts before it, and the aid.
        left: What is left under the ceiling after it; None when it is not allowed.
    """

    total: Money
    is_allowed: bool
    left: Money | None


def base_rate_on(day: date, entered: Iterable[BaseRate] = ()) -> BaseRate | None:
    """Return the base rate of a day, None when it is not known.

    Args:
        day: Day of the grant.
        entered: Rates that were entered, oldest entry first: the last one that covers
            the day wins, and wins over the rates that the program came with.
    """
    covering = [each for each in (*BASE_RATES, *entered) if each.first <= day <= each.last]
    return covering[-1] if covering else None


def reference_percent(
    base: Decimal, rating: CreditRating, collateral: Collateral, margins: Sequence[Margins]
) -> Decimal:
    """Return the rate that a bank would ask, in percent; never below zero.

    Args:
        base: Base rate, in percent.
        rating: Of the borrower.
        collateral: Of the advance.
        margins: One for each rating.

    Source:
        Communication 2008/C 14/02: base rate and margin.
    """
    of_rating = next(each for each in margins if each.rating is rating)
    points = {
        Collateral.HIGH: of_rating.high,
        Collateral.NORMAL: of_rating.normal,
        Collateral.LOW: of_rating.low,
    }[collateral]
    return max(base + Decimal(points) / 100, Decimal(0))


def discount_percent(base: Decimal) -> Decimal:
    """Return the discount rate, in percent.

    Source:
        Communication 2008/C 14/02: base rate and 100 basis points.
    """
    return base + 1


def grant_equivalent(
    rows: RepaymentSchedule,
    method: AidMethod,
    reference: Decimal,
    discount: Decimal,
    public: Decimal = Decimal(100),
) -> Money:
    """Return the public part of what an advance without interest is worth as a grant.

    Only the result is rounded, half up, to the centime; one of method A that is rounded up
    to the amount is a centime less. Moves to a working day are ignored.

    Args:
        rows: The schedule of the advance.
        method: ``A`` and ``A_PROPORTIONAL`` discount the instalments at the reference
            rate; ``B`` discounts the interest that is not asked.
        reference: Reference rate, percent a year, >= 0.
        discount: Discount rate, percent a year, > -100; of method B only.
        public: Public part of the fund, percent, 0 to 100.

    Source:
        Domaine, 2.4 : A = P − Σ a_k (1 + t)^(−m_k / 12) ; A proportionnelle =
        P − Σ a_k (1 + t / 12)^(−m_k) ; B = Σ capital dû · t · p / 12 · (1 + d)^(−m / 12).
    """
    with localcontext() as context:
        context.prec = _DIGITS
        amount = Decimal(rows.terms.amount.minor)
        dues = list(_dues(rows))
        if method is AidMethod.B:
            worth = _interest(amount, dues, rows.terms.every, reference / 100, discount / 100)
        else:
            worth = amount - _discounted(dues, reference, is_yearly=method is AidMethod.A)
        rounded = int((worth * public / 100).quantize(Decimal(1), ROUND_HALF_UP))
    if method is not AidMethod.B:  # what is given back later is worth something: not all is aid
        rounded = min(rounded, rows.terms.amount.minor - 1)
    return Money(rounded)


def _discounted(
    dues: Iterable[tuple[Decimal, Decimal]], reference: Decimal, *, is_yearly: bool
) -> Decimal:
    """Return what the instalments are worth on the day of payment."""
    yearly, monthly = 1 + reference / 100, 1 + reference / 1200
    return sum(
        (due / (yearly ** (month / 12) if is_yearly else monthly**month) for month, due in dues),
        Decimal(0),
    )


def advance_aid(
    rows: RepaymentSchedule | None,
    granted_on: date,
    rules: MoneyRules,
    entered: Iterable[BaseRate] = (),
    days: int = 0,
) -> AdvanceAid:
    """Return what an advance is worth as aid, under the rules of the money.

    Args:
        rows: Its schedule; None when only days are lent.
        granted_on: Day of the legal right.
        rules: Say the method, the rating, the collateral, the public part.
        entered: Rates that were entered, oldest entry first.
        days: Lent with it; they count as the rules say.
    """
    amount = rows.terms.amount if rows else ZERO
    lent = rules.day_value * days if rules.counts_days else ZERO
    rate = base_rate_on(granted_on, entered)
    if rate is None:
        return AdvanceAid(granted_on, amount, None, None, lent)
    basis = _basis(rate, rules, lent)
    worth = (
        grant_equivalent(
            rows,
            basis.method,
            basis.reference_percent,
            basis.discount_percent,
            basis.public_percent,
        )
        if rows
        else ZERO
    )
    return AdvanceAid(granted_on, amount, worth + lent, basis, lent)


def window_start(granted_on: date) -> date:
    """Return the first day whose aid counts with one granted on a day.

    Source:
        Règlement (UE) 2023/2831, article 3, paragraphe 2 : trois ans, de date à date.
    """
    years, month = divmod(granted_on.year * 12 + granted_on.month - 1 - MONTHS_THAT_COUNT, 12)
    if years < date.min.year:
        return date.min
    last = monthrange(years, month + 1)[1]
    return date(years, month + 1, min(granted_on.day, last)) + timedelta(days=1)


def weigh(
    granted_on: date, added: Money, past: Iterable[tuple[date, Money]], ceiling: Money
) -> Weighed:
    """Return an aid with what counts before it, under the ceiling.

    Over the ceiling the whole aid loses the benefit of the regulation: it is never cut
    to fit.

    Args:
        granted_on: Day of the grant.
        added: Gross grant equivalent of the new aid.
        past: Day and gross grant equivalent of the others: those of the window count.
        ceiling: Of the single undertaking.

    Source:
        Règlement (UE) 2023/2831, article 3, paragraphes 2 et 7.
    """
    first, total = window_start(granted_on), added
    for day, amount in past:
        if first <= day <= granted_on:
            total += amount
    is_allowed = total <= ceiling
    return Weighed(total, is_allowed, ceiling - total if is_allowed else None)


def is_out_of_scope(naf_code: str) -> bool:
    """Return whether a company has an activity that the general regulation leaves out.

    Source:
        Règlement (UE) 2023/2831, article 1er, paragraphe 1 : production primaire agricole,
        pêche et aquaculture ; NAF, divisions 01 à 03.
    """
    return naf_code.strip()[:2] in _LEFT_OUT


def check_rate(percent: Decimal, least: Decimal, most: Decimal) -> None:
    """Refuse a rate that nobody publishes.

    Raises:
        UserError: ``RATE_OUT_OF_RANGE``.
    """
    if not least <= percent <= most:
        raise UserError(ErrorCode.RATE_OUT_OF_RANGE, value=percent, least=least, most=most)


def _basis(rate: BaseRate, rules: MoneyRules, lent: Money) -> AidBasis:
    return AidBasis(
        method=rules.aid_method,
        rating=rules.rating,
        collateral=rules.collateral,
        base_percent=rate.percent,
        reference_percent=reference_percent(
            rate.percent, rules.rating, rules.collateral, rules.margins
        ),
        discount_percent=discount_percent(rate.percent),
        public_percent=rules.public_percent,
        source=rate.source,
        base_from=rate.first,
        days_value=lent,
    )


def _dues(rows: RepaymentSchedule) -> Iterator[_DUE]:
    """Yield each instalment, in months from the payment.

    Months are whole when a date is that of the payment; a day chosen by hand adds days
    of a month of thirty.
    """
    paid_on = rows.terms.paid_on
    for each in rows.rows:
        day = each.theoretical
        months = Decimal((day.year - paid_on.year) * 12 + day.month - paid_on.month)
        if add_months(paid_on, int(months)) != day:
            days = min(day.day, _DAYS_OF_MONTH) - min(paid_on.day, _DAYS_OF_MONTH)
            months += Decimal(days) / _DAYS_OF_MONTH
        yield months, Decimal(each.amount.minor)


def _interest(
    amount: Decimal, dues: Sequence[_DUE], every: int, reference: Decimal, discount: Decimal
) -> Decimal:
    """Return the interest that is not asked, each period discounted from its end.

    Periods end with the instalments, and are counted back through the deferral: the
    first one is shorter when they do not divide it.
    """
    total, outstanding, since = Decimal(0), amount, Decimal(0)
    for month, due in dues:
        count = int(-(-(month - since) // every))
        for ahead in reversed(range(count)):
            end = month - ahead * every
            interest = outstanding * reference * (end - since) / 12
            total += interest / (1 + discount) ** (end / 12)
            since = end
        outstanding -= due
    return total
