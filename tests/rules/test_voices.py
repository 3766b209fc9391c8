"""Exact arithmetic on voices."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.rules.voices import exact_decimal, percentage, step_of, tidy

weights = st.decimals(0, 1000, places=3).map(Fraction)


@given(st.lists(weights, min_size=1, max_size=5))
def test_the_step_divides_every_weight(values):
    assert all((value / step_of(*values)).denominator == 1 for value in values)


@pytest.mark.parametrize(
    ("values", "step"),
    [
        ((1, 2, 3), 1),
        ((Fraction("2.6"), Fraction("4.6")), Fraction(1, 10)),
        ((Fraction("0.25"), 1), Fraction(1, 100)),
        ((Fraction(1, 3), Fraction(1, 2)), Fraction(1, 6)),
    ],
)
def test_a_step_is_a_power_of_ten_when_the_weights_are_decimals(values, step):
    assert step_of(*values) == step


@given(weights)
def test_decimals_are_exact(value):
    assert Fraction(exact_decimal(value)) == value


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_percentages_are_within_half_a_thousandth(part, base):
    found = percentage(part, base)
    assert abs(Fraction(found) - Fraction(100 * part, base)) <= Fraction(1, 2000)
    assert found.as_tuple().exponent == -3


def test_half_a_thousandth_goes_up():
    assert percentage(1, 16_000) == Decimal("0.006")  # 0.00625
    assert percentage(9, 16_000) == Decimal("0.056")  # 0.05625
    assert percentage(1, 200_000) == Decimal("0.001")  # 0.0005


def test_nothing_has_a_percentage_of_nothing():
    assert percentage(0, 0) is None


def test_whole_voices_are_integers():
    assert isinstance(tidy(Fraction(4, 2)), int)
    assert tidy(Fraction(1, 2)) == Fraction(1, 2)
