"""Sentences of the minutes about the agenda: late points, moved ones, standing ones."""

from collections.abc import Iterator
from typing import Final

from alize_desktop.models.enums import ItemConclusion, ItemKind, LateItemRule
from alize_desktop.models.records.minutes_parts import MinutesCondition, MinutesPlace
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.wording.amounts import NO_BREAK
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.labels import label
from alize_desktop.wording.minutes_words import unended

_LATE: Final = {
    LateItemRule.UNANIMOUS: "ajouté avec l’accord unanime des présents",
    LateItemRule.MAJORITY: "ajouté avec l’accord de la majorité des présents",
    LateItemRule.REFUSED: "ajouté après la convocation",
}
_NOTED: Final = {
    ItemConclusion.NOTED: "Il en est pris acte.",
    ItemConclusion.POSTPONED: "Ce point est reporté.",
    ItemConclusion.ADOPTED: "Ce point est adopté.",
    ItemConclusion.REJECTED: "Ce point est rejeté.",
}
_CONCLUSIONS: Final = {
    ItemKind.MINUTES_APPROVAL: {
        ItemConclusion.ADOPTED: "Le procès-verbal est approuvé.",
        ItemConclusion.REJECTED: "Le procès-verbal n’est pas approuvé.",
        ItemConclusion.POSTPONED: "L’approbation du procès-verbal est reportée.",
    },
    ItemKind.RATIFICATION: {
        ItemConclusion.ADOPTED: "La consultation écrite est ratifiée.",
        ItemConclusion.REJECTED: "La consultation écrite n’est pas ratifiée.",
        ItemConclusion.POSTPONED: "La ratification de la consultation écrite est reportée.",
    },
}


def place_notes(place: MinutesPlace, rules: CommitteeRules) -> Iterator[str]:
    """Yield what is unusual in the place of a point on the agenda."""
    if place.is_carried_over:
        yield "reconvoqué, quorum non requis"
    if place.is_late:
        yield _LATE[rules.late_items]
    if place.is_moved:
        yield "reporté en fin d’ordre du jour"


def conclusion_sentence(
    kind: ItemKind, conclusion: ItemConclusion | None, *, is_over: bool = False
) -> str:
    """Return how a standing point ended: « Le procès-verbal est approuvé. ».

    A meeting that is over only leaves a point without conclusion for want of a quorum.
    """
    if conclusion is None:
        without = "n’a pas été examiné, faute de quorum" if is_over else "n’est pas conclu"
        return f"Ce point {without}."
    return _CONCLUSIONS.get(kind, {}).get(conclusion, _NOTED[conclusion])


def condition_event_text(condition: MinutesCondition) -> str:
    """Return what became of a condition: « Prolongée jusqu’au 24 juin 2026 : devis attendu »."""
    told = label(condition.kind)
    if condition.until is not None:
        told += f" jusqu’au {long_date(condition.until)}"
    note = unended(condition.note)
    return f"{told}{NO_BREAK}: {note}" if note else told
