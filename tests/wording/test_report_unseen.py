"""Jobs that nobody looked at are no figure: neither in a chart, nor in its table, nor aloud."""

from dataclasses import replace

from alize_desktop.models.records.report import Kept
from alize_desktop.rules.charts import programme_charts
from alize_desktop.wording.report_charts import chart_of
from tests.report_records import REPORT


def jobs(**kinds):
    (figure,) = (x for x in programme_charts(replace(REPORT, **kinds)) if x.key == "jobs")
    return chart_of(figure)


def test_jobs_that_nobody_looked_at_are_never_a_nought():
    chart = jobs(created=Kept(4, 0, 4))
    assert chart.bars[0].texts == ("4", "non constatés")
    cells = [(each.text, each.plain) for each in chart.rows[0]]
    assert cells[1:3] == [("4", "4"), ("non constatés", "non constatés")]
    assert "Créés, promis 4, non constatés\u00a0; " in chart.alternative


def test_jobs_looked_at_and_not_there_are_a_nought():
    chart = jobs(created=Kept(4, 0, 0))
    assert chart.bars[0].texts == ("4", "0")
    assert "Créés, promis 4, constatés 0" in chart.alternative
