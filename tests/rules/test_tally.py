"""Tallies: outcome so far, and what no vote still to come can change."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotOutcome, MajorityBase, MajorityKind
from alize_desktop.models.records.ballots import NO_PERCENTAGES, Counts
from alize_desktop.models.records.rules import Majority
from alize_desktop.models.values import Share
from alize_desktop.rules.tally import tally
from alize_desktop.rules.ties import TieBreak

SETTLED = {BallotOutcome.ADOPTED, BallotOutcome.REJECTED}
small = st.integers(0, 5)
majorities = st.builds(
    Majority,
    st.sampled_from(MajorityKind),
    st.sampled_from(MajorityBase),
    st.sampled_from([Share(1, 2), Share(2, 3), Share(3, 4), Share(1, 5), Share(1, 1)]),
)


def completions(counts, remaining):
    for more in product(range(remaining + 1), repeat=4):
        if sum(more) == remaining:
            yield Counts(
                counts.votes_for + more[0],
                counts.votes_against + more[1],
                counts.abstentions + more[2],
                counts.not_participating + more[3],
            )


@given(small, small, small, small, small, st.integers(0, 3), majorities, st.booleans())
def test_certain_is_what_every_completion_agrees_on(
    votes_for, against, abstentions, silent, remaining, absent, majority, defers
):
    counts = Counts(votes_for, against, abstentions, silent)
    voters = counts.total + remaining
    otherwise = BallotOutcome.TIE if defers else BallotOutcome.REJECTED
    frame = {
        "voters": voters,
        "in_office": voters + absent,
        "tie_break": TieBreak(otherwise=otherwise),
    }
    found = tally(counts, majority, complete=False, **frame)
    outcomes = {tally(each, majority, **frame).outcome for each in completions(counts, remaining)}
    agreed = outcomes.pop() if len(outcomes) == 1 else None
    assert found.certain == (agreed if agreed in SETTLED else None)
    assert found.remaining == remaining


@given(small, small, small, st.integers(0, 6), majorities)
def test_lacking_is_the_fewest_further_voices_that_make_it_certain(
    votes_for, against, abstentions, remaining, majority
):
    counts = Counts(votes_for, against, abstentions)
    voters = counts.total + remaining
    frame = {"voters": voters, "in_office": voters + 1, "complete": False}

    def certain_after(more):
        later = Counts(votes_for + more, against, abstentions)
        return tally(later, majority, **frame).certain is BallotOutcome.ADOPTED

    enough = [more for more in range(remaining + 1) if certain_after(more)]
    assert tally(counts, majority, **frame).lacking == (enough[0] if enough else None)


@given(small, small, small, small, majorities)
def test_a_complete_ballot_is_certain_of_its_own_outcome(
    votes_for, against, abstentions, silent, majority
):
    found = tally(Counts(votes_for, against, abstentions, silent), majority, in_office=20)
    assert found.certain == (found.outcome if found.outcome in SETTLED else None)
    assert found.lacking is None
    assert (found.margin is not None) == found.adopted
    assert found.adopted or found.missing is not None or found.base == 0


@given(small, small, small, majorities)
def test_nothing_is_certain_while_nobody_knows_how_many_vote(
    votes_for, against, abstentions, majority
):
    counts = Counts(votes_for, against, abstentions)
    found = tally(counts, majority, complete=False, in_office=20)
    assert (found.certain, found.lacking, found.remaining) == (None, None, 0)


@given(small, small, small, majorities, st.integers(2, 9))
def test_weights_scale_everything_but_the_outcome(votes_for, against, abstentions, majority, n):
    unit = Fraction(1, n)
    whole = tally(Counts(votes_for, against, abstentions), majority, in_office=20)
    part = tally(
        Counts(votes_for * unit, against * unit, abstentions * unit),
        majority,
        in_office=20 * unit,
    )
    assert part.outcome is whole.outcome
    assert part.base == whole.base * unit
    assert part.percent == whole.percent


def test_more_voices_for_than_against_is_a_strict_half_whatever_the_weights():
    found = tally(Counts(Fraction("2.6"), Fraction("2.4")), Majority())
    assert found.adopted
    assert found.needed == Fraction("2.6")


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        (MajorityBase.CAST, 11),
        (MajorityBase.CAST_AND_ABSTENTIONS, 13),
        (MajorityBase.PRESENT_AND_REPRESENTED, 14),
        (MajorityBase.IN_OFFICE, 17),
    ],
)
def test_each_base_counts_what_it_says(base, expected):
    found = tally(Counts(7, 4, 2, 1), Majority(base=base), in_office=17)
    assert found.base == expected


def test_voters_who_did_not_answer_are_present_all_the_same():
    majority = Majority(base=MajorityBase.PRESENT_AND_REPRESENTED)
    assert tally(Counts(5, 2), majority, voters=11).base == 11


def test_a_base_in_office_asks_how_many_are_in_office():
    with pytest.raises(ValueError, match="in office"):
        tally(Counts(1, 0), Majority(base=MajorityBase.IN_OFFICE))


@pytest.mark.parametrize(
    ("counts", "frame", "code"),
    [
        (Counts(5, -1), {}, ErrorCode.COUNT_NEGATIVE),
        (Counts(5, 1), {"voters": -9}, ErrorCode.COUNT_NEGATIVE),
        (Counts(6, 3, 1), {"voters": 9}, ErrorCode.COUNTS_EXCEED_VOTERS),
        (Counts(6, 3, 1), {"in_office": 9}, ErrorCode.COUNTS_EXCEED_VOTERS),
    ],
)
def test_impossible_counts_are_refused(counts, frame, code):
    with pytest.raises(UserError) as refused:
        tally(counts, Majority(), **frame)
    assert refused.value.code is code


def test_a_base_of_zero_decides_nothing_and_has_no_percentage():
    found = tally(Counts(0, 0, 5), Majority())
    assert found.outcome is BallotOutcome.NO_DECISION
    assert (found.needed, found.margin, found.missing) == (None, None, None)
    assert found.percent == NO_PERCENTAGES


def test_percentages_are_rounded_half_up_at_the_third_decimal():
    majority = Majority(base=MajorityBase.CAST_AND_ABSTENTIONS)
    percent = tally(Counts(1, 1, 14), majority).percent
    assert percent.votes_for == Decimal("6.250")
    assert percent.abstentions == Decimal("87.500")
    assert tally(Counts(2, 1), Majority()).percent.votes_for == Decimal("66.667")


def test_a_relative_majority_needs_one_voice_more_than_against():
    found = tally(Counts(10, 9, 8), Majority(MajorityKind.RELATIVE))
    assert (found.needed, found.margin, found.outcome) == (10, 0, BallotOutcome.ADOPTED)
