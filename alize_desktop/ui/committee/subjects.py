"""What a decision that is typed is about: a dossier, and what its ballot said."""

from uuid import UUID

from alize_desktop.models.enums import BallotOutcome
from alize_desktop.models.records.committee import CurrentItem

Subject = tuple[UUID, BallotOutcome | None]
"""An agenda item and the outcome of its ballot."""


def subject_of(item: CurrentItem) -> Subject:
    """Return what a decision on this dossier is about."""
    ballot = item.ballot
    outcome = ballot.result.outcome if ballot and ballot.proclaimed_at else None
    return item.line.id, outcome
