"""Quorum: seats counted, not voices; recusals, proxies, colleges, second notice."""

from dataclasses import replace

import pytest

from alize_desktop.models.enums import QuorumKind, RecusalBase
from alize_desktop.models.records.rules import CollegeMinimum, CommitteeRules, QuorumRule
from alize_desktop.rules.electorate import electorate
from alize_desktop.rules.quorum import quorum
from alize_desktop.rules.roll import Proxy, Roll, Seat

RULES = CommitteeRules()


def members(first, last):
    return frozenset(f"M{number}" for number in range(first, last + 1))


def roll_of(seats, present, **parts):
    return Roll(tuple(Seat(f"M{number}") for number in range(1, seats + 1)), present, **parts)


def quorum_of(roll, rule=None, *, second_notice=False):
    rules = replace(RULES, quorum=rule or QuorumRule())
    return quorum(electorate(roll, rules), rules, second_notice=second_notice)


def test_proxies_are_counted_apart():
    proxies = (Proxy("M8", "M1"), Proxy("M9", "M2"))
    found = quorum_of(roll_of(17, members(1, 7), proxies=proxies))
    assert (found.present, found.represented, found.counted, found.reached) == (7, 2, 9, True)
    without = quorum_of(
        roll_of(17, members(1, 7), proxies=proxies), QuorumRule(counts_proxies=False)
    )
    assert (without.present, without.represented, without.counted) == (7, 0, 7)


@pytest.mark.parametrize(
    ("base", "in_office", "required"),
    [(RecusalBase.UNCHANGED, 19, 10), (RecusalBase.REDUCED, 17, 9)],
)
def test_a_recusal_leaves_one_side_or_both(base, in_office, required):
    roll = roll_of(19, members(1, 10), recused=members(1, 2))
    found = quorum_of(roll, QuorumRule(QuorumKind.MORE_THAN, recusal_base=base))
    assert (found.in_office, found.required, found.counted) == (in_office, required, 8)
    assert found.recused == 2
    assert not found.reached


def test_a_college_below_its_minimum_prevents_the_quorum():
    seats = (Seat("M1", "enterprise"), Seat("M2", "bank"), Seat("M3", "enterprise"))
    rule = QuorumRule(per_college=(CollegeMinimum("enterprise", 1), CollegeMinimum("bank", 1)))
    found = quorum_of(Roll(seats, frozenset({"M1", "M3"})), rule)
    assert (found.reached, found.missing_colleges) == (False, ("bank",))
    assert quorum_of(Roll(seats, frozenset({"M1", "M2"})), rule).reached


def test_a_second_notice_waives_the_number_as_long_as_somebody_is_there():
    found = quorum_of(roll_of(17, members(1, 1)), second_notice=True)
    assert (found.required, found.counted, found.reached, found.waived) == (9, 1, True, True)
    assert not quorum_of(roll_of(17, frozenset()), second_notice=True).reached


def test_the_quorum_of_an_empty_committee_is_never_reached():
    assert not quorum_of(Roll(()), second_notice=True).reached
    assert not quorum_of(Roll(())).reached


def test_weights_never_change_a_quorum():
    seats = (Seat("M1", weight=50), Seat("M2"), Seat("M3"))
    assert not quorum_of(Roll(seats, frozenset({"M1"}))).reached
