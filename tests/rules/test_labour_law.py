"""What the labour code asks of a loan of staff."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.models.enums import Agreement
from alize_desktop.models.records.dossiers import CompanyDetails
from alize_desktop.rules.labour_law import Loan, legal_doubts, may_be_free
from tests.mission_records import FIRST, LAST, SHEET

HOST = CompanyDetails("Menuiserie Œillet", "999482137", headcount=Decimal(24))
LOAN = Loan(SHEET, LAST, is_signed=True, host=HOST, large_group=Agreement.YES, on=FIRST)


def told(loan):
    return [(each.article, each.key, each.is_met) for each in legal_doubts(loan)]


def of_sheet(**changes):
    return replace(LOAN, sheet=replace(SHEET, **changes))


def of_host(**changes):
    return replace(LOAN, host=replace(HOST, **changes))


def test_a_loan_that_meets_everything_raises_no_doubt():
    assert told(LOAN) == []


@pytest.mark.parametrize(
    ("loan", "key", "is_met"),
    [
        (of_host(headcount=None), "host_headcount", None),
        (of_host(headcount=Decimal(250)), "host_headcount", False),
        (of_host(headcount=None, founded_on=date(2010, 1, 1)), "host_headcount", None),
        (replace(LOAN, large_group=Agreement.UNKNOWN), "lender_group", None),
        (replace(LOAN, large_group=Agreement.NO), "lender_group", False),
        (of_sheet(same_group=Agreement.UNKNOWN), "same_group", None),
        (of_sheet(same_group=Agreement.YES), "same_group", False),
        (of_sheet(starts_on=None), "duration", None),
        (replace(LOAN, ends_on=None), "duration", None),
        (replace(LOAN, ends_on=date(2029, 4, 1)), "duration", False),
        (of_sheet(goals=" "), "aim", False),
    ],
)
def test_a_free_loan_has_its_conditions(loan, key, is_met):
    assert told(loan) == [("L8241-3", key, is_met)]


@pytest.mark.parametrize(
    ("loan", "key", "is_met"),
    [
        (of_sheet(consent=Agreement.UNKNOWN), "consent", None),
        (of_sheet(consent=Agreement.NO), "consent", False),
        (of_sheet(contributor=""), "person", False),
        (of_sheet(position=""), "person", False),
        (replace(LOAN, is_signed=False), "agreement", False),
    ],
)
def test_every_loan_has_its_papers(loan, key, is_met):
    assert told(loan) == [("L8241-2", key, is_met)]


@pytest.mark.parametrize(
    "loan",
    [
        of_host(headcount=Decimal("249.99")),
        of_host(headcount=Decimal(900), founded_on=date(2018, 4, 2)),
        of_host(headcount=None, founded_on=date(2025, 1, 1)),
        replace(LOAN, ends_on=date(2029, 3, 31)),
        replace(LOAN, is_signed=False, on=date(2026, 3, 31)),
    ],
    ids=["249 employees", "young", "young of unknown size", "three years", "not begun"],
)
def test_what_is_met_raises_no_doubt(loan):
    assert told(loan) == []


def test_a_company_is_young_for_eight_years():
    assert told(of_host(headcount=Decimal(900), founded_on=date(2018, 4, 1)))
    unsaid = of_host(headcount=Decimal(900), founded_on=date(2018, 4, 2))
    unsaid = replace(unsaid, sheet=replace(SHEET, starts_on=None))
    assert told(unsaid) == [("L8241-3", "duration", None)]


def test_a_doubt_says_what_is_known():
    (doubt,) = legal_doubts(of_host(headcount=Decimal(300)))
    assert dict(doubt.values) == {"headcount": Decimal(300)}
    (doubt,) = legal_doubts(replace(LOAN, ends_on=date(2030, 1, 1)))
    assert dict(doubt.values) == {"first": FIRST, "last": date(2030, 1, 1)}
    (doubt,) = legal_doubts(replace(LOAN, is_signed=False))
    assert dict(doubt.values) == {"day": FIRST}


def test_what_is_known_to_be_unmet_makes_a_loan_at_cost():
    assert may_be_free(legal_doubts(LOAN))
    assert may_be_free(legal_doubts(of_sheet(same_group=Agreement.UNKNOWN)))
    assert may_be_free(legal_doubts(of_sheet(goals="", consent=Agreement.NO)))
    assert not may_be_free(legal_doubts(of_sheet(same_group=Agreement.YES)))
