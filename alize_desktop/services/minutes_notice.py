"""What papers tell of the notice, and minutes of what was sent with it."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.enums import MeetingEventKind, PaperKind, SendingMeans
from alize_desktop.models.records.meetings import MeetingEvent
from alize_desktop.models.records.minutes_parts import MinutesNotice, MinutesSending
from alize_desktop.models.records.papers import Sending
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import read_row
from alize_desktop.services.minutes_frozen import was_urgent
from alize_desktop.services.sendings import read_sendings


def notice_of(
    session: Session, held: HeldMeeting, events: tuple[MeetingEvent, ...]
) -> MinutesNotice:
    """Return how a meeting was called, and what was sent to whom."""
    called = call_of(session, held, events)
    return replace(called, sendings=tuple(_sendings(session, held)))


def call_of(session: Session, held: HeldMeeting, events: tuple[MeetingEvent, ...]) -> MinutesNotice:
    """Return how a meeting was called, as its notice was last sent."""
    sent = [each.at for each in events if each.kind is MeetingEventKind.CONVENED]
    first = held.row.draft.second_notice_of
    before = read_row(session, first) if first else None
    return MinutesNotice(
        sent_at=sent[-1] if sent else None,
        is_urgent=bool(sent) and was_urgent(session, held.row.id),
        first_number=before.number if before else "",
        first_held_on=before.draft.held_on if before else None,
    )


def _sendings(session: Session, held: HeldMeeting) -> Iterator[MinutesSending]:
    """Yield what was sent by the day of the meeting, and recorded before it was closed.

    Of two lines about the same notice for the same person, the earliest day counts, as it
    does for the delay; about another paper, the last line holds.
    """
    holding: dict[tuple[PaperKind, UUID | str], Sending] = {}
    for each in read_sendings(session, held.row.id):
        is_late = held.closed_at is not None and each.recorded_at > held.closed_at
        if each.sent_on <= held.row.draft.held_on and not is_late:
            key = each.kind, each.member_id or each.recipient
            before = holding.get(key)
            if each.kind is PaperKind.NOTICE and before and before.sent_on <= each.sent_on:
                continue
            holding[key] = each
    together: dict[tuple[PaperKind, SendingMeans], list[Sending]] = {}
    for each in sorted(holding.values(), key=lambda sending: sending.sent_on):
        together.setdefault((each.kind, each.means), []).append(each)
    for (kind, means), lines in together.items():
        yield MinutesSending(kind, means, lines[0].sent_on, lines[-1].sent_on, len(lines))
