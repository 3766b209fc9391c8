"""Facts of jobs for the tests: a dossier released on 15 March 2026 that promised five jobs."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID, uuid4

from alize_desktop.models.enums import JobContract, JobEvidence, JobKind
from alize_desktop.models.records.jobs import (
    JobCounts,
    JobFacts,
    JobObservation,
    JobObservationDraft,
    JobPromise,
)

RELEASED = date(2026, 3, 15)
MONTHS = (6, 12, 24, 36)


def make_facts(**changed) -> JobFacts:
    """Five jobs created and two maintained, promised by the decision."""
    usual = {
        "dossier_id": UUID(int=1),
        "number": "2026-013",
        "company": "Mécanique Chênevert",
        "decided": JobCounts(5, 2),
        "decided_on": date(2026, 3, 2),
        "released_on": RELEASED,
        "reference": Decimal("12.5"),
    }
    return JobFacts(**(usual | changed))


def make_line(persons=1, kind=JobKind.CREATED, fte="0", due_on=None) -> JobPromise:
    """A line in a permanent contract."""
    return JobPromise(kind, JobContract.PERMANENT, persons, Decimal(fte), due_on)


def make_seen(day, created=0, **draft) -> JobObservation:
    """An observation of a day."""
    told = {"evidence": JobEvidence.STAFF_REGISTER, "author": "Odile Perrin"} | draft
    found = JobObservationDraft(day, created=created, **told)
    return JobObservation(uuid4(), found, datetime(2027, 3, 16, 9, 0, tzinfo=UTC))
