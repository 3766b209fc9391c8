"""How the state of a dossier is shown: a word, a shape and a colour."""

from typing import Final

from alize_desktop.models.enums import DecisionOutcome, DossierState
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.wording.labels import label

Dress = tuple[Role, Shape]

_STATES: Final[dict[DossierState, Dress]] = {
    DossierState.FILED: (Role.NEUTRAL, Shape.RING),
    DossierState.UNDER_APPRAISAL: (Role.PRIMARY, Shape.RING),
    DossierState.AWAITING_DOCUMENTS: (Role.WAITING, Shape.RING),
    DossierState.COMPLETE: (Role.GOOD, Shape.CHECK),
    DossierState.SCHEDULED: (Role.PRIMARY, Shape.SQUARE),
    DossierState.DEFERRED: (Role.WAITING, Shape.DISC),
    DossierState.DECIDED: (Role.NEUTRAL, Shape.SQUARE),
    DossierState.WITHDRAWN: (Role.NEUTRAL, Shape.BAR),
}
_OUTCOMES: Final[dict[DecisionOutcome, Dress]] = {
    DecisionOutcome.APPROVED: (Role.GOOD, Shape.UP),
    DecisionOutcome.APPROVED_WITH_CONDITIONS: (Role.GOOD, Shape.UP),
    DecisionOutcome.APPROVED_REDUCED: (Role.GOOD, Shape.UP),
    DecisionOutcome.DEFERRED: (Role.WAITING, Shape.DISC),
    DecisionOutcome.REJECTED: (Role.BAD, Shape.DOWN),
    DecisionOutcome.WITHDRAWN: (Role.NEUTRAL, Shape.BAR),
}


def state_word(state: DossierState, outcome: DecisionOutcome | None) -> str:
    """Return the word of a state; a decided dossier says what was decided."""
    if state is DossierState.DECIDED and outcome is not None:
        return label(outcome)
    return label(state)


def state_dress(state: DossierState, outcome: DecisionOutcome | None) -> Dress:
    """Return the colour and the shape that go with ``state_word``."""
    if state is DossierState.DECIDED and outcome is not None:
        return _OUTCOMES[outcome]
    return _STATES[state]
