"""One chair, seats that stay during a meeting, and texts that can be printed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import DossierState, MemberCollege, MemberOffice

ONE = "2026-001"
UNPRINTABLE = ("a\x00b", "a\x1bb", "a\ud800b")


@pytest.fixture
def chaired(office):
    """The office with its first seat, and no other, as chair."""
    for each in office.services.people.members():
        if each.sheet.office is MemberOffice.CHAIR:
            office.edit_member(each.seat, office=MemberOffice.MEMBER)
    office.edit_member(1, office=MemberOffice.CHAIR)
    return office


class TestTheChair:
    def test_there_is_one(self, chaired, refused):
        name = chaired.member(1).sheet.full_name
        with refused(ErrorCode.CHAIR_TWICE, chaired, chair=name):
            chaired.edit_member(2, office=MemberOffice.CHAIR)
        another = replace(chaired.member(1).sheet, first_name="Ève")
        with refused(ErrorCode.CHAIR_TWICE, chaired, chair=name):
            chaired.services.people.save_member(None, another)

    def test_it_may_be_corrected(self, chaired):
        chaired.edit_member(1, organisation="Ville de Dijon")
        assert chaired.member(1).sheet.organisation == "Ville de Dijon"

    def test_it_is_handed_over(self, chaired):
        chaired.edit_member(1, office=MemberOffice.MEMBER)
        chaired.edit_member(2, office=MemberOffice.CHAIR)
        assert chaired.member(2).sheet.office is MemberOffice.CHAIR


class TestDuringAMeeting:
    @pytest.mark.parametrize(
        "changes",
        [
            {"office": MemberOffice.VICE_CHAIR},
            {"weight": Decimal(2)},
            {"college": MemberCollege.BANK},
            {"office": MemberOffice.GUEST, "weight": Decimal(0)},
            {
                "office": MemberOffice.ALTERNATE,
                "weight": Decimal(0),
                "alternate_of": "Bruno Martin A.",
            },
        ],
    )
    def test_seats_and_voices_stay(self, office, refused, changes):
        office.open(ONE)
        name = office.member(5).sheet.full_name
        with refused(ErrorCode.MEMBER_IN_MEETING, office, member=name):
            office.edit_member(5, **changes)

    def test_names_and_addresses_are_corrected(self, office):
        office.open(ONE)
        office.edit_member(5, last_name="Durand", email="durand@exemple.fr")
        assert office.member(5).sheet.last_name == "Durand"

    def test_the_name_of_an_alternate_is_corrected(self, office):
        office.open(ONE)
        seat = next(each.seat for each in office.services.people.members() if not each.has_seat)
        office.edit_member(seat, last_name="Durand")
        assert office.member(seat).sheet.last_name == "Durand"

    def test_before_it_opens_everything_may_change(self, office):
        office.prepare(ONE)
        office.edit_member(5, weight=Decimal(2))
        assert office.member(5).sheet.weight == 2


@pytest.mark.parametrize("text", UNPRINTABLE)
class TestTexts:
    def test_of_a_change_of_state(self, office, refused, text):
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            office.services.dossiers.change_state(
                office.dossier(ONE), DossierState.AWAITING_DOCUMENTS, text
            )

    @pytest.mark.parametrize("field", ["place", "secretary"])
    def test_of_a_meeting(self, office, refused, text, field):
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            office.prepare(ONE, complete=False, **{field: text})

    @pytest.mark.parametrize("field", ["basin", "operator", "body_name"])
    def test_of_the_programme(self, office, refused, text, field):
        programme = office.services.programme.programme()
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            office.services.programme.save(replace(programme, **{field: text}))

    @pytest.mark.parametrize(
        "field", ["first_name", "last_name", "organisation", "interests", "alternate_of"]
    )
    def test_of_a_member(self, office, refused, text, field):
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            office.edit_member(5, **{field: text})

    @pytest.mark.parametrize("field", ["name", "basin", "correspondent", "skills"])
    def test_of_a_partner(self, office, refused, text, field):
        partner = office.services.people.partners()[0]
        sheet = replace(partner.sheet, **{field: (text,) if field == "skills" else text})
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            office.services.people.save_partner(partner.id, sheet)


def test_a_reason_may_take_several_lines_but_has_an_end(office, refused):
    dossier = office.dossier(ONE)
    with refused(ErrorCode.TEXT_TOO_LONG, office):
        office.services.dossiers.change_state(
            dossier, DossierState.AWAITING_DOCUMENTS, "a" * 32_768
        )
    office.services.dossiers.change_state(dossier, DossierState.AWAITING_DOCUMENTS, "Kbis\nRIB")
    assert office.detail(ONE).state_reason == "Kbis\nRIB"
