"""Jobs of a report, read by the driver alone: what lines promise, what was last observed."""

from collections.abc import Collection
from typing import Final, TypeAlias

from alize_desktop.models.enums import JobEvidence
from alize_desktop.models.records.report_facts import JobsWork
from alize_desktop.models.store.driver import DriverConnection

_PROMISED: Final = """
SELECT dossier_id,
    sum(iif(line.value ->> 'kind' = 'created', line.value ->> 'persons', 0)),
    sum(iif(line.value ->> 'kind' = 'maintained', line.value ->> 'persons', 0)),
    sum(iif(line.value ->> 'kind' = 'sustained', line.value ->> 'persons', 0))
FROM job_promises, json_each(job_promises.lines) AS line
GROUP BY dossier_id"""
"""What companies promise line by line; a dossier without lines is not there."""

_OBSERVED: Final = """
SELECT dossier_id, created, maintained, sustained, evidence, observed_on
FROM job_observation
WHERE observed_on <= ? AND reverses_id IS NULL AND id NOT IN (
    SELECT reverses_id FROM job_observation WHERE reverses_id IS NOT NULL)
ORDER BY observed_on, sequence"""

Promised: TypeAlias = tuple[int, int, int]
"""Jobs to be created, maintained, sustained."""

Observed: TypeAlias = tuple[int | None, int | None, int | None, str]
"""Jobs created, maintained, sustained, None for what was not observed; the ISO date."""

UNSEEN: Final[Observed] = (None, None, None, "")


def read_promised_jobs(connection: DriverConnection) -> dict[str, Promised]:
    """Return the jobs that lines promise, by dossier; the decision may promise more."""
    return {dossier: (*counts,) for dossier, *counts in connection.execute(_PROMISED)}


def read_observed_jobs(
    connection: DriverConnection, until: str, first: str = ""
) -> tuple[dict[str, Observed], dict[str, Observed]]:
    """Return the jobs last observed until a day, and those last observed before another one.

    By dossier; what was taken back is left out. The past counted jobs created only.

    Args:
        connection: In a transaction.
        until: ISO date, included.
        first: ISO date, left out.
    """
    past = JobEvidence.HISTORY.value
    found: dict[str, Observed] = {}
    before: dict[str, Observed] = {}
    for dossier, created, maintained, sustained, evidence, day in connection.execute(
        _OBSERVED, (until,)
    ):
        is_past = evidence == past
        seen = (created, None, None, day) if is_past else (created, maintained, sustained, day)
        found[dossier] = seen
        if day < first:
            before[dossier] = seen
    return found, before


def jobs_between(
    found: dict[str, Observed],
    before: dict[str, Observed],
    dossiers: Collection[str],
    first: str,
) -> JobsWork:
    """Return the jobs that were observed of some dossiers from a day on, above those known then.

    Args:
        found: Last observed. See ``read_observed_jobs``.
        before: Last observed before that day.
        dossiers: Their identifiers.
        first: ISO date.
    """
    dossiers_seen = created = maintained = sustained = 0
    for dossier, seen in found.items():
        if seen[3] >= first and dossier in dossiers:
            known = before.get(dossier, UNSEEN)
            dossiers_seen += 1
            created += (seen[0] or 0) - (known[0] or 0)
            maintained += (seen[1] or 0) - (known[1] or 0)
            sustained += (seen[2] or 0) - (known[2] or 0)
    return JobsWork(dossiers_seen, created, maintained, sustained)
