"""The agreement of advance: its articles, two signatures, its schedule."""

from collections.abc import Generator
from functools import partial

from alize_desktop.documents.agreements import Act, act_pdf
from alize_desktop.documents.parts.instalments import instalments
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.dossier_papers import DossierPaperRecord
from alize_desktop.rules.dossier_papers import is_rescheduled
from alize_desktop.rules.templates import TextBlock
from alize_desktop.wording.agreement_words import company_signatory, operator_signatory
from alize_desktop.wording.dossier_values import reference_of, sender_of
from alize_desktop.wording.labels import label


def agreement_pdf(
    kind: PaperKind, record: DossierPaperRecord, blocks: tuple[TextBlock, ...]
) -> Generator[Progress, None, bytes]:
    """Make the agreement of an advance, or the amendment of one.

    Args:
        kind: ``AGREEMENT`` or ``AMENDMENT``.
        record: Parties, decision and schedule.
        blocks: Its text, the fields filled.

    Returns:
        The bytes of the PDF: the same for the same record and text.
    """
    is_annexed = kind is PaperKind.AGREEMENT or is_rescheduled(record)
    rows = record.taken.schedule if record.taken and is_annexed else None
    act = Act(
        title=f"{label(kind)} {record.sheet.number}",
        sender=sender_of(record),
        number=reference_of(record),
        blocks=blocks,
        signatories=(operator_signatory(record), company_signatory(record)),
        annex=partial(instalments, rows, record.identity.accent) if rows else None,
        is_rehearsal=record.is_rehearsal,
    )
    return (yield from act_pdf(act, record.identity))
