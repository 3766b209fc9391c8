"""Ballot papers of a secret vote, to be cut out, and the count of their scrutineers.

As many as there are voters, all alike: no name, no number.
"""

from collections.abc import Generator, Iterator
from functools import partial
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from alize_desktop.documents.blocks import line
from alize_desktop.documents.colours import inks
from alize_desktop.documents.document import Section
from alize_desktop.documents.frame import TEXT_WIDTH
from alize_desktop.documents.grids import Column
from alize_desktop.documents.headings import heading
from alize_desktop.documents.panels import signature_boxes
from alize_desktop.documents.parts.forms import BLANK, BOX, form_grid
from alize_desktop.documents.parts.meeting import meeting_document, meeting_header
from alize_desktop.documents.tagging.tables import layout_table
from alize_desktop.documents.text import shorten
from alize_desktop.documents.typography import CELL_FONT, styles
from alize_desktop.models.enums import PaperKind, VoteChoice
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.meeting_papers import MeetingPapersRecord, PaperPoint
from alize_desktop.wording.fallback_papers import (
    BALLOT_HINT,
    BALLOT_QUESTION,
    COUNT_CHECK,
    COUNTED_ROWS,
    NO_BALLOT,
    printed_text,
)
from alize_desktop.wording.labels import label
from alize_desktop.wording.meeting_papers import (
    REHEARSAL,
    WITHOUT_DOSSIERS,
    kind_title,
    point_title,
)

_ACROSS: Final = 2
_HEIGHT: Final = 60 * mm
_LONGEST_NAME: Final = 80
_CHOICES: Final = (VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTENTION)
_COUNT: Final = (Column("Dépouillement", 60), Column("Nombre", 40))


def secret_ballots_pdf(record: MeetingPapersRecord) -> Generator[Progress, None, bytes]:
    """Make the ballot papers, one dossier a step.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    sections = [
        Section(f"Dossier {each.line.number}", partial(_dossier, each, record, is_first=not number))
        for number, each in enumerate(record.dossiers)
    ]
    without = Section("Sans dossier", partial(_without, record))
    document = meeting_document(PaperKind.SECRET_BALLOTS, record, sections or [without])
    return (yield from document.render())


def _without(record: MeetingPapersRecord) -> list[Flowable]:
    return [*meeting_header(PaperKind.SECRET_BALLOTS, record), line(WITHOUT_DOSSIERS)]


def _dossier(point: PaperPoint, record: MeetingPapersRecord, *, is_first: bool) -> list[Flowable]:
    """Return the count of a dossier, then its papers, on pages of their own."""
    return [
        *([] if is_first else [PageBreak()]),
        *_count(point, record),
        *([PageBreak(), _papers(point, record)] if point.voters else []),
    ]


def _count(point: PaperPoint, record: MeetingPapersRecord) -> list[Flowable]:
    printed = printed_text(point, is_called=record.is_called) if point.voters else NO_BALLOT
    rows = [[each, BLANK] for each in COUNTED_ROWS]
    return [
        *meeting_header(PaperKind.SECRET_BALLOTS, record),
        *heading(point_title(point)),
        line(printed),
        *form_grid(_COUNT, rows, 11 * mm),
        line(COUNT_CHECK, styles().soft),
        signature_boxes([("Premier scrutateur", ""), ("Second scrutateur", "")]),
    ]


def _papers(point: PaperPoint, record: MeetingPapersRecord) -> Flowable:
    cells = [_paper(point, record) for _number in range(point.voters)]
    empty: list[list[Flowable]] = [[] for _number in range(-len(cells) % _ACROSS)]
    filled = [*cells, *empty]
    rows = [filled[start : start + _ACROSS] for start in range(0, len(filled), _ACROSS)]
    cut = [
        ("BOX", place, place, 0.6, inks().strong, None, (3, 3)) for place in _places(point.voters)
    ]
    return layout_table(
        rows,
        colWidths=[TEXT_WIDTH / _ACROSS] * _ACROSS,
        rowHeights=[_HEIGHT] * len(rows),
        style=[
            CELL_FONT,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 5 * mm),
            ("RIGHTPADDING", (0, 0), (-1, -1), 5 * mm),
            ("TOPPADDING", (0, 0), (-1, -1), 4 * mm),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            *cut,
        ],
    )


def _places(count: int) -> Iterator[tuple[int, int]]:
    """Yield (column, row) of each paper."""
    for number in range(count):
        yield number % _ACROSS, number // _ACROSS


def _paper(point: PaperPoint, record: MeetingPapersRecord) -> list[Flowable]:
    style = styles()
    mark = f"{REHEARSAL} · " if record.is_rehearsal else ""
    company = shorten(point.line.company, _LONGEST_NAME)
    return [
        line(f"{mark}{kind_title(record)}", style.note),
        line(f"Dossier {point.line.number}", style.strong),
        line(company, style.cell),
        Spacer(1, 1.5 * mm),
        line(BALLOT_QUESTION, style.cell_strong),
        Spacer(1, 1 * mm),
        *(line(f"{BOX}\u00a0\u00a0{label(each)}", style.decision) for each in _CHOICES),
        Spacer(1, 1 * mm),
        line(BALLOT_HINT, style.note),
    ]
