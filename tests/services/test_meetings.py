"""Meetings prepared: date, roles, dossiers and their order of passage."""

from dataclasses import replace
from datetime import date, time

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import DossierState, ItemStep, MeetingState, MemberOffice
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.meetings import MeetingDraft

ONE, TWO, THREE = "2026-001", "2026-002", "2026-003"
DRAFT = MeetingDraft(date(2026, 12, 14), time(14, 30), "Dijon", secretary="Odile Perrin")


@pytest.fixture
def meetings(office):
    return office.services.meetings


def numbers(rows):
    return [each.number for each in rows]


class TestPreparation:
    def test_a_meeting_is_prepared_with_the_next_number_of_its_year(self, office, meetings):
        first, changes = meetings.create(DRAFT)
        assert changes == Changes(meetings=frozenset({first}))
        meetings.create(replace(DRAFT, held_on=date(2027, 1, 11)))
        meetings.create(replace(DRAFT, held_on=date(2026, 10, 5)))
        assert numbers(meetings.rows()) == ["CA-2027-01", "CA-2026-01", "CA-2026-02"]
        row = meetings.detail(first).row
        assert (row.draft, row.state) == (DRAFT, MeetingState.PREPARATION)
        assert (row.dossiers, row.decided) == (0, 0)
        assert meetings.by_number(" CA-2026-01 ") == first

    def test_what_is_missing_is_said(self, meetings):
        meeting, _ = meetings.create(replace(DRAFT, secretary="  "))
        missing = meetings.detail(meeting).missing
        assert missing == (
            "Le secrétaire de séance n’est pas nommé.",
            "L’ordre du jour est vide\u00a0: ajoutez au moins un dossier complet.",
        )

    def test_an_office_without_members_is_told_so(self, empty):
        meeting, _ = empty.services.meetings.create(DRAFT)
        detail = empty.services.meetings.detail(meeting)
        assert len(detail.missing) == 3
        assert detail.members == ()

    def test_nothing_is_missing_once_it_is_open(self, office, meetings):
        office.edit_member(1, office=MemberOffice.CHAIR)
        meeting = office.open(ONE)
        assert meetings.detail(meeting).missing == ()

    def test_it_is_edited(self, office, meetings):
        meeting, _ = meetings.create(DRAFT)
        moved = replace(DRAFT, held_on=date(2027, 1, 4), presiding_member_id=office.member(2).id)
        assert meetings.save(meeting, moved).meetings == {meeting}
        row = meetings.detail(meeting).row
        assert (row.draft, row.number) == (moved, "CA-2026-01")

    def test_nothing_is_written_when_nothing_changed(self, office, meetings):
        meeting, _ = meetings.create(DRAFT)
        before = office.actions()
        assert meetings.save(meeting, replace(DRAFT, place=" Dijon ")) == Changes()
        assert office.actions() == before

    def test_nobody_unknown_presides(self, office, meetings, refused):
        unknown = replace(DRAFT, presiding_member_id=office.registry.new_id())
        with refused(ErrorCode.MEMBER_UNKNOWN, office):
            meetings.create(unknown)
        meeting, _ = meetings.create(DRAFT)
        with refused(ErrorCode.MEMBER_UNKNOWN, office):
            meetings.save(meeting, unknown)

    def test_invisible_characters_are_refused(self, office, meetings, refused):
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            meetings.create(replace(DRAFT, place="Dijon\x07"))

    def test_an_open_meeting_only_changes_its_roles(self, office, meetings, refused):
        meeting = office.open(ONE)
        draft = meetings.detail(meeting).row.draft
        other = replace(draft, secretary="Jean Vial", presiding_member_id=office.member(2).id)
        meetings.save(meeting, other)
        assert meetings.detail(meeting).row.draft == other
        with refused(ErrorCode.MEETING_NOT_IN_PREPARATION, office):
            meetings.save(meeting, replace(other, held_on=date(2027, 1, 4)))
        with refused(ErrorCode.PRESIDING_MEMBER_ABSENT, office):
            meetings.save(meeting, replace(other, presiding_member_id=None))

    def test_a_closed_meeting_does_not_change(self, office, meetings, refused):
        meeting = office.open(ONE)
        office.defer(meeting, ONE)
        office.services.committee.close(meeting)
        draft = meetings.detail(meeting).row.draft
        with refused(ErrorCode.MEETING_NOT_IN_PREPARATION, office):
            meetings.save(meeting, replace(draft, secretary="Jean Vial"))

    def test_an_unknown_one_is_not_found(self, office, meetings, refused):
        with refused(ErrorCode.MEETING_NOT_FOUND, office, number="CA-2031-01"):
            meetings.by_number("CA-2031-01")
        with refused(ErrorCode.MEETING_NOT_FOUND, office):
            meetings.detail(office.registry.new_id())


