"""The one set of checks of a dossier: workbooks, screens and services share it.

A check says which field is refused and why, by a code; it never mends. What a
person writes with spaces (``999 812 415``) is put in its stored form first, by
``tidied``.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import partial
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    FieldProblem,
)
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.rules.field_checks import (
    Check,
    check_amount,
    check_count,
    check_email,
    check_hundredths,
    check_postcode,
    check_present,
    check_siren,
    check_text,
    check_year,
    first_problems,
)
from alize_desktop.rules.identifiers import is_siren, is_siret, parse_siren, parse_siret
from alize_desktop.rules.schedule import instalment_count
from alize_desktop.rules.sectors import parse_naf

LONGEST_NUMBER: Final = 20
"""Longest dossier number, in characters."""

LONGEST_REQUEST: Final = 120
"""Longest duration that may be asked, in months."""

PERIODS: Final = (1, 3, 6, 12)
"""Months there may be between two instalments."""

FIRST_YEAR_FILED: Final = 1900
"""First year in which a dossier may have been filed."""

FIRST_YEAR_FOUNDED: Final = 1800
"""First year in which a company may have been founded."""

LONG_TEXTS: Final = frozenset(
    {"project.aim", "project.need_expressed", "project.need_diagnosed", "opinion.note"}
)
"""Fields that may hold several lines."""

_FIELD_OF_TERMS: Final = {
    ErrorCode.DEFERRAL_TOO_LONG: "request.deferral",
    ErrorCode.PERIOD_DOES_NOT_DIVIDE: "request.every",
}


def problems(sheet: DossierSheet) -> tuple[FieldProblem, ...]:
    """Return what is refused in a sheet, at most one problem a field.

    Args:
        sheet: As filed or typed; identifiers may be written with spaces.

    Returns:
        The problems in the order of the sheet; empty when it can be saved. An
        empty dossier number is no problem: the service gives one.
    """
    return first_problems(_checks(sheet))


def tidied(sheet: DossierSheet) -> DossierSheet:
    """Return the sheet with its identifiers in their stored form.

    SIREN and SIRET lose their separators, the NAF code gets its point and its
    capital. What is not valid is left as it is, for ``problems`` to say.
    """
    company = replace(
        sheet.company,
        siren=_or_same(parse_siren, sheet.company.siren),
        siret=_or_same(parse_siret, sheet.company.siret),
        naf_code=_or_same(parse_naf, sheet.company.naf_code),
    )
    return replace(sheet, company=company)


def _checks(sheet: DossierSheet) -> Iterator[tuple[str, Check]]:
    """Give every check with the field it is about, in the order of the sheet."""
    company, jobs = sheet.company, sheet.jobs
    yield "number", partial(check_text, sheet.number, LONGEST_NUMBER)
    yield "company.name", partial(check_present, company.name)
    yield "company.siren", partial(check_siren, company.siren)
    yield "company.siret", partial(_check_siret, company)
    if company.naf_code:
        yield "company.naf_code", partial(_call, parse_naf, company.naf_code)
    yield "company.founded_on", partial(_check_founded, sheet)
    yield "company.postcode", partial(check_postcode, company.postcode)
    yield "company.email", partial(check_email, company.email)
    if company.headcount is not None:
        yield "company.headcount", partial(check_hundredths, company.headcount)
    for each in fields(sheet.financing):
        yield f"financing.{each.name}", partial(check_amount, getattr(sheet.financing, each.name))
    yield from _request_checks(sheet)
    for name in ("created", "maintained", "sustained"):
        yield f"jobs.{name}", partial(check_count, getattr(jobs, name))
    yield "skills.days", partial(check_count, sheet.skills.days)
    yield "filed_on", partial(check_year, sheet.filed_on, FIRST_YEAR_FILED)
    yield from _text_checks(sheet)


def _request_checks(sheet: DossierSheet) -> Iterator[tuple[str, Check]]:
    request = sheet.request
    yield "request.amount", partial(check_amount, request.amount)
    yield "request.months", partial(check_count, request.months, LONGEST_REQUEST, 1)
    yield "request.deferral", partial(check_count, request.deferral, LONGEST_REQUEST)
    yield "request.every", partial(_check_period, request.every)
    for code, field in _FIELD_OF_TERMS.items():
        yield field, partial(_check_terms, sheet, code)


def _text_checks(sheet: DossierSheet) -> Iterator[tuple[str, Check]]:
    texts = [("basin", sheet.basin)]
    for section in ("company", "project", "skills", "opinion"):
        details = getattr(sheet, section)
        values = ((each.name, getattr(details, each.name)) for each in fields(details))
        # an enum is a str too, and never needs this check
        texts += [(f"{section}.{name}", text) for name, text in values if type(text) is str]
    for field, text in texts:
        yield field, partial(check_text, text, lines=field in LONG_TEXTS)
    for header, text in sheet.extra:
        yield f"extra.{header}", partial(check_text, text, lines=True)


def _check_siret(company: CompanyDetails) -> None:
    if not company.siret:
        return
    if not is_siret(company.siret):
        raise UserError(ErrorCode.SIRET_INVALID, value=company.siret)
    digits = parse_siret(company.siret)
    if is_siren(company.siren) and not digits.startswith(parse_siren(company.siren)):
        raise UserError(ErrorCode.SIRET_INVALID, value=company.siret)


def _check_founded(sheet: DossierSheet) -> None:
    founded = sheet.company.founded_on
    if founded is None:
        return
    check_year(founded, FIRST_YEAR_FOUNDED)
    # a filing date that is refused says nothing of the other
    if founded > sheet.filed_on and sheet.filed_on.year >= FIRST_YEAR_FILED:
        raise UserError(ErrorCode.DATES_OUT_OF_ORDER, founded_on=founded, filed_on=sheet.filed_on)


def _check_period(every: int) -> None:
    if every not in PERIODS:
        choices = tuple(str(each) for each in PERIODS)
        raise UserError(ErrorCode.CHOICE_UNKNOWN, value=str(every), choices=choices)


def _check_terms(sheet: DossierSheet, code: ErrorCode) -> None:
    """Refuse terms that make no schedule, when the reason is ``code``.

    The deferral is always shorter than the duration; the period must divide
    what is left only when an advance is asked.
    """
    asked = sheet.request
    if code is ErrorCode.PERIOD_DOES_NOT_DIVIDE and not asked.amount:
        return
    try:
        instalment_count(
            AdvanceTerms(asked.amount, asked.months, sheet.filed_on, asked.deferral, asked.every)
        )
    except UserError as error:
        if error.code is code:
            raise


def _call(parse: Callable[[str], str], text: str) -> None:
    parse(text)


def _or_same(parse: Callable[[str], str], text: str) -> str:
    try:
        return parse(text)
    except UserError:
        return text
