"""The consequence of a setting told on an example, before it is kept."""

from dataclasses import replace

import pytest

from alize_desktop.models.enums import MajorityKind, QuorumKind, RulesPreset
from alize_desktop.models.records.rules import (
    CollegeMinimum,
    CommitteeRules,
    ExampleMeeting,
    Majority,
    QuorumRule,
)
from alize_desktop.rules.presets import PRESETS
from alize_desktop.wording.simulation import simulate

MODEL = CommitteeRules()
EXAMPLE = ExampleMeeting()
SIX = replace(MODEL, quorum=QuorumRule(kind=QuorumKind.FIXED, count=6))
COUNCIL = PRESETS[RulesPreset.MUNICIPAL_COUNCIL]


def test_the_arithmetic_and_the_result_are_told():
    found = simulate(MODEL, EXAMPLE)
    assert found.quorum == (
        "17 membres en exercice, 1 en déport, quorum 9\u00a0; 9 présents et 1 représenté"
        "\u00a0: 10, atteint."
    )
    assert found.is_quorum_reached
    assert found.result == (
        "5 pour, 4 contre, 1 abstention\u00a0; 9 suffrages exprimés, majorité 5\u00a0: adopté."
    )
    assert found.remarks == ()


def test_rules_that_change_nothing_are_told_nothing():
    assert simulate(MODEL, EXAMPLE, MODEL).remarks == ()


def test_another_quorum_is_told():
    found = simulate(SIX, EXAMPLE, MODEL)
    assert found.remarks == ("Avec ce réglage, le quorum passe de 9 à 6.",)


def test_a_quorum_that_is_lost_is_told():
    found = simulate(COUNCIL, EXAMPLE, MODEL)
    assert not found.is_quorum_reached
    assert found.result == ""
    assert found.remarks == (
        "Le nombre de membres comptés pour le quorum passe de 10 à 8.",
        "Le nombre de voix passe de 10 à 9.",
        "Avec le règlement en vigueur, le quorum serait atteint.",
        "1 membre à distance n’est pas compté.",
    )


def test_a_quorum_that_is_found_is_told():
    found = simulate(MODEL, EXAMPLE, COUNCIL)
    assert "Avec le règlement en vigueur, le quorum ne serait pas atteint." in found.remarks


def test_nothing_is_said_of_results_when_neither_has_a_quorum():
    few = replace(EXAMPLE, present=3, votes_for=3, votes_against=1, abstentions=0)
    found = simulate(COUNCIL, few, MODEL)
    assert not any("en vigueur" in each for each in found.remarks)


def test_another_majority_and_another_result_are_told():
    found = simulate(PRESETS[RulesPreset.UNANIMITY], EXAMPLE, MODEL)
    assert found.remarks == (
        "La majorité passe de 5 à 9 voix.",
        "Avec le règlement en vigueur, la proposition serait adoptée.",
    )


@pytest.mark.parametrize(
    ("in_force", "example", "told"),
    [
        (
            replace(MODEL, casting_vote=False, tie_defers=True),
            replace(EXAMPLE, votes_for=4, abstentions=2),
            "Avec le règlement en vigueur, les voix seraient partagées.",
        ),
        (
            replace(MODEL, majority=Majority(MajorityKind.UNANIMITY)),
            EXAMPLE,
            "Avec le règlement en vigueur, la proposition serait rejetée.",
        ),
    ],
)
def test_another_result_is_told(in_force, example, told):
    assert told in simulate(MODEL, example, in_force).remarks


def test_a_result_without_any_vote_cast_has_no_majority_to_compare():
    silent = replace(EXAMPLE, votes_for=0, votes_against=0, abstentions=3, chair_choice_for=None)
    assert simulate(SIX, silent, MODEL).remarks == ("Avec ce réglage, le quorum passe de 9 à 6.",)


def test_who_does_not_count_is_told():
    rules = replace(
        MODEL,
        proxies_per_holder=0,
        remote_counts=False,
        quorum=QuorumRule(kind=QuorumKind.FIXED, count=5, per_college=(CollegeMinimum("bank", 1),)),
    )
    several = replace(EXAMPLE, remote=2, proxies=2)
    assert simulate(rules, several).remarks == (
        "2 membres à distance ne sont pas comptés.",
        "2 pouvoirs sont refusés\u00a0: le règlement n’en permet aucun.",
        "L’exemple n’a pas de collèges\u00a0: leur minimum n’y joue pas.",
    )


def test_what_deserves_a_second_look_comes_last():
    rules = replace(MODEL, quorum=QuorumRule(kind=QuorumKind.FIXED, count=18))
    (told,) = simulate(rules, EXAMPLE).remarks
    assert told.startswith("Le quorum de 18 membres ne peut pas être atteint")
