"""The past of a programme, once it was taken over."""

from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DecisionOutcome, DossierState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.dossiers import set_state
from alize_desktop.services.history import read_history


class HistoryService:
    """What a person does with a decision that was taken over."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def reopen(self, dossier_id: UUID) -> Changes:
        """Put a dossier that the past had deferred back to appraisal: it may be decided here.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``HISTORY_NOT_DEFERRED`` for any other
                dossier, also once it was put back.
        """
        with self._registry.write() as session:
            row = read_dossier(session, dossier_id)
            past = read_history(session, dossier_id)
            is_over = row["state"] is DossierState.DECIDED and not _is_voted(session, dossier_id)
            if past is None or past.sheet.outcome is not DecisionOutcome.DEFERRED or not is_over:
                raise UserError(ErrorCode.HISTORY_NOT_DEFERRED, number=row["number"])
            session.execute(
                update(StoredDossier).where(StoredDossier.id == dossier_id).values(outcome=None)
            )
            set_state(self._registry, session, dossier_id, DossierState.UNDER_APPRAISAL)
        return Changes(dossiers=frozenset({dossier_id}), results=True)


def _is_voted(session: Session, dossier_id: UUID) -> bool:
    decided = select(StoredDecision.id).where(StoredDecision.dossier_id == dossier_id)
    return session.scalar(decided.limit(1)) is not None
