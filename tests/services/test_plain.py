"""Records as plain values, and back."""

from collections import deque
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.models.enums import MajorityKind, QuorumKind
from alize_desktop.models.records.ballots import BallotResult
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.records.people import Member, PartnerSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import CollegeMinimum, CommitteeRules, Majority, QuorumRule
from alize_desktop.models.tables.canonical import canonical_json
from alize_desktop.models.values import LARGEST_AMOUNT, Money, Share
from alize_desktop.services import restored as restoring
from alize_desktop.services.plain import plain, plain_map
from alize_desktop.services.restored import restored

st.register_type_strategy(Money, st.integers(-LARGEST_AMOUNT + 1, LARGEST_AMOUNT - 1).map(Money))
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False, places=2))
st.register_type_strategy(Share, st.integers(1, 9).map(lambda least: Share(least, least + 3)))
st.register_type_strategy(time, st.times(timezones=st.none()))
st.register_type_strategy(
    Majority, st.builds(Majority, st.sampled_from(MajorityKind), share=st.from_type(Share))
)
st.register_type_strategy(
    QuorumRule, st.builds(QuorumRule, st.sampled_from(QuorumKind), count=st.integers(1, 99))
)
KINDS = [
    BallotResult,
    CommitteeRules,
    DecisionDraft,
    DossierSheet,
    MeetingDraft,
    Member,
    PartnerSheet,
    Programme,
]


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_record_comes_back_as_it_was(kind, data):
    record = data.draw(st.from_type(kind))
    written = plain(record)
    assert restored(kind, written) == record


def test_a_rule_with_a_minimum_per_college_can_be_written():
    rules = CommitteeRules(quorum=QuorumRule(per_college=(CollegeMinimum("bank", 2),)))
    assert "bank" in canonical_json(plain(rules))


def test_a_field_that_was_not_known_takes_its_usual_value():
    assert restored(Programme, {"basin": "Toul"}) == Programme("Toul")


def test_fractions_are_exact():
    assert plain(Fraction(13, 5)) == "13/5"


@dataclass(frozen=True)
class _Odd:
    queue: deque[int]


def test_what_has_no_plain_form_is_a_bug():
    with pytest.raises(TypeError, match="deque"):
        plain(_Odd(deque()))
    with pytest.raises(TypeError, match="deque"):
        restored(_Odd, {"queue": []})


def test_maps_have_texts_for_keys():
    assert plain({1: (Money(5),), "a": None}) == {"1": ["0.05"], "a": None}


def test_a_record_is_a_map_by_field_and_nothing_else_is():
    assert plain_map(CollegeMinimum("bank", 2)) == {"college": "bank", "seats": 2}
    with pytest.raises(TypeError):
        plain_map(["bank", 2])


def test_a_class_is_looked_through_once_however_many_are_read(monkeypatch):
    looked, hints = [], restoring.get_type_hints

    def noted(kind):
        looked.append(kind)
        return hints(kind)

    monkeypatch.setattr(restoring, "get_type_hints", noted)
    restoring._reader_of.cache_clear()
    value = plain_map(Programme("Vosges"))
    assert restored(Programme, value) == restored(Programme, value)
    assert looked == [Programme]
