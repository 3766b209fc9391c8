"""What the papers of a mission say."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.models.records.missions import LegalDoubt
from alize_desktop.wording.dossier_values import values_of
from alize_desktop.wording.mission_values import (
    blank_days,
    loan_signatories,
    mission_reference,
    mission_values,
    sheet_facts,
    sheet_rows,
    sheet_title,
)
from alize_desktop.wording.template_fields import FIELD_WORDS
from tests.dossier_records import paper_record
from tests.mission_records import AGREED, RUNNING, SHEET, Kind, draft, event, mission_record

DAY = date(2026, 5, 4)
LONGER = draft(Kind.AMENDED, DAY, "7", ends_on=date(2026, 12, 31), text="Un atelier de plus")
BARE = replace(
    SHEET,
    contributor="",
    position="",
    goals="",
    place="",
    calendar="",
    starts_on=None,
    ends_on=None,
)


def test_every_value_is_that_of_a_known_field():
    assert set(mission_values(mission_record(amended=LONGER))) <= set(FIELD_WORDS)


def test_a_mission_fills_its_agreement():
    values = mission_values(mission_record())
    assert values["personne"] == "Sophie Garçon"
    assert values["travail"] == values["categorie"] == "Qualité"
    assert values["jours_pret"] == "5 jours de compétences"
    assert values["debut_mission"] == "1er avril 2026"
    assert values["fin_mission"] == "30 septembre 2026"
    assert values["calendrier"] == "le calendrier suivant\u00a0: Un jour par quinzaine"
    assert values["objectifs"].splitlines() == [
        "Écrire le manuel qualité\u00a0;",
        "Former deux opérateurs.",
    ]
    assert values["date_convention"] == "30 mars 2026"
    assert values["base_legale"] == "l’article L.\u00a08241-3 du code du travail"
    assert values["date_agrement"] == ""
    assert "changements" not in values


def test_what_is_not_said_is_filled_in_by_hand():
    values = mission_values(mission_record((), sheet=BARE, approved_on=date(2025, 3, 4)))
    dotted = ("personne", "qualification", "lieu_mission", "debut_mission", "fin_mission")
    assert all(set(values[each]) == {"…"} for each in dotted)
    assert values["calendrier"] == "un calendrier arrêté par les deux entreprises"
    assert values["objectifs"] == ""
    assert values["date_agrement"] == "4 mars 2025"
    assert "date_convention" not in values


def test_what_is_known_to_be_unmet_is_invoiced_at_cost():
    doubt = LegalDoubt("L8241-3", "same_group", is_met=False)
    values = mission_values(mission_record(doubts=(doubt,)))
    assert "articles L.\u00a08241-1" in values["base_legale"]
    unknown = mission_record(doubts=(replace(doubt, is_met=None),))
    assert "8241-3" in mission_values(unknown)["base_legale"]


def test_a_mission_without_a_lender_leaves_its_fields_empty():
    record = mission_record()
    record = replace(record, paper=replace(record.paper, partner=None))
    assert "siren_partenaire" not in mission_values(record)


def test_an_amendment_says_what_changes():
    values = mission_values(mission_record(amended=LONGER))
    assert values["motif_avenant"] == "Un atelier de plus."
    assert values["changements"].splitlines() == [
        "jours\u00a0: 7 jours de compétences (auparavant\u00a0: 5 jours de compétences)\u00a0;",
        "fin\u00a0: 31 décembre 2026 (auparavant\u00a0: 30 septembre 2026).",
    ]
    same = replace(LONGER, days=Decimal(5), ends_on=SHEET.ends_on)
    assert mission_values(mission_record(amended=same))["changements"] == ""
    only_days = mission_values(mission_record(amended=replace(LONGER, ends_on=None)))
    assert len(only_days["changements"].splitlines()) == 1
    first_end = mission_values(mission_record(AGREED, sheet=BARE, amended=LONGER))
    assert "auparavant\u00a0: non dite" in first_end["changements"]


def test_a_loan_is_signed_by_three():
    assert [name for _, name in loan_signatories(mission_record())] == [
        "M. Didier Garçon",
        "Mme\u00a0Inès Lévêque, gérante",
        "Sophie Garçon",
    ]
    assert mission_reference(mission_record()) == "dossier 2026-014, mission 2026-M001"
    assert sheet_title(mission_record()) == "Feuille de jours\u00a0– mission 2026-M001"


def test_a_sheet_of_days_tells_those_done():
    record = mission_record((*RUNNING, event(9, Kind.CONFIRMED_BY_PARTNER, DAY, of=2)))
    assert sheet_rows(record) == [
        ("08/04/2026", "1", "Visite de l’atelier", ("", "Confirmé le 04/05/2026")),
        ("22/04/2026", "1,5", "", ("", "")),
    ]
    facts = dict(sheet_facts(record))
    assert facts["Personne prêtée"] == "Sophie Garçon, Responsable qualité"
    assert facts["Période"] == "Du 1er avril 2026 au 30 septembre 2026"
    assert facts["Jours prévus"] == "5\u00a0jours, dont 2,5 déjà faits"


@pytest.mark.parametrize(
    ("changes", "period"),
    [
        ({}, ""),
        ({"starts_on": date(2026, 4, 1)}, "Du 1er avril 2026"),
        ({"ends_on": date(2026, 9, 30)}, "Au 30 septembre 2026"),
    ],
)
def test_a_period_may_be_half_said(changes, period):
    facts = dict(sheet_facts(mission_record((), sheet=replace(BARE, **changes))))
    assert facts["Période"] == period
    assert (facts["Jours prévus"], facts["Personne prêtée"]) == ("5\u00a0jours", "")


@pytest.mark.parametrize(("planned", "lines"), [("2", 4), ("12.5", 10), ("90", 30)])
def test_a_sheet_leaves_a_line_a_day_to_come(planned, lines):
    sheet = replace(SHEET, planned_days=Decimal(planned))
    assert blank_days(mission_record(RUNNING, sheet=sheet)) == lines


def test_a_loan_of_a_dossier_without_mission_keeps_its_dotted_lines():
    values = values_of(paper_record())
    assert set(values["personne"]) == set(values["fin_mission"]) == {"…"}
    assert values["jours_pret"] == values["jours"]
    assert "mission" not in values
