"""A meeting held: opening, roll call, quorum, dossiers in turn, recusals, closing."""

from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AttendanceKind,
    ItemStep,
    MeetingState,
    MemberOffice,
    VoteChoice,
)
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services

ONE, TWO, THREE = "2026-001", "2026-002", "2026-004"
PRESENT, ABSENT = AttendanceKind.PRESENT, AttendanceKind.ABSENT


def where(office, meeting):
    """Return where each seat stands, by seat."""
    return {each.member.seat: each.kind for each in office.state(meeting).attendance}


class TestOpening:
    def test_a_prepared_meeting_opens(self, office, clock):
        meeting = office.prepare(ONE)
        changes = office.services.committee.open(meeting)
        state = office.state(meeting)
        assert changes == Changes(meetings=frozenset({meeting}))
        assert state.row.state is MeetingState.OPEN
        assert state.opened_at == clock()
        assert [each.kind for each in state.attendance] == [None] * 17

    def test_it_opens_once(self, office, refused):
        meeting = office.open(ONE)
        with refused(ErrorCode.MEETING_NOT_IN_PREPARATION, office):
            office.services.committee.open(meeting)

    def test_it_needs_a_dossier(self, office, refused):
        meeting = office.prepare()
        with refused(ErrorCode.MEETING_WITHOUT_DOSSIER, office):
            office.services.committee.open(meeting)

    def test_it_needs_somebody_who_presides(self, office, refused):
        office.edit_member(1, office=MemberOffice.MEMBER)
        meeting = office.prepare(ONE)
        with refused(ErrorCode.PRESIDING_MEMBER_ABSENT, office):
            office.services.committee.open(meeting)

    def test_the_chair_presides_unless_another_is_named(self, office):
        first = office.open(ONE)
        assert office.state(first).presiding.seat == 1
        office.end(first)
        named = office.open(TWO, presiding_member_id=office.member(7).id)
        assert office.state(named).presiding.seat == 7

    def test_no_other_chair_is_named_while_it_is_open(self, office, refused):
        meeting = office.open(ONE)
        with refused(ErrorCode.MEMBER_IN_MEETING, office):
            office.edit_member(1, office=MemberOffice.MEMBER)
        assert office.state(meeting).presiding.seat == 1

    def test_an_unknown_meeting_has_no_state(self, office, refused):
        with refused(ErrorCode.MEETING_NOT_FOUND, office):
            office.state(office.registry.new_id())


