"""The report of the programme, on the page: its figures, its charts, how it is read aloud."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from alize_desktop.documents.papers.programme_report import programme_report_pdf
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.report import (
    Counted,
    Moved,
    PartLine,
    ReportScope,
)
from alize_desktop.models.values import Money
from alize_desktop.wording.report_comparison import comparison_rows
from alize_desktop.wording.report_themes import key_figures, report_themes
from tests.documents.test_dossier_papers import HOSTILE
from tests.documents.test_money_papers import assert_within_margins
from tests.report_records import NOTHING, REPORT, paper

MOVED = replace(
    REPORT,
    moved=(Moved("studied", "4", "5"),),
    moved_since=date(2026, 6, 1),
    moved_scope=ReportScope(),
)


@pytest.fixture
def text_of(drain, read_pdf):
    """Return the whole text of a report, its spaces made plain."""

    def text(report, **more):
        _steps, content = drain(programme_report_pdf(paper(report, **more)))
        return flat(read_pdf(content).flow)

    return text


def is_figure(thing):
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"


def flat(text):
    return " ".join(text.split())


def test_the_first_page_says_what_a_funder_reads_first(text_of):
    text = text_of(REPORT)
    for caption, figure, note in key_figures(REPORT):
        assert flat(f"{caption} {figure} {note}") in text


def test_every_total_every_table_and_the_article_are_printed(text_of):
    text = text_of(REPORT)
    for theme in report_themes(REPORT):
        for name, figure in theme.figures:
            assert flat(f"{name} {figure}") in text
        for chart in theme.charts:
            for row in (*chart.rows, chart.total):
                assert flat(" ".join(cell.text for cell in row)) in text
    for row in comparison_rows(REPORT):
        assert flat(" ".join(row)) in text


def test_each_chart_is_a_figure_that_says_its_figures(drain):
    _steps, content = drain(programme_report_pdf(paper(REPORT)))
    with pikepdf.open(BytesIO(content)) as pdf:
        said = [str(each.Alt) for each in pdf.objects if is_figure(each)]
    charts = [chart for theme in report_themes(REPORT) for chart in theme.charts]
    assert [flat(each) for each in said] == [flat(each.alternative) for each in charts]


def test_what_moved_is_told_when_a_report_was_kept(text_of):
    assert "Évolution" not in text_of(REPORT)
    text = text_of(MOVED)
    assert "Depuis le bilan conservé le 1er juin 2026 (depuis le début)" in text
    assert "Dossiers étudiés 4 5" in text
    assert "Aucun chiffre n’a changé." in text_of(replace(MOVED, moved=()))


def test_a_programme_without_anything_and_a_rehearsal_are_printed(text_of):
    text = text_of(NOTHING, is_rehearsal=True)
    assert "RÉPÉTITION" in text
    assert "Dossiers étudiés 0" in text


def test_the_head_of_every_page_says_what_the_figures_are_of(drain, read_pdf):
    def heads(report):
        record = replace(paper(report), programme=Programme("Vosges"))
        _steps, content = drain(programme_report_pdf(record))
        return [flat(each) for each in read_pdf(content).pages]

    whole = heads(REPORT)
    assert len(whole) > 1
    assert all("tout le programme" in each for each in whole[1:])
    assert not any("bassin Vosges" in each for each in whole)
    part = heads(replace(REPORT, scope=ReportScope(basin="Alès Cévennes")))
    assert all("bassin Alès Cévennes" in each for each in part)


def test_the_same_record_gives_the_same_bytes(drain):
    record = paper(MOVED)
    assert drain(programme_report_pdf(record))[1] == drain(programme_report_pdf(record))[1]


def test_verapdf_accepts_a_long_report_with_hostile_names(drain, verapdf, tmp_path):
    aims = [Counted(text, 90 - n) for n, text in enumerate(HOSTILE.values())]
    aims += [Counted(f"But {number}", 60 - number) for number in range(55)]
    years = tuple(
        PartLine(str(1960 + n), n * 100 + 1, n, n, Money(n * 1_000_00)) for n in range(60)
    )
    basins = tuple(PartLine(f"Bassin {n}", 70, n, n, Money(n)) for n in range(60))
    report = replace(MOVED, aim=tuple(aims), by_year=years, by_basin=basins)
    record = paper(report)
    named = replace(
        record,
        programme=Programme("Côte-d’Or", operator=HOSTILE["markup"]),
        identity=PaperIdentity(accent="#7a1f5c"),
    )
    _steps, content = drain(programme_report_pdf(named))
    path = tmp_path / "bilan.pdf"
    path.write_bytes(content)
    assert_within_margins(path)
    assert verapdf([("2a", path), ("ua1", path)]) == {}
