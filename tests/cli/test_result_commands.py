"""Commands of the results: what they answer, what they refuse."""

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from tests.cli.conftest import ROOT


def days_of(path):
    found = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return [each["DTSTART"].dt for each in found]


class TestCalendar:
    def test_it_writes_the_twelve_months_to_come(self, command, held, tmp_path):
        path = tmp_path / "suivi.ics"
        answer = command("calendar", held, "--output", path)
        assert (answer.status, answer.err) == (0, "")
        days = days_of(path)
        assert days
        assert "du 23/11/2026 au 23/11/2027" in answer.out
        assert f"{len(days)} échéance" in answer.out
        assert all(date(2026, 11, 23) <= each <= date(2027, 11, 23) for each in days)

    def test_it_writes_the_period_asked_for(self, command, held, tmp_path):
        path = tmp_path / "suivi.ics"
        asked = ("--from", "01/01/2030", "--to", "2030-01-31")
        answer = command("calendar", held, "--output", path, *asked)
        assert answer.status == 0
        assert "0 échéance du 01/01/2030 au 31/01/2030" in answer.out
        assert days_of(path) == []

    def test_a_period_ends_after_it_begins(self, command, held, tmp_path):
        path = tmp_path / "suivi.ics"
        answer = command("calendar", held, "--output", path, "--to", "01/01/2020")
        assert answer.status == 1
        assert "01/01/2020" in answer.err
        assert not path.exists()

    @pytest.mark.parametrize("option", ["--from", "--to"])
    def test_a_day_is_a_day(self, command, held, tmp_path, option):
        answer = command("calendar", held, "--output", tmp_path / "a.ics", option, "hier")
        assert answer.status == 2
        assert answer.err.startswith("«\u00a0hier\u00a0» n’est pas une date.")


class TestMatch:
    def test_it_ranks_the_partners_in_json(self, command, filled):
        answer = command("match", filled, "2026-001", "--json")
        assert (answer.status, answer.err) == (0, "")
        told = json.loads(answer.out)
        keys = "rank partner siren points excluded days_left kilometres reasons"
        assert len(told) == 12
        assert all(list(each) == keys.split() for each in told)
        assert [each["points"] for each in told] == sorted(
            (each["points"] for each in told), reverse=True
        )
        first = told[0]
        assert (first["rank"], first["excluded"], first["kilometres"]) == (1, False, None)
        assert first["reasons"][0].startswith("Propose ")
        assert told[-1]["reasons"][0].startswith("Ne propose pas ")

    def test_it_says_why_in_words(self, command, filled):
        answer = command("match", filled, "2026-001", "--category", "RH")
        assert answer.status == 0
        first, *lines = answer.out.splitlines()
        assert first.startswith("Dossier 2026-001\u00a0: besoin de compétences dans les ressources")
        assert "Propose les ressources humaines." in answer.out
        assert any(each.startswith("1 ") for each in lines)

    def test_a_dossier_that_is_not_there_is_refused(self, refused, filled):
        assert "2030-001" in refused("match", filled, "2030-001", "--json")

    def test_a_dossier_without_need_is_refused(self, refused, filled, workshop):
        with workshop.open(filled) as services:
            detail = services.dossiers.detail(services.dossiers.by_number("2026-001"))
            project = replace(detail.sheet.project, need_diagnosed="")
            skills = replace(detail.sheet.skills, category="")
            sheet = replace(detail.sheet, project=project, skills=skills)
            services.dossiers.save(detail.id, sheet, detail.revision)
        assert "2026-001" in refused("match", filled, "2026-001")


@pytest.mark.parametrize(
    "asked", [("report",), ("calendar", "--output", "suivi.ics"), ("fund",), ("arrears",)]
)
def test_a_registry_without_a_programme_is_told_in_a_sentence(command, tmp_path, asked):
    path = tmp_path / "ancien.alize"
    shutil.copy(ROOT / "tests" / "models" / "store" / "registries" / "version-0.alize", path)
    name, *more = asked
    answer = command(name, path, *more)
    assert answer.status == 1
    assert answer.err.startswith("Ce registre ne contient aucun programme")
    assert command("verify", path).status == 0