class TestRollCall:
    def test_each_member_is_called_and_the_rest_are_present(self, office):
        meeting = office.open(ONE)
        office.call(meeting, 3, AttendanceKind.SUBSTITUTED)
        office.call(meeting, 4, AttendanceKind.REPRESENTED, holder=5)
        office.call(meeting, 6, AttendanceKind.EXCUSED)
        office.call(meeting, 7, ABSENT)
        office.call(meeting, 8, AttendanceKind.REMOTE)
        office.services.committee.all_present(meeting)
        assert where(office, meeting) == dict.fromkeys(range(1, 18), PRESENT) | {
            3: AttendanceKind.SUBSTITUTED,
            4: AttendanceKind.REPRESENTED,
            6: AttendanceKind.EXCUSED,
            7: ABSENT,
            8: AttendanceKind.REMOTE,
        }
        state = office.state(meeting)
        assert (state.present, state.represented, state.voices) == (14, 1, 15)
        assert state.quorum.sentence == (
            "17 membres en exercice, quorum 9\u00a0; 14 présents et 1 représenté\u00a0: 15, atteint."
        )

    def test_a_member_is_called_again(self, office, clock):
        meeting = office.open(ONE)
        office.call(meeting, 4, AttendanceKind.REPRESENTED, holder=5)
        clock.advance(60)
        office.call(meeting, 4, PRESENT)
        line = office.state(meeting).attendance[3]
        assert (line.kind, line.at, line.is_proxy_suspended) == (PRESENT, clock(), True)
        assert line.holder_id == office.member(5).id

    def test_the_same_answer_again_keeps_its_hour(self, office, clock):
        meeting = office.open(ONE)
        office.call(meeting, 4, PRESENT)
        before, hour = office.actions(), clock()
        clock.advance(60)
        office.call(meeting, 4, PRESENT)
        assert office.actions() == before
        assert office.state(meeting).attendance[3].at == hour

    def test_a_holder_is_only_kept_for_a_proxy(self, office):
        meeting = office.open(ONE)
        office.call(meeting, 4, PRESENT, holder=5)
        assert office.state(meeting).attendance[3].holder_id is None

    def test_nobody_is_called_before_the_opening(self, office, refused):
        meeting = office.prepare(ONE)
        with refused(ErrorCode.MEETING_NOT_OPEN, office):
            office.call(meeting, 1, PRESENT)
        with refused(ErrorCode.MEETING_NOT_OPEN, office):
            office.services.committee.all_present(meeting)

    def test_only_seats_are_called(self, office, refused):
        meeting = office.open(ONE)
        with refused(ErrorCode.MEMBER_NOT_VOTING, office, member="Odile Suppléante"):
            office.call(meeting, 18, PRESENT)
        with refused(ErrorCode.MEMBER_NOT_VOTING, office, member="Bruno Martin A."):
            office.call(meeting, 1, AttendanceKind.SUBSTITUTED)
        with refused(ErrorCode.MEMBER_NOT_VOTING, office):
            office.call(meeting, 1, AttendanceKind.RECUSED)
        with refused(ErrorCode.MEMBER_UNKNOWN, office):
            office.services.committee.record_attendance(meeting, office.registry.new_id(), PRESENT)


class TestProxies:
    @pytest.fixture
    def meeting(self, office):
        return office.open(ONE)

    def give(self, office, meeting, giver, holder):
        office.call(meeting, giver, AttendanceKind.REPRESENTED, holder)

    def test_nobody_holds_their_own(self, office, meeting, refused):
        with refused(ErrorCode.PROXY_TO_ONESELF, office, member="Inès Lévêque D."):
            self.give(office, meeting, 4, 4)
        with refused(ErrorCode.PROXY_TO_ONESELF, office):
            self.give(office, meeting, 4, None)

    def test_a_holder_holds_one(self, office, meeting, refused):
        self.give(office, meeting, 4, 5)
        with refused(ErrorCode.PROXY_TOO_MANY, office, held=2, most=1):
            self.give(office, meeting, 6, 5)
        assert where(office, meeting)[6] is None

    def test_there_is_no_chain(self, office, meeting, refused):
        self.give(office, meeting, 4, 5)
        with refused(ErrorCode.PROXY_CHAIN, office):
            self.give(office, meeting, 5, 6)
        with refused(ErrorCode.PROXY_HOLDER_ABSENT, office):
            self.give(office, meeting, 6, 4)

    @pytest.mark.parametrize("kind", [AttendanceKind.EXCUSED, ABSENT, AttendanceKind.SUBSTITUTED])
    def test_the_holder_must_be_there(self, office, meeting, refused, kind):
        office.call(meeting, 3, kind)
        with refused(
            ErrorCode.PROXY_HOLDER_ABSENT,
            office,
            giver="Inès Lévêque D.",
            holder="Fabrice Thiébaut C.",
        ):
            self.give(office, meeting, 4, 3)

    def test_an_unknown_holder_is_refused(self, office, meeting, refused):
        with refused(ErrorCode.MEMBER_UNKNOWN, office):
            self.give(office, meeting, 4, office.registry.new_id())

    def test_an_alternate_holds_one_only_when_sitting(self, office, meeting, refused):
        self.give(office, meeting, 4, 18)  # not called yet
        office.call(meeting, 3, AttendanceKind.SUBSTITUTED)
        office.services.committee.all_present(meeting)
        assert office.state(meeting).represented == 1
        office.call(meeting, 4, PRESENT)
        office.call(meeting, 3, PRESENT)
        with refused(ErrorCode.PROXY_HOLDER_ABSENT, office, holder="Odile Suppléante"):
            self.give(office, meeting, 4, 18)

    def test_a_holder_who_leaves_suspends_it(self, office, meeting):
        self.give(office, meeting, 4, 5)
        office.services.committee.all_present(meeting)
        assert office.state(meeting).represented == 1
        office.call(meeting, 5, ABSENT)
        assert office.state(meeting).represented == 0
        assert office.state(meeting).quorum.counted == 15

    def test_a_seat_that_holds_a_proxy_is_not_lost_meanwhile(self, office, meeting, refused):
        self.give(office, meeting, 4, 5)
        office.services.committee.all_present(meeting)
        with refused(ErrorCode.MEMBER_IN_MEETING, office):
            office.edit_member(5, office=MemberOffice.GUEST, weight=Decimal(0))
        state = office.state(meeting)
        assert (state.present, state.represented, state.quorum.in_office) == (16, 1, 17)


