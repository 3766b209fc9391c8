"""Missions read back with their events, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, func, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.missions import (
    MissionAccount,
    MissionEvent,
    MissionEventDraft,
    MissionRow,
    MissionSheet,
)
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.missions import StoredMission, StoredMissionEvent
from alize_desktop.models.tables.people import StoredPartner
from alize_desktop.rules.missions import account, engaged_days

SHEET_COLUMNS: Final = tuple(each.name for each in fields(MissionSheet))
DRAFT_COLUMNS: Final = tuple(each.name for each in fields(MissionEventDraft))

_NUMBER: Final = StoredMission.number
_MISSIONS: Final[Select[Any]] = (
    select(
        StoredMission.__table__,
        StoredDossier.number.label("dossier_number"),
        StoredDossier.company_name,
        StoredPartner.name.label("partner"),
    )
    .join(StoredDossier, StoredDossier.id == StoredMission.dossier_id)
    .join(StoredPartner, StoredPartner.id == StoredMission.partner_id)
    .order_by(func.substr(_NUMBER, 1, 6), func.length(_NUMBER), _NUMBER)
)
_EVENTS: Final[Select[Any]] = select(StoredMissionEvent.__table__).order_by(
    StoredMissionEvent.sequence
)


@dataclass(frozen=True, slots=True)
class Mission:
    """A mission as its services reason with it.

    Attributes:
        events: All of them, in the order in which they were entered.
    """

    id: UUID
    number: str
    dossier_id: UUID
    dossier_number: str
    company: str
    partner: str
    sheet: MissionSheet
    revision: int
    is_history: bool
    events: tuple[MissionEvent, ...]

    def account(self, on: date) -> MissionAccount:
        """Return where it stands on a day."""
        return account(self.sheet, self.events, on)

    def row(self, on: date) -> MissionRow:
        """Return its line of the list on a day."""
        return MissionRow(
            id=self.id,
            number=self.number,
            dossier_id=self.dossier_id,
            dossier_number=self.dossier_number,
            company=self.company,
            partner=self.partner,
            sheet=self.sheet,
            account=self.account(on),
            is_history=self.is_history,
        )


def read_missions(session: Session, dossier_id: UUID | None = None) -> tuple[Mission, ...]:
    """Return the missions of a dossier, or all of them, by number: two statements."""
    if dossier_id is None:
        return _read(session, _MISSIONS, _EVENTS)
    return _where(session, StoredMission.dossier_id == dossier_id)


def read_own_missions(session: Session) -> tuple[Mission, ...]:
    """Return the missions that were prepared here, by number: none taken over from the past."""
    return _where(session, StoredMission.is_history.is_(False))


def read_mission(session: Session, mission_id: UUID) -> Mission:
    """Return a mission.

    Raises:
        UserError: ``MISSION_NOT_FOUND``.
    """
    found = _where(session, StoredMission.id == mission_id)
    if not found:
        raise UserError(ErrorCode.MISSION_NOT_FOUND)
    return found[0]


def planned_days(missions: Iterable[Mission], on: date) -> Decimal:
    """Return the days that missions take from those granted."""
    return sum((engaged_days(each.account(on)) for each in missions), Decimal(0))


def _where(session: Session, condition: ColumnElement[bool]) -> tuple[Mission, ...]:
    of_missions = StoredMission.id == StoredMissionEvent.mission_id
    events = _EVENTS.join(StoredMission, of_missions).where(condition)
    return _read(session, _MISSIONS.where(condition), events)


def _read(session: Session, missions: Select[Any], events: Select[Any]) -> tuple[Mission, ...]:
    known: defaultdict[UUID, list[MissionEvent]] = defaultdict(list)
    for row in session.execute(events).mappings():
        known[row["mission_id"]].append(_event(row))
    return tuple(
        _mission(row, tuple(known[row["id"]])) for row in session.execute(missions).mappings()
    )


def _event(row: RowMapping) -> MissionEvent:
    draft = MissionEventDraft(**{each: row[each] for each in DRAFT_COLUMNS})
    return MissionEvent(row["id"], draft, row["entered_at"])


def _mission(row: RowMapping, events: tuple[MissionEvent, ...]) -> Mission:
    return Mission(
        id=row["id"],
        number=row["number"],
        dossier_id=row["dossier_id"],
        dossier_number=row["dossier_number"],
        company=row["company_name"],
        partner=row["partner"],
        sheet=MissionSheet(**{each: row[each] for each in SHEET_COLUMNS}),
        revision=row["revision"],
        is_history=row["is_history"],
        events=events,
    )
