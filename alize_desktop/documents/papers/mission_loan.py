"""The agreement of a mission and its amendments, signed by both companies and the person lent."""

from collections.abc import Generator

from alize_desktop.documents.agreements import Act, act_pdf
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.mission_papers import MissionPaperRecord
from alize_desktop.rules.templates import TextBlock
from alize_desktop.wording.dossier_values import sender_of
from alize_desktop.wording.labels import label
from alize_desktop.wording.mission_values import loan_signatories, mission_reference


def mission_loan_pdf(
    kind: PaperKind, record: MissionPaperRecord, blocks: tuple[TextBlock, ...]
) -> Generator[Progress, None, bytes]:
    """Make the agreement of a mission, or an amendment to it.

    Args:
        kind: ``SECONDMENT`` or ``MISSION_AMENDMENT``.
        record: Parties and mission.
        blocks: Its text, the fields filled.

    Returns:
        The bytes of the PDF: the same for the same record and text.
    """
    paper = record.paper
    act = Act(
        title=f"{label(kind)} {record.mission.number}",
        sender=sender_of(paper),
        number=mission_reference(record),
        blocks=blocks,
        signatories=loan_signatories(record),
        is_rehearsal=paper.is_rehearsal,
    )
    return (yield from act_pdf(act, paper.identity))
