"""What is refused of a promise, an observation, an opening, a diagnosis note."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import JobContract
from alize_desktop.models.records.jobs import JobObservationDraft, JobOpening
from alize_desktop.rules import job_checks
from tests.job_records import MONTHS, make_line

TODAY, DECIDED = date(2027, 3, 20), date(2026, 3, 2)
SEEN = JobObservationDraft(
    date(2027, 3, 16), 12, 3, Decimal("2.5"), headcount=Decimal(15), author="Odile Perrin"
)
OPENING = JobOpening(UUID(int=1), UUID(int=2), "Technicien", JobContract.PERMANENT, 2, TODAY)
E = ErrorCode


def refusal_of(check, *args):
    try:
        check(*args)
    except UserError as error:
        return error.code
    return None


@pytest.mark.parametrize(
    ("note", "author", "code"),
    [
        ("Il faut d’abord recruter.\nPuis former.", "Odile Perrin", None),
        ("  \n", "Odile Perrin", E.DIAGNOSIS_EMPTY),
        ("Recruter", " ", E.TEXT_MISSING),
        ("Recruter\x00", "Odile", E.TEXT_HAS_CONTROL_CHARACTERS),
        ("Recruter", "Odile\nPerrin", E.TEXT_HAS_CONTROL_CHARACTERS),
    ],
)
def test_a_diagnosis_note_says_something_and_is_signed(note, author, code):
    assert refusal_of(job_checks.check_diagnosis, note, author) is code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (make_line(2, fte="1.5", due_on=date(2027, 3, 15)), None),
        (make_line(0), E.NUMBER_OUT_OF_RANGE),
        (make_line(1, fte="1.5"), E.FTE_ABOVE_PERSONS),
        (make_line(1, fte="0.333"), E.NUMBER_INVALID),
        (make_line(1, fte="-1"), E.NUMBER_OUT_OF_RANGE),
        (make_line(1, due_on=date(207, 3, 15)), E.DATE_INVALID),
    ],
)
def test_a_line_promises_whole_persons_and_no_more_hours_than_they_have(line, code):
    assert refusal_of(job_checks.check_promises, [line]) is code


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, None),
        ({"milestone": None, "headcount": None}, None),
        ({"author": ""}, E.TEXT_MISSING),
        ({"author": "O\nP"}, E.TEXT_HAS_CONTROL_CHARACTERS),
        ({"note": "\x07"}, E.TEXT_HAS_CONTROL_CHARACTERS),
        ({"created": -1}, E.NUMBER_OUT_OF_RANGE),
        ({"maintained": -1}, E.NUMBER_OUT_OF_RANGE),
        ({"sustained_fte": Decimal(1)}, E.FTE_ABOVE_PERSONS),
        ({"headcount": Decimal(-1)}, E.NUMBER_OUT_OF_RANGE),
        ({"milestone": 18}, E.MILESTONE_UNKNOWN),
        ({"observed_on": date(2027, 3, 21)}, E.EVENT_DATE_IN_FUTURE),
        ({"observed_on": date(2026, 3, 1)}, E.OBSERVATION_TOO_EARLY),
    ],
)
def test_an_observation_that_cannot_be_is_refused(changed, code):
    draft = replace(SEEN, **changed)
    assert refusal_of(job_checks.check_observation, draft, MONTHS, DECIDED, TODAY) is code


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"note": "Compté deux fois"}, None),
        ({}, E.REASON_MISSING),
        ({"note": "Compté deux fois", "author": ""}, E.TEXT_MISSING),
        ({"note": "\x07"}, E.TEXT_HAS_CONTROL_CHARACTERS),
        ({"note": "Oui", "author": "\x07"}, E.TEXT_HAS_CONTROL_CHARACTERS),
    ],
)
def test_an_observation_is_taken_back_for_a_reason_by_somebody(changed, code):
    draft = job_checks.tidied(
        replace(SEEN, **{name: f" {each} " for name, each in changed.items()})
    )
    assert refusal_of(job_checks.check_reversal, draft) is code


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, None),
        ({"filled": 2, "filled_on": TODAY}, None),
        ({"title": "  "}, E.OPENING_TITLE_MISSING),
        ({"title": "A\nB"}, E.TEXT_HAS_CONTROL_CHARACTERS),
        ({"note": "\x07"}, E.TEXT_HAS_CONTROL_CHARACTERS),
        ({"persons": 0}, E.NUMBER_OUT_OF_RANGE),
        ({"filled": -1}, E.NUMBER_OUT_OF_RANGE),
        ({"filled": 3}, E.OPENING_FILLED_TOO_MANY),
        ({"opened_on": date(27, 3, 20)}, E.DATE_INVALID),
        ({"filled_on": date(2027, 3, 19)}, E.PERIOD_REVERSED),
        ({"opened_on": TODAY + timedelta(1)}, E.EVENT_DATE_IN_FUTURE),
        ({"filled_on": TODAY + timedelta(1)}, E.EVENT_DATE_IN_FUTURE),
    ],
)
def test_an_opening_offers_a_job_and_takes_no_more_people_than_it_offers(changed, code):
    opening = job_checks.tidied_opening(replace(OPENING, **changed))
    assert refusal_of(job_checks.check_opening, opening, TODAY) is code
