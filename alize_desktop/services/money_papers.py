"""The papers of the money: letters to late companies, orders of release, decisions."""

from collections.abc import Generator
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias
from uuid import UUID

from alize_desktop.errors import UserError
from alize_desktop.models.enums import AdvanceEventKind, PaperKind, TemplateKey
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.dossier_papers import PaperOffer
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.money_papers import AdvancePaperRecord
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.templates import TextBlock
from alize_desktop.services import papers
from alize_desktop.services.arrears import ArrearsService
from alize_desktop.services.clock import local_day
from alize_desktop.services.fund_book import write_fund_book, write_fund_paper
from alize_desktop.services.money_papers_reading import (
    check_letter,
    check_release,
    read_advance_paper,
    read_event_paper,
)
from alize_desktop.services.programme_reading import current_programme
from alize_desktop.services.templates import read_template
from alize_desktop.wording.advance_decision_words import DECISIONS
from alize_desktop.wording.late_letters import agreement_reference, late_values
from alize_desktop.wording.template_fields import filled

_Making: TypeAlias = Generator[Progress, None, Paper]

_LETTERS: Final = {
    PaperKind.REMINDER: TemplateKey.REMINDER,
    PaperKind.FORMAL_NOTICE: TemplateKey.FORMAL_NOTICE,
    PaperKind.ACCELERATION_NOTICE: TemplateKey.ACCELERATION_NOTICE,
}
_RELEASES: Final = frozenset({AdvanceEventKind.DISBURSEMENT})


class MoneyPaperService:
    """Writes the papers of the money.

    Every method that writes returns the file and its hash; cancelled or failed, there is
    no file and nothing is remembered. A paper records no event: a letter counts once
    somebody says that it was sent. They raise ``DOSSIER_NOT_FOUND``, ``ADVANCE_NOT_FOUND``
    and what the disk refuses.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def available(self, dossier_id: UUID) -> tuple[PaperOffer, ...]:
        """Return the letters of an advance and its next order of release, each with why not.

        Raises:
            UserError: ``DOSSIER_NOT_FOUND``; ``ADVANCE_NOT_FOUND``.
        """
        with self._registry.read() as session:
            record = read_advance_paper(session, dossier_id, self._today())
            texts = {kind: read_template(session, key) for kind, key in _LETTERS.items()}
        letters = tuple(_offer(kind, record, text) for kind, text in texts.items())
        return (*letters, _offer(PaperKind.RELEASE_ORDER, record))

    def reminder(self, dossier_id: UUID, path: Path) -> _Making:
        """Write the friendly letter about instalments that are late.

        Raises:
            UserError: ``ADVANCE_STEP_REFUSED``; ``TEMPLATE_FIELD_EMPTY``.
        """
        return (yield from self._letter(PaperKind.REMINDER, dossier_id, path))

    def formal_notice(self, dossier_id: UUID, path: Path) -> _Making:
        """Write the formal notice to pay by a day. See ``reminder``."""
        return (yield from self._letter(PaperKind.FORMAL_NOTICE, dossier_id, path))

    def acceleration_notice(self, dossier_id: UUID, path: Path) -> _Making:
        """Write the letter that asks for all that is left. See ``reminder``."""
        return (yield from self._letter(PaperKind.ACCELERATION_NOTICE, dossier_id, path))

    def release_order(self, event_id: UUID, path: Path) -> _Making:
        """Write the order of a payment that is recorded.

        Raises:
            UserError: ``EVENT_NOT_FOUND``; ``EVENT_ALREADY_REVERSED``.
        """
        with self._registry.read() as session:
            record = read_event_paper(session, event_id, _RELEASES, self._today())
        return (yield from self._order(record, path))

    def next_release_order(self, dossier_id: UUID, path: Path) -> _Making:
        """Write the order of all that is left to release, to be signed before the payment.

        Raises:
            UserError: ``RELEASE_BLOCKED``; ``DISBURSEMENT_TOO_LARGE`` when nothing is left.
        """
        with self._registry.read() as session:
            record = read_advance_paper(session, dossier_id, self._today())
        check_release(record.detail)
        return (yield from self._order(record, path))

    def advance_decision(self, event_id: UUID, path: Path) -> _Making:
        """Write the paper of a moratorium, an acceleration, a litigation or a write-off.

        Raises:
            UserError: ``EVENT_NOT_FOUND``; ``EVENT_ALREADY_REVERSED``.
        """
        from alize_desktop.documents.papers.advance_decision import (  # noqa: PLC0415  # reportlab on first use
            advance_decision_pdf,
        )

        with self._registry.read() as session:
            record = read_event_paper(session, event_id, DECISIONS, self._today())
        content = yield from advance_decision_pdf(record)
        return self._keep(PaperKind.ADVANCE_DECISION, record, path, content)

    def arrears_report(self, on: date, path: Path) -> _Making:
        """Write what is late on a day as a workbook."""
        from alize_desktop.spreadsheets.arrears_workbook import (  # noqa: PLC0415  # openpyxl on first use
            arrears_workbook,
        )

        report = ArrearsService(self._registry).report(on)
        yield Progress(1, 2, "Retards relevés")
        content = arrears_workbook(report)
        yield Progress(2, 2, "Classeur préparé")
        return papers.keep(self._registry, PaperKind.ARREARS_REPORT, path, content)

    def fund_statement(self, on: date, path: Path) -> _Making:
        """Write the statement of the fund on a day.

        Args:
            on: The day.
            path: A PDF when its name ends in ``.pdf``, else a workbook.
        """
        write = write_fund_paper if path.suffix.lower() == ".pdf" else write_fund_book
        return (yield from write(self._registry, on, path))

    def _letter(self, kind: PaperKind, dossier_id: UUID, path: Path) -> _Making:
        from alize_desktop.documents.papers.dossier_letter import (  # noqa: PLC0415  # reportlab on first use
            dossier_letter_pdf,
        )

        with self._registry.read() as session:
            record = read_advance_paper(session, dossier_id, self._today())
            text = read_template(session, _LETTERS[kind])
        blocks = _letter_text(kind, record, text)
        reference = agreement_reference(record)
        content = yield from dossier_letter_pdf(kind, record.paper, blocks, reference)
        return self._keep(kind, record, path, content)

    def _order(self, record: AdvancePaperRecord, path: Path) -> _Making:
        from alize_desktop.documents.papers.release_order import (  # noqa: PLC0415  # reportlab on first use
            release_order_pdf,
        )

        content = yield from release_order_pdf(record)
        return self._keep(PaperKind.RELEASE_ORDER, record, path, content)

    def _keep(
        self, kind: PaperKind, record: AdvancePaperRecord, path: Path, content: bytes
    ) -> Paper:
        dossier_id = record.detail.row.dossier_id
        return papers.keep(self._registry, kind, path, content, dossier_id=dossier_id)

    def _today(self) -> date:
        return local_day(self._registry.clock(), current_programme(self._registry))


def _letter_text(kind: PaperKind, record: AdvancePaperRecord, text: str) -> tuple[TextBlock, ...]:
    check_letter(kind, record)
    return filled(_LETTERS[kind], text, late_values(kind, record))


def _offer(kind: PaperKind, record: AdvancePaperRecord, text: str = "") -> PaperOffer:
    try:
        if kind in _LETTERS:
            _letter_text(kind, record, text)
        else:
            check_release(record.detail)
    except UserError as refusal:
        return PaperOffer(kind, refusal)
    return PaperOffer(kind)
