"""How a meeting ends otherwise than by its closing: without quorum, opened again, erased."""

from typing import Final
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ItemStep, MeetingEventKind, MeetingState
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.tables.papers import StoredPaper
from alize_desktop.models.tables.screen import StoredNote, StoredPosition
from alize_desktop.services import frozen
from alize_desktop.services.agenda_items import erase_items, put_on, take_off
from alize_desktop.services.agenda_steps import set_step
from alize_desktop.services.frozen_programme import closing_details
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_events import check_no_other_open, write_event
from alize_desktop.services.meeting_reading import read_agenda, read_row
from alize_desktop.services.plain import plain
from alize_desktop.services.roll import electorate_of, quorum_state
from alize_desktop.wording.agenda import REMOVED, WITHOUT_QUORUM

_UNENDED: Final = {
    ItemStep.BALLOT_OPEN: ErrorCode.BALLOT_TO_END,
    ItemStep.BALLOT_CLOSED: ErrorCode.BALLOT_NOT_PROCLAIMED,
    ItemStep.PROCLAIMED: ErrorCode.MEETING_DOSSIER_WITHOUT_OUTCOME,
}
"""Why a meeting whose dossier is being voted does not end without quorum."""


def adjourn(
    registry: Registry, session: Session, held: HeldMeeting, reason: str
) -> frozenset[UUID]:
    """Close an open meeting without quorum, and return the dossiers that wait again.

    Raises:
        UserError: ``ROLL_CALL_INCOMPLETE``; ``QUORUM_REACHED``; ``BALLOT_TO_END``,
            ``BALLOT_NOT_PROCLAIMED`` or ``MEETING_DOSSIER_WITHOUT_OUTCOME``.
    """
    agenda = read_agenda(session, held)
    quorum = _check_without_quorum(held, agenda)
    for each in agenda:
        if each.step in _UNENDED:
            raise UserError(_UNENDED[each.step], number=each.number)
    dossiers = _undecided(agenda)
    for each in agenda:
        if each.step is ItemStep.PRESENTED:
            set_step(session, each.id, ItemStep.PENDING)
    for dossier_id in dossiers:
        take_off(registry, session, dossier_id, WITHOUT_QUORUM)
    now = registry.instant(session, held.latest)
    _write(session, held.row.id, state=MeetingState.CLOSED, closed_at=now)
    told = reason or quorum.sentence
    write_event(registry, session, held.row.id, MeetingEventKind.CLOSED, reason=told)
    details: dict[str, object] = {
        "number": held.row.number,
        "adjourned": {"reason": reason, "quorum": plain(quorum)},
        **frozen.roster_details(held.members),
        **closing_details(session, held.row.id, held.row.draft.held_on),
    }
    registry.journal(session, frozen.CLOSED, "meeting", held.row.id, details)
    return frozenset(dossiers)


def reopen(registry: Registry, session: Session, held: HeldMeeting, reason: str) -> frozenset[UUID]:
    """Open a closed meeting again, and return the dossiers that come back to it.

    Raises:
        UserError: ``MEETING_APPROVED``; ``MEETING_NOT_CLOSED``;
            ``MEETING_ALREADY_OPEN``; ``DOSSIER_ON_OTHER_AGENDA``; ``DOSSIER_NOT_COMPLETE``.
    """
    if held.row.state is MeetingState.APPROVED:
        raise UserError(ErrorCode.MEETING_APPROVED, number=held.row.number)
    if held.row.state is not MeetingState.CLOSED:
        raise UserError(ErrorCode.MEETING_NOT_CLOSED, number=held.row.number)
    check_no_other_open(session)
    registry.instant(session, held.latest)  # it goes on from its closing
    dossiers = _undecided(read_agenda(session, held))
    for dossier_id in dossiers:
        put_on(registry, session, held.row.id, dossier_id)
    version = held.minutes_version + 1
    _write(
        session,
        held.row.id,
        state=MeetingState.OPEN,
        closed_at=None,
        minutes_version=version,
    )
    write_event(registry, session, held.row.id, MeetingEventKind.REOPENED, reason=reason)
    details: dict[str, object] = {
        "number": held.row.number,
        "version": version,
        "reason": reason,
    }
    registry.journal(session, "meeting.reopened", "meeting", held.row.id, details)
    return frozenset(dossiers)


def approve_minutes(
    registry: Registry, session: Session, meeting_id: UUID, approved_in: UUID | None = None
) -> bool:
    """Record that the minutes of a closed meeting are approved; return whether they were not.

    Args:
        registry: The registry.
        session: In the transaction that approves.
        meeting_id: Meeting whose minutes are approved, or consultation ratified.
        approved_in: Meeting that approves them, None outside of one.

    Raises:
        UserError: ``MEETING_NOT_CLOSED``.
    """
    row = read_row(session, meeting_id)
    if row.state is MeetingState.APPROVED:
        return False
    if row.state is not MeetingState.CLOSED:
        raise UserError(ErrorCode.MEETING_NOT_CLOSED, number=row.number)
    _write(session, meeting_id, state=MeetingState.APPROVED)
    write_event(registry, session, meeting_id, MeetingEventKind.APPROVED)
    details: dict[str, object] = {
        "number": row.number,
        "approved_in": str(approved_in) if approved_in else None,
    }
    registry.journal(session, "meeting.approved", "meeting", meeting_id, details)
    return True


def erase(registry: Registry, session: Session, held: HeldMeeting) -> frozenset[UUID]:
    """Erase a meeting in preparation, and return the dossiers that wait again.

    Raises:
        UserError: ``MEETING_HAS_PAPERS``.
    """
    meeting_id = held.row.id
    paper = select(StoredPaper.id).where(StoredPaper.meeting_id == meeting_id)
    if session.scalar(paper.limit(1)) is not None:
        raise UserError(ErrorCode.MEETING_HAS_PAPERS, number=held.row.number)
    agenda = read_agenda(session, held)
    dossiers = _undecided(agenda)
    for dossier_id in dossiers:
        take_off(registry, session, dossier_id, REMOVED)
    erase_items(session, [each.id for each in agenda])
    session.execute(delete(StoredNote).where(StoredNote.meeting_id == meeting_id))
    session.execute(delete(StoredPosition).where(StoredPosition.meeting_id == meeting_id))
    session.execute(delete(StoredMeeting).where(StoredMeeting.id == meeting_id))
    details: dict[str, object] = {"number": held.row.number, "meeting": plain(held.row.draft)}
    registry.journal(session, "meeting.deleted", "meeting", meeting_id, details)
    return frozenset(dossiers)


def _check_without_quorum(held: HeldMeeting, agenda: tuple[AgendaLine, ...]) -> QuorumState:
    missing = sum(each.kind is None for each in held.attendance())
    if missing:
        raise UserError(ErrorCode.ROLL_CALL_INCOMPLETE, missing=missing)
    is_carried_over = any(each.is_carried_over for each in agenda)
    quorum = quorum_state(held, electorate_of(held), is_carried_over=is_carried_over)
    if quorum.is_reached:
        raise UserError(ErrorCode.QUORUM_REACHED, counted=quorum.counted, required=quorum.required)
    return quorum


def _undecided(agenda: tuple[AgendaLine, ...]) -> list[UUID]:
    """Return the dossiers without a decision, in their order."""
    return [each.dossier for each in agenda if each.dossier_id and not each.is_done]


def _write(session: Session, meeting_id: UUID, **columns: object) -> None:
    session.execute(update(StoredMeeting).where(StoredMeeting.id == meeting_id).values(**columns))
