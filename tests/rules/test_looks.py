"""Looks of papers: a colour that can be read, an address that fits."""

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.rules.looks import check_accent, check_looks


@pytest.mark.parametrize("colour", ["#1d4f91", "#000000", "#767676", "#c00000"])
def test_a_dark_colour_passes(colour):
    check_accent(colour)


@pytest.mark.parametrize("colour", ["#777777", "#ffffff", "#ffcc00", "#9cf0a0"])
def test_a_pale_colour_is_refused(colour):
    with pytest.raises(UserError) as caught:
        check_accent(colour)
    assert caught.value.code is ErrorCode.COLOUR_TOO_PALE


@pytest.mark.parametrize(
    "colour", ["", "bleu", "#12345", "#1234567", "#1D4F91", "1d4f91", "#1d4f9g"]
)
def test_what_is_no_colour_is_refused(colour):
    with pytest.raises(UserError) as caught:
        check_accent(colour)
    assert caught.value.code is ErrorCode.COLOUR_INVALID


@pytest.mark.parametrize(
    ("identity", "code"),
    [
        (PaperIdentity(address="\n".join("abcdefghi")), ErrorCode.ADDRESS_TOO_LONG),
        (PaperIdentity(address="a" * 500), ErrorCode.TEXT_TOO_LONG),
        (PaperIdentity(signatory="a" * 200), ErrorCode.TEXT_TOO_LONG),
        (PaperIdentity(footer="a\nb"), ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
    ],
)
def test_texts_that_would_not_fit_are_refused(identity, code):
    with pytest.raises(UserError) as caught:
        check_looks(identity)
    assert caught.value.code is code


def test_usual_looks_pass():
    check_looks(PaperIdentity())
    check_looks(PaperIdentity("12 rue X\n21000 Dijon", "Claire Roussel", "SIREN"))
