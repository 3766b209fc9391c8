"""The sheet Dossiers: what each row becomes."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    FieldProblem,
    FinancingDetails,
    JobsDetails,
    OpinionDetails,
    ProjectDetails,
    RequestDetails,
    SkillsDetails,
)
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.rules.dossier_checks import problems, tidied
from alize_desktop.rules.sectors import sector_of
from alize_desktop.rules.text import search_key
from alize_desktop.spreadsheets.dossier_columns import DOSSIER_COLUMNS
from alize_desktop.spreadsheets.history_columns import HISTORY_COLUMNS
from alize_desktop.spreadsheets.history_rows import Known, history_of
from alize_desktop.spreadsheets.raw import RawSheet
from alize_desktop.spreadsheets.rows import ReadRow, Repeats, SheetContent, read_rows

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Section = TypeVar("Section", bound="DataclassInstance")

DossierRow: TypeAlias = tuple[DossierSheet, HistorySheet | None]
"""A dossier, and its end when it was decided before the registry was kept."""

_TOGETHER: Final = (
    {"request.amount", "request.months", "request.deferral", "request.every"},
    {"company.founded_on", "filed_on"},
    {"company.siren", "company.siret"},
)
"""Fields checked against each other: one that cannot be read frees the others."""

_UNDATED: Final = date(2100, 12, 31)


def read_dossiers(sheet: RawSheet, known: Known) -> SheetContent[DossierRow]:
    """Read the sheet Dossiers: each dossier, with its end when the row tells one.

    A number that an earlier row has used refuses the later row, whatever became
    of the earlier one.

    Raises:
        UserError: ``WORKBOOK_COLUMN_MISSING`` or ``WORKBOOK_COLUMN_TWICE``.
    """
    repeats = Repeats()

    def judge(row: ReadRow) -> tuple[DossierRow, list[FieldProblem]]:
        dossier = _dossier(row)
        number = dossier.number
        filed_on = dossier.filed_on if "filed_on" in row.values else None
        history, problems = history_of(row, filed_on, known)
        return (_finished(dossier), history), [
            *_problems(row, dossier),
            *problems,
            *repeats.problems("number", row, number, search_key(number)),
        ]

    return read_rows(sheet, (*DOSSIER_COLUMNS, *HISTORY_COLUMNS)).judged(judge)


def _dossier(row: ReadRow) -> DossierSheet:
    filed_on = row.values.get("filed_on")
    return DossierSheet(
        number=str(row.values.get("number", "")),
        basin=str(row.values.get("basin", "")),
        filed_on=filed_on if isinstance(filed_on, date) else _UNDATED,
        company=CompanyDetails(
            **{"name": "", "siren": "", **_given(CompanyDetails, "company", row)}
        ),
        project=_section(ProjectDetails, "project", row),
        financing=_section(FinancingDetails, "financing", row),
        request=_request(row),
        jobs=_section(JobsDetails, "jobs", row),
        skills=_section(SkillsDetails, "skills", row),
        opinion=_section(OpinionDetails, "opinion", row),
        extra=row.extra,
    )


def _given(kind: type[Section], prefix: str, row: ReadRow) -> dict[str, Any]:
    paths = {each.name: f"{prefix}.{each.name}" for each in fields(kind)}
    return {each: row.values[path] for each, path in paths.items() if path in row.values}


def _section(kind: type[Section], prefix: str, row: ReadRow) -> Section:
    return kind(**_given(kind, prefix, row))


def _request(row: ReadRow) -> RequestDetails:
    """Return the request of a row.

    A deferral that is not said is none. Without an advance, a duration of zero
    says nothing, and the usual terms are kept.
    """
    given = _given(RequestDetails, "request", row)
    if not given.get("amount"):
        given = {name: value for name, value in given.items() if value}
    if {"amount", "months"} & set(given):
        given.setdefault("deferral", 0)
    return RequestDetails(**given)


def _problems(row: ReadRow, dossier: DossierSheet) -> Iterator[FieldProblem]:
    """Give what is missing and what the checks refuse, but for unreadable cells."""
    doubtful = set(row.wrong)
    for field in _compulsory(dossier):
        if field not in row.values and field not in row.wrong:
            doubtful.add(field)
            yield FieldProblem(field, UserError(ErrorCode.TEXT_MISSING))
    for group in _TOGETHER:
        if doubtful & group:
            doubtful |= group
    for problem in problems(dossier):
        if problem.field not in doubtful:
            yield problem


def _compulsory(dossier: DossierSheet) -> tuple[str, ...]:
    """Return the fields without a usual value that nobody may invent."""
    if dossier.request.amount:
        return ("filed_on", "request.months", "request.every")
    return ("filed_on",)


def _finished(dossier: DossierSheet) -> DossierSheet:
    """Return the sheet as it is stored, with the sector that its NAF code proposes."""
    sheet = tidied(dossier)
    try:
        sector = sector_of(sheet.company.naf_code)
    except UserError:
        return sheet
    return replace(sheet, company=replace(sheet.company, sector=sector))
