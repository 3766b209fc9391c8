"""The conductor of whoever presides: each step, what to say, room for notes."""

from collections.abc import Generator
from functools import partial
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.colours import inks
from alize_desktop.documents.document import Section
from alize_desktop.documents.frame import TEXT_WIDTH
from alize_desktop.documents.headings import heading
from alize_desktop.documents.parts.forms import WritingLines
from alize_desktop.documents.parts.meeting import meeting_document, meeting_header
from alize_desktop.documents.tagging.tables import layout_table
from alize_desktop.documents.typography import CELL_FONT, styles
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meeting_papers import MeetingPapersRecord, PaperPoint
from alize_desktop.wording.conductor import (
    CALL_SENTENCE,
    CONDUCTOR_INTRODUCTION,
    NO_RECUSAL_KNOWN,
    TO_BE_NAMED,
    closing_speech,
    dossier_speech,
    floor_speech,
    opening_speech,
    presiding_fact,
    proclamation_speech,
    quorum_facts,
    quorum_speech,
    standing_speech,
    tie_fact,
    vote_speech,
)
from alize_desktop.wording.labels import label
from alize_desktop.wording.meeting_papers import (
    WITHOUT_POINTS,
    named_with_office,
    officer_title,
    point_title,
    recusal_text,
    request_text,
)
from alize_desktop.wording.minutes_words import ended

_ROOM_FOR_A_DOSSIER: Final = 180 * mm
_NOTES: Final = 3
_NOTES_OF_A_DOSSIER: Final = 7
_LONGEST_SPEECH: Final = 600


def conductor_pdf(record: MeetingPapersRecord) -> Generator[Progress, None, bytes]:
    """Make the conductor, one step of the meeting a step.

    Returns:
        The bytes of the PDF: the same for the same record.
    """
    sections = [
        Section("Ouverture", partial(_opening, record)),
        *(Section(point_title(each), partial(_point, each, record)) for each in record.points),
        Section("Clôture", partial(_closing, record)),
    ]
    return (yield from meeting_document(PaperKind.CONDUCTOR, record, sections).render())


def spoken(text: str) -> Flowable:
    """Return a sentence to say aloud, framed; one of many lines goes without its frame."""
    if len(text) > _LONGEST_SPEECH:
        return line(text)
    ink = inks()
    return layout_table(
        [[[line(text)]]],
        colWidths=[TEXT_WIDTH],
        spaceBefore=4,
        spaceAfter=4,
        style=[
            CELL_FONT,
            ("BACKGROUND", (0, 0), (-1, -1), ink.ground),
            ("LINEBEFORE", (0, 0), (0, -1), 2.5, ink.accent),
            ("LEFTPADDING", (0, 0), (-1, -1), 11),
            ("RIGHTPADDING", (0, 0), (-1, -1), 9),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ],
    )


def _opening(record: MeetingPapersRecord) -> list[Flowable]:
    presiding = named_with_office(record.presiding) if record.presiding else TO_BE_NAMED
    roll = [] if record.is_written else [spoken(CALL_SENTENCE)]
    content = [
        *meeting_header(PaperKind.CONDUCTOR, record),
        line(CONDUCTOR_INTRODUCTION, styles().soft),
        *heading("Ouverture"),
        *facts(
            [
                ("Présidence", presiding),
                ("Secrétariat", record.row.draft.secretary.strip() or TO_BE_NAMED),
                ("Règles", record.rules_name),
            ]
        ),
        spoken(opening_speech(record)),
        *heading("Réponses et quorum" if record.is_written else "Appel et quorum"),
        *facts(quorum_facts(record)),
        *roll,
        spoken(quorum_speech(record)),
        WritingLines(_NOTES),
    ]
    return content if record.points else [*content, line(WITHOUT_POINTS)]


def _point(point: PaperPoint, record: MeetingPapersRecord) -> list[Flowable]:
    if point.sheet is not None:
        return _dossier(point, point.sheet, record)
    speech = standing_speech(point)
    return [
        *heading(point_title(point)),
        *([spoken(speech)] if speech else []),
        WritingLines(_NOTES),
    ]


def _dossier(point: PaperPoint, sheet: DossierSheet, record: MeetingPapersRecord) -> list[Flowable]:
    officer, advice = sheet.opinion.case_officer, sheet.opinion.advice
    recusals = "\n".join(ended(recusal_text(each)) for each in point.recusals)
    told = [
        (officer_title(officer), officer or TO_BE_NAMED),
        ("Demande", _sentence(request_text(point))),
        ("Avis", label(advice) if advice else ""),
        ("Déports", recusals or NO_RECUSAL_KNOWN),
        ("Présidence", _sentence(presiding_fact(point, record))),
        ("Quorum", point.quorum),
        ("Partage des voix", _sentence(tie_fact(record))),
    ]
    return [
        CondPageBreak(_ROOM_FOR_A_DOSSIER),
        *heading(point_title(point)),
        *facts(told),
        spoken(dossier_speech(point, record)),
        *([] if record.is_written else [spoken(floor_speech(officer))]),
        WritingLines(_NOTES_OF_A_DOSSIER),
        spoken(vote_speech(record)),
        spoken(proclamation_speech()),
        WritingLines(_NOTES, ends_with_page=True),
    ]


def _sentence(text: str) -> str:
    return ended(f"{text[0].upper()}{text[1:]}") if text else ""


def _closing(record: MeetingPapersRecord) -> list[Flowable]:
    return [
        *heading("Clôture"),
        spoken(closing_speech(record)),
        WritingLines(_NOTES, ends_with_page=True),
    ]
