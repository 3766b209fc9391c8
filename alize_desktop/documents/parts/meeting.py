"""What every paper of a meeting begins with, and the frame it stands in."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import line
from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.panels import mention
from alize_desktop.documents.parts.opening import basin_title, body_title
from alize_desktop.documents.typography import styles
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.meeting_papers import MeetingPapersRecord
from alize_desktop.wording.labels import label
from alize_desktop.wording.meeting_papers import (
    REHEARSAL,
    REHEARSAL_TEXT,
    kind_title,
    meeting_line,
    title_of,
)


def meeting_document(
    kind: PaperKind, record: MeetingPapersRecord, sections: Sequence[Section]
) -> Document:
    """Return a paper of a meeting, ready to be laid out."""
    body, basin = body_title(record.body), basin_title(record.programme)
    rehearsal = f"{REHEARSAL} · " if record.is_rehearsal else ""
    return Document(
        title=title_of(kind, record),
        author=record.programme.operator or body,
        subject=f"{label(kind)}, {body}, {basin}",
        running=Running(
            left=f"{body} · {basin}",
            right=title_of(kind, record),
            footer=f"{rehearsal}{label(kind)} · {kind_title(record)}",
        ),
        sections=sections,
        identity=record.identity,
    )


def meeting_header(kind: PaperKind, record: MeetingPapersRecord) -> list[Flowable]:
    """Return the title of a paper, the meeting it is about, and what it is not."""
    programme = record.programme
    owner = [each for each in (programme.operator, basin_title(programme)) if each]
    return [
        line(" · ".join(owner), styles().kicker),
        line(label(kind), styles().title),
        line(f"{body_title(record.body)} · n°\u00a0{record.row.number}", styles().subtitle),
        line(meeting_line(record), styles().strong),
        *mentions(record),
    ]


def mentions(record: MeetingPapersRecord) -> list[Flowable]:
    """Return what says that nothing of a paper took place, or that it is invented."""
    content = []
    if record.is_rehearsal:
        content.append(mention(REHEARSAL, REHEARSAL_TEXT))
    if record.programme.is_demonstration:
        text = "Les entreprises, les personnes et les montants de ce document sont inventés."
        content.append(mention("DÉMONSTRATION", text))
    return content
