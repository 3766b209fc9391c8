"""Where the bars and the words of a chart stand in a width."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from typing import Final

from alize_desktop.models.records.chart_layout import (
    Block,
    Box,
    ChartLayout,
    ChartSizes,
    Look,
    Side,
    Tone,
    Words,
)
from alize_desktop.models.records.charts import Chart, ChartBar, ChartKind
from alize_desktop.rules.chart_line import line_layout

LOOKS: Final = (Look.SOLID, Look.PALE)
_PAIRED_LOOKS: Final = (Look.PALE, Look.SOLID)
"""What was promised is pale, what came of it is filled."""

_WIDEST_NAMES: Final = 0.4
_LEAST: Final = 1.5
"""Width of a bar that is not zero."""


def chart_layout(chart: Chart, sizes: ChartSizes) -> ChartLayout:
    """Return where everything stands.

    Args:
        chart: With one bar at least.
        sizes: Room and measures.
    """
    if chart.kind is ChartKind.LINE:
        return line_layout(chart, sizes)
    return _Bars(chart, sizes).layout()


class _Bars:
    """Bars that lie one under the other, their names on the left, their figures at their ends."""

    def __init__(self, chart: Chart, sizes: ChartSizes) -> None:
        self._chart, self._sizes = chart, sizes
        self._is_stacked = chart.kind is ChartKind.STACKED
        self._looks = LOOKS if self._is_stacked or len(chart.series) == 1 else _PAIRED_LOOKS
        widest = max(sizes.measure(each.name) for each in chart.bars)
        self._names = min(widest, sizes.width * _WIDEST_NAMES)
        self._left = self._names + 2 * sizes.gap
        self._room = sizes.width - self._left - self._widest_text() - sizes.gap
        self._highest = max(self._extent(each) for each in chart.bars) or Decimal(1)

    def layout(self) -> ChartLayout:
        """Return where everything stands."""
        sizes, chart = self._sizes, self._chart
        blocks, words = self._legend()
        top = sizes.line + sizes.gap if blocks else 0.0
        zones: list[Box] = []
        for bar in chart.bars:
            zone = Box(0, top, sizes.width, self._row())
            zones.append(zone)
            words.append(
                Words(Box(sizes.gap / 2, top, self._names + sizes.gap, zone.height), bar.name)
            )
            for block, said in self._drawn(bar, zone):
                blocks.extend(block)
                words.extend(said)
            top += zone.height
        cut = (n for n, each in enumerate(chart.bars) if sizes.measure(each.name) > self._names)
        return ChartLayout(top, (), tuple(blocks), (), tuple(words), tuple(zones), tuple(cut))

    def _row(self) -> float:
        """Return the height of one name with its bars."""
        sizes = self._sizes
        lines = 1 if self._is_stacked else len(self._chart.series)
        return max(sizes.bar, sizes.line) * lines + sizes.gap

    def _extent(self, bar: ChartBar) -> Decimal:
        return sum(bar.values, Decimal()) if self._is_stacked else max(bar.values)

    def _widest_text(self) -> float:
        """Return the width to be left beyond the longest bar."""
        texts = (
            [" + ".join(each.texts) for each in self._chart.bars]
            if self._is_stacked
            else [text for each in self._chart.bars for text in each.texts]
        )
        return max(self._sizes.measure(each) for each in texts)

    def _legend(self) -> tuple[list[Block], list[Words]]:
        """Return a sample of each series with its name, above the bars, when there are several."""
        sizes, blocks, words = self._sizes, list[Block](), list[Words]()
        if len(self._chart.series) == 1:
            return blocks, words
        left = self._left
        side = sizes.line * 0.6
        for name, look in zip(self._chart.series, self._looks, strict=True):
            blocks.append(Block(Box(left, (sizes.line - side) / 2, side, side), look))
            left += side + sizes.gap
            width = sizes.measure(name) + sizes.gap
            words.append(Words(Box(left, 0, width, sizes.line), name, tone=Tone.SOFT))
            left += width + 2 * sizes.gap
        return blocks, words

    def _drawn(self, bar: ChartBar, zone: Box) -> Iterator[tuple[list[Block], list[Words]]]:
        if self._is_stacked:
            yield self._stack(bar, zone)
            return
        height = (zone.height - self._sizes.gap) / len(bar.values)
        for number, (value, text) in enumerate(zip(bar.values, bar.texts, strict=True)):
            middle = zone.top + self._sizes.gap / 2 + height * (number + 0.5)
            box = self._box(self._left, middle, self._length(value))
            said = Words(self._after(box, zone), text, tone=Tone.VALUE)
            yield [Block(box, self._looks[number])] if value else [], [said]

    def _stack(self, bar: ChartBar, zone: Box) -> tuple[list[Block], list[Words]]:
        """Return the parts of a bar, each with its figure inside, or all of them after it."""
        lengths = [self._length(each) for each in bar.values]
        middle = zone.top + zone.height / 2
        starts = accumulate(lengths[:-1], initial=self._left)
        parts = [
            (self._box(start, middle, length), text, look)
            for start, length, text, look in zip(
                starts, lengths, bar.texts, self._looks, strict=True
            )
            if length
        ]
        blocks = [Block(box, look) for box, _text, look in parts]
        measure, gap = self._sizes.measure, self._sizes.gap
        if parts and all(measure(text) + gap <= box.width for box, text, _look in parts):
            return blocks, [
                Words(box, text, Side.CENTRE, _INSIDE[look]) for box, text, look in parts
            ]
        whole = self._box(self._left, middle, sum(lengths))
        said = " + ".join(bar.texts)
        return blocks, [Words(self._after(whole, zone), said, tone=Tone.VALUE)]

    def _length(self, value: Decimal) -> float:
        return max(self._room * float(value / self._highest), _LEAST) if value else 0.0

    def _box(self, left: float, middle: float, width: float) -> Box:
        height = self._sizes.bar
        return Box(left, middle - height / 2, width, height)

    def _after(self, box: Box, zone: Box) -> Box:
        """Return the room beyond the end of a bar."""
        left = box.left + box.width + self._sizes.gap
        line = self._sizes.line
        middle = box.top + box.height / 2
        return Box(left, middle - line / 2, zone.width - left, line)


_INSIDE: Final = {Look.SOLID: Tone.ON_SOLID, Look.PALE: Tone.VALUE}
