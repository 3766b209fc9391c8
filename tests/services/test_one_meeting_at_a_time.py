"""One meeting at a time, whose hours never run backwards whatever the clock does."""

import sqlite3
from contextlib import closing

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import AttendanceKind, BallotForm, VoteChoice
from alize_desktop.models.records.ballots import CountProtocol, Counts
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services

ONE, TWO = "2026-001", "2026-002"
INSTANTS = """
SELECT at FROM journal WHERE sequence >= (
    SELECT min(sequence) FROM journal WHERE action = 'meeting.opened') ORDER BY sequence
"""
WRITTEN = (
    "SELECT cast_at FROM vote ORDER BY sequence",
    "SELECT at FROM attendance_event ORDER BY sequence",
    "SELECT at FROM meeting_event ORDER BY sequence",
    INSTANTS,
)


def test_a_second_meeting_does_not_open_before_the_first_is_closed(office, refused):
    first = office.hold(ONE)
    number = office.state(first).row.number
    second = office.prepare(TWO)
    with refused(ErrorCode.MEETING_ALREADY_OPEN, office, number=number):
        office.services.committee.open(second)
    office.defer(first, ONE)
    office.services.committee.close(first)
    office.services.committee.open(second)


def test_a_closed_meeting_is_not_opened_again_meanwhile(office, refused):
    first = office.hold(ONE)
    office.defer(first, ONE)
    office.services.committee.close(first)
    second = office.hold(TWO)
    number = office.state(second).row.number
    with refused(ErrorCode.MEETING_ALREADY_OPEN, office, number=number):
        office.services.life.reopen(first, "Un oubli")


class TestAClockPutBack:
    def test_makes_no_instant_of_a_meeting_run_backwards(self, office, clock):
        path = office.registry.path
        meeting = self.evening(office, clock, lambda: clock.advance(-600))
        office.services.committee.close(meeting)
        office.registry.close()
        for each in WRITTEN:
            told = instants(path, each)
            assert told == sorted(told), each

    def test_no_vote_is_before_the_opening_of_its_ballot(self, office, clock):
        item = office.ballot(office.hold(ONE), ONE)
        clock.advance(-7200)
        office.cast(item, VoteChoice.FOR, 1)
        path = office.registry.path
        office.registry.close()
        (cast,) = instants(path, "SELECT cast_at FROM vote")
        (opened,) = instants(path, "SELECT opened_at FROM ballot")
        assert cast == opened

    def test_nor_after_the_program_is_opened_again(self, office, clock):
        item = office.ballot(office.hold(ONE), ONE)
        clock.advance(60)
        office.cast(item, VoteChoice.FOR, 1)
        path = office.registry.path
        office.registry.close()
        clock.advance(-86_400)
        with Registry.open(path, clock) as again:
            Services(again).voting.cast_remaining(item, VoteChoice.FOR)
        assert len(set(instants(path, "SELECT cast_at FROM vote"))) == 1

    def test_a_meeting_opened_again_goes_on_from_its_closing(self, office, clock):
        meeting = office.hold(ONE)
        clock.advance(3600)
        office.defer(meeting, ONE)
        office.services.committee.close(meeting)
        clock.advance(-7200)
        office.services.life.reopen(meeting, "Un oubli")
        office.call(meeting, 5, AttendanceKind.DEPARTED)
        left = next(each for each in office.state(meeting).attendance if each.member.seat == 5)
        reopened, departed = office.journal()[-2:]
        assert (reopened.action, reopened.at) == ("meeting.reopened", departed.at)
        assert left.at > clock()

    def test_between_two_meetings_the_clock_is_taken_at_its_word(self, office, clock):
        """One that was wrong for an hour is not followed for ever."""
        clock.advance(86_400 * 365)
        meeting = office.prepare(ONE)
        clock.advance(-86_400 * 365)
        office.services.committee.open(meeting)
        assert office.state(meeting).opened_at == clock()

    def evening(self, office, clock, put_back):
        """Hold a meeting, the clock put back before each act."""
        services = office.services
        meeting = office.open(ONE, TWO)
        put_back()
        services.committee.all_present(meeting)
        put_back()
        services.committee.establish_quorum(meeting)
        item = office.present(meeting, ONE)
        put_back()
        services.voting.open_ballot(item)
        put_back()
        office.cast(item, VoteChoice.FOR, 1, 2)
        put_back()
        office.call(meeting, 6, AttendanceKind.DEPARTED)
        put_back()
        services.recusals.declare(item, office.member(10).id, "Banque")
        services.voting.cast_remaining(item, VoteChoice.FOR)
        put_back()
        services.voting.close_ballot(item)
        put_back()
        services.voting.proclaim(item)
        put_back()
        wrong = {office.member(1).id: VoteChoice.AGAINST}
        services.corrections.correct_votes(item, wrong, "Erreur")
        put_back()
        services.decisions.record(item, services.decisions.proposal(item))
        put_back()
        services.life.suspend(meeting)
        put_back()
        services.life.resume(meeting)
        item = office.present(meeting, TWO)
        services.voting.open_ballot(item, BallotForm.HANDS)
        put_back()
        services.counted.record_counts(item, CountProtocol(Counts(10, 6)))
        services.voting.abandon_ballot(item, "Perdu")
        office.defer(meeting, TWO)
        put_back()
        return meeting


def instants(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        return [at for (at,) in connection.execute(statement)]
