"""Sentences about the rules of procedure: their name, and what deserves a second look."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from alize_desktop.models.enums import MajorityKind, QuorumKind
from alize_desktop.models.records.rules import CommitteeRules, RulesVersion
from alize_desktop.rules.majority import seats_required
from alize_desktop.rules.outcomes import is_casting_majority
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import college_label
from alize_desktop.wording.names import counted

MODEL_LABEL: Final = "Règlement type Alizé"
"""Name of the model rules, which nobody adopted."""


def rules_name(version: RulesVersion) -> str:
    """Return how papers name rules: « Règlement intérieur n° 2, en vigueur depuis le 3 mars 2026 »."""
    if version.number == 0:
        return version.draft.label
    day = long_date(version.draft.effective_on)
    return f"{version.draft.label} n°{NO_BREAK}{version.number}, en vigueur depuis le {day}"


def rules_remarks(rules: CommitteeRules, colleges: Sequence[str]) -> tuple[str, ...]:
    """Return what is accepted of rules and deserves a second look, a sentence each.

    Args:
        rules: The rules.
        colleges: College of every seat in office.
    """
    return (*_quorum_remarks(rules, colleges), *_casting_remarks(rules))


def _quorum_remarks(rules: CommitteeRules, colleges: Sequence[str]) -> Iterator[str]:
    seats, there = len(colleges), Counter(colleges)
    if rules.quorum.kind is QuorumKind.FIXED and seats_required(rules.quorum, seats) > seats:
        count = counted(seats_required(rules.quorum, seats), "membre")
        yield (
            f"Le quorum de {count} ne peut pas être atteint{NO_BREAK}:"
            f" le comité a {counted(seats, 'siège')}."
        )
    for each in rules.quorum.per_college:
        if each.seats > there[each.college]:
            yield (
                f"Collège «{NO_BREAK}{college_label(each.college)}{NO_BREAK}»{NO_BREAK}:"
                f" le minimum demandé est de {each.seats}, pour"
                f" {counted(there[each.college], 'siège')}."
            )


def _casting_remarks(rules: CommitteeRules) -> Iterator[str]:
    if not rules.casting_vote:
        return
    if rules.majority.kind is MajorityKind.UNANIMITY:
        yield "À l’unanimité, la voix prépondérante ne sert jamais."
    elif not is_casting_majority(rules.majority):
        yield (
            f"La voix prépondérante ne jouera pas avec cette majorité{NO_BREAK}: elle départage"
            " les suffrages exprimés, à la majorité absolue ou relative."
        )
