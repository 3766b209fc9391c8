"""Results corrected after the proclamation: with a reason, and nothing is lost."""

from datetime import date

import pytest
from sqlalchemy import select

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import BallotForm, BallotOutcome, DecisionOutcome, VoteChoice
from alize_desktop.models.records.ballots import CountProtocol, Counts
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.rules import CommitteeRules, RulesDraft
from alize_desktop.models.tables.ballots import StoredResult, StoredVote

ONE = "2026-001"
FOR, AGAINST, ABSTENTION = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTENTION
WHY = "Erreur de saisie"


def correct(office, item, votes=None, reason=WHY, casting=None):
    votes = {office.member(seat).id: choice for seat, choice in (votes or {}).items()}
    return office.services.corrections.correct_votes(item, votes, reason, casting)


def recount(office, item, protocol, reason=WHY, casting=None):
    return office.services.corrections.correct_counts(item, protocol, reason, casting)


def shown(office, meeting):
    return office.state(meeting).current.ballot


@pytest.fixture
def meeting(office):
    return office.hold(ONE)


@pytest.fixture
def narrow(office, meeting):
    """Nine for, eight against, proclaimed."""
    item = office.vote(meeting, ONE, against=tuple(range(1, 9)))
    office.services.voting.proclaim(item)
    return item


class TestNamedVotes:
    def test_are_corrected_and_the_result_is_proclaimed_again(self, office, meeting, narrow, clock):
        before = shown(office, meeting)
        clock.advance(300)
        since = len(office.journal())
        correct(office, narrow, {9: AGAINST, 10: AGAINST}, " Erreur de saisie ")
        after = shown(office, meeting)
        assert after.result.counts == Counts(7, 10)
        assert after.result.outcome is BallotOutcome.REJECTED
        assert after.sentence != before.sentence
        (kept,) = after.corrections
        assert (kept.at, kept.reason, kept.before) == (clock(), WHY, before.sentence)
        assert office.actions(since) == ["ballot.corrected"]
        assert after.proclaimed_at == before.proclaimed_at

    def test_nothing_that_was_is_lost(self, office, meeting, narrow):
        correct(office, narrow, {9: AGAINST})
        correct(office, narrow, {9: ABSTENTION}, "Il s’était abstenu")
        with office.registry.read() as session:
            member = office.member(9).id
            votes = session.execute(
                select(StoredVote.revision, StoredVote.choice, StoredVote.reason)
                .where(StoredVote.member_id == member)
                .order_by(StoredVote.revision)
            ).all()
            results = session.scalars(select(StoredResult.revision)).all()
        assert votes == [(1, FOR, ""), (2, AGAINST, WHY), (3, ABSTENTION, "Il s’était abstenu")]
        assert results == [1, 2, 3]
        first, second = shown(office, meeting).corrections
        assert first.before.startswith("9 pour, 8 contre")
        assert second.before.startswith("8 pour, 9 contre")

    def test_a_correction_says_why(self, office, narrow, refused):
        for reason in ("", "   "):
            with refused(ErrorCode.REASON_MISSING, office):
                correct(office, narrow, {9: AGAINST}, reason)
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            correct(office, narrow, {9: AGAINST}, "Motif\x00")

    def test_a_correction_changes_something(self, office, narrow, refused):
        for votes in ({}, {9: FOR}):
            with refused(ErrorCode.CORRECTION_EMPTY, office):
                correct(office, narrow, votes)

    def test_only_voters_of_the_ballot_are_corrected(self, office, narrow, refused):
        with refused(ErrorCode.MEMBER_NOT_VOTING, office, member="Odile Suppléante"):
            correct(office, narrow, {18: FOR})
        with refused(ErrorCode.MEMBER_UNKNOWN, office):
            office.services.corrections.correct_votes(narrow, {office.registry.new_id(): FOR}, WHY)

    def test_nothing_is_corrected_before_the_proclamation(self, office, meeting, refused):
        item = office.present(meeting, ONE)
        for step in (
            lambda: office.services.voting.open_ballot(item),
            lambda: office.services.voting.cast_remaining(item, FOR),
            lambda: office.services.voting.close_ballot(item),
            lambda: None,
        ):
            with refused(ErrorCode.BALLOT_NOT_PROCLAIMED, office):
                correct(office, item, {9: AGAINST})
            step()
        assert office.state(meeting).current.ballot.closed_at

    def test_a_suspended_or_closed_meeting_corrects_nothing(self, office, meeting, narrow, refused):
        office.services.life.suspend(meeting)
        with refused(ErrorCode.MEETING_SUSPENDED, office):
            correct(office, narrow, {9: AGAINST})
        office.services.life.resume(meeting)
        office.services.decisions.record(narrow, office.services.decisions.proposal(narrow))
        office.services.committee.close(meeting)
        with refused(ErrorCode.MEETING_NOT_OPEN, office):
            correct(office, narrow, {9: ABSTENTION})


