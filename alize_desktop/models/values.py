"""Exact values: money in whole centimes, shares as two integers.

No float ever enters or leaves this module. Amounts are compared, added and
subtracted; anything that divides says how it rounds.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Self, TypeAlias

from alize_desktop.errors import ErrorCode, UserError

Voices: TypeAlias = int | Fraction
"""Voices of members: whole ones are integers, weighted ones exact fractions."""

LARGEST_AMOUNT: Final = 10**15
"""Largest amount accepted, in centimes: ten thousand billion euros."""

_AMOUNT: Final = re.compile(r"-?[0-9]{1,13}(?:\.[0-9]{1,2})?")


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount of euros.

    Attributes:
        minor: Whole centimes; may be negative.
    """

    minor: int

    def __post_init__(self) -> None:
        if abs(self.minor) > LARGEST_AMOUNT:
            raise UserError(ErrorCode.AMOUNT_INVALID, value=str(self.minor))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an amount written with a point and at most two decimals.

        Args:
            text: ``"12000"``, ``"12000.5"`` or ``"12000.50"``. French habits
                are read by ``spreadsheets`` and ``ui``, not here.

        Raises:
            UserError: ``AMOUNT_INVALID`` for any other text.
        """
        if not _AMOUNT.fullmatch(text):
            raise UserError(ErrorCode.AMOUNT_INVALID, value=text)
        whole, _point, cents = text.partition(".")
        return cls(int(whole + cents.ljust(2, "0")))

    def __str__(self) -> str:
        """Return the amount with two decimals and a point: ``12000.00``."""
        sign, rest = ("-", -self.minor) if self.minor < 0 else ("", self.minor)
        return f"{sign}{rest // 100}.{rest % 100:02d}"

    def __bool__(self) -> bool:
        return self.minor != 0

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + other.minor)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - other.minor)

    def __mul__(self, times: int) -> "Money":
        return Money(self.minor * times)

    def __neg__(self) -> "Money":
        return Money(-self.minor)

    def divided(self, by: int) -> "Money":
        """Return the amount divided by ``by`` (>= 1), rounded half up to the centime."""
        return Money((2 * self.minor + by) // (2 * by))

    def divided_down(self, by: int) -> "Money":
        """Return the amount divided by ``by`` (>= 1), rounded down to the centime."""
        return Money(self.minor // by)


ZERO: Final = Money(0)


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a whole as two integers, so that 2/3 is never 0.66.

    Attributes:
        numerator: p in p/q, >= 1 and <= ``denominator``.
        denominator: q in p/q, >= 1.
    """

    numerator: int
    denominator: int

    def __post_init__(self) -> None:
        if not 1 <= self.numerator <= self.denominator:
            raise UserError(
                ErrorCode.MAJORITY_INVALID, value=f"{self.numerator}/{self.denominator}"
            )

    def of(self, base: int | Fraction) -> Fraction:
        """Return the share of ``base``, exact."""
        return Fraction(self.numerator, self.denominator) * base
