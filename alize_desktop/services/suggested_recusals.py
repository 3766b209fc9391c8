"""Who might step aside from a dossier, from employers and declared interests."""

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.people import Member
from alize_desktop.models.tables.people import StoredPartner
from alize_desktop.rules.recusals import Party, PartyKind, ties
from alize_desktop.rules.text import search_key
from alize_desktop.wording.recusals import recusal_reason

_LENDERS: Final = select(StoredPartner.name, StoredPartner.skills).order_by(StoredPartner.name)
_SHAREHOLDERS: Final = ("actionnaire", "associe")
"""What begins the header of a column of the workbook that names shareholders."""


def lenders_by_skill(session: Session) -> dict[str, tuple[str, ...]]:
    """Return the partner companies that offer each category of competences."""
    found: dict[str, tuple[str, ...]] = {}
    for name, skills in session.execute(_LENDERS):
        for each in skills:
            key = search_key(each)
            found[key] = (*found.get(key, ()), name)
    return found


def parties_of(sheet: DossierSheet, lenders: dict[str, tuple[str, ...]]) -> tuple[Party, ...]:
    """Return whom a dossier concerns.

    Args:
        sheet: The dossier.
        lenders: As ``lenders_by_skill`` gives them.
    """
    company, wanted = sheet.company, sheet.skills
    offered = lenders.get(search_key(wanted.category), ()) if wanted.category else ()
    return (
        Party(PartyKind.COMPANY, company.name),
        Party(PartyKind.MANAGER, company.manager_name),
        *(Party(PartyKind.SHAREHOLDER, each) for each in _shareholders(sheet)),
        Party(PartyKind.BANK, company.bank),
        Party(PartyKind.ACCOUNTANT, company.accountant),
        *(Party(PartyKind.LENDER, each) for each in offered),
    )


def suggested(member: Member, parties: tuple[Party, ...]) -> str:
    """Return why a member might step aside from a dossier; empty when nothing says so."""
    sheet = member.sheet
    found = ties(sheet.full_name, sheet.organisation, sheet.interests, parties)
    return recusal_reason(found[0], sheet.civility) if found else ""


def _shareholders(sheet: DossierSheet) -> tuple[str, ...]:
    """Return the shareholders that a workbook named in a column of its own."""
    return tuple(
        each.strip()
        for header, text in sheet.extra
        if search_key(header).startswith(_SHAREHOLDERS)
        for each in text.replace(";", "\n").replace(",", "\n").splitlines()
    )
