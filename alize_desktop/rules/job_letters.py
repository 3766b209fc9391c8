"""The letter about a promise of jobs that was missed: about which milestone, until when."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, timedelta
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MilestoneState
from alize_desktop.models.records.jobs import (
    JobCounts,
    JobMilestone,
    JobObservation,
    JobsDetail,
)
from alize_desktop.rules.jobs import REMINDER, counted_part, counts_of

DAYS_TO_ANSWER: Final = 30
"""Days that the letter leaves to answer."""


def missed(detail: JobsDetail) -> tuple[JobMilestone, JobObservation]:
    """Return the milestone that a reminder is about, the last one missed, and what was seen.

    Raises:
        UserError: ``JOBS_NOT_MISSED``: every promise that was looked at is kept.
    """
    stones: Sequence[JobMilestone] = detail.milestones if REMINDER in detail.proposals else ()
    for each in reversed(stones):
        if each.state is MilestoneState.MISSED and each.observed is not None:
            return each, each.observed
    raise UserError(ErrorCode.JOBS_NOT_MISSED, number=detail.number)


def lacking(promise: JobCounts, seen: JobObservation) -> JobCounts:
    """Return what is promised and was not seen, never below 0; nothing of what was not counted.

    Full-time equivalents lack when the observation says some; see ``rules.jobs.is_kept``.
    """
    found, asked = counts_of(seen.draft), counted_part(promise, seen.draft)
    pairs = ((each.name, getattr(found, each.name)) for each in fields(JobCounts))
    lacks = {name: max(getattr(asked, name) - have, have - have) for name, have in pairs}
    return JobCounts(**lacks)


def answer_by(today: date) -> date:
    """Return the last day to answer a letter of a day."""
    return today + timedelta(days=DAYS_TO_ANSWER)
