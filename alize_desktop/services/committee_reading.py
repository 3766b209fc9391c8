"""Everything the committee screen shows, rebuilt from the file."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import ItemKind, MeetingEventKind, MeetingState
from alize_desktop.models.records.committee import (
    CommitteeState,
    MovementPreview,
    ScreenPosition,
)
from alize_desktop.models.records.decisions import ConditionState, Decision
from alize_desktop.models.records.meetings import AgendaLine, MeetingEvent
from alize_desktop.models.records.people import Member
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.meetings import StoredMeeting, StoredMeetingEvent
from alize_desktop.models.tables.screen import StoredPosition
from alize_desktop.rules.electorate import Electorate
from alize_desktop.rules.voices import exact_decimal
from alize_desktop.services import decision_records
from alize_desktop.services.agenda_steps import UNDER_WAY
from alize_desktop.services.conditions import read_pending_conditions
from alize_desktop.services.current_item import read_current
from alize_desktop.services.fund_left import read_left
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import read_agenda
from alize_desktop.services.movements import move_of, movements_of
from alize_desktop.services.programme import read_programme
from alize_desktop.services.roll import electorate_of, presiding_of, quorum_state
from alize_desktop.services.stored_ballot import HeldBallot, ballots_of_item
from alize_desktop.services.whereabouts import SITTING, AttendanceEvent
from alize_desktop.wording.movements import movement_sentences

_LAST: Final = (
    select(func.max(StoredMeetingEvent.sequence))
    .where(StoredMeetingEvent.meeting_id == bindparam("meeting"))
    .scalar_subquery()
)
_EVENING: Final = (
    select(
        StoredMeetingEvent.kind,
        StoredMeetingEvent.at,
        StoredMeetingEvent.until,
        func.coalesce(StoredMeetingEvent.reason, ""),
        StoredPosition.step,
        StoredPosition.item_id,
        select(func.max(StoredLine.sequence)).scalar_subquery(),
    )
    .select_from(StoredMeeting)
    .outerjoin(StoredMeetingEvent, StoredMeetingEvent.sequence == _LAST)
    .outerjoin(StoredPosition, StoredPosition.meeting_id == StoredMeeting.id)
    .where(StoredMeeting.id == bindparam("meeting"))
)


def read_state(session: Session, held: HeldMeeting) -> tuple[CommitteeState, int]:
    """Return a meeting as screens show it, and the last line of the journal by then."""
    agenda = read_agenda(session, held)
    dossier, standing = _under_way(agenda)
    who = electorate_of(held)
    here = electorate_of(held, dossier.id) if dossier else who
    ballots = ballots_of_item(session, dossier.id) if dossier else ()
    suspension, position, line = _evening(session, held.row.id)
    programme = read_programme(session)
    is_carried_over = any(each.is_carried_over for each in agenda)
    left = read_left(session, programme, held.row.draft.held_on)
    state = CommitteeState(
        row=held.row,
        presiding=_presiding(held, here, ballots[-1] if ballots else None),
        opened_at=held.opened_at,
        quorum_at=held.quorum_at,
        closed_at=held.closed_at,
        attendance=held.attendance({UUID(each) for each in who.suspended}),
        quorum=quorum_state(held, who, is_carried_over=is_carried_over),
        agenda=agenda,
        current=read_current(session, held, dossier, here, ballots) if dossier else None,
        fund_left=left.money,
        days_left=left.days,
        present=len(who.in_person),
        represented=len(who.represented),
        voices=exact_decimal(who.voices),
        programme=programme,
        rules=held.rules,
        rules_name=held.rules_name,
        standing=standing,
        suspension=suspension,
        movements=movements_of(held, programme, is_carried_over=is_carried_over),
        position=position,
        pending_conditions=_conditions(session, agenda),
        minutes_version=held.minutes_version,
        decisions=_decisions(session, held, agenda),
        days_by_partner=left.taken.by_partner,
    )
    return state, line


def _under_way(agenda: tuple[AgendaLine, ...]) -> tuple[AgendaLine | None, AgendaLine | None]:
    """Return the dossier under examination and the standing point under way: one at most."""
    line = next((each for each in agenda if each.step in UNDER_WAY), None)
    if line is None or line.kind is ItemKind.DOSSIER:
        return line, None
    return None, line


def preview(session: Session, held: HeldMeeting, event: AttendanceEvent | None) -> MovementPreview:
    """Return what an attendance event would change.

    Args:
        session: Only read.
        held: The meeting, without the event.
        event: None when it changes nothing.

    Raises:
        UserError: The event contradicts the rules.
    """
    agenda = read_agenda(session, held)
    after = held if event is None else replace(held, where=held.where.after(event))
    everybody = electorate_of(after)
    line = next((each for each in agenda if each.step in UNDER_WAY), None)
    if line is None:
        who, is_carried_over = everybody, any(each.is_carried_over for each in agenda)
    else:
        who, is_carried_over = electorate_of(after, line.id), line.is_carried_over
    quorum = quorum_state(after, who, is_carried_over=is_carried_over)
    if event is None:
        return MovementPreview((), quorum)
    programme = read_programme(session)
    move = move_of(held, after, event, programme, is_carried_over=is_carried_over)
    return MovementPreview(movement_sentences(move), quorum)


def _presiding(held: HeldMeeting, here: Electorate, ballot: HeldBallot | None) -> Member | None:
    """Return who presides now: who is away, or recused from the dossier, hands it on.

    None when nobody is there to take it. Who presided a ballot keeps it to its end, and
    its result for ever.
    """
    if ballot is not None and ballot.closed_at is not None:
        frozen = ballot.presiding_member_id
        if ballot.proclaimed_at is not None or held.kind_of(frozen) in SITTING:
            return held.member(frozen)
    if held.row.state is not MeetingState.OPEN or held.quorum_at is None:
        return held.presiding
    return presiding_of(held, here)


def _evening(
    session: Session, meeting_id: UUID
) -> tuple[MeetingEvent | None, ScreenPosition | None, int]:
    """Return what suspends a meeting now, where the operator was, and the journal's last line."""
    found = session.execute(_EVENING, {"meeting": meeting_id}).one()
    event, place = MeetingEvent(*found[:4]), ScreenPosition(*found[4:6])
    suspended = event.kind is MeetingEventKind.SUSPENDED
    return event if suspended else None, place if place.step else None, found[6]


def _conditions(session: Session, agenda: tuple[AgendaLine, ...]) -> tuple[ConditionState, ...]:
    """Return the conditions to follow up, when the agenda has a point about them."""
    if any(each.kind is ItemKind.CONDITIONS for each in agenda):
        return read_pending_conditions(session)
    return ()


def _decisions(
    session: Session, held: HeldMeeting, agenda: tuple[AgendaLine, ...]
) -> tuple[tuple[UUID, Decision], ...]:
    if all(each.outcome is None for each in agenda):
        return ()
    return tuple(decision_records.by_item(session, held.row.id).items())
