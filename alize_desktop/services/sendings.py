"""The register of what was sent: a line each time, a correction is a line of its own.

The delay of a notice is counted from the first time it left for somebody: a reminder
takes nothing away from it. A day noted too early is told by a note, and judged by who
reads the register: nothing else in it tells a correction from a reminder.
"""

from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import PaperKind, SendingMeans
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.meeting_papers import NoticeCheck
from alize_desktop.models.records.papers import Sending
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.papers import StoredSending
from alize_desktop.rules.field_checks import check_present, check_text
from alize_desktop.rules.notices import days_before, earliest_second_meeting, is_too_late
from alize_desktop.services.clock import local_day
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import read_meeting, read_row
from alize_desktop.services.minutes_frozen import was_urgent
from alize_desktop.services.programme import read_programme
from alize_desktop.wording.names import member_name
from alize_desktop.wording.sendings import (
    NOTHING_SENT,
    kept_sentence,
    late_sentence,
    second_kept_sentence,
    urgent_sentence,
    waiting_sentence,
    written_sentence,
)


class SendingService:
    """Records what left for whom, how and when. Nothing is ever changed or removed."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def record(
        self,
        meeting_id: UUID,
        member_id: UUID | None,
        kind: PaperKind,
        means: SendingMeans,
        sent_on: date,
        note: str = "",
        recipient: str = "",
    ) -> Changes:
        """Record that a paper left; of two about the same notice, the earliest day counts.

        Args:
            meeting_id: The meeting it is about.
            member_id: Who it left for; None for somebody who is no member.
            kind: The paper.
            means: How it left.
            sent_on: Day that is declared; the register keeps its own hour beside.
            note: In the words of the operator: « accusé de réception », « correction ».
            recipient: Name of somebody who is no member; not read for a member.

        Raises:
            UserError: ``MEETING_NOT_FOUND``; ``MEMBER_UNKNOWN``; ``TEXT_MISSING`` without
                a recipient; ``SENDING_TO_COME`` for a day that is still to come;
                ``TEXT_TOO_LONG`` or ``TEXT_HAS_CONTROL_CHARACTERS``.
        """
        check_text(note, lines=True)
        check_text(recipient)
        with self._registry.write() as session:
            held = read_meeting(session, meeting_id)
            name = member_name(held.member(member_id).sheet) if member_id else recipient.strip()
            check_present(name)
            self._check_left(session, sent_on)
            self._write(
                session,
                {"meeting_id": meeting_id, "member_id": member_id, "recipient": name}
                | {"kind": kind, "means": means, "sent_on": sent_on, "note": note.strip()},
            )
        return Changes(meetings=frozenset({meeting_id}))

    def sendings(self, meeting_id: UUID) -> tuple[Sending, ...]:
        """Return every line about a meeting, in the order in which they were recorded."""
        with self._registry.read() as session:
            return read_sendings(session, meeting_id)

    def notice_check(self, meeting_id: UUID) -> NoticeCheck:
        """Return whether the notice left in time for everybody with a seat.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            held = read_meeting(session, meeting_id)
            return _check(session, held, read_sendings(session, meeting_id))

    def _check_left(self, session: Session, sent_on: date) -> None:
        today = local_day(self._registry.clock(), read_programme(session))
        if sent_on > today:
            raise UserError(ErrorCode.SENDING_TO_COME, sent_on=sent_on, today=today)

    def _write(self, session: Session, columns: dict[str, Any]) -> None:
        """Write a line, with its journal line."""
        own = {"id": self._registry.new_id(), "recorded_at": self._registry.instant(session)}
        session.execute(insert(StoredSending).values({**columns, **own}))
        meeting_id = columns["meeting_id"]
        self._registry.journal(session, "paper.sent", "meeting", meeting_id, _details(columns))


def read_sendings(session: Session, meeting_id: UUID) -> tuple[Sending, ...]:
    """Return every line about a meeting, in the order in which they were recorded."""
    statement = (
        select(*(getattr(StoredSending, each.name) for each in fields(Sending)))
        .where(StoredSending.meeting_id == meeting_id)
        .order_by(StoredSending.sequence)
    )
    return tuple(Sending(**each) for each in session.execute(statement).mappings())


def _details(columns: dict[str, Any]) -> dict[str, object]:
    member_id = columns["member_id"]
    return {
        "paper": columns["kind"].value,
        "member": str(member_id) if member_id else None,
        "recipient": columns["recipient"],
        "means": columns["means"].value,
        "sent_on": columns["sent_on"].isoformat(),
        "note": columns["note"],
    }


def _check(session: Session, held: HeldMeeting, sendings: tuple[Sending, ...]) -> NoticeCheck:
    sent = _first_notices(sendings)
    seats = held.seating.holders
    days = [sent[each.id] for each in seats if each.id in sent]
    if not days:
        waiting = tuple(member_name(each.sheet) for each in seats)
        return NoticeCheck(NOTHING_SENT, is_kept=False, waiting=waiting)
    waiting = tuple(member_name(each.sheet) for each in seats if each.id not in sent)
    has_delay = _has_delay(session, held)
    since = _first_day(session, held)
    late = tuple(
        member_name(each.sheet)
        for each in seats
        if each.id in sent and has_delay and _is_late(held, sent[each.id], since)
    )
    sentences = [late_sentence(late, _delay(held), clear=held.is_second_notice)] if late else []
    sentences += [waiting_sentence(waiting)] if waiting else []
    sentence = " ".join(sentences) or _kept(held, max(days), has_delay=has_delay)
    return NoticeCheck(sentence, is_kept=not sentences, waiting=waiting, late=late)


def _first_notices(sendings: tuple[Sending, ...]) -> dict[UUID, date]:
    """Return the day when the notice first left for each member."""
    sent: dict[UUID, date] = {}
    for each in sendings:
        if each.kind is PaperKind.NOTICE and each.member_id is not None:
            sent[each.member_id] = min(each.sent_on, sent.get(each.member_id, each.sent_on))
    return sent


def _has_delay(session: Session, held: HeldMeeting) -> bool:
    """Return whether the rules ask a delay; an emergency never waives that of a second notice."""
    if held.is_written:
        return False
    return held.is_second_notice or not was_urgent(session, held.row.id)


def _delay(held: HeldMeeting) -> int:
    return held.rules.second_notice_days if held.is_second_notice else held.rules.notice_days


def _first_day(session: Session, held: HeldMeeting) -> date | None:
    """Return the day of the meeting without quorum that a second notice follows."""
    first = held.row.draft.second_notice_of
    return read_row(session, first).draft.held_on if first else None


def _is_late(held: HeldMeeting, sent_on: date, since: date | None) -> bool:
    held_on = held.row.draft.held_on
    if since is None:
        return is_too_late(sent_on, held_on, held.rules.notice_days)
    return held_on < earliest_second_meeting(max(sent_on, since), held.rules.second_notice_days)


def _kept(held: HeldMeeting, last: date, *, has_delay: bool) -> str:
    draft = held.row.draft
    if held.is_written:
        return written_sentence(last, draft.replies_by)
    if not has_delay:
        return urgent_sentence(last)
    if held.is_second_notice:
        return second_kept_sentence(last, held.rules.second_notice_days)
    return kept_sentence(last, held.rules.notice_days, days_before(last, draft.held_on))
