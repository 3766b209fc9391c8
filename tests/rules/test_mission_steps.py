"""What may be recorded of a mission, in which state, on which day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import Agreement, MissionState
from alize_desktop.models.records.missions import MissionEvent
from alize_desktop.rules.mission_changes import check_change
from alize_desktop.rules.mission_steps import (
    MissionFacts,
    check_event,
    possible,
    to_confirm,
)
from tests.mission_records import (
    AGREED,
    CONFIRMED,
    NOW,
    RUNNING,
    SHEET,
    SIGNED,
    Kind,
    draft,
    event,
)

TODAY, DAY = date(2026, 5, 11), date(2026, 5, 4)
CLOSED = (*CONFIRMED, event(20, Kind.CLOSED, DAY))
GIVEN_UP = (*AGREED, event(20, Kind.GIVEN_UP, DAY))
LATER = date(2026, 11, 2)
MARKS = "EVALUATED_BY_COMPANY EVALUATED_BY_PARTNER"
CONFIRMING = {"CONFIRMED_BY_COMPANY", "CONFIRMED_BY_PARTNER"}


def facts(events=RUNNING, today=TODAY, sheet=SHEET):
    return MissionFacts("2026-M001", sheet, events, today)


def refusal(told, mission):
    with pytest.raises(UserError) as caught:
        check_event(told, mission)
    return caught.value


@pytest.mark.parametrize(
    ("events", "today", "allowed"),
    [
        ((), TODAY, "AGREEMENT_SIGNED NOTE GIVEN_UP"),
        (AGREED, TODAY, "AMENDED DAYS_DONE NOTE GIVEN_UP"),
        (CONFIRMED, TODAY, f"AMENDED DAYS_DONE NOTE CLOSED {MARKS}"),
        (CONFIRMED, LATER, f"AMENDED DAYS_DONE NOTE CLOSED {MARKS}"),
        (AGREED, LATER, f"AMENDED DAYS_DONE NOTE CLOSED GIVEN_UP {MARKS}"),
        (CLOSED, TODAY, f"NOTE {MARKS}"),
        (GIVEN_UP, TODAY, "NOTE"),
    ],
    ids=["planned", "agreed", "running", "overdue", "overdue without days", "closed", "given up"],
)
def test_each_state_has_its_events(events, today, allowed):
    accepted, refused = set(), set()
    for kind in set(Kind) - {Kind.REVERSAL, Kind.CONFIRMED_BY_COMPANY, Kind.CONFIRMED_BY_PARTNER}:
        try:
            check_event(draft(kind, today, "1"), facts(events, today))
        except UserError as error:
            refused.add(error.code)
            continue
        accepted.add(kind.name)
    assert accepted == set(allowed.split())
    offered = {each.name for each in possible(facts(events, today).account)}
    assert offered - CONFIRMING == accepted | {"REVERSAL"}
    assert refused == {ErrorCode.MISSION_STEP_REFUSED}


def test_an_overdue_mission_with_days_is_told_to_be_running():
    error = refusal(draft(Kind.GIVEN_UP, LATER), facts(today=LATER))
    assert error.params["state"] is MissionState.RUNNING


@pytest.mark.parametrize("kind", [Kind.CONFIRMED_BY_COMPANY, Kind.CONFIRMED_BY_PARTNER])
def test_each_side_confirms_days_once(kind):
    told = draft(kind, DAY, names_id=UUID(int=2))
    check_event(told, facts())
    assert refusal(told, facts(CONFIRMED)).code is ErrorCode.MISSION_DAYS_CONFIRMED
    for unknown in (None, UUID(int=1), UUID(int=99)):
        error = refusal(replace(told, names_id=unknown), facts())
        assert error.code is ErrorCode.EVENT_NOT_FOUND
    taken_back = (*RUNNING, event(9, Kind.REVERSAL, DAY, of=2))
    assert refusal(told, facts(taken_back)).code is ErrorCode.EVENT_NOT_FOUND
    early = replace(told, value_on=date(2026, 4, 7))
    assert refusal(early, facts()).code is ErrorCode.EVENT_DATE_TOO_EARLY


def test_days_that_a_side_did_not_confirm_are_found():
    side = Kind.CONFIRMED_BY_PARTNER
    assert [each.id.int for each in to_confirm(facts(), side, DAY)] == [2, 3]
    assert [each.id.int for each in to_confirm(facts(), side, date(2026, 4, 21))] == [2]
    assert to_confirm(facts(CONFIRMED), side, DAY) == []


@pytest.mark.parametrize(
    ("events", "of", "code"),
    [
        (RUNNING, None, ErrorCode.EVENT_NOT_FOUND),
        (RUNNING, 99, ErrorCode.EVENT_NOT_FOUND),
        ((*RUNNING, event(9, Kind.REVERSAL, DAY, of=2)), 2, ErrorCode.EVENT_ALREADY_REVERSED),
        ((*RUNNING, event(9, Kind.REVERSAL, DAY, of=2)), 9, ErrorCode.EVENT_NOT_REVERSIBLE),
        (RUNNING, 1, ErrorCode.EVENT_NOT_REVERSIBLE),
        (CLOSED, 2, ErrorCode.MISSION_STEP_REFUSED),
        (GIVEN_UP, 1, ErrorCode.MISSION_STEP_REFUSED),
    ],
)
def test_some_events_are_not_taken_back(events, of, code):
    names_id = None if of is None else UUID(int=of)
    told = draft(Kind.REVERSAL, TODAY, text="Erreur", names_id=names_id)
    assert refusal(told, facts(events)).code is code


@pytest.mark.parametrize(
    ("events", "of"),
    [(AGREED, 1), (RUNNING, 2), (CONFIRMED, 3), (CONFIRMED, 5), (CLOSED, 20), (GIVEN_UP, 20)],
)
def test_a_mistake_is_taken_back(events, of):
    told = draft(Kind.REVERSAL, TODAY, text="Erreur", names_id=UUID(int=of))
    check_event(told, facts(events))
    early = replace(told, value_on=date(2026, 3, 1))
    assert refusal(early, facts(events)).code is ErrorCode.EVENT_DATE_TOO_EARLY


def test_a_mission_closes_once_its_days_are_confirmed():
    error = refusal(draft(Kind.CLOSED, TODAY), facts())
    assert (error.code, error.params["left"]) == (ErrorCode.MISSION_DAYS_REMAIN, Decimal("2.5"))
    check_event(draft(Kind.CLOSED, TODAY), facts(CONFIRMED))
    early = refusal(draft(Kind.CLOSED, date(2026, 4, 22)), facts(CONFIRMED))
    assert early.code is ErrorCode.EVENT_DATE_TOO_EARLY
    assert early.params["limit"] == date(2026, 4, 23)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (draft(Kind.DAYS_DONE, date(2026, 5, 12), "1"), ErrorCode.EVENT_DATE_IN_FUTURE),
        (draft(Kind.DAYS_DONE, date(2026, 3, 31), "1"), ErrorCode.MISSION_DATE_TOO_EARLY),
        (draft(Kind.AMENDED, date(2026, 3, 29), "6"), ErrorCode.EVENT_DATE_TOO_EARLY),
        (draft(Kind.AMENDED, DAY, ends_on=date(2026, 3, 31)), ErrorCode.PERIOD_REVERSED),
    ],
)
def test_nothing_is_dated_where_it_cannot_be(told, code):
    assert refusal(told, facts()).code is code


def test_days_are_not_done_before_the_agreement():
    sheet = replace(SHEET, starts_on=None)
    early = draft(Kind.DAYS_DONE, date(2026, 3, 29), "1")
    assert refusal(early, facts(sheet=sheet)).code is ErrorCode.EVENT_DATE_TOO_EARLY
    check_event(replace(early, value_on=SIGNED), facts(sheet=sheet))


@pytest.mark.parametrize("side", [Kind.EVALUATED_BY_COMPANY, Kind.EVALUATED_BY_PARTNER])
def test_what_is_evaluated_was_done(side):
    early = draft(side, date(2026, 4, 21), rating=4)
    error = refusal(early, facts())
    assert (error.code, error.params["limit"]) == (
        ErrorCode.EVENT_DATE_TOO_EARLY,
        date(2026, 4, 22),
    )
    check_event(replace(early, value_on=date(2026, 4, 22)), facts())


def test_a_clock_that_went_back_is_told():
    error = refusal(draft(Kind.NOTE, DAY), facts(today=date(2026, 4, 1)))
    assert error.code is ErrorCode.CLOCK_BEHIND_REGISTRY


def change_refused(sheet, mission):
    with pytest.raises(UserError) as caught:
        check_change(sheet, mission)
    return caught.value.code


def test_before_the_agreement_everything_may_change():
    check_change(replace(SHEET, planned_days=Decimal(9), ends_on=None), facts(()))


def test_after_the_agreement_an_amendment_changes_days_and_end():
    for changes in ({"planned_days": Decimal(9)}, {"ends_on": None}):
        code = change_refused(replace(SHEET, **changes), facts(AGREED))
        assert code is ErrorCode.MISSION_AMENDMENT_NEEDED


@pytest.mark.parametrize(
    "changes",
    [
        {"partner_id": UUID(int=9)},
        {"category": "Numérique"},
        {"contributor": "Jean Petit"},
        {"position": "Soudeur"},
        {"goals": ""},
        {"place": "Nuits"},
        {"calendar": "Chaque lundi"},
        {"starts_on": date(2020, 1, 1)},
    ],
)
def test_what_the_agreement_says_is_said_for_good(changes):
    assert change_refused(replace(SHEET, **changes), facts(AGREED)) is ErrorCode.MISSION_SIGNED
    check_change(replace(SHEET, **changes), facts(()))


def test_after_the_agreement_answers_are_given_and_blanks_filled_in():
    answered = replace(SHEET, consent=Agreement.NO, same_group=Agreement.UNKNOWN)
    check_change(answered, facts(AGREED))
    blank = replace(SHEET, contributor="", place="", starts_on=None)
    check_change(SHEET, facts(AGREED, sheet=blank))
    late = replace(SHEET, starts_on=date(2026, 10, 1))
    assert change_refused(late, facts(AGREED, sheet=blank)) is ErrorCode.PERIOD_REVERSED


def test_a_mission_begins_no_later_than_its_first_day():
    late, blank = replace(SHEET, starts_on=date(2026, 4, 9)), replace(SHEET, starts_on=None)
    assert change_refused(late, facts(sheet=blank)) is ErrorCode.MISSION_DATE_TOO_EARLY
    check_change(SHEET, facts(sheet=blank))


@pytest.mark.parametrize("events", [CLOSED, GIVEN_UP])
def test_a_mission_that_is_over_stays_as_it_is(events):
    assert change_refused(replace(SHEET, place="Nuits"), facts(events)) is ErrorCode.MISSION_ENDED


@given(
    st.lists(
        st.tuples(st.sampled_from(Kind), st.integers(0, 60), st.integers(1, 6), st.integers(0, 12)),
        max_size=25,
    )
)
def test_whatever_is_recorded_leaves_a_mission_sound(told):
    events = []
    for number, (kind, day, halves, of) in enumerate(told):
        asked = draft(
            kind,
            TODAY - timedelta(days=day),
            str(Decimal(halves) / 2),
            text="Motif",
            rating=3,
            names_id=UUID(int=of),
        )
        try:
            check_event(asked, facts(tuple(events)))
        except UserError:
            continue
        events.append(MissionEvent(UUID(int=number), asked, NOW))
    stands = facts(tuple(events)).account
    assert 0 <= stands.confirmed <= stands.done
    if stands.state is MissionState.CLOSED:
        assert stands.confirmed == stands.done
    if stands.state in (MissionState.PLANNED, MissionState.AGREED, MissionState.GIVEN_UP):
        assert stands.done == 0
