"""Charts: what is to be seen, and the same in words, for every screen and every paper."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from alize_desktop.models.records.report import HeadcountClass


class ChartKind(StrEnum):
    """How a chart is drawn."""

    BARS = "bars"
    PAIRED = "paired"
    STACKED = "stacked"
    LINE = "line"


class ChartUnit(StrEnum):
    """What a chart counts."""

    DOSSIERS = "dossiers"
    MISSIONS = "missions"
    JOBS = "jobs"
    DAYS = "days"
    EUROS = "euros"


@dataclass(frozen=True, slots=True)
class Rest:
    """What is drawn together at the end: so many names."""

    names: int


PointName: TypeAlias = str | tuple[str, str] | StrEnum | HeadcountClass | Rest | None
"""A name as written, two of them, a member of a vocabulary, or None when it is not said."""


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One column of figures."""

    key: str
    unit: ChartUnit


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One line of figures.

    Attributes:
        values: One a series, >= 0, in its unit.
        ratio: Part of the whole, or what came of a promise; None for none.
        unseen: Numbers of the series that nobody looked at: nought there is not a figure.
    """

    name: PointName
    values: tuple[Decimal, ...]
    ratio: Fraction | None = None
    unseen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """What a chart and its table are made from.

    Attributes:
        key: Stable name.
        drawn: Numbers of the series that the chart shows, all of one unit; a table shows
            every one.
        has_ratio: Whether the ratios of the points mean something.
        has_total: Whether the series may be added.
        is_ordered: Whether the order of the points is that of time or of size classes: the
            last ones are never drawn together.
    """

    key: str
    kind: ChartKind
    series: tuple[ChartSeries, ...]
    points: tuple[ChartPoint, ...]
    drawn: tuple[int, ...] = (0,)
    has_ratio: bool = False
    has_total: bool = True
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One line of a chart, in words.

    Attributes:
        values: One a series drawn.
        texts: The same as a person reads them.
    """

    name: str
    values: tuple[Decimal, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartCell:
    """One cell of a table.

    Attributes:
        text: As a person reads it.
        plain: As another program reads it: no grouping, a decimal comma, no unit.
    """

    text: str
    plain: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and its table, in words.

    Attributes:
        unit: Of what is drawn.
        series: Names of the series drawn.
        bars: From top to bottom, or in order of time.
        heads: Of the table; the first column holds names.
        rows: Of the table, whole.
        total: Its last row; empty for none.
        ticks: (figure, text) of the axis of a line, from zero; none for bars.
        note: What must be known to read it; empty for nothing.
        alternative: What it says to who cannot see it.
    """

    key: str
    title: str
    kind: ChartKind
    unit: ChartUnit
    series: tuple[str, ...]
    bars: tuple[ChartBar, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[ChartCell, ...], ...]
    total: tuple[ChartCell, ...]
    note: str
    alternative: str
    ticks: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportTheme:
    """One part of a report as it is read, on screen and on paper.

    Attributes:
        key: Stable name.
        figures: Totals: (name, text).
        charts: In an order of reading; those without anything to show are left out.
    """

    key: str
    title: str
    figures: tuple[tuple[str, str], ...]
    charts: tuple[Chart, ...]
