"""Points that the program proposes by itself, read from what earlier meetings left."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from alize_desktop.models.enums import (
    DecisionOutcome,
    DossierState,
    ItemKind,
    ItemStep,
    MeetingKind,
    MeetingState,
)
from alize_desktop.models.records.meetings import AgendaLine, AgendaProposal, ItemDraft
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredItem, StoredMeeting
from alize_desktop.services.agenda_items import WAITING
from alize_desktop.services.clock import local_day
from alize_desktop.services.conditions import read_pending_conditions
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import read_agenda
from alize_desktop.services.programme import read_programme
from alize_desktop.wording import agenda as wording

_OVER: Final = (MeetingState.CLOSED, MeetingState.APPROVED)
_LATER: Final = aliased(StoredDecision)


def proposals_for(session: Session, held: HeldMeeting, now: datetime) -> tuple[AgendaProposal, ...]:
    """Return what is proposed for a meeting, in the order it would be taken."""
    if held.row.state in _OVER:
        return ()
    agenda = read_agenda(session, held)
    today = local_day(now, read_programme(session))
    return (
        *_meetings(session, held),
        *_conditions(session, held, agenda, today),
        *_deferred(session),
        *_undecided(session),
    )


def _meetings(session: Session, held: HeldMeeting) -> Iterator[AgendaProposal]:
    """Yield meetings closed whose minutes wait, and consultations to ratify.

    One that stands on an agenda that is not done yet is not proposed again.
    """
    awaited = (
        select(StoredItem.source_id)
        .join(StoredMeeting, StoredMeeting.id == StoredItem.meeting_id)
        .where(StoredMeeting.state.not_in(_OVER), StoredItem.source_id.is_not(None))
    )
    statement = (
        select(StoredMeeting.id, StoredMeeting.number, StoredMeeting.held_on, StoredMeeting.kind)
        .where(
            StoredMeeting.state == MeetingState.CLOSED,
            StoredMeeting.id != held.row.id,
            StoredMeeting.id.not_in(awaited),
        )
        .order_by(StoredMeeting.held_on, StoredMeeting.number)
    )
    for each in session.execute(statement):
        written = each.kind is MeetingKind.WRITTEN
        kind = ItemKind.RATIFICATION if written else ItemKind.MINUTES_APPROVAL
        title = wording.standing_title(kind, each.number, each.held_on)
        why = wording.ratification_reason if written else wording.minutes_reason
        draft = ItemDraft(kind, title, source_id=each.id)
        yield AgendaProposal(draft, title, why(each.held_on))


def _conditions(
    session: Session, held: HeldMeeting, agenda: tuple[AgendaLine, ...], today: date
) -> Iterator[AgendaProposal]:
    """Yield one point for all the conditions that fall due by the day of the meeting."""
    day = held.row.draft.held_on
    dates = [each.due_on for each in read_pending_conditions(session) if each.due_on]
    due = [each for each in dates if each <= day]
    if due and all(each.kind is not ItemKind.CONDITIONS for each in agenda):
        title = wording.standing_title(ItemKind.CONDITIONS)
        late = sum(each < today for each in due)
        reason = wording.conditions_reason(len(due), late, day)
        yield AgendaProposal(ItemDraft(ItemKind.CONDITIONS, title), title, reason)


def _deferred(session: Session) -> Iterator[AgendaProposal]:
    """Yield the dossiers that were deferred and wait for a meeting."""
    later = (
        select(_LATER.id)
        .where(
            _LATER.dossier_id == StoredDecision.dossier_id,
            _LATER.sequence > StoredDecision.sequence,
        )
        .exists()
    )
    statement = (
        select(
            StoredDossier.id,
            StoredDossier.number,
            StoredDossier.company_name,
            StoredDossier.state,
            StoredDecision.documents_asked,
            StoredMeeting.held_on,
        )
        .join(StoredDecision, StoredDecision.dossier_id == StoredDossier.id)
        .join(StoredMeeting, StoredMeeting.id == StoredDecision.meeting_id)
        .where(
            StoredDossier.meeting_id.is_(None),
            StoredDossier.state.in_(WAITING),
            StoredDossier.outcome == DecisionOutcome.DEFERRED,
            ~later,
        )
        .order_by(StoredMeeting.held_on, StoredDossier.number)
    )
    for each in session.execute(statement):
        reason = wording.deferral_reason(
            each.held_on,
            each.documents_asked,
            is_complete=each.state is DossierState.COMPLETE,
        )
        yield _dossier(each.id, each.number, each.company_name, reason)


def _undecided(session: Session) -> Iterator[AgendaProposal]:
    """Yield the dossiers that a meeting without quorum left, and that wait since."""
    last = func.max(StoredMeeting.held_on)
    statement = (
        select(
            StoredDossier.id,
            StoredDossier.number,
            StoredDossier.company_name,
            StoredMeeting.number.label("meeting"),
            last.label("held_on"),
        )
        .join(StoredItem, StoredItem.dossier_id == StoredDossier.id)
        .join(StoredMeeting, StoredMeeting.id == StoredItem.meeting_id)
        .where(
            StoredMeeting.state.in_(_OVER),
            StoredItem.step != ItemStep.DECIDED,
            StoredDossier.meeting_id.is_(None),
            StoredDossier.state.in_(WAITING),
            StoredDossier.outcome.is_(None),
        )
        .group_by(StoredDossier.id)
        .order_by(last, StoredDossier.number)
    )
    for each in session.execute(statement):
        reason = wording.undecided_reason(each.meeting, each.held_on)
        yield _dossier(each.id, each.number, each.company_name, reason)


def _dossier(dossier_id: UUID, number: str, company: str, reason: str) -> AgendaProposal:
    draft = ItemDraft(ItemKind.DOSSIER, dossier_id=dossier_id)
    return AgendaProposal(draft, f"{number} {company}", reason)
