"""What a workbook holds, compared with the registry before anything is written."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MemberOffice
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.imports import RefusedRow, WorkbookContent
from alize_desktop.models.records.people import MemberSheet, PartnerSheet
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.rules.identifiers import parse_siren
from alize_desktop.rules.partner_sites import check_one_company, sites_near
from alize_desktop.rules.people_checks import check_one_chair
from alize_desktop.rules.text import search_key
from alize_desktop.services.people import read_members, read_partners
from alize_desktop.wording.errors import message_of

_Filing: TypeAlias = tuple[str, date, str]
"""What tells a filing from another without its number: SIREN, day, project."""


def checked(session: Session, content: WorkbookContent) -> WorkbookContent:
    """Return the content without what the registry refuses or already holds."""
    content = _without_second_chair(session, _without_known(session, content))
    members, partners = known_members(session), known_partners(session)
    content = replace(
        content,
        members_updated=sum(name_of(each) in members for _row, each in content.members),
        partners_updated=sum(site_of(each) in partners for _row, each in content.partners),
    )
    return _without_homonyms(session, _without_taken(session, content))


def known_members(session: Session) -> dict[str, UUID]:
    """Return the members in office by what names them."""
    return {name_of(each.sheet): each.id for each in read_members(session)}


def known_partners(session: Session) -> dict[tuple[str, str, str], UUID]:
    """Return the partners by what names them."""
    return {site_of(each.sheet): each.id for each in read_partners(session)}


def name_of(member: MemberSheet) -> str:
    """Return what tells a member from another."""
    return search_key(member.full_name)


def site_of(partner: PartnerSheet) -> tuple[str, str, str]:
    """Return what tells a partner from another: a company may have several sites."""
    return partner.siren, search_key(partner.name), search_key(partner.basin)


def refuse_filed_again(session: Session, content: WorkbookContent) -> None:
    """Refuse rows without number that the registry holds under a number.

    Raises:
        UserError: ``DOSSIER_ALREADY_FILED``.
    """
    filed = _filed(session)
    for _row, sheet in content.dossiers:
        if not sheet.number and _filing(sheet) in filed:
            raise _already_filed(sheet, filed[_filing(sheet)])


def _without_known(session: Session, content: WorkbookContent) -> WorkbookContent:
    members = {each.sheet for each in read_members(session)}
    partners = {each.sheet for each in read_partners(session)}
    return replace(
        content,
        members=tuple(each for each in content.members if each[1] not in members),
        partners=tuple(each for each in content.partners if each[1] not in partners),
    )


def _without_second_chair(session: Session, content: WorkbookContent) -> WorkbookContent:
    sheets = {name_of(each.sheet): each.sheet for each in read_members(session)}
    chairs = [each for each in content.members if each[1].office is MemberOffice.CHAIR]
    sheets |= {
        name_of(each): each
        for _row, each in content.members
        if each.office is not MemberOffice.CHAIR
    }
    refused: dict[int, UserError] = {}
    for row, sheet in chairs:
        name = name_of(sheet)
        try:
            check_one_chair(sheet, (each for key, each in sheets.items() if key != name))
        except UserError as error:
            refused[row] = error
        else:
            sheets[name] = sheet
    if not refused:
        return content
    rows = [RefusedRow("Membres", row, "Fonction", message_of(refused[row])) for row in refused]
    members = tuple(each for each in content.members if each[0] not in refused)
    return _refusing(replace(content, members=members), rows)


def _without_taken(session: Session, content: WorkbookContent) -> WorkbookContent:
    taken = set(session.scalars(select(StoredDossier.number)))
    filed = _filed(session)
    kept, rows = [], []
    for row, sheet in content.dossiers:
        if sheet.number in taken:
            error = UserError(ErrorCode.DOSSIER_NUMBER_TAKEN, number=sheet.number)
            rows.append(RefusedRow("Dossiers", row, "N° dossier", message_of(error)))
        elif not sheet.number and _filing(sheet) in filed:
            error = _already_filed(sheet, filed[_filing(sheet)])
            rows.append(RefusedRow("Dossiers", row, "", message_of(error)))
        else:
            kept.append((row, sheet))
    if not rows:
        return content
    left = {row for row, _sheet in kept}
    history = tuple(each for each in content.history if each[0] in left)
    return _refusing(replace(content, dossiers=tuple(kept), history=history), rows)


def _without_homonyms(session: Session, content: WorkbookContent) -> WorkbookContent:
    """Return the content without the ends that name a partner as several companies are named."""
    sites = {site_of(each.sheet): each.sheet for each in read_partners(session)}
    sites |= {site_of(each): each for _row, each in content.partners}
    by_name: dict[str, list[PartnerSheet]] = {}
    for each in sites.values():
        by_name.setdefault(search_key(each.name), []).append(each)
    sheets = dict(content.dossiers)
    rows = []
    for row, end in content.history:
        try:
            named = by_name.get(search_key(end.partner), [])
            check_one_company(end.partner, sites_near(named, sheets[row].basin))
        except UserError as error:
            rows.append(RefusedRow("Dossiers", row, "Entreprise partenaire", message_of(error)))
    if not rows:
        return content
    refused = {each.row for each in rows}
    return _refusing(
        replace(
            content,
            dossiers=tuple(each for each in content.dossiers if each[0] not in refused),
            history=tuple(each for each in content.history if each[0] not in refused),
        ),
        rows,
    )


def _refusing(content: WorkbookContent, rows: Iterable[RefusedRow]) -> WorkbookContent:
    refused = sorted((*content.refused, *rows), key=lambda each: (each.sheet, each.row))
    return replace(content, refused=tuple(refused))


def _filed(session: Session) -> dict[_Filing, str]:
    """Return the number of every filing."""
    statement = select(
        StoredDossier.company_siren,
        StoredDossier.filed_on,
        StoredDossier.project_aim,
        StoredDossier.number,
    ).order_by(StoredDossier.serial.desc())
    return {
        (siren, day, search_key(aim)): number
        for siren, day, aim, number in session.execute(statement)
    }


def _filing(sheet: DossierSheet) -> _Filing:
    return parse_siren(sheet.company.siren), sheet.filed_on, search_key(sheet.project.aim)


def _already_filed(sheet: DossierSheet, number: str) -> UserError:
    return UserError(ErrorCode.DOSSIER_ALREADY_FILED, number=number, filed_on=sheet.filed_on)
