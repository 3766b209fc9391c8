"""The charts of a report: which figures stand together, in which order, and how they are drawn.

Bars everywhere: lengths are compared at a glance, slices are not. A line only where time
goes by.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from alize_desktop.models.records.charts import (
    ChartFigure,
    ChartKind,
    ChartPoint,
    ChartSeries,
    ChartUnit,
    PointName,
)
from alize_desktop.models.records.report import (
    Counted,
    DayLine,
    Kept,
    PartLine,
    ProgrammeReport,
)
from alize_desktop.models.values import Money

_LEAST_FOR_A_LINE: Final = 3
_DOSSIERS: Final = ChartSeries("dossiers", ChartUnit.DOSSIERS)
_MISSIONS: Final = ChartSeries("missions", ChartUnit.MISSIONS)
_JOBS: Final = tuple(
    ChartSeries(key, ChartUnit.JOBS) for key in ("promised", "observed", "unobserved")
)
_OBSERVED: Final = 1
_DAYS: Final = tuple(ChartSeries(key, ChartUnit.DAYS) for key in ("granted", "planned", "done"))
_PARTS: Final = (
    ChartSeries("studied", ChartUnit.DOSSIERS),
    ChartSeries("retained", ChartUnit.DOSSIERS),
    ChartSeries("created", ChartUnit.JOBS),
    ChartSeries("advanced", ChartUnit.EUROS),
)
_YEARS: Final = (
    ChartSeries("retained", ChartUnit.DOSSIERS),
    ChartSeries("left_out", ChartUnit.DOSSIERS),
)


def programme_charts(report: ProgrammeReport) -> tuple[ChartFigure, ...]:
    """Return every figure of a report that can be drawn, those without a point left out."""
    found = (
        *_decided(report),
        *_jobs(report),
        *_companies(report),
        *_lent(report),
        *_money(report),
    )
    return tuple(each for each in found if each.points)


def _decided(report: ProgrammeReport) -> Iterator[ChartFigure]:
    yield _counts("decisions", report.outcomes)
    yield _counts("refusals", _names(report.refusals))
    yield _in_time("years", ChartKind.STACKED, _YEARS, report.by_year, _left_out, drawn=(0, 1))
    yield ChartFigure(
        "basins",
        ChartKind.PAIRED,
        _PARTS,
        tuple(
            ChartPoint(
                each.name,
                (
                    Decimal(each.studied),
                    Decimal(each.retained),
                    Decimal(each.created),
                    euros(each.advanced),
                ),
            )
            for each in report.by_basin
        ),
        drawn=(0, 1),
    )


def _jobs(report: ProgrammeReport) -> Iterator[ChartFigure]:
    kinds = (
        ("created", report.created),
        ("maintained", report.maintained),
        ("sustained", report.sustained),
    )
    points = tuple(_kept(key, kept) for key, kept in kinds if kept.promised or kept.observed)
    yield ChartFigure(
        "jobs",
        ChartKind.PAIRED,
        _JOBS,
        points,
        drawn=(0, 1),
        has_ratio=True,
        has_total=False,
        is_ordered=True,
    )
    series = (ChartSeries("created", ChartUnit.JOBS),)
    yield _in_time("job_years", ChartKind.LINE, series, report.by_year, _created)


def _companies(report: ProgrammeReport) -> Iterator[ChartFigure]:
    yield _counts("sectors", report.sector)
    classes = [(each, each.count) for each in report.headcount_classes]
    yield _counts("headcounts", classes if report.retained else (), is_ordered=True)
    yield _counts("aims", _names(report.aim))
    yield _counts("kinds", report.kinds)


def _lent(report: ProgrammeReport) -> Iterator[ChartFigure]:
    yield _counts("skills", _names(report.skill))
    yield _counts(
        "needs", [((each.expressed, each.diagnosed), each.count) for each in report.needs]
    )
    yield _counts("interventions", _names(report.interventions), _MISSIONS)
    yield _days("day_categories", report.days_by_category)
    yield _days("day_partners", report.days_by_partner)


def _money(report: ProgrammeReport) -> Iterator[ChartFigure]:
    series = (ChartSeries("advanced", ChartUnit.EUROS),)
    granted = report.by_year if report.advanced else ()
    yield _in_time("advance_years", ChartKind.LINE, series, granted, _advanced)
    kept = report.repayment
    states = (
        ("repaid", kept.repaid),
        ("not_due", kept.outstanding - kept.late),
        ("late", kept.late),
        ("lost", kept.lost),
    )
    points = tuple(ChartPoint(key, (euros(amount),)) for key, amount in states if kept.followed)
    amount = (ChartSeries("amount", ChartUnit.EUROS),)
    yield ChartFigure(
        "repayment", ChartKind.BARS, amount, _shared(points), has_ratio=True, is_ordered=True
    )


def _counts(
    key: str,
    lines: Iterable[tuple[PointName, int]],
    series: ChartSeries = _DOSSIERS,
    *,
    is_ordered: bool = False,
) -> ChartFigure:
    points = tuple(ChartPoint(name, (Decimal(count),)) for name, count in lines)
    return ChartFigure(
        key,
        ChartKind.BARS,
        (series,),
        _shared(points),
        has_ratio=True,
        is_ordered=is_ordered,
    )


def _names(lines: Iterable[Counted]) -> Iterator[tuple[PointName, int]]:
    return ((each.name, each.count) for each in lines)


def _shared(points: tuple[ChartPoint, ...]) -> tuple[ChartPoint, ...]:
    """Return points with their part of the whole."""
    whole = Fraction(sum(each.values[0] for each in points))
    return tuple(
        ChartPoint(each.name, each.values, Fraction(each.values[0]) / whole if whole else None)
        for each in points
    )


def _kept(key: str, kept: Kept) -> ChartPoint:
    counts = (kept.promised, kept.observed, kept.unobserved)
    unseen = (_OBSERVED,) if kept.seen is None else ()
    return ChartPoint(key, tuple(Decimal(each) for each in counts), kept.rate_so_far, unseen)


def _days(key: str, lines: Iterable[DayLine]) -> ChartFigure:
    points = tuple(
        ChartPoint(each.name, (Decimal(each.granted), each.planned, each.done)) for each in lines
    )
    return ChartFigure(key, ChartKind.PAIRED, _DAYS, points, drawn=(0, 2))


def _in_time(
    key: str,
    kind: ChartKind,
    series: tuple[ChartSeries, ...],
    years: tuple[PartLine, ...],
    values: Callable[[PartLine], tuple[Decimal, ...]],
    drawn: tuple[int, ...] = (0,),
) -> ChartFigure:
    """Return figures of years; two years make no line."""
    points = tuple(ChartPoint(each.name, values(each)) for each in years)
    is_short = kind is ChartKind.LINE and len(points) < _LEAST_FOR_A_LINE
    drawn_as = ChartKind.BARS if is_short else kind
    return ChartFigure(key, drawn_as, series, points, drawn, is_ordered=True)


def _left_out(year: PartLine) -> tuple[Decimal, ...]:
    return (Decimal(year.retained), Decimal(year.studied - year.retained))


def _created(year: PartLine) -> tuple[Decimal, ...]:
    return (Decimal(year.created),)


def _advanced(year: PartLine) -> tuple[Decimal, ...]:
    return (euros(year.advanced),)


def euros(amount: Money) -> Decimal:
    """Return an amount in euros, exact."""
    return Decimal(amount.minor).scaleb(-2)
