"""Checks of members and partners."""

from dataclasses import replace
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import Civility, MemberCollege, MemberOffice
from alize_desktop.models.records.people import MemberSheet, PartnerSheet
from alize_desktop.rules.people_checks import check_one_chair, member_problems, partner_problems

MEMBER = MemberSheet(
    Civility.MADAME,
    "Inès",
    "Lévêque D.",
    "Fonderie",
    MemberCollege.ENTERPRISE,
    MemberOffice.MEMBER,
    Decimal(1),
    interests="Banque du Val\nAudit Est",
)
PARTNER = PartnerSheet("Groupe Hêtraie", "999883556", skills=("Qualité",), days_per_year=18)


def test_a_good_member_and_a_good_partner_have_no_problem():
    assert member_problems(MEMBER) == ()
    assert partner_problems(PARTNER) == ()


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"last_name": " "}, "last_name", ErrorCode.TEXT_MISSING),
        ({"first_name": "a\nb"}, "first_name", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ({"weight": Decimal(-1)}, "weight", ErrorCode.NUMBER_OUT_OF_RANGE),
        ({"weight": Decimal("0.125")}, "weight", ErrorCode.NUMBER_INVALID),
        ({"weight": Decimal("Infinity")}, "weight", ErrorCode.NUMBER_INVALID),
        ({"office": MemberOffice.GUEST}, "weight", ErrorCode.NUMBER_OUT_OF_RANGE),
        ({"email": "x"}, "email", ErrorCode.EMAIL_INVALID),
        ({"interests": "\x00"}, "interests", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        (
            {"office": MemberOffice.ALTERNATE, "weight": Decimal(0)},
            "alternate_of",
            ErrorCode.TEXT_MISSING,
        ),
    ],
)
def test_a_wrong_member_is_accused_where_it_is_wrong(changes, field, code):
    [problem] = member_problems(replace(MEMBER, **changes))
    assert (problem.field, problem.error.code) == (field, code)


def test_an_alternate_says_of_whom_and_has_no_voice():
    alternate = replace(
        MEMBER, office=MemberOffice.ALTERNATE, weight=Decimal(0), alternate_of="Bruno Martin A."
    )
    assert member_problems(alternate) == ()


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"name": ""}, "name", ErrorCode.TEXT_MISSING),
        ({"siren": ""}, "siren", ErrorCode.TEXT_MISSING),
        ({"siren": "123456789"}, "siren", ErrorCode.SIREN_INVALID),
        ({"days_per_year": -1}, "days_per_year", ErrorCode.NUMBER_OUT_OF_RANGE),
        ({"email": "x"}, "email", ErrorCode.EMAIL_INVALID),
        ({"skills": ("a\x07",)}, "skills", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ({"correspondent": "a\tb"}, "correspondent", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
    ],
)
def test_a_wrong_partner_is_accused_where_it_is_wrong(changes, field, code):
    [problem] = partner_problems(replace(PARTNER, **changes))
    assert (problem.field, problem.error.code) == (field, code)


def test_a_committee_has_one_chair():
    chair = replace(MEMBER, office=MemberOffice.CHAIR)
    check_one_chair(chair, [MEMBER])
    check_one_chair(MEMBER, [chair])
    with pytest.raises(UserError) as caught:
        check_one_chair(chair, [MEMBER, replace(chair, first_name="Ève", last_name="Val")])
    assert caught.value.code is ErrorCode.CHAIR_TWICE
    assert caught.value.params == {"chair": "Ève Val"}
