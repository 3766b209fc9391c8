"""What is known of the jobs of the dossiers that were retained, in a few statements."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session, aliased

from alize_desktop.models.enums import AdvanceEventKind, DossierState
from alize_desktop.models.records.jobs import JobCounts, JobFacts, JobMilestone
from alize_desktop.models.tables.advances import StoredAdvanceEvent
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.tables.results import StoredHistoryRecord
from alize_desktop.models.tables.types import DayType
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.jobs import in_force, milestones
from alize_desktop.services.follow_up_rules import read_follow_up_rules
from alize_desktop.services.job_reading import (
    read_observations,
    read_promise,
    read_promises,
    read_standing,
)

_BACK: Final = aliased(StoredAdvanceEvent)
_PAID_ON: Final = (
    select(func.min(StoredAdvanceEvent.value_on, type_=DayType()))
    .where(
        StoredAdvanceEvent.dossier_id == StoredDossier.id,
        StoredAdvanceEvent.kind == AdvanceEventKind.DISBURSEMENT,
        ~select(_BACK.id).where(_BACK.reverses_id == StoredAdvanceEvent.id).exists(),
    )
    .scalar_subquery()
)
"""First payment in force."""

_DOSSIER: Final = (
    StoredDossier.id.label("dossier_id"),
    StoredDossier.number,
    StoredDossier.company_name,
    StoredDossier.company_headcount,
    StoredDossier.state,
)
_VOTED: Final = (
    select(
        *_DOSSIER,
        StoredDecision.amount,
        StoredDecision.jobs_created,
        StoredDecision.jobs_maintained,
        StoredDecision.contract,
        StoredDecision.jobs_by,
        StoredMeeting.held_on,
        _PAID_ON.label("paid_on"),
    )
    .join(StoredDecision, StoredDecision.dossier_id == StoredDossier.id)
    .join(StoredMeeting, StoredMeeting.id == StoredDecision.meeting_id)
    .where(StoredDecision.outcome.in_(APPROVALS))
    .order_by(StoredDossier.number, StoredDecision.sequence)
)
_PAST: Final = (
    select(
        *_DOSSIER,
        StoredDossier.jobs_created,
        StoredDossier.jobs_maintained,
        StoredDossier.jobs_sustained,
        StoredDossier.jobs_contract,
        StoredHistoryRecord.decided_on,
    )
    .join(StoredHistoryRecord, StoredHistoryRecord.dossier_id == StoredDossier.id)
    .where(StoredHistoryRecord.outcome.in_(APPROVALS))
    .order_by(StoredDossier.number)
)


def read_job_facts(session: Session, dossier_id: UUID) -> JobFacts | None:
    """Return what is known of the jobs of a dossier, None when it is not retained."""
    found = next(_retained(session, StoredDossier.id == dossier_id), None)
    if found is None:
        return None
    lines, _revision = read_promise(session, dossier_id)
    standing = in_force(
        each for each in read_observations(session, dossier_id) if not each.is_reversed
    )
    return replace(found, lines=lines, observations=standing)


def read_all_job_facts(session: Session) -> tuple[JobFacts, ...]:
    """Return what is known of the jobs of every dossier that was retained: four statements."""
    promised, seen = read_promises(session), read_standing(session)
    return tuple(
        replace(
            each,
            lines=promised.get(each.dossier_id, ((), 0))[0],
            observations=seen.get(each.dossier_id, ()),
        )
        for each in _retained(session)
    )


def read_milestones(
    session: Session, today: date
) -> tuple[tuple[JobFacts, tuple[JobMilestone, ...]], ...]:
    """Return the milestones of every dossier that was retained, as they stand on a day."""
    months = read_follow_up_rules(session).milestones
    return tuple((each, milestones(each, months, today)) for each in read_all_job_facts(session))


def _retained(session: Session, *conditions: ColumnElement[bool]) -> Iterator[JobFacts]:
    """Yield the dossiers that were retained; what was voted here comes before the past."""
    known: set[UUID] = set()
    voted = session.execute(_VOTED.where(*conditions)).all()
    for dossier_id, approvals in groupby(voted, key=lambda each: each.dossier_id):
        known.add(dossier_id)
        yield _voted([*approvals])
    for row in session.execute(_PAST.where(*conditions)):
        if row.dossier_id not in known:
            yield _taken_over(row)


def _voted(approvals: Sequence[Row[*tuple[Any, ...]]]) -> JobFacts:
    """Return the facts of a dossier: the last approval says what, the first one since when."""
    first, last = approvals[0], approvals[-1]
    is_left = last.state is DossierState.WITHDRAWN
    released = last.paid_on or (None if last.amount or is_left else first.held_on)
    return JobFacts(
        dossier_id=last.dossier_id,
        number=last.number,
        company=last.company_name,
        decided=JobCounts(last.jobs_created, last.jobs_maintained),
        decided_on=first.held_on,
        contract=last.contract,
        jobs_by=last.jobs_by,
        released_on=released,
        reference=last.company_headcount,
    )


def _taken_over(row: Row[*tuple[Any, ...]]) -> JobFacts:
    counts = JobCounts(row.jobs_created, row.jobs_maintained, row.jobs_sustained)
    return JobFacts(
        dossier_id=row.dossier_id,
        number=row.number,
        company=row.company_name,
        decided=counts,
        decided_on=row.decided_on,
        contract=row.jobs_contract,
        released_on=row.decided_on,
        is_history=True,
        reference=row.company_headcount,
    )
