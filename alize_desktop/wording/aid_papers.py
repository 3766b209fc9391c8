"""What a printed state-aid sheet says beside how the aid was reckoned."""

from typing import Final

from alize_desktop.models.records.state_aid import AidSheet, PastAid
from alize_desktop.wording.aid_words import guarantee_text
from alize_desktop.wording.amounts import NO_BREAK, money_text
from alize_desktop.wording.company_words import siren_text
from alize_desktop.wording.dates import long_date, short_date

SHEET_TITLE: Final = "Fiche d’aide d’État"
NO_PAST_AID: Final = "Aucune autre aide de minimis ne compte sur trois ans."
CONFIRMED: Final = "La méthode a été confirmée par le détenteur du fonds."


def regulation_sentence(sheet: AidSheet) -> str:
    """Return what is aid in an advance, and under which regulation."""
    secured = f" et {guarantee_text(sheet.basis)}" if sheet.basis else ""
    return (
        f"Aide de minimis, règlement (UE) 2023/2831. L’avance est sans intérêt{secured}{NO_BREAK}:"
        " l’aide est l’équivalent-subvention brut des intérêts qu’elle ne demande pas."
    )


def subject_rows(sheet: AidSheet) -> list[tuple[str, str]]:
    """Return whose aid it is."""
    return [("Entreprise", sheet.company), ("SIREN", siren_text(sheet.siren))]


def worth_row(sheet: AidSheet) -> tuple[str, str]:
    """Return what an aid comes to."""
    worth = sheet.grant_equivalent
    told = "à établir" if worth is None else f"{money_text(worth, NO_BREAK)} brut"
    return "Équivalent-subvention", told


def recorded_text(sheet: AidSheet) -> str:
    """Return under which identifier the aid was recorded; empty before."""
    grant = sheet.grant
    if grant is None:
        return ""
    return f"{grant.identifier}, accordée le {long_date(grant.granted_on)}"


def window_text(sheet: AidSheet) -> str:
    """Return the days whose aids count: « du 24 novembre 2023 au 23 novembre 2026 »."""
    return f"du {long_date(sheet.window_from)} au {long_date(sheet.granted_on)}"


def past_row(aid: PastAid) -> tuple[str, str, str]:
    """Return one aid that counts: its day, what it was and who had it, its equivalent."""
    parts = (aid.measure, aid.undertaking, aid.granter)
    told = ", ".join(each for each in parts if each.strip()) or "Aide déclarée"
    return short_date(aid.granted_on), told, money_text(aid.grant_equivalent, NO_BREAK)


def total_row(sheet: AidSheet) -> tuple[str, str, str]:
    """Return what counts before the new aid, in all."""
    return "Total", "", money_text(sheet.past_total, NO_BREAK)
