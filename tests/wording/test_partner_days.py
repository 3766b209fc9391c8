"""Days left of a partner, beside its name."""

from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.models.records.partners import PartnerDays
from alize_desktop.wording.partner_days import partner_choice, year_text


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (None, "Groupe Cablofil"),
        ("4", "Groupe Cablofil · 4 jours restants"),
        ("1.5", "Groupe Cablofil · 1,5 jour restant"),
        ("0", "Groupe Cablofil · 0 jour restant"),
        ("-2", "Groupe Cablofil · 2 jours de trop"),
    ],
)
def test_the_days_follow_the_name(left, text):
    assert partner_choice("Groupe Cablofil", None if left is None else Decimal(left)) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (("0", "0", "0", "0"), ["Aucun jour offert cette année."]),
        (
            ("12", "2.5", "5.5", "1"),
            [
                "■ 5,5 jours en mission",
                "▨ 2,5 jours accordés par le comité, sans mission encore",
                "□ 4 jours restants",
                "▬ 1 jour fait dans l’année",
            ],
        ),
        (
            ("2", "1", "4", "0"),
            [
                "■ 4 jours en mission",
                "▨ 1 jour accordé par le comité, sans mission encore",
                "▼ 3 jours promis de trop",
            ],
        ),
    ],
)
def test_each_part_of_a_year_is_told_with_its_sign(days, text):
    known = PartnerDays(UUID(int=1), "Groupe Cablofil", 2026, *map(Decimal, days))
    assert year_text(known).split(" · ") == text
