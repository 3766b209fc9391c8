"""Meetings prepared: date, place, roles, dossiers and their order of passage."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import insert, or_, select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import MeetingState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossier_list import DossierRow
from alize_desktop.models.records.meetings import MeetingDetail, MeetingDraft, MeetingRow
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.services.agenda_items import (
    WAITING,
    erase_items,
    insert_item,
    put_on,
    renumber,
    take_off,
    tell_agenda,
)
from alize_desktop.services.agenda_points import in_preparation
from alize_desktop.services.dossier_queries import rows_where
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_checks import (
    check_draft,
    check_may_save,
    draft_columns,
    tidied,
)
from alize_desktop.services.meeting_details import read_detail
from alize_desktop.services.meeting_reading import read_agenda, read_meeting, read_rows
from alize_desktop.services.numbering import next_number
from alize_desktop.services.plain import plain
from alize_desktop.services.rules_in_force import (
    follow_rules,
    kept_with,
    read_versions,
    version_on,
)
from alize_desktop.services.second_notice import carry_over, check_second_notice, left_undecided
from alize_desktop.wording.agenda import REMOVED


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
            return read_detail(session, meeting_id, self._registry.clock())

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
        """Prepare a new meeting under the rules in force on its day.

        A second notice brings back the dossiers that the meeting without quorum left:
        they stand on its agenda from the start, marked as carried over.

        Raises:
            UserError: ``MEMBER_UNKNOWN`` for the presiding member, or
                ``MEMBER_CANNOT_PRESIDE`` without a seat; ``TEXT_TOO_LONG`` or
                ``TEXT_HAS_CONTROL_CHARACTERS``; ``REPLIES_BY_MISSING`` or
                ``REPLIES_BY_TOO_EARLY`` for a written consultation;
                ``SECOND_NOTICE_NOT_POSSIBLE`` or ``SECOND_NOTICE_TOO_SOON``.
        """
        draft = tidied(draft)
        with self._registry.write() as session:
            check_draft(session, draft)
            version = version_on(read_versions(session), draft.held_on)
            first = check_second_notice(session, draft, version.draft.rules)
            meeting_id = self._registry.new_id()
            prefix = f"CA-{draft.held_on.year}-"
            columns: dict[str, Any] = (
                draft_columns(draft)
                | kept_with(version)
                | {
                    "id": meeting_id,
                    "number": next_number(session, StoredMeeting.number, prefix, 2),
                    "state": MeetingState.PREPARATION,
                    "created_at": self._registry.clock(),
                }
            )
            session.execute(insert(StoredMeeting).values(columns))
            details: dict[str, object] = {"number": columns["number"], "meeting": plain(draft)}
            self._registry.journal(session, "meeting.created", "meeting", meeting_id, details)
            dossiers = carry_over(self._registry, session, meeting_id, first)
        return meeting_id, Changes(dossiers=dossiers, meetings=frozenset({meeting_id}))

    def save(self, meeting_id: UUID, draft: MeetingDraft) -> Changes:
        """Edit a meeting in preparation, which follows the rules in force on its day.

        Once the notice is sent the meeting may only be put back to a later day, and
        its place and roles changed; once open, only who presides and who notes. What
        it is the second notice of never changes. Moved to another year, it keeps its
        number: a number never changes.

        Raises:
            UserError: ``MEETING_NOT_IN_PREPARATION``; ``DATE_NOTIFIED`` for an
                earlier day; ``PRESIDING_MEMBER_ABSENT`` or ``SECRETARY_MISSING``
                once open; as ``create``.
        """
        draft = tidied(draft)
        with self._registry.write() as session:
            held = read_meeting(session, meeting_id)
            before = held.row.draft
            if before == draft:
                return Changes()
            check_may_save(held, draft)
            check_draft(session, draft)
            session.execute(
                update(StoredMeeting)
                .where(StoredMeeting.id == meeting_id)
                .values(draft_columns(draft))
            )
            rules = held.rules
            if held.row.state is MeetingState.PREPARATION:
                rules = follow_rules(session, meeting_id, draft.held_on).draft.rules
            if draft.held_on != before.held_on:
                check_second_notice(session, draft, rules)
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
                    StoredDossier.meeting_id.is_(None) & StoredDossier.state.in_(WAITING),
                ),
            )

    def set_agenda(self, meeting_id: UUID, dossier_ids: Sequence[UUID]) -> Changes:
        """Choose the dossiers and their order of passage.

        Standing points keep their place among them, and points their identifier.

        Raises:
            UserError: ``AGENDA_FROZEN`` once the notice is sent;
                ``MEETING_NOT_IN_PREPARATION``; ``DOSSIER_NOT_COMPLETE``;
                ``DOSSIER_ON_OTHER_AGENDA``; ``DOSSIER_NOT_FOUND``.
        """
        wanted = list(dict.fromkeys(dossier_ids))
        with self._registry.write() as session:
            held = in_preparation(session, meeting_id)
            agenda = read_agenda(session, held)
            items = {each.dossier_id: each.id for each in agenda if each.dossier_id is not None}
            before = list(items)
            if before == wanted:
                return Changes()
            added = [each for each in wanted if each not in items]
            items |= self._put_on(session, held, added, len(agenda) + 1)
            gone = [each for each in before if each not in wanted]
            for each in gone:
                take_off(self._registry, session, each, REMOVED)
            erase_items(session, [items[each] for each in gone])
            points = [None if each.dossier_id else each.id for each in agenda]
            renumber(session, _woven(points, [items[each] for each in wanted]))
            tell_agenda(self._registry, session, meeting_id)
        touched = frozenset(before) ^ frozenset(wanted)
        return Changes(dossiers=touched, meetings=frozenset({meeting_id}))

    def _put_on(
        self, session: Session, held: HeldMeeting, dossiers: Sequence[UUID], first: int
    ) -> dict[UUID, UUID]:
        """Put dossiers on an agenda from a position on; return their points."""
        left = left_undecided(session, held.row.draft.second_notice_of)
        items = {}
        for position, dossier_id in enumerate(dossiers, start=first):
            put_on(self._registry, session, held.row.id, dossier_id)
            items[dossier_id] = insert_item(
                self._registry,
                session,
                held.row.id,
                position=position,
                dossier_id=dossier_id,
                is_carried_over=dossier_id in left,
            )
        return items


def _woven(points: Sequence[UUID | None], dossiers: Sequence[UUID]) -> list[UUID]:
    """Return dossiers put into the places of earlier ones, among standing points.

    Args:
        points: Standing points, None where a dossier stood.
        dossiers: In their order; those without a place come after the last one.
    """
    rest = list(dossiers)
    woven: list[UUID] = []
    places = sum(each is None for each in points)
    if not places:
        return [*(each for each in points if each is not None), *rest]
    for each in points:
        if each is not None:
            woven.append(each)
            continue
        places -= 1
        taken = len(rest) if places == 0 else 1
        woven += rest[:taken]
        del rest[:taken]
    return woven
