"""Letters to the company of a dossier: what was decided, the aid it received, what is late."""

from collections.abc import Generator

from alize_desktop.documents.letter import Letter, letter_pdf
from alize_desktop.documents.parts.letterhead import LetterHead
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.dossier_papers import DossierPaperRecord
from alize_desktop.rules.templates import TextBlock
from alize_desktop.wording.company_words import place_of, recipient_lines
from alize_desktop.wording.dossier_values import place_and_date, reference_of, sender_of
from alize_desktop.wording.labels import label


def dossier_letter_pdf(
    kind: PaperKind,
    record: DossierPaperRecord,
    blocks: tuple[TextBlock, ...],
    reference: str | None = None,
) -> Generator[Progress, None, bytes]:
    """Make a letter about a dossier.

    Args:
        kind: Of the letter.
        record: Who writes, to whom, about which decision.
        blocks: Its text, the fields filled.
        reference: What to quote in an answer; None for the dossier and its decision.

    Returns:
        The bytes of the PDF: the same for the same record and text.
    """
    number = record.sheet.number
    head = LetterHead(
        sender=sender_of(record),
        recipient=recipient_lines(record.sheet),
        place_and_date=place_and_date(place_of(record.identity.address), record.today),
        about=label(kind),
        reference=reference_of(record) if reference is None else reference,
    )
    letter = Letter(
        title=f"{label(kind)} {number}",
        subject=f"{label(kind)}, dossier {number}",
        head=head,
        blocks=blocks,
        number=number,
        is_rehearsal=record.is_rehearsal,
    )
    return (yield from letter_pdf(letter, record.identity))
