"""What was written of jobs, read back: observations, promises, openings, diagnosis notes."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any, Final, TypeAlias
from uuid import UUID

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session, aliased

from alize_desktop.models.records.jobs import (
    Diagnosis,
    JobObservation,
    JobObservationDraft,
    JobOpening,
    JobPromise,
)
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.jobs import (
    StoredDiagnosis,
    StoredJobObservation,
    StoredJobOpening,
    StoredJobPromises,
)
from alize_desktop.services.restored import restored

Promised: TypeAlias = tuple[tuple[JobPromise, ...], int]
"""Lines and their revision."""

_SEEN: Final[Select[Any]] = select(StoredJobObservation.__table__).order_by(
    StoredJobObservation.sequence
)
_BACK: Final = aliased(StoredJobObservation)
_STANDING: Final[Select[Any]] = (
    select(StoredJobObservation.__table__)
    .where(
        StoredJobObservation.reverses_id.is_(None),
        ~select(_BACK.id).where(_BACK.reverses_id == StoredJobObservation.id).exists(),
    )
    .order_by(StoredJobObservation.observed_on, StoredJobObservation.sequence)
)
"""Observations that nothing took back, in order of day, then of entry."""

_STANDING_HERE: Final = _STANDING.where(
    StoredJobObservation.dossier_id.in_(select(StoredDecision.dossier_id))
)

_DRAFT: Final = tuple(each.name for each in fields(JobObservationDraft))
_OPENING: Final = tuple(each.name for each in fields(JobOpening))
_DIAGNOSIS: Final = tuple(each.name for each in fields(Diagnosis))


def read_observed(session: Session, until: date) -> dict[UUID, JobObservation]:
    """Return what was last observed of each dossier by a day, whatever was taken back left out.

    One statement, for every dossier.
    """
    rows = session.execute(_STANDING.where(StoredJobObservation.observed_on <= until))
    last = {row.dossier_id: row for row in rows}
    return {dossier_id: _observation(row) for dossier_id, row in last.items()}


def read_standing(session: Session) -> dict[UUID, tuple[JobObservation, ...]]:
    """Return the observations in force of every dossier decided here, in order of day."""
    found: dict[UUID, list[JobObservation]] = {}
    for row in session.execute(_STANDING_HERE):
        found.setdefault(row.dossier_id, []).append(_observation(row))
    return {dossier_id: tuple(seen) for dossier_id, seen in found.items()}


def read_observations(session: Session, dossier_id: UUID) -> tuple[JobObservation, ...]:
    """Return the observations of a dossier in order of entry, reversals left out."""
    rows = session.execute(_SEEN.where(StoredJobObservation.dossier_id == dossier_id)).all()
    back = {row.reverses_id for row in rows}
    return tuple(
        replace(_observation(row), is_reversed=row.id in back)
        for row in rows
        if row.reverses_id is None
    )


def read_promises(
    session: Session, dossier_ids: Iterable[UUID] | None = None
) -> Mapping[UUID, Promised]:
    """Return the lines promised and their revision, by dossier; one without lines is not there.

    Args:
        session: Only read.
        dossier_ids: Of which dossiers; every one when None.
    """
    statement = select(StoredJobPromises.__table__)
    if dossier_ids is not None:
        statement = statement.where(StoredJobPromises.dossier_id.in_(list(dossier_ids)))
    return {
        row.dossier_id: (restored(tuple[JobPromise, ...], row.lines), row.revision)
        for row in session.execute(statement)
    }


def read_promise(session: Session, dossier_id: UUID) -> Promised:
    """Return the lines of a dossier and their revision; none and 0 while none were written."""
    return read_promises(session, (dossier_id,)).get(dossier_id, ((), 0))


def read_openings(session: Session, dossier_id: UUID) -> tuple[JobOpening, ...]:
    """Return the jobs that a company offers to redeployed staff, oldest first."""
    statement = (
        select(*(getattr(StoredJobOpening, each) for each in _OPENING))
        .where(StoredJobOpening.dossier_id == dossier_id)
        .order_by(StoredJobOpening.opened_on, StoredJobOpening.id)
    )
    return tuple(JobOpening(*row) for row in session.execute(statement))


def read_diagnosis(session: Session, dossier_id: UUID) -> tuple[Diagnosis, ...]:
    """Return the versions of a diagnosis note, newest first."""
    statement = (
        select(*(getattr(StoredDiagnosis, each) for each in _DIAGNOSIS))
        .where(StoredDiagnosis.dossier_id == dossier_id)
        .order_by(StoredDiagnosis.sequence.desc())
    )
    return tuple(Diagnosis(*row) for row in session.execute(statement))


def _observation(row: Row[Any]) -> JobObservation:
    draft = JobObservationDraft(**{each: getattr(row, each) for each in _DRAFT})
    return JobObservation(row.id, draft, row.entered_at)
