"""Colour and shape of everything that has a state on the screen of advances."""

from typing import Final

from alize_desktop.models.enums import AdvanceEventKind, AdvanceState, InstalmentState
from alize_desktop.models.records.advances import AdvanceEvent, AdvancePosition, InstalmentPosition
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

_KIND = AdvanceEventKind
_EVENTS: Final[dict[AdvanceEventKind, Dress]] = {
    _KIND.AGREEMENT_SIGNED: (Role.PRIMARY, Shape.RIGHT),
    _KIND.DISBURSEMENT: (Role.PRIMARY, Shape.DISC),
    _KIND.REPAYMENT: (Role.GOOD, Shape.CHECK),
    _KIND.RECOVERY: (Role.GOOD, Shape.CHECK),
    _KIND.REVERSAL: (Role.NEUTRAL, Shape.CROSS),
    _KIND.REJECTED_DEBIT: (Role.BAD, Shape.CROSS),
    _KIND.REFUND: (Role.WAITING, Shape.DIAMOND_OPEN),
    _KIND.MORATORIUM: (Role.WAITING, Shape.HALF),
    _KIND.REMINDER: (Role.WAITING, Shape.UP_OPEN),
    _KIND.FORMAL_NOTICE: (Role.BAD, Shape.UP),
    _KIND.ACCELERATION: (Role.BAD, Shape.DIAMOND),
    _KIND.LITIGATION: (Role.BAD, Shape.SQUARE),
    _KIND.WAIVER: (Role.NEUTRAL, Shape.DIAMOND_OPEN),
    _KIND.LOSS: (Role.BAD, Shape.CROSS),
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


def event_dress(event: AdvanceEvent) -> Dress:
    """Return the dress of what happened; pale once it was taken back."""
    return (Role.NEUTRAL, Shape.CROSS) if event.is_reversed else _EVENTS[event.draft.kind]
