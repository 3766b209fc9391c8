"""The story of the founding article, told in the real window, and what the report says of it.

The registry that the story leaves is then asked what it achieved in every manner there is: on
the screen, on the command line, on paper and in a workbook. All say the same.
"""

import json
from datetime import date

import pytest

from alize_desktop.app import Workshop
from alize_desktop.cli.main import run
from tests.clocks import TickingClock
from tests.flows import programme_cast as cast
from tests.flows.programme_chapters import Story
from tests.flows.programme_desk import Desk
from tests.flows.programme_report import IN_JSON, Shown, Written, in_json, job_days, number

pytestmark = [pytest.mark.flows, pytest.mark.retold]

FIGURES = {
    "Dossiers étudiés": "1",
    "Dossiers retenus": "1",
    "Emplois à créer": "2",
    "Emplois créés": "2",
    "Emplois créés sur emplois à créer": "100 %",
    "Entreprises partenaires connues": "3",
    "Entreprises partenaires qui ont prêté": "1",
    "Jours de compétences accordés": "5 jours",
    "Jours de compétences prévus": "5 jours",
    "Jours de compétences faits": "5 jours",
    "Valeur des jours faits": "4 000 €",
    "Montant des avances accordées": "12 000 €",
    "Avances par emploi créé": "6 000 €",
    "Effectif médian": "12",
    "Séances tenues": "1",
}
"""What the story comes to, as the screen says it."""

TABLES = {
    "Besoin exprimé → besoin diagnostiqué": ["Croissance interne → Ressources humaines", "1"],
    "Dossiers retenus, par secteur": ["Industrie", "1"],
    "Dossiers retenus, par but du projet": ["Développement commercial", "1"],
    "Dossiers retenus, par compétence demandée ou accordée": ["Ressources humaines", "1"],
    "Jours de compétences, par entreprise partenaire": [cast.LENDER.name, "5 j", "5 j", "5 j"],
    "Emplois promis et constatés, en personnes": ["Créés", "2", "2"],
}
"""Lines of the charts that the story fills."""


@pytest.fixture
def clock():
    return TickingClock(cast.FILED.year, cast.FILED.month, cast.FILED.day, 9)


@pytest.fixture
def path(tmp_path, clock):
    path = tmp_path / "bassin.alize"
    cast.make_programme(path, clock)
    return path


@pytest.fixture
def desk(qapp, path, tmp_path, clock):
    desk = Desk(path, tmp_path, clock)
    yield desk
    desk.end()
    qapp.styleHints().unsetColorScheme()


@pytest.fixture
def asked(path, clock, capsys):
    """Ask something of the registry on the command line; return what is printed."""

    def ask(command, *arguments):
        capsys.readouterr()
        assert run([command, str(path), *map(str, arguments)], Workshop(clock)) == 0
        return capsys.readouterr().out

    return ask


def test_a_company_is_lent_who_recruits_creates_two_jobs_and_the_report_tells_it(
    desk, clock, asked, tmp_path
):
    story = Story(desk, clock)
    for chapter in story.chapters():
        chapter()
        assert desk.is_sound(), chapter.__name__
    shown = Shown(desk)
    desk.end()
    assert {name: shown.figures[name] for name in FIGURES} == FIGURES
    assert {name: shown.tables[name][0][: len(line)] for name, line in TABLES.items()} == TABLES
    the_command_line_says_the_same(shown, json.loads(asked("report", "--json")))
    pdf, xlsx = tmp_path / "bilan.pdf", tmp_path / "bilan.xlsx"
    asked("report", "--pdf", pdf)
    asked("report", "--xlsx", xlsx)
    the_papers_say_the_same(shown, Written(pdf, xlsx))
    agenda = tmp_path / "suivi.ics"
    asked("calendar", "--output", agenda)
    assert job_days(agenda) == [date(2028, 4, 1)], "those of the second year alone"


def the_command_line_says_the_same(shown, told):
    assert {name: in_json(told, name) for name in IN_JSON} == {
        name: number(text) for name, text in shown.figures.items()
    }
    needs = {"expressed": "Croissance interne", "diagnosed": "Ressources humaines", "count": 1}
    assert told["needs"] == [needs]
    assert told["sector"] == {"industrie": 1}
    assert told["skill"] == {"Ressources humaines": 1}
    days = {"granted": 5, "planned": 5, "done": 5}
    assert told["days"]["by_partner"] == {cast.LENDER.name: days}


def the_papers_say_the_same(shown, written):
    for name, text in shown.figures.items():
        assert written.prints(name, text), name
        assert written.cell(name) == number(text), name
    for lines in shown.tables.values():
        for line in lines:
            assert written.prints(*line), line
    assert written.has_line("Croissance interne", "Ressources humaines", 1)
    assert written.has_line(cast.LENDER.name, 5, 5, 5)
    assert written.has_line("Créés", 2, 2, 0)
    assert written.has_line("Industrie", 1)
