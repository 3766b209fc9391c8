"""The end of a dossier that is taken over: what is believed, what is refused."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.records.dossiers import LONGEST_TEXT
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.models.values import Money
from alize_desktop.rules.history_checks import history_problems

FILED, TODAY = date(1998, 8, 4), date(2026, 11, 23)
PARTNERS = {"groupe hetraie 114"}
END = HistorySheet(
    DecisionOutcome.APPROVED,
    date(1998, 9, 3),
    Money(10_000_00),
    jobs_created=6,
    days_done=Decimal("6.5"),
    partner="Groupe Hêtraie 114",
)
REFUSED = HistorySheet(DecisionOutcome.REJECTED, date(1998, 9, 3))


def problems(end, filed_on=FILED):
    found = history_problems(end, filed_on, TODAY, PARTNERS)
    return [(each.field.removeprefix("history."), each.error.code) for each in found]


@pytest.mark.parametrize(
    "end",
    [
        END,
        REFUSED,
        replace(REFUSED, jobs_created=0, partner=END.partner),
        replace(END, amount=Money(0), jobs_created=None, days_done=Decimal(0), partner=""),
        replace(END, decided_on=FILED),
        replace(END, decided_on=TODAY),
        replace(END, outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS),
    ],
)
def test_what_a_programme_did_is_believed(end):
    assert problems(end) == []


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"decided_on": date(1998, 8, 3)}, "decided_on", ErrorCode.HISTORY_DATE_TOO_EARLY),
        ({"decided_on": date(2026, 11, 24)}, "decided_on", ErrorCode.HISTORY_DATE_IN_FUTURE),
        ({"amount": Money(-1)}, "amount", ErrorCode.AMOUNT_NEGATIVE),
        ({"jobs_created": -1}, "jobs_created", ErrorCode.NUMBER_OUT_OF_RANGE),
        ({"days_done": Decimal(-1)}, "days_done", ErrorCode.MISSION_DAYS_INVALID),
        ({"days_done": Decimal("0.3")}, "days_done", ErrorCode.MISSION_DAYS_INVALID),
        ({"days_done": Decimal(1200)}, "days_done", ErrorCode.MISSION_DAYS_INVALID),
        ({"partner": "a" * (LONGEST_TEXT + 1)}, "partner", ErrorCode.TEXT_TOO_LONG),
        ({"partner": "Inconnu"}, "partner", ErrorCode.HISTORY_PARTNER_UNKNOWN),
        ({"partner": ""}, "partner", ErrorCode.HISTORY_PARTNER_MISSING),
    ],
)
def test_an_end_that_cannot_be_is_refused(changes, field, code):
    assert problems(replace(END, **changes)) == [(field, code)]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"amount": Money(1)}, ["amount"]),
        ({"jobs_created": 1}, ["jobs_created"]),
        ({"days_done": Decimal(1), "partner": END.partner}, ["days_done"]),
        ({"amount": Money(1), "jobs_created": 2}, ["amount", "jobs_created"]),
    ],
)
def test_nothing_is_granted_nor_seen_on_a_dossier_that_is_not_approved(changes, fields):
    found = problems(replace(REFUSED, **changes))
    assert found == [(each, ErrorCode.HISTORY_NOT_APPROVED) for each in fields]


def test_a_day_of_filing_that_cannot_be_read_is_not_compared():
    assert problems(replace(END, decided_on=date(1990, 1, 1)), filed_on=None) == []
