"""What a chart and its table keep of many figures, and the round figures of an axis."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from alize_desktop.models.records.charts import ChartFigure, ChartPoint, Rest

MOST_BARS: Final = 20
"""Bars that stay readable."""

MOST_YEARS: Final = 40

_STEPS: Final = (1, 2, 5)


def leading(figure: ChartFigure, most: int = MOST_BARS) -> ChartFigure:
    """Return a figure of its first points only: what is left would dwarf them, added together.

    Of years, the last ones.
    """
    points = figure.points[-MOST_YEARS:] if figure.is_ordered else figure.points[:most]
    return replace(figure, points=points)


def folded(figure: ChartFigure, most: int) -> ChartFigure:
    """Return a figure of ``most`` points at most, the smallest ones added together at the end.

    Never of one name alone, nor where order is time or size.
    """
    if figure.is_ordered or len(figure.points) <= most:
        return figure
    last = figure.points[most - 1 :]
    values = tuple(sum(each, Decimal()) for each in zip(*(one.values for one in last), strict=True))
    ratio = (
        sum((each.ratio for each in last if each.ratio), Fraction()) if figure.has_ratio else None
    )
    rest = ChartPoint(Rest(len(last)), values, ratio)
    return replace(figure, points=(*figure.points[: most - 1], rest))


def round_ticks(highest: Decimal, most: int) -> tuple[int, ...]:
    """Return round figures from zero to one that is not below ``highest``.

    Args:
        highest: Highest value, >= 0.
        most: Most steps, >= 1.
    """
    power = 1
    while True:
        for factor in _STEPS:
            step = power * factor
            steps = max(-(-int(highest.to_integral_value(rounding="ROUND_CEILING")) // step), 1)
            if steps <= most:
                return tuple(each * step for each in range(steps + 1))
        power *= 10
