"""People come, leave and give proxies at any moment of an open meeting."""

from datetime import timedelta
from itertools import pairwise

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AttendanceKind,
    ItemStep,
    MemberOffice,
    VoteChoice,
)
from alize_desktop.models.records.changes import Changes

ONE, TWO = "2026-001", "2026-002"
PRESENT, REMOTE = AttendanceKind.PRESENT, AttendanceKind.REMOTE
EXCUSED, ABSENT = AttendanceKind.EXCUSED, AttendanceKind.ABSENT
REPRESENTED, SUBSTITUTED = AttendanceKind.REPRESENTED, AttendanceKind.SUBSTITUTED
DEPARTED = AttendanceKind.DEPARTED
REVOKED, DOCUMENTED = AttendanceKind.PROXY_REVOKED, AttendanceKind.PROXY_DOCUMENTED
FOR, AGAINST = VoteChoice.FOR, VoteChoice.AGAINST


def line(office, meeting, seat):
    """Return where a seat stands."""
    return next(each for each in office.state(meeting).attendance if each.member.seat == seat)


def stands(office, meeting, seat):
    found = line(office, meeting, seat)
    return found.kind, found.is_proxy_suspended


def told(office, meeting):
    return [each.sentence.replace("\u00a0", " ") for each in office.state(meeting).movements]


def preview(office, meeting, seat, kind, holder=None):
    holder_id = office.member(holder).id if holder else None
    found = office.services.committee.preview_attendance(
        meeting, office.member(seat).id, kind, holder_id
    )
    return [each.replace("\u00a0", " ") for each in found.sentences], found.quorum


def with_a_proxy(office):
    """Establish a quorum: everybody is there but seat 4, who gave a proxy to seat 6."""
    meeting = office.open(ONE, TWO)
    office.call(meeting, 4, REPRESENTED, holder=6)
    office.services.committee.all_present(meeting)
    office.services.committee.establish_quorum(meeting)
    return meeting


@pytest.fixture
def meeting(office):
    """Everybody is there but seat 4, who gave a proxy to seat 6."""
    return office.after(with_a_proxy)


