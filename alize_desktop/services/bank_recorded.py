"""Money of the registry that a bank statement may tell again, and debits that it rejects."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind
from alize_desktop.models.records.advances import AdvanceEvent, AdvanceEventDraft, BankLine
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.bank_recorded import Recorded, taken_back
from alize_desktop.rules.replay import MONEY_IN
from alize_desktop.services.advance_events import (
    free_key,
    is_taken,
    line_of,
    read_all_events,
    read_events,
)
from alize_desktop.services.advance_writing import take_back


def read_recorded(session: Session, apart_from: Collection[str] = ()) -> list[Recorded]:
    """Return the money received that nothing took back.

    Args:
        session: Only read.
        apart_from: Lines of a statement: what came from one is left out.
    """
    return [
        _recorded(each)
        for events in read_all_events(session).values()
        for each in events
        if _is_received(each) and line_of(each.draft.import_key) not in apart_from
    ]


def reject(
    registry: Registry, session: Session, dossier_id: UUID, line: BankLine, author: str
) -> None:
    """Write that the bank took money of an advance back.

    Raises:
        UserError: ``BANK_LINE_TAKEN``; ``EVENT_NOT_FOUND`` when no money of that amount is
            there any more; what ``advance_writing.take_back`` refuses.
    """
    if is_taken(session, line.key):
        raise UserError(ErrorCode.BANK_LINE_TAKEN, label=line.label)
    received = [_recorded(x) for x in read_events(session, dossier_id) if _is_received(x)]
    found = taken_back(line, received, (dossier_id,))
    if found is None:
        raise UserError(ErrorCode.EVENT_NOT_FOUND)
    draft = AdvanceEventDraft(
        kind=AdvanceEventKind.REJECTED_DEBIT,
        value_on=line.booked_on,
        reference=line.label,
        author=author,
        reverses_id=found.event_id,
        import_key=free_key(session, line.key),
    )
    take_back(registry, session, dossier_id, draft)


def _is_received(event: AdvanceEvent) -> bool:
    return event.draft.kind in MONEY_IN and not event.is_reversed


def _recorded(event: AdvanceEvent) -> Recorded:
    return Recorded(event.id, event.dossier_id, event.draft.value_on, event.draft.amount)
