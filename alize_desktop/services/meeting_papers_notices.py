"""Notices: everything they need read at once, then letters, mails and an appointment."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import PaperKind, TemplateKey
from alize_desktop.models.records.changes import Progress
from alize_desktop.models.records.meeting_papers import MailsMade, MeetingPapersRecord
from alize_desktop.models.records.minutes import Paper
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.people import Member
from alize_desktop.models.store.registry import Registry
from alize_desktop.services import papers
from alize_desktop.services.clock import local
from alize_desktop.services.mails import (
    Attachment,
    Mail,
    calendar_bytes,
    file_name,
    mail_bytes,
    mailbox,
    sender_address,
)
from alize_desktop.services.meeting_papers_reading import read_papers_record
from alize_desktop.services.templates import read_identity, read_template
from alize_desktop.services.work import drained
from alize_desktop.wording.names import member_name
from alize_desktop.wording.notice_letters import NoticeLetter, notice_letter, notice_mail

_PDF: Final = "application/pdf"
_CALENDAR: Final = "text/calendar"


@dataclass(frozen=True, slots=True)
class NoticeOffice:
    """Everything that the notices of a meeting are made of.

    Attributes:
        people: Who is called: members, alternates, guests, by seat.
        letter_text: Template of the letter.
        mail_text: Template of the mail.
        dated: When the notice was sent; now, while it was not.
    """

    record: MeetingPapersRecord
    people: tuple[Member, ...]
    identity: PaperIdentity
    letter_text: str
    mail_text: str
    dated: datetime

    def member(self, member_id: UUID) -> Member:
        """Return who is called.

        Raises:
            UserError: ``MEMBER_UNKNOWN``.
        """
        for each in self.people:
            if each.id == member_id:
                return each
        raise UserError(ErrorCode.MEMBER_UNKNOWN, member=str(member_id))

    def letter(self, member: Member) -> NoticeLetter:
        """Return the letter that calls a member.

        Raises:
            UserError: ``TEMPLATE_FIELD_EMPTY``.
        """
        today = self.dated.date()
        return notice_letter(self.record, member, self.identity, self.letter_text, today)

    def mail(self, member: Member, attachments: tuple[Attachment, ...]) -> Mail:
        """Return the mail that brings a member the notice.

        Raises:
            UserError: ``TEMPLATE_FIELD_EMPTY``.
        """
        today = self.dated.date()
        words = notice_mail(self.record, member, self.identity, self.mail_text, today)
        operator = self.record.programme.operator or self.record.body
        return Mail(
            key=(self.record.row.id, member.id),
            sender=(operator, sender_address(self.identity)),
            recipient=(member_name(member.sheet), member.sheet.email),
            subject=words.subject,
            text=words.text,
            dated=self.dated,
            attachments=attachments,
        )


def read_office(session: Session, meeting_id: UUID, now: datetime) -> NoticeOffice:
    """Return everything that the notices of a meeting are made of.

    Args:
        session: In any transaction.
        meeting_id: The meeting.
        now: Dates a notice that was not sent yet.

    Raises:
        UserError: ``MEETING_NOT_FOUND``; ``MEETING_WITHOUT_DOSSIER`` without any point.
    """
    record = read_papers_record(session, meeting_id)
    if not record.points:
        raise UserError(ErrorCode.MEETING_WITHOUT_DOSSIER, number=record.row.number)
    alternates = (each.alternate for each in record.seats)
    people = (
        *(each.member for each in record.seats),
        *(each for each in alternates if each is not None),
        *record.guests,
    )
    return NoticeOffice(
        record=record,
        people=tuple(sorted(people, key=lambda each: each.seat)),
        identity=read_identity(session),
        letter_text=read_template(session, TemplateKey.NOTICE),
        mail_text=read_template(session, TemplateKey.NOTICE_MAIL),
        dated=local(record.notice.sent_at or now, record.programme),
    )


def write_mails(
    registry: Registry, office: NoticeOffice, folder: Path
) -> Generator[Progress, None, MailsMade]:
    """Write the appointment, then a mail for each person who has an address."""
    meeting_id, number = office.record.row.id, office.record.row.number
    reached = [each for each in office.people if _box(each) is not None]
    total = len(reached) + 1
    name = f"{file_name('Convocation', number)}.ics"
    calendar = Attachment(name, _CALENDAR, calendar_bytes(office.record, office.dated))
    kind = PaperKind.CALENDAR
    made = [papers.keep(registry, kind, folder / name, calendar.content, meeting_id=meeting_id)]
    yield Progress(1, total, name)
    for done, each in enumerate(reached, start=2):
        made.append(_write_mail(registry, office, each, calendar, folder))
        yield Progress(done, total, member_name(each.sheet))
    without = (member_name(each.sheet) for each in office.people if _box(each) is None)
    return MailsMade(tuple(made), tuple(without))


def _write_mail(
    registry: Registry,
    office: NoticeOffice,
    member: Member,
    calendar: Attachment,
    folder: Path,
) -> Paper:
    from alize_desktop.documents.papers.notice import (  # noqa: PLC0415  # reportlab on first use
        notice_pdf,
    )

    number, name = office.record.row.number, member.sheet.last_name
    stem = file_name("Convocation", number, f"{member.seat:02d}", name)
    letter = drained(notice_pdf(office.record, office.letter(member)))
    attachments = (Attachment(f"{stem}.pdf", _PDF, letter), calendar)
    content = mail_bytes(office.mail(member, attachments))
    return papers.keep(
        registry,
        PaperKind.MAIL,
        folder / f"{stem}.eml",
        content,
        meeting_id=office.record.row.id,
        member_id=member.id,
    )


def _box(member: Member) -> object | None:
    email = member.sheet.email.strip()
    return mailbox(member_name(member.sheet), email) if email else None
