"""The state-aid sheet of a dossier, alone."""

from collections.abc import Generator
from functools import partial

from alize_desktop.documents.agreements import Act, act_pdf
from alize_desktop.documents.parts.aid import aid_sheet
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.dossier_papers import DossierPaperRecord
from alize_desktop.models.records.state_aid import AidSheet
from alize_desktop.rules.templates import BlockKind, TextBlock
from alize_desktop.wording.aid_papers import SHEET_TITLE
from alize_desktop.wording.dossier_values import reference_of, sender_of
from alize_desktop.wording.labels import label


def aid_sheet_pdf(record: DossierPaperRecord, sheet: AidSheet) -> Generator[Progress, None, bytes]:
    """Make the state-aid sheet of a dossier.

    Args:
        record: The dossier, and the decision that holds if there is one.
        sheet: Its State aid.

    Returns:
        The bytes of the PDF: the same for the same sheet.
    """
    act = Act(
        title=f"{label(PaperKind.AID_SHEET)} {record.sheet.number}",
        sender=sender_of(record),
        number=reference_of(record),
        blocks=(TextBlock(BlockKind.HEADING, f"{SHEET_TITLE} {record.sheet.number}"),),
        signatories=(),
        after=partial(aid_sheet, sheet),
        is_rehearsal=record.is_rehearsal,
    )
    return (yield from act_pdf(act, record.identity))
