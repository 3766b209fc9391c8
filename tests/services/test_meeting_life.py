"""A meeting from its notice to the approval of its minutes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AttendanceKind,
    DossierState,
    ItemKind,
    MeetingEventKind,
    MeetingKind,
    MeetingState,
    MemberOffice,
    VoteChoice,
)
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.meetings import ItemDraft
from alize_desktop.services.meeting_events import read_events
from alize_desktop.services.work import drained

ONE, TWO, THREE = "2026-001", "2026-002", "2026-003"
DECEMBER = date(2026, 12, 14)
WRITTEN = {
    "kind": MeetingKind.WRITTEN,
    "replies_by": date(2026, 11, 30),
    "held_on": date(2026, 11, 23),
    "place": "",
}


@pytest.fixture
def life(office):
    return office.services.life


def ready(office, *numbers, **draft):
    """Prepare a meeting whose notice may be sent."""
    asked = {
        "place": "Dijon",
        "held_on": DECEMBER,
        "presiding_member_id": office.member(1).id,
    }
    return office.prepare(*(numbers or (ONE,)), **(asked | draft))


def without_chair(office):
    for each in office.services.people.members():
        if each.sheet.office is MemberOffice.CHAIR:
            office.edit_member(each.seat, office=MemberOffice.MEMBER)


def state(office, meeting):
    return office.services.meetings.detail(meeting).row.state


def events(office, meeting):
    return [each.kind for each in office.services.meetings.detail(meeting).events]


class TestTheNotice:
    def test_it_freezes_the_meeting(self, office, life):
        meeting = ready(office)
        assert office.services.meetings.detail(meeting).missing_for_notice == ()
        assert life.convene(meeting) == Changes(meetings=frozenset({meeting}))
        detail = office.services.meetings.detail(meeting)
        assert detail.row.state is MeetingState.CONVENED
        assert (detail.missing, detail.missing_for_notice) == ((), ())
        (event,) = detail.events
        assert (event.kind, event.at) == (MeetingEventKind.CONVENED, office.clock())

    def test_what_it_lacks_is_told_in_order(self, office):
        without_chair(office)
        meeting = office.prepare(secretary="")
        assert office.services.meetings.detail(meeting).missing_for_notice == (
            "Le lieu de la séance n’est pas indiqué. Indiquez-le, puis convoquez.",
            "Personne ne préside\u00a0: choisissez la présidence de séance.",
            "Le secrétaire de séance n’est pas nommé. Nommez-le d’abord.",
            "L’ordre du jour est vide. Inscrivez au moins un dossier.",
            (
                "Délai de convocation du règlement\u00a0: 5\u00a0j\u00a0; il en reste 0 avant la"
                " séance du 23/11/2026. Déplacez la séance, ou confirmez l’urgence."
            ),
        )

    @pytest.mark.parametrize(
        ("draft", "code"),
        [
            ({"place": " "}, ErrorCode.PLACE_MISSING),
            ({"presiding_member_id": None}, ErrorCode.PRESIDING_MEMBER_MISSING),
            ({"secretary": ""}, ErrorCode.SECRETARY_MISSING),
            ({"held_on": date(2026, 11, 27)}, ErrorCode.NOTICE_TOO_LATE),
        ],
    )
    def test_it_is_refused_without(self, office, life, refused, draft, code):
        without_chair(office)
        meeting = ready(office, **draft)
        with refused(code, office):
            life.convene(meeting)
        assert state(office, meeting) is MeetingState.PREPARATION

    def test_it_is_refused_without_any_point(self, office, life, refused):
        meeting = ready(office)
        office.services.meetings.set_agenda(meeting, [])
        with refused(ErrorCode.MEETING_WITHOUT_DOSSIER, office):
            life.convene(meeting)
        office.services.agenda.add(meeting, ItemDraft(ItemKind.INFORMATION, "Bilan"))
        life.convene(meeting)

    def test_the_chair_of_the_committee_presides_by_itself(self, office, life):
        meeting = ready(office, presiding_member_id=None)
        life.convene(meeting)
        assert office.state(meeting).presiding.sheet.office is MemberOffice.CHAIR

    def test_an_emergency_waives_the_delay(self, office, life):
        meeting = ready(office, held_on=date(2026, 11, 24))
        life.convene(meeting, urgent=True)
        assert state(office, meeting) is MeetingState.CONVENED

    def test_it_is_sent_once(self, office, life, refused):
        meeting = ready(office)
        life.convene(meeting)
        with refused(ErrorCode.MEETING_NOT_IN_PREPARATION, office):
            life.convene(meeting)

    def test_the_day_is_that_of_the_programme(self, office, life, clock):
        clock.now = datetime(2026, 12, 9, 23, 30, tzinfo=UTC)  # the tenth, in Paris
        assert office.services.meetings.detail(ready(office)).missing_for_notice != ()

    def test_the_meeting_may_be_put_back_and_moved_never_brought_forward(
        self, office, life, refused
    ):
        meeting = ready(office)
        life.convene(meeting)
        draft = office.services.meetings.detail(meeting).row.draft
        later = replace(draft, held_on=date(2027, 1, 11), place="Beaune", secretary="Jean Vial")
        office.services.meetings.save(meeting, later)
        assert office.services.meetings.detail(meeting).row.draft == later
        with refused(ErrorCode.DATE_NOTIFIED, office, held_on=date(2027, 1, 11)):
            office.services.meetings.save(meeting, replace(later, held_on=DECEMBER))
        written = replace(later, kind=MeetingKind.WRITTEN, replies_by=date(2027, 2, 1))
        with refused(ErrorCode.MEETING_NOT_IN_PREPARATION, office):
            office.services.meetings.save(meeting, written)

    def test_a_convened_meeting_opens(self, office, life):
        meeting = ready(office)
        life.convene(meeting)
        office.services.committee.open(meeting)
        assert events(office, meeting) == [MeetingEventKind.CONVENED, MeetingEventKind.OPENED]


class TestAWrittenConsultation:
    def test_it_needs_a_last_day(self, office, refused):
        with refused(ErrorCode.REPLIES_BY_MISSING, office):
            office.prepare(**(WRITTEN | {"replies_by": None}))
        too_early = date(2026, 11, 22)
        with refused(ErrorCode.REPLIES_BY_TOO_EARLY, office, replies_by=too_early):
            office.prepare(**(WRITTEN | {"replies_by": too_early}))

    def test_it_needs_neither_place_nor_delay(self, office, life):
        meeting = ready(office, **WRITTEN)
        assert office.services.meetings.detail(meeting).missing_for_notice == ()
        life.convene(meeting)

    def test_its_last_day_is_not_past(self, office, life, clock, refused):
        meeting = ready(office, **WRITTEN)
        clock.advance(timedelta(days=8).total_seconds())
        with refused(ErrorCode.REPLIES_BY_TOO_EARLY, office, held_on=date(2026, 12, 1)):
            life.convene(meeting)

    def test_a_meeting_has_no_last_day(self, office):
        meeting = ready(office, replies_by=date(2026, 12, 20))
        assert office.services.meetings.detail(meeting).row.draft.replies_by is None


class TestSuspensions:
    def test_a_meeting_is_suspended_and_resumed(self, office, life, clock):
        meeting = office.hold(ONE)
        life.suspend(meeting, time(10, 45), " Pause ")
        suspended = office.services.meetings.detail(meeting).events[-1]
        assert (suspended.kind, suspended.reason) == (MeetingEventKind.SUSPENDED, "Pause")
        assert suspended.until == datetime(2026, 11, 23, 9, 45, tzinfo=UTC)  # 10:45 in Paris
        assert office.state(meeting).suspension == suspended
        clock.advance(600)
        life.resume(meeting)
        assert office.state(meeting).suspension is None
        assert events(office, meeting)[-1] is MeetingEventKind.RESUMED

    def test_nobody_need_say_until_when(self, office, life):
        meeting = office.hold(ONE)
        life.suspend(meeting)
        assert office.state(meeting).suspension.until is None

    def test_an_hour_that_is_past_is_refused(self, office, life, refused):
        meeting = office.hold(ONE)
        with refused(ErrorCode.RESUMPTION_PAST, office, hour="10\u00a0h"):
            life.suspend(meeting, time(10, 0))

    def test_it_is_suspended_once_and_resumed_once(self, office, life, refused):
        meeting = office.hold(ONE)
        with refused(ErrorCode.MEETING_NOT_SUSPENDED, office):
            life.resume(meeting)
        life.suspend(meeting)
        with refused(ErrorCode.MEETING_SUSPENDED, office):
            life.suspend(meeting)
        life.resume(meeting)
        life.suspend(meeting)

    def test_only_an_open_meeting_is(self, office, life, refused):
        meeting = ready(office)
        for act in (life.suspend, life.resume, life.adjourn):
            with refused(ErrorCode.MEETING_NOT_OPEN, office):
                act(meeting)

    def test_an_open_ballot_is_closed_first(self, office, life, refused):
        meeting = office.hold(ONE)
        office.ballot(meeting, ONE)
        with refused(ErrorCode.BALLOT_OPEN, office):
            life.suspend(meeting)

    def test_a_reason_can_be_printed(self, office, life, refused):
        meeting = office.hold(ONE)
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            life.suspend(meeting, reason="a\x07")

    def test_a_clock_put_back_changes_no_order(self, office, life, clock):
        meeting = office.hold(ONE)
        life.suspend(meeting)
        clock.advance(-7200)
        life.resume(meeting)
        assert office.state(meeting).suspension is None
        life.suspend(meeting)
        assert office.state(meeting).suspension is not None
        assert events(office, meeting)[-3:] == [
            MeetingEventKind.SUSPENDED,
            MeetingEventKind.RESUMED,
            MeetingEventKind.SUSPENDED,
        ]

    def test_a_clock_put_back_makes_no_hour_run_backwards(self, office, life, clock):
        meeting = office.hold(ONE)
        clock.advance(600)
        office.call(meeting, 5, AttendanceKind.DEPARTED)
        clock.advance(-7200)
        life.suspend(meeting)
        life.resume(meeting)
        with office.registry.read() as session:
            told = [each.at for each in read_events(session, meeting)]
        left = next(each for each in office.state(meeting).attendance if each.member.seat == 5)
        assert told == sorted(told)
        assert told[-2:] == [left.at, left.at]


def closed(office, *numbers):
    meeting = office.hold(*(numbers or (ONE,)))
    for each in numbers or (ONE,):
        office.defer(meeting, each)
    office.services.committee.close(meeting)
    return meeting


class TestOpeningAgain:
    def test_the_minutes_get_a_new_version(self, office, life):
        meeting = closed(office)
        life.reopen(meeting, " Oubli d’une condition ")
        found = office.state(meeting)
        assert (found.row.state, found.closed_at) == (MeetingState.OPEN, None)
        assert found.minutes_version == 2
        event = office.services.meetings.detail(meeting).events[-1]
        assert (event.kind, event.reason) == (
            MeetingEventKind.REOPENED,
            "Oubli d’une condition",
        )
        office.services.committee.close(meeting)
        assert state(office, meeting) is MeetingState.CLOSED

    def test_the_members_stay_those_of_the_closing(self, office, life):
        meeting = closed(office)
        before = office.state(meeting).attendance
        office.edit_member(2, last_name="Autre", organisation="Ailleurs")
        life.reopen(meeting, "Oubli")
        assert office.state(meeting).attendance == before

    def test_minutes_tell_the_last_closing(self, office, life):
        meeting = closed(office)
        life.reopen(meeting, "Oubli")
        programme = office.services.programme.programme()
        office.services.programme.save(replace(programme, operator="Nouvel opérateur"))
        office.services.committee.close(meeting)
        assert office.services.minutes.record(meeting).programme.operator == "Nouvel opérateur"

    def test_it_needs_a_reason(self, office, life, refused):
        meeting = closed(office)
        with refused(ErrorCode.REASON_MISSING, office):
            life.reopen(meeting, "  ")

    def test_only_a_closed_meeting_is(self, office, life, refused):
        meeting = office.open(ONE)
        with refused(ErrorCode.MEETING_NOT_CLOSED, office, number="CA-2026-01"):
            life.reopen(meeting, "Oubli")

    def test_an_approved_one_is_not(self, office, life, refused):
        meeting = closed(office)
        assert life.approve(meeting).meetings == {meeting}
        assert state(office, meeting) is MeetingState.APPROVED
        with refused(ErrorCode.MEETING_APPROVED, office):
            life.reopen(meeting, "Oubli")


class TestApproval:
    def test_once_is_enough(self, office, life):
        meeting = closed(office)
        life.approve(meeting)
        told = office.actions()
        assert life.approve(meeting) == Changes()
        assert office.actions() == told
        assert events(office, meeting)[-1] is MeetingEventKind.APPROVED

    def test_an_open_meeting_has_no_minutes_to_approve(self, office, life, refused):
        meeting = office.open(ONE)
        with refused(ErrorCode.MEETING_NOT_CLOSED, office):
            life.approve(meeting)


class TestErasing:
    def test_dossiers_wait_and_the_number_is_free_again(self, office, life):
        meeting = office.prepare(ONE)
        item, _ = office.services.agenda.add(meeting, ItemDraft(ItemKind.CONDITIONS))
        office.services.notes.write(meeting, item, "Voir le bail")
        office.services.notes.write(meeting, None, "Café")
        changes = life.delete(meeting)
        assert changes == Changes(
            dossiers=frozenset({office.dossier(ONE)}), meetings=frozenset({meeting})
        )
        assert office.detail(ONE).state is DossierState.COMPLETE
        assert office.services.meetings.rows() == ()
        assert office.actions()[-1] == "meeting.deleted"
        again = office.prepare(ONE, complete=False)
        assert office.services.meetings.detail(again).row.number == "CA-2026-01"

    def test_only_in_preparation(self, office, life, refused):
        meeting = ready(office)
        life.convene(meeting)
        with refused(ErrorCode.AGENDA_FROZEN, office):
            life.delete(meeting)
        office.services.committee.open(meeting)
        with refused(ErrorCode.MEETING_NOT_IN_PREPARATION, office):
            life.delete(meeting)

    def test_never_once_a_paper_bears_its_number(self, office, life, refused, tmp_path):
        meeting = office.prepare(ONE)
        drained(office.services.minutes.export(meeting, tmp_path / "pv.pdf"))
        with refused(ErrorCode.MEETING_HAS_PAPERS, office, number="CA-2026-01"):
            life.delete(meeting)


class TestWithoutQuorum:
    def without_quorum(self, office, *numbers):
        meeting = office.open(*(numbers or (ONE, TWO)))
        for each in office.services.people.members():
            if each.has_seat:
                kind = AttendanceKind.PRESENT if each.seat < 4 else AttendanceKind.ABSENT
                office.call(meeting, each.seat, kind)
        return meeting

    def test_a_meeting_is_closed_without_deciding_anything(self, office, life):
        meeting = self.without_quorum(office)
        changes = life.adjourn(meeting)
        assert changes.dossiers == {office.dossier(ONE), office.dossier(TWO)}
        detail = office.services.meetings.detail(meeting)
        assert detail.row.state is MeetingState.CLOSED
        assert (detail.row.dossiers, detail.row.decided) == (2, 0)
        assert detail.events[-1].kind is MeetingEventKind.CLOSED
        assert detail.events[-1].reason.endswith("3 présents\u00a0: non atteint.")
        found = office.detail(ONE)
        assert (found.state, found.meeting_number) == (DossierState.COMPLETE, "")

    def test_the_operator_may_say_why(self, office, life):
        meeting = self.without_quorum(office)
        life.adjourn(meeting, " Neige ")
        assert office.services.meetings.detail(meeting).events[-1].reason == "Neige"

    def test_the_roll_is_called_first(self, office, life, refused):
        meeting = office.open(ONE)
        with refused(ErrorCode.ROLL_CALL_INCOMPLETE, office):
            life.adjourn(meeting)

    def test_a_meeting_with_quorum_goes_on(self, office, life, refused):
        meeting = office.hold(ONE)
        with refused(ErrorCode.QUORUM_REACHED, office, counted=17, required=9):
            life.adjourn(meeting)

    def test_a_quorum_that_is_lost_leaves_the_rest_undecided(self, office, life):
        meeting = office.hold(ONE, TWO)
        office.approve(meeting, ONE)
        office.present(meeting, TWO)
        for seat in range(3, 18):
            office.call(meeting, seat, AttendanceKind.DEPARTED)
        assert life.adjourn(meeting).dossiers == {office.dossier(TWO)}
        assert office.detail(ONE).state is DossierState.DECIDED

    def test_a_ballot_is_ended_first(self, office, life, refused):
        meeting = office.hold(ONE)
        item = office.ballot(meeting, ONE)
        office.services.voting.cast_remaining(item, VoteChoice.FOR)
        office.services.voting.close_ballot(item)
        for seat in range(3, 18):
            office.call(meeting, seat, AttendanceKind.DEPARTED)
        with refused(ErrorCode.BALLOT_NOT_PROCLAIMED, office):
            life.adjourn(meeting)
        office.services.voting.proclaim(item)
        with refused(ErrorCode.MEETING_DOSSIER_WITHOUT_OUTCOME, office, number=ONE):
            life.adjourn(meeting)

    def test_an_open_ballot_is_ended_or_given_up_first(self, office, life, refused):
        meeting = office.hold(ONE)
        item = office.ballot(meeting, ONE)
        for seat in range(3, 18):
            office.call(meeting, seat, AttendanceKind.DEPARTED)
        with refused(ErrorCode.BALLOT_TO_END, office, number=ONE):
            life.adjourn(meeting)
        office.services.voting.abandon_ballot(item, "Quorum perdu")
        assert life.adjourn(meeting).dossiers == {office.dossier(ONE)}

    def test_dossiers_left_are_proposed_again(self, office, life):
        life.adjourn(self.without_quorum(office, ONE))
        meeting = office.prepare(held_on=DECEMBER)
        _minutes, dossier = office.services.agenda.proposals(meeting)
        assert dossier.reason == (
            "Resté sans décision à la séance CA-2026-01 du 23 novembre 2026, faute de quorum."
        )

    def test_opened_again_they_come_back(self, office, life):
        meeting = self.without_quorum(office, ONE)
        life.adjourn(meeting)
        assert life.reopen(meeting, "Retardataires").dossiers == {office.dossier(ONE)}
        assert office.detail(ONE).state is DossierState.SCHEDULED

    def test_unless_they_went_on_meanwhile(self, office, life, refused):
        meeting = self.without_quorum(office, ONE)
        life.adjourn(meeting)
        office.prepare(ONE, complete=False, held_on=DECEMBER)
        with refused(ErrorCode.DOSSIER_ON_OTHER_AGENDA, office, number=ONE):
            life.reopen(meeting, "Retardataires")


class TestASecondNotice:
    @pytest.fixture
    def first(self, office):
        meeting = TestWithoutQuorum().without_quorum(office, ONE, TWO)
        office.services.life.adjourn(meeting)
        return meeting

    def second(self, office, first, **draft):
        asked = {"held_on": date(2026, 11, 29), "second_notice_of": first, "place": "Dijon"}
        asked["presiding_member_id"] = office.member(1).id
        draft = asked | draft
        base = office.services.meetings.detail(first).row.draft
        return office.services.meetings.create(replace(base, **draft))

    def test_it_brings_back_what_was_left(self, office, first):
        meeting, changes = self.second(office, first)
        assert changes.dossiers == {office.dossier(ONE), office.dossier(TWO)}
        agenda = office.services.meetings.detail(meeting).agenda
        assert [(each.number, each.is_carried_over) for each in agenda] == [
            (ONE, True),
            (TWO, True),
        ]
        assert office.detail(ONE).state is DossierState.SCHEDULED

    def test_what_is_added_is_not_carried_over(self, office, first):
        meeting, _ = self.second(office, first)
        office.complete(THREE)
        office.services.meetings.set_agenda(
            meeting, [office.dossier(each) for each in (THREE, ONE)]
        )
        agenda = office.services.meetings.detail(meeting).agenda
        assert [each.is_carried_over for each in agenda] == [False, True]

    def test_taken_off_and_put_on_again_it_is_still_carried_over(self, office, first):
        meeting, _ = self.second(office, first)
        office.services.meetings.set_agenda(meeting, [])
        office.services.meetings.set_agenda(meeting, [office.dossier(ONE)])
        two = ItemDraft(ItemKind.DOSSIER, dossier_id=office.dossier(TWO))
        office.services.agenda.add(meeting, two)
        agenda = office.services.meetings.detail(meeting).agenda
        assert [each.is_carried_over for each in agenda] == [True, True]

    def test_added_after_the_notice_it_is_not(self, office, first, life):
        meeting, _ = self.second(office, first)
        office.services.agenda.remove(office.item(meeting, TWO))
        life.convene(meeting)
        late = ItemDraft(ItemKind.DOSSIER, dossier_id=office.dossier(TWO), consented=True)
        office.services.agenda.add(meeting, late)
        agenda = office.services.meetings.detail(meeting).agenda
        assert [each.is_carried_over for each in agenda] == [True, False]

    def test_what_went_on_meanwhile_stays_where_it_is(self, office, first):
        office.prepare(ONE, complete=False, held_on=DECEMBER)
        meeting, _ = self.second(office, first)
        assert [each.number for each in office.services.meetings.detail(meeting).agenda] == [TWO]

    def test_it_comes_after_the_clear_days_of_the_rules(self, office, first, refused):
        earliest = date(2026, 11, 29)
        with refused(ErrorCode.SECOND_NOTICE_TOO_SOON, office, days=5, earliest=earliest):
            self.second(office, first, held_on=date(2026, 11, 28))
        meeting, _ = self.second(office, first)
        draft = office.services.meetings.detail(meeting).row.draft
        with refused(ErrorCode.SECOND_NOTICE_TOO_SOON, office):
            office.services.meetings.save(meeting, replace(draft, held_on=date(2026, 11, 27)))

    def test_so_does_its_sending_emergency_or_not(self, office, first, life, clock, refused):
        meeting, _ = self.second(office, first)
        clock.advance(86_400)
        with refused(ErrorCode.SECOND_NOTICE_TOO_SOON, office, earliest=date(2026, 11, 30)):
            life.convene(meeting, urgent=True)
        clock.advance(-86_400)
        life.convene(meeting)

    def test_only_a_meeting_closed_without_quorum_has_one(self, office, refused):
        for meeting in (office.prepare(ONE), closed(office, TWO)):
            with refused(ErrorCode.SECOND_NOTICE_NOT_POSSIBLE, office):
                self.second(office, meeting, held_on=DECEMBER)
        with refused(ErrorCode.MEETING_NOT_FOUND, office):
            office.prepare(second_notice_of=office.registry.new_id())

    def test_what_it_is_the_second_of_never_changes(self, office, first, refused):
        meeting = office.prepare(THREE)
        draft = office.services.meetings.detail(meeting).row.draft
        with refused(ErrorCode.MEETING_NOT_IN_PREPARATION, office):
            office.services.meetings.save(meeting, replace(draft, second_notice_of=first))

    def test_it_goes_on_without_quorum(self, office, first, life):
        meeting, _ = self.second(office, first)
        life.convene(meeting)
        (opening, one, two) = office.services.meetings.detail(meeting).forecasts
        assert (opening.is_reached, one.is_reached, two.is_reached) == (False, False, False)
        office.services.committee.open(meeting)
        for each in office.services.people.members():
            if each.has_seat:
                kind = AttendanceKind.PRESENT if each.seat < 4 else AttendanceKind.ABSENT
                office.call(meeting, each.seat, kind)
        office.services.committee.establish_quorum(meeting)
        office.approve(meeting, ONE)
        assert office.detail(ONE).state is DossierState.DECIDED
