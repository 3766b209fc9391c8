"""How the states of missions, and of days done, are dressed: a colour and a shape."""

from typing import Final

from alize_desktop.models.enums import MissionEventKind, MissionState
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape

Dress = tuple[Role, Shape]

STATES: Final[dict[MissionState, Dress]] = {
    MissionState.PLANNED: (Role.WAITING, Shape.RING),
    MissionState.AGREED: (Role.PRIMARY, Shape.RIGHT),
    MissionState.RUNNING: (Role.PRIMARY, Shape.DISC),
    MissionState.OVERDUE: (Role.BAD, Shape.DOWN),
    MissionState.CLOSED: (Role.GOOD, Shape.CHECK),
    MissionState.GIVEN_UP: (Role.NEUTRAL, Shape.CROSS),
}

PAST: Final[Dress] = (Role.NEUTRAL, Shape.DIAMOND_OPEN)
"""Of a mission taken over from the past."""

_BOTH: Final = 2


def confirmation_dress(sides: frozenset[MissionEventKind]) -> Dress:
    """Return the dress of ``mission_lists.sides_text``."""
    if len(sides) == _BOTH:
        return Role.GOOD, Shape.CHECK
    return Role.WAITING, Shape.HALF if sides else Shape.RING