class TestAProxyStaysOnRecord:
    def test_the_giver_who_walks_in_suspends_it_and_brings_it_back(self, office, meeting):
        assert stands(office, meeting, 4) == (REPRESENTED, False)
        office.call(meeting, 4, PRESENT)
        assert stands(office, meeting, 4) == (PRESENT, True)
        state = office.state(meeting)
        assert (state.present, state.represented) == (17, 0)
        office.call(meeting, 4, DEPARTED)
        assert stands(office, meeting, 4) == (REPRESENTED, False)
        assert line(office, meeting, 4).holder_id == office.member(6).id
        state = office.state(meeting)
        assert (state.present, state.represented) == (16, 1)

    @pytest.mark.parametrize("kind", [REMOTE, PRESENT])
    def test_nobody_is_both_present_and_represented(self, office, meeting, kind):
        office.call(meeting, 4, kind)
        item = office.present(meeting, ONE)
        tiles = [each for each in office.state(meeting).current.tiles if each.member.seat == 4]
        assert [each.holder_id for each in tiles] == [None]
        assert item

    @pytest.mark.parametrize("kind", [DEPARTED, EXCUSED, ABSENT])
    def test_a_holder_who_leaves_suspends_it_too(self, office, meeting, kind):
        office.call(meeting, 6, kind)
        assert stands(office, meeting, 4) == (REPRESENTED, True)
        assert office.state(meeting).represented == 0
        office.call(meeting, 6, PRESENT)
        assert stands(office, meeting, 4) == (REPRESENTED, False)

    def test_it_waits_for_a_holder_who_left_before_the_giver(self, office, meeting):
        office.call(meeting, 4, PRESENT)
        office.call(meeting, 6, DEPARTED)
        office.call(meeting, 4, DEPARTED)
        assert stands(office, meeting, 4) == (REPRESENTED, True)

    @pytest.mark.parametrize(
        ("kind", "after"), [(EXCUSED, EXCUSED), (ABSENT, ABSENT), (REVOKED, ABSENT)]
    )
    def test_it_ends_when_the_giver_says_so(self, office, meeting, kind, after):
        office.call(meeting, 4, kind)
        found = line(office, meeting, 4)
        assert (found.kind, found.holder_id, found.is_proxy_suspended) == (after, None, False)

    def test_a_giver_who_is_there_may_revoke_it(self, office, meeting):
        office.call(meeting, 4, PRESENT)
        office.call(meeting, 4, REVOKED)
        assert (line(office, meeting, 4).kind, line(office, meeting, 4).holder_id) == (
            PRESENT,
            None,
        )
        office.call(meeting, 5, REPRESENTED, holder=6)
        assert office.state(meeting).represented == 1

    def test_a_suspended_one_still_fills_the_hand_of_its_holder(self, office, meeting, refused):
        office.call(meeting, 4, PRESENT)
        with refused(ErrorCode.PROXY_TOO_MANY, office, held=2, most=1):
            office.call(meeting, 5, REPRESENTED, holder=6)
        with refused(ErrorCode.PROXY_CHAIN, office):
            office.call(meeting, 5, REPRESENTED, holder=4)

    def test_who_leaves_may_give_one(self, office, meeting):
        office.call(meeting, 7, REPRESENTED, holder=8)
        assert stands(office, meeting, 7) == (REPRESENTED, False)
        office.call(meeting, 7, REPRESENTED, holder=9)
        assert line(office, meeting, 7).holder_id == office.member(9).id

    def test_a_proxy_needs_somebody_who_is_there(self, office, meeting, refused):
        office.call(meeting, 8, DEPARTED)
        with refused(ErrorCode.PROXY_HOLDER_ABSENT, office):
            office.call(meeting, 7, REPRESENTED, holder=8)

    def test_none_is_revoked_nor_received_that_was_not_given(self, office, meeting, refused):
        for kind in (REVOKED, DOCUMENTED):
            with refused(ErrorCode.PROXY_MISSING, office, member="Bruno Thiébaut E."):
                office.call(meeting, 5, kind)

    def test_how_it_was_received_is_kept(self, office, meeting, refused):
        def receive(text, kind=DOCUMENTED, holder=None):
            office.services.committee.record_attendance(
                meeting, office.member(4).id, kind, holder, text
            )

        with refused(ErrorCode.TEXT_MISSING, office):
            receive("  ")
        receive(" par courriel ")
        assert line(office, meeting, 4).proxy_document == "par courriel"
        before = office.actions()
        receive("par courriel")
        office.call(meeting, 4, REPRESENTED, holder=6)
        assert office.actions() == before
        receive("en main propre", REPRESENTED, office.member(6).id)
        assert line(office, meeting, 4).proxy_document == "en main propre"
        office.call(meeting, 4, REPRESENTED, holder=7)
        assert line(office, meeting, 4).proxy_document == ""


class TestArrivalsAndDepartures:
    def test_who_leaves_is_gone_and_may_come_back(self, office, meeting, clock):
        clock.advance(3600)
        office.call(meeting, 5, DEPARTED)
        found = line(office, meeting, 5)
        assert (found.kind, found.at) == (DEPARTED, clock())
        assert office.state(meeting).present == 15
        before = office.actions()
        office.call(meeting, 5, DEPARTED)
        assert office.actions() == before
        office.call(meeting, 5, PRESENT)
        assert office.state(meeting).present == 16

    def test_who_is_not_there_does_not_leave(self, office, refused):
        meeting = office.open(ONE)
        office.call(meeting, 5, EXCUSED)
        for seat in (4, 5):
            with refused(ErrorCode.MEMBER_NOT_PRESENT, office):
                office.call(meeting, seat, DEPARTED)

    def test_an_alternate_leaves_the_seat_and_a_full_member_takes_it_back(self, office, meeting):
        office.call(meeting, 3, SUBSTITUTED)
        assert office.state(meeting).present == 16
        office.call(meeting, 3, DEPARTED)
        assert office.state(meeting).present == 15
        office.call(meeting, 3, PRESENT)
        assert office.state(meeting).present == 16

    def test_all_present_leaves_those_who_are_named(self, office):
        meeting = office.open(ONE)
        but = office.member(4).id
        office.services.committee.all_present(meeting, (but,))
        kinds = {each.member.seat: each.kind for each in office.state(meeting).attendance}
        assert kinds == dict.fromkeys(range(1, 18), PRESENT) | {4: None}

    def test_people_move_while_a_meeting_is_suspended(self, office, meeting):
        office.services.life.suspend(meeting)
        office.call(meeting, 5, DEPARTED)
        assert office.state(meeting).present == 15

    def test_nobody_moves_once_it_is_closed(self, office, refused):
        meeting = office.hold(ONE)
        office.approve(meeting, ONE)
        office.services.committee.close(meeting)
        with refused(ErrorCode.MEETING_NOT_OPEN, office):
            office.call(meeting, 5, DEPARTED)
        with refused(ErrorCode.MEETING_NOT_OPEN, office):
            preview(office, meeting, 5, DEPARTED)


