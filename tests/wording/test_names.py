"""Names, lists, plurals."""

from decimal import Decimal
from fractions import Fraction

import pytest

from alize_desktop.models.enums import Civility, MemberCollege, MemberOffice
from alize_desktop.models.records.people import MemberSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.wording.names import (
    counted,
    is_feminine,
    list_text,
    member_name,
    person_name,
    plural,
    programme_name,
)


def test_a_name_has_its_civility():
    assert person_name(Civility.MADAME, "Inès Lévêque D.") == "Mme\u00a0Inès Lévêque D."
    assert person_name(Civility.MONSIEUR, "Tel") == "M.\u00a0Tel"
    assert person_name(None, "Tel") == "Tel"
    assert is_feminine(Civility.MADAME)
    assert not is_feminine(None)


def test_a_member_is_named_in_full():
    member = MemberSheet(
        Civility.MADAME,
        "Inès",
        "Lévêque",
        "Banque",
        MemberCollege.BANK,
        MemberOffice.MEMBER,
        Decimal(1),
    )
    assert member_name(member) == "Mme\u00a0Inès Lévêque"


def test_a_programme_is_named_with_its_operator():
    assert programme_name(Programme("Meuse", operator="CCI")) == "Programme Alizé · Meuse · CCI"
    assert programme_name(Programme("Meuse")) == "Programme Alizé · Meuse"


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")],
)
def test_lists_end_with_and(items, text):
    assert list_text(items) == text


def test_a_list_may_end_with_or():
    assert list_text(["3", "6"], last="ou") == "3 ou 6"


@pytest.mark.parametrize(
    ("number", "word"),
    [(0, "voix"), (1, "voix"), (2, "voix")],
)
def test_words_that_never_change(number, word):
    assert plural(number, "voix", "voix") == word


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0 membre"),
        (1, "1 membre"),
        (Fraction("1.9"), "1,9 membre"),
        (2, "2 membres"),
        (-2, "−2 membres"),
    ],
)
def test_the_plural_starts_at_two(number, text):
    assert counted(number, "membre") == text
