"""Schedules frozen with an advance: read back, and written once for ever."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, func, insert, select
from sqlalchemy.orm import Session, aliased

from alize_desktop.models.enums import AdvanceEventKind, ScheduleReason
from alize_desktop.models.records.advances import ScheduleVersion
from alize_desktop.models.records.schedules import AdvanceTerms, Instalment
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.advances import StoredAdvanceEvent, StoredScheduleVersion
from alize_desktop.models.tables.canonical import canonical_json
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.values import Money
from alize_desktop.services.plain import plain
from alize_desktop.services.restored import restored

_OTHER: Final = aliased(StoredScheduleVersion)
_SIGNED: Final = aliased(StoredAdvanceEvent)
_TAKEN_BACK: Final = aliased(StoredAdvanceEvent)
_VERSIONS: Final = select(
    StoredScheduleVersion.__table__, StoredDecision.number.label("decision_number")
).join(StoredDecision, StoredDecision.id == StoredScheduleVersion.decision_id)


@dataclass(frozen=True, slots=True)
class VersionDraft:
    """A schedule that is about to be frozen. See ``ScheduleVersion``."""

    reason: ScheduleReason
    decision_id: UUID
    effective_on: date
    terms: AdvanceTerms
    rows: tuple[Instalment, ...]
    kept: frozenset[int] = frozenset()
    note: str = ""
    author: str = ""


def read_versions(session: Session, dossier_id: UUID) -> tuple[ScheduleVersion, ...]:
    """Return every version of the schedule of an advance, oldest first."""
    statement = _VERSIONS.where(StoredScheduleVersion.dossier_id == dossier_id).order_by(
        StoredScheduleVersion.version
    )
    return tuple(_version(each) for each in session.execute(statement).mappings())


def versions_in_force(session: Session, on: date) -> dict[UUID, ScheduleVersion]:
    """Return the version in force of every advance on a day, by dossier: one statement.

    What was frozen with a signature counts until the day that it is taken back.
    """
    newest = select(func.max(_OTHER.version)).where(
        _OTHER.dossier_id == StoredScheduleVersion.dossier_id,
        _OTHER.effective_on <= on,
        _signature(_OTHER, on).exists(),
    )
    is_in_force: ColumnElement[bool] = StoredScheduleVersion.version == newest.scalar_subquery()
    return {
        each["dossier_id"]: _version(each)
        for each in session.execute(_VERSIONS.where(is_in_force)).mappings()
    }


def signed_versions(session: Session, dossier_id: UUID) -> tuple[ScheduleVersion, ...]:
    """Return the versions that follow the signature that holds, oldest first: one statement."""
    statement = _VERSIONS.where(
        StoredScheduleVersion.dossier_id == dossier_id,
        _signature(StoredScheduleVersion, date.max).exists(),
    ).order_by(StoredScheduleVersion.version)
    return tuple(_version(each) for each in session.execute(statement).mappings())


def in_force(
    versions: tuple[ScheduleVersion, ...], on: date, signed_on: date | None
) -> ScheduleVersion | None:
    """Return the version in force on a day, None while there is none.

    Args:
        versions: Of one advance, oldest first.
        on: The day.
        signed_on: Day of the signature that holds then, None without one.
    """
    if signed_on is None:
        return None
    found = (each for each in reversed(versions) if signed_on <= each.effective_on <= on)
    return next(found, None)


def freeze(registry: Registry, session: Session, dossier_id: UUID, draft: VersionDraft) -> None:
    """Write the next version of the schedule of an advance, with its journal line."""
    known = StoredScheduleVersion.dossier_id == dossier_id
    last = session.scalar(select(func.max(StoredScheduleVersion.version)).where(known)) or 0
    latest = session.scalar(select(func.max(StoredScheduleVersion.made_at)).where(known))
    told: dict[str, Any] = {
        "version": last + 1,
        "terms": plain(draft.terms),
        "rows": plain(draft.rows),
        "kept": sorted(draft.kept),
        "sha256": digest(draft.rows),
        "note": draft.note,
        "author": draft.author,
    }
    version_id = registry.new_id()
    columns = told | {
        "id": version_id,
        "dossier_id": dossier_id,
        "reason": draft.reason,
        "decision_id": draft.decision_id,
        "effective_on": draft.effective_on,
        "made_at": registry.instant(session, latest),
    }
    session.execute(insert(StoredScheduleVersion).values(columns))
    details = told | {
        "id": str(version_id),
        "reason": draft.reason.value,
        "decision": str(draft.decision_id),
        "effective_on": draft.effective_on.isoformat(),
    }
    registry.journal(session, "schedule.frozen", "dossier", dossier_id, details)


def digest(rows: tuple[Instalment, ...]) -> str:
    """Return the hexadecimal SHA-256 of the canonical JSON of the rows of a schedule."""
    return hashlib.sha256(canonical_json(plain(rows)).encode()).hexdigest()


def _signature(version: type[StoredScheduleVersion], on: date) -> Select[Any]:
    """Return the signature of the agreement that a version follows, when it holds on a day."""
    taken_back = select(_TAKEN_BACK.id).where(
        _TAKEN_BACK.reverses_id == _SIGNED.id, _TAKEN_BACK.value_on <= on
    )
    return select(_SIGNED.id).where(
        _SIGNED.dossier_id == version.dossier_id,
        _SIGNED.kind == AdvanceEventKind.AGREEMENT_SIGNED,
        _SIGNED.value_on <= version.effective_on,
        ~taken_back.exists(),
    )


def _version(row: RowMapping) -> ScheduleVersion:
    return ScheduleVersion(
        id=row["id"],
        dossier_id=row["dossier_id"],
        version=row["version"],
        reason=row["reason"],
        decision_number=row["decision_number"],
        effective_on=row["effective_on"],
        terms=restored(AdvanceTerms, row["terms"]),
        rows=tuple(_instalment(each) for each in row["rows"]),
        kept=frozenset(row["kept"]),
        sha256=row["sha256"],
        note=row["note"],
        made_at=row["made_at"],
    )


def _instalment(row: Mapping[str, Any]) -> Instalment:
    """Return a row; thousands are read at once, so nothing looks its class through."""
    return Instalment(
        number=row["number"],
        theoretical=date.fromisoformat(row["theoretical"]),
        due=date.fromisoformat(row["due"]),
        amount=Money.parse(row["amount"]),
        outstanding=Money.parse(row["outstanding"]),
    )
