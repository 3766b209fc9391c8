"""The past of a programme written in bulk: decisions, missions, jobs observed.

Each ledger is written in one go with its lines of the journal in the same order,
so that both sides still tell the same acts, however many came at once.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import JobEvidence, MissionEventKind
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.models.records.jobs import JobObservationDraft
from alize_desktop.models.records.missions import MissionEventDraft, MissionSheet
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.jobs import StoredJobObservation
from alize_desktop.models.tables.missions import StoredMission, StoredMissionEvent
from alize_desktop.models.tables.results import StoredHistoryRecord
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.partner_sites import check_one_company, sites_near
from alize_desktop.rules.text import search_key
from alize_desktop.services.bulk import insert_rows
from alize_desktop.services.mission_writing import new_numbers
from alize_desktop.services.money_rules_reading import read_money_rules
from alize_desktop.services.people import read_partners
from alize_desktop.services.plain import plain

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True)
class Ended:
    """A dossier that was just filed, with its end.

    Attributes:
        partner_id: Partner company that lent, None when none did.
    """

    dossier_id: UUID
    sheet: DossierSheet
    end: HistorySheet
    partner_id: UUID | None


class PartnerFinder:
    """Finds a partner company by the name that the past gives it.

    A company may have several sites: that of the basin of the dossier comes first.
    """

    def __init__(self, session: Session) -> None:
        self._by_name: dict[str, dict[PartnerSheet, UUID]] = {}
        for each in read_partners(session):
            self._by_name.setdefault(search_key(each.sheet.name), {})[each.sheet] = each.id

    def find(self, name: str, basin: str) -> UUID | None:
        """Return the partner of a name, None without one.

        Raises:
            UserError: ``HISTORY_PARTNER_UNKNOWN``: nobody has that name any more;
                ``HISTORY_PARTNER_AMBIGUOUS``: several companies have it now.
        """
        if not name:
            return None
        sites = self._by_name.get(search_key(name), {})
        if not sites:
            raise UserError(ErrorCode.HISTORY_PARTNER_UNKNOWN, partner=name)
        near = sites_near([*sites], basin)
        check_one_company(name, near)
        return sites[near[0]]


def write_history(
    registry: Registry, session: Session, ended: Sequence[Ended], source: str
) -> None:
    """Write what became of dossiers that were just filed.

    Args:
        registry: Gives identifiers and the instant.
        session: The transaction that filed the dossiers.
        ended: The dossiers, each with its end.
        source: Name of the workbook.
    """
    if ended:
        _write_decisions(registry, session, ended, source)
        _write_missions(registry, session, [*_lent(ended)])
        _write_jobs(registry, session, [*_counted(ended)])


def _write_decisions(
    registry: Registry, session: Session, ended: Iterable[Ended], source: str
) -> None:
    at, rows = registry.instant(session), []
    for each in ended:
        row: dict[str, Any] = {
            "id": registry.new_id(),
            "outcome": each.end.outcome,
            "decided_on": each.end.decided_on,
            "amount": each.end.amount,
            "jobs_created": each.end.jobs_created,
            "days_done": each.end.days_done,
            "partner": each.end.partner,
            "partner_id": each.partner_id,
            "source": source,
        }
        registry.journal(session, "history.recorded", "dossier", each.dossier_id, _told(row))
        rows.append(row | {"dossier_id": each.dossier_id, "recorded_at": at})
    insert_rows(session, StoredHistoryRecord, rows)


def _lent(ended: Iterable[Ended]) -> Iterator[tuple[Ended, UUID]]:
    """Yield the dossiers that were lent days, each with its partner; days come with one."""
    for each in ended:
        if each.end.days_done and each.partner_id is not None:
            yield each, each.partner_id


def _write_missions(
    registry: Registry, session: Session, lent: Sequence[tuple[Ended, UUID]]
) -> None:
    """Write a mission for each dossier that was lent days, done and closed."""
    value = read_money_rules(session).day_value
    numbers = _mission_numbers(session, [each.end.decided_on for each, _partner in lent])
    at, missions, events = registry.instant(session), [], []
    for (each, partner_id), number in zip(lent, numbers, strict=True):
        mission_id = registry.new_id()
        sheet = MissionSheet(
            partner_id=partner_id,
            category=each.sheet.skills.category,
            planned_days=each.end.days_done,
            day_value=value,
        )
        row: dict[str, Any] = {
            **_fields(sheet),
            "number": number,
            "dossier_id": each.dossier_id,
            "is_history": True,
            "revision": 1,
        }
        registry.journal(session, "mission.saved", "mission", mission_id, _told(row))
        missions.append(row | {"id": mission_id})
        for draft in _mission_events(each.end):
            told = _fields(draft)
            event_id = registry.new_id()
            registry.journal(
                session,
                f"mission.{draft.kind.value}",
                "mission",
                mission_id,
                _told({"event": event_id, **told}),
            )
            events.append({**told, "id": event_id, "mission_id": mission_id, "entered_at": at})
    insert_rows(session, StoredMission, missions)
    insert_rows(session, StoredMissionEvent, events)


def _mission_events(end: HistorySheet) -> tuple[MissionEventDraft, ...]:
    return (
        MissionEventDraft(MissionEventKind.DAYS_DONE, end.decided_on, end.days_done),
        MissionEventDraft(MissionEventKind.CLOSED, end.decided_on),
    )


def _counted(ended: Iterable[Ended]) -> Iterator[tuple[Ended, int]]:
    """Yield the dossiers whose jobs the past counted; nothing is seen of one not retained."""
    for each in ended:
        if each.end.jobs_created is not None and each.end.outcome in APPROVALS:
            yield each, each.end.jobs_created


def _write_jobs(registry: Registry, session: Session, counted: Iterable[tuple[Ended, int]]) -> None:
    """Write the jobs that the past counted: in one number, for persons and full time alike."""
    at, rows = registry.instant(session), []
    for each, created in counted:
        draft = JobObservationDraft(
            each.end.decided_on,
            created=created,
            created_fte=Decimal(created),
            evidence=JobEvidence.HISTORY,
        )
        row, observation_id = _fields(draft), registry.new_id()
        details = _told({"observation": observation_id, **row})
        registry.journal(session, "jobs.observed", "dossier", each.dossier_id, details)
        rows.append({**row, "id": observation_id, "dossier_id": each.dossier_id, "entered_at": at})
    insert_rows(session, StoredJobObservation, rows)


def _mission_numbers(session: Session, days: Sequence[date]) -> list[str]:
    """Return the number of a mission decided on each of some days."""
    given = {
        year: iter(new_numbers(session, year, count))
        for year, count in Counter(each.year for each in days).items()
    }
    return [next(given[each.year]) for each in days]


def _fields(record: "DataclassInstance") -> dict[str, Any]:
    return {each.name: getattr(record, each.name) for each in fields(record)}


def _told(row: Mapping[str, object]) -> dict[str, object]:
    return {name: plain(value) for name, value in row.items()}
