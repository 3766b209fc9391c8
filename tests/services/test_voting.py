"""Ballots: who answers, what is kept of it, when it is over."""

import threading
from decimal import Decimal

import pytest
from sqlalchemy import update

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotOutcome,
    ItemStep,
    MemberOffice,
    VoteChoice,
)
from alize_desktop.models.records.ballots import Counts
from alize_desktop.models.tables.people import StoredMember
from alize_desktop.services.stored_ballot import read_ballot

FOR, AGAINST, ABSTENTION = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTENTION
ONE = "2026-001"


def answers(office, item):
    """Return the answers that hold, by seat."""
    with office.registry.read() as session:
        votes = read_ballot(session, item).votes
    return {
        each.seat: votes[each.id] for each in office.services.people.members() if each.id in votes
    }


def result(office, meeting):
    return office.state(meeting).current.ballot.result


def test_a_dossier_is_voted_on_from_opening_to_proclamation(office):
    meeting = office.hold(ONE)
    item = office.vote(meeting, ONE, against=(2, 3), abstaining=(4,))
    office.services.voting.proclaim(item)
    ballot = office.state(meeting).current.ballot
    assert ballot.sentence == (
        "14 pour, 2 contre, 1 abstention\u00a0; 16 suffrages exprimés, majorité 9\u00a0: adopté."
    )
    assert ballot.result.outcome is BallotOutcome.ADOPTED
    assert office.state(meeting).current.line.step is ItemStep.PROCLAIMED


def test_every_answer_has_its_line_in_the_journal(office):
    meeting = office.hold(ONE)
    since = len(office.journal())
    item = office.vote(meeting, ONE)
    office.services.voting.proclaim(item)
    assert office.actions(since) == [
        "item.begun",
        "ballot.opened",
        *["vote.cast"] * 17,
        "ballot.closed",
        "ballot.proclaimed",
    ]


def test_an_answer_is_corrected_and_taken_back_without_being_lost(office):
    meeting = office.hold(ONE)
    item = office.ballot(meeting, ONE)
    office.cast(item, FOR, 1)
    office.cast(item, AGAINST, 1)
    assert answers(office, item) == {1: AGAINST}
    office.cast(item, None, 1)
    assert answers(office, item) == {}
    office.cast(item, ABSTENTION, 1)
    assert answers(office, item) == {1: ABSTENTION}
    assert office.actions().count("vote.cast") == 4


def test_what_was_never_answered_is_not_taken_back(office):
    item = office.ballot(office.hold(ONE), ONE)
    office.cast(item, None, 1)
    assert "vote.cast" not in office.actions()


def test_one_answer_for_all_the_others_leaves_those_who_answered(office):
    meeting = office.hold(ONE)
    item = office.ballot(meeting, ONE)
    office.cast(item, AGAINST, 5)
    office.cast(item, FOR, 6)
    office.cast(item, None, 6)
    office.services.voting.cast_remaining(item, ABSTENTION)
    assert answers(office, item) == dict.fromkeys(range(1, 18), ABSTENTION) | {5: AGAINST}
    before = office.actions()
    office.services.voting.cast_remaining(item, FOR)
    assert office.actions() == before


def test_a_ballot_is_not_closed_while_an_answer_is_missing(office, refused):
    meeting = office.hold(ONE)
    item = office.ballot(meeting, ONE)
    with refused(ErrorCode.BALLOT_EMPTY, office):
        office.services.voting.close_ballot(item)
    office.cast(item, FOR, *range(1, 16))
    with refused(ErrorCode.BALLOT_INCOMPLETE, office, missing=2):
        office.services.voting.close_ballot(item)
    assert office.state(meeting).current.ballot.missing == 2


def test_nothing_is_cast_before_the_ballot_opens_or_after_it_closes(office, refused):
    meeting = office.hold(ONE)
    item = office.present(meeting, ONE)
    with refused(ErrorCode.BALLOT_NOT_OPEN, office):
        office.cast(item, FOR, 1)
    with refused(ErrorCode.BALLOT_NOT_OPEN, office):
        office.services.voting.cast_remaining(item, FOR)
    with refused(ErrorCode.BALLOT_NOT_OPEN, office):
        office.services.voting.close_ballot(item)
    office.services.voting.open_ballot(item)
    office.services.voting.cast_remaining(item, FOR)
    office.services.voting.close_ballot(item)
    with refused(ErrorCode.BALLOT_NOT_OPEN, office):
        office.cast(item, AGAINST, 1)


