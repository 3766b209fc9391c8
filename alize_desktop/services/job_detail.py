"""Everything that is shown of the jobs of one dossier, read in one transaction."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.records.jobs import JobsDetail
from alize_desktop.rules.jobs import milestones, proposals, realisation
from alize_desktop.services import job_reading
from alize_desktop.services.dossier_mapping import to_sheet
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.follow_up_rules import read_follow_up_rules
from alize_desktop.services.job_facts import read_job_facts


def read_jobs(session: Session, dossier_id: UUID, today: date) -> JobsDetail:
    """Return everything that is shown of the jobs of a dossier on a day.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``.
    """
    sheet = to_sheet(read_dossier(session, dossier_id))
    facts = read_job_facts(session, dossier_id, today)
    lines, revision = job_reading.read_promise(session, dossier_id)
    months = read_follow_up_rules(session).milestones
    found = milestones(facts, months, today) if facts else ()
    return JobsDetail(
        dossier_id=dossier_id,
        number=sheet.number,
        company=sheet.company.name,
        reference=sheet.company.headcount,
        decided=facts.decided if facts else None,
        diagnosis=job_reading.read_diagnosis(session, dossier_id),
        promises=lines,
        milestones=found,
        observations=job_reading.read_observations(session, dossier_id)[::-1],
        openings=job_reading.read_openings(session, dossier_id),
        released_on=facts.released_on if facts else None,
        realisation=realisation(facts) if facts else None,
        proposals=proposals(found, is_voted=not facts.is_history) if facts else (),
        expressed=sheet.project.need_expressed,
        diagnosed=sheet.project.need_diagnosed,
        promises_revision=revision,
        facts=facts,
    )
