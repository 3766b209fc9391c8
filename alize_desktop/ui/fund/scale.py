"""Where an amount stands on a chart, and the round amounts of its axis. No Qt here."""

from dataclasses import dataclass
from typing import Final

_STEPS: Final = (1, 2, 5)
_LEAST: Final = 100_00
"""One hundred euros: no axis is finer."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Amounts between two heights.

    Attributes:
        ticks: Round amounts in centimes, from the lowest to the highest; zero is one.
        top, bottom: Heights of the highest and of the lowest tick, in pixels.
    """

    ticks: tuple[int, ...]
    top: float
    bottom: float

    def y(self, amount: int) -> float:
        """Return the height of an amount in centimes."""
        lowest, highest = self.ticks[0], self.ticks[-1]
        return self.bottom - (self.bottom - self.top) * (amount - lowest) / (highest - lowest)


def round_ticks(lowest: int, highest: int, most: int) -> tuple[int, ...]:
    """Return round amounts that hold every value and zero.

    Args:
        lowest: Lowest value, in centimes.
        highest: Highest value, in centimes, >= ``lowest``.
        most: Most steps between the first and the last, >= 2.
    """
    low, high = min(lowest, 0), max(highest, 0)
    step = _LEAST
    power = _LEAST
    while True:
        for factor in _STEPS:
            step = power * factor
            first, last = low // step, -(-high // step)
            if last - first <= most:
                last = max(last, first + 1)
                return tuple(each * step for each in range(first, last + 1))
        power *= 10