class TestACorrectedTie:
    @pytest.fixture
    def tied(self, office, meeting):
        """Eight for, eight against, the chair abstains and adopts."""
        item = office.vote(meeting, ONE, against=tuple(range(2, 10)), abstaining=(1,))
        office.services.voting.proclaim(item, FOR)
        return item

    def test_asks_who_presides_again(self, office, meeting, tied, refused):
        with refused(ErrorCode.CASTING_VOTE_AWAITED, office):
            correct(office, tied, {2: FOR, 10: AGAINST})
        correct(office, tied, {2: FOR, 10: AGAINST}, casting=ABSTENTION)
        after = shown(office, meeting)
        assert after.result.outcome is BallotOutcome.REJECTED
        assert "le président ne tranche pas" in after.sentence

    def test_may_only_correct_what_the_chair_said(self, office, meeting, tied, refused):
        with refused(ErrorCode.CORRECTION_EMPTY, office):
            correct(office, tied, casting=FOR)
        correct(office, tied, casting=AGAINST)
        assert shown(office, meeting).result.outcome is BallotOutcome.REJECTED

    def test_is_no_tie_any_more(self, office, meeting, tied, refused):
        with refused(ErrorCode.CASTING_VOTE_NOT_OPEN, office):
            correct(office, tied, {2: FOR}, casting=FOR)
        correct(office, tied, {2: FOR})
        assert not shown(office, meeting).result.by_casting_vote


class TestLateRecusals:
    def test_their_votes_fall_with_the_correction(self, office, meeting, narrow, refused):
        office.services.recusals.declare(narrow, office.member(10).id, "Banque")
        with refused(ErrorCode.MEMBER_RECUSED, office):
            correct(office, narrow, {10: AGAINST})
        correct(office, narrow, reason="Déport de Mme Lévêque")
        after = shown(office, meeting)
        assert after.result.counts == Counts(8, 8)
        assert after.result.voters == 16
        assert after.result.by_casting_vote
        assert (after.reexamination, after.missing, after.voices_entitled) == ("", 0, 16)
        (tile,) = [each for each in office.state(meeting).current.tiles if each.is_recused]
        assert (tile.member.seat, tile.choice, tile.recusal_reason) == (10, None, "Banque")

    def test_what_was_corrected_for_is_not_lifted(self, office, narrow, refused):
        office.services.recusals.declare(narrow, office.member(10).id, "Banque")
        correct(office, narrow, reason="Déport")
        with refused(ErrorCode.BALLOT_PROCLAIMED, office):
            office.services.recusals.lift(narrow, office.member(10).id)

    def test_another_one_flags_it_again(self, office, meeting, narrow):
        office.services.recusals.declare(narrow, office.member(10).id, "Banque")
        correct(office, narrow, reason="Déport")
        office.services.recusals.declare(narrow, office.member(11).id, "Banque")
        assert "retire 1 voix" in shown(office, meeting).reexamination

    def test_counts_are_of_those_who_may_vote(self, office, meeting, refused):
        item = office.present(meeting, ONE)
        office.services.voting.open_ballot(item, BallotForm.HANDS)
        office.services.counted.record_counts(item, CountProtocol(Counts(9, 8)))
        office.services.voting.close_ballot(item)
        office.services.voting.proclaim(item)
        office.services.recusals.declare(item, office.member(10).id, "Banque")
        assert "retire 1 voix" in shown(office, meeting).reexamination
        with refused(ErrorCode.COUNTS_EXCEED_VOTERS, office, voters=16):
            recount(office, item, CountProtocol(Counts(9, 8)))
        recount(office, item, CountProtocol(Counts(9, 7)))
        after = shown(office, meeting)
        assert (after.result.counts, after.reexamination) == (Counts(9, 7), "")


