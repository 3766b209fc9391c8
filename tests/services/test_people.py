"""Members, alternates and partner companies."""

from dataclasses import replace
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import MemberOffice
from alize_desktop.models.records.changes import Changes


def test_partners_are_in_order_whatever_their_accents(office):
    names = [each.sheet.name for each in office.services.people.partners()]
    assert [each.split()[1] for each in names] == [
        "d'Ormesson-Vial",
        "d'Ormesson-Vial",
        "Émeraude",
        "Émeraude",
        "Hêtraie",
        "Île-Verte",
        "Île-Verte",
        "Jouvence",
        "Kermadec",
        "L'Herminier",
        "Xertigny",
        "Xertigny",
    ]


def test_a_member_is_added_at_the_next_seat(office):
    sheet = replace(office.member(1).sheet, first_name="Ève", office=MemberOffice.MEMBER)
    assert office.services.people.save_member(None, sheet) == Changes(people=True)
    assert office.member(19).sheet == sheet


def test_a_member_is_edited(office):
    office.edit_member(1, organisation="Ville de Dijon", weight=Decimal("1.5"))
    sheet = office.member(1).sheet
    assert (sheet.organisation, sheet.weight) == ("Ville de Dijon", Decimal("1.5"))
    assert office.actions()[-1] == "member.saved"


def test_nothing_is_written_when_nothing_changed(office):
    before = office.actions()
    people = office.services.people
    member, partner = office.member(1), people.partners()[0]
    assert people.save_member(member.id, member.sheet) == Changes()
    assert people.save_partner(partner.id, partner.sheet) == Changes()
    assert office.actions() == before


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"last_name": " "}, ErrorCode.TEXT_MISSING),
        ({"weight": Decimal(-1)}, ErrorCode.NUMBER_OUT_OF_RANGE),
        ({"email": "chez moi"}, ErrorCode.EMAIL_INVALID),
        ({"organisation": "a\x00b"}, ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ({"alternate_of": "Jeanne Absente"}, ErrorCode.MEMBER_UNKNOWN),
        ({"alternate_of": "Bruno Martin A."}, ErrorCode.MEMBER_TWICE),
        (
            {"office": MemberOffice.ALTERNATE, "weight": Decimal(0)},
            ErrorCode.TEXT_MISSING,
        ),
    ],
)
def test_a_wrong_sheet_is_refused(office, refused, changes, code):
    with refused(code, office):
        office.edit_member(1, **changes)


def test_an_unknown_member_is_refused(office, refused):
    with refused(ErrorCode.MEMBER_UNKNOWN, office, member="Bruno Martin A."):
        office.services.people.save_member(office.registry.new_id(), office.member(1).sheet)


def test_a_member_becomes_the_alternate_of_another(office):
    office.edit_member(
        5, alternate_of="bruno martin a.", office=MemberOffice.ALTERNATE, weight=Decimal(0)
    )
    member = office.member(5)
    assert member.alternate_of_id == office.member(1).id
    assert (member.sheet.office, member.has_seat) == (MemberOffice.ALTERNATE, False)


def test_a_partner_is_added_and_edited(office):
    people = office.services.people
    sheet = replace(people.partners()[0].sheet, name="Aciérie du Lac", siren="732 829 320")
    people.save_partner(None, sheet)
    added = people.partners()[0]
    assert added.sheet == replace(sheet, siren="732829320")
    people.save_partner(added.id, replace(added.sheet, skills=("Qualité", "Numérique")))
    assert people.partners()[0].sheet.skills == ("Qualité", "Numérique")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": ""}, ErrorCode.TEXT_MISSING),
        ({"siren": "123"}, ErrorCode.SIREN_INVALID),
        ({"days_per_year": -1}, ErrorCode.NUMBER_OUT_OF_RANGE),
    ],
)
def test_a_wrong_partner_is_refused(office, refused, changes, code):
    sheet = replace(office.services.people.partners()[0].sheet, **changes)
    with refused(code, office):
        office.services.people.save_partner(None, sheet)


def test_an_unknown_partner_is_a_bug(office):
    sheet = office.services.people.partners()[0].sheet
    with pytest.raises(KeyError):
        office.services.people.save_partner(office.registry.new_id(), sheet)
