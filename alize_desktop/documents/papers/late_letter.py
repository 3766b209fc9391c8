"""Letters to a company whose advance is late: reminder, formal notice, acceleration."""

from collections.abc import Generator

from alize_desktop.documents.letter import Letter, letter_pdf
from alize_desktop.documents.parts.letterhead import LetterHead
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.money_papers import AdvancePaperRecord
from alize_desktop.rules.templates import TextBlock
from alize_desktop.wording.company_words import place_of, recipient_lines
from alize_desktop.wording.dossier_values import place_and_date, sender_of
from alize_desktop.wording.labels import label
from alize_desktop.wording.late_letters import agreement_reference


def late_letter_pdf(
    kind: PaperKind, record: AdvancePaperRecord, blocks: tuple[TextBlock, ...]
) -> Generator[Progress, None, bytes]:
    """Make a letter about an advance that is late.

    Args:
        kind: ``REMINDER``, ``FORMAL_NOTICE`` or ``ACCELERATION_NOTICE``.
        record: Who writes, to whom, about which advance.
        blocks: Its text, the fields filled.

    Returns:
        The bytes of the PDF: the same for the same record and text.
    """
    paper = record.paper
    number = paper.sheet.number
    head = LetterHead(
        sender=sender_of(paper),
        recipient=recipient_lines(paper.sheet),
        place_and_date=place_and_date(place_of(paper.identity.address), paper.today),
        about=label(kind),
        reference=agreement_reference(record),
    )
    letter = Letter(
        title=f"{label(kind)} {number}",
        subject=f"{label(kind)}, dossier {number}",
        head=head,
        blocks=blocks,
        number=number,
        is_rehearsal=paper.is_rehearsal,
    )
    return (yield from letter_pdf(letter, paper.identity))
