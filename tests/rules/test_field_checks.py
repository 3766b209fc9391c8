"""Checks of one value."""

from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.values import Money
from alize_desktop.rules.field_checks import (
    check_amount,
    check_count,
    check_email,
    check_hundredths,
    check_present,
    check_siren,
    check_text,
    check_year,
    first_problems,
)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a@b.fr",
        "prénom.nom+alizé@sous.domaine.example",
        "o’brien@comite.example",
        "x_y@z.museum",
    ],
)
def test_a_plausible_address_passes(address):
    check_email(address)


@pytest.mark.parametrize(
    "address",
    [
        "a",
        "a@",
        "@b.fr",
        "a@b",
        "a@b.f",
        "a b@c.fr",
        "a@b@c.fr",
        "a@b.fr;c@d.fr",
        "<a@b.fr>",
        "a@b...",
    ],
)
def test_an_address_that_cannot_be_one_is_refused(address):
    with pytest.raises(UserError) as refused:
        check_email(address)
    assert refused.value.code is ErrorCode.EMAIL_INVALID


def test_a_text_too_long_says_how_long_it_is():
    with pytest.raises(UserError) as refused:
        check_text("abc", longest=2)
    assert refused.value.params == {"length": 3, "longest": 2}


def test_lines_pass_only_where_they_may():
    check_text("a\tb\nc", lines=True)
    with pytest.raises(UserError):
        check_text("a\tb\nc")
    with pytest.raises(UserError):
        check_text("a\rb", lines=True)


def test_a_year_is_said_with_its_four_digits():
    with pytest.raises(UserError) as refused:
        check_year(date(226, 3, 5), 1900)
    assert refused.value.params == {"value": "05/03/0226"}


def test_bounds_are_inside():
    for number in (0, 100_000, Decimal(0)):
        check_count(number)
    check_count(1, most=1, least=1)
    check_amount(Money(0))
    check_amount(None)
    check_hundredths(Decimal("0.01"))
    check_present("a")
    check_siren("999631708")


def test_a_field_is_accused_once():
    def refuse():
        raise UserError(ErrorCode.TEXT_MISSING)

    def refuse_again():
        raise UserError(ErrorCode.SIREN_INVALID)

    checks = [("a", refuse), ("a", refuse_again), ("b", lambda: None), ("b", refuse_again)]
    found = [(each.field, each.error.code) for each in first_problems(checks)]
    assert found == [("a", ErrorCode.TEXT_MISSING), ("b", ErrorCode.SIREN_INVALID)]
