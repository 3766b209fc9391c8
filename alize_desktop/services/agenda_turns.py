"""Points of an agenda taken in turn: presented, set down, put last, concluded."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import ItemConclusion, ItemKind, ItemStep
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.meetings import StoredItem
from alize_desktop.rules.standing_points import CONCLUSIONS
from alize_desktop.services.agenda_steps import UNDER_WAY, Point, set_step
from alize_desktop.services.ballot_access import check_step
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.meeting_endings import approve_minutes
from alize_desktop.services.roll import check_quorum, electorate_of, quorum_result


def begin(
    registry: Registry,
    session: Session,
    held: HeldMeeting,
    agenda: tuple[AgendaLine, ...],
    line: AgendaLine,
) -> None:
    """Present a point; another that was only presented goes back to wait.

    Raises:
        UserError: ``QUORUM_NOT_REACHED`` before it is established; ``BALLOT_OPEN`` or
            ``ITEM_UNDER_WAY`` while a dossier awaits its result or its decision;
            ``DECISION_EXISTS``.
    """
    _check_begin(held, agenda, line)
    for each in agenda:
        if each.step is ItemStep.PRESENTED:
            set_step(session, each.id, ItemStep.PENDING)
    now = registry.instant(session, held.latest)
    set_step(session, line.id, ItemStep.PRESENTED, begun_at=now)
    details: dict[str, object] = {"item": str(line.id), "dossier": line.number or line.company}
    registry.journal(session, "item.begun", "meeting", held.row.id, details)


def set_down(registry: Registry, session: Session, point: Point) -> bool:
    """Let a presented point wait; return whether it did not already.

    Raises:
        UserError: ``BALLOT_OPEN``, ``BALLOT_CLOSED``, ``BALLOT_PROCLAIMED`` or
            ``DECISION_EXISTS`` when it is too late.
    """
    check_step(point, ItemStep.PENDING, ItemStep.PRESENTED)
    if point.step is ItemStep.PENDING:
        return False
    set_step(session, point.id, ItemStep.PENDING)
    details: dict[str, object] = {"item": str(point.id), "dossier": point.number}
    registry.journal(session, "item.set_down", "meeting", point.meeting_id, details)
    return True


def move_to_end(registry: Registry, session: Session, point: Point) -> None:
    """Give a point the last turn; it keeps its number and waits.

    Raises:
        UserError: As ``set_down``.
    """
    check_step(point, ItemStep.PENDING, ItemStep.PRESENTED)
    last = session.scalar(
        select(func.max(StoredItem.turn)).where(StoredItem.meeting_id == point.meeting_id)
    )
    set_step(session, point.id, ItemStep.PENDING, turn=(last or 0) + 1)
    details: dict[str, object] = {"item": str(point.id), "dossier": point.number}
    registry.journal(session, "item.moved_to_end", "meeting", point.meeting_id, details)


def conclude(
    registry: Registry, session: Session, point: Point, conclusion: ItemConclusion, note: str
) -> None:
    """Record how a standing point ends; minutes that are adopted are approved.

    A point may be put off without having been presented, quorum or not.

    Raises:
        UserError: ``ITEM_IS_DOSSIER``; ``CONCLUSION_REFUSED``; ``ITEM_NOT_PRESENTED``;
            ``MEETING_NOT_CLOSED`` for minutes of a meeting that was opened again.
    """
    allowed = CONCLUSIONS[point.kind]
    if point.kind is ItemKind.DOSSIER:
        raise UserError(ErrorCode.ITEM_IS_DOSSIER, number=point.number)
    if conclusion not in allowed:
        raise UserError(ErrorCode.CONCLUSION_REFUSED, conclusion=conclusion, allowed=allowed)
    waits = conclusion is ItemConclusion.POSTPONED and point.step is ItemStep.PENDING
    if not waits:
        check_step(point, ItemStep.PRESENTED)
    set_step(session, point.id, ItemStep.DECIDED, conclusion=conclusion, note=note)
    details: dict[str, object] = {
        "item": str(point.id),
        "title": point.number,
        "conclusion": conclusion.value,
        "note": note,
    }
    registry.journal(session, "item.concluded", "meeting", point.meeting_id, details)
    settles = point.kind in (ItemKind.MINUTES_APPROVAL, ItemKind.RATIFICATION)
    if settles and conclusion is ItemConclusion.ADOPTED and point.source_id is not None:
        approve_minutes(registry, session, point.source_id, point.meeting_id)


def _check_begin(held: HeldMeeting, agenda: tuple[AgendaLine, ...], line: AgendaLine) -> None:
    if held.quorum_at is None:
        is_carried_over = any(each.is_carried_over for each in agenda)
        found = quorum_result(held, electorate_of(held), is_carried_over=is_carried_over)
        check_quorum(found)
        raise UserError(ErrorCode.ROLL_CALL_INCOMPLETE, missing=0)
    if line.step is ItemStep.DECIDED:
        raise UserError(ErrorCode.DECISION_EXISTS, number=line.number)
    for each in agenda:
        if each.step is ItemStep.BALLOT_OPEN:
            raise UserError(ErrorCode.BALLOT_OPEN)
        if each.step in UNDER_WAY - {ItemStep.PRESENTED}:
            raise UserError(ErrorCode.ITEM_UNDER_WAY, number=each.number)
