"""A proclaimed result when somebody should have stepped aside."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.models.enums import BallotOutcome, MajorityBase, VoteChoice
from alize_desktop.models.records.ballots import Counts
from alize_desktop.models.records.rules import CommitteeRules, Majority
from alize_desktop.rules.electorate import Voter, electorate
from alize_desktop.rules.reexamination import (
    margin_of,
    must_be_reexamined,
    recused_voters,
    voices_withdrawn,
)
from alize_desktop.rules.roll import Proxy, Roll, Seat
from alize_desktop.rules.tally import tally

FOR, AGAINST, ABSTENTION = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTENTION
CAST, ALL = MajorityBase.CAST, MajorityBase.CAST_AND_ABSTENTIONS
RULES = CommitteeRules(proxies_per_holder=2)


def voter(name, weight=1):
    return Voter(Seat(name, weight=weight), name)


def result(votes_for, votes_against, abstentions=0):
    return tally(Counts(votes_for, votes_against, abstentions), Majority())


class TestWhoseVoteFalls:
    roll = Roll(
        seats=tuple(Seat(each) for each in "abcd"),
        present=frozenset("ab"),
        proxies=(Proxy("c", "a"), Proxy("d", "b")),
    )
    who = electorate(roll, RULES)

    def names(self, *recused):
        return [each.member for each in recused_voters(self.who, recused)]

    def test_a_holder_drops_both(self):
        assert self.names("a") == ["a", "c"]

    def test_a_giver_drops_only_itself(self):
        assert self.names("c") == ["c"]

    def test_who_did_not_vote_drops_nothing(self):
        assert self.names("z") == []


class TestVoicesWithdrawn:
    fallen = (voter("a"), voter("b", 2), voter("c", 4), voter("d", 8))
    votes = {"a": FOR, "b": AGAINST, "c": ABSTENTION}  # noqa: RUF012 - only read

    def test_only_votes_cast_weigh_when_the_majority_is_of_votes_cast(self):
        assert voices_withdrawn(self.fallen, self.votes, CAST) == 3

    def test_abstentions_weigh_in_every_other_base(self):
        assert voices_withdrawn(self.fallen, self.votes, ALL) == 7

    def test_without_names_everybody_may_have_weighed(self):
        assert voices_withdrawn(self.fallen, None, CAST) == 15


@pytest.mark.parametrize(
    ("counts", "margin"),
    [
        ((7, 4), 1),
        ((6, 5), 0),
        ((5, 5), 0),
        ((5, 6), 0),
        ((4, 7), 1),
        ((0, 9), 4),
        ((0, 0, 3), None),
    ],
)
def test_the_margin_is_what_may_be_lost_on_either_side(counts, margin):
    assert margin_of(result(*counts)) == margin


def test_with_weights_the_margin_goes_by_steps_of_the_voices():
    rejected = result(Fraction(4, 10), Fraction(13, 10))
    assert rejected.missing == Fraction(1, 2)
    assert margin_of(rejected) == Fraction(4, 10)
    assert not must_be_reexamined(rejected, Fraction(1, 10))
    assert must_be_reexamined(rejected, Fraction(1, 2))


@pytest.mark.parametrize(
    ("counts", "withdrawn", "flagged"),
    [
        ((7, 4), 1, False),
        ((7, 4), 2, True),
        ((6, 5), 1, True),
        ((6, 5), 0, False),
        ((5, 6), 1, True),
        ((4, 7), 1, False),
        ((0, 0, 3), 2, False),
    ],
)
def test_a_result_is_flagged_when_the_margin_is_smaller(counts, withdrawn, flagged):
    assert must_be_reexamined(result(*counts), withdrawn) is flagged


few = st.integers(0, 12)


@given(few, few, few, few)
def test_what_is_not_flagged_cannot_turn_over(votes_for, votes_against, lost_for, lost_against):
    lost_for, lost_against = min(lost_for, votes_for), min(lost_against, votes_against)
    before = result(votes_for, votes_against)
    if must_be_reexamined(before, lost_for + lost_against):
        return
    after = result(votes_for - lost_for, votes_against - lost_against)
    assert after.outcome in (before.outcome, BallotOutcome.NO_DECISION)
