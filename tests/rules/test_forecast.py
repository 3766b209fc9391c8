"""The quorum that answers let expect."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.models.enums import AnswerKind, QuorumKind
from alize_desktop.models.records.rules import CollegeMinimum, CommitteeRules, QuorumRule
from alize_desktop.rules.forecast import Answer, forecast, roll_answered
from alize_desktop.rules.roll import Seat

RULES = CommitteeRules()
SEATS = tuple(Seat(f"M{each}", alternate="S1" if each == 1 else None) for each in range(1, 8))
COMES = Answer(AnswerKind.ATTENDS)


def coming(*numbers):
    return {f"M{each}": COMES for each in numbers}


def test_nobody_answered_anything_is_still_possible():
    found = forecast(SEATS, {}, RULES)
    assert (found.in_office, found.required, found.expected, found.possible) == (7, 4, 0, 7)
    assert (found.silent, found.is_reached, found.is_possible) == (7, False, True)


def test_those_who_come_from_afar_or_through_somebody_are_counted():
    answers = coming(2, 3) | {
        "M1": Answer(AnswerKind.SUBSTITUTE),
        "M4": Answer(AnswerKind.REMOTE),
        "M5": Answer(AnswerKind.PROXY, "M2"),
        "M6": Answer(AnswerKind.EXCUSED),
    }
    found = forecast(SEATS, answers, RULES)
    assert (found.expected, found.possible, found.silent) == (5, 6, 1)
    assert found.is_reached
    alone = replace(RULES, remote_counts=False, quorum=QuorumRule(counts_proxies=False))
    assert forecast(SEATS, answers, alone).expected == 3


def test_a_proxy_waits_for_its_holder():
    answers = {"M5": Answer(AnswerKind.PROXY, "M2")}
    found = forecast(SEATS, answers, RULES)
    assert (found.expected, found.possible) == (0, 7)
    excused = answers | {"M2": Answer(AnswerKind.EXCUSED)}
    assert forecast(SEATS, excused, RULES).possible == 5


def test_a_proxy_that_the_rules_refuse_today_is_left_out():
    answers = coming(2) | {
        "M3": Answer(AnswerKind.PROXY, "M2"),
        "M4": Answer(AnswerKind.PROXY, "M2"),
        "M5": Answer(AnswerKind.PROXY, "nobody"),
        "M6": Answer(AnswerKind.PROXY),
    }
    assert forecast(SEATS, answers, RULES).expected == 2


def test_a_substitute_without_alternate_is_nobody():
    assert forecast(SEATS, {"M2": Answer(AnswerKind.SUBSTITUTE)}, RULES).expected == 0


def test_who_has_an_interest_steps_aside_only_by_coming():
    answers = coming(1, 2, 3, 4)
    found = forecast(SEATS, answers, RULES, interested={"M4", "M7"})
    assert (found.recused, found.expected, found.is_reached) == (1, 3, False)
    assert (found.possible, found.is_possible) == (5, True)


def test_the_giver_of_a_proxy_who_has_an_interest_is_not_counted():
    answers = coming(1) | {"M2": Answer(AnswerKind.PROXY, "M1")}
    found = forecast(SEATS, answers, RULES, interested={"M2"})
    assert (found.recused, found.expected) == (1, 1)


def test_a_second_notice_waives_the_number():
    found = forecast(SEATS, coming(1), RULES, second_notice=True)
    assert (found.is_waived, found.is_reached) == (True, True)


def test_a_college_below_its_minimum_is_named():
    seats = tuple(replace(each, college="bank" if each.id == "M7" else "state") for each in SEATS)
    quorum = QuorumRule(kind=QuorumKind.FIXED, count=2, per_college=(CollegeMinimum("bank", 1),))
    found = forecast(seats, coming(1, 2), replace(RULES, quorum=quorum))
    assert (found.missing_colleges, found.is_reached, found.is_possible) == (("bank",), False, True)


def test_a_vacant_seat_is_not_expected():
    seats = (*SEATS, Seat("M8", vacant=True))
    assert forecast(seats, {}, RULES).possible == 7


def test_names_are_carried_into_the_roll():
    roll = roll_answered(SEATS, {}, {"M1": "Inès"})
    assert roll.name("M1") == "Inès"


@given(
    st.dictionaries(
        st.sampled_from([each.id for each in SEATS]),
        st.builds(
            Answer, st.sampled_from(AnswerKind), st.sampled_from([*(s.id for s in SEATS), None])
        ),
    ),
    st.sets(st.sampled_from([each.id for each in SEATS])),
)
def test_a_forecast_never_refuses_and_more_people_never_hurt(answers, interested):
    found = forecast(SEATS, answers, RULES, interested=interested)
    assert 0 <= found.expected <= found.in_office == 7
    assert found.is_reached <= found.is_possible
    assert found.silent == 7 - len(answers)
