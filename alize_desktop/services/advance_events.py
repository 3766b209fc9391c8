"""Events of advances: read back in order of value date, and written once for ever."""

from collections import defaultdict
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, Select, insert, select
from sqlalchemy.orm import Session, aliased

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceEvent, AdvanceEventDraft
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.advances import StoredAdvanceEvent
from alize_desktop.rules.events_in_force import in_force
from alize_desktop.services.plain import plain_map

_EVENTS: Select[Any] = select(StoredAdvanceEvent.__table__).order_by(
    StoredAdvanceEvent.value_on, StoredAdvanceEvent.sequence
)


_AGAIN: Final = "#"
"""Between the key of a line and how many times it was taken: each is written once."""

_REVERSAL: Final = aliased(StoredAdvanceEvent)
_BACK: Final = (
    select(_REVERSAL.id)
    .where(
        _REVERSAL.reverses_id == StoredAdvanceEvent.id,
        _REVERSAL.kind == AdvanceEventKind.REVERSAL,
    )
    .correlate(StoredAdvanceEvent)
)
"""The reversal of an event, if there is one."""


def read_events(session: Session, dossier_id: UUID) -> tuple[AdvanceEvent, ...]:
    """Return the events of an advance, in order of value date, then of entry."""
    found = _events(session, _EVENTS.where(StoredAdvanceEvent.dossier_id == dossier_id))
    return tuple(found.get(dossier_id, ()))


def read_all_events(session: Session) -> dict[UUID, list[AdvanceEvent]]:
    """Return the events of every advance, by dossier: one statement."""
    return _events(session, _EVENTS)


def dossier_of_event(session: Session, event_id: UUID) -> UUID:
    """Return the dossier of an event.

    Raises:
        UserError: ``EVENT_NOT_FOUND``.
    """
    statement = select(StoredAdvanceEvent.dossier_id).where(StoredAdvanceEvent.id == event_id)
    found = session.scalar(statement)
    if found is None:
        raise UserError(ErrorCode.EVENT_NOT_FOUND)
    return found


def signed_on(events: tuple[AdvanceEvent, ...], on: date) -> date | None:
    """Return the day of the signature that holds on a day, None while there is none.

    One that is taken back holds until then.
    """
    signed = AdvanceEventKind.AGREEMENT_SIGNED
    found = (each.draft for each in in_force(events, on) if each.draft.kind is signed)
    return next((each.value_on for each in found), None)


def taken_keys(session: Session) -> frozenset[str]:
    """Return the lines of bank statements that events came from.

    An event that was reversed frees its line; a debit that was rejected does not.
    """
    keys = select(StoredAdvanceEvent.import_key).where(
        StoredAdvanceEvent.import_key.is_not(None), ~_BACK.exists()
    )
    return frozenset(line_of(each) for each in session.scalars(keys) if each)


def is_taken(session: Session, import_key: str) -> bool:
    """Return whether an event that nothing reversed came from a line of a bank statement."""
    found = _of_line(line_of(import_key)).where(~_BACK.exists())
    return session.scalar(found.limit(1)) is not None


def free_key(session: Session, import_key: str) -> str:
    """Return under which key a line is kept: its own, then ``key#2`` once it was reversed."""
    if not import_key:
        return import_key
    before = len(session.scalars(_of_line(import_key)).all())
    return f"{import_key}{_AGAIN}{before + 1}" if before else import_key


def line_of(stored_key: str) -> str:
    """Return the line of a bank statement that a key is kept for."""
    return stored_key.partition(_AGAIN)[0]


def _of_line(key: str) -> Select[Any]:
    stored = StoredAdvanceEvent.import_key
    again = stored.startswith(f"{key}{_AGAIN}", autoescape=True)
    return select(StoredAdvanceEvent.id).where((stored == key) | again)


def new_event(
    registry: Registry, session: Session, dossier_id: UUID, draft: AdvanceEventDraft
) -> AdvanceEvent:
    """Return an event as it would be written after all the others. Nothing is written."""
    last = session.execute(
        select(StoredAdvanceEvent.sequence, StoredAdvanceEvent.entered_at)
        .order_by(StoredAdvanceEvent.sequence.desc())
        .limit(1)
    ).one_or_none()
    sequence, latest = last if last is not None else (0, None)
    entered_at = registry.instant(session, latest)
    return AdvanceEvent(registry.new_id(), dossier_id, sequence + 1, entered_at, draft)


def write_event(registry: Registry, session: Session, event: AdvanceEvent) -> None:
    """Write an event that was checked, with its journal line."""
    draft = event.draft
    columns: dict[str, Any] = {
        "sequence": event.sequence,
        "id": event.id,
        "dossier_id": event.dossier_id,
        "entered_at": event.entered_at,
        "kind": draft.kind,
        "value_on": draft.value_on,
        "amount": draft.amount,
        "reference": draft.reference,
        "note": draft.note,
        "author": draft.author,
        "early": draft.early,
        "reverses_id": draft.reverses_id,
        "until": draft.until,
        "import_key": draft.import_key or None,
    }
    session.execute(insert(StoredAdvanceEvent).values(columns))
    details = {"event": str(event.id)} | plain_map(draft)
    registry.journal(session, f"advance.{draft.kind.value}", "dossier", event.dossier_id, details)


def _events(session: Session, statement: Select[Any]) -> dict[UUID, list[AdvanceEvent]]:
    rows = session.execute(statement).all()
    reversed_ids = {each.reverses_id for each in rows if each.reverses_id is not None}
    found: defaultdict[UUID, list[AdvanceEvent]] = defaultdict(list)
    for each in rows:
        found[each.dossier_id].append(_event(each, is_reversed=each.id in reversed_ids))
    return found


def _event(row: Row[Any], *, is_reversed: bool) -> AdvanceEvent:
    draft = AdvanceEventDraft(
        kind=row.kind,
        value_on=row.value_on,
        amount=row.amount,
        reference=row.reference,
        note=row.note,
        author=row.author,
        early=row.early,
        reverses_id=row.reverses_id,
        until=row.until,
        import_key=row.import_key or "",
    )
    return AdvanceEvent(
        id=row.id,
        dossier_id=row.dossier_id,
        sequence=row.sequence,
        entered_at=row.entered_at,
        draft=draft,
        is_reversed=is_reversed,
    )
