"""Recusals proposed from what is known of the members. A person confirms each of them.

Names are compared without accents, case or punctuation, and whole: « Val » is not
« Banque du Val ». A declared interest may say what it is: « Actionnaire de Fonderie du
Val », « Fonderie du Val (associée) ».
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from alize_desktop.rules.text import search_key


class PartyKind(StrEnum):
    """What somebody is in a dossier."""

    COMPANY = "company"
    MANAGER = "manager"
    SHAREHOLDER = "shareholder"
    BANK = "bank"
    ACCOUNTANT = "accountant"
    LENDER = "lender"


class TieKind(StrEnum):
    """What somebody is to a member."""

    SELF = "self"
    EMPLOYER = "employer"
    HELD = "held"
    DECLARED = "declared"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody whom a dossier concerns; an empty name is nobody."""

    kind: PartyKind
    name: str


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a member to a party of a dossier."""

    party: Party
    kind: TieKind


_SEPARATORS: Final = re.compile(r"[;,\r\n]")
_WORD: Final = re.compile(r"\w+")
_HOLDS: Final = frozenset(
    [
        "actionnaire",
        "actions",
        "associe",
        "associee",
        "associes",
        "capital",
        "parts",
        "porteur",
        "porteuse",
        "sociale",
        "sociales",
        "fondateur",
        "fondatrice",
        "cofondateur",
        "cofondatrice",
    ]
)
_WORKS: Final = frozenset(["salarie", "salariee", "employe", "employee", "employeur", "travaille"])
_OTHERWISE: Final = frozenset(
    [
        "administrateur",
        "administratrice",
        "mandataire",
        "gerant",
        "gerante",
        "dirigeant",
        "dirigeante",
        "president",
        "presidente",
        "directeur",
        "directrice",
        "client",
        "cliente",
        "fournisseur",
        "conjoint",
        "conjointe",
        "epoux",
        "epouse",
        "parent",
        "parente",
        "pere",
        "mere",
        "frere",
        "soeur",
        "fils",
        "fille",
        "ami",
        "amie",
        "conseil",
        "ancien",
        "ancienne",
    ]
)
_BETWEEN: Final = frozenset(
    [
        "a",
        "au",
        "aux",
        "chez",
        "d",
        "dans",
        "de",
        "des",
        "du",
        "en",
        "l",
        "la",
        "le",
        "les",
        "un",
        "une",
        "et",
    ]
)
_SAYS_WHAT: Final = _HOLDS | _WORKS | _OTHERWISE | _BETWEEN


def ties(name: str, organisation: str, interests: str, parties: Iterable[Party]) -> tuple[Tie, ...]:
    """Return what ties a member to the parties of a dossier, one tie a party at most.

    Args:
        name: Full name of the member.
        organisation: Where the member works.
        interests: Declared interests; several may stand in the text, separated by
            commas, semicolons or line ends.
        parties: Parties of the dossier, in the order in which ties are told.

    Source:
        Règles du comité, section 3: bank, accountant, shareholder, employer, lending
        partner of the dossier against the members' declared interests.
    """
    declared = [_words(each) for each in _SEPARATORS.split(interests)]
    found = ((each, _tie(name, organisation, declared, _words(each.name))) for each in parties)
    return tuple(Tie(party, kind) for party, kind in found if kind is not None)


def _tie(
    name: str, organisation: str, declared: list[tuple[str, ...]], party: tuple[str, ...]
) -> TieKind | None:
    if not party:
        return None
    if party == _words(name):
        return TieKind.SELF
    if party == _words(organisation):
        return TieKind.EMPLOYER
    kinds = [kind for each in declared for kind in _said(each, party)]
    return min(kinds, key=list(TieKind).index) if kinds else None


def _said(entry: tuple[str, ...], party: tuple[str, ...]) -> Iterator[TieKind]:
    """Yield what an interest says of a party, when all the rest of it says just that."""
    size = len(party)
    for start in range(len(entry) - size + 1):
        if entry[start : start + size] != party:
            continue
        rest = {*entry[:start], *entry[start + size :]}
        if rest <= _SAYS_WHAT:
            yield _kind(rest)


def _kind(words: set[str]) -> TieKind:
    if words & _HOLDS:
        return TieKind.HELD
    return TieKind.EMPLOYER if words & _WORKS else TieKind.DECLARED


@lru_cache(maxsize=1_024)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(search_key(text)))
