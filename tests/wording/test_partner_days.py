"""Days left of a partner, beside its name."""

from decimal import Decimal

import pytest

from alize_desktop.wording.partner_days import partner_choice


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
