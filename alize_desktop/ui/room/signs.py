"""How each state is shown in the room: a shape and a colour, beside its word."""

from typing import Final, NamedTuple

from alize_desktop.models.enums import (
    AttendanceKind,
    BallotForm,
    BallotOutcome,
    DecisionOutcome,
    ItemConclusion,
    VoteChoice,
)
from alize_desktop.models.records.room import RoomLine, RoomState
from alize_desktop.ui.theme.tokens import DARK, Role
from alize_desktop.ui.widgets.painting import Shape


class Sign(NamedTuple):
    """A shape, and what its colour means."""

    shape: Shape
    role: Role

    @property
    def ink(self) -> str:
        """The colour."""
        return DARK.ink(self.role)


PLAIN: Final = Sign(Shape.NONE, Role.NEUTRAL)
CURRENT: Final = Sign(Shape.RIGHT, Role.PRIMARY)
PRIVATE: Final = Sign(Shape.SQUARE, Role.RECUSAL)
REHEARSAL: Final = Sign(Shape.DIAMOND, Role.WAITING)
PAUSE: Final = Sign(Shape.HALF, Role.WAITING)
REACHED: Final = Sign(Shape.CHECK, Role.GOOD)
SHORT: Final = Sign(Shape.CROSS, Role.BAD)

_ATTENDANCES: Final = {
    AttendanceKind.PRESENT: Sign(Shape.CHECK, Role.GOOD),
    AttendanceKind.REMOTE: Sign(Shape.HALF, Role.GOOD),
    AttendanceKind.EXCUSED: Sign(Shape.BAR, Role.WAITING),
    AttendanceKind.ABSENT: Sign(Shape.CROSS, Role.BAD),
    AttendanceKind.REPRESENTED: Sign(Shape.UP, Role.PRIMARY),
    AttendanceKind.SUBSTITUTED: Sign(Shape.DIAMOND, Role.PRIMARY),
}

_DECISIONS: Final = {
    DecisionOutcome.APPROVED: Sign(Shape.UP, Role.GOOD),
    DecisionOutcome.APPROVED_WITH_CONDITIONS: Sign(Shape.UP_OPEN, Role.GOOD),
    DecisionOutcome.APPROVED_REDUCED: Sign(Shape.UP_OPEN, Role.GOOD),
    DecisionOutcome.DEFERRED: Sign(Shape.DISC, Role.WAITING),
    DecisionOutcome.REJECTED: Sign(Shape.DOWN, Role.BAD),
    DecisionOutcome.WITHDRAWN: Sign(Shape.BAR, Role.NEUTRAL),
}

_CONCLUSIONS: Final = {
    ItemConclusion.ADOPTED: Sign(Shape.UP, Role.GOOD),
    ItemConclusion.REJECTED: Sign(Shape.DOWN, Role.BAD),
    ItemConclusion.NOTED: Sign(Shape.CHECK, Role.NEUTRAL),
    ItemConclusion.POSTPONED: Sign(Shape.DISC, Role.WAITING),
}

_BALLOTS: Final = {
    BallotOutcome.ADOPTED: Sign(Shape.UP, Role.GOOD),
    BallotOutcome.REJECTED: Sign(Shape.DOWN, Role.BAD),
    BallotOutcome.TIE: Sign(Shape.DIAMOND, Role.WAITING),
    BallotOutcome.NO_DECISION: Sign(Shape.RING, Role.NEUTRAL),
}

_CHOICES: Final = {
    VoteChoice.FOR: Sign(Shape.UP, Role.GOOD),
    VoteChoice.AGAINST: Sign(Shape.DOWN, Role.BAD),
    VoteChoice.ABSTENTION: Sign(Shape.DISC, Role.WAITING),
    VoteChoice.NOT_PARTICIPATING: Sign(Shape.BAR, Role.RECUSAL),
}

_FORMS: Final = {
    BallotForm.NAMED: Shape.SQUARE,
    BallotForm.HANDS: Shape.UP_OPEN,
    BallotForm.SECRET: Shape.DIAMOND,
    BallotForm.CONSENSUS: Shape.RING,
}


def outcome_sign(state: RoomState) -> Sign:
    """Return the sign of what was recorded, or else proclaimed."""
    if state.decision_outcome is not None:
        return _DECISIONS[state.decision_outcome]
    return _BALLOTS[state.ballot_outcome] if state.ballot_outcome is not None else PLAIN


def choice_sign(choice: VoteChoice) -> Sign:
    """Return the sign of an answer, in a proclaimed result."""
    return _CHOICES[choice]


def form_sign(form: BallotForm) -> Sign:
    """Return the sign of a form of ballot."""
    return Sign(_FORMS[form], Role.PRIMARY)


def line_sign(line: RoomLine) -> Sign:
    """Return the sign beside the status of a line."""
    if line.outcome is not None:
        return _DECISIONS[line.outcome]
    if line.conclusion is not None:
        return _CONCLUSIONS[line.conclusion]
    if line.attendance is not None:
        return _ATTENDANCES.get(line.attendance, PLAIN)
    return CURRENT if line.is_current else PLAIN