class TestQuorum:
    def test_it_is_established_with_its_hour(self, office, clock):
        meeting = office.hold(ONE)
        assert office.state(meeting).quorum_at == clock()

    def test_it_waits_for_the_end_of_the_roll(self, office, refused):
        meeting = office.open(ONE)
        office.call(meeting, 1, PRESENT)
        with refused(ErrorCode.ROLL_CALL_INCOMPLETE, office, missing=16):
            office.services.committee.establish_quorum(meeting)

    def test_it_must_be_reached(self, office, refused):
        meeting = office.open(ONE)
        for seat in range(2, 11):
            office.call(meeting, seat, ABSENT)
        office.services.committee.all_present(meeting)
        with refused(ErrorCode.QUORUM_NOT_REACHED, office, counted=8, required=9):
            office.services.committee.establish_quorum(meeting)
        with refused(ErrorCode.QUORUM_NOT_REACHED, office):
            office.present(meeting, ONE)

    def test_it_is_established_once(self, office, clock):
        meeting = office.hold(ONE)
        hour, before = clock(), office.actions()
        clock.advance(60)
        assert office.services.committee.establish_quorum(meeting) == Changes()
        assert office.state(meeting).quorum_at == hour
        assert office.actions() == before

    def test_an_absent_chair_hands_the_meeting_to_the_vice_chair(self, office):
        meeting = office.open(ONE)
        office.call(meeting, 1, AttendanceKind.EXCUSED)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        assert office.state(meeting).presiding.seat == 2

    def test_without_either_somebody_must_be_named(self, office, refused):
        meeting = office.open(ONE)
        office.call(meeting, 1, AttendanceKind.EXCUSED)
        office.call(meeting, 2, AttendanceKind.REPRESENTED, holder=5)
        office.services.committee.all_present(meeting)
        with refused(ErrorCode.PRESIDING_MEMBER_ABSENT, office):
            office.services.committee.establish_quorum(meeting)
        draft = office.state(meeting).row.draft
        named = type(draft)(
            draft.held_on, draft.starts_at, draft.place, office.member(5).id, draft.secretary
        )
        office.services.meetings.save(meeting, named)
        office.services.committee.establish_quorum(meeting)
        assert office.state(meeting).presiding.seat == 5


