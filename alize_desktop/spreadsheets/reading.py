"""A workbook of dossiers, members and partner companies becomes records.

Forgiving about French habits, unforgiving about wrong data: a row is taken
whole or refused with one sentence. Nothing here writes, and nothing but a
``UserError`` comes out of a file, whatever is in it.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.imports import WorkbookContent
from alize_desktop.models.records.people import MemberSheet, PartnerSheet
from alize_desktop.spreadsheets.archive import check_archive, read_file
from alize_desktop.spreadsheets.choices import key_of
from alize_desktop.spreadsheets.dossier_rows import DossierRow, read_dossiers
from alize_desktop.spreadsheets.grid import read_sheets
from alize_desktop.spreadsheets.history_rows import Known, names_of
from alize_desktop.spreadsheets.people_rows import read_members, read_partners
from alize_desktop.spreadsheets.raw import RawSheet
from alize_desktop.spreadsheets.rows import SheetContent

DOSSIERS: Final = ("Dossiers", "Dossier", "Liste des dossiers")
MEMBERS: Final = ("Membres", "Membre", "Membres du comité", "Comité")
PARTNERS: Final = ("Partenaires", "Partenaire", "Entreprises partenaires")
_KEYS: Final = frozenset(key_of(name) for name in (*DOSSIERS, *MEMBERS, *PARTNERS))


def read_workbook(
    path: Path,
    known_members: Collection[str] = (),
    known_partners: Collection[str] = (),
    today: date = date.max,
) -> WorkbookContent:
    """Return what a workbook holds: valid rows, refused rows, columns kept aside.

    Args:
        path: An ``.xlsx`` or ``.xlsm`` file. Macros are never run, formulas
            never computed.
        known_members: Full names of members in the registry, whom an alternate
            of the workbook may replace.
        known_partners: Names of the partner companies in the registry, which the
            past of a dossier may name besides those of the workbook.
        today: Last day that is past.

    Raises:
        UserError: ``FILE_NOT_READABLE``, ``WORKBOOK_NOT_READABLE``,
            ``WORKBOOK_TOO_LARGE``, ``WORKBOOK_WITHOUT_DOSSIERS``,
            ``WORKBOOK_COLUMN_MISSING`` or ``WORKBOOK_COLUMN_TWICE``: nothing of
            the workbook can be taken.
    """
    content = read_file(path)
    check_archive(content, path)
    sheets = read_sheets(content, path, lambda name: key_of(name) in _KEYS)
    dossier_sheet = _named(sheets, DOSSIERS)
    if dossier_sheet is None:
        raise UserError(ErrorCode.WORKBOOK_WITHOUT_DOSSIERS, path=str(path))
    members, partners = _read_people(sheets, known_members)
    named = [each.name for _row, each in partners.accepted]
    known = Known(today, names_of([*known_partners, *named]))
    read = _content(read_dossiers(dossier_sheet, known), members, partners)
    absent = (names[0] for names in (MEMBERS, PARTNERS) if _named(sheets, names) is None)
    digest = hashlib.sha256(content).hexdigest()
    return replace(read, name=path.name, sha256=digest, missing_sheets=tuple(absent))


def _content(
    dossiers: SheetContent[DossierRow],
    members: SheetContent[MemberSheet],
    partners: SheetContent[PartnerSheet],
) -> WorkbookContent:
    """Return what the sheets give, of a workbook that has no name yet."""
    return WorkbookContent(
        name="",
        sha256="",
        dossiers=tuple((row, sheet) for row, (sheet, _end) in dossiers.accepted),
        history=tuple((row, end) for row, (_sheet, end) in dossiers.accepted if end),
        members=members.accepted,
        partners=partners.accepted,
        refused=dossiers.refused + members.refused + partners.refused,
        unknown_columns=dossiers.unknown + members.unknown + partners.unknown,
    )


def _read_people(
    sheets: Sequence[RawSheet], known: Collection[str]
) -> tuple[SheetContent[MemberSheet], SheetContent[PartnerSheet]]:
    """Read the two other sheets; one that is absent or empty gives nothing."""
    member_sheet, partner_sheet = _named(sheets, MEMBERS), _named(sheets, PARTNERS)
    members: SheetContent[MemberSheet] = SheetContent()
    if member_sheet and member_sheet.rows:
        members = read_members(member_sheet, known)
    partners: SheetContent[PartnerSheet] = SheetContent()
    if partner_sheet and partner_sheet.rows:
        partners = read_partners(partner_sheet)
    return members, partners


def _named(sheets: Sequence[RawSheet], names: Sequence[str]) -> RawSheet | None:
    """Return the sheet with one of several names, the usual one first."""
    by_key = {key_of(sheet.name): sheet for sheet in reversed(sheets)}
    return next((by_key[key] for name in names if (key := key_of(name)) in by_key), None)
