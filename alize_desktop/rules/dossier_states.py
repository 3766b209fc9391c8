"""Which state a dossier may go to, and when a reason must be said."""

from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DossierState as State

_FORWARD: Final = {
    State.FILED: frozenset({State.UNDER_APPRAISAL}),
    State.UNDER_APPRAISAL: frozenset({State.COMPLETE}),
    State.AWAITING_DOCUMENTS: frozenset({State.UNDER_APPRAISAL, State.COMPLETE}),
    State.COMPLETE: frozenset({State.SCHEDULED}),
    State.SCHEDULED: frozenset({State.DECIDED, State.DEFERRED}),
    State.DEFERRED: frozenset({State.UNDER_APPRAISAL, State.COMPLETE, State.SCHEDULED}),
    State.DECIDED: frozenset[State](),
    State.WITHDRAWN: frozenset[State](),
}
_WITH_REASON: Final = {
    State.FILED: frozenset({State.AWAITING_DOCUMENTS, State.WITHDRAWN}),
    State.UNDER_APPRAISAL: frozenset({State.FILED, State.AWAITING_DOCUMENTS, State.WITHDRAWN}),
    State.AWAITING_DOCUMENTS: frozenset({State.WITHDRAWN}),
    State.COMPLETE: frozenset({State.UNDER_APPRAISAL, State.AWAITING_DOCUMENTS, State.WITHDRAWN}),
    State.SCHEDULED: frozenset({State.COMPLETE, State.WITHDRAWN}),
    State.DEFERRED: frozenset({State.AWAITING_DOCUMENTS, State.WITHDRAWN}),
    State.DECIDED: frozenset[State](),
    State.WITHDRAWN: frozenset({State.FILED}),
}


def allowed_transitions(state: State) -> frozenset[State]:
    """Return every state a dossier in ``state`` may go to."""
    return _FORWARD[state] | _WITH_REASON[state]


def needs_reason(before: State, after: State) -> bool:
    """Return whether a transition needs a reason.

    Going back, waiting for documents, withdrawing and reopening do.
    """
    return after in _WITH_REASON[before]


def check_transition(before: State, after: State, reason: str = "") -> None:
    """Refuse a transition that is not allowed, or that nobody explains.

    Raises:
        UserError: ``TRANSITION_REFUSED``; ``REASON_MISSING``.
    """
    if after not in allowed_transitions(before):
        raise UserError(ErrorCode.TRANSITION_REFUSED, before=before, after=after)
    if needs_reason(before, after) and not reason.strip():
        raise UserError(ErrorCode.REASON_MISSING, before=before, after=after)
