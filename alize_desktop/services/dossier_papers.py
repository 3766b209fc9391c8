"""The letters and agreements of one dossier, from the decision on record."""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Final, TypeAlias
from uuid import UUID
from zoneinfo import ZoneInfo

from alize_desktop.errors import UserError
from alize_desktop.models.enums import PaperKind, TemplateKey
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.dossier_papers import DossierPaperRecord, PaperOffer
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.state_aid import AidSheet
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.dossier_papers import DOSSIER_PAPERS, check_aid_sheet, check_paper
from alize_desktop.rules.templates import TextBlock
from alize_desktop.services import papers
from alize_desktop.services.aid_reading import read_aid_sheet
from alize_desktop.services.dossier_papers_reading import read_dossier_paper
from alize_desktop.services.programme_reading import current_programme
from alize_desktop.services.templates import read_template
from alize_desktop.wording.dossier_values import notification_key, values_of
from alize_desktop.wording.template_fields import filled

_Maker: TypeAlias = Callable[
    [PaperKind, DossierPaperRecord, tuple[TextBlock, ...]], Generator[Progress, None, bytes]
]
_Making: TypeAlias = Generator[Progress, None, Paper]

_KEYS: Final = {
    PaperKind.AGREEMENT: TemplateKey.AGREEMENT,
    PaperKind.AMENDMENT: TemplateKey.AMENDMENT,
    PaperKind.CONDITIONS_SHEET: TemplateKey.CONDITIONS_SHEET,
    PaperKind.SECONDMENT: TemplateKey.SECONDMENT,
    PaperKind.DE_MINIMIS: TemplateKey.DE_MINIMIS,
}


class DossierPaperService:
    """Writes the papers of one dossier.

    Every method that writes returns the file and its hash; cancelled or failed, there is
    no file and nothing is remembered. They raise ``DOSSIER_NOT_FOUND``, what
    ``rules.dossier_papers.check_paper`` refuses, ``TEMPLATE_FIELD_EMPTY`` for what is not
    on record, and what the disk refuses.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def available(self, dossier_id: UUID) -> tuple[PaperOffer, ...]:
        """Return every paper of a dossier, each with why it cannot be made, if so.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``.
        """
        return tuple(self._offer(dossier_id, each) for each in DOSSIER_PAPERS)

    def make(self, kind: PaperKind, dossier_id: UUID, path: Path) -> _Making:
        """Write the paper of a kind, one of ``DOSSIER_PAPERS``."""
        making = {
            PaperKind.NOTIFICATION: self.notification,
            PaperKind.AGREEMENT: self.agreement,
            PaperKind.AMENDMENT: self.amendment,
            PaperKind.CONDITIONS_SHEET: self.conditions_sheet,
            PaperKind.SECONDMENT: self.secondment,
            PaperKind.DE_MINIMIS: self.de_minimis,
            PaperKind.AID_SHEET: self.aid_sheet,
        }
        return (yield from making[kind](dossier_id, path))

    def notification(self, dossier_id: UUID, path: Path) -> _Making:
        """Write the letter that tells the last decision, or the withdrawal, of a dossier."""
        from alize_desktop.documents.papers.dossier_letter import (  # noqa: PLC0415  # reportlab on first use
            dossier_letter_pdf,
        )

        return (yield from self._make(PaperKind.NOTIFICATION, dossier_id, path, dossier_letter_pdf))

    def agreement(self, dossier_id: UUID, path: Path) -> _Making:
        """Write the agreement of the advance that was granted, with its schedule."""
        from alize_desktop.documents.papers.agreement import (  # noqa: PLC0415  # reportlab on first use
            agreement_pdf,
        )

        return (yield from self._make(PaperKind.AGREEMENT, dossier_id, path, agreement_pdf))

    def amendment(self, dossier_id: UUID, path: Path) -> _Making:
        """Write the amendment that a later decision asks for."""
        from alize_desktop.documents.papers.agreement import (  # noqa: PLC0415  # reportlab on first use
            agreement_pdf,
        )

        return (yield from self._make(PaperKind.AMENDMENT, dossier_id, path, agreement_pdf))

    def conditions_sheet(self, dossier_id: UUID, path: Path) -> _Making:
        """Write the sheet of the conditions of an approval."""
        from alize_desktop.documents.papers.conditions_sheet import (  # noqa: PLC0415  # reportlab on first use
            conditions_sheet_pdf,
        )

        kind = PaperKind.CONDITIONS_SHEET
        return (yield from self._make(kind, dossier_id, path, conditions_sheet_pdf))

    def secondment(self, dossier_id: UUID, path: Path) -> _Making:
        """Write the agreement about the staff that a partner lends."""
        from alize_desktop.documents.papers.secondment import (  # noqa: PLC0415  # reportlab on first use
            secondment_pdf,
        )

        return (yield from self._make(PaperKind.SECONDMENT, dossier_id, path, secondment_pdf))

    def de_minimis(self, dossier_id: UUID, path: Path) -> _Making:
        """Write the letter that tells a company which State aid it received."""
        from alize_desktop.documents.papers.dossier_letter import (  # noqa: PLC0415  # reportlab on first use
            dossier_letter_pdf,
        )

        return (yield from self._make(PaperKind.DE_MINIMIS, dossier_id, path, dossier_letter_pdf))

    def aid_sheet(self, dossier_id: UUID, path: Path) -> _Making:
        """Write the state-aid sheet of a dossier: granted, else as if granted today.

        It has no text of its own to fill.
        """
        from alize_desktop.documents.papers.aid_sheet import (  # noqa: PLC0415  # reportlab on first use
            aid_sheet_pdf,
        )

        record, _text = self._read(dossier_id, PaperKind.AID_SHEET)
        content = yield from aid_sheet_pdf(record, self._aid(dossier_id))
        kind = PaperKind.AID_SHEET
        return papers.keep(self._registry, kind, path, content, dossier_id=dossier_id)

    def _aid(self, dossier_id: UUID) -> AidSheet:
        with self._registry.read() as session:
            sheet = read_aid_sheet(self._registry, session, dossier_id)
        check_aid_sheet(sheet)
        return sheet

    def _make(self, kind: PaperKind, dossier_id: UUID, path: Path, maker: _Maker) -> _Making:
        record, text = self._read(dossier_id, kind)
        content = yield from maker(kind, record, _filled(kind, record, text))
        return papers.keep(self._registry, kind, path, content, dossier_id=dossier_id)

    def _offer(self, dossier_id: UUID, kind: PaperKind) -> PaperOffer:
        record, text = self._read(dossier_id, kind)
        try:
            if kind is PaperKind.AID_SHEET:
                self._aid(dossier_id)
            else:
                _filled(kind, record, text)
        except UserError as refusal:
            return PaperOffer(kind, refusal)
        return PaperOffer(kind)

    def _read(self, dossier_id: UUID, kind: PaperKind) -> tuple[DossierPaperRecord, str]:
        zone = ZoneInfo(current_programme(self._registry).time_zone)
        today = self._registry.clock().astimezone(zone).date()
        with self._registry.read() as session:
            record = read_dossier_paper(session, dossier_id, kind, today)
            if kind is PaperKind.AID_SHEET:
                return record, ""
            return record, read_template(session, _key(kind, record))


def _key(kind: PaperKind, record: DossierPaperRecord) -> TemplateKey:
    return _KEYS.get(kind) or notification_key(record.taken)


def _filled(kind: PaperKind, record: DossierPaperRecord, text: str) -> tuple[TextBlock, ...]:
    check_paper(kind, record)
    return filled(_key(kind, record), text, values_of(record))
