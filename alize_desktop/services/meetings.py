"""Meetings prepared: date, place, roles, dossiers and their order of passage."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DossierState, ItemStep, MeetingState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossier_list import DossierRow
from alize_desktop.models.records.meetings import MeetingDetail, MeetingDraft, MeetingRow
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredItem, StoredMeeting
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services.dossier_queries import rows_where
from alize_desktop.services.dossiers import set_state
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_reading import read_agenda, read_meeting, read_rows
from alize_desktop.services.numbering import next_number
from alize_desktop.services.people import read_members
from alize_desktop.services.plain import plain
from alize_desktop.wording.meetings import missing_before_opening

_WAITING = (DossierState.COMPLETE, DossierState.DEFERRED)
"""States from which a dossier may go on an agenda."""


class MeetingService:
    """Prepares meetings. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def rows(self) -> tuple[MeetingRow, ...]:
        """Return the meetings, newest first."""
        with self._registry.read() as session:
            return read_rows(session)

    def detail(self, meeting_id: UUID) -> MeetingDetail:
        """Return a meeting with its agenda, its roster and what is missing.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            held = read_meeting(session, meeting_id)
            agenda = read_agenda(session, held)
        missing = missing_before_opening(
            has_members=any(each.has_seat for each in held.members),
            has_presiding=held.presiding is not None,
            has_secretary=bool(held.row.draft.secretary.strip()),
            has_dossiers=bool(agenda),
        )
        if held.row.state is not MeetingState.PREPARATION:
            missing = ()
        return MeetingDetail(held.row, agenda, held.members, missing)

    def by_number(self, number: str) -> UUID:
        """Return the identifier of a meeting.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            wanted = StoredMeeting.number == number.strip()
            found = session.scalar(select(StoredMeeting.id).where(wanted))
        if found is None:
            raise UserError(ErrorCode.MEETING_NOT_FOUND, number=number)
        return found

    def create(self, draft: MeetingDraft) -> tuple[UUID, Changes]:
        """Prepare a new meeting under the committee's rules.

        Raises:
            UserError: ``MEMBER_UNKNOWN`` for the presiding member, or
                ``MEMBER_CANNOT_PRESIDE`` without a seat; ``TEXT_TOO_LONG`` or
                ``TEXT_HAS_CONTROL_CHARACTERS``.
        """
        draft = _tidied(draft)
        with self._registry.write() as session:
            _check_draft(session, draft)
            meeting_id = self._registry.new_id()
            prefix = f"CA-{draft.held_on.year}-"
            columns: dict[str, Any] = _columns(draft) | {
                "id": meeting_id,
                "number": next_number(session, StoredMeeting.number, prefix, 2),
                "state": MeetingState.PREPARATION,
                "created_at": self._registry.clock(),
                "rules": plain(CommitteeRules()),
            }
            session.execute(insert(StoredMeeting).values(columns))
            details: dict[str, object] = {"number": columns["number"], "meeting": plain(draft)}
            self._registry.journal(session, "meeting.created", "meeting", meeting_id, details)
        return meeting_id, Changes(meetings=frozenset({meeting_id}))

    def save(self, meeting_id: UUID, draft: MeetingDraft) -> Changes:
        """Edit a meeting in preparation; once open, only who presides and who notes.

        Moved to another year, it keeps its number: a number never changes.

        Raises:
            UserError: ``MEETING_NOT_IN_PREPARATION``; ``SECRETARY_MISSING`` once open;
                as ``create``.
        """
        draft = _tidied(draft)
        with self._registry.write() as session:
            held = read_meeting(session, meeting_id)
            before = held.row.draft
            if before == draft:
                return Changes()
            _check_may_save(held, draft)
            _check_draft(session, draft)
            session.execute(
                update(StoredMeeting).where(StoredMeeting.id == meeting_id).values(_columns(draft))
            )
            details: dict[str, object] = {"before": plain(before), "after": plain(draft)}
            self._registry.journal(session, "meeting.saved", "meeting", meeting_id, details)
        return Changes(meetings=frozenset({meeting_id}))

    def candidates(self, meeting_id: UUID) -> tuple[DossierRow, ...]:
        """Return the dossiers that may be on the agenda: waiting ones, and those on it."""
        with self._registry.read() as session:
            return rows_where(
                session,
                or_(
                    StoredDossier.meeting_id == meeting_id,
                    StoredDossier.meeting_id.is_(None) & StoredDossier.state.in_(_WAITING),
                ),
            )

    def set_agenda(self, meeting_id: UUID, dossier_ids: Sequence[UUID]) -> Changes:
        """Choose the dossiers and their order of passage.

        Raises:
            UserError: ``MEETING_NOT_IN_PREPARATION``; ``DOSSIER_NOT_COMPLETE``;
                ``DOSSIER_ON_OTHER_AGENDA``; ``DOSSIER_NOT_FOUND``.
        """
        wanted = list(dict.fromkeys(dossier_ids))
        with self._registry.write() as session:
            _in_preparation(session, meeting_id)
            on_it = session.scalars(
                select(StoredItem.dossier_id)
                .where(StoredItem.meeting_id == meeting_id)
                .order_by(StoredItem.position)
            )
            before = [each for each in on_it if each is not None]
            if before == wanted:
                return Changes()
            for each in wanted:
                if each not in before:
                    self._put_on(session, meeting_id, each)
            for each in before:
                if each not in wanted:
                    self._take_off(session, each)
            self._write_items(session, meeting_id, wanted)
        touched = frozenset(before) ^ frozenset(wanted)
        return Changes(dossiers=touched, meetings=frozenset({meeting_id}))

    def _put_on(self, session: Session, meeting_id: UUID, dossier_id: UUID) -> None:
        found = session.execute(
            select(StoredDossier.number, StoredDossier.state, StoredDossier.meeting_id).where(
                StoredDossier.id == dossier_id
            )
        ).one_or_none()
        if found is None:
            raise UserError(ErrorCode.DOSSIER_NOT_FOUND, number=str(dossier_id))
        if found.meeting_id is not None:
            raise UserError(ErrorCode.DOSSIER_ON_OTHER_AGENDA, number=found.number)
        if found.state not in _WAITING:
            raise UserError(ErrorCode.DOSSIER_NOT_COMPLETE, number=found.number)
        _place(session, dossier_id, meeting_id)
        set_state(self._registry, session, dossier_id, DossierState.SCHEDULED)

    def _take_off(self, session: Session, dossier_id: UUID) -> None:
        _place(session, dossier_id, None)
        set_state(
            self._registry,
            session,
            dossier_id,
            DossierState.COMPLETE,
            "Retiré de l’ordre du jour",
        )

    def _write_items(self, session: Session, meeting_id: UUID, wanted: list[UUID]) -> None:
        session.execute(delete(StoredItem).where(StoredItem.meeting_id == meeting_id))
        for position, dossier_id in enumerate(wanted, start=1):
            columns: dict[str, Any] = {
                "id": self._registry.new_id(),
                "meeting_id": meeting_id,
                "position": position,
                "turn": position,
                "dossier_id": dossier_id,
                "step": ItemStep.PENDING,
            }
            session.execute(insert(StoredItem).values(columns))
        details: dict[str, object] = {"dossiers": [str(each) for each in wanted]}
        self._registry.journal(session, "meeting.agenda_set", "meeting", meeting_id, details)


