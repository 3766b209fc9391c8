"""How rules are named, and what deserves a second look."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.models.enums import MajorityBase, MajorityKind, QuorumKind
from alize_desktop.models.records.rules import (
    CollegeMinimum,
    CommitteeRules,
    Majority,
    QuorumRule,
    RulesDraft,
    RulesVersion,
)
from alize_desktop.wording.regulations import MODEL_LABEL, rules_name, rules_remarks

RULES = CommitteeRules()
DRAFT = RulesDraft("Règlement intérieur", date(2026, 3, 3))


def test_rules_are_named_with_their_number_and_day():
    assert rules_name(RulesVersion(None, 2, DRAFT, None)) == (
        "Règlement intérieur n°\u00a02, en vigueur depuis le 3 mars 2026"
    )


def test_the_model_rules_have_no_number():
    model = replace(DRAFT, label=MODEL_LABEL)
    assert rules_name(RulesVersion(None, 0, model, None)) == "Règlement type Alizé"


def test_the_model_rules_need_no_second_look():
    assert rules_remarks(RULES, ["bank"] * 17) == ()


def test_a_quorum_above_the_seats_is_told():
    rules = replace(RULES, quorum=QuorumRule(kind=QuorumKind.FIXED, count=10))
    assert rules_remarks(rules, ["bank"] * 10) == ()
    assert rules_remarks(rules, ["bank"] * 9) == (
        "Le quorum de 10 membres ne peut pas être atteint\u00a0: le comité a 9 sièges.",
    )


def test_a_minimum_above_the_seats_of_a_college_is_told():
    minimums = (CollegeMinimum("bank", 2), CollegeMinimum("state", 1))
    rules = replace(RULES, quorum=QuorumRule(per_college=minimums))
    assert rules_remarks(rules, ["bank", "state"]) == (
        "Collège «\u00a0Banques\u00a0»\u00a0: le minimum demandé est de 2, pour 1 siège.",
    )


@pytest.mark.parametrize(
    ("majority", "told"),
    [
        (
            Majority(MajorityKind.UNANIMITY),
            "À l’unanimité, la voix prépondérante ne sert jamais.",
        ),
        (
            Majority(base=MajorityBase.PRESENT_AND_REPRESENTED),
            (
                "La voix prépondérante ne jouera pas avec cette majorité\u00a0: elle départage les"
                " suffrages exprimés, à la majorité absolue ou relative."
            ),
        ),
    ],
)
def test_a_casting_vote_that_never_serves_is_told(majority, told):
    rules = replace(RULES, majority=majority)
    assert rules_remarks(rules, []) == (told,)
    assert rules_remarks(replace(rules, casting_vote=False), []) == ()