def test_a_dossier_is_voted_on_once(office, refused):
    meeting = office.hold(ONE)
    item = office.item(meeting, ONE)
    opening = office.services.voting.open_ballot
    with refused(ErrorCode.ITEM_NOT_PRESENTED, office):
        opening(item)
    office.ballot(meeting, ONE)
    with refused(ErrorCode.BALLOT_OPEN, office):
        opening(item)
    office.services.voting.cast_remaining(item, FOR)
    office.services.voting.close_ballot(item)
    with refused(ErrorCode.BALLOT_CLOSED, office):
        opening(item)
    office.services.voting.proclaim(item)
    with refused(ErrorCode.BALLOT_PROCLAIMED, office):
        opening(item)
    office.services.decisions.record(item, office.services.decisions.proposal(item))
    with refused(ErrorCode.DECISION_EXISTS, office):
        opening(item)


def test_a_ballot_is_proclaimed_once_and_only_when_closed(office, refused):
    meeting = office.hold(ONE)
    item = office.ballot(meeting, ONE)
    with refused(ErrorCode.BALLOT_NOT_CLOSED, office):
        office.services.voting.proclaim(item)
    office.services.voting.cast_remaining(item, FOR)
    office.services.voting.close_ballot(item)
    office.services.voting.proclaim(item)
    with refused(ErrorCode.BALLOT_PROCLAIMED, office):
        office.services.voting.proclaim(item)


def test_whoever_may_not_vote_is_told_why(office, refused):
    meeting = office.open(ONE)
    office.call(meeting, 4, AttendanceKind.EXCUSED)
    office.services.committee.all_present(meeting)
    office.services.committee.establish_quorum(meeting)
    item = office.present(meeting, ONE)
    office.services.recusals.declare(item, office.member(5).id, "Actionnaire")
    office.services.voting.open_ballot(item)
    with refused(ErrorCode.MEMBER_ABSENT, office, member="Inès Lévêque D."):
        office.cast(item, FOR, 4)
    with refused(ErrorCode.MEMBER_RECUSED, office, member="Bruno Thiébaut E."):
        office.cast(item, FOR, 5)
    with refused(ErrorCode.MEMBER_NOT_VOTING, office, member="Odile Suppléante"):
        office.cast(item, FOR, 18)
    with refused(ErrorCode.MEMBER_UNKNOWN, office):
        office.services.voting.cast(item, office.registry.new_id(), FOR)


def test_a_seat_given_while_the_ballot_is_open_has_no_voice_in_it(office, refused):
    meeting = office.open(ONE)
    office.services.committee.all_present(meeting)
    rewrite(office, 4, office=MemberOffice.GUEST, weight=Decimal(0))
    office.services.committee.establish_quorum(meeting)
    item = office.ballot(meeting, ONE)
    rewrite(office, 4, office=MemberOffice.MEMBER, weight=Decimal(1))
    with refused(ErrorCode.MEMBER_NOT_VOTING, office, member="Inès Lévêque D."):
        office.cast(item, FOR, 4)


def test_a_seat_filled_while_the_ballot_is_open_counts_from_its_closing(office):
    meeting = office.hold(ONE)
    item = office.ballot(meeting, ONE)
    office.services.people.save_member(None, office.member(17).sheet)
    office.services.voting.cast_remaining(item, FOR)
    live = office.state(meeting).current.quorum
    office.services.voting.close_ballot(item)
    assert office.state(meeting).current.quorum == live
    assert live.in_office == 18


def test_a_closed_meeting_has_no_ballot(office, refused):
    meeting = office.hold(ONE)
    office.approve(meeting, ONE)
    office.services.committee.close(meeting)
    with refused(ErrorCode.MEETING_NOT_OPEN, office):
        office.services.voting.open_ballot(office.item(meeting, ONE))


def test_an_unknown_dossier_has_no_ballot(office, refused):
    with refused(ErrorCode.BALLOT_NOT_OPEN, office):
        office.cast(office.registry.new_id(), FOR, 1)
    with refused(ErrorCode.MEETING_NOT_FOUND, office):
        office.services.voting.open_ballot(office.registry.new_id())


