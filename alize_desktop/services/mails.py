"""Mails and appointments as files, to leave when there is a network (RFC 5322, RFC 5545).

Nothing here sends anything, reads a clock or draws a random number: the same mail gives
the same bytes.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from alize_desktop.models.records.meeting_papers import MeetingPapersRecord
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.wording.notices import agenda_lines, notice_subject

_DOMAIN: Final = "alize.invalid"
"""Of identifiers only: no mail ever goes there (RFC 2606)."""

_ADDRESS: Final = re.compile(r"[^\s@,;:<>()\"]+@[^\s@,;:<>()\"]+\.[^\s@.,;:<>()\"]{2,}")
_SPACES: Final = re.compile(r"[ \t\r\n]+")
_LONGEST_NAME: Final = 120
_SPELLED: Final = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
    | {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
)
"""Letters that no decomposition takes to ASCII."""
_LEAST: Final = timedelta(hours=1)
_A_DOSSIER: Final = timedelta(minutes=45)
"""Report, hearing, questions and vote: ten, twenty and fifteen minutes."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a mail brings: its name, its media type and its bytes."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to one person.

    Attributes:
        key: Whom and what it is about: its identifier is made from it.
        sender: (name, address) of who writes. Without a usable address, one that cannot be
            written to stands there until the mail program puts its own.
        recipient: (name, address).
        dated: Instant in the zone that its reader is in.
    """

    key: tuple[UUID, UUID]
    sender: tuple[str, str]
    recipient: tuple[str, str]
    subject: str
    text: str
    dated: datetime
    attachments: tuple[Attachment, ...] = ()


def mailbox(name: str, address: str) -> Address | None:
    """Return an address as headers take it; None when no mail could reach it.

    A domain with accents is told in the letters that servers know it by (RFC 5890).
    """
    user, _, domain = address.strip().rpartition("@")
    try:
        known = domain.encode("idna").decode("ascii")
        return Address(display_name=_one_line(name), addr_spec=f"{user}@{known}")
    except (MessageError, ValueError, IndexError):
        return None


def sender_address(identity: PaperIdentity) -> str:
    """Return the address that an office prints on its papers; empty when it prints none."""
    found = _ADDRESS.search(f"{identity.address}\n{identity.footer}")
    return found[0].rstrip(".") if found else ""


def mail_bytes(mail: Mail) -> bytes:
    """Return a mail as a file that a mail program opens as a draft.

    Args:
        mail: Its recipient has an address that ``mailbox`` accepts.

    Raises:
        ValueError: It has not: a bug in the caller.
    """
    to = mailbox(*mail.recipient)
    if to is None:
        message = "recipient without an address"
        raise ValueError(message)
    sender = mailbox(*mail.sender) or Address(_one_line(mail.sender[0]), "expediteur", _DOMAIN)
    made = EmailMessage(policy=SMTP)
    made["From"] = sender
    made["To"] = to
    made["Subject"] = _SPACES.sub(" ", mail.subject).strip()
    made["Date"] = format_datetime(mail.dated)
    made["Message-ID"] = f"<{uuid5(*_key(mail))}@{_DOMAIN}>"
    made["X-Unsent"] = "1"
    made.set_content(mail.text, cte="quoted-printable")
    for each in mail.attachments:
        main, sub = each.media_type.split("/")
        more = {"charset": "utf-8"} if main == "text" else {}
        made.add_attachment(
            each.content, maintype=main, subtype=sub, filename=each.name, params=more
        )
    if mail.attachments:
        made.set_boundary(f"=={uuid5(*_key(mail)).hex}==")
    return made.as_bytes()


def calendar_bytes(record: MeetingPapersRecord, dated: datetime) -> bytes:
    """Return the appointment of a meeting, with its time zone.

    A written consultation is the whole day on which answers are due. Its identifier is
    that of the meeting: brought in twice, it is one appointment.

    Args:
        record: The meeting.
        dated: Instant at which the appointment is written.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415  # on first use

    draft, zone = record.row.draft, ZoneInfo(record.programme.time_zone)
    event = Event()
    event.add("uid", f"{record.row.id}@{_DOMAIN}")
    event.add("dtstamp", dated)
    event.add("summary", _one_line(notice_subject(record)))
    event.add("description", "\n".join(_one_line(each) for each in agenda_lines(record)))
    if record.is_written:
        event.add("dtstart", draft.replies_by or draft.held_on)
        event.add("transp", "TRANSPARENT")
    else:
        start = datetime.combine(draft.held_on, draft.starts_at, zone)
        event.add("dtstart", start)
        event.add("duration", max(_LEAST, _A_DOSSIER * len(record.dossiers)))
        event.add("location", _one_line(draft.place))
    calendar = Calendar()
    calendar.add("prodid", "-//Alizé//Comité d’agrément//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    year = timedelta(days=366)
    calendar.add_missing_timezones(first_date=draft.held_on - year, last_date=draft.held_on + year)
    content: bytes = calendar.to_ical()
    return content


def file_name(*parts: str) -> str:
    """Return parts as the name of a file that any system accepts, without its suffix."""
    spelled = " ".join(parts).translate(_SPELLED)
    decomposed = unicodedata.normalize("NFKD", spelled)
    ascii_only = decomposed.encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9-]+", "-", ascii_only).strip("-")[:60].rstrip("-")


def _key(mail: Mail) -> tuple[UUID, str]:
    meeting, member = mail.key
    return meeting, str(member)


def _one_line(text: str) -> str:
    """Return a text without line ends, shortened to what a header or a calendar takes."""
    words = _SPACES.sub(" ", text).strip()
    kept = "".join(each for each in words if unicodedata.category(each) not in ("Cc", "Cs"))
    return kept if len(kept) <= _LONGEST_NAME else f"{kept[: _LONGEST_NAME - 1]}…"
