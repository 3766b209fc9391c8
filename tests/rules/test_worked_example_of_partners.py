"""The example of the documentation: a partner ranked, and its days."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from alize_desktop.models.records.matching import PartnerPast
from alize_desktop.rules import match_reasons
from alize_desktop.rules.matching import rank
from alize_desktop.rules.partner_days import offered_days
from alize_desktop.rules.skill_categories import usual_categories
from tests.partner_records import candidate, need, offer, partner_days

PAGE = (Path(__file__).parents[2] / "docs" / "regles-de-calcul.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 23)


def left(granted, planned):
    return partner_days(granted=Decimal(granted), planned=Decimal(planned)).left


def test_the_days_of_the_example():
    assert offered_days(12, 2026, date(2026, 9, 15), None) == 4
    assert "de septembre à décembre, 4 jours sont offerts en 2026" in PAGE
    assert left(8, 0) == left("2.5", "5.5") == 4
    assert left("2.5", 4) == Decimal("5.5")
    assert "2,5 accordés, 4 prévus, il en reste 5,5." in PAGE


def test_the_points_of_the_example():
    partner = candidate(
        far=12,
        basin="Côte-d’Or",
        offers=(offer(person="Direction des RH"),),
        days=partner_days(offered=Decimal(4)),
        past=PartnerPast(load=1, closed=2, rated=2, rating=Decimal("4.5")),
    )
    (match,) = rank(need(days=4), [partner], usual_categories(), TODAY)
    told = [each.points for each in match.reasons]
    assert [each for each in told if each] == [210, 20, 15, 20, -5, 8]
    assert f"{match.points} points." in PAGE


def test_the_table_has_the_points_of_the_rules():
    rows = (
        f"| {match_reasons.SKILL}\u00a0; {match_reasons.PERSON} si l’offre dit par qui |",
        f"| même bassin | {match_reasons.BASIN} |",
        "20 jusqu’à 10 km, 15 jusqu’à 30, 10 jusqu’à 60, 5 jusqu’à 120",
        f"une absence des {match_reasons.SOON.days} jours à venir",
    )
    plain = PAGE.replace("\u00a0", " ")
    assert all(each.replace("\u00a0", " ") in plain for each in rows)
    assert match_reasons.NEAR == ((10, 20), (30, 15), (60, 10), (120, 5))