class TestCounts:
    @pytest.fixture
    def hands(self, office, meeting):
        item = office.present(meeting, ONE)
        office.services.voting.open_ballot(item, BallotForm.HANDS)
        office.services.counted.record_counts(item, CountProtocol(Counts(9, 8)))
        office.services.voting.close_ballot(item)
        office.services.voting.proclaim(item)
        return item

    def test_are_corrected_with_their_reason(self, office, meeting, hands, refused):
        with refused(ErrorCode.CORRECTION_EMPTY, office):
            recount(office, hands, CountProtocol(Counts(9, 8)))
        with refused(ErrorCode.REASON_MISSING, office):
            recount(office, hands, CountProtocol(Counts(8, 9)), " ")
        recount(office, hands, CountProtocol(Counts(8, 9)))
        after = shown(office, meeting)
        assert (after.result.counts, after.protocol.counts) == (Counts(8, 9), Counts(8, 9))
        assert after.corrections[0].before.startswith("9 pour, 8 contre")

    def test_names_and_counts_do_not_mix(self, office, hands, refused):
        with refused(ErrorCode.BALLOT_NOT_NAMED, office):
            correct(office, hands, {9: AGAINST})

    def test_a_named_ballot_has_no_counts(self, office, narrow, refused):
        with refused(ErrorCode.BALLOT_NAMED, office):
            recount(office, narrow, CountProtocol(Counts(8, 9)))

    def test_scrutineers_are_names(self, office, hands, refused):
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            recount(office, hands, CountProtocol(Counts(8, 9), scrutineers=("A\x00", "B")))

    def test_an_objection_heard_too_late_corrects_a_consensus(self, office, meeting):
        item = office.present(meeting, ONE)
        office.services.voting.open_ballot(item, BallotForm.CONSENSUS)
        office.services.counted.no_objection(item)
        office.services.voting.proclaim(item)
        recount(office, item, CountProtocol(Counts(16, 1)), "Une opposition n’a pas été entendue")
        assert shown(office, meeting).result.counts == Counts(16, 1)


class TestOnceDecided:
    def test_what_keeps_the_sense_of_the_result_is_still_corrected(self, office, meeting, narrow):
        office.services.decisions.record(narrow, office.services.decisions.proposal(narrow))
        correct(office, narrow, {1: FOR})
        (decided,) = office.state(meeting).decisions
        assert decided[1].sentence.startswith("10 pour, 7 contre")

    def test_what_turns_it_over_asks_for_another_decision(self, office, meeting, narrow, refused):
        decision, _ = office.services.decisions.record(
            narrow, office.services.decisions.proposal(narrow)
        )
        with refused(ErrorCode.CORRECTION_AGAINST_DECISION, office, number=decision.number):
            correct(office, narrow, {9: AGAINST})

    def test_a_rejection_that_becomes_a_tie_turns_it_over(self, office, refused):
        rules = CommitteeRules(casting_vote=False, tie_defers=True)
        office.services.regulations.adopt(RulesDraft("Règlement", date(2026, 1, 1), rules))
        item = office.vote(office.hold(ONE), ONE, against=tuple(range(1, 10)))
        office.services.voting.proclaim(item)
        draft = DecisionDraft(DecisionOutcome.REJECTED, grounds="Hors du bassin")
        office.services.decisions.record(item, draft)
        with refused(ErrorCode.CORRECTION_AGAINST_DECISION, office):
            correct(office, item, {9: ABSTENTION})

    def test_the_meeting_opened_again_may_correct(self, office, meeting, narrow):
        office.services.decisions.record(narrow, office.services.decisions.proposal(narrow))
        office.services.committee.close(meeting)
        office.services.life.reopen(meeting, "Une voix a été mal notée")
        correct(office, narrow, {1: FOR})
        office.services.committee.close(meeting)
        (decided,) = office.state(meeting).decisions
        assert decided[1].sentence.startswith("10 pour")