def _place(session: Session, dossier_id: UUID, meeting_id: UUID | None) -> None:
    session.execute(
        update(StoredDossier).where(StoredDossier.id == dossier_id).values(meeting_id=meeting_id)
    )


def _in_preparation(session: Session, meeting_id: UUID) -> HeldMeeting:
    held = read_meeting(session, meeting_id)
    if held.row.state is not MeetingState.PREPARATION:
        raise UserError(ErrorCode.MEETING_NOT_IN_PREPARATION, number=held.row.number)
    return held


def _check_may_save(held: HeldMeeting, draft: MeetingDraft) -> None:
    """Refuse to move a meeting that has begun, or to leave it without who presides."""
    if held.row.state is MeetingState.PREPARATION:
        return
    before = held.row.draft
    people = replace(
        before, presiding_member_id=draft.presiding_member_id, secretary=draft.secretary
    )
    if held.row.state is not MeetingState.OPEN or draft != people:
        raise UserError(ErrorCode.MEETING_NOT_IN_PREPARATION, number=held.row.number)
    if draft.presiding_member_id is None:
        raise UserError(ErrorCode.PRESIDING_MEMBER_ABSENT)
    if not draft.secretary:
        raise UserError(ErrorCode.SECRETARY_MISSING)


def _tidied(draft: MeetingDraft) -> MeetingDraft:
    for text in (draft.place, draft.secretary):
        check_text(text)
    return replace(draft, place=draft.place.strip(), secretary=draft.secretary.strip())


def _columns(draft: MeetingDraft) -> dict[str, Any]:
    return {each.name: getattr(draft, each.name) for each in fields(draft)}


def _check_draft(session: Session, draft: MeetingDraft) -> None:
    if draft.presiding_member_id is None:
        return
    known = {each.id: each for each in read_members(session)}
    presiding = known.get(draft.presiding_member_id)
    if presiding is None:
        raise UserError(ErrorCode.MEMBER_UNKNOWN, member="")
    if not presiding.has_seat:
        raise UserError(ErrorCode.MEMBER_CANNOT_PRESIDE, member=presiding.sheet.full_name)
