"""The letter to a company that missed a promise of jobs."""

from collections.abc import Generator
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

from alize_desktop.models.enums import PaperKind, TemplateKey
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.job_papers import JobsPaperRecord
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.store.registry import Registry
from alize_desktop.services import papers
from alize_desktop.services.clock import local_day
from alize_desktop.services.dossier_papers_reading import read_dossier_paper
from alize_desktop.services.job_detail import read_jobs
from alize_desktop.services.programme_reading import current_programme
from alize_desktop.services.templates import read_template
from alize_desktop.wording.job_letters import reminder_values
from alize_desktop.wording.template_fields import filled

_OF_AN_APPROVAL: Final = PaperKind.CONDITIONS_SHEET
"""Its record is about the approval that holds, none for a dossier taken over."""


class JobPaperService:
    """Writes the papers of promised jobs. A paper records no event."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def reminder(self, dossier_id: UUID, path: Path) -> Generator[Progress, None, Paper]:
        """Write the letter about the last milestone that was missed.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``JOBS_NOT_MISSED``; ``TEMPLATE_FIELD_EMPTY``;
                what the disk refuses.
        """
        from alize_desktop.documents.papers.dossier_letter import (  # noqa: PLC0415  # reportlab on first use
            dossier_letter_pdf,
        )

        kind, key = PaperKind.JOBS_REMINDER, TemplateKey.JOBS_REMINDER
        today = self._today()
        with self._registry.read() as session:
            paper = read_dossier_paper(session, dossier_id, _OF_AN_APPROVAL, today)
            record = JobsPaperRecord(paper, read_jobs(session, dossier_id, today))
            text = read_template(session, key)
        blocks = filled(key, text, reminder_values(record))
        content = yield from dossier_letter_pdf(kind, record.paper, blocks)
        return papers.keep(self._registry, kind, path, content, dossier_id=dossier_id)

    def _today(self) -> date:
        return local_day(self._registry.clock(), current_programme(self._registry))
