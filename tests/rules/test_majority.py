"""Thresholds: integers or whole steps, never a rounded percentage."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MajorityKind, QuorumKind
from alize_desktop.models.records.rules import HALF, Majority, QuorumRule
from alize_desktop.models.values import Share
from alize_desktop.rules.majority import needed, seats_required

bases = st.integers(min_value=1, max_value=10**6)
shares = st.integers(1, 40).flatmap(lambda q: st.integers(1, q).map(lambda p: Share(p, q)))
kinds = st.sampled_from([kind for kind in MajorityKind if kind is not MajorityKind.RELATIVE])


@st.composite
def majorities(draw):
    return Majority(draw(kinds), share=draw(shares))


@given(bases)
def test_strict_half_is_the_first_number_above_the_half(base):
    threshold = needed(Majority(), base)
    assert 2 * threshold > base >= 2 * (threshold - 1)


@given(bases, shares)
def test_at_least_is_the_first_number_not_below_the_share(base, share):
    threshold = needed(Majority(MajorityKind.AT_LEAST, share=share), base)
    p, q = share.numerator, share.denominator
    assert threshold * q >= base * p > (threshold - 1) * q


@given(bases, shares)
def test_more_than_is_the_first_number_above_the_share(base, share):
    threshold = needed(Majority(MajorityKind.MORE_THAN, share=share), base)
    p, q = share.numerator, share.denominator
    assert threshold * q > base * p >= (threshold - 1) * q


@given(majorities(), bases, bases)
def test_a_larger_base_never_needs_less(majority, base, more):
    assert needed(majority, base) <= needed(majority, base + more)


@given(majorities(), bases)
def test_weights_of_one_tenth_give_one_tenth_of_the_threshold(majority, base):
    step = Fraction(1, 10)
    assert needed(majority, base * step, step) == needed(majority, base) * step


@given(majorities())
def test_no_base_has_no_threshold(majority):
    assert needed(majority, 0) is None


def test_unanimity_needs_the_whole_base():
    assert needed(Majority(MajorityKind.UNANIMITY), 7) == 7


def test_the_step_of_a_weighted_base_is_its_own_when_none_is_given():
    assert needed(Majority(), Fraction("7.2")) == Fraction("3.7")


def test_a_relative_majority_has_no_threshold_of_its_own():
    with pytest.raises(UserError) as refused:
        needed(Majority(MajorityKind.RELATIVE), 5)
    assert refused.value.code is ErrorCode.MAJORITY_INVALID


def test_a_negative_base_is_refused():
    with pytest.raises(UserError) as refused:
        needed(Majority(), -1)
    assert refused.value.code is ErrorCode.COUNT_NEGATIVE


@pytest.mark.parametrize("kind", [MajorityKind.AT_LEAST, MajorityKind.MORE_THAN])
def test_a_majority_by_share_needs_a_share(kind):
    with pytest.raises(UserError) as refused:
        Majority(kind)
    assert refused.value.code is ErrorCode.MAJORITY_INVALID


@pytest.mark.parametrize(
    ("rule", "in_office", "required"),
    [
        (QuorumRule(), 17, 9),
        (QuorumRule(), 0, 0),
        (QuorumRule(QuorumKind.MORE_THAN, HALF), 18, 10),
        (QuorumRule(QuorumKind.MORE_THAN, HALF), 0, 1),
        (QuorumRule(QuorumKind.FIXED, count=10), 12, 10),
    ],
)
def test_a_quorum_is_a_whole_number_of_seats(rule, in_office, required):
    assert seats_required(rule, in_office) == required


@pytest.mark.parametrize("count", [None, 0, -3])
def test_a_fixed_quorum_needs_a_positive_number(count):
    with pytest.raises(UserError) as refused:
        QuorumRule(QuorumKind.FIXED, count=count)
    assert refused.value.code is ErrorCode.NUMBER_OUT_OF_RANGE
