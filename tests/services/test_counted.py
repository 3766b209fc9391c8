"""Ballots without names: shows of hands, secret ballots, consensus."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import select

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    BallotOutcome,
    ItemStep,
    VoteChoice,
)
from alize_desktop.models.records.ballots import CountProtocol, Counts, Heads
from alize_desktop.models.records.rules import CommitteeRules, RulesDraft
from alize_desktop.models.tables.ballots import StoredCount, StoredVote

ONE = "2026-001"
FOR, AGAINST, ABSTENTION = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTENTION
HANDS, SECRET, CONSENSUS = BallotForm.HANDS, BallotForm.SECRET, BallotForm.CONSENSUS
SCRUTINEERS = ("Céline Weiß F.", "Bruno Martin I.")


def under(office, **rules):
    """Let the committee adopt rules that differ from the model ones."""
    draft = RulesDraft("Règlement d’essai", date(2026, 1, 1), replace(CommitteeRules(), **rules))
    office.services.regulations.adopt(draft)


def opened(office, form, **absent):
    """Hold a meeting until a ballot of that form is open."""
    meeting = office.open(ONE)
    for seat in absent.get("absent", ()):
        office.call(meeting, seat, AttendanceKind.EXCUSED)
    for giver, holder in absent.get("proxies", ()):
        office.call(meeting, giver, AttendanceKind.REPRESENTED, holder)
    office.services.committee.all_present(meeting)
    office.services.committee.establish_quorum(meeting)
    item = office.present(meeting, ONE)
    office.services.voting.open_ballot(item, form)
    return meeting, item


def shown(office, meeting):
    return office.state(meeting).current.ballot


def count(office, item, *counts, **papers):
    office.services.counted.record_counts(item, CountProtocol(Counts(*counts), **papers))


def close_and_proclaim(office, item, casting=None):
    office.services.voting.close_ballot(item)
    office.services.voting.proclaim(item, casting)


class TestAShowOfHands:
    def test_is_counted_closed_and_proclaimed(self, office):
        meeting, item = opened(office, HANDS)
        before = shown(office, meeting)
        assert (before.protocol, before.missing, before.sentence) == (
            None,
            17,
            "Voix à compter\u00a0: 17.",
        )
        count(office, item, 10, 4, 2)
        assert shown(office, meeting).missing == 0
        close_and_proclaim(office, item)
        after = shown(office, meeting)
        assert after.protocol == CountProtocol(Counts(10, 4, 2))
        assert after.result.counts == Counts(10, 4, 2, 1)
        assert after.result.heads == Heads(10, 4, 2, 1)
        assert after.sentence == (
            "10 pour, 4 contre, 2 abstentions, 1 ne prend pas part\u00a0; "
            "14 suffrages exprimés, majorité 8\u00a0: adopté."
        )

    def test_is_counted_again_without_losing_the_first_count(self, office):
        meeting, item = opened(office, HANDS)
        count(office, item, 10, 4, 2)
        count(office, item, 11, 4, 2)
        before = office.actions()
        count(office, item, 11, 4, 2)
        assert office.actions() == before
        with office.registry.read() as session:
            counts = list(session.scalars(select(StoredCount.votes_for)))
        assert counts == [10, 11]
        assert shown(office, meeting).result.counts.votes_for == 11

    def test_never_exceeds_the_voices(self, office, refused):
        meeting, item = opened(office, HANDS)
        with refused(ErrorCode.COUNTS_EXCEED_VOTERS, office, counted=18, voters=17):
            count(office, item, 10, 8)
        with refused(ErrorCode.COUNT_NEGATIVE, office):
            count(office, item, -1, 8)
        assert shown(office, meeting).protocol is None

    def test_tells_heads_from_voices(self, office):
        office.edit_member(1, weight=Decimal("2.6"))
        meeting, item = opened(office, HANDS)
        count(office, item, Fraction(56, 5), 7)
        assert shown(office, meeting).voices_entitled == Decimal("18.6")
        assert shown(office, meeting).result.heads is None
        close_and_proclaim(office, item)
        assert "11,2 pour" in shown(office, meeting).sentence

    def test_nobody_counted_is_not_closed(self, office, refused):
        _, item = opened(office, HANDS)
        with refused(ErrorCode.BALLOT_EMPTY, office):
            office.services.voting.close_ballot(item)
        count(office, item, 0, 0)
        with refused(ErrorCode.BALLOT_EMPTY, office):
            office.services.voting.close_ballot(item)

    def test_that_is_tied_asks_who_presides(self, office, refused):
        meeting, item = opened(office, HANDS)
        count(office, item, 8, 8, 1)
        office.services.voting.close_ballot(item)
        assert shown(office, meeting).result.casting_vote_open
        with refused(ErrorCode.CASTING_VOTE_AWAITED, office):
            office.services.voting.proclaim(item)
        office.services.voting.proclaim(item, FOR)
        assert shown(office, meeting).result.outcome is BallotOutcome.ADOPTED

    def test_has_no_vote_with_a_name(self, office, refused):
        _, item = opened(office, HANDS)
        with refused(ErrorCode.BALLOT_NOT_NAMED, office):
            office.cast(item, FOR, 1)
        with refused(ErrorCode.BALLOT_NOT_NAMED, office):
            office.services.voting.cast_remaining(item, FOR)

    def test_is_counted_while_it_is_open_and_never_after(self, office, refused):
        meeting, item = opened(office, HANDS)
        count(office, item, 10, 4)
        office.services.voting.close_ballot(item)
        with refused(ErrorCode.BALLOT_NOT_OPEN, office):
            count(office, item, 11, 4)
        office.services.voting.reopen_ballot(item)
        count(office, item, 11, 4)
        close_and_proclaim(office, item)
        assert shown(office, meeting).result.counts.votes_for == 11


class TestASecretBallot:
    def test_keeps_its_protocol_and_nobody_s_vote(self, office):
        meeting, item = opened(office, SECRET)
        count(office, item, 9, 4, found=16, blank=2, void=1, scrutineers=SCRUTINEERS)
        close_and_proclaim(office, item)
        after = shown(office, meeting)
        assert after.protocol.found == 16
        assert after.protocol.scrutineers == SCRUTINEERS
        assert after.result.counts == Counts(9, 4, 2, 2)
        assert [each.choice for each in office.state(meeting).current.tiles] == [None] * 17
        with office.registry.read() as session:
            assert session.scalars(select(StoredVote)).all() == []
        told = [each for each in office.journal() if each.action == "ballot.counted"]
        assert len(told) == 1
        assert "member" not in told[0].details

    def test_needs_two_scrutineers_and_papers_that_agree(self, office, refused):
        _, item = opened(office, SECRET)
        with refused(ErrorCode.SCRUTINEERS_MISSING, office):
            count(office, item, 9, 4, found=13)
        with refused(ErrorCode.SCRUTINEERS_MISSING, office):
            count(office, item, 9, 4, found=13, scrutineers=("A", "a"))
        with refused(ErrorCode.PAPERS_MISCOUNTED, office, found=14, counted=13):
            count(office, item, 9, 4, found=14, scrutineers=SCRUTINEERS)
        with refused(ErrorCode.COUNTS_EXCEED_VOTERS, office, counted=18, voters=17):
            count(office, item, 14, 4, found=18, scrutineers=SCRUTINEERS)
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            count(office, item, 9, 4, found=13, scrutineers=("A\x00", "B"))

    def test_has_no_casting_vote(self, office, refused):
        meeting, item = opened(office, SECRET)
        count(office, item, 8, 8, found=17, blank=1, scrutineers=SCRUTINEERS)
        office.services.voting.close_ballot(item)
        with refused(ErrorCode.CASTING_VOTE_NOT_OPEN, office):
            office.services.voting.proclaim(item, FOR)
        office.services.voting.proclaim(item)
        assert shown(office, meeting).result.outcome is BallotOutcome.REJECTED

    def test_once_counted_is_never_counted_for_one_member_less(self, office, refused):
        """Two counts that differ by one member would tell how that member voted."""
        meeting, item = opened(office, SECRET)
        count(office, item, 9, 8, found=17, scrutineers=SCRUTINEERS)
        with refused(ErrorCode.SECRET_COUNTED, office):
            office.call(meeting, 17, AttendanceKind.DEPARTED)
        with refused(ErrorCode.SECRET_COUNTED, office):
            office.services.recusals.declare(item, office.member(17).id, "Banque")
        close_and_proclaim(office, item)
        office.services.recusals.declare(item, office.member(17).id, "Banque")
        protocol = CountProtocol(Counts(8, 8), found=16, scrutineers=SCRUTINEERS)
        with refused(ErrorCode.SECRET_TO_HOLD_AGAIN, office):
            office.services.corrections.correct_counts(item, protocol, "Déport")
        office.services.voting.open_ballot(item, SECRET)
        assert shown(office, meeting).voices_entitled == 16

    def test_only_void_papers_decide_nothing(self, office):
        meeting, item = opened(office, SECRET)
        count(office, item, 0, 0, found=17, void=17, scrutineers=SCRUTINEERS)
        close_and_proclaim(office, item)
        assert shown(office, meeting).result.outcome is BallotOutcome.NO_DECISION

    def test_takes_proxies_or_refuses_them_as_the_rules_say(self, office, refused):
        meeting, item = opened(office, SECRET, proxies=[(4, 6)])
        assert shown(office, meeting).voices_entitled == 17
        office.services.voting.abandon_ballot(item)
        office.services.decisions.record(
            item,
            replace(office.services.decisions.proposal(item), documents_asked="Bilan"),
        )
        office.services.committee.close(meeting)
        under(office, proxies_in_secret=False)
        again = office.open("2026-002")
        office.call(again, 4, AttendanceKind.REPRESENTED, 6)
        office.services.committee.all_present(again)
        office.services.committee.establish_quorum(again)
        item = office.present(again, "2026-002")
        office.services.voting.open_ballot(item, SECRET)
        assert shown(office, again).voices_entitled == 16
        with refused(ErrorCode.COUNTS_EXCEED_VOTERS, office, voters=16):
            count(office, item, 17, 0, found=17, scrutineers=SCRUTINEERS)
        office.call(again, 4, AttendanceKind.PRESENT)
        assert shown(office, again).voices_entitled == 17


class TestAConsensus:
    def test_is_one_answer_for_everybody(self, office):
        meeting, item = opened(office, CONSENSUS, proxies=[(4, 6)])
        office.services.counted.no_objection(item)
        state = office.state(meeting)
        assert state.current.line.step is ItemStep.BALLOT_CLOSED
        office.services.voting.proclaim(item)
        assert shown(office, meeting).sentence == (
            "17 pour, 0 contre, 0 abstention\u00a0; 17 suffrages exprimés, majorité 9\u00a0: "
            "adopté à l’unanimité."
        )

    def test_is_given_up_as_soon_as_somebody_objects(self, office):
        meeting, item = opened(office, CONSENSUS)
        office.services.voting.abandon_ballot(item, "M. Weiß demande un vote")
        assert office.state(meeting).current.line.step is ItemStep.PRESENTED
        office.services.voting.open_ballot(item, BallotForm.NAMED)
        assert shown(office, meeting).number == 2

    def test_is_never_counted_nor_voted(self, office, refused):
        _, item = opened(office, CONSENSUS)
        with refused(ErrorCode.BALLOT_NOT_NAMED, office):
            office.cast(item, FOR, 1)
        with refused(ErrorCode.BALLOT_CONSENSUS, office):
            count(office, item, 10, 0)
        with refused(ErrorCode.BALLOT_EMPTY, office):
            office.services.voting.close_ballot(item)

    def test_needs_its_quorum(self, office, refused):
        meeting, item = opened(office, CONSENSUS, absent=range(10, 18))
        office.call(meeting, 9, AttendanceKind.DEPARTED)
        with refused(ErrorCode.QUORUM_NOT_REACHED, office):
            office.services.counted.no_objection(item)


class TestANamedBallot:
    def test_is_never_counted(self, office, refused):
        _, item = opened(office, BallotForm.NAMED)
        with refused(ErrorCode.BALLOT_NAMED, office):
            count(office, item, 10, 4)
        with refused(ErrorCode.BALLOT_NOT_CONSENSUS, office):
            office.services.counted.no_objection(item)


def test_the_form_is_that_of_the_rules_unless_another_is_asked(office):
    under(office, ballot_form=HANDS)
    meeting, item = opened(office, None)
    assert shown(office, meeting).form is HANDS
    office.services.voting.abandon_ballot(item)
    office.services.voting.open_ballot(item, SECRET)
    assert shown(office, meeting).form is SECRET


def test_nothing_is_counted_without_an_open_ballot_or_during_a_suspension(office, refused):
    meeting = office.hold(ONE)
    item = office.present(meeting, ONE)
    for act in (
        lambda: count(office, item, 1, 0),
        lambda: office.services.counted.no_objection(item),
    ):
        with refused(ErrorCode.BALLOT_NOT_OPEN, office):
            act()
    office.services.life.suspend(meeting)
    with refused(ErrorCode.MEETING_SUSPENDED, office):
        count(office, item, 1, 0)
