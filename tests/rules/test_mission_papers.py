"""Which papers a mission may have."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import PaperKind
from alize_desktop.rules.mission_papers import (
    MISSION_PAPERS,
    check_mission_paper,
    last_amendment,
)
from alize_desktop.rules.missions import in_force
from tests.dossier_records import APPROVAL, paper_record
from tests.mission_records import AGREED, CONFIRMED, Kind, draft, event, mission_record

DAY = date(2026, 5, 4)
AMENDED = draft(Kind.AMENDED, DAY, "7")
GIVEN_UP = (*AGREED, event(20, Kind.GIVEN_UP, DAY))
WITHDRAWN = replace(paper_record(), is_withdrawn=True)


def refusals(record):
    """Return why each paper is refused; None for one that can be made."""
    found = []
    for kind in MISSION_PAPERS:
        try:
            check_mission_paper(kind, record)
        except UserError as error:
            found.append(error.code)
        else:
            found.append(None)
    return found


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (mission_record(()), [None, ErrorCode.MISSION_STEP_REFUSED, None]),
        (mission_record(AGREED), [None, ErrorCode.MISSION_NOT_AMENDED, None]),
        (mission_record(AGREED, amended=AMENDED), [None, None, None]),
        (mission_record(GIVEN_UP), [ErrorCode.MISSION_STEP_REFUSED] * 3),
        (
            mission_record(AGREED, amended=AMENDED, paper=WITHDRAWN),
            [ErrorCode.PAPER_AFTER_WITHDRAWAL] * 3,
        ),
        (
            mission_record(AGREED, amended=AMENDED, paper=paper_record(replace(APPROVAL, days=0))),
            [ErrorCode.PAPER_WITHOUT_DAYS] * 3,
        ),
        (
            mission_record(AGREED, amended=AMENDED, paper=paper_record(None)),
            [ErrorCode.PAPER_WITHOUT_APPROVAL] * 3,
        ),
        (
            mission_record(AGREED, amended=AMENDED, paper=paper_record(None), approved_on=DAY),
            [None, None, None],
        ),
        (
            mission_record(AGREED, amended=AMENDED, paper=WITHDRAWN, approved_on=DAY),
            [ErrorCode.PAPER_AFTER_WITHDRAWAL] * 3,
        ),
    ],
    ids=[
        "planned",
        "agreed",
        "to be amended",
        "given up",
        "withdrawn",
        "no day",
        "no decision",
        "of the past",
        "of the past, withdrawn",
    ],
)
def test_a_mission_has_the_papers_of_where_it_stands(record, expected):
    assert refusals(record) == expected


def test_a_mission_of_the_past_has_no_paper():
    record = mission_record()
    record = replace(record, mission=replace(record.mission, is_history=True))
    assert refusals(record) == [ErrorCode.MISSION_IS_HISTORY] * 3
    assert PaperKind.SECONDMENT in MISSION_PAPERS


def test_the_last_amendment_is_told_with_what_was_before():
    first = event(20, Kind.AMENDED, date(2026, 4, 30), "6")
    then = event(21, Kind.AMENDED, DAY, "8", ends_on=date(2026, 12, 31))
    mission = mission_record().mission
    assert last_amendment(mission, in_force(CONFIRMED), DAY) is None
    found = last_amendment(mission, in_force((*CONFIRMED, first, then)), DAY)
    assert found.draft == then.draft
    assert found.before.planned == Decimal(6)
    assert found.before.ends_on == date(2026, 9, 30)
