"""The French of a report: its title, its figures, the founding article beside it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from alize_desktop.models.enums import Sector
from alize_desktop.models.records.report import HeadcountClass, Moved, ReportScope
from alize_desktop.rules.report_article import ARTICLE
from alize_desktop.rules.report_figures import report_figures
from alize_desktop.wording.report_comparison import NAMES, comparison_rows
from alize_desktop.wording.report_themes import key_figures
from alize_desktop.wording.report_words import (
    FIGURES,
    NOTHING,
    figure_text,
    headcount_name,
    history_note,
    key_of,
    member_name,
    missions_step_text,
    moved_rows,
    moved_title,
    name_key,
    name_text,
    number_or_nothing,
    report_title,
    share_text,
    step_text,
    total_rows,
    work_rows,
)
from tests.report_records import NOTHING as EMPTY
from tests.report_records import REPORT, UNSEEN

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        (ReportScope(), "depuis le début"),
        (ReportScope(FIRST), "depuis le 1er janvier 2025"),
        (ReportScope(None, LAST), "jusqu’au 31 décembre 2025"),
        (
            ReportScope(FIRST, LAST, "Vosges"),
            "du 1er janvier 2025 au 31 décembre 2025, bassin Vosges",
        ),
    ],
)
def test_the_title_says_the_period_and_the_basin(scope, said):
    assert report_title(scope) == f"Bilan du programme, {said}"


def test_what_is_not_said_has_a_name():
    assert (member_name(None), name_text("")) == ("Non renseigné", "Non renseigné")
    assert (key_of(None), name_key("")) == ("non renseigné", "non renseigné")
    assert (key_of(Sector.INDUSTRY), key_of(Sector.NOT_ELIGIBLE)) == ("industrie", "non éligible")
    assert (name_text("RH"), name_key("RH")) == ("RH", "RH")


def test_classes_of_headcount_are_named():
    bounds = ((0, 10), (10, 20), (250, None), (None, None))
    assert [headcount_name(HeadcountClass(*each, 1)) for each in bounds] == [
        "Moins de 10",
        "10 à 19",
        "250 et plus",
        "Non renseigné",
    ]


def test_every_total_has_a_name_and_a_form():
    keys = [key for key, _ in report_figures(REPORT) if "." not in key]
    assert set(keys) == set(FIGURES)
    told = {key: figure_text(key, text) for key, text in report_figures(REPORT) if key in FIGURES}
    assert told["studied"] == "5"
    assert told["average_advance"] == "10\u00a0000,01\u00a0€"
    assert told["days_done"] == "5,5 jours"
    assert told["realisation"] == "40\u00a0%"
    assert told["headcount_median"] == "16,75"
    assert figure_text("average_advance", "") == NOTHING
    of_basin = replace(REPORT, scope=ReportScope(basin="Vosges"))
    rows = len(total_rows(REPORT)) + len(work_rows(REPORT))
    assert len(total_rows(of_basin)) == len(total_rows(REPORT)) + 1
    assert len(FIGURES) == rows + 2
    slip = total_rows(replace(REPORT, delays_left_out=1))
    assert ("Dossiers décidés avant leur dépôt, laissés hors des délais", "1") in slip
    assert total_rows(REPORT)[:2] == (("Dossiers étudiés", "5"), ("Dossiers retenus", "3"))


def test_the_work_of_the_period_is_told_apart():
    rows = dict(work_rows(REPORT))
    assert rows["Jours faits dans la période"] == "1,5 jour"
    assert rows["Remboursé dans la période"] == "−400\u00a0€"
    assert rows["Emplois créés de plus, constatés dans la période"] == "−1"
    assert not rows.keys() & dict(total_rows(REPORT)).keys()


def test_jobs_that_nobody_looked_at_are_not_counted_as_none():
    rows = dict(total_rows(UNSEEN))
    assert (rows["Emplois créés"], rows["Emplois maintenus"]) == ("non constatés",) * 2
    assert rows["Emplois créés sur emplois à créer"] == NOTHING
    assert rows["Emplois pérennisés"] == "0"
    assert ("Emplois créés", "non constatés", "sur 3 promis") in key_figures(UNSEEN)


def test_what_moved_is_told_in_words():
    assert moved_title(REPORT) == ""
    moved = (Moved("studied", "4", "5"), Moved("an older figure", "1", "2"))
    about = ReportScope(None, LAST, "Vosges")
    told = replace(REPORT, moved=moved, moved_since=LAST, moved_scope=about)
    assert moved_rows(told) == (("Dossiers étudiés", "4", "5"),)
    assert moved_title(told) == (
        "Depuis le bilan conservé le 31 décembre 2025 (jusqu’au 31 décembre 2025, bassin Vosges)"
    )


def test_the_past_is_told_apart():
    assert history_note(EMPTY) == ""
    assert ("Jours de compétences accordés (demandés, pour la reprise)", "7 jours") in total_rows(
        REPORT
    )
    assert "Jours de compétences accordés" in dict(total_rows(EMPTY))
    assert history_note(REPORT).startswith("Dont 1 dossier repris du passé, sans vote")


def test_numbers_that_cannot_be_known():
    assert (share_text(None), number_or_nothing(None)) == (NOTHING, NOTHING)
    assert number_or_nothing(Decimal("2.50")) == "2,5"
    assert share_text(Fraction(1, 3)) == "33,3\u00a0%"
    assert step_text(1) == "1 dossier lu"
    assert (missions_step_text(0), missions_step_text(1)) == ("Jours faits lus", "1 mission lue")


def test_the_article_stands_beside():
    assert set(NAMES) == set(ARTICLE)
    rows = {name: said for name, *said in comparison_rows(REPORT)}
    assert rows["Projets étudiés"] == ["5", "1\u00a0400"]
    assert rows["Avance moyenne"] == ["10\u00a0000,01\u00a0€", "12\u00a0000\u00a0€"]
    assert rows["Services"] == ["33,3\u00a0%", "55\u00a0%"]
    assert rows["Reprises et transmissions"] == ["33,3\u00a0%", "près d’un sur dix"]
    assert rows["Emplois créés par projet retenu"] == ["0,7", "4,1"]
    assert rows["Compétence la plus demandée"] == ["Ressources humaines", "Organisation"]
    nothing = {name: said for name, *said in comparison_rows(EMPTY)}
    assert nothing["Avance moyenne"] == [NOTHING, "12\u00a0000\u00a0€"]
    assert nothing["Compétence la plus demandée"] == [NOTHING, "Organisation"]
