"""Spellings accepted in the columns that hold a choice, without accents or case."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    Agreement,
    Civility,
    ExpertAdvice,
    JobContract,
    MemberCollege,
    MemberOffice,
    ProjectKind,
)
from alize_desktop.rules.text import search_key
from alize_desktop.spreadsheets.cells import Reader, check_is_value, shown, text_of, whole_of
from alize_desktop.spreadsheets.raw import CellKind, RawCell

Choice = TypeVar("Choice", bound=StrEnum)

CIVILITIES: Final = {
    Civility.MADAME: ("Madame", "Mme", "Mme.", "Mlle", "Mademoiselle"),
    Civility.MONSIEUR: ("Monsieur", "M.", "Mr", "M"),
}
PROJECT_KINDS: Final = {
    ProjectKind.DEVELOPMENT: ("Développement", "Croissance"),
    ProjectKind.INVESTMENT: ("Investissement",),
    ProjectKind.TAKEOVER: (
        "Reprise ou transmission",
        "Reprise",
        "Transmission",
        "Reprise/transmission",
        "Reprise et transmission",
        "Reprise d'entreprise",
        "Transmission d'entreprise",
    ),
    ProjectKind.DIVERSIFICATION: ("Diversification",),
    ProjectKind.RECRUITMENT: ("Recrutement", "Embauche"),
    ProjectKind.CREATION: ("Création", "Création d'entreprise"),
    ProjectKind.OTHER: ("Autre", "Autres"),
}
CONTRACTS: Final = {
    JobContract.PERMANENT: ("CDI", "Contrat à durée indéterminée"),
    JobContract.FIXED_TERM: ("CDD", "Contrat à durée déterminée"),
    JobContract.APPRENTICESHIP: (
        "Apprentissage",
        "Alternance",
        "Contrat d'apprentissage",
        "Apprenti",
    ),
    JobContract.OTHER: ("Autre", "Autres"),
}
ADVICES: Final = {
    ExpertAdvice.FAVOURABLE: ("Favorable", "Avis favorable"),
    ExpertAdvice.FAVOURABLE_WITH_CONDITIONS: (
        "Favorable sous conditions",
        "Favorable sous condition",
        "Favorable avec conditions",
        "Favorable avec condition",
        "Favorable sous réserve",
        "Favorable sous réserves",
        "Favorable avec réserves",
    ),
    ExpertAdvice.RESERVED: ("Réservé", "Avis réservé"),
    ExpertAdvice.UNFAVOURABLE: ("Défavorable", "Avis défavorable"),
}
COLLEGES: Final = {
    MemberCollege.ENTERPRISE: ("Entreprise", "Entreprises"),
    MemberCollege.BANK: ("Banque", "Banques", "Établissement bancaire"),
    MemberCollege.ACCOUNTANT: ("Expert-comptable", "Experts-comptables", "Expertise comptable"),
    MemberCollege.STATE: ("État", "Services de l'État"),
    MemberCollege.LOCAL_AUTHORITY: (
        "Collectivité",
        "Collectivités",
        "Collectivité territoriale",
        "Collectivités territoriales",
        "Collectivité locale",
    ),
    MemberCollege.CHAMBER: ("Chambre consulaire", "Chambres consulaires", "Chambre", "Consulaire"),
    MemberCollege.OTHER: ("Autre", "Autres"),
}
OFFICES: Final = {
    MemberOffice.CHAIR: ("Président", "Présidente"),
    MemberOffice.VICE_CHAIR: ("Vice-président", "Vice-présidente"),
    MemberOffice.MEMBER: ("Membre", "Titulaire", "Membre titulaire"),
    MemberOffice.ALTERNATE: (
        "Suppléant",
        "Suppléante",
        "Membre suppléant",
        "Membre suppléante",
    ),
    MemberOffice.GUEST: ("Invité", "Invitée"),
}
AGREEMENTS: Final = {
    Agreement.YES: ("oui", "o", "vrai"),
    Agreement.NO: ("non", "n", "faux"),
    Agreement.UNKNOWN: ("inconnu", "?", "ne sait pas", "non renseigné", "nc", "-"),
}
_PERIOD_WORDS: Final = {
    "mensuelle": 1,
    "mensuel": 1,
    "trimestrielle": 3,
    "trimestriel": 3,
    "semestrielle": 6,
    "semestriel": 6,
    "annuelle": 12,
    "annuel": 12,
}


def key_of(text: str) -> str:
    """Return what is compared of a header, a sheet's name or a choice.

    Accents, case, spaces and punctuation do not count. A text made only of
    punctuation is its own key.
    """
    return re.sub(r"[^a-z0-9]+", "", search_key(text)) or text.strip()


def choice_of(
    spellings: Mapping[Choice, tuple[str, ...]], code: ErrorCode = ErrorCode.CHOICE_UNKNOWN
) -> Reader:
    """Return a reader of one of several choices.

    Args:
        spellings: Accepted spellings of each choice; the first is the one shown
            to a person who wrote something else.
        code: What any other text is refused with.

    Returns:
        A reader that raises ``code`` for any other text.
    """
    known = {key_of(each): choice for choice, texts in spellings.items() for each in texts}
    expected = tuple(texts[0] for texts in spellings.values())

    def read(cell: RawCell) -> Choice:
        check_is_value(cell)
        # a yes or no that a workbook has made a boolean is still a yes or no
        text = shown(cell) if cell.kind is CellKind.BOOLEAN else text_of(cell)
        choice = known.get(key_of(text))
        if choice is None:
            raise UserError(code, value=text, choices=expected)
        return choice

    return read


def period_of(cell: RawCell) -> int:
    """Return the months between two instalments: ``3`` or ``trimestrielle``.

    Raises:
        UserError: ``NUMBER_INVALID`` or ``NUMBER_NOT_WHOLE``.
    """
    if cell.kind is CellKind.TEXT and (months := _PERIOD_WORDS.get(key_of(text_of(cell)))):
        return months
    return whole_of(cell)
