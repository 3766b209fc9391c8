"""The charts of a report in French, their tables, and the parts they stand in."""

from dataclasses import replace
from decimal import Decimal

from alize_desktop.models.records.charts import ChartKind
from alize_desktop.models.records.report import Counted, Kept, ReportScope
from alize_desktop.rules.charts import programme_charts
from alize_desktop.wording.report_charts import TITLES, bar_text, chart_of
from alize_desktop.wording.report_themes import about_text, key_figures, report_themes
from alize_desktop.wording.report_words import total_rows, work_rows
from tests.report_records import NOTHING, REPORT
from tests.rules.test_charts import years


def charts(report=REPORT, most=None):
    return {each.key: chart_of(each, most) for each in programme_charts(report)}


def texts(row):
    return [each.text for each in row]


def test_every_chart_has_its_title_and_its_own():
    assert set(charts()) == set(TITLES)
    assert len({title for title, _head in TITLES.values()}) == len(TITLES)


def test_a_bar_says_its_name_its_count_and_its_part():
    chart = charts()["sectors"]
    assert (chart.bars[0].name, chart.bars[0].texts) == ("Industrie", ("1 (33,3\u00a0%)",))
    assert chart.bars[-1].name == "Non renseigné"
    assert bar_text(chart.series, chart.bars[0]) == "1 (33,3\u00a0%)"


def test_two_series_are_named_beside_their_figures():
    chart = charts()["jobs"]
    assert bar_text(chart.series, chart.bars[0]) == "promis 5, constatés 2"
    assert chart.note == "Promis, pas encore constatés\u00a0: créés, 2."
    assert chart.alternative == (
        "Emplois promis et constatés, en personnes\u00a0: Créés, promis 5, constatés 2\u00a0; "
        "Maintenus, promis 4, constatés 4."
    )


def test_nothing_is_noted_when_every_promise_was_looked_at():
    assert charts(replace(REPORT, created=Kept(2, 2)))["jobs"].note == ""


def test_needs_go_from_what_was_expressed_to_what_was_diagnosed():
    names = [each.name for each in charts()["needs"].bars]
    assert "Croissance interne → Ressources humaines" in names


def test_classes_of_headcounts_are_named():
    assert [each.name for each in charts()["headcounts"].bars][:2] == ["Moins de 10", "10 à 19"]


def test_days_and_amounts_have_their_unit_and_counts_none():
    assert charts()["day_partners"].bars[0].texts == ("5\u00a0j", "3,5\u00a0j")
    assert charts()["advance_years"].bars[1].texts == ("20\u00a0000,01\u00a0€",)
    assert charts()["years"].bars[1].texts == ("2", "2")


def test_a_table_has_every_series_and_its_total():
    chart = charts()["basins"]
    assert chart.heads == ("Bassin", "Étudiés", "Retenus", "Emplois créés", "Avances accordées")
    assert texts(chart.rows[0]) == ["Longwy", "3", "1", "0", "0\u00a0€"]
    assert texts(chart.total) == ["Total", "5", "3", "2", "20\u00a0000,01\u00a0€"]
    assert [each.plain for each in chart.total] == ["Total", "5", "3", "2", "20000,01"]


def test_kinds_of_jobs_are_never_added():
    chart = charts()["jobs"]
    assert chart.total == ()
    assert chart.heads[-1] == "Réalisation, où c’est constaté"
    assert texts(chart.rows[0]) == ["Créés", "5", "2", "2", "66,7\u00a0%"]


def test_a_rate_that_nobody_knows_is_a_dash_and_pastes_as_nothing():
    chart = charts(replace(REPORT, created=Kept(4, 0, 4)))["jobs"]
    assert (chart.rows[0][-1].text, chart.rows[0][-1].plain) == ("—", "")


def test_a_total_of_nothing_has_no_part():
    chart = charts(replace(REPORT, refusals=(Counted("Hors territoire", 0),)))["refusals"]
    assert (chart.total[-1].text, chart.total[-1].plain) == ("—", "")


