"""What is known of the jobs of the dossiers that were retained, in a few statements."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.records.jobs import JobFacts, JobMilestone
from alize_desktop.rules.jobs import in_force, milestones
from alize_desktop.services.follow_up_rules import read_follow_up_rules
from alize_desktop.services.job_reading import (
    read_observations,
    read_promise,
    read_promises,
    read_standing,
)
from alize_desktop.services.standing_approvals import (
    StandingApproval,
    standing_approval,
    voted_approvals,
)


def read_job_facts(session: Session, dossier_id: UUID, today: date) -> JobFacts | None:
    """Return what is known of the jobs of a dossier, None when it is not retained.

    Args:
        session: Only read.
        dossier_id: Of the dossier.
        today: Day on which an approval that nobody signed may have lapsed.
    """
    approval = standing_approval(session, dossier_id)
    found = None if approval is None else _facts(approval, today)
    if found is None:
        return None
    lines, _revision = read_promise(session, dossier_id)
    standing = in_force(
        each for each in read_observations(session, dossier_id) if not each.is_reversed
    )
    return replace(found, lines=lines, observations=standing)


def read_voted_job_facts(session: Session, today: date) -> tuple[JobFacts, ...]:
    """Return what is known of the jobs of every dossier retained here: three statements."""
    promised, seen = read_promises(session), read_standing(session)
    found = (_facts(approval, today) for approval in voted_approvals(session))
    return tuple(
        replace(
            each,
            lines=promised.get(each.dossier_id, ((), 0))[0],
            observations=seen.get(each.dossier_id, ()),
        )
        for each in found
        if each is not None
    )


def read_milestones(
    session: Session, today: date
) -> tuple[tuple[JobFacts, tuple[JobMilestone, ...]], ...]:
    """Return the milestones of every dossier retained here, as they stand on a day.

    Of the past nothing is asked: who looked at it did so, or never will.
    """
    months = read_follow_up_rules(session).milestones
    facts = read_voted_job_facts(session, today)
    return tuple((each, milestones(each, months, today)) for each in facts)


def _facts(approval: StandingApproval, today: date) -> JobFacts | None:
    """Return the facts of a dossier; None once its approval was given up before any payment."""
    if approval.standing.is_given_up and approval.paid_on is None:
        return None
    return JobFacts(
        dossier_id=approval.dossier_id,
        number=approval.number,
        company=approval.company,
        decided=approval.jobs,
        decided_on=approval.decided_on,
        contract=approval.contract,
        jobs_by=approval.jobs_by,
        released_on=_released_on(approval, today),
        is_history=approval.is_history,
        reference=approval.reference,
    )


def _released_on(approval: StandingApproval, today: date) -> date | None:
    """Return since when jobs are awaited, None while nothing is.

    A company that renounced the money and was lent days is followed from the first of them.
    """
    if approval.is_history:
        return approval.decided_on
    if approval.paid_on is not None:
        return approval.paid_on
    if approval.amount or approval.standing.is_lapsed(today):
        return approval.worked_on
    return approval.decided_on
