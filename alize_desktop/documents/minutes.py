"""The minutes of a meeting (procès-verbal), from one record.

Blocks follow the committee's own order: header, attendance, quorum, agenda, one
part a dossier, closing with signatures, list of decisions. A decision stands on one
page with the counts it follows from, and with its votes unless that would leave more
than half a page empty.
"""

from collections.abc import Generator
from functools import partial
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.headings import heading
from alize_desktop.documents.keeping import KeptIfClose
from alize_desktop.documents.parts.agenda import agenda, decision_list
from alize_desktop.documents.parts.attendance import attendance, quorum
from alize_desktop.documents.parts.ballot import ballot, counts, recusals
from alize_desktop.documents.parts.closing import closing
from alize_desktop.documents.parts.company import identity, opinion, project, request
from alize_desktop.documents.parts.decision import decision
from alize_desktop.documents.parts.financing import financing
from alize_desktop.documents.parts.opening import (
    DRAFT_TITLE,
    basin_title,
    body_title,
    officers,
    opening,
)
from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.minutes import MinutesItem, MinutesRecord
from alize_desktop.wording.dates import long_date

_ROOM_FOR_A_DOSSIER: Final = 90 * mm
"""A dossier starts on a new page rather than in what is left of one."""


def minutes_sections(record: MinutesRecord) -> tuple[Section, ...]:
    """Return the parts of the minutes, in order, not laid out yet."""
    dossiers = (
        Section(f"Dossier {item.number}", partial(dossier_section, item, record))
        for item in record.items
    )
    annex = Section("Relevé de décisions", partial(decision_list, record.items))
    has_decisions = any(item.decision for item in record.items)
    return (
        Section("En-tête", partial(opening, record)),
        Section("Présences", partial(attendance, record)),
        Section("Quorum", partial(quorum, record)),
        Section("Présidence", partial(officers, record)),
        Section("Ordre du jour", partial(agenda, record)),
        *dossiers,
        Section("Signatures", partial(closing, record)),
        *([annex] if has_decisions else []),
    )


def minutes_pdf(record: MinutesRecord) -> Generator[Progress, None, bytes]:
    """Make the minutes, one part a step.

    Args:
        record: Everything the minutes say, read once.

    Yields:
        How far it is, after each part.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    programme = record.programme
    body, basin = body_title(programme), basin_title(programme)
    held_on = long_date(record.draft.held_on)
    is_draft = record.state is not MeetingState.CLOSED
    mention = f"{DRAFT_TITLE}, séance non levée · " if is_draft else ""
    document = Document(
        title=f"Procès-verbal {record.number}",
        author=programme.operator or body,
        subject=f"{body}, {basin}, séance du {held_on}",
        running=Running(
            left=f"{body} · {basin}",
            right=f"Procès-verbal {record.number}",
            footer=f"{mention}Séance du {held_on}",
        ),
        sections=minutes_sections(record),
    )
    return (yield from document.render())


def dossier_section(item: MinutesItem, record: MinutesRecord) -> list[Flowable]:
    """Return the part of the minutes about one dossier."""
    sheet, programme = item.sheet, record.programme
    decided = KeepTogether([*counts(item), *decision(item, programme)])
    return [
        CondPageBreak(_ROOM_FOR_A_DOSSIER),
        *heading(f"Dossier {item.number} : {sheet.company.name}"),
        *identity(sheet),
        *project(sheet.project),
        *financing(sheet),
        *request(sheet),
        *opinion(sheet.opinion),
        *recusals(item, programme),
        KeptIfClose([*ballot(item, programme, record.presiding), decided]),
    ]
