"""The workbook of a report: its figures, its formulas as LibreOffice computes them, its charts."""

import io
import shutil
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from alize_desktop.models.records.report import ReportScope
from alize_desktop.rules.report import programme_report
from alize_desktop.rules.report_figures import report_figures, with_moves
from alize_desktop.spreadsheets.report_controls import report_controls
from alize_desktop.spreadsheets.report_tables import themes
from alize_desktop.spreadsheets.report_workbook import report_workbook
from alize_desktop.wording.report_comparison import comparison_rows
from alize_desktop.wording.report_words import total_rows
from tests.report_records import AROUND, FACTS, NOTHING, REPORT, TODAY, UNSEEN, YEAR, fact, paper
from tests.spreadsheets.test_recomputed_workbooks import recomputed

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)

MOVED = with_moves(
    programme_report(YEAR, TODAY, FACTS[:3], AROUND),
    dict(report_figures(REPORT)),
    date(2026, 6, 30),
    ReportScope(basin="Vosges"),
)
MANY = programme_report(
    YEAR, TODAY, [fact(basin=f"Bassin {number}") for number in range(40)], AROUND
)
REPORTS = {"small": REPORT, "nothing": NOTHING, "unseen": UNSEEN, "moved": MOVED, "many": MANY}
TAMPERED = {
    "outcome": ("Décisions", "B5", {1, 2}),
    "sector": ("Entreprises", "B5", {4}),
    "day": ("Jours", "D5", {13}),
    "basin": ("Bassins et années", "E5", {11}),
}
SHEETS = [
    *("Synthèse", "Décisions", "Emplois", "Entreprises", "Projets", "Compétences", "Jours"),
    *("Bassins et années", "Besoins", "Article de 2008", "Contrôles"),
]


def tampered(sheet, address):
    book = load_workbook(io.BytesIO(report_workbook(paper())))
    book[sheet][address].value = 99
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Convert every workbook of this module at once."""
    books = {name: report_workbook(paper(report)) for name, report in REPORTS.items()}
    books |= {f"t-{name}": tampered(*change[:2]) for name, change in TAMPERED.items()}
    return recomputed(books, tmp_path_factory.mktemp("bilan"))


def opened(report=REPORT, **more):
    return load_workbook(io.BytesIO(report_workbook(paper(report, **more))))


def answers(book):
    return [row[1].value for row in book["Contrôles"].iter_rows(min_row=5, max_col=2)]


def rows(sheet):
    return [row for row in sheet.iter_rows(values_only=True) if row[0] not in (None, "Total")]


def test_its_sheets_are_in_order():
    assert opened().sheetnames == SHEETS
    assert opened(MOVED).sheetnames == [*SHEETS[:-1], "Évolution", "Contrôles"]


def test_the_same_report_gives_the_same_bytes():
    assert report_workbook(paper()) == report_workbook(paper())


def test_every_total_is_a_value_that_needs_no_computing():
    told = dict(opened()["Synthèse"].iter_rows(max_col=2, values_only=True))
    assert (told["Dossiers étudiés"], told["Dossiers retenus"]) == (5, 3)
    assert told["Avance moyenne"] == 10_000.01
    assert told["Jours de compétences faits, en jours"] == 5.5
    assert told["Emplois créés sur emplois à créer, en %"] == 40
    assert len(total_rows(REPORT)) <= len(told)
    assert (
        dict(opened(NOTHING)["Synthèse"].iter_rows(max_col=2, values_only=True))["Avance moyenne"]
        == "—"
    )


def test_the_work_of_the_period_is_a_section_of_its_own():
    told = dict(opened()["Synthèse"].iter_rows(max_col=2, values_only=True))
    assert "Le travail de la période, quelle que soit l’année de la décision" in told
    assert told["Jours faits dans la période, en jours"] == 1.5
    assert told["Remboursé dans la période"] == -400


def test_a_name_that_looks_like_a_formula_stays_a_name():
    cell = next(
        each
        for row in opened()["Jours"].iter_rows()
        for each in row
        if each.value == "=Acier & Cie"
    )
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


@needs_office
@pytest.mark.parametrize("name", REPORTS)
def test_every_control_holds(office, name):
    assert answers(office[name]) == ["OUI"] * len(tuple(report_controls()))
    last = [row[1] for row in office[name]["Synthèse"].iter_rows(max_col=2, values_only=True)]
    assert last[-1] == "OUI"


@needs_office
@pytest.mark.parametrize("name", TAMPERED)
def test_a_figure_that_is_changed_breaks_its_controls(office, name):
    found = answers(office[f"t-{name}"])
    broken = {number for number, each in enumerate(found, start=1) if each == "NON"}
    assert broken == TAMPERED[name][2]


@needs_office
@pytest.mark.parametrize("name", REPORTS)
def test_totals_and_shares_are_computed_from_the_rows(office, name):
    for theme in themes(REPORTS[name]):
        sheet = office[name][theme.sheet]
        totals = [row for row in sheet.iter_rows(values_only=True) if row[0] == "Total"]
        tables = [each for each in theme.tables if not each.is_kept]
        assert len(totals) == len(tables)
        for total, table in zip(totals, tables, strict=True):
            column = table.shared or 2
            counted = [row[column - 1] or 0 for row in table.rows]
            assert total[column - 1] == sum(counted)
            if table.shared:
                assert total[len(table.fields)] == (100 if sum(counted) else None)


@needs_office
def test_jobs_that_nobody_looked_at_are_not_written_as_none(office):
    told = dict(office["unseen"]["Synthèse"].iter_rows(max_col=2, values_only=True))
    assert (told["Emplois créés"], told["Emplois pérennisés"]) == ("non constatés", 0)
    assert rows(office["unseen"]["Emplois"])[-3] == ("Créés", 3, "non constatés", 3, None)


@needs_office
def test_jobs_are_told_apart_and_never_added(office):
    found = rows(office["small"]["Emplois"])
    assert found[-3:] == [
        ("Créés", 5, 2, 2, pytest.approx(200 / 3)),
        ("Maintenus", 4, 4, 0, 100),
        ("Pérennisés", 0, 0, 0, None),
    ]


def test_every_table_has_its_chart_but_the_needs():
    with ZipFile(io.BytesIO(report_workbook(paper()))) as parts:
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
    charted = [
        table for theme in themes(REPORT) for table in theme.tables if table.rows and table.charted
    ]
    assert len(charts) == len(charted) == 13
    assert not any(each._charts for each in opened(NOTHING) if each.title == "Jours")


def test_charts_stand_beside_their_tables_and_do_not_cover_each_other():
    for report in (REPORT, MANY):
        for sheet in opened(report):
            ends = 0
            for chart in sheet._charts:
                assert chart.anchor._from.col >= sheet.max_column
                assert chart.anchor._from.row >= ends
                ends = chart.anchor._from.row + round(chart.height / 0.6)


def test_the_article_and_what_moved_have_their_sheets():
    book = opened(MOVED)
    assert tuple(rows(book["Article de 2008"])[3:]) == comparison_rows(MOVED)
    title, _note, _heads, *moved = rows(book["Évolution"])
    assert title[0].startswith("Depuis le bilan conservé le 30 juin 2026")
    assert ("Dossiers étudiés", "5", "3") in moved
    assert replace(MOVED, moved=()).moved_since is not None