def test_a_proxy_is_answered_for_the_giver(office):
    meeting = office.open(ONE)
    office.call(meeting, 4, AttendanceKind.REPRESENTED, holder=6)
    office.services.committee.all_present(meeting)
    office.services.committee.establish_quorum(meeting)
    item = office.ballot(meeting, ONE)
    office.cast(item, AGAINST, 4)
    office.cast(item, FOR, 6)
    assert answers(office, item) == {4: AGAINST, 6: FOR}
    tiles = {each.member.seat: each for each in office.state(meeting).current.tiles}
    assert tiles[4].number == tiles[6].number
    assert tiles[4].holder_name == "Céline Weiß F."
    assert (tiles[4].choice, tiles[6].choice) == (AGAINST, FOR)


def test_an_alternate_votes_under_their_own_name(office, refused):
    meeting = office.open(ONE)
    office.call(meeting, 3, AttendanceKind.SUBSTITUTED)
    office.services.committee.all_present(meeting)
    office.services.committee.establish_quorum(meeting)
    item = office.ballot(meeting, ONE)
    with refused(ErrorCode.MEMBER_ABSENT, office, member="Fabrice Thiébaut C."):
        office.cast(item, FOR, 3)
    office.cast(item, AGAINST, 18)
    assert answers(office, item) == {18: AGAINST}
    assert len(office.state(meeting).current.tiles) == 17


def test_voices_are_weighed(office):
    office.edit_member(1, weight=Decimal("2.6"))
    meeting = office.hold(ONE)
    office.vote(meeting, ONE, against=tuple(range(2, 10)), others=FOR)
    assert office.state(meeting).voices == Decimal("18.6")
    counts = result(office, meeting).counts
    assert (float(counts.votes_for), counts.votes_against) == (10.6, 8)


def test_weights_are_those_of_the_opening(office):
    meeting = office.hold(ONE)
    office.ballot(meeting, ONE)
    rewrite(office, 1, weight=Decimal(5))
    assert result(office, meeting).voters == 17


