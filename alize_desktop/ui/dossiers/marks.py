"""How the state of a dossier is shown: a word, a shape and a colour."""

from typing import Final

from alize_desktop.models.enums import DecisionOutcome, DossierState
from alize_desktop.ui.theme.tokens import Role
from alize_desktop.ui.widgets.painting import Shape
from alize_desktop.ui.widgets.pill import Pill
from alize_desktop.wording.history import TAKEN_OVER
from alize_desktop.wording.labels import Mark, outcome_mark, state_mark

Dress = tuple[Role, Shape]

PAST: Final = Role.NEUTRAL
"""Colour of the mark of a decision that was not voted here."""

_STATES: Final[dict[DossierState, Role]] = {
    DossierState.FILED: Role.NEUTRAL,
    DossierState.UNDER_APPRAISAL: Role.PRIMARY,
    DossierState.AWAITING_DOCUMENTS: Role.WAITING,
    DossierState.COMPLETE: Role.GOOD,
    DossierState.SCHEDULED: Role.PRIMARY,
    DossierState.DEFERRED: Role.WAITING,
    DossierState.DECIDED: Role.NEUTRAL,
    DossierState.WITHDRAWN: Role.NEUTRAL,
}
_OUTCOMES: Final[dict[DecisionOutcome, Role]] = {
    DecisionOutcome.APPROVED: Role.GOOD,
    DecisionOutcome.APPROVED_WITH_CONDITIONS: Role.GOOD,
    DecisionOutcome.APPROVED_REDUCED: Role.GOOD,
    DecisionOutcome.DEFERRED: Role.WAITING,
    DecisionOutcome.REJECTED: Role.BAD,
    DecisionOutcome.WITHDRAWN: Role.NEUTRAL,
}


def state_word(state: DossierState, outcome: DecisionOutcome | None) -> str:
    """Return the word of a state; a decided dossier says what was decided."""
    return _mark(state, outcome).word


def state_dress(state: DossierState, outcome: DecisionOutcome | None) -> Dress:
    """Return the colour and the shape that go with ``state_word``."""
    says_outcome = state is DossierState.DECIDED and outcome is not None
    role = _OUTCOMES[outcome] if says_outcome and outcome else _STATES[state]
    return role, Shape(_mark(state, outcome).shape)


def past_pill() -> Pill:
    """Return the chip that marks a decision taken over from the past."""
    return Pill(TAKEN_OVER, PAST, Shape.NONE)


def _mark(state: DossierState, outcome: DecisionOutcome | None) -> Mark:
    if state is DossierState.DECIDED and outcome is not None:
        return outcome_mark(outcome)
    return state_mark(state)