class TestWhileABallotIsOpen:
    def test_whoever_comes_gets_a_voice(self, office, refused):
        meeting = office.open(ONE)
        office.call(meeting, 17, EXCUSED)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        item = office.ballot(meeting, ONE)
        with refused(ErrorCode.MEMBER_ABSENT, office):
            office.cast(item, FOR, 17)
        since = len(office.journal())
        office.call(meeting, 17, PRESENT)
        assert office.actions(since) == ["attendance.recorded", "ballot.followed"]
        office.cast(item, FOR, 17)
        shown = office.state(meeting).current
        assert (shown.ballot.voices_entitled, shown.ballot.missing) == (17, 16)
        assert shown.quorum.counted == 17

    def test_whoever_leaves_loses_it_and_the_vote_is_taken_back(self, office, meeting, refused):
        item = office.ballot(meeting, ONE)
        office.cast(item, FOR, 5, 7)
        office.call(meeting, 5, DEPARTED)
        shown = office.state(meeting).current.ballot
        assert (shown.result.counts.votes_for, shown.voices_entitled) == (1, 16)
        with refused(ErrorCode.MEMBER_ABSENT, office, member="Bruno Thiébaut E."):
            office.cast(item, FOR, 5)
        office.call(meeting, 5, PRESENT)
        shown = office.state(meeting).current.ballot
        assert (shown.result.counts.votes_for, shown.voices_entitled) == (1, 17)
        office.cast(item, AGAINST, 5)
        office.services.voting.cast_remaining(item, FOR)
        office.services.voting.close_ballot(item)
        assert office.state(meeting).current.ballot.result.counts.votes_for == 16

    def test_a_giver_who_walks_in_is_asked_again(self, office, meeting):
        item = office.ballot(meeting, ONE)
        office.cast(item, AGAINST, 4, 6)
        office.call(meeting, 4, PRESENT)
        tiles = {each.member.seat: each for each in office.state(meeting).current.tiles}
        assert (tiles[4].choice, tiles[4].holder_id, tiles[6].choice) == (None, None, AGAINST)
        assert tiles[4].number != tiles[6].number

    def test_a_holder_who_leaves_takes_both_votes_away(self, office, meeting):
        item = office.ballot(meeting, ONE)
        office.services.voting.cast_remaining(item, FOR)
        office.call(meeting, 6, DEPARTED)
        assert office.state(meeting).current.ballot.result.counts.votes_for == 15

    def test_an_alternate_who_replaces_the_full_member_is_asked(self, office, meeting):
        item = office.ballot(meeting, ONE)
        office.cast(item, FOR, 3)
        office.call(meeting, 3, SUBSTITUTED)
        tiles = {each.member.seat: each for each in office.state(meeting).current.tiles}
        assert 3 not in tiles
        assert tiles[18].choice is None
        office.cast(item, FOR, 18)

    def test_the_presiding_member_who_leaves_hands_the_ballot_on(self, office, meeting):
        item = office.ballot(meeting, ONE)
        office.call(meeting, 1, DEPARTED)
        assert office.state(meeting).presiding.seat == 2
        office.services.voting.cast_remaining(item, FOR)
        office.services.voting.close_ballot(item)
        office.call(meeting, 1, PRESENT)
        assert office.state(meeting).presiding.seat == 2
        office.services.voting.proclaim(item)
        office.services.decisions.record(item, office.services.decisions.proposal(item))
        assert office.state(meeting).presiding.seat == 1

    def test_the_presiding_member_who_comes_back_presides_again(self, office, meeting):
        item = office.ballot(meeting, ONE)
        office.call(meeting, 1, DEPARTED)
        office.call(meeting, 1, PRESENT)
        assert office.state(meeting).presiding.seat == 1
        assert item

    def test_a_ballot_that_was_closed_never_changes(self, office, meeting):
        item = office.vote(meeting, ONE, against=(5, 7))
        closed = office.state(meeting).current
        for seat in (5, 6, 7):
            office.call(meeting, seat, DEPARTED)
        for seat in (4,):
            office.call(meeting, seat, PRESENT)
        after = office.state(meeting).current
        assert (after.ballot, after.tiles, after.quorum) == (
            closed.ballot,
            closed.tiles,
            closed.quorum,
        )
        office.services.voting.proclaim(item)
        assert office.state(meeting).current.ballot.result == closed.ballot.result

    def test_the_quorum_may_be_lost_and_found_again(self, office, refused):
        meeting = office.open(ONE)
        for seat in range(10, 18):
            office.call(meeting, seat, EXCUSED)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        item = office.ballot(meeting, ONE)
        office.call(meeting, 9, DEPARTED)
        office.services.voting.cast_remaining(item, FOR)
        with refused(ErrorCode.QUORUM_NOT_REACHED, office, counted=8, required=9):
            office.services.voting.close_ballot(item)
        office.services.voting.abandon_ballot(item, "Quorum perdu")
        with refused(ErrorCode.QUORUM_NOT_REACHED, office, dossier=ONE):
            office.services.voting.open_ballot(item)
        office.services.committee.move_to_end(item)
        assert office.state(meeting).agenda[0].step is ItemStep.PENDING
        office.call(meeting, 10, PRESENT)
        office.vote(meeting, ONE)

    def test_a_movement_that_changes_nothing_for_the_ballot_is_not_told_of_it(self, office):
        meeting = office.open(ONE)
        office.call(meeting, 17, EXCUSED)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        office.ballot(meeting, ONE)
        since = len(office.journal())
        office.call(meeting, 17, ABSENT)
        assert office.actions(since) == ["attendance.recorded"]

    def test_all_present_makes_nobody_vote_twice(self, office, meeting):
        item = office.ballot(meeting, ONE)
        office.cast(item, FOR, 5)
        before = office.actions()
        office.services.committee.all_present(meeting)
        assert office.actions() == before


