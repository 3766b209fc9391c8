"""Money received for an advance, whatever it repays."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.enums import AdvanceEventKind, AdvanceState
from alize_desktop.models.records.advances import AdvanceEvent, AdvanceEventDraft
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import Money
from alize_desktop.services.advance_events import free_key
from alize_desktop.services.advance_reading import read_advance
from alize_desktop.services.advance_writing import add_event, today_of


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money received, whatever it repays.

    Attributes:
        import_key: Line of a bank statement it comes from, empty otherwise.
    """

    amount: Money
    on: date
    reference: str
    author: str
    import_key: str = ""


def receive(
    registry: Registry, session: Session, dossier_id: UUID, receipt: Receipt
) -> AdvanceEvent:
    """Write money received, as a repayment, or as a recovery of what was written off.

    What comes early repays what the rules of the money say.

    Raises:
        UserError: See ``add_event``.
    """
    advance = read_advance(session, dossier_id, today_of(registry, session))
    is_lost = advance.position().state in (AdvanceState.WAIVED, AdvanceState.LOST)
    draft = AdvanceEventDraft(
        kind=AdvanceEventKind.RECOVERY if is_lost else AdvanceEventKind.REPAYMENT,
        value_on=receipt.on,
        amount=receipt.amount,
        reference=receipt.reference,
        author=receipt.author,
        early=advance.rules.early,
        import_key=free_key(session, receipt.import_key),
    )
    return add_event(registry, session, dossier_id, draft)
