"""How the states of milestones are dressed: a colour and a shape beside the word."""

from typing import Final

from alize_desktop.models.enums import MilestoneState
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape

DRESSES: Final = {
    MilestoneState.TO_COME: (Role.NEUTRAL, Shape.RING),
    MilestoneState.DUE: (Role.WAITING, Shape.DISC),
    MilestoneState.MET: (Role.GOOD, Shape.CHECK),
    MilestoneState.MISSED: (Role.BAD, Shape.DOWN),
}