class TestWhatIsTold:
    def test_the_roll_call_is_no_movement(self, office, meeting):
        assert told(office, meeting) == []

    def test_each_movement_is_one_text_with_its_hour(self, office, meeting, clock):
        clock.advance(32 * 60)
        office.call(meeting, 4, PRESENT)
        clock.advance(60)
        office.call(meeting, 6, DEPARTED)
        clock.advance(60)
        office.call(meeting, 4, DEPARTED)
        clock.advance(60)
        office.call(meeting, 6, PRESENT)
        clock.advance(60)
        office.call(meeting, 4, REVOKED)
        hour = [each.at for each in office.state(meeting).movements]
        assert [b - a for a, b in pairwise(hour)] == [timedelta(minutes=1)] * 4
        assert [each.split(" à ")[0] for each in told(office, meeting)] == [
            "Mme Inès Lévêque D. arrive",
            "Mme Céline Weiß F. quitte la séance",
            "Mme Inès Lévêque D. quitte la séance",
            "Mme Céline Weiß F. arrive",
            "Mme Inès Lévêque D. retire",
        ]
        assert [each[each.index("Quorum") :] for each in told(office, meeting)] == [
            "Quorum 17/17 ✔.",
            "Quorum 16/17 ✔.",
            "Quorum 15/17 ✔.",
            "Quorum 17/17 ✔.",
            "Quorum 16/17 ✔.",
        ]
        first, second, *_ = told(office, meeting)
        assert "Son pouvoir à Mme Céline Weiß F. est suspendu." in first
        assert "pouvoir" not in second  # it was suspended already

    def test_a_chair_who_leaves_is_told_with_who_presides(self, office, meeting):
        office.call(meeting, 1, DEPARTED)
        assert "La présidence passe à Mme Céline Martin B." in told(office, meeting)[0]
        office.call(meeting, 1, PRESENT)
        assert "La présidence passe à M. Bruno Martin A." in told(office, meeting)[1]

    def test_a_recusal_is_no_movement(self, office, meeting):
        item = office.present(meeting, ONE)
        office.services.recusals.declare(item, office.member(5).id, "Lien")
        assert told(office, meeting) == []

    def test_hours_never_go_back_even_when_the_clock_does(self, office, meeting, clock):
        clock.advance(600)
        office.call(meeting, 5, DEPARTED)
        left = line(office, meeting, 5).at
        clock.advance(-1200)
        office.call(meeting, 5, PRESENT)
        office.call(meeting, 7, DEPARTED)
        assert line(office, meeting, 5).at == left
        assert [each.at for each in office.state(meeting).movements] == [left] * 3
        item = office.vote(meeting, ONE)
        office.services.voting.proclaim(item)
        ballot = office.state(meeting).current.ballot
        assert left <= ballot.opened_at <= ballot.closed_at <= ballot.proclaimed_at
        office.services.decisions.record(item, office.services.decisions.proposal(item))


