"""What minutes say of the programme, its fund and the next meeting, as at the closing."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.records.minutes_parts import MinutesFund
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.services.frozen import CLOSED
from alize_desktop.services.minutes_fund import fund_of
from alize_desktop.services.plain import plain
from alize_desktop.services.programme import read_programme
from alize_desktop.services.restored import restored


def closing_details(session: Session, meeting_id: UUID, held_on: date) -> dict[str, object]:
    """Return the details of a closing that keep the programme, its fund, the next meeting.

    Args:
        session: In the transaction that closes.
        meeting_id: Meeting that is closed.
        held_on: Its day.
    """
    programme = read_programme(session)
    return {
        "programme": plain(programme),
        "next_meeting_on": plain(_next_meeting(session, held_on)),
        "fund": plain(fund_of(session, programme, meeting_id)),
    }


def programme_and_next(
    session: Session, meeting_id: UUID, held_on: date
) -> tuple[Programme, date | None]:
    """Return the programme and the day of the next meeting, for the minutes of a meeting.

    Those of its closing once it is closed, today's before.
    """
    kept = _kept(session, meeting_id)
    if "programme" not in kept:
        return read_programme(session), _next_meeting(session, held_on)
    next_on = kept["next_meeting_on"]
    return restored(Programme, kept["programme"]), next_on and date.fromisoformat(next_on)


def frozen_fund(session: Session, meeting_id: UUID, programme: Programme) -> MinutesFund | None:
    """Return what a meeting took from the fund: as at its closing once it is closed.

    None for a meeting closed before that was kept.
    """
    kept = _kept(session, meeting_id)
    if not kept:
        return fund_of(session, programme, meeting_id)
    return restored(MinutesFund, kept["fund"]) if "fund" in kept else None


def _kept(session: Session, meeting_id: UUID) -> dict[str, Any]:
    statement = (
        select(StoredLine.details)
        .where(StoredLine.subject_id == meeting_id, StoredLine.action == CLOSED)
        .order_by(StoredLine.sequence.desc())
        .limit(1)
    )
    found = session.scalar(statement)
    kept: dict[str, Any] = json.loads(found) if found else {}
    return kept


def _next_meeting(session: Session, held_on: date) -> date | None:
    return session.scalar(
        select(StoredMeeting.held_on)
        .where(StoredMeeting.held_on > held_on)
        .order_by(StoredMeeting.held_on)
        .limit(1)
    )