class TestTheCastingVote:
    """Sixteen voters, eight for and eight against: the chair's word decides."""

    @pytest.fixture
    def tied(self, office):
        meeting = office.open(ONE)
        office.call(meeting, 17, AttendanceKind.EXCUSED)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        return meeting

    def test_a_chair_who_voted_has_decided(self, office, tied, refused):
        item = office.vote(tied, ONE, against=tuple(range(1, 9)))
        with refused(ErrorCode.CASTING_VOTE_NOT_OPEN, office):
            office.services.voting.proclaim(item, FOR)
        office.services.voting.proclaim(item)
        assert result(office, tied).by_casting_vote
        assert result(office, tied).outcome is BallotOutcome.REJECTED

    @pytest.fixture
    def waiting(self, office, tied):
        office.call(tied, 17, AttendanceKind.PRESENT)
        return office.vote(tied, ONE, against=tuple(range(2, 10)), abstaining=(1,))

    def test_a_chair_who_abstained_is_asked(self, office, tied, waiting, refused):
        assert result(office, tied).casting_vote_open
        with refused(ErrorCode.CASTING_VOTE_AWAITED, office):
            office.services.voting.proclaim(waiting)

    @pytest.mark.parametrize(
        ("word", "outcome", "decided"),
        [
            (FOR, BallotOutcome.ADOPTED, True),
            (AGAINST, BallotOutcome.REJECTED, True),
            (ABSTENTION, BallotOutcome.REJECTED, False),
        ],
    )
    def test_a_chair_who_is_asked_may_decline(self, office, tied, waiting, word, outcome, decided):
        office.services.voting.proclaim(waiting, word)
        assert result(office, tied).outcome is outcome
        assert result(office, tied).by_casting_vote is decided

    def test_a_chair_who_left_is_not_asked_any_more(self, office, tied, waiting, refused):
        office.call(tied, 1, AttendanceKind.DEPARTED)
        shown = office.state(tied)
        assert shown.presiding.seat == 2
        assert not shown.current.ballot.result.casting_vote_open
        with refused(ErrorCode.CASTING_VOTE_ABSENT, office, member="Bruno Martin A."):
            office.services.voting.proclaim(waiting, FOR)
        office.services.voting.proclaim(waiting)
        assert not result(office, tied).by_casting_vote
        assert result(office, tied).outcome is BallotOutcome.REJECTED

    def test_back_in_the_room_the_chair_is_asked_again(self, office, tied, waiting):
        office.call(tied, 1, AttendanceKind.DEPARTED)
        office.call(tied, 1, AttendanceKind.PRESENT)
        office.services.voting.proclaim(waiting, FOR)
        assert result(office, tied).by_casting_vote

    def test_a_ballot_opened_again_is_settled_by_who_presides_then(self, office, tied, waiting):
        office.call(tied, 1, AttendanceKind.DEPARTED)
        office.services.voting.reopen_ballot(waiting)
        office.services.voting.close_ballot(waiting)
        office.services.voting.proclaim(waiting)
        assert result(office, tied).by_casting_vote  # seat 2 presides, and voted against
        assert result(office, tied).outcome is BallotOutcome.REJECTED

    def test_a_chair_who_left_settles_no_corrected_tie(self, office, tied, refused):
        office.call(tied, 17, AttendanceKind.PRESENT)
        item = office.vote(tied, ONE, against=tuple(range(2, 9)), abstaining=(1,))
        office.services.voting.proclaim(item)
        office.call(tied, 1, AttendanceKind.DEPARTED)
        correct, wrong = office.services.corrections.correct_votes, {office.member(9).id: AGAINST}
        with refused(ErrorCode.CASTING_VOTE_ABSENT, office):
            correct(item, wrong, "Voix mal notée", FOR)
        correct(item, wrong, "Voix mal notée", ABSTENTION)
        assert result(office, tied).outcome is BallotOutcome.REJECTED

    def test_a_chair_who_voted_and_left_has_decided(self, office, tied):
        item = office.vote(tied, ONE, against=tuple(range(2, 10)))
        office.call(tied, 1, AttendanceKind.DEPARTED)
        office.services.voting.proclaim(item)
        assert result(office, tied).outcome is BallotOutcome.ADOPTED

    def test_a_recused_chair_hands_it_to_the_vice_chair(self, office, tied):
        item = office.present(tied, ONE)
        office.call(tied, 17, AttendanceKind.PRESENT)
        office.services.recusals.declare(item, office.member(1).id, "Associée")
        assert office.state(tied).presiding.seat == 2
        office.services.voting.open_ballot(item)
        office.cast(item, AGAINST, *range(3, 11))
        office.services.voting.cast_remaining(item, FOR)
        office.services.voting.close_ballot(item)
        office.services.voting.proclaim(item)
        assert result(office, tied).by_casting_vote
        assert result(office, tied).outcome is BallotOutcome.ADOPTED

    def test_no_ballot_opens_when_nobody_presides(self, office, tied, refused):
        rewrite(office, 2, office=MemberOffice.MEMBER)
        item = office.present(tied, ONE)
        office.call(tied, 17, AttendanceKind.PRESENT)
        office.services.recusals.declare(item, office.member(1).id, "Associée")
        with refused(ErrorCode.PRESIDING_MEMBER_ABSENT, office):
            office.services.voting.open_ballot(item)
        assert office.state(tied).current.ballot is None
        assert office.state(tied).presiding is None