class TestDossiersInTurn:
    def test_the_first_is_presented(self, office, clock):
        meeting = office.hold(ONE, TWO)
        office.present(meeting, ONE)
        current = office.state(meeting).current
        assert (current.line.number, current.line.step) == (ONE, ItemStep.PRESENTED)
        assert current.sheet.company.name == "Société Île-Verte"
        assert [each.number for each in current.tiles] == list(range(1, 18))

    def test_presenting_it_again_changes_nothing(self, office):
        meeting = office.hold(ONE)
        office.present(meeting, ONE)
        before = office.actions()
        office.present(meeting, ONE)
        assert office.actions() == before

    def test_another_may_pass_first(self, office):
        meeting = office.hold(ONE, TWO)
        office.present(meeting, ONE)
        office.present(meeting, TWO)
        assert [each.step for each in office.state(meeting).agenda] == [
            ItemStep.PENDING,
            ItemStep.PRESENTED,
        ]

    def test_it_must_be_finished_before_the_next(self, office, refused):
        meeting = office.hold(ONE, TWO)
        office.ballot(meeting, ONE)
        with refused(ErrorCode.BALLOT_OPEN, office):
            office.present(meeting, TWO)
        office.services.voting.cast_remaining(office.item(meeting, ONE), VoteChoice.FOR)
        office.services.voting.close_ballot(office.item(meeting, ONE))
        with refused(ErrorCode.ITEM_UNDER_WAY, office, number=ONE):
            office.present(meeting, TWO)

    def test_a_decided_one_is_not_presented_again(self, office, refused):
        meeting = office.hold(ONE)
        office.approve(meeting, ONE)
        assert office.state(meeting).current is None
        with refused(ErrorCode.DECISION_EXISTS, office):
            office.present(meeting, ONE)

    def test_an_unknown_one_is_refused(self, office, refused):
        with refused(ErrorCode.MEETING_NOT_FOUND, office):
            office.services.committee.begin_item(office.registry.new_id())


class TestClosing:
    def test_it_waits_for_every_outcome(self, office, refused):
        meeting = office.hold(ONE, TWO)
        office.approve(meeting, ONE)
        with refused(ErrorCode.MEETING_DOSSIER_WITHOUT_OUTCOME, office, number=TWO):
            office.services.committee.close(meeting)

    def test_a_closed_meeting_does_not_move(self, office, refused, clock):
        meeting = office.hold(ONE)
        office.approve(meeting, ONE)
        clock.advance(60)
        office.services.committee.close(meeting)
        state = office.state(meeting)
        assert (state.row.state, state.closed_at) == (MeetingState.CLOSED, clock())
        with refused(ErrorCode.MEETING_NOT_OPEN, office):
            office.services.committee.close(meeting)
        with refused(ErrorCode.MEETING_NOT_OPEN, office):
            office.call(meeting, 1, ABSENT)

    def test_without_quorum_everything_is_deferred_and_the_meeting_closes(self, office):
        meeting = office.open(ONE)
        for seat in range(1, 18):
            office.call(meeting, seat, ABSENT)
        office.defer(meeting, ONE)
        office.services.committee.close(meeting)
        assert office.state(meeting).row.state is MeetingState.CLOSED

    def test_its_members_stay_those_of_the_evening(self, office):
        meeting = office.hold(ONE)
        office.approve(meeting, ONE)
        office.services.committee.close(meeting)
        before = office.state(meeting)
        office.edit_member(1, office=MemberOffice.MEMBER, last_name="Durand")
        office.edit_member(2, office=MemberOffice.GUEST, weight=Decimal(0))
        office.services.people.save_member(None, office.member(4).sheet)
        assert office.state(meeting) == before


def test_the_state_costs_the_same_whatever_the_agenda(office, statements):
    short = office.hold(ONE)
    office.ballot(short, ONE)
    with statements(office.registry) as few:
        office.state(short)
    office.end(short)
    long = office.hold(*[f"2026-{each:03d}" for each in range(2, 20)])
    office.ballot(long, TWO)
    with statements(office.registry) as many:
        office.state(long)
    assert len(few) == len(many) <= 11


def test_a_meeting_is_found_again_after_the_program_is_restarted(office, clock):
    meeting = office.hold(ONE)
    item = office.ballot(meeting, ONE)
    office.cast(item, VoteChoice.AGAINST, 3)
    before = office.state(meeting)
    office.registry.close()
    with Registry.open(office.registry.path, clock) as registry:
        assert Services(registry).committee.state(meeting) == before
