"""One slip a dossier to write a decision on, when there is no screen."""

from collections.abc import Generator
from functools import partial
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from alize_desktop.documents.blocks import line
from alize_desktop.documents.document import Section
from alize_desktop.documents.grids import Column
from alize_desktop.documents.headings import heading, subheading
from alize_desktop.documents.parts.agenda import amount_cell, count_cell
from alize_desktop.documents.parts.forms import BLANK, FormRow, WritingLines, boxes, form_grid
from alize_desktop.documents.parts.meeting import meeting_document, meeting_header, mentions
from alize_desktop.documents.text import shorten
from alize_desktop.documents.typography import styles
from alize_desktop.models.enums import DecisionOutcome, PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meeting_papers import MeetingPapersRecord, PaperPoint
from alize_desktop.wording.attendance_sheet import presiding_capacity, secretary_capacity
from alize_desktop.wording.decisions import period_text
from alize_desktop.wording.fallback_papers import (
    CONDITION_KINDS,
    COUNTS_LINE,
    OTHER_REASON,
    SLIPS_INTRODUCTION,
    months_text,
)
from alize_desktop.wording.labels import label
from alize_desktop.wording.meeting_papers import WITHOUT_DOSSIERS, meeting_line, point_title
from alize_desktop.wording.names import member_name
from alize_desktop.wording.standard_texts import REFUSAL_REASONS

_ROW: Final = 7 * mm
_CONDITION_ROWS: Final = 3
_ROOM_TO_SIGN: Final = 16 * mm
_LONGEST_NAME: Final = 80
_PACKAGE: Final = (
    Column("", 31),
    Column("Demandé", 23),
    Column("Proposé", 23),
    Column("Décidé", 23),
)
_CONDITIONS: Final = (Column("Condition", 54), Column("Nature", 30), Column("Échéance", 16))


def decision_slips_pdf(record: MeetingPapersRecord) -> Generator[Progress, None, bytes]:
    """Make the slips, one dossier a step.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    sections = [
        Section(f"Dossier {each.line.number}", partial(_slip, each, record, is_first=not number))
        for number, each in enumerate(record.dossiers)
    ]
    without = Section("Sans dossier", partial(_without, record))
    document = meeting_document(PaperKind.DECISION_SLIPS, record, sections or [without])
    return (yield from document.render())


def _without(record: MeetingPapersRecord) -> list[Flowable]:
    return [*meeting_header(PaperKind.DECISION_SLIPS, record), line(WITHOUT_DOSSIERS)]


def _slip(point: PaperPoint, record: MeetingPapersRecord, *, is_first: bool) -> list[Flowable]:
    sheet = point.sheet
    rows = _package(sheet) if sheet is not None else []
    return [
        *(_top(record) if is_first else [PageBreak()]),
        *heading(point_title(point)),
        *([] if is_first else [line(meeting_line(record), styles().soft), *mentions(record)]),
        line(COUNTS_LINE),
        line(boxes([label(each) for each in DecisionOutcome]), styles().cell),
        *form_grid(_PACKAGE, rows, _ROW),
        *_conditions(),
        *_grounds(),
        *_signatures(record),
    ]


def _top(record: MeetingPapersRecord) -> list[Flowable]:
    return [
        *meeting_header(PaperKind.DECISION_SLIPS, record),
        line(SLIPS_INTRODUCTION, styles().soft),
    ]


def _package(sheet: DossierSheet) -> list[FormRow]:
    """Return what is granted, line by line: asked is printed, the rest is written."""
    asked, has_advance = sheet.request, bool(sheet.request.amount)
    rows = [
        ("Avance", amount_cell(asked.amount)),
        ("Durée", months_text(asked.months if has_advance else 0)),
        ("Différé", months_text(asked.deferral if has_advance else 0)),
        ("Remboursement", period_text(asked.every) if has_advance else months_text(0)),
        ("Jours de compétences", count_cell(sheet.skills.days)),
        ("Catégorie, partenaire", sheet.skills.category or months_text(0)),
        ("Emplois à créer", count_cell(sheet.jobs.created)),
        ("Emplois à maintenir", count_cell(sheet.jobs.maintained)),
    ]
    return [[name, value, BLANK, BLANK] for name, value in rows]


def _conditions() -> list[Flowable]:
    row: FormRow = [BLANK, boxes(CONDITION_KINDS), BLANK]
    return [*subheading("Conditions"), *form_grid(_CONDITIONS, [row] * _CONDITION_ROWS, _ROW)]


def _grounds() -> list[Flowable]:
    return [
        *subheading("Motif d’un refus ou d’un ajournement, pièces demandées"),
        line(boxes([*REFUSAL_REASONS, OTHER_REASON]), styles().cell),
        WritingLines(2),
    ]


def _signatures(record: MeetingPapersRecord) -> list[Flowable]:
    chair = member_name(record.presiding.sheet) if record.presiding else ""
    people = (
        (presiding_capacity(record), chair),
        (secretary_capacity(record), record.row.draft.secretary),
    )
    columns = [
        Column(" : ".join(shorten(each, _LONGEST_NAME) for each in person if each), 50)
        for person in people
    ]
    return form_grid(columns, [[BLANK, BLANK]], _ROOM_TO_SIGN)
