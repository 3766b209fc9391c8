"""The record of one late advance, made by hand, and its variants."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from alize_desktop.models.enums import (
    AdvanceEventKind,
    AdvanceState,
    AgeingBucket,
    ConditionEventKind,
    InstalmentState,
)
from alize_desktop.models.records.advances import (
    AdvanceDetail,
    AdvanceEvent,
    AdvanceEventDraft,
    AdvancePosition,
    AdvanceRow,
    InstalmentPosition,
)
from alize_desktop.models.records.decisions import ConditionState
from alize_desktop.models.records.money_papers import AdvancePaperRecord
from alize_desktop.models.records.money_rules import BankAccount, MoneyRules
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.schedule import schedule
from tests.dossier_records import APPROVAL, COMPANY, CONDITIONS, DAY, paper_record

PAID_ON = date(2026, 4, 20)
TODAY = date(2027, 10, 28)
AMOUNT = Money(15_000_00)
FIRST_RECEIVED = Money(850_00)
ROWS = schedule(AdvanceTerms(AMOUNT, 48, PAID_ON, deferral=12, every=3)).rows

ACCOUNT = BankAccount(
    UUID(int=1), COMPANY.siren, "Menuiserie Œillet", "FR7630006000011234567890189", "AGRIFRPP"
)
RULES = MoneyRules(
    payment_files=True,
    creditor_name="Alizé Côte-d’Or",
    creditor_iban="FR7630001007941234567890185",
    creditor_bic="BDFEFRPP",
    creditor_identifier="FR72ZZZ123456",
)


def event(kind, on, amount=ZERO, number=1, *, is_reversed=False, **more):
    """Return a recorded event."""
    draft = AdvanceEventDraft(kind, on, amount, **more)
    entered = datetime(2026, 4, 20, 9, 0, tzinfo=UTC) + timedelta(hours=number)
    return AdvanceEvent(UUID(int=number), UUID(int=14), number, entered, draft, is_reversed)


SIGNED = event(AdvanceEventKind.AGREEMENT_SIGNED, date(2026, 4, 8), number=1)
PAID = event(
    AdvanceEventKind.DISBURSEMENT, PAID_ON, AMOUNT, 2, reference="VIR 2026-31", author="O. Perrin"
)
RECEIVED = event(AdvanceEventKind.REPAYMENT, date(2027, 7, 22), FIRST_RECEIVED, 3)
REMINDED = event(AdvanceEventKind.REMINDER, date(2027, 7, 30), number=4)
EVENTS = (SIGNED, PAID, RECEIVED, REMINDED)


def position(on=TODAY, received=FIRST_RECEIVED, **changes):
    """Return where the advance stands, its first rows being paid by what was received."""
    rows, left = [], received.minor
    for each in ROWS:
        paid = min(left, each.amount.minor)
        left -= paid
        rows.append(_row(each, paid, on))
    late = [each for each in rows if each.state is InstalmentState.LATE]
    where = AdvancePosition(
        on=on,
        state=AdvanceState.RUNNING,
        rows=tuple(rows),
        disbursed=AMOUNT,
        received=received,
        refunded=ZERO,
        recovered=ZERO,
        written_off=ZERO,
        outstanding=AMOUNT - received,
        credit=ZERO,
        overdue=Money(sum(each.remaining.minor for each in late)),
        bucket=AgeingBucket.FROM_90 if late else AgeingBucket.NOT_LATE,
        days_late=max((each.days_late for each in late), default=0),
    )
    return replace(where, **changes)


def _row(instalment, paid, on):
    remaining = Money(instalment.amount.minor - paid)
    days = max((on - instalment.due).days, 0) if remaining else 0
    state = InstalmentState.LATE if days else InstalmentState.TO_COME
    if not remaining:
        state = InstalmentState.PAID
    return InstalmentPosition(instalment, Money(paid), ZERO, remaining, state, days)


def advance(where=None, events=EVENTS, left=ZERO):
    """Return the advance that the screen shows."""
    row = AdvanceRow(
        dossier_id=UUID(int=14),
        number="2026-014",
        company=COMPANY.name,
        town=COMPANY.town,
        siren=COMPANY.siren,
        granted_on=DAY,
        amount=AMOUNT,
        paid_on=PAID_ON,
        lapses_on=None,
        position=where or position(),
    )
    return AdvanceDetail(row, "2026-D003", (), (), events, (), left)


def late_record(where=None, **changes):
    """Return what the papers of the advance say."""
    detail = advance(where or position())
    conditional = replace(APPROVAL, conditions=CONDITIONS)
    record = AdvancePaperRecord(
        paper_record(conditional, today=detail.row.position.on), detail, RULES, ACCOUNT
    )
    return replace(record, **changes)


def met(record):
    """Return the same, its first condition met."""
    first, *others = record.paper.conditions
    state: ConditionState = replace(first, last=ConditionEventKind.MET, is_pending=False)
    return replace(record, paper=replace(record.paper, conditions=(state, *others)))