class TestThePreview:
    def test_it_says_what_would_follow_and_writes_nothing(self, office, meeting):
        before = office.actions()
        sentences, quorum = preview(office, meeting, 4, PRESENT)
        assert sentences[1:] == ["Son pouvoir à Mme Céline Weiß F. est suspendu."]
        assert quorum.counted == 17
        sentences, quorum = preview(office, meeting, 6, DEPARTED)
        assert sentences[1:] == [
            "Le pouvoir de Mme Inès Lévêque D. à Mme Céline Weiß F. est suspendu."
        ]
        assert (quorum.counted, quorum.is_reached) == (15, True)
        assert office.actions() == before

    def test_it_is_the_quorum_of_the_dossier_under_way(self, office, meeting):
        item = office.present(meeting, ONE)
        office.services.recusals.declare(item, office.member(7).id, "Lien")
        assert preview(office, meeting, 5, DEPARTED)[1].counted == 15

    def test_what_changes_nothing_says_nothing(self, office, meeting):
        assert preview(office, meeting, 5, PRESENT) == ([], office.state(meeting).quorum)

    def test_what_would_be_refused_is(self, office, meeting, refused):
        with refused(ErrorCode.PROXY_TOO_MANY, office):
            preview(office, meeting, 5, REPRESENTED, 6)
        with refused(ErrorCode.PROXY_MISSING, office):
            preview(office, meeting, 5, DOCUMENTED)

    def test_a_document_may_be_previewed_before_it_is_named(self, office, meeting):
        assert len(preview(office, meeting, 4, DOCUMENTED)[0]) == 1

    def test_it_works_before_the_quorum_too(self, office):
        meeting = office.open(ONE)
        sentences, quorum = preview(office, meeting, 5, PRESENT)
        assert len(sentences) == 1
        assert (quorum.counted, quorum.is_reached) == (1, False)


def test_a_seat_without_a_vice_chair_waits_for_somebody_to_preside(office, refused):
    office.edit_member(2, office=MemberOffice.MEMBER)
    meeting = office.hold(ONE)
    item = office.ballot(meeting, ONE)
    office.services.voting.cast_remaining(item, FOR)
    office.call(meeting, 1, DEPARTED)
    with refused(ErrorCode.PRESIDING_MEMBER_ABSENT, office):
        office.services.voting.close_ballot(item)
    draft = office.state(meeting).row.draft
    named = type(draft)(
        draft.held_on, draft.starts_at, draft.place, office.member(5).id, draft.secretary
    )
    office.services.meetings.save(meeting, named)
    office.services.voting.close_ballot(item)
    assert office.state(meeting).presiding.seat == 5


def test_nothing_said_twice_is_written_twice(office, meeting):
    before = office.actions()
    member = office.member(5).id
    record = office.services.committee.record_attendance
    assert record(meeting, member, PRESENT) == Changes()
    assert office.actions() == before
