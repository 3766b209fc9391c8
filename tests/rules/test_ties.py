"""A tie: rejected, deferred, or decided by the presiding member."""

import pytest

from alize_desktop.models.enums import BallotOutcome, MajorityBase, MajorityKind, VoteChoice
from alize_desktop.models.records.ballots import Counts
from alize_desktop.models.records.rules import Majority
from alize_desktop.models.values import Share
from alize_desktop.rules.tally import tally
from alize_desktop.rules.ties import TieBreak

TIE = Counts(5, 5, 1)


def decided(tie_break, counts=TIE, majority=None, **frame):
    return tally(counts, majority or Majority(), tie_break=tie_break, **frame)


@pytest.mark.parametrize(
    ("choice", "declared", "outcome", "decides"),
    [
        (VoteChoice.FOR, None, BallotOutcome.ADOPTED, True),
        (VoteChoice.AGAINST, None, BallotOutcome.REJECTED, True),
        (VoteChoice.FOR, VoteChoice.AGAINST, BallotOutcome.ADOPTED, True),
        (VoteChoice.ABSTENTION, None, BallotOutcome.TIE, False),
        (VoteChoice.ABSTENTION, VoteChoice.FOR, BallotOutcome.ADOPTED, True),
        (VoteChoice.ABSTENTION, VoteChoice.AGAINST, BallotOutcome.REJECTED, True),
        (VoteChoice.ABSTENTION, VoteChoice.ABSTENTION, BallotOutcome.REJECTED, False),
        (VoteChoice.NOT_PARTICIPATING, None, BallotOutcome.REJECTED, False),
        (None, None, BallotOutcome.TIE, False),
        (None, VoteChoice.FOR, BallotOutcome.ADOPTED, True),
    ],
)
def test_the_presiding_member_decides_by_vote_or_when_asked(choice, declared, outcome, decides):
    found = decided(TieBreak(applies=True, choice=choice, declared=declared))
    assert found.outcome is outcome
    assert found.by_casting_vote is decides
    assert found.casting_vote_open is (outcome is BallotOutcome.TIE)


@pytest.mark.parametrize(
    ("choice", "declared", "declined"),
    [
        (VoteChoice.ABSTENTION, VoteChoice.ABSTENTION, True),
        (None, VoteChoice.ABSTENTION, True),
        (VoteChoice.ABSTENTION, VoteChoice.FOR, False),
        (VoteChoice.ABSTENTION, None, False),
        (VoteChoice.FOR, VoteChoice.ABSTENTION, False),
    ],
)
def test_a_presiding_member_who_was_asked_may_leave_the_tie(choice, declared, declined):
    asked = TieBreak(applies=True, choice=choice, declared=declared)
    assert decided(asked).casting_declined is declined
    assert not decided(asked, Counts(6, 4)).casting_declined
    assert not decided(TieBreak(choice=choice, declared=declared)).casting_declined


def test_a_casting_vote_that_adopts_leaves_no_margin():
    found = decided(TieBreak(applies=True, choice=VoteChoice.FOR))
    assert (found.needed, found.margin, found.missing) == (6, 0, None)


def test_without_casting_vote_a_tie_is_rejected_or_deferred_as_the_rules_say():
    assert decided(TieBreak()).outcome is BallotOutcome.REJECTED
    deferred = decided(TieBreak(otherwise=BallotOutcome.TIE))
    assert deferred.outcome is BallotOutcome.TIE
    assert not deferred.casting_vote_open


@pytest.mark.parametrize(
    "majority",
    [
        Majority(MajorityKind.AT_LEAST, share=Share(2, 3)),
        Majority(MajorityKind.UNANIMITY),
        Majority(base=MajorityBase.PRESENT_AND_REPRESENTED),
    ],
)
def test_a_casting_vote_never_lowers_another_majority(majority):
    found = decided(TieBreak(applies=True, choice=VoteChoice.FOR), majority=majority)
    assert found.outcome is BallotOutcome.REJECTED
    assert not found.by_casting_vote


def test_nobody_for_and_nobody_against_is_no_tie():
    found = decided(TieBreak(applies=True), Counts(0, 0, 3))
    assert found.outcome is BallotOutcome.NO_DECISION
    assert not found.casting_vote_open


def test_half_of_the_voices_are_enough_once_the_presiding_member_has_voted_for():
    found = decided(
        TieBreak(applies=True, choice=VoteChoice.FOR), Counts(5, 0), voters=10, complete=False
    )
    assert found.certain is BallotOutcome.ADOPTED


def test_half_of_the_voices_are_not_enough_while_the_presiding_member_has_not_voted():
    found = decided(TieBreak(applies=True), Counts(5, 0), voters=10, complete=False)
    assert found.certain is None
    assert found.lacking == 1


def test_a_tie_so_far_opens_no_casting_vote_while_votes_are_awaited():
    found = decided(TieBreak(applies=True), Counts(3, 3), voters=10, complete=False)
    assert found.outcome is BallotOutcome.TIE
    assert not found.casting_vote_open


def test_nothing_is_lacking_when_only_a_casting_vote_could_adopt():
    found = decided(
        TieBreak(applies=True, choice=VoteChoice.ABSTENTION),
        Counts(3, 5, 1),
        voters=11,
        complete=False,
    )
    assert (found.certain, found.lacking) == (None, None)
