from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import LARGEST_AMOUNT, Money, Share

amounts = st.integers(-LARGEST_AMOUNT // 2, LARGEST_AMOUNT // 2)


@given(amounts)
def test_an_amount_that_is_written_reads_back_the_same(minor):
    assert Money.parse(str(Money(minor))) == Money(minor)


@pytest.mark.parametrize(
    ("text", "minor"), [("12000", 1_200_000), ("12000.5", 1_200_050), ("-0.07", -7)]
)
def test_an_amount_is_read_with_a_point_and_two_decimals_at_most(text, minor):
    assert Money.parse(text) == Money(minor)


@pytest.mark.parametrize("text", ["", "12 000", "1,5", "1.234", "1e3", "+5", "12000\n"])
def test_any_other_writing_of_an_amount_is_refused(text):
    with pytest.raises(UserError) as refusal:
        Money.parse(text)
    assert refusal.value.code is ErrorCode.AMOUNT_INVALID


def test_an_amount_beyond_reason_is_refused():
    Money(LARGEST_AMOUNT)
    with pytest.raises(UserError):
        Money(LARGEST_AMOUNT + 1)


@given(amounts, amounts)
def test_amounts_are_added_and_taken_away_exactly(one, other):
    assert Money(one) + Money(other) - Money(other) == Money(one)
    assert -Money(one) == Money(-one)
    assert bool(Money(one)) is (one != 0)


@given(st.integers(0, 10**12), st.integers(1, 500))
def test_a_part_is_rounded_half_up_or_down_to_the_centime(minor, by):
    exact = Fraction(minor, by)
    assert Money(minor).divided_down(by).minor == exact.numerator // exact.denominator
    assert abs(Money(minor).divided(by).minor - exact) <= Fraction(1, 2)
    assert Money(minor).divided_down(by) * by <= Money(minor)


def test_half_a_centime_goes_up():
    assert Money(25).divided(10) == Money(3)


def test_two_thirds_is_never_a_decimal():
    assert Share(2, 3).of(17) == Fraction(34, 3)
    assert Share(1, 2).of(Fraction(Decimal("2.6"))) == Fraction(13, 10)


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 2), (3, 2), (1, 0), (-1, 2)])
def test_a_share_is_more_than_nothing_and_at_most_everything(numerator, denominator):
    with pytest.raises(UserError) as refusal:
        Share(numerator, denominator)
    assert refusal.value.code is ErrorCode.MAJORITY_INVALID
