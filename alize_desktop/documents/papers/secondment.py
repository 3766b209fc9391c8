"""The agreement about a loan of staff, between a partner and a company."""

from collections.abc import Generator

from alize_desktop.documents.agreements import Act, act_pdf
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.dossier_papers import DossierPaperRecord
from alize_desktop.rules.templates import TextBlock
from alize_desktop.wording.agreement_words import company_signatory, lender_signatory
from alize_desktop.wording.dossier_values import reference_of, sender_of
from alize_desktop.wording.labels import label


def secondment_pdf(
    kind: PaperKind, record: DossierPaperRecord, blocks: tuple[TextBlock, ...]
) -> Generator[Progress, None, bytes]:
    """Make the agreement about a loan of staff: the person lent signs too.

    Returns:
        The bytes of the PDF: the same for the same record and text.
    """
    act = Act(
        title=f"{label(kind)} {record.sheet.number}",
        sender=sender_of(record),
        number=reference_of(record),
        blocks=blocks,
        signatories=(
            lender_signatory(record),
            company_signatory(record),
            ("Vu par la personne mise à disposition", ""),
        ),
        is_rehearsal=record.is_rehearsal,
    )
    return (yield from act_pdf(act, record.identity))
