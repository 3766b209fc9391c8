"""What a meeting needs to open, and what its closing keeps."""

from dataclasses import replace
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import MeetingState, MemberOffice

ONE = "2026-001"


class TestTheSecretary:
    def test_a_meeting_does_not_open_without_one(self, office, refused):
        meeting = office.prepare(ONE, secretary="  ")
        (missing,) = office.services.meetings.detail(meeting).missing
        assert missing == "Le secrétaire de séance n’est pas nommé."
        with refused(ErrorCode.SECRETARY_MISSING, office):
            office.services.committee.open(meeting)

    def test_named_it_opens(self, office):
        meeting = office.prepare(ONE, secretary=" Odile Perrin ")
        office.services.committee.open(meeting)
        assert office.state(meeting).row.state is MeetingState.OPEN

    def test_it_is_not_taken_away_afterwards(self, office, refused):
        meeting = office.open(ONE)
        draft = office.services.meetings.detail(meeting).row.draft
        with refused(ErrorCode.SECRETARY_MISSING, office):
            office.services.meetings.save(meeting, replace(draft, secretary=" "))


@pytest.mark.parametrize("reason", ["a\x00b", "a\x1bb", "a\ud800b"])
def test_the_reason_of_a_recusal_can_be_printed(office, refused, reason):
    meeting = office.hold(ONE)
    item = office.present(meeting, ONE)
    with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
        office.services.recusals.declare(item, office.member(3).id, reason)
    with refused(ErrorCode.TEXT_TOO_LONG, office):
        office.services.recusals.declare(item, office.member(3).id, "a" * 32_768)


class TestThePresidingMember:
    def test_an_alternate_is_not_named(self, office, refused):
        alternate = next(each for each in office.services.people.members() if not each.has_seat)
        name = alternate.sheet.full_name
        with refused(ErrorCode.MEMBER_CANNOT_PRESIDE, office, member=name):
            office.prepare(ONE, complete=False, presiding_member_id=alternate.id)

    def test_a_guest_is_not_named(self, office, refused):
        meeting = office.prepare(ONE)
        office.edit_member(5, office=MemberOffice.GUEST, weight=Decimal(0))
        draft = office.services.meetings.detail(meeting).row.draft
        draft = replace(draft, presiding_member_id=office.member(5).id)
        with refused(ErrorCode.MEMBER_CANNOT_PRESIDE, office):
            office.services.meetings.save(meeting, draft)
