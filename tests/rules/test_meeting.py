"""Ballots of a meeting, by names or by counts."""

from dataclasses import replace
from fractions import Fraction

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm, BallotOutcome, MajorityKind, VoteChoice
from alize_desktop.models.records.ballots import Counts, Heads
from alize_desktop.models.records.rules import CommitteeRules, Majority
from alize_desktop.rules.electorate import electorate
from alize_desktop.rules.meeting import (
    Ballot,
    check_can_close,
    check_not_empty,
    decide_ballot,
    voters_of,
)
from alize_desktop.rules.roll import Proxy, Roll, Seat

RULES = CommitteeRules()
FOR, AGAINST = VoteChoice.FOR, VoteChoice.AGAINST
ABSTENTION, SILENT = VoteChoice.ABSTENTION, VoteChoice.NOT_PARTICIPATING


def who_of(*weights, proxies=(), absent=()):
    seats = tuple(Seat(f"M{number}", weight=weight) for number, weight in enumerate(weights, 1))
    present = frozenset(seat.id for seat in seats) - set(absent)
    return electorate(Roll(seats, present, proxies=proxies), RULES)


FOUR = who_of(1, 1, 1, 1)


def named(*choices):
    return Ballot(votes={f"M{number}": choice for number, choice in enumerate(choices, 1)})


def test_named_votes_are_counted_in_voices_and_in_heads():
    who = who_of(Fraction("2.6"), Fraction("4.6"), Fraction("3.6"))
    found = decide_ballot(who, named(FOR, AGAINST, SILENT), RULES)
    assert found.counts == Counts(Fraction("2.6"), Fraction("4.6"), 0, Fraction("3.6"))
    assert found.heads == Heads(1, 1, 0, 1)
    assert found.base == Fraction("7.2")
    assert found.voters == Fraction("10.8")


def test_a_ballot_is_complete_once_every_voter_has_answered():
    assert decide_ballot(FOUR, named(FOR, FOR, FOR), RULES).remaining == 1
    assert decide_ballot(FOUR, named(FOR, FOR, FOR, AGAINST), RULES).remaining == 0


def test_an_open_ballot_without_an_answer_decides_nothing():
    found = decide_ballot(FOUR, named(), RULES)
    assert (found.outcome, found.certain, found.remaining) == (BallotOutcome.NO_DECISION, None, 4)
    assert found.lacking == 3


def test_the_vote_of_an_absent_giver_counts():
    who = who_of(1, 1, 1, proxies=(Proxy("M3", "M1"),), absent=["M3"])
    assert decide_ballot(who, named(FOR, FOR, FOR), RULES).counts.votes_for == 3


def test_a_vote_of_somebody_who_has_none_is_refused():
    with pytest.raises(UserError) as refused:
        decide_ballot(who_of(1, 1, absent=["M2"]), named(FOR, FOR), RULES)
    assert refused.value.code is ErrorCode.MEMBER_ABSENT


@pytest.mark.parametrize("form", [BallotForm.HANDS, BallotForm.SECRET, BallotForm.CONSENSUS])
def test_voters_whom_counts_leave_out_took_no_part(form):
    found = decide_ballot(FOUR, Ballot(form, counts=Counts(2, 1)), RULES)
    assert found.counts == Counts(2, 1, 0, 1)
    assert found.heads == Heads(2, 1, 0, 1)
    assert found.remaining == 0


def test_weighted_counts_say_nothing_of_heads():
    found = decide_ballot(who_of(2, 3), Ballot(BallotForm.HANDS, counts=Counts(3, 2)), RULES)
    assert found.heads is None


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        (Counts(3, 2), ErrorCode.COUNTS_EXCEED_VOTERS),
        (Counts(3, -2), ErrorCode.COUNT_NEGATIVE),
    ],
)
def test_impossible_counts_are_refused(counts, code):
    with pytest.raises(UserError) as refused:
        decide_ballot(FOUR, Ballot(BallotForm.SECRET, counts=counts), RULES)
    assert refused.value.code is code


