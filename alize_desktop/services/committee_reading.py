"""Everything the committee screen shows, rebuilt from the file."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.enums import ItemKind, MeetingState
from alize_desktop.models.records.committee import (
    CommitteeState,
    MovementPreview,
)
from alize_desktop.models.records.decisions import ConditionState, Decision
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.people import Member
from alize_desktop.rules.electorate import Electorate
from alize_desktop.rules.voices import exact_decimal
from alize_desktop.services import decision_records
from alize_desktop.services.agenda_steps import UNDER_WAY
from alize_desktop.services.conditions import read_pending_conditions
from alize_desktop.services.current_item import read_current
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_events import suspension_of
from alize_desktop.services.meeting_reading import read_agenda, read_meeting
from alize_desktop.services.movements import move_of, movements_of
from alize_desktop.services.programme import read_programme
from alize_desktop.services.roll import electorate_of, presiding_of, quorum_state
from alize_desktop.services.screen_position import read_position
from alize_desktop.services.stored_ballot import HeldBallot, ballots_of_item
from alize_desktop.services.whereabouts import AttendanceEvent
from alize_desktop.wording.movements import movement_sentences


def read_state(session: Session, meeting_id: UUID) -> CommitteeState:
    """Return the state of a meeting, in a fixed number of statements.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    held = read_meeting(session, meeting_id)
    agenda = read_agenda(session, held)
    line = next((each for each in agenda if each.step in UNDER_WAY), None)
    dossier = line if line is not None and line.kind is ItemKind.DOSSIER else None
    who = electorate_of(held)
    ballots = ballots_of_item(session, dossier.id) if dossier else ()
    programme = read_programme(session)
    is_carried_over = any(each.is_carried_over for each in agenda)
    fund_left, days_left = decision_records.left(session, programme)
    return CommitteeState(
        row=held.row,
        presiding=_presiding(held, line, ballots[-1] if ballots else None),
        opened_at=held.opened_at,
        quorum_at=held.quorum_at,
        closed_at=held.closed_at,
        attendance=held.attendance({UUID(each) for each in who.suspended}),
        quorum=quorum_state(held, who, is_carried_over=is_carried_over),
        agenda=agenda,
        current=read_current(session, held, dossier, ballots) if dossier else None,
        fund_left=fund_left,
        days_left=days_left,
        present=len(who.in_person),
        represented=len(who.represented),
        voices=exact_decimal(who.voices),
        programme=programme,
        rules=held.rules,
        rules_name=held.rules_name,
        standing=line if dossier is None else None,
        suspension=suspension_of(session, meeting_id),
        movements=movements_of(held, programme, is_carried_over=is_carried_over),
        position=read_position(session, meeting_id),
        pending_conditions=_conditions(session, agenda),
        minutes_version=held.minutes_version,
        decisions=_decisions(session, held, agenda),
    )


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


def _presiding(
    held: HeldMeeting, line: AgendaLine | None, ballot: HeldBallot | None
) -> Member | None:
    """Return who presides now: who is away, or recused from the dossier, hands it on."""
    if ballot is not None and ballot.closed_at is not None:
        return held.member(ballot.presiding_member_id)
    if held.row.state is not MeetingState.OPEN or held.quorum_at is None:
        return held.presiding
    return presiding_of(held, _electorate(held, line)) or held.presiding


def _electorate(held: HeldMeeting, line: AgendaLine | None) -> Electorate:
    return electorate_of(held, line.id if line else None)


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
