"""Colour and shape of everything that has a state on the screen of advances."""

from typing import Final

from alize_desktop.models.enums import AdvanceState, InstalmentState
from alize_desktop.models.records.advances import AdvancePosition, InstalmentPosition
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.wording.advance_words import Tone

Dress = tuple[Role, Shape]

STATES: Final[dict[AdvanceState, Dress]] = {
    AdvanceState.GRANTED: (Role.WAITING, Shape.RING),
    AdvanceState.LAPSED: (Role.NEUTRAL, Shape.BAR),
    AdvanceState.GIVEN_UP: (Role.NEUTRAL, Shape.CROSS),
    AdvanceState.SIGNED: (Role.PRIMARY, Shape.RIGHT),
    AdvanceState.RUNNING: (Role.PRIMARY, Shape.DISC),
    AdvanceState.ACCELERATED: (Role.BAD, Shape.DIAMOND),
    AdvanceState.IN_LITIGATION: (Role.BAD, Shape.SQUARE),
    AdvanceState.REPAID: (Role.GOOD, Shape.CHECK),
    AdvanceState.WAIVED: (Role.NEUTRAL, Shape.DIAMOND_OPEN),
    AdvanceState.LOST: (Role.BAD, Shape.CROSS),
}

_ROWS: Final[dict[InstalmentState, Dress]] = {
    InstalmentState.TO_COME: (Role.NEUTRAL, Shape.RING),
    InstalmentState.PARTLY_PAID: (Role.WAITING, Shape.HALF),
    InstalmentState.PAID: (Role.GOOD, Shape.CHECK),
    InstalmentState.LATE: (Role.BAD, Shape.DOWN),
    InstalmentState.WRITTEN_OFF: (Role.NEUTRAL, Shape.CROSS),
}

TONES: Final[dict[Tone, Dress]] = {
    Tone.PLAIN: (Role.NEUTRAL, Shape.RING),
    Tone.GOOD: (Role.GOOD, Shape.CHECK),
    Tone.WAITING: (Role.WAITING, Shape.DISC),
    Tone.BAD: (Role.BAD, Shape.UP),
}
"""Of a sentence."""


def state_dress(position: AdvancePosition) -> Dress:
    """Return the dress of ``advance_words.state_text``."""
    if position.state is AdvanceState.RUNNING and position.overdue:
        return _ROWS[InstalmentState.LATE]
    return STATES[position.state]


def row_dress(row: InstalmentPosition) -> Dress:
    """Return the dress of the state of an instalment."""
    return _ROWS[row.state]
