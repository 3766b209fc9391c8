"""Which advance a line of a bank statement seems to repay. A person always confirms it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntFlag
from functools import cached_property
from itertools import accumulate
from typing import Final
from uuid import UUID

from alize_desktop.models.records.advances import BankLine
from alize_desktop.models.values import Money
from alize_desktop.rules.text import search_key


class Clue(IntFlag):
    """What was recognised; the heavier it is, the more it says."""

    NONE = 0
    AMOUNT = 1
    NAME = 2
    MANDATE = 4
    NUMBER = 8


_LEGAL_FORMS: Final = frozenset(
    {"sarl", "sas", "sasu", "eurl", "scop", "snc", "sci", "selarl", "ets", "etablissements"}
    | {"societe", "entreprise", "les", "des", "aux", "and"}
)
_SHORTEST: Final = 3
"""Letters of a word that names a company."""

_CUT: Final = 5
"""Letters that are enough of a word that a bank cut."""

_BETWEEN: Final = "[^a-z0-9]*"


@dataclass(frozen=True)
class Candidate:
    """An advance that money may repay.

    Attributes:
        number: Of its dossier.
        mandate: Reference of its direct debit, empty without one.
        amounts: What the company may pay at once: an instalment, what is late, the rest.
    """

    dossier_id: UUID
    number: str
    company: str
    mandate: str
    amounts: frozenset[Money]

    @cached_property
    def number_pattern(self) -> re.Pattern[str]:
        """What finds its number in a label, however it is cut."""
        return _pattern(self.number)

    @cached_property
    def mandate_pattern(self) -> re.Pattern[str] | None:
        """What finds its mandate in a label, None without one."""
        return _pattern(self.mandate) if self.mandate else None

    @cached_property
    def name_words(self) -> tuple[str, ...]:
        """Words that name the company, its legal form left out."""
        return tuple(
            each
            for each in _words(self.company)
            if len(each) >= _SHORTEST and each not in _LEGAL_FORMS
        )


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate, and what was recognised of it in a line."""

    candidate: Candidate
    clues: Clue


class CandidateIndex:
    """Candidates by what a line may say of them: a statement does not go through them all.

    Args:
        candidates: In the order in which they are proposed.
    """

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = tuple(candidates)
        self._by_reference: defaultdict[str, set[int]] = defaultdict(set)
        self._by_word: defaultdict[str, set[int]] = defaultdict(set)
        self._by_amount: defaultdict[Money, set[int]] = defaultdict(set)
        self._pieces = 0
        for place, each in enumerate(self._candidates):
            for reference in (each.number, each.mandate):
                pieces = _words(reference)
                self._pieces = max(self._pieces, len(pieces))
                self._by_reference["".join(pieces)].add(place)
            for word in each.name_words[:1]:
                for cut in range(min(_CUT, len(word)), len(word) + 1):
                    self._by_word[word[:cut]].add(place)
            for amount in each.amounts:
                self._by_amount[amount].add(place)

    def near(self, line: BankLine) -> tuple[Candidate, ...]:
        """Return the candidates of which something may be recognised, and few others."""
        words = _words(line.label)
        found = set(self._by_amount.get(line.amount, ()))
        for first, word in enumerate(words):
            found |= self._by_word.get(word, set())
            for together in accumulate(words[first : first + self._pieces]):
                found |= self._by_reference.get(together, set())
        return tuple(self._candidates[place] for place in sorted(found))


def matches(line: BankLine, candidates: Sequence[Candidate]) -> tuple[Match, ...]:
    """Return the candidates of which something was recognised, the likeliest first."""
    key, words = search_key(line.label), _words(line.label)
    found = [Match(each, _clues(line, key, words, each)) for each in candidates]
    return tuple(
        sorted((each for each in found if each.clues), key=lambda each: each.clues, reverse=True)
    )


def proposed(found: Sequence[Match]) -> Match | None:
    """Return the match to propose: the likeliest, unless another one is as likely.

    Args:
        found: As ``matches`` gives them.
    """
    if not found or (len(found) > 1 and found[0].clues == found[1].clues):
        return None
    return found[0]


def _clues(line: BankLine, key: str, words: Sequence[str], candidate: Candidate) -> Clue:
    clues = Clue.NONE
    if candidate.number_pattern.search(key):
        clues |= Clue.NUMBER
    if candidate.mandate_pattern and candidate.mandate_pattern.search(key):
        clues |= Clue.MANDATE
    if _is_named(candidate.name_words, words):
        clues |= Clue.NAME
    if line.amount in candidate.amounts:
        clues |= Clue.AMOUNT
    return clues


def _is_named(names: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether every word of a name is there; banks cut the words that are long."""
    return bool(names) and all(
        any(word == name or (len(word) >= _CUT and name.startswith(word)) for word in words)
        for name in names
    )


def _pattern(reference: str) -> re.Pattern[str]:
    parts = re.findall("[a-z0-9]+", search_key(reference))
    return re.compile(f"(?<![a-z0-9]){_BETWEEN.join(parts)}(?![a-z0-9])")


def _words(text: str) -> list[str]:
    return re.findall("[a-z0-9]+", search_key(text))
