"""The same people under other rules: what changes is who may vote."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm, BallotOutcome, QuorumKind, RulesPreset
from alize_desktop.models.records.ballots import Counts
from alize_desktop.models.records.rules import (
    CollegeMinimum,
    CommitteeRules,
    ExampleMeeting,
    QuorumRule,
)
from alize_desktop.rules.presets import PRESETS
from alize_desktop.rules.simulation import simulated

RULES = CommitteeRules()
EXAMPLE = ExampleMeeting()
TIED = replace(EXAMPLE, votes_for=4, votes_against=4, abstentions=2)


def counts(found):
    return found.result.counts


def test_the_example_is_adopted_under_the_model_rules():
    found = simulated(RULES, EXAMPLE)
    assert (found.quorum.required, found.quorum.counted, found.voters) == (9, 10, 10)
    assert counts(found) == Counts(5, 4, 1)
    assert found.result.outcome is BallotOutcome.ADOPTED
    assert found.refused_proxies == 0


def test_people_give_the_same_answers_and_only_lose_their_voice():
    found = simulated(replace(RULES, remote_counts=False), EXAMPLE)
    assert found.quorum.counted == 9
    assert counts(found) == Counts(5, 3, 1)


def test_rules_without_proxies_refuse_them():
    found = simulated(replace(RULES, proxies_per_holder=0), EXAMPLE)
    assert (found.refused_proxies, found.voters) == (1, 9)


def test_without_quorum_there_is_no_result():
    found = simulated(PRESETS[RulesPreset.MUNICIPAL_COUNCIL], EXAMPLE)
    assert found.result is None
    assert not found.quorum.reached


@pytest.mark.parametrize(
    ("said", "outcome"),
    [(True, BallotOutcome.ADOPTED), (False, BallotOutcome.REJECTED), (None, BallotOutcome.TIE)],
)
def test_the_presiding_member_decides_a_tie(said, outcome):
    found = simulated(RULES, replace(TIED, chair_choice_for=said))
    assert found.result.outcome is outcome
    assert counts(found) == Counts(4, 4, 2)


def test_a_tie_without_casting_vote_is_rejected():
    found = simulated(replace(RULES, casting_vote=False), TIED)
    assert found.result.outcome is BallotOutcome.REJECTED


def test_a_show_of_hands_asks_the_presiding_member():
    found = simulated(replace(RULES, ballot_form=BallotForm.HANDS), TIED)
    assert (found.result.outcome, found.result.by_casting_vote) == (BallotOutcome.ADOPTED, True)


def test_a_secret_ballot_has_no_casting_vote_and_may_do_without_proxies():
    rules = replace(RULES, ballot_form=BallotForm.SECRET, proxies_in_secret=False)
    found = simulated(rules, TIED)
    assert found.voters == 9
    assert counts(found) == Counts(4, 4, 1)
    assert found.result.outcome is BallotOutcome.REJECTED


def test_an_example_has_no_colleges():
    quorum = QuorumRule(per_college=(CollegeMinimum("bank", 3),))
    assert simulated(replace(RULES, quorum=quorum), EXAMPLE).quorum.reached


def test_the_presiding_member_may_be_recused_or_not_be_there():
    alone = ExampleMeeting(
        in_office=1,
        present=1,
        remote=0,
        proxies=0,
        recused=1,
        votes_for=0,
        votes_against=0,
        abstentions=0,
    )
    assert simulated(RULES, alone).result is None
    nobody = replace(alone, present=0, recused=0)
    assert simulated(RULES, nobody).result is None


def test_an_answer_that_nobody_gives_is_not_the_presiding_members():
    found = simulated(RULES, replace(EXAMPLE, votes_against=0, chair_choice_for=False))
    assert counts(found) == Counts(5, 0, 1, 4)


@pytest.mark.parametrize(
    "changes",
    [
        {"in_office": 0},
        {"in_office": 201},
        {"present": -1},
        {"present": 18},
        {"remote": 9},
        {"proxies": 8},
        {"proxies": 2, "present": 1, "recused": 0, "votes_for": 0},
        {"recused": 10},
        {"votes_for": -1},
    ],
)
def test_an_example_that_contradicts_itself_is_refused(changes):
    with pytest.raises(UserError) as caught:
        simulated(RULES, replace(EXAMPLE, **changes))
    assert caught.value.code is ErrorCode.NUMBER_OUT_OF_RANGE


def test_more_answers_than_people_are_refused():
    with pytest.raises(UserError) as caught:
        simulated(RULES, replace(EXAMPLE, votes_for=6))
    assert caught.value.code is ErrorCode.COUNTS_EXCEED_VOTERS
    assert caught.value.params == {"counted": 11, "voters": 10}


@given(
    in_office=st.integers(1, 30),
    present=st.integers(0, 30),
    proxies=st.integers(0, 5),
    recused=st.integers(0, 5),
    votes=st.tuples(*[st.integers(0, 9)] * 3),
    form=st.sampled_from(BallotForm),
    preset=st.sampled_from(RulesPreset),
    fixed=st.integers(1, 9),
)
def test_any_example_is_reckoned_or_refused(
    in_office, present, proxies, recused, votes, form, preset, fixed
):
    example = ExampleMeeting(in_office, present, 0, proxies, recused, *votes)
    rules = replace(
        PRESETS[preset],
        ballot_form=form,
        quorum=QuorumRule(kind=QuorumKind.FIXED, count=fixed),
    )
    try:
        found = simulated(rules, example)
    except UserError:
        return
    assert (found.result is None) == (not found.quorum.reached)
    if found.result is not None:
        assert counts(found).total == found.voters
