"""The decision pack: cover, contents, agenda, then each dossier with its documents.

What its reader may not see is not in the record that it is made from.
"""

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from alize_desktop.documents.blocks import bullets, facts, line
from alize_desktop.documents.document import Section
from alize_desktop.documents.headings import heading
from alize_desktop.documents.packing.mark import name_mark
from alize_desktop.documents.packing.names import TypesetPack
from alize_desktop.documents.panels import decision_panel, mention
from alize_desktop.documents.papers.pack_attached import attached_pages
from alize_desktop.documents.papers.pack_numbers import (
    Anchor,
    PageNumbers,
    PrintedNumbers,
    contents_line,
)
from alize_desktop.documents.papers.pack_summary import summary, whole_texts
from alize_desktop.documents.parts.aid import aid_section
from alize_desktop.documents.parts.meeting import meeting_document, meeting_header
from alize_desktop.documents.parts.seal import seal
from alize_desktop.documents.text import plain, shorten
from alize_desktop.documents.typography import styles
from alize_desktop.models.enums import PaperKind
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.packs import PackEntry, PackRecord
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.state_aid import AidWeighing
from alize_desktop.wording.meeting_papers import WITHOUT_POINTS, named_with_office
from alize_desktop.wording.names import member_name
from alize_desktop.wording.packs import (
    CONTENTS_INTRODUCTION,
    EVERYTHING_JOINED,
    WITHOUT_DOCUMENTS,
    attachment_title,
    confidentiality,
    copy_text,
    entry_line,
    entry_title,
    reader_text,
    remark_text,
    seal_reason,
    slip_text,
)

_LONGEST_LINE: Final = 85
_AGENDA: Final = "agenda"


def pack_pdf(record: PackRecord) -> Generator[Progress, None, TypesetPack]:
    """Make one copy, the pages of its documents left to be joined.

    Returns:
        The copy: the same for the same record.
    """
    numbers = PageNumbers()
    sections = [
        Section("Couverture et table", partial(_front, record, numbers)),
        *(
            Section(entry_title(each), partial(_entry, each, record, numbers))
            for each in record.entries
        ),
        Section("Numéros de page", lambda: [PrintedNumbers(numbers)]),
    ]
    document = meeting_document(PaperKind.PACK, record.meeting, sections)
    footer = f"{copy_text(record.number)} · {document.running.footer}"
    document = replace(document, running=replace(document.running, footer=footer))
    content = yield from document.render()
    if record.reader is None:
        return TypesetPack(content, numbers.joined)
    name, copy = member_name(record.reader.sheet), copy_text(record.number)
    return TypesetPack(content, numbers.joined, name_mark(name, copy), plain(f"{name}, {copy}"))


def _front(record: PackRecord, numbers: PageNumbers) -> list[Flowable]:
    return [*_cover(record), *_contents(record, numbers), *_agenda(record, numbers)]


def _cover(record: PackRecord) -> list[Flowable]:
    meeting = record.meeting
    presiding = named_with_office(meeting.presiding) if meeting.presiding else ""
    row = meeting.row
    return [
        Spacer(1, 30 * mm),
        *meeting_header(PaperKind.PACK, meeting),
        decision_panel(copy_text(record.number), reader_text(record.reader), ""),
        *facts([("Présidence", presiding), ("Secrétariat", row.draft.secretary)]),
        Spacer(1, 6 * mm),
        mention("CONFIDENTIEL", confidentiality(record.reader)),
        Spacer(1, 16 * mm),
        seal(row.number, meeting.journal_head, meeting.journal_lines, seal_reason()),
        PageBreak(),
    ]


def _contents(record: PackRecord, numbers: PageNumbers) -> list[Flowable]:
    content = [*heading("Table des matières"), line(CONTENTS_INTRODUCTION, styles().soft)]
    content.append(contents_line("Ordre du jour", _AGENDA, styles().strong, numbers))
    for entry in record.entries:
        if entry.sheet is None and entry.point is not None:
            continue  # a standing point has no page
        title = shorten(entry_title(entry), _LONGEST_LINE)
        content.append(contents_line(title, _anchor(entry), styles().strong, numbers))
        for number, each in enumerate(entry.attachments):
            name = shorten(attachment_title(each.name), _LONGEST_LINE)
            anchor = _anchor(entry, number)
            content.append(contents_line(name, anchor, styles().body, numbers, indent=14))
    return [*content, *_remarks(record)]


def _remarks(record: PackRecord) -> list[Flowable]:
    content = heading("Pièces jointes")
    left_out = [remark_text(each) for each in record.remarks if each.is_left_out]
    others = [remark_text(each) for each in record.remarks if not each.is_left_out]
    if not left_out:
        has_some = any(each.attachments for each in record.entries)
        content.append(line(EVERYTHING_JOINED if has_some else WITHOUT_DOCUMENTS))
    return [*content, *bullets([*left_out, *others])]


def _agenda(record: PackRecord, numbers: PageNumbers) -> list[Flowable]:
    content: list[Flowable] = [
        PageBreak(),
        *heading("Ordre du jour"),
        Anchor(_AGENDA, numbers),
    ]
    if not record.entries:
        return [*content, line(WITHOUT_POINTS)]
    return [*content, *bullets([entry_line(each) for each in record.entries], is_numbered=True)]


def _entry(entry: PackEntry, record: PackRecord, numbers: PageNumbers) -> list[Flowable]:
    if entry.point is None and record.reader is not None:
        return _slip(entry, record.reader, numbers)
    sheet = entry.sheet
    if sheet is None:
        return []
    content: list[Flowable] = [
        PageBreak(),
        *heading(entry_title(entry)),
        Anchor(_anchor(entry), numbers),
        *summary(sheet, entry.aid or AidWeighing()),
        *whole_texts(sheet),
        *(aid_section(entry.aid_sheet) if entry.aid_sheet else []),
    ]
    for number, each in enumerate(entry.attachments):
        content += attached_pages(each, _anchor(entry, number), numbers)
    return content


def _slip(entry: PackEntry, reader: Member, numbers: PageNumbers) -> list[Flowable]:
    return [
        PageBreak(),
        *heading(entry_title(entry)),
        Anchor(_anchor(entry), numbers),
        line(slip_text(entry, reader)),
    ]


def _anchor(entry: PackEntry, attachment: int | None = None) -> str:
    suffix = "" if attachment is None else f"-{attachment}"
    return f"point-{entry.position}{suffix}"
