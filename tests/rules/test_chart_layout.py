"""Where the bars and the words of a chart stand: inside its width, in order, in proportion."""

from dataclasses import replace

import pytest

from alize_desktop.models.records.chart_layout import ChartSizes, Look, Side, Tone
from alize_desktop.models.records.report import Counted, PartLine
from alize_desktop.models.values import Money
from alize_desktop.rules.chart_layout import chart_layout
from alize_desktop.rules.charts import programme_charts
from alize_desktop.wording.report_charts import chart_of
from tests.report_records import REPORT
from tests.rules.test_charts import years

SIZES = ChartSizes(
    width=400, line=12, bar=10, gap=4, plot=120, measure=lambda text: 5.0 * len(text)
)


def drawn(key, report=REPORT, sizes=SIZES):
    (figure,) = [each for each in programme_charts(report) if each.key == key]
    chart = chart_of(figure)
    return chart, chart_layout(chart, sizes)


def said(layout, tone):
    return [each.text for each in layout.words if each.tone is tone]


@pytest.mark.parametrize("key", [each.key for each in programme_charts(REPORT)])
def test_nothing_stands_outside_the_chart(key):
    _chart, layout = drawn(key)
    boxes = [each.box for each in (*layout.blocks, *layout.words)] + list(layout.zones)
    for box in boxes:
        assert box.left >= 0
        assert box.left + box.width <= SIZES.width + 0.01
        assert box.top >= -0.01
        assert box.top + box.height <= layout.height + 0.01


@pytest.mark.parametrize("key", [each.key for each in programme_charts(REPORT)])
def test_each_bar_has_its_zone_its_name_and_its_figures(key):
    chart, layout = drawn(key)
    assert len(layout.zones) == len(chart.bars)
    names = said(layout, Tone.NAME)
    assert names == [each.name for each in chart.bars]
    figures = said(layout, Tone.VALUE) + said(layout, Tone.ON_SOLID)
    assert all(figures)


def test_bars_are_in_proportion_and_a_zero_has_none():
    lines = (Counted("Un", 40), Counted("Deux", 10), Counted("Rien", 0))
    _chart, layout = drawn("aims", replace(REPORT, aim=lines))
    first, second = (each.box.width for each in layout.blocks)
    assert first == pytest.approx(4 * second)
    assert said(layout, Tone.VALUE)[-1] == "0 (0\u00a0%)"


def test_the_smallest_bar_can_still_be_seen():
    lines = (Counted("Un", 100_000), Counted("Deux", 1))
    _chart, layout = drawn("aims", replace(REPORT, aim=lines))
    assert layout.blocks[1].box.width == 1.5


def test_nothing_but_zeros_are_drawn_as_words():
    _chart, layout = drawn("aims", replace(REPORT, aim=(Counted("Rien", 0),)))
    assert layout.blocks == ()
    assert said(layout, Tone.VALUE) == ["0 (—)"]


def test_a_long_name_is_known_to_be_cut():
    lines = (Counted("Un nom bien trop long pour tenir à gauche", 4), Counted("Court", 1))
    _chart, layout = drawn("aims", replace(REPORT, aim=lines))
    assert layout.cut == (0,)


def test_what_was_promised_is_pale_and_what_came_of_it_filled():
    _chart, layout = drawn("jobs")
    legend, bars = layout.blocks[:2], layout.blocks[2:]
    assert [each.look for each in legend] == [Look.PALE, Look.SOLID]
    assert [each.look for each in bars] == [Look.PALE, Look.SOLID] * 2
    assert said(layout, Tone.SOFT) == ["Promis", "Constatés"]
    assert said(layout, Tone.VALUE) == ["5", "2", "4", "4"]
    assert legend[0].box.top < bars[0].box.top < bars[1].box.top


def test_the_parts_of_a_bar_follow_each_other_with_their_figures_inside():
    _chart, layout = drawn("years")
    one, two = [each.box for each in layout.blocks if each.box.top > layout.zones[1].top]
    assert two.left == pytest.approx(one.left + one.width)
    assert said(layout, Tone.ON_SOLID) == ["1", "2"]
    assert said(layout, Tone.VALUE) == ["2"]
    assert [each.side for each in layout.words if each.tone is Tone.ON_SOLID] == [Side.CENTRE] * 2


def test_figures_that_do_not_fit_inside_stand_after_the_bar():
    lopsided = PartLine("2026", 1_000, 999, 0, Money(0))
    _chart, layout = drawn("years", replace(REPORT, by_year=(lopsided,)))
    assert said(layout, Tone.VALUE) == ["999 + 1"]
    assert said(layout, Tone.ON_SOLID) == []


def test_a_year_without_anything_has_no_part_and_says_so():
    empty = PartLine("2026", 0, 0, 0, Money(0))
    _chart, layout = drawn("years", replace(REPORT, by_year=(*REPORT.by_year, empty)))
    assert said(layout, Tone.VALUE)[-1] == "0 + 0"


# lines


def test_a_line_goes_through_a_point_a_year_over_its_axis():
    report = replace(REPORT, by_year=years(4, 8, 6))
    _chart, layout = drawn("job_years", report)
    low, high, middle = layout.dots
    assert low[0] < high[0] < middle[0]
    assert low[1] > middle[1] > high[1]
    rules = [each for each in layout.strokes if not each.is_series]
    assert [each.points for each in layout.strokes if each.is_series] == [layout.dots]
    assert len(rules) == 5
    assert said(layout, Tone.SOFT) == ["0", "2", "4", "6", "8"]
    assert said(layout, Tone.VALUE) == ["4", "8", "6"]
    assert layout.blocks == ()


def test_a_figure_stands_on_the_side_where_the_line_is_lower():
    report = replace(REPORT, by_year=years(2, 5, 9, 5, 2))
    _chart, layout = drawn("job_years", report)
    boxes = [each.box for each in layout.words if each.tone is Tone.VALUE]
    middles = [each.left + each.width / 2 for each in boxes]
    assert middles[1] < layout.dots[1][0]
    assert middles[2] == pytest.approx(layout.dots[2][0])
    assert middles[3] > layout.dots[3][0]


def test_only_as_many_words_as_there_is_room_for_are_written_the_last_among_them():
    report = replace(REPORT, by_year=years(*range(1, 31)))
    chart, layout = drawn("advance_years", report)
    shown = said(layout, Tone.VALUE)
    assert 1 <= len(shown) < len(chart.bars)
    assert shown[-1] == chart.bars[-1].texts[0]
    assert said(layout, Tone.NAME)[-1] == "2029"


def test_no_figure_stands_on_the_axis():
    report = replace(REPORT, by_year=years(1_735, 1_200, 900, 800, 700, 600, 500))
    _chart, layout = drawn("advance_years", report)
    axis = next(each.points[0][0] for each in layout.strokes if not each.is_series)
    assert all(each.box.left >= axis for each in layout.words if each.tone is Tone.VALUE)
