"""State aid of an advance: what lending without interest is worth, and the ceiling.

The rates are those of the Commission, dated; a day without a known rate gives none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Final

from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.values import ZERO, Money

CEILING: Final = Money(300_000_00)
"""Most de minimis aid of one undertaking over three years: regulation (EU) 2023/2831, article 3(2)."""

MONTHS_THAT_COUNT: Final = 36
"""Aid of the three years before a grant counts with it, from day to day."""

_LEFT_OUT: Final = ("01", "02", "03")

MARGIN_BASIS_POINTS: Final = 400
"""Satisfactory rating, low security: communication 2008/C 14/02. Advances ask no guarantee."""


@dataclass(frozen=True, slots=True)
class BaseRate:
    """A base rate of the Commission.

    Attributes:
        first: First day it holds.
        last: Last day it is known to hold.
        percent: 2.19 for 2,19 %.
    """

    first: date
    last: date
    percent: Decimal

    @property
    def reference_percent(self) -> Decimal:
        """The rate that a bank would ask for an advance without guarantee, in percent."""
        return self.percent + Decimal(MARGIN_BASIS_POINTS) / 100


BASE_RATES: Final = (
    BaseRate(date(2025, 7, 1), date(2025, 12, 31), Decimal("2.21")),
    BaseRate(date(2026, 1, 1), date(2026, 12, 31), Decimal("2.19")),
)
"""Oldest first. The rate is set again each year: none is assumed to go on."""


def base_rate_on(day: date) -> BaseRate | None:
    """Return the base rate of a day, None when it is not known."""
    return next((each for each in BASE_RATES if each.first <= day <= each.last), None)


def gross_grant_equivalent(rows: RepaymentSchedule, reference_percent: Decimal) -> Money:
    """Return what an advance without interest is worth as a grant.

    The amount less its instalments, discounted to the payment in months; only the total
    is rounded, to the nearest centime.

    Args:
        rows: The schedule of the advance.
        reference_percent: Reference rate of the day of grant, in percent, > -100.

    Source:
        Domaine, 2.4, méthode A : ESB = P − Σ a_k / (1 + t)^(m_k / 12).
    """
    terms = rows.terms
    with localcontext() as context:
        context.prec = 40
        yearly = 1 + reference_percent / 100
        worth = sum(
            Decimal(each.amount.minor)
            / yearly ** (Decimal(terms.deferral + each.number * terms.every) / 12)
            for each in rows.rows
        )
        equivalent = Decimal(terms.amount.minor) - worth
        return Money(int(equivalent.quantize(Decimal(1), ROUND_HALF_UP)))


def aid_of(rows: RepaymentSchedule) -> Money | None:
    """Return the gross grant equivalent of an advance, None when no rate of its day is known."""
    rate = base_rate_on(rows.terms.paid_on)
    return None if rate is None else gross_grant_equivalent(rows, rate.reference_percent)


def total_aid(advances: Iterable[RepaymentSchedule]) -> Money | None:
    """Return what several advances are worth, None when the rate of one is not known."""
    total = ZERO
    for each in advances:
        aid = aid_of(each)
        if aid is None:
            return None
        total += aid
    return total


def most_aid(advances: Iterable[RepaymentSchedule]) -> Money:
    """Return what several advances are worth at most: their amount when no rate is known."""
    total = ZERO
    for each in advances:
        aid = aid_of(each)
        total += each.terms.amount if aid is None else aid
    return total


def is_out_of_scope(naf_code: str) -> bool:
    """Return whether a company has an activity that the general regulation leaves out.

    Source:
        Règlement (UE) 2023/2831, article 1er, paragraphe 1 : production primaire agricole,
        pêche et aquaculture ; NAF, divisions 01 à 03.
    """
    return naf_code.strip()[:2] in _LEFT_OUT


def exceeds_ceiling(earlier: Money, added: Money) -> bool:
    """Return whether an aid would take an undertaking over its ceiling.

    The whole aid then loses the benefit of the regulation: it is never cut to fit.

    Args:
        earlier: Aid of the last three years, declared and granted.
        added: Gross grant equivalent of the new one.

    Source:
        Règlement (UE) 2023/2831, article 3, paragraphes 2 et 7.
    """
    return earlier + added > CEILING
