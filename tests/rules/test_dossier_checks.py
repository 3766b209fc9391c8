"""The one set of checks that workbooks, screens and services share."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode
from alize_desktop.models.records.dossiers import (
    LONGEST_TEXT,
    CompanyDetails,
    DossierSheet,
    FinancingDetails,
    JobsDetails,
    RequestDetails,
)
from alize_desktop.models.values import Money
from alize_desktop.rules.dossier_checks import problems, tidied

SIREN = "999631708"
SIRET = "99963170800016"
SIRET_OF_ANOTHER = "99981241500019"


@pytest.fixture
def sheet():
    return DossierSheet(
        number="2026-001",
        company=CompanyDetails(
            "Société Île-Verte",
            SIREN,
            naf_code="49.41A",
            founded_on=date(1999, 1, 23),
            postcode="55000",
            email="contact@societe.example",
            headcount=Decimal("15.5"),
        ),
        filed_on=date(2026, 8, 18),
        request=RequestDetails(Money(550_000), 36, 6, 1),
    )


def changed(sheet, path, value):
    """Return the sheet with the field of a dotted path changed."""
    section, _, name = path.rpartition(".")
    if not section:
        return replace(sheet, **{name: value})
    return replace(sheet, **{section: replace(getattr(sheet, section), **{name: value})})


def found(sheet):
    return {problem.field: problem.error.code for problem in problems(sheet)}


def test_a_good_sheet_has_no_problem(sheet):
    assert problems(sheet) == ()


def test_only_the_name_and_the_siren_are_compulsory():
    assert problems(DossierSheet("", CompanyDetails("A", SIREN), date(2026, 1, 1))) == ()
    assert found(DossierSheet("", CompanyDetails("", ""), date(2026, 1, 1))) == {
        "company.name": ErrorCode.TEXT_MISSING,
        "company.siren": ErrorCode.TEXT_MISSING,
    }


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("number", "2" * 21, ErrorCode.TEXT_TOO_LONG),
        ("number", "2026\n001", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ("company.name", " \u00a0", ErrorCode.TEXT_MISSING),
        ("company.name", "a\x07b", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ("company.name", "a\nb", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ("company.name", "a\ud800b", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ("company.name", "a\ufffeb", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ("company.name", "x" * (LONGEST_TEXT + 1), ErrorCode.TEXT_TOO_LONG),
        ("company.siren", "123456789", ErrorCode.SIREN_INVALID),
        ("company.siret", "99963170800017", ErrorCode.SIRET_INVALID),
        ("company.siret", SIRET_OF_ANOTHER, ErrorCode.SIRET_INVALID),
        ("company.naf_code", "44.10Z", ErrorCode.NAF_INVALID),
        ("company.postcode", "5500", ErrorCode.POSTCODE_INVALID),
        ("company.postcode", "٥٥٠٠٠", ErrorCode.POSTCODE_INVALID),
        ("company.email", "contact", ErrorCode.EMAIL_INVALID),
        ("company.headcount", Decimal("-0.5"), ErrorCode.NUMBER_OUT_OF_RANGE),
        ("company.headcount", Decimal("2.125"), ErrorCode.NUMBER_INVALID),
        ("company.headcount", Decimal("NaN"), ErrorCode.NUMBER_INVALID),
        ("company.headcount", Decimal("1e30"), ErrorCode.NUMBER_OUT_OF_RANGE),
        ("company.founded_on", date(2026, 8, 19), ErrorCode.DATES_OUT_OF_ORDER),
        ("company.founded_on", date(1799, 12, 31), ErrorCode.DATE_INVALID),
        ("filed_on", date(2101, 1, 1), ErrorCode.DATE_INVALID),
        ("financing.cost", Money(-1), ErrorCode.AMOUNT_NEGATIVE),
        ("financing.past_de_minimis", Money(-1), ErrorCode.AMOUNT_NEGATIVE),
        ("request.amount", Money(-1), ErrorCode.AMOUNT_NEGATIVE),
        ("request.months", 0, ErrorCode.NUMBER_OUT_OF_RANGE),
        ("request.months", 121, ErrorCode.NUMBER_OUT_OF_RANGE),
        ("request.deferral", -1, ErrorCode.NUMBER_OUT_OF_RANGE),
        ("request.deferral", 36, ErrorCode.DEFERRAL_TOO_LONG),
        ("request.deferral", 121, ErrorCode.NUMBER_OUT_OF_RANGE),
        ("request.every", 2, ErrorCode.CHOICE_UNKNOWN),
        ("request.every", 0, ErrorCode.CHOICE_UNKNOWN),
        ("request.every", 12, ErrorCode.PERIOD_DOES_NOT_DIVIDE),
        ("jobs.created", -1, ErrorCode.NUMBER_OUT_OF_RANGE),
        ("jobs.maintained", 100_001, ErrorCode.NUMBER_OUT_OF_RANGE),
        ("skills.days", -1, ErrorCode.NUMBER_OUT_OF_RANGE),
        ("opinion.note", "a\x0bb", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ("opinion.case_officer", "a\tb", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ("basin", "\x9b", ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
    ],
)
def test_a_wrong_field_is_the_only_one_accused(sheet, path, value, code):
    assert found(changed(sheet, path, value)) == {path: code}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("number", ""),
        ("number", "2" * 20),
        ("company.siren", "999 631 708"),
        ("company.siret", SIRET),
        ("company.siret", "999 631 708 00016"),
        ("company.naf_code", ""),
        ("company.founded_on", date(1857, 1, 1)),
        ("company.founded_on", date(2026, 8, 18)),
        ("company.headcount", None),
        ("company.headcount", Decimal("2.500")),
        ("filed_on", date(2100, 12, 31)),
        ("project.aim", "Une ligne\n\tUne autre"),
        ("project.aim", "x" * LONGEST_TEXT),
        ("project.kind", None),
        ("request.months", 120),
        ("request.every", 6),
    ],
)
def test_what_is_unusual_is_not_wrong(sheet, path, value):
    assert problems(changed(sheet, path, value)) == ()


def test_two_dates_that_are_both_wrong_are_told_apart(sheet):
    assert found(changed(sheet, "filed_on", date(226, 3, 5))) == {
        "filed_on": ErrorCode.DATE_INVALID
    }


def test_a_wrong_siren_does_not_accuse_the_siret(sheet):
    both = changed(changed(sheet, "company.siren", "123456789"), "company.siret", SIRET)
    assert found(both) == {"company.siren": ErrorCode.SIREN_INVALID}


def test_without_an_advance_the_period_need_not_divide(sheet):
    assert problems(replace(sheet, request=RequestDetails(Money(0), 36, 6, 12))) == ()


def test_without_an_advance_the_deferral_is_still_shorter(sheet):
    request = RequestDetails(Money(0), 36, 36, 12)
    assert found(replace(sheet, request=request)) == {
        "request.deferral": ErrorCode.DEFERRAL_TOO_LONG
    }


def test_what_a_workbook_kept_aside_is_checked_too(sheet):
    aside = replace(sheet, extra=(("Vu", "oui\nnon"), ("Note", "\x00")))
    assert found(aside) == {"extra.Note": ErrorCode.TEXT_HAS_CONTROL_CHARACTERS}


def test_problems_come_in_the_order_of_the_sheet(sheet):
    wrong = replace(
        sheet,
        company=replace(sheet.company, name="", siren="1", postcode="1"),
        financing=FinancingDetails(equity=Money(-1)),
        jobs=JobsDetails(created=-1, sustained=-1),
    )
    assert [problem.field for problem in problems(wrong)] == [
        "company.name",
        "company.siren",
        "company.postcode",
        "financing.equity",
        "jobs.created",
        "jobs.sustained",
    ]


def test_tidied_identifiers_are_in_their_stored_form(sheet):
    company = replace(
        sheet.company, siren="999 631 708", siret=SIRET[:9] + " 00016", naf_code="4941a"
    )
    stored = tidied(replace(sheet, company=company)).company
    assert (stored.siren, stored.siret, stored.naf_code) == (SIREN, SIRET, "49.41A")


def test_what_is_not_valid_is_not_tidied(sheet):
    company = replace(sheet.company, siren="1 2", siret="", naf_code="x")
    assert tidied(replace(sheet, company=company)).company == company


@given(
    amount=st.integers(0, 10**12),
    months=st.integers(1, 120),
    deferral=st.integers(0, 120),
    every=st.sampled_from([1, 3, 6, 12]),
)
def test_terms_are_accepted_exactly_when_they_make_a_schedule(amount, months, deferral, every):
    request = RequestDetails(Money(amount), months, deferral, every)
    filed = DossierSheet("", CompanyDetails("A", SIREN), date(2026, 1, 1), request=request)
    possible = deferral < months and (amount == 0 or (months - deferral) % every == 0)
    assert (problems(filed) == ()) is possible
