"""The workbook of a report tells the charts of the screen and of the paper, in the same words."""

import pytest

from alize_desktop.rules.charts import programme_charts
from alize_desktop.spreadsheets.report_tables import themes
from alize_desktop.wording.report_charts import chart_of
from tests.report_records import REPORT

SAME = {
    "decisions": "decisions",
    "refus": "refusals",
    "emplois": "jobs",
    "secteurs": "sectors",
    "effectifs": "headcounts",
    "buts": "aims",
    "natures": "kinds",
    "competences": "skills",
    "interventions": "interventions",
    "categories": "day_categories",
    "partenaires": "day_partners",
    "bassins": "basins",
}
TABLES = {table.name: table for theme in themes(REPORT) for table in theme.tables}
CHARTS = {each.key: chart_of(each) for each in programme_charts(REPORT)}


@pytest.mark.parametrize(("table", "chart"), SAME.items())
def test_a_table_of_the_workbook_is_that_of_a_chart(table, chart):
    written, drawn = TABLES[table], CHARTS[chart]
    assert written.title == drawn.title
    heads = [each.header for each in written.fields]
    assert heads == list(drawn.heads[: len(heads)])
    shown = {row[0].text: row[1].plain for row in drawn.rows}
    for row in written.rows:
        if row[0] in shown:  # a kind of jobs that nobody promised is not drawn
            assert str(row[1]).replace(".", ",") == shown.pop(row[0])
    assert shown == {}


def test_every_table_has_its_chart_or_crosses_two_things():
    assert set(TABLES) - set(SAME) == {"annees", "besoins"}
