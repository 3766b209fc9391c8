"""What is drawn of a report: its figures, the last ones together, round figures on the axis."""

import itertools
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.models.enums import Sector
from alize_desktop.models.records.charts import ChartKind, Rest
from alize_desktop.models.records.report import Counted, Kept, PartLine
from alize_desktop.models.values import Money
from alize_desktop.rules.chart_scale import folded, round_ticks
from alize_desktop.rules.charts import programme_charts
from tests.report_records import NOTHING, REPORT


def charts(report=REPORT):
    return {each.key: each for each in programme_charts(report)}


def values(figure, number=0):
    return [each.values[number] for each in figure.points]


def years(*counts):
    return tuple(
        PartLine(str(2000 + number), count, count - 1, count, Money(count * 1_000_00))
        for number, count in enumerate(counts)
    )


def test_nothing_is_drawn_of_an_empty_report():
    assert programme_charts(NOTHING) == ()


@pytest.mark.parametrize("key", ["sectors", "headcounts", "aims", "kinds", "skills", "needs"])
def test_dossiers_retained_add_up_in_each_chart_and_so_do_their_parts(key):
    figure = charts()[key]
    assert sum(values(figure)) == REPORT.retained
    assert sum(each.ratio for each in figure.points) == 1


def test_those_studied_add_up_by_decision_by_year_and_by_basin():
    found = charts()
    assert sum(values(found["decisions"])) == REPORT.studied
    assert sum(values(found["basins"])) == REPORT.studied
    assert sum(values(found["years"]) + values(found["years"], 1)) == REPORT.studied


def test_what_a_dossier_does_not_say_is_drawn_under_no_name():
    assert [each.name for each in charts()["sectors"].points] == [
        Sector.INDUSTRY,
        Sector.SERVICES,
        None,
    ]


def test_jobs_stand_promised_beside_observed_with_what_came_of_promises_looked_at():
    created, maintained = charts()["jobs"].points
    assert (created.name, created.values) == ("created", (5, 2, 2))
    assert created.ratio == Fraction(2, 3)
    assert maintained.ratio == 1


def test_a_kind_of_jobs_that_was_only_observed_is_drawn_too():
    report = replace(REPORT, sustained=Kept(0, 2))
    assert charts(report)["jobs"].points[-1].ratio is None


def test_jobs_that_nobody_looked_at_are_told_from_none_at_all():
    found = charts(replace(REPORT, created=Kept(4, 0, 4), maintained=Kept(4, 0, 0)))["jobs"]
    assert [each.unseen for each in found.points] == [(1,), ()]


def test_two_years_are_bars_and_three_a_line():
    assert charts()["job_years"].kind is ChartKind.BARS
    drawn = charts(replace(REPORT, by_year=years(3, 5, 4)))
    assert drawn["job_years"].kind is ChartKind.LINE
    assert drawn["years"].kind is ChartKind.STACKED
    assert values(drawn["advance_years"]) == [3000, 5000, 4000]


def test_advances_are_not_drawn_by_year_when_none_was_granted():
    assert "advance_years" not in charts(replace(REPORT, advanced=Money(0)))


def test_advances_followed_are_drawn_by_what_became_of_them():
    figure = charts()["repayment"]
    assert values(figure) == [1500, 10250, 250, 0]
    assert sum(values(figure)) == 12000


def test_parts_of_nothing_are_not_told():
    empty = replace(REPORT, refusals=(Counted("Hors territoire", 0),))
    assert charts(empty)["refusals"].points[0].ratio is None


# the last ones together


def many(count):
    lines = tuple(Counted(f"But {number}", count - number) for number in range(count))
    return charts(replace(REPORT, aim=lines))["aims"]


def test_a_chart_that_is_short_enough_is_drawn_whole():
    assert folded(many(15), 15) == many(15)


def test_the_smallest_bars_are_drawn_together_at_the_end():
    figure = folded(many(18), 15)
    assert len(figure.points) == 15
    last = figure.points[-1]
    assert (last.name, last.values) == (Rest(4), (10,))
    assert sum(values(figure)) == sum(values(many(18)))
    assert sum(each.ratio for each in figure.points) == 1


def test_figures_without_parts_are_drawn_together_without_one():
    lines = tuple(replace(REPORT.by_basin[0], name=str(number)) for number in range(9))
    figure = folded(charts(replace(REPORT, by_basin=lines))["basins"], 3)
    assert (figure.points[-1].name, figure.points[-1].ratio) == (Rest(7), None)


def test_parts_of_nothing_stay_unknown_when_they_are_drawn_together():
    lines = tuple(Counted(f"But {number}", 0) for number in range(5))
    assert folded(charts(replace(REPORT, aim=lines))["aims"], 3).points[-1].ratio == 0


def test_years_are_never_drawn_together():
    figure = charts(replace(REPORT, by_year=years(*range(1, 30))))["years"]
    assert folded(figure, 3) == figure


@pytest.mark.parametrize(
    ("highest", "most", "ticks"),
    [
        (0, 4, (0, 1)),
        (3, 4, (0, 1, 2, 3)),
        (7, 4, (0, 2, 4, 6, 8)),
        (670, 4, (0, 200, 400, 600, 800)),
        (Decimal("1735000.01"), 4, (0, 500_000, 1_000_000, 1_500_000, 2_000_000)),
        (9, 1, (0, 10)),
    ],
)
def test_an_axis_goes_by_round_figures(highest, most, ticks):
    assert round_ticks(Decimal(highest), most) == ticks


@given(st.decimals(0, 10**12, places=2), st.integers(1, 9))
def test_an_axis_holds_its_highest_value_in_few_steps(highest, most):
    ticks = round_ticks(highest, most)
    assert ticks[0] == 0
    assert ticks[-1] >= highest
    assert 2 <= len(ticks) <= most + 1
    assert len({after - before for before, after in itertools.pairwise(ticks)}) == 1
