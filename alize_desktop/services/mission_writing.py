"""Writes of missions and of their events, each with its journal line, in an open transaction."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from alize_desktop.models.records.missions import MissionEventDraft, MissionSheet
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.missions import StoredMission, StoredMissionEvent
from alize_desktop.services.mission_reading import DRAFT_COLUMNS, SHEET_COLUMNS
from alize_desktop.services.numbering import next_numbers
from alize_desktop.services.plain import plain_map

_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class MissionHead:
    """A mission as it is written.

    Attributes:
        revision: 1 for a new one, then one more at each edit.
        is_history: Whether it is taken over from a workbook of the past.
    """

    id: UUID
    number: str
    dossier_id: UUID
    sheet: MissionSheet
    revision: int = 1
    is_history: bool = False


def new_number(session: Session, year: int) -> str:
    """Return the number of the next mission of a year: ``2026-M003``."""
    return new_numbers(session, year, 1)[0]


def new_numbers(session: Session, year: int, count: int) -> list[str]:
    """Return the numbers of the next missions of a year, in order."""
    return next_numbers(session, StoredMission.number, f"{year}-M", _DIGITS, count)


def write_mission(registry: Registry, session: Session, mission: MissionHead) -> None:
    """Write a mission that was checked, new or changed."""
    sheet = mission.sheet
    columns: dict[str, Any] = {each: getattr(sheet, each) for each in SHEET_COLUMNS}
    columns["revision"] = mission.revision
    if mission.revision == 1:
        columns |= {
            "id": mission.id,
            "number": mission.number,
            "dossier_id": mission.dossier_id,
            "is_history": mission.is_history,
        }
        session.execute(insert(StoredMission).values(columns))
    else:
        session.execute(update(StoredMission).where(StoredMission.id == mission.id).values(columns))
    details: dict[str, object] = {
        "number": mission.number,
        "dossier_id": str(mission.dossier_id),
        "is_history": mission.is_history,
        "revision": mission.revision,
    }
    registry.journal(session, "mission.saved", "mission", mission.id, details | plain_map(sheet))


def write_event(
    registry: Registry, session: Session, mission_id: UUID, draft: MissionEventDraft
) -> UUID:
    """Write what happened to a mission, once it was checked; return its identifier."""
    last = session.execute(
        select(StoredMissionEvent.sequence, StoredMissionEvent.entered_at)
        .order_by(StoredMissionEvent.sequence.desc())
        .limit(1)
    ).one_or_none()
    sequence, latest = last if last is not None else (0, None)
    event_id = registry.new_id()
    columns: dict[str, Any] = {each: getattr(draft, each) for each in DRAFT_COLUMNS}
    columns |= {
        "sequence": sequence + 1,
        "id": event_id,
        "mission_id": mission_id,
        "entered_at": registry.instant(session, latest),
    }
    session.execute(insert(StoredMissionEvent).values(columns))
    details: dict[str, object] = {"event": str(event_id)} | plain_map(draft)
    registry.journal(session, f"mission.{draft.kind.value}", "mission", mission_id, details)
    return event_id
