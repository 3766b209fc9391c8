"""How each state is shown: a letter, a word, a shape and a colour, never a colour alone."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.enums import (
    AttendanceKind,
    Civility,
    DecisionOutcome,
    ItemConclusion,
    ItemStep,
    VoteChoice,
)
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.wording.labels import attendance_label, choice_mark, label, outcome_mark

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Sign:
    """How a state is shown.

    Attributes:
        letter: Key that sets it, and its mark where there is little room.
        word: The state in one or two words.
    """

    letter: str
    word: str
    shape: Shape
    role: Role


_VOTES: Final = {
    VoteChoice.FOR: (Shape.UP, Role.GOOD),
    VoteChoice.AGAINST: (Shape.DOWN, Role.BAD),
    VoteChoice.ABSTENTION: (Shape.DISC, Role.WAITING),
    VoteChoice.NOT_PARTICIPATING: (Shape.BAR, Role.RECUSAL),
}

_ATTENDANCES: Final = {
    AttendanceKind.PRESENT: ("P", Shape.CHECK, Role.GOOD),
    AttendanceKind.REMOTE: ("D", Shape.CHECK, Role.GOOD),
    AttendanceKind.EXCUSED: ("E", Shape.BAR, Role.WAITING),
    AttendanceKind.ABSENT: ("A", Shape.CROSS, Role.BAD),
    AttendanceKind.REPRESENTED: ("R", Shape.UP, Role.PRIMARY),
    AttendanceKind.SUBSTITUTED: ("S", Shape.UP, Role.PRIMARY),
    AttendanceKind.DEPARTED: ("Q", Shape.RIGHT, Role.WAITING),
}

_IN_WRITING: Final = (AttendanceKind.PRESENT, AttendanceKind.REMOTE, AttendanceKind.ABSENT)

_OUTCOMES: Final = {
    DecisionOutcome.APPROVED: (Shape.CHECK, Role.GOOD),
    DecisionOutcome.APPROVED_WITH_CONDITIONS: (Shape.CHECK, Role.GOOD),
    DecisionOutcome.APPROVED_REDUCED: (Shape.CHECK, Role.GOOD),
    DecisionOutcome.DEFERRED: (Shape.DISC, Role.WAITING),
    DecisionOutcome.REJECTED: (Shape.DOWN, Role.BAD),
    DecisionOutcome.WITHDRAWN: (Shape.BAR, Role.NEUTRAL),
}

_CONCLUSIONS: Final = {
    ItemConclusion.ADOPTED: (Shape.CHECK, Role.GOOD),
    ItemConclusion.REJECTED: (Shape.DOWN, Role.BAD),
    ItemConclusion.NOTED: (Shape.CHECK, Role.NEUTRAL),
    ItemConclusion.POSTPONED: (Shape.DISC, Role.WAITING),
}


def vote_sign(choice: VoteChoice) -> Sign:
    """Return how an answer is shown."""
    mark = choice_mark(choice)
    return Sign(mark.letter, mark.word, *_VOTES[choice])


def recusal_sign() -> Sign:
    """Return how a recused member is shown."""
    return Sign("D", translate("choices", "Déport"), Shape.BAR, Role.RECUSAL)


def attendance_sign(
    kind: AttendanceKind | None, civility: Civility | None = None, *, is_written: bool = False
) -> Sign:
    """Return how an attendance is shown; None is a member not called yet.

    Args:
        kind: Where the member stands.
        civility: Gives the gender of the word.
        is_written: Whether everybody answers in writing: nobody is present then.
    """
    if kind is None:
        waiting = translate("choices", "attendue") if is_written else ""
        word = waiting or translate("choices", "à appeler")
        return Sign("", word, Shape.RING, Role.NEUTRAL)
    if is_written and kind in _IN_WRITING:
        letter, shape, role = _ATTENDANCES[kind]
        words = (translate("choices", "A répondu"), translate("choices", "Sans réponse"))
        return Sign(letter, words[kind is AttendanceKind.ABSENT], shape, role)
    if kind not in _ATTENDANCES:
        return recusal_sign()
    letter, shape, role = _ATTENDANCES[kind]
    return Sign(letter, attendance_label(kind, civility), shape, role)


def outcome_sign(outcome: DecisionOutcome) -> Sign:
    """Return how the outcome of a dossier is shown."""
    mark = outcome_mark(outcome)
    return Sign(mark.letter, mark.word, *_OUTCOMES[outcome])


def conclusion_sign(conclusion: ItemConclusion) -> Sign:
    """Return how the end of a standing point is shown."""
    return Sign("", label(conclusion), *_CONCLUSIONS[conclusion])


def step_sign(step: ItemStep) -> Sign:
    """Return how a dossier without outcome is shown in the agenda."""
    words = {
        ItemStep.PRESENTED: translate("choices", "en examen"),
        ItemStep.BALLOT_OPEN: translate("choices", "vote ouvert"),
        ItemStep.BALLOT_CLOSED: translate("choices", "vote clos"),
        ItemStep.PROCLAIMED: translate("choices", "à décider"),
    }
    if step not in words:
        return Sign("", "", Shape.NONE, Role.NEUTRAL)
    return Sign("", words[step], Shape.DISC, Role.PRIMARY)
