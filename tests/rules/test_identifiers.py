"""SIREN, SIRET, VAT numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.rules.identifiers import (
    is_siren,
    is_siret,
    parse_siren,
    parse_siret,
)


def luhn_key(digits):
    """Return the digit that completes a number, computed another way."""
    doubled = "0246813579"
    total = sum(
        int(doubled[int(digit)]) if place % 2 == 0 else int(digit)
        for place, digit in enumerate(reversed(digits))
    )
    return str(-total % 10)


@given(st.from_regex(r"[0-9]{8}", fullmatch=True), st.integers(1, 9))
def test_exactly_one_key_completes_a_siren(start, shift):
    key = luhn_key(start)
    assert is_siren(start + key)
    assert not is_siren(start + str((int(key) + shift) % 10))


@given(st.from_regex(r"[0-9]{8}", fullmatch=True), st.from_regex(r"[0-9]{4}", fullmatch=True))
def test_a_siret_needs_both_keys(start, office):
    siren = start + luhn_key(start)
    siret = siren + office + luhn_key(siren + office)
    assert is_siret(siret)
    assert not is_siret(str((int(siret[0]) + 1) % 10) + siret[1:])


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ("35600000000048", True),
        ("35600000009075", True),
        ("356 000 000 09075", True),
        ("35600000009076", False),
        ("73282932000074", True),
        ("73282932000079", False),
        ("73282932100073", False),
        ("7328293200007", False),
        ("", False),
    ],
)
def test_la_poste_has_its_own_rule_after_luhn(value, valid):
    assert is_siret(value) is valid


@given(st.text(max_size=20))
def test_any_text_is_answered(text):
    assert is_siren(text) in (True, False)
    assert is_siret(text) in (True, False)


@pytest.mark.parametrize(
    "text", ["732829320", "732 829 320", " 732\u00a0829\u202f320 ", "732.829.320"]
)
def test_a_siren_is_read_with_its_spaces(text):
    assert parse_siren(text) == "732829320"


def test_a_siret_is_read_with_its_spaces():
    assert parse_siret("732 829 320 00074") == "73282932000074"


@pytest.mark.parametrize("text", ["73282932", "732829321", "73282932O", "７３２８２９３２０", ""])
def test_another_text_is_no_siren(text):
    with pytest.raises(UserError) as refused:
        parse_siren(text)
    assert refused.value.code is ErrorCode.SIREN_INVALID
    assert refused.value.params == {"value": text}


def test_another_text_is_no_siret():
    with pytest.raises(UserError) as refused:
        parse_siret("732829320")
    assert refused.value.code is ErrorCode.SIRET_INVALID
