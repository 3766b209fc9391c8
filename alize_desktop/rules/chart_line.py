"""Where a line through the years stands: its axis, its points, as many words as there is room for."""

from decimal import Decimal

from alize_desktop.models.records.chart_layout import (
    Box,
    ChartLayout,
    ChartSizes,
    Side,
    Stroke,
    Tone,
    Words,
)
from alize_desktop.models.records.charts import Chart


def line_layout(chart: Chart, sizes: ChartSizes) -> ChartLayout:
    """Return where everything stands. See ``rules.chart_layout``."""
    return _Line(chart, sizes).layout()


class _Line:
    """One series over an axis that begins at zero; years stand side by side."""

    def __init__(self, chart: Chart, sizes: ChartSizes) -> None:
        self._chart, self._sizes = chart, sizes
        self._left = max(sizes.measure(text) for _tick, text in chart.ticks) + 2 * sizes.gap
        self._top, self._bottom = 1.5 * sizes.line, sizes.plot - 1.5 * sizes.line
        self._slot = (sizes.width - self._left) / len(chart.bars)

    def layout(self) -> ChartLayout:
        """Return where everything stands."""
        dots = tuple(self._dots())
        axis = [self._rule(tick) for tick, _text in self._chart.ticks]
        return ChartLayout(
            height=self._sizes.plot,
            strokes=(*axis, Stroke(dots, is_series=True)),
            blocks=(),
            dots=dots,
            words=(*self._ticks(), *self._names(), *self._values(dots)),
            zones=tuple(self._zone(number) for number in range(len(dots))),
        )

    def _y(self, value: Decimal | int) -> float:
        highest = self._chart.ticks[-1][0]
        return self._bottom - (self._bottom - self._top) * float(value / Decimal(highest))

    def _x(self, number: int) -> float:
        return self._left + (number + 0.5) * self._slot

    def _dots(self) -> list[tuple[float, float]]:
        return [(self._x(n), self._y(bar.values[0])) for n, bar in enumerate(self._chart.bars)]

    def _rule(self, tick: int) -> Stroke:
        return Stroke(((self._left, self._y(tick)), (self._sizes.width, self._y(tick))))

    def _zone(self, number: int) -> Box:
        return Box(self._left + number * self._slot, 0, self._slot, self._sizes.plot)

    def _ticks(self) -> list[Words]:
        line = self._sizes.line
        width = self._left - self._sizes.gap
        return [
            Words(Box(0, self._y(tick) - line / 2, width, line), text, Side.RIGHT, Tone.SOFT)
            for tick, text in self._chart.ticks
        ]

    def _names(self) -> list[Words]:
        names = [each.name for each in self._chart.bars]
        top = self._bottom + self._sizes.gap
        return [
            Words(self._around(self._x(number), top, names[number]), names[number], Side.CENTRE)
            for number in self._fitting(names)
        ]

    def _values(self, dots: tuple[tuple[float, float], ...]) -> list[Words]:
        texts = [each.texts[0] for each in self._chart.bars]
        return [
            Words(self._beside(dots, number, texts[number]), texts[number], Side.CENTRE, Tone.VALUE)
            for number in self._fitting(texts)
        ]

    def _beside(self, dots: tuple[tuple[float, float], ...], number: int, text: str) -> Box:
        """Return a box above a point, away from a line that goes up steeply beside it."""
        left, top = dots[number]
        above = top - self._sizes.line
        before = dots[number - 1][1] if number else top
        after = dots[number + 1][1] if number + 1 < len(dots) else top
        shift = self._sizes.measure(text) / 2 + self._sizes.gap
        if before < above and top <= after:
            left += shift
        elif after < above and top <= before:
            left -= shift
        return self._around(left, top - self._sizes.line - self._sizes.gap / 2, text)

    def _around(self, middle: float, top: float, text: str) -> Box:
        """Return a box for a text around a middle, neither on the axis nor beyond the edge."""
        width = self._sizes.measure(text) + self._sizes.gap
        left = min(middle - width / 2, self._sizes.width - width)
        return Box(max(left, self._left), top, width, self._sizes.line)

    def _fitting(self, texts: list[str]) -> range:
        """Return the numbers of the texts that fit side by side, the last one among them."""
        widest = max(self._sizes.measure(each) for each in texts) + self._sizes.gap
        step = max(int(-(-widest // self._slot)), 1)
        return range((len(texts) - 1) % step, len(texts), step)
