"""The list of decisions of a meeting, to be sent around on one page."""

from collections.abc import Generator
from functools import partial

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.keeping import Kept
from alize_desktop.documents.panels import signature_boxes
from alize_desktop.documents.parts.agenda import decision_table
from alize_desktop.documents.parts.closing import signatories
from alize_desktop.documents.parts.opening import basin_title, body_title
from alize_desktop.documents.typography import styles
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.wording.minutes_meeting import kind_title, paper_title
from alize_desktop.wording.minutes_stages import fund_facts


def decision_list_pdf(
    record: MinutesRecord, identity: PaperIdentity | None = None
) -> Generator[Progress, None, bytes]:
    """Make the list of decisions: one table, what is left of the fund, two signatures.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    programme, body = record.programme, body_title(record.body)
    document = Document(
        title=f"Relevé de décisions {record.number}",
        author=programme.operator or body,
        subject=f"{body}, {basin_title(programme)}, {kind_title(record)}",
        running=Running(
            left=f"{body} · {basin_title(programme)}",
            right=f"Relevé de décisions {record.number}",
            footer=f"Relevé de décisions · {paper_title(record)}",
        ),
        sections=(
            Section("Décisions", partial(_decisions, record)),
            Section("Signatures", partial(_signed, record)),
        ),
        identity=identity,
    )
    return (yield from document.render())


def _decisions(record: MinutesRecord) -> list[Flowable]:
    programme = record.programme
    owner = [each for each in (programme.operator, basin_title(programme)) if each]
    content: list[Flowable] = [
        line(" · ".join(owner), styles().kicker),
        line("Relevé de décisions", styles().title),
        line(f"{body_title(record.body)}, {kind_title(record)}", styles().subtitle),
    ]
    if not record.items:
        return [*content, line("Aucun dossier n’a été examiné.")]
    return [*content, *decision_table(record.items)]


def _signed(record: MinutesRecord) -> list[Flowable]:
    left = facts(fund_facts(record.fund, is_written=record.is_written)) if record.fund else []
    return [*left, Kept([signature_boxes(signatories(record))])]
