"""The report on the command line: figures, JSON, PDF, workbook."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.report import ReportScope
from alize_desktop.services.work import drained

CASES = Path(__file__).parents[1] / "cases"
EXPECTED = json.loads((CASES / "programme-historique.json").read_text(encoding="utf-8"))


@pytest.mark.retold
def test_a_past_taken_over_gives_every_figure_of_the_article(command, workshop, tmp_path):
    registry = tmp_path / "programme.alize"
    workshop.create(registry, Programme(basin="Lorraine"))
    assert command("import", registry, CASES / "programme-historique.xlsx").status == 0
    answer = command("report", registry, "--json")
    assert (answer.status, answer.err) == (0, "")
    told = json.loads(answer.out)
    assert {key: told[key] for key in EXPECTED} == EXPECTED
    assert told["jobs"]["created"]["observed"] == EXPECTED["jobs_created"]
    assert told["days"]["done"] == sum(x["done"] for x in told["days"]["by_partner"].values())
    years = {year: each["studied"] for year, each in told["by_year"].items()}
    assert sum(years.values()) == EXPECTED["studied"]
    some = ("--from", "01/01/2001", "--to", "31/12/2003", "--basin", "VOSGES", "--json")
    part = json.loads(command("report", registry, *some).out)
    assert (part["basin"], part["first"], part["last"]) == ("Vosges", "2001-01-01", "2003-12-31")
    assert (part["studied"], part["basins"], part["partners"]) == (21, 1, 120)
    assert (part["partners_here"], told["partners_here"]) == (6, 120)


def test_what_is_not_known_is_null_or_named(command, registry):
    told = json.loads(command("report", registry, "--json").out)
    assert (told["studied"], told["average_advance"], told["median_headcount"]) == (0, None, None)
    assert (told["first"], told["basin"], told["moved"], told["moved_since"]) == (
        None,
        None,
        {},
        None,
    )


def test_jobs_that_nobody_looked_at_are_null(command, held):
    told = json.loads(command("report", held, "--json").out)
    assert (told["jobs_created"], told["jobs"]["created"]["observed"]) == (0, None)
    assert told["jobs"]["created"]["rate_percent"] is None


def test_figures_are_printed_under_the_title(command, held):
    answer = command("report", held, "--from", "01/01/2026")
    assert answer.status == 0
    title, studied, retained, *_rest = answer.out.splitlines()
    assert title == "Bilan du programme, depuis le 1er janvier 2026"
    assert (studied.split(), retained.split()) == (
        ["Dossiers", "étudiés", "2"],
        ["Dossiers", "retenus", "1"],
    )


def test_the_work_of_the_period_has_its_own_title(command, held):
    lines = command("report", held, "--from", "01/01/2026").out.splitlines()
    at = lines.index("Le travail de la période, quelle que soit l’année de la décision")
    assert lines[at + 1].split() == ["Jours", "faits", "dans", "la", "période", "0", "jour"]
    assert len(lines) == at + 1 + 11
    told = json.loads(command("report", held, "--json").out)["work_of_the_period"]
    assert (told["days_done"], told["paid"], told["jobs_created"]) == (0, "0.00", 0)


def test_it_is_written_to_be_printed_or_as_a_workbook(command, held, tmp_path, workshop):
    pdf, xlsx = tmp_path / "bilan.pdf", tmp_path / "bilan.xlsx"
    assert command("report", held, "--pdf", pdf).out.startswith(f"Bilan écrit\u00a0: {pdf}")
    assert command("report", held, "--xlsx", xlsx).status == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert load_workbook(xlsx).sheetnames[0] == "Synthèse"
    with workshop.open(held) as services:
        assert services.programme.verify().is_sound


def test_what_moved_is_told_in_json(command, held, workshop):
    with workshop.open(held) as services:
        services.reports.keep(drained(services.reports.figures(ReportScope())))
    told = json.loads(command("report", held, "--json", "--to", "01/01/2026").out)
    assert told["moved"]["studied"] == {"before": "2", "now": "0"}
    assert told["moved_since"] == "2026-11-23"


@pytest.mark.parametrize(
    "asked",
    [("--basin", "Atlantide"), ("--from", "2026-02-01", "--to", "2026-01-01")],
)
def test_it_is_refused_in_one_sentence(refused, held, asked):
    assert refused("report", held, *asked)


@pytest.mark.parametrize("asked", [("--from", "hier"), ("--json", "--pdf", "a.pdf")])
def test_what_is_not_understood_is_said(command, held, asked):
    answer = command("report", held, *asked)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err
