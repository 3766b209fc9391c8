"""A dossier's sheet as columns, and back.

The columns of the table are named section and field, ``company_siren``, so the
mapping is mechanical and a new field needs no code here.
"""

from dataclasses import fields, replace
from typing import Any, Final

from sqlalchemy import RowMapping

from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    FinancingDetails,
    JobsDetails,
    OpinionDetails,
    ProjectDetails,
    RequestDetails,
    SkillsDetails,
)
from alize_desktop.rules.sectors import sector_of
from alize_desktop.rules.text import search_key
from alize_desktop.services.plain import plain

SECTIONS: Final[dict[str, type[Any]]] = {
    "company": CompanyDetails,
    "project": ProjectDetails,
    "financing": FinancingDetails,
    "request": RequestDetails,
    "jobs": JobsDetails,
    "skills": SkillsDetails,
    "opinion": OpinionDetails,
}
_SEARCHED: Final = (
    "number",
    "company_name",
    "company_siren",
    "company_town",
    "company_manager_name",
    "project_aim",
    "opinion_case_officer",
)


def with_sector(sheet: DossierSheet, before: DossierSheet | None = None) -> DossierSheet:
    """Return the sheet with the sector that its NAF code proposes, unless one was chosen.

    Args:
        sheet: Its NAF code is valid, or empty.
        before: The sheet as it was; a sector that its NAF code gave follows the code.
    """
    company = sheet.company
    if not company.naf_code:
        return sheet
    if company.sector is not None and not (before and _follows(company, before.company)):
        return sheet
    return replace(sheet, company=replace(company, sector=sector_of(company.naf_code)))


def to_columns(sheet: DossierSheet) -> dict[str, Any]:
    """Return every column of the table that the sheet decides, keys and search text included."""
    columns: dict[str, Any] = {
        "number": sheet.number,
        "filed_on": sheet.filed_on,
        "basin": sheet.basin,
        "extra": [[header, text] for header, text in sheet.extra],
    }
    for section, kind in SECTIONS.items():
        details = getattr(sheet, section)
        for each in fields(kind):
            columns[f"{section}_{each.name}"] = getattr(details, each.name)
    columns["sort_name"] = search_key(sheet.company.name)
    columns["sort_town"] = search_key(sheet.company.town)
    columns["search_text"] = search_key(" ".join(str(columns[each]) for each in _SEARCHED))
    return columns


def to_sheet(columns: RowMapping) -> DossierSheet:
    """Return the sheet that a row of the table holds."""
    sections = {
        section: kind(**{each.name: columns[f"{section}_{each.name}"] for each in fields(kind)})
        for section, kind in SECTIONS.items()
    }
    return DossierSheet(
        number=columns["number"],
        filed_on=columns["filed_on"],
        basin=columns["basin"],
        extra=tuple((header, text) for header, text in columns["extra"]),
        **sections,
    )


def changes_between(before: DossierSheet, after: DossierSheet) -> dict[str, object]:
    """Return the fields that differ, by dotted path, as ``[before, after]`` in plain values."""
    found: dict[str, object] = {}
    for name in ("number", "filed_on", "basin", "extra"):
        _note(found, name, getattr(before, name), getattr(after, name))
    for section, kind in SECTIONS.items():
        old, new = getattr(before, section), getattr(after, section)
        for each in fields(kind):
            _note(found, f"{section}.{each.name}", getattr(old, each.name), getattr(new, each.name))
    return found


def _follows(after: CompanyDetails, before: CompanyDetails) -> bool:
    """Return whether the sector is still the one that the former NAF code gave."""
    if not before.naf_code or after.sector is not before.sector:
        return False
    return after.sector is sector_of(before.naf_code)


def _note(found: dict[str, object], path: str, old: object, new: object) -> None:
    if old != new:
        found[path] = [plain(old), plain(new)]