def test_proxies_may_be_kept_out_of_a_secret_ballot():
    who = who_of(1, 1, 1, proxies=(Proxy("M3", "M1"),), absent=["M3"])
    strict = replace(RULES, proxies_in_secret=False)
    assert len(voters_of(who, BallotForm.SECRET, RULES)) == 3
    assert len(voters_of(who, BallotForm.SECRET, strict)) == 2
    assert len(voters_of(who, BallotForm.NAMED, strict)) == 3
    with pytest.raises(UserError) as refused:
        decide_ballot(who, replace(named(FOR, FOR, FOR), form=BallotForm.SECRET), strict)
    assert refused.value.code is ErrorCode.MEMBER_NOT_VOTING


def test_the_presiding_member_decides_a_tie_by_vote():
    found = decide_ballot(FOUR, named(FOR, FOR, AGAINST, AGAINST), RULES, "M1")
    assert (found.outcome, found.by_casting_vote) == (BallotOutcome.ADOPTED, True)


def test_a_presiding_member_who_abstained_is_asked():
    votes = named(FOR, AGAINST, SILENT, ABSTENTION)
    assert decide_ballot(FOUR, votes, RULES, "M4").casting_vote_open
    told = decide_ballot(FOUR, replace(votes, casting=AGAINST), RULES, "M4")
    assert (told.outcome, told.by_casting_vote) == (BallotOutcome.REJECTED, True)


def test_a_presiding_member_is_asked_after_a_show_of_hands():
    ballot = Ballot(BallotForm.HANDS, counts=Counts(2, 2))
    assert decide_ballot(FOUR, ballot, RULES, "M1").casting_vote_open
    told = decide_ballot(FOUR, replace(ballot, casting=FOR), RULES, "M1")
    assert told.outcome is BallotOutcome.ADOPTED


@pytest.mark.parametrize(
    ("ballot", "rules", "presiding"),
    [
        (Ballot(BallotForm.SECRET, counts=Counts(2, 2), casting=FOR), RULES, "M1"),
        (named(FOR, FOR, AGAINST, AGAINST), replace(RULES, casting_vote=False), "M1"),
        (named(FOR, FOR, AGAINST, AGAINST), RULES, None),
        (named(FOR, FOR, AGAINST, AGAINST), RULES, "M9"),
        (
            named(FOR, FOR, AGAINST, AGAINST),
            replace(RULES, majority=Majority(MajorityKind.UNANIMITY)),
            "M1",
        ),
    ],
)
def test_there_is_no_casting_vote_where_the_rules_give_none(ballot, rules, presiding):
    found = decide_ballot(FOUR, ballot, rules, presiding)
    assert found.outcome is BallotOutcome.REJECTED
    assert not found.by_casting_vote
    assert not found.casting_vote_open


def test_a_member_voted_for_by_proxy_does_not_preside():
    who = who_of(1, 1, proxies=(Proxy("M2", "M1"),), absent=["M2"])
    found = decide_ballot(who, named(FOR, AGAINST), RULES, "M2")
    assert found.outcome is BallotOutcome.REJECTED


def test_a_tie_may_defer():
    rules = replace(RULES, casting_vote=False, tie_defers=True)
    found = decide_ballot(FOUR, named(FOR, FOR, AGAINST, AGAINST), rules, "M1")
    assert found.outcome is BallotOutcome.TIE


@pytest.mark.parametrize(
    "ballot", [Ballot(), named(), Ballot(BallotForm.SECRET, counts=Counts(0, 0))]
)
def test_a_ballot_nobody_answered_cannot_be_closed(ballot):
    for check in (check_not_empty, lambda each: check_can_close(FOUR, each, RULES)):
        with pytest.raises(UserError) as refused:
            check(ballot)
        assert refused.value.code is ErrorCode.BALLOT_EMPTY


def test_a_ballot_that_awaits_a_vote_cannot_be_closed():
    with pytest.raises(UserError) as refused:
        check_can_close(FOUR, named(FOR, FOR), RULES)
    assert refused.value.params == {"missing": 2}
    check_can_close(FOUR, named(FOR, FOR, SILENT, AGAINST), RULES)
    check_can_close(FOUR, Ballot(BallotForm.HANDS, counts=Counts(1, 0)), RULES)
