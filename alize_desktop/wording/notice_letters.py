"""A notice for one member: the office's own words filled, for a letter and for a mail."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from alize_desktop.models.enums import TemplateKey
from alize_desktop.models.records.meeting_papers import MeetingPapersRecord
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.people import Member
from alize_desktop.rules.templates import BlockKind, TextBlock
from alize_desktop.wording.dates import long_date
from alize_desktop.wording.meeting_papers import REHEARSAL, REHEARSAL_TEXT
from alize_desktop.wording.notices import notice_subject, notice_values
from alize_desktop.wording.template_fields import filled

_LONGEST_SUBJECT: Final = 200
_SPACES: Final = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class NoticeLetter:
    """What a notice is made of, besides its meeting.

    Attributes:
        member: Whom it is for.
        blocks: Its text, filled; its first heading is the object of the letter.
        identity: Who writes.
        dated: « Le 3 mars 2026 ».
    """

    member: Member
    blocks: tuple[TextBlock, ...]
    identity: PaperIdentity
    dated: str


@dataclass(frozen=True, slots=True)
class NoticeMail:
    """The words of a mail: its subject on one line, its text."""

    subject: str
    text: str


def notice_letter(
    record: MeetingPapersRecord,
    member: Member,
    identity: PaperIdentity,
    template: str,
    today: date,
) -> NoticeLetter:
    """Return the letter that calls a member.

    Args:
        record: The meeting.
        member: Whom it is for.
        identity: Who writes.
        template: Text of ``TemplateKey.NOTICE`` in force.
        today: Day on which it is written.

    Raises:
        UserError: ``TEMPLATE_FIELD_EMPTY`` for what the text needs and the meeting lacks.
    """
    values = notice_values(record, member, identity, today)
    blocks = filled(TemplateKey.NOTICE, template, values)
    return NoticeLetter(member, blocks, identity, f"Le {long_date(today)}")


def notice_mail(
    record: MeetingPapersRecord,
    member: Member,
    identity: PaperIdentity,
    template: str,
    today: date,
) -> NoticeMail:
    """Return the words of the mail that brings a member the notice.

    Its first heading is the subject. A rehearsal says that it is one.

    Args:
        record: The meeting.
        member: Whom it is for.
        identity: Who writes.
        template: Text of ``TemplateKey.NOTICE_MAIL`` in force.
        today: Day on which it is written.

    Raises:
        UserError: ``TEMPLATE_FIELD_EMPTY`` for what the text needs and the meeting lacks.
    """
    values = notice_values(record, member, identity, today)
    blocks = filled(TemplateKey.NOTICE_MAIL, template, values)
    subject = notice_subject(record)
    if blocks and blocks[0].kind is BlockKind.HEADING:
        subject, blocks = blocks[0].text, blocks[1:]
    text = "\n".join(_mail_lines(blocks)).strip() + "\n"
    if record.is_rehearsal:
        subject, text = f"{REHEARSAL} · {subject}", f"{REHEARSAL_TEXT}\n\n{text}"
    return NoticeMail(_one_line(subject), text)


def _mail_lines(blocks: Sequence[TextBlock]) -> Iterator[str]:
    """Yield the lines of a text, a blank one between two pieces that are no items."""
    before = BlockKind.HEADING
    for each in blocks:
        if not (each.kind is BlockKind.ITEM and before is BlockKind.ITEM):
            yield ""
        is_numbered = each.text[:1].isdigit()
        yield f"- {each.text}" if each.kind is BlockKind.ITEM and not is_numbered else each.text
        before = each.kind


def _one_line(text: str) -> str:
    words = _SPACES.sub(" ", text).strip()
    is_long = len(words) > _LONGEST_SUBJECT
    return f"{words[: _LONGEST_SUBJECT - 1].rstrip()}…" if is_long else words
