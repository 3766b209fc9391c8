"""The agenda point by point, and the conditions of earlier decisions it follows."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ConditionEventKind, DossierState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.decisions import ConditionState
from alize_desktop.models.records.dossier_list import DossierRow
from alize_desktop.models.records.meetings import AgendaProposal, ItemDraft
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredItem
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services.agenda_items import (
    erase_items,
    insert_item,
    renumber,
    take_off,
    tell_agenda,
)
from alize_desktop.services.agenda_points import (
    check_may_add,
    check_open,
    in_preparation,
    point_columns,
)
from alize_desktop.services.agenda_proposals import proposals_for
from alize_desktop.services.conditions import (
    check_settled,
    condition_of,
    dossier_of,
    read_pending_conditions,
    write_condition_event,
)
from alize_desktop.services.dossier_queries import rows_where
from alize_desktop.services.meeting_reading import (
    meeting_of_item,
    read_agenda,
    read_meeting,
    read_row,
)
from alize_desktop.wording.agenda import REMOVED


class AgendaService:
    """Changes an agenda point by point. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def add(self, meeting_id: UUID, draft: ItemDraft) -> tuple[UUID, Changes]:
        """Add a point at the end of the agenda, and return its identifier.

        Once the notice is sent the rules say whether a point may still be added: it
        is numbered after the last, taken last, and marked late.

        Raises:
            UserError: ``MEETING_NOT_IN_PREPARATION`` once the meeting is over;
                ``LATE_ITEM_REFUSED`` or ``LATE_ITEM_WITHOUT_CONSENT``;
                ``ITEM_TWICE``; ``ITEM_SOURCE_REFUSED``; ``TEXT_MISSING`` for an
                information without title, ``TEXT_TOO_LONG`` or
                ``TEXT_HAS_CONTROL_CHARACTERS``; as ``MeetingService.set_agenda`` for
                a dossier.
        """
        with self._registry.write() as session:
            held = read_meeting(session, meeting_id)
            is_late = check_may_add(held, draft)
            columns = point_columns(self._registry, session, held, draft)
            last = session.execute(
                select(func.max(StoredItem.position), func.max(StoredItem.turn)).where(
                    StoredItem.meeting_id == meeting_id
                )
            ).one()
            position, turn = (last[0] or 0) + 1, (last[1] or 0) + 1
            item_id = insert_item(
                self._registry,
                session,
                meeting_id,
                position=position,
                turn=turn,
                is_late=is_late,
                **columns,
            )
            tell_agenda(self._registry, session, meeting_id)
        return item_id, _changes(meeting_id, draft.dossier_id)

    def remove(self, item_id: UUID) -> Changes:
        """Take a point off the agenda; a dossier waits for another meeting.

        Raises:
            UserError: ``AGENDA_FROZEN`` once the notice is sent,
                ``MEETING_NOT_IN_PREPARATION`` once the meeting has begun;
                ``MEETING_NOT_FOUND`` for an unknown point.
        """
        with self._registry.write() as session:
            meeting_id = meeting_of_item(session, item_id)
            agenda = read_agenda(session, in_preparation(session, meeting_id))
            line = next(each for each in agenda if each.id == item_id)
            if line.dossier_id is not None:
                take_off(self._registry, session, line.dossier_id, REMOVED)
            erase_items(session, (item_id,))
            renumber(session, [each.id for each in agenda if each.id != item_id])
            tell_agenda(self._registry, session, meeting_id)
        return _changes(meeting_id, line.dossier_id)

    def reorder(self, meeting_id: UUID, item_ids: Sequence[UUID]) -> Changes:
        """Give the points another order of passage.

        Args:
            meeting_id: The meeting, in preparation.
            item_ids: Every point of the agenda, once each.

        Raises:
            UserError: ``AGENDA_FROZEN``; ``MEETING_NOT_IN_PREPARATION``;
                ``AGENDA_CHANGED_MEANWHILE`` when these are not the points.
        """
        with self._registry.write() as session:
            agenda = read_agenda(session, in_preparation(session, meeting_id))
            before = [each.id for each in agenda]
            if before == list(item_ids):
                return Changes()
            if sorted(before) != sorted(item_ids):
                raise UserError(ErrorCode.AGENDA_CHANGED_MEANWHILE)
            renumber(session, item_ids)
            tell_agenda(self._registry, session, meeting_id)
        return _changes(meeting_id)

    def amendable(self, meeting_id: UUID) -> tuple[DossierRow, ...]:
        """Return the dossiers that may come back to be modified: approved, by another meeting.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            read_row(session, meeting_id)
            return rows_where(
                session,
                StoredDossier.state == DossierState.DECIDED,
                StoredDossier.outcome.in_(APPROVALS),
                StoredDossier.meeting_id != meeting_id,
            )

    def proposals(self, meeting_id: UUID) -> tuple[AgendaProposal, ...]:
        """Return the points that the program proposes by itself, each with its reason.

        Minutes to approve, consultations to ratify, conditions that fall due,
        deferred dossiers and those that a meeting without quorum left. Nothing once
        the meeting is over.

        Raises:
            UserError: ``MEETING_NOT_FOUND``.
        """
        with self._registry.read() as session:
            held = read_meeting(session, meeting_id)
            return proposals_for(session, held, self._registry.clock())

    def settle_condition(
        self,
        decision_id: UUID,
        position: int,
        kind: ConditionEventKind,
        until: date | None = None,
        note: str = "",
        meeting_id: UUID | None = None,
    ) -> Changes:
        """Say what becomes of a condition of an earlier decision.

        ``MET`` and ``WAIVED`` end it, ``NOT_MET`` leaves it awaited, ``EXTENDED``
        gives it a later date. One that ended is taken up again with a note only.

        Args:
            decision_id: The decision.
            position: Condition of the decision, from 1.
            kind: What becomes of it.
            until: New date; for ``EXTENDED`` only.
            note: In the words of the operator.
            meeting_id: Meeting in which it is said, None between two meetings.

        Raises:
            UserError: ``CONDITION_UNKNOWN``; ``CONDITION_DATE_MISSING``;
                ``CONDITION_DATE_EARLIER``; ``REASON_MISSING``; ``MEETING_NOT_OPEN``;
                ``TEXT_TOO_LONG`` or ``TEXT_HAS_CONTROL_CHARACTERS``.
        """
        note = note.strip()
        check_text(note, lines=True)
        until = until if kind is ConditionEventKind.EXTENDED else None
        with self._registry.write() as session:
            if meeting_id is not None:
                check_open(read_row(session, meeting_id))
            condition = condition_of(session, decision_id, position)
            check_settled(condition, kind, until, note)
            write_condition_event(self._registry, session, condition, kind, until, note, meeting_id)
            dossier_id = dossier_of(session, decision_id)
        touched = frozenset({meeting_id}) if meeting_id else frozenset[UUID]()
        return Changes(dossiers=frozenset({dossier_id}), meetings=touched)

    def pending_conditions(self) -> tuple[ConditionState, ...]:
        """Return the conditions of earlier decisions that still have to be met.

        The first one due first; those without a date come last.
        """
        with self._registry.read() as session:
            return read_pending_conditions(session)


def _changes(meeting_id: UUID, dossier_id: UUID | None = None) -> Changes:
    dossiers = frozenset({dossier_id}) if dossier_id else frozenset[UUID]()
    return Changes(dossiers=dossiers, meetings=frozenset({meeting_id}))
