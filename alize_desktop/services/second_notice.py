"""A meeting called a second time for want of a quorum, and what it brings back."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ItemKind, ItemStep, MeetingState
from alize_desktop.models.records.meetings import MeetingDraft, MeetingRow
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredItem
from alize_desktop.services.agenda_items import WAITING, insert_item, put_on, tell_agenda
from alize_desktop.services.meeting_readiness import second_meeting_refusals
from alize_desktop.services.meeting_reading import read_row

_OVER = (MeetingState.CLOSED, MeetingState.APPROVED)


def check_second_notice(
    session: Session, draft: MeetingDraft, rules: CommitteeRules
) -> MeetingRow | None:
    """Return the meeting without quorum that a draft is the second notice of, if any.

    It is closed, and left at least one dossier undecided: only a meeting without
    quorum does.

    Raises:
        UserError: ``MEETING_NOT_FOUND``; ``SECOND_NOTICE_NOT_POSSIBLE``;
            ``SECOND_NOTICE_TOO_SOON``.
    """
    if draft.second_notice_of is None:
        return None
    first = read_row(session, draft.second_notice_of)
    if first.state not in _OVER or first.decided == first.dossiers:
        raise UserError(ErrorCode.SECOND_NOTICE_NOT_POSSIBLE, number=first.number)
    days = rules.second_notice_days
    for each in second_meeting_refusals(draft.held_on, first.draft.held_on, days):
        raise each
    return first


def left_undecided(session: Session, first_id: UUID | None) -> tuple[UUID, ...]:
    """Return the dossiers that a meeting without quorum left, in the order of passage.

    Args:
        session: In any transaction.
        first_id: That meeting; None when there is none.
    """
    statement = (
        select(StoredItem.dossier_id)
        .where(
            StoredItem.meeting_id == first_id,
            StoredItem.dossier_id.is_not(None),
            StoredItem.step != ItemStep.DECIDED,
        )
        .order_by(StoredItem.position)
    )
    return tuple(each for each in session.scalars(statement) if each is not None)


def carry_over(
    registry: Registry, session: Session, meeting_id: UUID, first: MeetingRow | None
) -> frozenset[UUID]:
    """Put the dossiers that a meeting left undecided on the agenda of the second.

    Those that went on otherwise since are left where they are.

    Returns:
        The dossiers that are carried over.
    """
    if first is None:
        return frozenset()
    waiting = select(StoredDossier.id).where(
        StoredDossier.meeting_id.is_(None), StoredDossier.state.in_(WAITING)
    )
    free = set(session.scalars(waiting))
    dossiers = [each for each in left_undecided(session, first.id) if each in free]
    for position, dossier_id in enumerate(dossiers, start=1):
        put_on(registry, session, meeting_id, dossier_id)
        insert_item(
            registry,
            session,
            meeting_id,
            position=position,
            kind=ItemKind.DOSSIER,
            dossier_id=dossier_id,
            is_carried_over=True,
        )
    tell_agenda(registry, session, meeting_id)
    return frozenset(dossiers)
