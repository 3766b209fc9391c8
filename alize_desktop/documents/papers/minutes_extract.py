"""An extract of the minutes for one company, which says nothing of the others."""

from collections.abc import Generator
from dataclasses import replace
from functools import partial

from reportlab.platypus import Flowable

from alize_desktop.documents.blocks import line
from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.headings import heading
from alize_desktop.documents.keeping import Kept
from alize_desktop.documents.minutes import outcome
from alize_desktop.documents.panels import signature_boxes
from alize_desktop.documents.parts.attendance import attendance, quorum
from alize_desktop.documents.parts.closing import record_seal, signatories
from alize_desktop.documents.parts.company import identity, project, request
from alize_desktop.documents.parts.opening import basin_title, body_title, opening
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import MinutesRecord
from alize_desktop.models.records.minutes_parts import MinutesItem
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.wording.minutes_meeting import certified_sentence, kind_title, paper_title


def extract_pdf(
    record: MinutesRecord, item: MinutesItem, identity: PaperIdentity | None = None
) -> Generator[Progress, None, bytes]:
    """Make the extract of the minutes about one dossier.

    Nobody's vote is named nor can be guessed from a correction, nothing of what was said
    is told, no other dossier appears: who was there is told without where each stood at
    every hour.

    Args:
        record: The minutes.
        item: One of its dossiers.
        identity: How the papers of the office look; None for the usual colours.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    own = _own(item)
    alone = _alone(record, own)
    programme = record.programme
    title = f"Extrait du {paper_title(record)[0].lower()}{paper_title(record)[1:]}"
    document = Document(
        title=f"{title}, dossier {item.number}",
        author=programme.operator or body_title(record.body),
        subject=f"{kind_title(record)}, dossier {item.number}",
        running=Running(
            left=f"{body_title(record.body)} · {basin_title(programme)}",
            right=f"Extrait · {item.number}",
            footer=f"{title} · {kind_title(record)}",
        ),
        sections=(
            Section("En-tête", partial(opening, alone, "Extrait du procès-verbal")),
            Section("Présences", partial(attendance, alone)),
            Section("Quorum", partial(quorum, alone)),
            Section(f"Dossier {item.number}", partial(_dossier, own, alone)),
            Section("Certification", partial(_certified, alone)),
        ),
        identity=identity,
    )
    return (yield from document.render())


def _own(item: MinutesItem) -> MinutesItem:
    ballots = tuple(replace(each, votes=(), corrections=()) for each in item.ballots)
    return replace(item, ballots=ballots, recused=())


def _alone(record: MinutesRecord, item: MinutesItem) -> MinutesRecord:
    """Return a record of what is told to this company, field by field.

    What minutes come to say later is left out until it is named here.
    """
    return MinutesRecord(
        meeting_id=record.meeting_id,
        number=record.number,
        programme=record.programme,
        draft=record.draft,
        state=record.state,
        presiding=record.presiding,
        opened_at=record.opened_at,
        closed_at=record.closed_at,
        quorum_at=record.quorum_at,
        attendance=tuple(replace(each, stays=()) for each in record.attendance),
        quorum=record.quorum,
        items=(item,),
        next_meeting_on=None,
        journal_head=record.journal_head,
        journal_lines=record.journal_lines,
        body=record.body,
        rules=record.rules,
        version=record.version,
        lost_quorum=record.lost_quorum,
    )


def _dossier(item: MinutesItem, record: MinutesRecord) -> list[Flowable]:
    sheet = item.sheet
    return [
        *heading(f"Dossier {item.number}\u00a0: {sheet.company.name}"),
        *identity(sheet),
        *project(sheet.project),
        *request(sheet),
        *outcome(item, record),
    ]


def _certified(record: MinutesRecord) -> list[Flowable]:
    content = [
        *heading("Certification"),
        line(certified_sentence(record)),
        signature_boxes(signatories(record)),
        record_seal(record),
    ]
    return [Kept(content)]
