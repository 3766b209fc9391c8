"""What the service of jobs looks up and refuses before it writes."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.jobs import JobFacts, JobObservation, JobOpening
from alize_desktop.models.tables.dossiers import StoredDocument
from alize_desktop.models.tables.jobs import StoredJobObservation, StoredJobOpening
from alize_desktop.models.tables.people import StoredPartner
from alize_desktop.services import job_reading
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.job_facts import read_job_facts


def retained(session: Session, dossier_id: UUID, today: date) -> JobFacts:
    """Return the facts of a dossier that was retained, as they stand on a day.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; ``JOBS_NOT_APPROVED``.
    """
    number = read_dossier(session, dossier_id)["number"]
    found = read_job_facts(session, dossier_id, today)
    if found is None:
        raise UserError(ErrorCode.JOBS_NOT_APPROVED, number=number)
    return found


def reversible(session: Session, observation_id: UUID) -> tuple[UUID, JobObservation]:
    """Return the dossier of an observation that may be taken back, and the observation.

    Raises:
        UserError: ``OBSERVATION_NOT_FOUND``, also for a reversal; ``OBSERVATION_REVERSED``.
    """
    table = StoredJobObservation
    dossier_id = session.scalar(select(table.dossier_id).where(table.id == observation_id))
    known = job_reading.read_observations(session, dossier_id) if dossier_id else ()
    target = next((each for each in known if each.id == observation_id), None)
    if target is None or dossier_id is None:
        raise UserError(ErrorCode.OBSERVATION_NOT_FOUND)
    if target.is_reversed:
        raise UserError(ErrorCode.OBSERVATION_REVERSED)
    return dossier_id, target


def check_document(session: Session, dossier_id: UUID, document_id: UUID) -> None:
    """Refuse a supporting document of another dossier, or one that was removed.

    Raises:
        UserError: ``DOCUMENT_NOT_FOUND``.
    """
    statement = select(StoredDocument.id).where(
        StoredDocument.id == document_id,
        StoredDocument.dossier_id == dossier_id,
        StoredDocument.removed_at.is_(None),
    )
    if session.scalar(statement) is None:
        raise UserError(ErrorCode.DOCUMENT_NOT_FOUND)


def check_partner(session: Session, partner_id: UUID | None) -> None:
    """Refuse a partner company that is not in the registry; None passes.

    Raises:
        UserError: ``PARTNER_NOT_FOUND``.
    """
    statement = select(StoredPartner.id).where(StoredPartner.id == partner_id)
    if partner_id is not None and session.scalar(statement) is None:
        raise UserError(ErrorCode.PARTNER_NOT_FOUND)


def known_opening(session: Session, opening_id: UUID) -> JobOpening | None:
    """Return an opening as it stands, None when it is not there."""
    table = StoredJobOpening
    dossier_id = session.scalar(select(table.dossier_id).where(table.id == opening_id))
    known = job_reading.read_openings(session, dossier_id) if dossier_id else ()
    return next((each for each in known if each.id == opening_id), None)


def check_revision(known: JobOpening | None, revision: int) -> None:
    """Refuse to write over what another one wrote meanwhile.

    Raises:
        UserError: ``OPENING_CHANGED_MEANWHILE``.
    """
    if revision != (known.revision if known else 0):
        raise UserError(ErrorCode.OPENING_CHANGED_MEANWHILE)
