"""What lists of missions say: who is lent, how many days, what is still to be confirmed."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from alize_desktop.models.enums import MissionEventKind, MissionState
from alize_desktop.models.records.matching import PartnerMatch
from alize_desktop.models.records.missions import MissionRow
from alize_desktop.models.values import ZERO
from alize_desktop.wording.amounts import NO_BREAK, decimal_text, money_short
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.mission_words import days_text
from alize_desktop.wording.names import list_text, plural

_NONE = Decimal(0)


def person_text(row: MissionRow) -> str:
    """Return who is lent: « Sophie Garçon, responsable qualité »; empty when nobody is named."""
    return ", ".join(each for each in (row.sheet.contributor, row.sheet.position) if each)


def period_text(row: MissionRow) -> str:
    """Return when a mission goes on, amendments included: « du 02/01/2026 au 30/06/2026 »."""
    first, last = row.sheet.starts_on, row.account.ends_on
    if first and last:
        return f"du {short_date(first)} au {short_date(last)}"
    if first:
        return f"à partir du {short_date(first)}"
    return f"jusqu’au {short_date(last)}" if last else ""


def granted_text(granted: int | None, rows: Iterable[MissionRow]) -> str:
    """Return what the missions of a dossier take of the days that were granted.

    Args:
        granted: Days granted; None without a decision voted here.
        rows: Missions of the dossier.
    """
    kept = (each for each in rows if each.account.state is not MissionState.GIVEN_UP)
    planned = sum((each.account.planned for each in kept), _NONE)
    if granted is None:
        return ""
    given = f"Le comité a accordé {days_text(Decimal(granted))}"
    if not planned:
        return f"{given}{NO_BREAK}; aucune mission ne les prévoit encore."
    told = f"{given}{NO_BREAK}; {decimal_text(planned)} {_are(planned, 'prévu')}"
    left = granted - planned
    if left > 0:
        return f"{told}, {decimal_text(left)} {'reste' if left < 2 else 'restent'} à prévoir."
    return f"{told}, {decimal_text(-left)} de trop." if left else f"{told}."


def totals_text(rows: Iterable[MissionRow]) -> str:
    """Return what some missions come to: « 12 jours prévus · 8 faits · 6 confirmés · 6 400 € ».

    Days planned of a mission that was given up are not counted; nobody confirms those of
    the past.
    """
    planned, done, confirmed, value = _NONE, _NONE, _NONE, ZERO
    is_confirmed = False
    for each in rows:
        stands = each.account
        if stands.state is not MissionState.GIVEN_UP:
            planned += stands.planned
        done += stands.done
        confirmed += stands.confirmed
        value += stands.value
        is_confirmed = is_confirmed or not each.is_history
    told = f"{decimal_text(confirmed)} {plural(Fraction(confirmed), 'confirmé')}"
    parts = (
        f"{days_text(planned)} {plural(Fraction(planned), 'prévu')}",
        f"{decimal_text(done)} {plural(Fraction(done), 'fait')}",
        told if is_confirmed else "",
        money_short(value),
    )
    return " · ".join(each for each in parts if each)


def confirmation_text(sides: frozenset[MissionEventKind]) -> str:
    """Return who confirmed days done: « Confirmés », « Attend le partenaire »."""
    by_company = MissionEventKind.CONFIRMED_BY_COMPANY in sides
    by_partner = MissionEventKind.CONFIRMED_BY_PARTNER in sides
    if by_company and by_partner:
        return "Confirmés"
    if by_company:
        return "Attend le partenaire"
    return "Attend l’entreprise" if by_partner else "À confirmer"


def sides_text(sides: frozenset[MissionEventKind]) -> str:
    """Return who confirmed days done, in one word for a list: « Les deux », « Partenaire »."""
    by_company = MissionEventKind.CONFIRMED_BY_COMPANY in sides
    by_partner = MissionEventKind.CONFIRMED_BY_PARTNER in sides
    if by_company and by_partner:
        return "Les deux"
    if by_company:
        return "Entreprise"
    return "Partenaire" if by_partner else "Personne"


def to_confirm_text(left: Decimal) -> str:
    """Return days that both sides did not confirm: « 1,5 jour reste à confirmer. »."""
    return f"{days_text(left)} {'reste' if left < 2 else 'restent'} à confirmer."


def lender_text(match: PartnerMatch, *, is_named: bool = False) -> str:
    """Return a partner that may lend: « 1 · Fonderie du Val · 12 jours restent ».

    Args:
        match: As it was ranked.
        is_named: Whether the decision names it.
    """
    left = match.days_left
    days = f"{days_text(left)} {'reste' if left < 2 else 'restent'}" if left > 0 else ""
    named = "nommé par la décision" if is_named else ""
    parts = (str(match.rank), match.name, days or "plus de jours", named)
    return " · ".join(each for each in parts if each)


def excluded_text(matches: Iterable[PartnerMatch]) -> str:
    """Return which partners a conflict excludes; empty without any."""
    names = [f"{each.name} ({label(each.conflict).lower()})" for each in matches if each.conflict]
    if not names:
        return ""
    word = "Exclu" if len(names) == 1 else "Exclus"
    return f"{word}{NO_BREAK}: {list_text(names)}."


def _are(days: Decimal, word: str) -> str:
    return f"{'est' if days < 2 else 'sont'} {plural(Fraction(days), word)}"
