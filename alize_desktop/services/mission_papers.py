"""The papers of a mission: its agreement, its amendments, its sheet of days."""

from collections.abc import Generator
from pathlib import Path
from typing import Final, TypeAlias
from uuid import UUID

from alize_desktop.errors import UserError
from alize_desktop.models.enums import PaperKind, TemplateKey
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.dossier_papers import PaperOffer
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.mission_papers import MissionPaperRecord
from alize_desktop.models.records.missions import MissionEventDraft
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.mission_checks import check_draft, tidied_draft
from alize_desktop.rules.mission_papers import MISSION_PAPERS, check_mission_paper
from alize_desktop.rules.templates import TextBlock
from alize_desktop.services import papers
from alize_desktop.services.clock import local_day
from alize_desktop.services.mission_papers_reading import read_mission_paper
from alize_desktop.services.programme import read_programme
from alize_desktop.services.templates import read_template
from alize_desktop.wording.mission_values import mission_values
from alize_desktop.wording.template_fields import filled

_Making: TypeAlias = Generator[Progress, None, Paper]

_KEYS: Final = {
    PaperKind.SECONDMENT: TemplateKey.SECONDMENT,
    PaperKind.MISSION_AMENDMENT: TemplateKey.MISSION_AMENDMENT,
}


class MissionPaperService:
    """Writes the papers of a mission.

    Every method that writes returns the file and its hash; cancelled or failed, there is no
    file and nothing is remembered. A paper records no event: an agreement counts once
    somebody says that it was signed. What the labour code asks and is unknown is in the
    detail of the mission, to be read before: no paper prints it. They raise
    ``MISSION_NOT_FOUND``, what ``rules.mission_papers`` refuses, ``TEMPLATE_FIELD_EMPTY``
    for what is not on record, and what the disk refuses.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def available(self, mission_id: UUID) -> tuple[PaperOffer, ...]:
        """Return every paper of a mission, each with why it cannot be made, if so.

        Raises:
            UserError: ``MISSION_NOT_FOUND``.
        """
        return tuple(self._offer(mission_id, each) for each in MISSION_PAPERS)

    def agreement(self, mission_id: UUID, path: Path) -> _Making:
        """Write the agreement about the person that a partner lends."""
        return (yield from self._act(PaperKind.SECONDMENT, mission_id, path))

    def amendment(
        self, mission_id: UUID, path: Path, draft: MissionEventDraft | None = None
    ) -> _Making:
        """Write an amendment.

        Args:
            mission_id: The mission.
            path: Where to.
            draft: What changes, before it is signed and recorded; the last amendment
                recorded when None.
        """
        if draft is not None:
            draft = tidied_draft(draft)
            check_draft(draft)
        return (yield from self._act(PaperKind.MISSION_AMENDMENT, mission_id, path, draft))

    def sheet(self, mission_id: UUID, path: Path) -> _Making:
        """Write the sheet of days, to be signed by both sides."""
        from alize_desktop.documents.papers.mission_sheet import (  # noqa: PLC0415  # reportlab on first use
            mission_sheet_pdf,
        )

        record, _text = self._read(PaperKind.MISSION_SHEET, mission_id)
        check_mission_paper(PaperKind.MISSION_SHEET, record)
        content = yield from mission_sheet_pdf(record)
        return self._keep(PaperKind.MISSION_SHEET, record, path, content)

    def _act(
        self,
        kind: PaperKind,
        mission_id: UUID,
        path: Path,
        draft: MissionEventDraft | None = None,
    ) -> _Making:
        from alize_desktop.documents.papers.mission_loan import (  # noqa: PLC0415  # reportlab on first use
            mission_loan_pdf,
        )

        record, text = self._read(kind, mission_id, draft)
        content = yield from mission_loan_pdf(kind, record, _filled(kind, record, text))
        return self._keep(kind, record, path, content)

    def _offer(self, mission_id: UUID, kind: PaperKind) -> PaperOffer:
        record, text = self._read(kind, mission_id)
        try:
            if kind in _KEYS:
                _filled(kind, record, text)
            else:
                check_mission_paper(kind, record)
        except UserError as refusal:
            return PaperOffer(kind, refusal)
        return PaperOffer(kind)

    def _read(
        self, kind: PaperKind, mission_id: UUID, draft: MissionEventDraft | None = None
    ) -> tuple[MissionPaperRecord, str]:
        with self._registry.read() as session:
            today = local_day(self._registry.clock(), read_programme(session))
            record = read_mission_paper(session, mission_id, today, draft)
            text = read_template(session, _KEYS[kind]) if kind in _KEYS else ""
        return record, text

    def _keep(
        self, kind: PaperKind, record: MissionPaperRecord, path: Path, content: bytes
    ) -> Paper:
        dossier_id = record.mission.dossier_id
        return papers.keep(self._registry, kind, path, content, dossier_id=dossier_id)


def _filled(kind: PaperKind, record: MissionPaperRecord, text: str) -> tuple[TextBlock, ...]:
    check_mission_paper(kind, record)
    return filled(_KEYS[kind], text, mission_values(record))