class TestTheAgenda:
    def test_only_complete_dossiers_are_proposed(self, office, meetings):
        meeting = office.prepare()
        assert meetings.candidates(meeting) == ()
        office.complete(TWO, ONE)
        assert numbers(meetings.candidates(meeting)) == [ONE, TWO]

    def test_it_keeps_the_order_that_was_chosen(self, office, meetings):
        meeting = office.prepare(THREE, ONE, TWO)
        agenda = meetings.detail(meeting).agenda
        assert numbers(agenda) == [THREE, ONE, TWO]
        assert [each.position for each in agenda] == [1, 2, 3]
        assert {each.step for each in agenda} == {ItemStep.PENDING}
        meetings.set_agenda(meeting, [office.dossier(each) for each in (ONE, THREE, TWO)])
        assert numbers(meetings.detail(meeting).agenda) == [ONE, THREE, TWO]

    def test_dossiers_follow_it(self, office, meetings):
        meeting = office.prepare(ONE, TWO)
        assert office.detail(ONE).state is DossierState.SCHEDULED
        assert office.detail(ONE).meeting_number == "CA-2026-01"
        office.complete(THREE)
        changes = meetings.set_agenda(meeting, [office.dossier(each) for each in (TWO, THREE)])
        assert changes.dossiers == {office.dossier(ONE), office.dossier(THREE)}
        assert office.detail(ONE).state is DossierState.COMPLETE
        assert office.detail(ONE).meeting_number == ""
        assert office.detail(THREE).state is DossierState.SCHEDULED
        assert numbers(meetings.candidates(meeting)) == [ONE, TWO, THREE]

    def test_the_same_agenda_writes_nothing(self, office, meetings):
        meeting = office.prepare(ONE, TWO)
        before = office.actions()
        again = [office.dossier(each) for each in (ONE, TWO, ONE)]
        assert meetings.set_agenda(meeting, again) == Changes()
        assert office.actions() == before

    def test_a_dossier_is_on_one_agenda(self, office, meetings, refused):
        office.prepare(ONE)
        other = office.prepare(TWO)
        assert numbers(meetings.candidates(other)) == [TWO]
        with refused(ErrorCode.DOSSIER_ON_OTHER_AGENDA, office, number=ONE):
            meetings.set_agenda(other, [office.dossier(ONE)])
        assert numbers(meetings.detail(other).agenda) == [TWO]

    def test_a_dossier_must_be_complete(self, office, meetings, refused):
        meeting = office.prepare(ONE)
        with refused(ErrorCode.DOSSIER_NOT_COMPLETE, office, number=TWO):
            meetings.set_agenda(meeting, [office.dossier(ONE), office.dossier(TWO)])

    def test_a_dossier_must_be_there(self, office, meetings, refused):
        meeting = office.prepare(ONE)
        with refused(ErrorCode.DOSSIER_NOT_FOUND, office):
            meetings.set_agenda(meeting, [office.registry.new_id()])

    def test_it_does_not_change_once_the_meeting_is_open(self, office, meetings, refused):
        meeting = office.open(ONE)
        with refused(ErrorCode.MEETING_NOT_IN_PREPARATION, office):
            meetings.set_agenda(meeting, [])

    def test_what_was_decided_is_counted(self, office, meetings):
        meeting = office.hold(ONE, TWO)
        office.approve(meeting, ONE)
        (row,) = meetings.rows()
        assert (row.dossiers, row.decided) == (2, 1)
        assert meetings.detail(meeting).row == row


def test_a_detail_costs_the_same_whatever_the_agenda(office, meetings, statements):
    short = office.prepare(ONE)
    long = office.prepare(*[f"2026-{each:03d}" for each in range(2, 20)])
    with statements(office.registry) as few:
        meetings.detail(short)
    with statements(office.registry) as many:
        meetings.detail(long)
    assert len(few) == len(many) <= 7
