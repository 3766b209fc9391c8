"""Events and versions of advances, as the tests of their rules write them."""

from datetime import UTC, date, datetime
from uuid import UUID

from alize_desktop.models.enums import AdvanceEventKind as Kind
from alize_desktop.models.enums import DueDateRoll, EarlyAllocation, ScheduleReason
from alize_desktop.models.records.advances import AdvanceEvent, AdvanceEventDraft, ScheduleVersion
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import Money
from alize_desktop.rules.positions import AdvanceFacts
from alize_desktop.rules.schedule import schedule

DOSSIER = UUID(int=1)
PAID = date(2026, 1, 15)
AMOUNT = Money(1_200_00)
FACTS = AdvanceFacts(AMOUNT, date(2025, 12, 10), date(2026, 6, 10))
TERMS = AdvanceTerms(AMOUNT, 12, PAID, roll=DueDateRoll.NONE)
"""Twelve instalments of 100 euros, on the 15th of each month from February 2026."""


class Events:
    """Events of one advance, in their order of entry."""

    def __init__(self):
        self.made = []

    def add(self, kind, on, euros=0, **parts):
        amount = Money(round(euros * 100))
        sequence = len(self.made) + 1
        draft = AdvanceEventDraft(kind, on, amount, **parts)
        entered = datetime(2026, 1, 1, tzinfo=UTC)
        event = AdvanceEvent(UUID(int=100 + sequence), DOSSIER, sequence, entered, draft)
        self.made.append(event)
        return event

    def pay(self, on, euros, early=EarlyAllocation.NEXT):
        return self.add(Kind.REPAYMENT, on, euros, early=early)

    def reverse(self, event, on, kind=Kind.REVERSAL):
        return self.add(kind, on, reverses_id=event.id)


def released(euros=1200, on=PAID):
    """Return the events of an advance whose agreement is signed and whose money is paid."""
    events = Events()
    events.add(Kind.AGREEMENT_SIGNED, date(2026, 1, 2))
    events.add(Kind.DISBURSEMENT, on, euros)
    return events


def version(number=1, reason=ScheduleReason.CONTRACT, on=date(2026, 1, 2), **parts):
    """Return a frozen schedule: that of the contract, unless it is said otherwise."""
    made = {"terms": TERMS, "rows": schedule(TERMS).rows, "kept": frozenset()} | parts
    return ScheduleVersion(
        id=UUID(int=200 + number),
        dossier_id=DOSSIER,
        version=number,
        reason=reason,
        decision_number="2025-D001",
        effective_on=on,
        sha256="",
        note="",
        made_at=datetime(2026, 1, 1, tzinfo=UTC),
        **made,
    )
