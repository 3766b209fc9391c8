"""Exact arithmetic on voices: integers, or fractions when members have weights.

Weights are exact decimals, so there is always a smallest step that divides all
of them (0.1 for 2.6 and 4.6). Thresholds are reckoned in whole steps: with
plain heads the step is 1 and the figures are the usual integers.
"""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from math import lcm
from typing import Final

from alize_desktop.models.values import Voices

_DIGITS: Final = 60
_MOST_PLACES: Final = 9


def step_of(*values: Voices) -> Fraction:
    """Return the step that divides every value: 1 for integers, 0.1 for 2.6 and 4.6.

    A power of ten whenever the values are decimals, so that thresholds read well.
    """
    common = lcm(*(value.denominator for value in values))
    for places in range(_MOST_PLACES + 1):
        if 10**places % common == 0:
            return Fraction(1, 10**places)
    return Fraction(1, common)


def tidy(value: Voices) -> Voices:
    """Return whole voices as an integer, others as they are."""
    return value.numerator if value.denominator == 1 else value


def exact_decimal(value: Voices) -> Decimal:
    """Return voices as a decimal without trailing zeros: ``Decimal("2.6")``.

    Exact for every weight written with decimals; a weight such as one third is
    rounded to sixty digits.
    """
    with localcontext(prec=_DIGITS):
        return Decimal(value.numerator) / Decimal(value.denominator)


def percentage(part: Voices, base: Voices) -> Decimal | None:
    """Return ``part`` of ``base`` in percent, three decimals half up; None for base 0."""
    if base == 0:
        return None
    part_of_hundred = Fraction(100 * part) / Fraction(base)
    with localcontext(prec=_DIGITS):
        exact = Decimal(part_of_hundred.numerator) / Decimal(part_of_hundred.denominator)
        return exact.quantize(Decimal("0.001"), ROUND_HALF_UP)
