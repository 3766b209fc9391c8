"""What minutes tell of standing points, and of the conditions they follow."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import ItemKind
from alize_desktop.models.records.decisions import Condition
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.minutes_parts import MinutesCondition, MinutesPoint
from alize_desktop.models.tables.decisions import (
    StoredCondition,
    StoredConditionEvent,
    StoredDecision,
)
from alize_desktop.services import frozen
from alize_desktop.services.minutes_items import places_of


def points_of(
    session: Session, meeting_id: UUID, agenda: Sequence[AgendaLine]
) -> tuple[MinutesPoint, ...]:
    """Return the standing points in the order in which they were taken."""
    places = places_of(agenda)
    conditions = _conditions(session, meeting_id)
    return tuple(
        MinutesPoint(
            place=places[line.id],
            kind=line.kind,
            title=line.company,
            conclusion=line.conclusion,
            note=line.note,
            conditions=conditions if line.kind is ItemKind.CONDITIONS else (),
        )
        for line in agenda
        if line.kind is not ItemKind.DOSSIER
    )


def _conditions(session: Session, meeting_id: UUID) -> tuple[MinutesCondition, ...]:
    """Return what was said in a meeting of earlier conditions, in the order it was said.

    Companies have the names that the committee saw when it decided.
    """
    event = StoredConditionEvent
    statement = (
        select(
            StoredDecision.number,
            StoredDecision.item_id,
            StoredDecision.dossier_id,
            StoredCondition.text,
            StoredCondition.kind.label("nature"),
            StoredCondition.due_on,
            event.kind,
            event.until,
            event.note,
        )
        .join(StoredDecision, StoredDecision.id == event.decision_id)
        .join(
            StoredCondition,
            (StoredCondition.decision_id == event.decision_id)
            & (StoredCondition.position == event.position),
        )
        .where(event.meeting_id == meeting_id)
        .order_by(event.sequence)
    )
    rows = session.execute(statement).all()
    seen = frozen.sheets_of(session, [each.dossier_id for each in rows])
    return tuple(
        MinutesCondition(
            decision_number=each.number,
            company=seen[each.item_id].company.name,
            condition=Condition(each.text, each.nature, each.due_on),
            kind=each.kind,
            until=each.until,
            note=each.note,
        )
        for each in rows
    )
