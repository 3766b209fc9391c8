"""Amounts and numbers in French."""

import contextlib
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import LARGEST_AMOUNT, Money
from alize_desktop.wording.amounts import (
    NO_BREAK,
    decimal_text,
    integer_text,
    money_short,
    money_text,
    parse_money,
    words,
)

amounts = st.integers(-(10**15) + 1, 10**15 - 1).map(Money)


@pytest.mark.parametrize(
    ("minor", "text", "short"),
    [
        (0, "0,00 €", "0 €"),
        (5, "0,05 €", "0,05 €"),
        (1_200_000, "12\u202f000,00 €", "12\u202f000 €"),
        (1_200_050, "12\u202f000,50 €", "12\u202f000,50 €"),
        (123_456_789_00, "123\u202f456\u202f789,00 €", "123\u202f456\u202f789 €"),
        (-120_000, "−1\u202f200,00 €", "−1\u202f200 €"),
    ],
)
def test_an_amount_is_grouped_and_keeps_its_unit(minor, text, short):
    assert money_text(Money(minor)) == text.replace(" €", f"{NO_BREAK}€")
    assert money_short(Money(minor)) == short.replace(" €", f"{NO_BREAK}€")


def test_papers_group_with_another_space():
    assert money_text(Money(1_200_000), NO_BREAK) == f"12{NO_BREAK}000,00{NO_BREAK}€"
    assert money_short(Money(1_200_000), NO_BREAK) == f"12{NO_BREAK}000{NO_BREAK}€"


@given(amounts)
def test_an_amount_is_read_as_it_is_written(amount):
    assert parse_money(money_text(amount)) == amount
    assert parse_money(money_short(amount)) == amount
    assert parse_money(str(amount)) == amount


@pytest.mark.parametrize(
    "text",
    [
        "12 000,00 €",
        "12000",
        "12000.0",
        "12000,00",
        " 12\u00a0000\u00a0€ ",
        "12\u202f000 euros",
        "12000EUR",
        "12\u2009000,0 €",
    ],
)
def test_french_habits_are_read(text):
    assert parse_money(text) == Money(1_200_000)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "€",
        "12.000",
        "12,000",
        "12.000,00",
        "12,000.00",
        "12 00",
        "1 2000",
        "1200 000",
        "12000,005",
        "12e3",
        "douze mille",
        "+5",
        "--5",
        "5-",
        "１２",
        "12000,",
        "99999999999999",
        "12 000 $",
    ],
)
def test_a_doubtful_amount_is_refused(text):
    with pytest.raises(UserError) as refused:
        parse_money(text)
    assert refused.value.code is ErrorCode.AMOUNT_INVALID


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_refused(text):
    with contextlib.suppress(UserError):
        parse_money(text)


def test_integers_are_grouped():
    assert integer_text(1234567) == "1\u202f234\u202f567"
    assert integer_text(-12) == "−12"
    assert integer_text(1200, NO_BREAK) == f"1{NO_BREAK}200"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (7, "7"),
        (Fraction("2.6"), "2,6"),
        (Decimal("2.60"), "2,6"),
        (Decimal(10), "10"),
        (Decimal("1E+3"), "1\u202f000"),
        (Decimal("-0.50"), "−0,5"),
    ],
)
def test_exact_numbers_lose_only_their_zeros(number, text):
    assert decimal_text(number) == text


@pytest.mark.parametrize(
    ("minor", "text"),
    [
        (0, "zéro euro"),
        (1, "un centime"),
        (50, "cinquante centimes"),
        (100, "un euro"),
        (101, "un euro et un centime"),
        (199, "un euro et quatre-vingt-dix-neuf centimes"),
        (200, "deux euros"),
        (2100, "vingt et un euros"),
        (7100, "soixante et onze euros"),
        (8000, "quatre-vingts euros"),
        (8100, "quatre-vingt-un euros"),
        (20000, "deux cents euros"),
        (20100, "deux cent un euros"),
        (100_000, "mille euros"),
        (200_000, "deux mille euros"),
        (8_000_000, "quatre-vingt mille euros"),
        (20_000_000, "deux cent mille euros"),
        (1_200_050, "douze mille euros et cinquante centimes"),
        (4_574_200, "quarante-cinq mille sept cent quarante-deux euros"),
        (100_000_000, "un million d'euros"),
        (200_000_000, "deux millions d'euros"),
        (120_000_000, "un million deux cent mille euros"),
        (100_000_001, "un million d'euros et un centime"),
        (100_000_000_000, "un milliard d'euros"),
        (LARGEST_AMOUNT, "dix billions d'euros"),
        (-1_200, "moins douze euros"),
    ],
)
def test_amounts_are_spelt_in_the_traditional_way(minor, text):
    assert words(Money(minor)) == text


@given(amounts)
def test_every_amount_has_words(amount):
    assert "euro" in words(amount) or "centime" in words(amount)
