"""Jobs of a dossier: the need diagnosed, what is promised, observed, offered."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.jobs import (
    JobObservationDraft,
    JobOpening,
    JobPromise,
    JobsDetail,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules import job_checks
from alize_desktop.services import job_access, job_reading, job_writing
from alize_desktop.services.clock import local_day
from alize_desktop.services.dossier_mapping import to_sheet
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.follow_up_rules import read_follow_up_rules
from alize_desktop.services.job_detail import read_jobs
from alize_desktop.services.programme import read_programme


class JobService:
    """Reads and writes the jobs of dossiers. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def detail(self, dossier_id: UUID) -> JobsDetail:
        """Return everything that screens show of the jobs of a dossier, as they stand today.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``.
        """
        with self._registry.read() as session:
            return read_jobs(session, dossier_id, self._today(session))

    def milestone_months(self) -> tuple[int, ...]:
        """Return the months of the milestones, from the rules of the follow-up."""
        with self._registry.read() as session:
            return read_follow_up_rules(session).milestones

    def write_diagnosis(self, dossier_id: UUID, note: str, author: str) -> Changes:
        """Write what the appraisal found, with both needs as they stand. It is never changed.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; see ``rules.job_checks.check_diagnosis``.
        """
        job_checks.check_diagnosis(note, author)
        with self._registry.write() as session:
            project = to_sheet(read_dossier(session, dossier_id)).project
            told = {
                "note": note.strip(),
                "expressed": project.need_expressed,
                "diagnosed": project.need_diagnosed,
                "author": author.strip(),
                "written_on": self._today(session),
            }
            job_writing.write_diagnosis(self._registry, session, dossier_id, told)
        return _changed(dossier_id)

    def save_promises(
        self, dossier_id: UUID, lines: Iterable[JobPromise], revision: int
    ) -> Changes:
        """Write what the company promises, line by line, in the place of the lines before.

        Args:
            dossier_id: Of the dossier.
            lines: In their order; none at all when the decision says enough.
            revision: Of the lines that were edited, 0 when there were none.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``JOBS_NOT_APPROVED``;
                ``PROMISES_CHANGED_MEANWHILE``; see ``rules.job_checks.check_promises``.
        """
        promised = tuple(lines)
        job_checks.check_promises(promised)
        with self._registry.write() as session:
            facts = job_access.retained(session, dossier_id, self._today(session))
            known = job_reading.read_promise(session, dossier_id)
            if revision != known[1]:
                raise UserError(ErrorCode.PROMISES_CHANGED_MEANWHILE, number=facts.number)
            if promised == known[0]:
                return Changes()
            job_writing.write_promises(self._registry, session, dossier_id, promised, revision + 1)
        return _changed(dossier_id)

    def observe(self, dossier_id: UUID, draft: JobObservationDraft) -> Changes:
        """Record what was seen of the jobs on a day. It is never changed.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``JOBS_NOT_APPROVED``; ``DOCUMENT_NOT_FOUND``
                for one of another dossier, or removed; see
                ``rules.job_checks.check_observation``.
        """
        draft = replace(job_checks.tidied(draft), reverses_id=None)
        with self._registry.write() as session:
            today = self._today(session)
            facts = job_access.retained(session, dossier_id, today)
            months = read_follow_up_rules(session).milestones
            job_checks.check_observation(draft, months, facts.decided_on, today)
            if draft.document_id is not None:
                job_access.check_document(session, dossier_id, draft.document_id)
            job_writing.write_observation(self._registry, session, dossier_id, draft)
        return _changed(dossier_id)

    def reverse(self, observation_id: UUID, note: str, author: str) -> Changes:
        """Take an observation back, for a reason. Both stay.

        Raises:
            UserError: ``OBSERVATION_NOT_FOUND``; ``OBSERVATION_REVERSED``; see
                ``rules.job_checks.check_reversal``.
        """
        with self._registry.write() as session:
            dossier_id, target = job_access.reversible(session, observation_id)
            draft = job_checks.tidied(
                replace(
                    target.draft,
                    observed_on=self._today(session),
                    note=note,
                    author=author,
                    reverses_id=observation_id,
                )
            )
            job_checks.check_reversal(draft)
            job_writing.write_observation(self._registry, session, dossier_id, draft)
        return _changed(dossier_id)

    def new_opening(self, dossier_id: UUID) -> JobOpening:
        """Return an opening that is not written yet.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``.
        """
        with self._registry.read() as session:
            contract = to_sheet(read_dossier(session, dossier_id)).jobs.contract
            today = self._today(session)
        usual = contract or job_checks.USUAL_CONTRACT
        return JobOpening(self._registry.new_id(), dossier_id, "", usual, 1, today, revision=0)

    def save_opening(self, opening: JobOpening) -> Changes:
        """Write a job that a company offers to redeployed staff, new or changed.

        Args:
            opening: With the revision that was edited; 0 for a new one.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``PARTNER_NOT_FOUND``;
                ``OPENING_CHANGED_MEANWHILE``; see ``rules.job_checks.check_opening``.
        """
        opening = job_checks.tidied_opening(opening)
        with self._registry.write() as session:
            job_checks.check_opening(opening, self._today(session))
            read_dossier(session, opening.dossier_id)
            job_access.check_partner(session, opening.partner_id)
            known = job_access.known_opening(session, opening.id)
            job_access.check_revision(known, opening.revision)
            if opening == known:
                return Changes()
            after = replace(opening, revision=opening.revision + 1)
            job_writing.write_opening(self._registry, session, after, is_new=known is None)
        return _changed(opening.dossier_id)

    def remove_opening(self, opening_id: UUID, revision: int) -> Changes:
        """Take an opening away, with the revision that was shown.

        Raises:
            UserError: ``OPENING_CHANGED_MEANWHILE``, also once it was taken away.
        """
        with self._registry.write() as session:
            known = job_access.known_opening(session, opening_id)
            job_access.check_revision(known, revision)
            if known is None:
                raise UserError(ErrorCode.OPENING_CHANGED_MEANWHILE)
            job_writing.delete_opening(self._registry, session, known)
        return _changed(known.dossier_id)

    def _today(self, session: Session) -> date:
        return local_day(self._registry.clock(), read_programme(session))


def _changed(dossier_id: UUID) -> Changes:
    return Changes(dossiers=frozenset({dossier_id}), results=True)
