"""Writes of jobs, each with its journal line, in a transaction that is open."""

from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as put
from sqlalchemy.orm import Session

from alize_desktop.models.records.jobs import JobObservationDraft, JobOpening, JobPromise
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.jobs import (
    StoredDiagnosis,
    StoredJobObservation,
    StoredJobOpening,
    StoredJobPromises,
)
from alize_desktop.services.plain import plain, plain_map

WRITTEN = "diagnosis.written"
PROMISED = "jobs.promised"
OBSERVED = "jobs.observed"
OPENED = "opening.saved"
WITHDRAWN = "opening.removed"
"""Journal actions that tell jobs."""


def write_diagnosis(
    registry: Registry, session: Session, dossier_id: UUID, told: dict[str, Any]
) -> None:
    """Write a version of a diagnosis note.

    Args:
        registry: Gives the identifier and the instant.
        session: Of the transaction.
        dossier_id: Of the dossier.
        told: Note, needs, author and day.
    """
    latest = session.scalar(select(func.max(StoredDiagnosis.entered_at)))
    columns = told | {"id": registry.new_id(), "dossier_id": dossier_id}
    columns["entered_at"] = registry.instant(session, latest)
    session.execute(insert(StoredDiagnosis).values(columns))
    details = {"id": str(columns["id"])} | {name: plain(each) for name, each in told.items()}
    registry.journal(session, WRITTEN, "dossier", dossier_id, details)


def write_promises(
    registry: Registry,
    session: Session,
    dossier_id: UUID,
    lines: tuple[JobPromise, ...],
    revision: int,
) -> None:
    """Write what a company promises, in the place of what it promised before."""
    told = {"lines": plain(lines), "revision": revision}
    statement = put(StoredJobPromises).values(told | {"dossier_id": dossier_id})
    session.execute(statement.on_conflict_do_update(index_elements=["dossier_id"], set_=told))
    registry.journal(session, PROMISED, "dossier", dossier_id, told)


def write_observation(
    registry: Registry, session: Session, dossier_id: UUID, draft: JobObservationDraft
) -> UUID:
    """Write an observation that was checked, or a reversal; return its identifier."""
    latest = session.scalar(select(func.max(StoredJobObservation.entered_at)))
    columns: dict[str, Any] = {each.name: getattr(draft, each.name) for each in fields(draft)}
    columns |= {
        "id": registry.new_id(),
        "dossier_id": dossier_id,
        "entered_at": registry.instant(session, latest),
    }
    session.execute(insert(StoredJobObservation).values(columns))
    details = {"observation": str(columns["id"])} | plain_map(draft)
    registry.journal(session, OBSERVED, "dossier", dossier_id, details)
    observation_id: UUID = columns["id"]
    return observation_id


def write_opening(
    registry: Registry, session: Session, opening: JobOpening, *, is_new: bool
) -> None:
    """Write a job that is offered, new or changed."""
    columns: dict[str, Any] = {each.name: getattr(opening, each.name) for each in fields(opening)}
    if is_new:
        session.execute(insert(StoredJobOpening).values(columns))
    else:
        changed = update(StoredJobOpening).where(StoredJobOpening.id == opening.id)
        session.execute(changed.values(columns))
    registry.journal(session, OPENED, "job_opening", opening.id, plain_map(opening))


def delete_opening(registry: Registry, session: Session, opening: JobOpening) -> None:
    """Take an opening away; the journal keeps what it was."""
    session.execute(delete(StoredJobOpening).where(StoredJobOpening.id == opening.id))
    registry.journal(session, WITHDRAWN, "job_opening", opening.id, plain_map(opening))
