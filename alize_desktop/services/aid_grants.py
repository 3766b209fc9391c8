"""Aids as they were recorded, and what was said of them in the national register."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, func, insert, select
from sqlalchemy.orm import Session, aliased

from alize_desktop.models.enums import RegisterStatus
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.state_aid import AdvanceAid, AidBasis, AidGrant
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.aid import StoredAidGrant, StoredRegisterEntry
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.services.plain import plain
from alize_desktop.services.restored import restored

_LATER: Final = aliased(StoredRegisterEntry)
_LAST_ENTRY: Final = ~(
    select(_LATER.sequence)
    .where(
        _LATER.grant_id == StoredRegisterEntry.grant_id,
        _LATER.sequence > StoredRegisterEntry.sequence,
    )
    .exists()
)
_GRANTS: Final = (
    select(
        StoredAidGrant.__table__,
        StoredDecision.number.label("decision_number"),
        StoredRegisterEntry.status,
        StoredRegisterEntry.reference,
        StoredRegisterEntry.declared_on,
    )
    .join(StoredDecision, StoredDecision.id == StoredAidGrant.decision_id)
    .outerjoin(
        StoredRegisterEntry, (StoredRegisterEntry.grant_id == StoredAidGrant.id) & _LAST_ENTRY
    )
    .order_by(StoredAidGrant.sequence)
)
_COLUMNS: Final = (
    "id",
    "sequence",
    "dossier_id",
    "identifier",
    "decision_id",
    "decision_number",
    "company",
    "siren",
    "naf_code",
    "granted_on",
    "amount",
    "grant_equivalent",
    "recorded_at",
)


def grants_of_dossiers(
    session: Session, dossier_ids: Collection[UUID], until: datetime | None = None
) -> dict[UUID, AidGrant]:
    """Return the aid of dossiers as it was last recorded, by dossier.

    Args:
        session: Only read.
        dossier_ids: One without a recorded aid is not in the answer.
        until: Instant after which nothing counts; None for everything.
    """
    found = every_grant_of(session, dossier_ids, until)
    return {dossier_id: grants[-1] for dossier_id, grants in found.items()}


def every_grant_of(
    session: Session, dossier_ids: Collection[UUID], until: datetime | None = None
) -> dict[UUID, tuple[AidGrant, ...]]:
    """Return the aids of dossiers each time they were recorded, oldest first, by dossier.

    See ``grants_of_dossiers``.
    """
    if not dossier_ids:
        return {}
    found: dict[UUID, tuple[AidGrant, ...]] = {}
    for each in _read(session, StoredAidGrant.dossier_id.in_(dossier_ids)):
        if until is None or each.recorded_at <= until:
            found[each.dossier_id] = (*found.get(each.dossier_id, ()), each)
    return found


def last_grants(session: Session) -> tuple[AidGrant, ...]:
    """Return the aids by day: of each dossier the last one recorded."""
    held = {each.dossier_id: each for each in _read(session, StoredAidGrant.sequence > 0)}
    return tuple(sorted(held.values(), key=lambda each: (each.granted_on, each.identifier)))


def read_grant(session: Session, grant_id: UUID) -> AidGrant | None:
    """Return a recorded aid, None when it is not there."""
    return next(iter(_read(session, StoredAidGrant.id == grant_id)), None)


def write_grant(
    registry: Registry,
    session: Session,
    dossier_id: UUID,
    decision_id: UUID,
    sheet: DossierSheet,
    aid: AdvanceAid,
) -> AidGrant:
    """Write an aid and its journal line; its identifier is the dossier's number and a rank.

    Args:
        registry: The registry.
        session: Of the transaction.
        dossier_id: Whose advance it is.
        decision_id: The decision that grants it.
        sheet: The dossier, as it stands now.
        aid: Reckoned: its equivalent and its basis are known.
    """
    known = StoredAidGrant.dossier_id == dossier_id
    rank, last = session.execute(
        select(func.count(), func.max(StoredAidGrant.recorded_at)).where(known)
    ).one()
    columns: dict[str, Any] = {
        "id": registry.new_id(),
        "dossier_id": dossier_id,
        "decision_id": decision_id,
        "identifier": f"{sheet.number}-{rank + 1}",
        "company": sheet.company.name,
        "siren": sheet.company.siren,
        "naf_code": sheet.company.naf_code,
        "granted_on": aid.granted_on,
        "amount": aid.amount,
        "grant_equivalent": aid.grant_equivalent,
        "basis": plain(aid.basis),
        "recorded_at": registry.instant(session, last),
    }
    session.execute(insert(StoredAidGrant).values(columns))
    told = _told(columns, "dossier_id", "grant")
    registry.journal(session, "aid.recorded", "dossier", dossier_id, told)
    return _read(session, StoredAidGrant.id == columns["id"])[0]


def write_entry(
    registry: Registry,
    session: Session,
    grant: AidGrant,
    status: RegisterStatus,
    reference: str,
    declared_on: date | None,
    author: str,
) -> None:
    """Write what is said of an aid in the national register, and its journal line."""
    last = session.scalar(
        select(func.max(StoredRegisterEntry.recorded_at)).where(
            StoredRegisterEntry.grant_id == grant.id
        )
    )
    columns: dict[str, Any] = {
        "id": registry.new_id(),
        "grant_id": grant.id,
        "status": status,
        "reference": reference,
        "declared_on": declared_on,
        "author": author,
        "recorded_at": registry.instant(session, last),
    }
    session.execute(insert(StoredRegisterEntry).values(columns))
    told = _told(columns, "grant_id", "entry")
    registry.journal(session, "aid.declared", "aid_grant", grant.id, told)


def _told(columns: Mapping[str, object], subject: str, own: str) -> dict[str, object]:
    """Return what the journal tells of a row: not its subject, and its id under a name."""
    told = {name: plain(value) for name, value in columns.items() if name not in (subject, "id")}
    return told | {own: plain(columns["id"])}


def _read(session: Session, condition: ColumnElement[bool]) -> list[AidGrant]:
    return [_grant(row) for row in session.execute(_GRANTS.where(condition)).mappings()]


def _grant(row: RowMapping) -> AidGrant:
    return AidGrant(
        **{name: row[name] for name in _COLUMNS},
        basis=restored(AidBasis, row["basis"]),
        status=row["status"] or RegisterStatus.TO_DECLARE,
        register_reference=row["reference"] or "",
        register_on=row["declared_on"],
    )