def test_a_long_chart_draws_the_first_ones_and_its_table_tells_all():
    aims = tuple(Counted(f"But {number}", 40 - number) for number in range(25))
    report = replace(REPORT, aim=aims)
    chart = charts(report)["aims"]
    assert (len(chart.bars), chart.bars[-1].name) == (20, "But 19")
    assert chart.note == "Seuls les 20 premiers, sur 25, sont dessinés."
    assert len(chart.rows) == 25
    short = charts(report, most=17)["aims"]
    assert (len(short.rows), short.rows[-1][0].text) == (17, "9 autres")


def test_of_many_years_the_last_ones_are_drawn():
    chart = charts(replace(REPORT, by_year=years(*range(1, 42))))["years"]
    assert (chart.bars[0].name, chart.bars[-1].name) == ("2001", "2040")
    assert chart.note == "Seuls les 40 derniers, sur 41, sont dessinés."


def test_the_axis_of_a_line_is_in_its_unit_and_bars_have_none():
    found = charts(replace(REPORT, by_year=years(3, 5, 4)))
    assert found["job_years"].ticks == ((0, "0"), (2, "2"), (4, "4"), (6, "6"))
    assert found["advance_years"].ticks[-1] == (6000, "6\u00a0000\u00a0€")
    assert found["years"].ticks == ()


# the parts of a report


def test_the_parts_of_a_report_hold_every_chart_once():
    themes = report_themes(REPORT)
    assert [each.title for each in themes] == [
        "Dossiers",
        "Emplois",
        "Entreprises",
        "Compétences",
        "Avances",
        "Comité",
        "Travail de la période",
    ]
    found = [chart.key for each in themes for chart in each.charts]
    assert sorted(found) == sorted(TITLES)


def test_every_total_of_a_report_stands_in_one_of_its_parts():
    told = [figure for each in report_themes(REPORT) for figure in each.figures]
    assert sorted(told) == sorted((*total_rows(REPORT), *work_rows(REPORT)))


def test_partners_of_the_basin_are_told_of_a_basin_only():
    report = replace(REPORT, scope=ReportScope(basin="Vosges"))
    names = [name for each in report_themes(report) for name, _text in each.figures]
    assert "Entreprises partenaires du bassin" in names


def test_a_report_without_anything_has_totals_and_no_chart():
    assert all(each.figures and not each.charts for each in report_themes(NOTHING))


def test_the_key_figures_say_what_each_is_part_of():
    found = {caption: (figure, note) for caption, figure, note in key_figures(REPORT)}
    assert found["Dossiers étudiés"] == ("5", "dans 2 bassins")
    assert found["Dossiers retenus"] == ("3", "60\u00a0% des dossiers étudiés")
    assert found["Emplois créés"] == ("2", "sur 5 promis, soit 40\u00a0%")
    assert found["Jours de compétences faits"] == ("5,5", "sur 7 accordés, ou demandés (reprise)")
    assert found["Avances par emploi créé"][1] == "et 1,75 jour fait"


def test_the_key_figures_of_nothing_say_nothing_more_than_that():
    found = {caption: (figure, note) for caption, figure, note in key_figures(NOTHING)}
    assert found["Dossiers étudiés"] == ("0", "")
    assert found["Dossiers retenus"] == ("0", "")
    assert found["Emplois créés"] == ("0", "aucun n’était promis")
    assert found["Avances par emploi créé"] == ("—", "")


def test_figures_say_what_they_are_of():
    said = "Chiffres du 23 novembre 2026, "
    year = "du 1er janvier 2026 au 31 décembre 2026"
    assert about_text(REPORT) == f"{said}{year}"
    named = replace(REPORT, scope=replace(REPORT.scope, basin="Vosges"))
    assert about_text(named) == f"{said}{year}, bassin Vosges"


def test_a_value_of_a_bar_is_exact():
    chart = charts()["day_partners"]
    assert chart.bars[0].values == (Decimal(5), Decimal("3.5"))
    assert chart.kind is ChartKind.PAIRED
