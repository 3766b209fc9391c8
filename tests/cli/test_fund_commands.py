"""The fund on the command line: where it stands, and its workbook."""

import json

import pytest
from openpyxl import load_workbook


def test_it_answers_in_json_with_what_comes(command, held):
    answer = command("fund", held, "--on", "23/11/2026", "--json")
    assert (answer.status, answer.err) == (0, "")
    told = json.loads(answer.out)
    assert told["on"] == "2026-11-23"
    assert set(told) >= {"cash", "committed", "available", "outstanding", "losses", "funders"}
    assert (len(told["forecast"]), told["forecast"][0]["month"]) == (60, "2026-11-01")
    assert told["forecast"][0]["opening"] == told["cash"]


def test_it_tells_its_figures_today(command, held):
    answer = command("fund", held)
    assert answer.status == 0
    first, *figures = answer.out.splitlines()
    assert first == "Fonds au 23/11/2026"
    assert [line.split("  ")[0] for line in figures][:3] == [
        "Trésorerie",
        "Engagé, non versé",
        "Disponible",
    ]


def test_its_paper_is_written(command, held, tmp_path):
    target = tmp_path / "fonds.pdf"
    assert command("statement", held, "--output", target).status == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_its_workbook_is_written_and_remembered(command, held, tmp_path, workshop):
    target = tmp_path / "fonds.xlsx"
    answer = command("statement", held, "--output", target)
    assert answer.status == 0
    assert answer.out.startswith(f"État du fonds écrit\u00a0: {target}\nSHA-256\u00a0: ")
    assert load_workbook(target).sheetnames[0] == "Synthèse"
    with workshop.open(held) as services:
        assert services.programme.verify().is_sound


def test_a_day_is_a_day(command, held):
    assert command("fund", held, "--on", "hier").status == 2


def test_the_name_says_how_the_statement_is_written(refused, held, tmp_path):
    said = refused("statement", held, "--output", tmp_path / "a.txt")
    assert said.endswith(".pdf ou par .xlsx.")


@pytest.mark.parametrize("day", ["0001-01-01", "31/12/1989", "01/01/2096", "9999-12-31"])
def test_a_day_that_cannot_be_reckoned_is_told(refused, held, tmp_path, day):
    for asked in (("fund",), ("fund", "--json"), ("statement", "--output", tmp_path / "f.xlsx")):
        command, *more = asked
        told = refused(command, held, *more, "--on", day)
        assert "choisissez un jour des années 1990 à 2095" in told


def test_the_last_day_that_can_be_reckoned_has_its_forecast(command, held):
    told = json.loads(command("fund", held, "--json", "--on", "31/12/2095").out)
    assert told["forecast"][-1]["month"] == "2100-11-01"
