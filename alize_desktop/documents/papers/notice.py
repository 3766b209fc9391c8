"""The notice of a meeting: a letter for one member, then what the member sends back."""

import re
from collections.abc import Generator, Sequence
from functools import partial
from itertools import groupby
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from alize_desktop.documents.blocks import facts, line
from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.grids import Column
from alize_desktop.documents.headings import heading
from alize_desktop.documents.keeping import Kept
from alize_desktop.documents.parts.forms import BLANK, BOX, FormRow, WritingLines, form_grid
from alize_desktop.documents.parts.letterhead import LetterHead, letterhead, signature_block
from alize_desktop.documents.parts.meeting import mentions
from alize_desktop.documents.parts.opening import basin_title, body_title
from alize_desktop.documents.parts.texts import first_heading, text_flow
from alize_desktop.documents.tagging.lists import list_items
from alize_desktop.documents.text import markup, shorten, typeset
from alize_desktop.documents.typography import styles
from alize_desktop.models.enums import PaperKind, VoteChoice
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.meeting_papers import MeetingPapersRecord
from alize_desktop.models.records.people import Member
from alize_desktop.rules.templates import BlockKind, TextBlock
from alize_desktop.wording.labels import label
from alize_desktop.wording.meeting_papers import (
    REHEARSAL,
    kind_title,
    meeting_line,
    point_title,
    title_of,
)
from alize_desktop.wording.names import member_name
from alize_desktop.wording.notice_letters import NoticeLetter
from alize_desktop.wording.notices import (
    REPLY_TITLE,
    RULES_TITLE,
    address_lines,
    reply_choices,
    reply_introduction,
    rule_sentences,
    sign_text,
)

_NUMBERED: Final = re.compile(r"(\d+\.) (.*)", re.DOTALL)
_CHOICES: Final = (VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTENTION)
_ANSWERS: Final = (
    Column("Dossier", 55),
    *(Column(label(each), 15) for each in _CHOICES),
)
_ROW: Final = 10 * mm
_ROOM_TO_SIGN: Final = 20 * mm
_LONGEST_TITLE: Final = 300


def notice_pdf(
    record: MeetingPapersRecord, letter: NoticeLetter
) -> Generator[Progress, None, bytes]:
    """Make the notice for one member, one part a step.

    Returns:
        The bytes of the PDF: the same for the same record and letter.
    """
    sections = [
        Section("Lettre", partial(_letter, record, letter)),
        Section("Règles", partial(_rules, record, letter.member)),
    ]
    if any(each.member.id == letter.member.id for each in record.seats):
        sections.append(Section("Réponse", partial(_reply, record, letter.member)))
    rehearsal = f"{REHEARSAL} · " if record.is_rehearsal else ""
    body = body_title(record.body)
    document = Document(
        title=f"{title_of(PaperKind.NOTICE, record)}, {member_name(letter.member.sheet)}",
        author=record.programme.operator or body,
        subject=f"{label(PaperKind.NOTICE)}, {body}, {kind_title(record)}",
        running=Running(
            left=f"{body} · {basin_title(record.programme)}",
            right=title_of(PaperKind.NOTICE, record),
            footer=f"{rehearsal}{label(PaperKind.NOTICE)} · {kind_title(record)}",
        ),
        sections=sections,
    )
    return (yield from document.render())


def _letter(record: MeetingPapersRecord, letter: NoticeLetter) -> list[Flowable]:
    about, text = first_heading(letter.blocks)
    head = LetterHead(
        sender=record.programme.operator or body_title(record.body),
        recipient=address_lines(letter.member),
        place_and_date=letter.dated,
        about=shorten(about, _LONGEST_TITLE),
        reference=record.row.number,
    )
    written = _text(text, letter.identity.accent)
    return [
        *letterhead(head, letter.identity),
        *mentions(record),
        *written[:-1],
        Kept([*written[-1:], *signature_block(letter.identity)]),
    ]


def _text(blocks: Sequence[TextBlock], accent: str) -> list[Flowable]:
    content: list[Flowable] = []
    for is_item, run in groupby(blocks, lambda each: each.kind is BlockKind.ITEM):
        pieces = list(run)
        content += _agenda([each.text for each in pieces]) if is_item else text_flow(pieces, accent)
    return content


def _rules(record: MeetingPapersRecord, member: Member) -> list[Flowable]:
    """Return what the rules say to the member, on a page of its own."""
    sentences = [markup(typeset(each)) for each in rule_sentences(record, member)]
    return [PageBreak(), *heading(RULES_TITLE), *_items(sentences)]


def _agenda(texts: Sequence[str]) -> list[Flowable]:
    """Return items; those that begin with a number of passage stand beside it."""
    found = [_NUMBERED.fullmatch(each) for each in texts]
    if not all(found):
        return [*_items([markup(typeset(each)) for each in texts]), Spacer(1, 5)]
    parts = [each.groups() for each in found if each is not None]
    items = list_items(
        [markup(typeset(text)) for _number, text in parts], styles().body, is_numbered=True
    )
    for item, (number, _text_of_item) in zip(items, parts, strict=True):
        item.label = number
    return [*items, Spacer(1, 5)]


def _items(texts: Sequence[str]) -> list[Flowable]:
    return list(list_items(texts, styles().body))


def _reply(record: MeetingPapersRecord, member: Member) -> list[Flowable]:
    """Return the page that a member fills in and sends back."""
    content = [
        *heading(REPLY_TITLE),
        line(meeting_line(record), styles().strong),
        line(reply_introduction(record)),
        *facts([("Membre", member_name(member.sheet))]),
        *_answers(record, member),
    ]
    signed = form_grid([Column(sign_text(member), 100)], [[BLANK]], _ROOM_TO_SIGN)
    return [*content, Spacer(1, 6), *signed]


def _answers(record: MeetingPapersRecord, member: Member) -> list[Flowable]:
    if record.is_written:
        rows: list[FormRow] = [
            [shorten(point_title(each), _LONGEST_TITLE), BLANK, BLANK, BLANK]
            for each in record.dossiers
        ]
        table = form_grid(_ANSWERS, rows, _ROW) if rows else []
        return [*table, line("Observations"), WritingLines(4)]
    choices = reply_choices(record, member)
    lines: list[Flowable] = []
    for each in choices:
        lines += [line(f"{BOX}\u00a0\u00a0{each}"), Spacer(1, 4)]
    return [*lines, line("Dossiers dont je dois me déporter, et pourquoi"), WritingLines(3)]
