"""The French word of every closed vocabulary, and the mark a screen gives it.

Members of different vocabularies may share a value (a dossier and an agenda item
are both "decided"), so words are kept by vocabulary.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from alize_desktop.models import enums
from alize_desktop.models.enums import AttendanceKind, Civility, DecisionOutcome, MemberOffice
from alize_desktop.wording.vocabulary import LABELS


@dataclass(frozen=True, slots=True)
class Mark:
    """How a state is told without colour alone.

    Attributes:
        letter: One capital letter, also the key that gives it.
        shape: One character.
        word: The French word.
    """

    letter: str
    shape: str
    word: str


_FEMININE: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    MemberOffice: {
        MemberOffice.CHAIR: "Présidente",
        MemberOffice.VICE_CHAIR: "Vice-présidente",
        MemberOffice.ALTERNATE: "Suppléante",
        MemberOffice.GUEST: "Invitée",
    },
    AttendanceKind: {
        AttendanceKind.PRESENT: "Présente",
        AttendanceKind.EXCUSED: "Excusée",
        AttendanceKind.ABSENT: "Absente",
        AttendanceKind.REPRESENTED: "Représentée",
        AttendanceKind.SUBSTITUTED: "Suppléée",
        AttendanceKind.DEPARTED: "Partie",
    },
}

_MARKS: Final[Mapping[type[StrEnum], Mapping[StrEnum, tuple[str, str]]]] = {
    enums.VoteChoice: {
        enums.VoteChoice.FOR: ("P", "▲"),
        enums.VoteChoice.AGAINST: ("C", "▼"),
        enums.VoteChoice.ABSTENTION: ("A", "●"),
        enums.VoteChoice.NOT_PARTICIPATING: ("N", "▬"),
    },
    enums.DossierState: {
        enums.DossierState.FILED: ("D", "○"),
        enums.DossierState.UNDER_APPRAISAL: ("I", "◐"),
        enums.DossierState.AWAITING_DOCUMENTS: ("P", "◇"),
        enums.DossierState.COMPLETE: ("C", "●"),
        enums.DossierState.SCHEDULED: ("S", "▶"),
        enums.DossierState.DEFERRED: ("A", "◆"),
        enums.DossierState.DECIDED: ("V", "■"),
        enums.DossierState.WITHDRAWN: ("R", "▬"),
    },
    DecisionOutcome: {
        DecisionOutcome.APPROVED: ("A", "▲"),
        DecisionOutcome.APPROVED_WITH_CONDITIONS: ("C", "△"),
        DecisionOutcome.APPROVED_REDUCED: ("M", "△"),
        DecisionOutcome.DEFERRED: ("J", "●"),
        DecisionOutcome.REJECTED: ("R", "▼"),
        DecisionOutcome.WITHDRAWN: ("T", "▬"),
    },
}


def label(member: StrEnum) -> str:
    """Return the French word of a member of any vocabulary: « En instruction ».

    Raises:
        KeyError: A vocabulary or member without a word: a bug (a test walks all).
    """
    return LABELS[type(member)][member]


def office_label(office: MemberOffice, civility: Civility | None) -> str:
    """Return an office by gender: « Présidente »."""
    return _by_gender(office, civility)


def attendance_label(kind: AttendanceKind, civility: Civility | None) -> str:
    """Return an attendance by gender: « Excusée »."""
    return _by_gender(kind, civility)


def choice_mark(choice: enums.VoteChoice) -> Mark:
    """Return the mark of a vote: P ▲ Pour."""
    return _mark(choice)


def state_mark(state: enums.DossierState) -> Mark:
    """Return the mark of a dossier's state: I ◐ En instruction."""
    return _mark(state)


def outcome_mark(outcome: DecisionOutcome) -> Mark:
    """Return the mark of a decision: J ● Ajourné."""
    return _mark(outcome)


def college_label(college: str) -> str:
    """Return the word of a college, or the name the committee gave it."""
    known = set(enums.MemberCollege)
    return label(enums.MemberCollege(college)) if college in known else college


def _by_gender(member: StrEnum, civility: Civility | None) -> str:
    if civility is Civility.MADAME:
        return _FEMININE[type(member)].get(member, label(member))
    return label(member)


def _mark(member: StrEnum) -> Mark:
    letter, shape = _MARKS[type(member)][member]
    return Mark(letter, shape, label(member))
