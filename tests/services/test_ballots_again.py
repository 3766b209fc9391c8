"""Ballots opened again, given up, answered by another proposal."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    BallotOutcome,
    DecisionOutcome,
    ItemStep,
    MajorityKind,
    VoteChoice,
)
from alize_desktop.models.records.ballots import Motion
from alize_desktop.models.records.rules import CommitteeRules, Majority, RulesDraft
from alize_desktop.models.values import Money, Share

ONE, TWO = "2026-001", "2026-002"
FOR, AGAINST, ABSTENTION = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTENTION
LESS = Motion("Avance ramenée à 3 000 €", 3_000_00)


def shown(office, meeting):
    return office.state(meeting).current


@pytest.fixture
def meeting(office):
    return office.hold(ONE, TWO)


@pytest.fixture
def rejected(office, meeting):
    item = office.vote(meeting, ONE, others=AGAINST)
    office.services.voting.proclaim(item)
    return item


class TestOpenedAgain:
    def test_a_closed_ballot_may_be_corrected_freely(self, office, meeting):
        item = office.vote(meeting, ONE)
        office.services.voting.reopen_ballot(item)
        assert shown(office, meeting).line.step is ItemStep.BALLOT_OPEN
        office.cast(item, AGAINST, 5)
        office.services.voting.close_ballot(item)
        office.services.voting.proclaim(item)
        ballot = shown(office, meeting).ballot
        assert (ballot.result.counts.votes_against, ballot.corrections) == (1, ())

    def test_it_is_held_with_whoever_is_there_by_then(self, office, meeting, refused):
        item = office.vote(meeting, ONE)
        office.call(meeting, 5, AttendanceKind.DEPARTED)
        assert shown(office, meeting).ballot.voices_entitled == 17
        office.services.voting.reopen_ballot(item)
        assert shown(office, meeting).ballot.voices_entitled == 16
        with refused(ErrorCode.MEMBER_ABSENT, office):
            office.cast(item, FOR, 5)

    def test_only_what_is_closed_and_not_proclaimed_is(self, office, meeting, refused):
        reopen = office.services.voting.reopen_ballot
        item = office.present(meeting, ONE)
        with refused(ErrorCode.BALLOT_NOT_CLOSED, office):
            reopen(item)
        office.services.voting.open_ballot(item)
        with refused(ErrorCode.BALLOT_NOT_CLOSED, office):
            reopen(item)
        office.services.voting.cast_remaining(item, FOR)
        office.services.voting.close_ballot(item)
        office.services.voting.proclaim(item)
        with refused(ErrorCode.BALLOT_PROCLAIMED, office):
            reopen(item)


class TestGivenUp:
    @pytest.mark.parametrize("closed", [False, True])
    def test_a_ballot_leaves_no_result_and_the_dossier_waits(self, office, meeting, closed):
        item = office.ballot(meeting, ONE)
        office.services.voting.cast_remaining(item, FOR)
        if closed:
            office.services.voting.close_ballot(item)
        office.services.voting.abandon_ballot(item, " Vote mal posé ")
        state = shown(office, meeting)
        assert (state.line.step, state.ballot, state.earlier_ballots) == (
            ItemStep.PRESENTED,
            None,
            (),
        )
        office.vote(meeting, ONE, against=(1,))
        assert shown(office, meeting).ballot.number == 2
        assert office.actions().count("ballot.abandoned") == 1

    def test_only_what_is_not_proclaimed_is(self, office, meeting, refused, rejected):
        abandon = office.services.voting.abandon_ballot
        with refused(ErrorCode.BALLOT_PROCLAIMED, office):
            abandon(rejected)
        with refused(ErrorCode.BALLOT_NOT_OPEN, office):
            abandon(office.item(meeting, TWO))
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            abandon(rejected, "Motif\x00")
        office.services.decisions.record(
            rejected, replace(office.services.decisions.proposal(rejected), grounds="Non")
        )
        with refused(ErrorCode.DECISION_EXISTS, office):
            abandon(rejected)


class TestAnotherProposal:
    def test_answers_the_one_that_was_rejected(self, office, meeting, rejected):
        office.services.voting.open_ballot(rejected, BallotForm.NAMED, LESS)
        state = shown(office, meeting)
        (earlier,) = state.earlier_ballots
        assert state.ballot.motion == replace(LESS, answers_ballot_id=earlier.id)
        assert earlier.result.outcome is BallotOutcome.REJECTED
        office.services.voting.cast_remaining(rejected, FOR)
        office.services.voting.close_ballot(rejected)
        office.services.voting.proclaim(rejected)
        draft = office.services.decisions.proposal(rejected)
        assert (draft.outcome, draft.amount) == (
            DecisionOutcome.APPROVED_REDUCED,
            Money(3_000_00),
        )
        decision, _ = office.services.decisions.record(rejected, draft)
        assert decision.sentence.startswith("17 pour")

    def test_the_amount_that_was_rejected_is_not_granted_after_a_lower_one(
        self, office, meeting, rejected, refused
    ):
        office.services.voting.open_ballot(rejected, None, LESS)
        office.services.voting.cast_remaining(rejected, FOR)
        office.services.voting.close_ballot(rejected)
        office.services.voting.proclaim(rejected)
        lower = office.services.decisions.proposal(rejected)
        asked = shown(office, meeting).sheet.request.amount
        full = replace(lower, outcome=DecisionOutcome.APPROVED, amount=asked)
        with refused(ErrorCode.DECISION_UNLIKE_VOTE, office, voted=Money(3_000_00)):
            office.services.decisions.record(rejected, full)
        less = replace(lower, amount=Money(2_999_99))
        with refused(ErrorCode.DECISION_UNLIKE_VOTE, office, amount=Money(2_999_99)):
            office.services.decisions.record(rejected, less)
        decision = office.services.decisions.record(rejected, lower)[0]
        assert decision.draft.amount == Money(3_000_00)

    def test_there_may_be_several(self, office, meeting, rejected):
        for amount in (4_000_00, 3_000_00):
            motion = Motion(f"{amount // 100} €", amount)
            office.services.voting.open_ballot(rejected, None, motion)
            office.services.voting.cast_remaining(rejected, AGAINST)
            office.services.voting.close_ballot(rejected)
            office.services.voting.proclaim(rejected)
        state = shown(office, meeting)
        assert [each.number for each in (*state.earlier_ballots, state.ballot)] == [1, 2, 3]
        assert office.services.decisions.proposal(rejected).outcome is DecisionOutcome.REJECTED

    def test_it_is_another_one(self, office, rejected, refused):
        opening = office.services.voting.open_ballot
        with refused(ErrorCode.MOTION_MISSING, office):
            opening(rejected)
        with refused(ErrorCode.MOTION_MISSING, office):
            opening(rejected, None, Motion("   "))
        with refused(ErrorCode.AMOUNT_NEGATIVE, office):
            opening(rejected, None, Motion("Moins", -1))
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            opening(rejected, None, Motion("Moins\x00"))
        with refused(ErrorCode.MOTION_EARLIER_UNKNOWN, office):
            opening(rejected, None, replace(LESS, answers_ballot_id=office.registry.new_id()))

    def test_nothing_answers_what_was_adopted(self, office, meeting, refused):
        item = office.vote(meeting, ONE)
        office.services.voting.proclaim(item)
        with refused(ErrorCode.BALLOT_PROCLAIMED, office):
            office.services.voting.open_ballot(item, None, LESS)

    def test_a_first_ballot_may_ask_something_else_and_answers_nothing(
        self, office, meeting, refused
    ):
        item = office.present(meeting, ONE)
        with refused(ErrorCode.MOTION_EARLIER_UNKNOWN, office):
            office.services.voting.open_ballot(
                item, None, replace(LESS, answers_ballot_id=office.registry.new_id())
            )
        office.services.voting.open_ballot(item, None, LESS)
        office.services.voting.cast_remaining(item, FOR)
        office.services.voting.close_ballot(item)
        office.services.voting.proclaim(item)
        assert office.services.decisions.proposal(item).amount == Money(3_000_00)

    def test_given_up_it_leaves_the_rejection(self, office, meeting, rejected):
        office.services.voting.open_ballot(rejected, None, LESS)
        office.services.voting.abandon_ballot(rejected)
        state = shown(office, meeting)
        assert state.line.step is ItemStep.PROCLAIMED
        assert state.ballot.result.outcome is BallotOutcome.REJECTED
        assert office.services.decisions.proposal(rejected).outcome is DecisionOutcome.REJECTED


class TestOneBallotAtATime:
    def test_no_second_one_opens(self, office, meeting, refused):
        office.ballot(meeting, ONE)
        with refused(ErrorCode.ITEM_NOT_PRESENTED, office):
            office.services.voting.open_ballot(office.item(meeting, TWO))
        with refused(ErrorCode.BALLOT_OPEN, office):
            office.present(meeting, TWO)
        with refused(ErrorCode.BALLOT_OPEN, office):
            office.services.committee.set_down(office.item(meeting, ONE))
        with refused(ErrorCode.BALLOT_OPEN, office):
            office.services.committee.move_to_end(office.item(meeting, ONE))


class TestTheRulesOfTheMeeting:
    def under(self, office, **rules):
        draft = RulesDraft("Essai", date(2026, 1, 1), replace(CommitteeRules(), **rules))
        office.services.regulations.adopt(draft)

    def test_a_ballot_keeps_the_majority_it_was_opened_under(self, office):
        two_thirds = Majority(MajorityKind.AT_LEAST, share=Share(2, 3))
        self.under(office, majority=two_thirds)
        meeting = office.hold(ONE)
        office.vote(meeting, ONE, against=tuple(range(1, 8)))
        result = shown(office, meeting).ballot.result
        assert (result.majority, result.needed, result.outcome) == (
            two_thirds,
            12,
            BallotOutcome.REJECTED,
        )

    def test_a_tie_without_casting_vote_may_defer(self, office):
        self.under(office, casting_vote=False, tie_defers=True)
        meeting = office.open(ONE)
        office.call(meeting, 17, AttendanceKind.EXCUSED)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        item = office.vote(meeting, ONE, against=tuple(range(1, 9)))
        office.services.voting.proclaim(item)
        assert shown(office, meeting).ballot.result.outcome is BallotOutcome.TIE
        draft = office.services.decisions.proposal(item)
        assert draft.outcome is DecisionOutcome.DEFERRED

    def test_a_declined_casting_vote_has_its_own_sentence(self, office):
        meeting = office.open(ONE)
        office.services.committee.all_present(meeting)
        office.services.committee.establish_quorum(meeting)
        item = office.vote(meeting, ONE, against=tuple(range(2, 10)), abstaining=(1,))
        office.services.voting.proclaim(item, ABSTENTION)
        ballot = shown(office, meeting).ballot
        assert ballot.result.casting_declined
        assert ballot.sentence.replace("\u00a0", " ") == (
            "8 pour, 8 contre, 1 abstention ; 16 suffrages exprimés, majorité 9 ; "
            "partage des voix, le président ne tranche pas : rejeté."
        )