class TestMembersWhoChangeDuringTheMeeting:
    """What a ballot is reckoned with was written when it opened."""

    @pytest.fixture
    def voted(self, office):
        meeting = office.hold(ONE)
        item = office.present(meeting, ONE)
        office.services.recusals.declare(item, office.member(10).id, "Banque")
        office.services.voting.open_ballot(item)
        office.services.voting.cast_remaining(item, FOR)
        office.services.voting.close_ballot(item)
        return meeting, item

    def _told(self, office, meeting):
        state = office.state(meeting)
        (item,) = office.services.minutes.record(meeting).items
        current = state.current
        return state.presiding.id, current.quorum, current.ballot.result, item.ballots[0].quorum

    @pytest.mark.parametrize(
        ("seat", "change"),
        [
            (5, {"office": MemberOffice.GUEST, "weight": Decimal(0)}),
            (5, {"weight": Decimal("2.5")}),
            (1, {"office": MemberOffice.GUEST, "weight": Decimal(0)}),
            (1, {"office": MemberOffice.MEMBER}),
            (2, {"office": MemberOffice.CHAIR}),
            (10, {"office": MemberOffice.GUEST, "weight": Decimal(0)}),
            (18, {"office": MemberOffice.MEMBER, "alternate_of_id": None, "weight": Decimal(1)}),
        ],
    )
    def test_change_nothing_of_a_ballot(self, office, voted, seat, change):
        meeting, item = voted
        before = self._told(office, meeting)
        rewrite(office, seat, **change)
        assert self._told(office, meeting) == before
        office.services.voting.proclaim(item)
        told = result(office, meeting)
        assert (told.counts, told.voters) == (Counts(16, 0), 16)
        (kept,) = office.services.minutes.record(meeting).items
        (ballot,) = kept.ballots
        assert ballot.presiding.seat == 1
        assert "1 en déport" in ballot.quorum.sentence
        assert [each.member.sheet.weight for each in ballot.votes] == [1] * 16
        assert [each.member.seat for each in kept.recused] == [10]

    def test_leave_every_line_of_the_attendance(self, office, voted):
        meeting, _ = voted
        rewrite(office, 5, office=MemberOffice.GUEST, weight=Decimal(0))
        record = office.services.minutes.record(meeting)
        assert [each.member.seat for each in record.attendance] == list(range(1, 18))


def rewrite(bureau, seat, **columns):
    """Change a member where nothing refuses it."""
    with bureau.registry.write() as session:
        session.execute(
            update(StoredMember).where(StoredMember.id == bureau.member(seat).id).values(**columns)
        )


def test_everybody_abstaining_decides_nothing(office):
    meeting = office.hold(ONE)
    item = office.vote(meeting, ONE, others=ABSTENTION)
    office.services.voting.proclaim(item)
    assert result(office, meeting).outcome is BallotOutcome.NO_DECISION


def test_a_ballot_needs_the_quorum_of_its_dossier(office, refused):
    meeting = office.hold(ONE)
    item = office.present(meeting, ONE)
    for seat in range(1, 10):
        office.services.recusals.declare(item, office.member(seat).id, "Lien")
    with refused(ErrorCode.QUORUM_NOT_REACHED, office, counted=8, required=9):
        office.services.voting.open_ballot(item)


def test_a_proclaimed_result_is_what_was_proclaimed_whatever_changes(office):
    rewrite(office, 1, weight=Decimal("2.6"))
    meeting = office.hold(ONE)
    office.vote(meeting, ONE, against=(2,), abstaining=(3,))
    closed = result(office, meeting)
    office.services.voting.proclaim(office.item(meeting, ONE))
    rewrite(office, 1, office=MemberOffice.MEMBER, weight=Decimal(1))
    rewrite(office, 2, weight=Decimal(40))
    assert result(office, meeting) == closed


def test_two_at_once_for_the_same_member_are_two_revisions(office):
    item = office.ballot(office.hold(ONE), ONE)
    member = office.member(1).id
    ready, failures = threading.Barrier(4), []

    def answer(choice):
        ready.wait()
        try:
            for _ in range(10):
                office.services.voting.cast(item, member, choice)
        except UserError as error:
            failures.append(error)

    threads = [
        threading.Thread(target=answer, args=(each,)) for each in (FOR, AGAINST, ABSTENTION, FOR)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failures == []
    with office.registry.read() as session:
        (voter,) = [each for each in read_ballot(session, item).voters if each.member_id == member]
    assert voter.revision == 40
    assert office.actions().count("vote.cast") == 40


def test_a_vote_costs_few_statements(office, max_queries):
    item = office.ballot(office.hold(ONE), ONE)
    member = office.member(1).id
    with max_queries(4, office.registry):
        office.services.voting.cast(item, member, FOR)


def test_a_failure_inside_the_transaction_leaves_neither_vote_nor_line(office, monkeypatch):
    item = office.ballot(office.hold(ONE), ONE)
    before = len(office.journal())

    def fail(*_arguments):
        raise ZeroDivisionError

    monkeypatch.setattr("alize_desktop.models.store.registry.Registry.journal", fail)
    with pytest.raises(ZeroDivisionError):
        office.cast(item, FOR, 1)
    monkeypatch.undo()
    assert answers(office, item) == {}
    assert len(office.journal()) == before
