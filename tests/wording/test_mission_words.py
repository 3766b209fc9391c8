"""The words of missions, and what the labour code asks in a sentence."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.models.enums import Agreement
from alize_desktop.models.records.dossiers import CompanyDetails
from alize_desktop.models.records.missions import MissionSheet
from alize_desktop.rules.labour_law import Loan, legal_doubts
from alize_desktop.wording.mission_journal import mission_act_name, mission_act_words
from alize_desktop.wording.mission_words import (
    days_text,
    doubt_text,
    event_text,
    rating_text,
    skills_days_text,
)
from tests.mission_records import CONFIRMED, FIRST, SHEET, Kind, event

HOST = CompanyDetails("Menuiserie Œillet", "999482137")
BARE = MissionSheet(SHEET.partner_id, "Qualité", Decimal(2), SHEET.day_value)
UNKNOWN = Loan(BARE, None, is_signed=False, host=HOST, large_group=Agreement.UNKNOWN, on=FIRST)
UNMET = replace(
    UNKNOWN,
    sheet=replace(BARE, starts_on=FIRST, consent=Agreement.NO, same_group=Agreement.YES),
    ends_on=date(2029, 5, 1),
    host=replace(HOST, headcount=Decimal("312.5")),
    large_group=Agreement.NO,
)

AT_COST = (
    "\u00a0; le prêt se facture donc à son coût, ni plus ni moins "
    "(articles L8241-1 et L8241-3 du code du travail)."
)


def test_what_is_unknown_is_told_with_its_article():
    assert [doubt_text(each) for each in legal_doubts(UNKNOWN)] == [
        (
            "Personne prêtée\u00a0: son nom et sa qualification ne sont pas dits, la convention les "
            "demande (article L8241-2 du code du travail)."
        ),
        (
            "Accord de la personne prêtée\u00a0: on ne sait pas si elle l’a donné, par un avenant à "
            "son contrat de travail (article L8241-2 du code du travail)."
        ),
        (
            "Effectif de l’entreprise d’accueil\u00a0: on ne sait pas si elle compte moins de 250 "
            "salariés (article L8241-3 du code du travail)."
        ),
        (
            "Groupe du prêteur\u00a0: on ne sait pas s’il compte au moins 5\u00a0000 salariés "
            "(article L8241-3 du code du travail)."
        ),
        (
            "Groupe des deux entreprises\u00a0: on ne sait pas si elles appartiennent au même "
            "(article L8241-3 du code du travail)."
        ),
        (
            "Durée du prêt\u00a0: son début ou sa fin n’est pas dit\u00a0; il ne dépasse pas 3 ans "
            "(article L8241-3 du code du travail)."
        ),
        (
            "But du prêt\u00a0: la mission n’a pas d’objectifs, la convention doit dire ce qu’il vise "
            "(article L8241-3 du code du travail)."
        ),
    ]


def test_what_is_not_met_is_told_with_what_follows():
    told = [doubt_text(each) for each in legal_doubts(UNMET)]
    assert told[1:-1] == [
        (
            "Accord de la personne prêtée\u00a0: elle l’a refusé, et le prêt n’a pas lieu sans lui "
            "(article L8241-2 du code du travail)."
        ),
        (
            "Convention entre les deux entreprises\u00a0: elle n’est pas signée, et le prêt commence "
            "le 01/04/2026 (article L8241-2 du code du travail)."
        ),
        (
            "Effectif de l’entreprise d’accueil\u00a0: 312,5 salariés, alors qu’il en faut moins de "
            f"250, ou moins de 8 ans d’existence{AT_COST}"
        ),
        f"Groupe du prêteur\u00a0: il compte moins de 5\u00a0000 salariés{AT_COST}",
        f"Groupe des deux entreprises\u00a0: elles appartiennent au même{AT_COST}",
        f"Durée du prêt\u00a0: du 01/04/2026 au 01/05/2029, plus de 3 ans{AT_COST}",
    ]


def test_days_and_evaluations_are_written_as_they_are_read():
    assert days_text(Decimal("1.50")) == "1,5\u00a0jour"
    assert days_text(Decimal(2)) == "2\u00a0jours"
    assert skills_days_text(Decimal("2.5")) == "2,5 jours de compétences"
    assert (rating_text(4), rating_text(None)) == ("4 sur 5", "")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (CONFIRMED[1], "1\u00a0jour · Visite de l’atelier · Odile Perrin"),
        (CONFIRMED[3], "Jours faits du 08/04/2026, 1\u00a0jour · Odile Perrin"),
        (
            event(9, Kind.REVERSAL, FIRST, of=1, text="Erreur"),
            "Convention signée du 30/03/2026 · Erreur · Odile Perrin",
        ),
        (
            event(9, Kind.AMENDED, FIRST, "7", ends_on=date(2026, 12, 31)),
            "7\u00a0jours · jusqu’au 31/12/2026 · Odile Perrin",
        ),
        (event(9, Kind.EVALUATED_BY_COMPANY, FIRST, rating=5), "5 sur 5 · Odile Perrin"),
        (event(9, Kind.CLOSED, FIRST, author=""), ""),
    ],
)
def test_an_event_says_what_it_is_about(told, words):
    assert event_text(told, CONFIRMED) == words


@pytest.mark.parametrize(
    ("action", "details", "name", "words"),
    [
        (
            "mission.saved",
            {"number": "2026-M001", "category": "Qualité", "planned_days": "2.50"},
            "Mission enregistrée",
            "2026-M001 · Qualité · 2,5\u00a0jours",
        ),
        (
            "mission.days_done",
            {"value_on": "2026-04-08", "days": "1.0", "text": "Visite", "author": "Odile"},
            "Mission\u00a0: jours faits",
            "08/04/2026 · 1\u00a0jour · Visite · Odile",
        ),
        (
            "mission.amended",
            {"value_on": "2026-04-08", "days": "0", "ends_on": "2026-12-31"},
            "Mission\u00a0: avenant",
            "08/04/2026 · jusqu’au 31/12/2026",
        ),
        (
            "mission.evaluated_by_company",
            {"value_on": "2026-04-08", "rating": 4},
            "Mission\u00a0: évaluation de l’entreprise",
            "08/04/2026 · 4 sur 5",
        ),
        ("mission.unknown", {}, "", ""),
        ("dossier.saved", {}, "", ""),
    ],
)
def test_the_journal_tells_what_was_done(action, details, name, words):
    assert mission_act_name(action) == name
    assert mission_act_words(action, details) == words
