"""Records of schedule workbooks, made by hand: decided, then signed, paid, late, amended."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from alize_desktop.models.enums import (
    AdvanceEventKind,
    AdvanceState,
    AgeingBucket,
    Civility,
    ConditionKind,
    DecisionOutcome,
    InstalmentState,
    ScheduleReason,
)
from alize_desktop.models.records.advances import (
    AdvanceEvent,
    AdvanceEventDraft,
    AdvancePosition,
    InstalmentPosition,
    ScheduleVersion,
)
from alize_desktop.models.records.decisions import Condition, Decision, DecisionDraft
from alize_desktop.models.records.dossiers import CompanyDetails, DossierSheet, ProjectDetails
from alize_desktop.models.records.minutes import ScheduleRecord
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.schedule import schedule

NAME = "=1+1 Conseil & Fils <SARL>"
PAID_ON = date(2026, 11, 23)
TODAY = date(2028, 6, 15)
TERMS = AdvanceTerms(Money(1_000_000), 48, PAID_ON, deferral=12, every=3)
ADVANCE = UUID(int=99)

_DRAFT = DecisionDraft(
    DecisionOutcome.APPROVED_WITH_CONDITIONS,
    TERMS.amount,
    conditions=(
        Condition("Accord de la banque", ConditionKind.PRECEDENT, date(2027, 2, 28)),
        Condition("Point annuel", ConditionKind.FOLLOW_UP),
    ),
)
DECIDED = ScheduleRecord(
    programme=Programme("Côte-d'Or", operator="CCI"),
    number="2026-002",
    sheet=DossierSheet(
        number="2026-002",
        company=CompanyDetails(
            NAME,
            "999827686",
            legal_form="SA",
            postcode="88000",
            town="Épinal",
            manager_name="François Le Bihan",
            manager_civility=Civility.MONSIEUR,
        ),
        filed_on=date(2026, 8, 22),
        project=ProjectDetails(aim="Site marchand"),
    ),
    decision=Decision(
        UUID(int=1),
        "2026-D003",
        "CA-2026-01",
        datetime(2026, 11, 23, 23, 30, tzinfo=UTC),
        _DRAFT,
        "",
        "Adopté : 12 pour, 3 contre.",
    ),
    schedule=schedule(TERMS),
    is_decided=True,
    paid_on=PAID_ON,
)


def event(number, kind, on, amount=0, **more):
    """Return a recorded event, entered on the day it counts, late in the evening in UTC."""
    is_reversed = more.pop("is_reversed", False)
    undone = more.pop("undone", None)
    draft = AdvanceEventDraft(
        kind,
        on,
        Money(amount),
        author="A. Roussel",
        reverses_id=UUID(int=undone) if undone else None,
        **more,
    )
    entered = datetime(on.year, on.month, on.day, 23, 30, tzinfo=UTC)
    return AdvanceEvent(UUID(int=number), ADVANCE, number, entered, draft, is_reversed)


_KIND = AdvanceEventKind
EVENTS = (
    event(1, _KIND.AGREEMENT_SIGNED, date(2026, 11, 20)),
    event(2, _KIND.DISBURSEMENT, PAID_ON, 1_000_000, reference="VIR 4471"),
    event(3, _KIND.REPAYMENT, date(2028, 2, 20), 83_333, reference="=VIR 11"),
    event(4, _KIND.REPAYMENT, date(2028, 5, 20), 83_333, is_reversed=True),
    event(5, _KIND.REJECTED_DEBIT, date(2028, 5, 27), 83_333, undone=4, note="Rejet MS03"),
    event(6, _KIND.REPAYMENT, date(2028, 6, 1), 50_000),
    event(7, _KIND.REMINDER, date(2028, 6, 5), note="Courrier simple"),
)

VERSION = ScheduleVersion(
    id=UUID(int=50),
    dossier_id=ADVANCE,
    version=1,
    reason=ScheduleReason.CONTRACT,
    decision_number="2026-D003",
    effective_on=date(2026, 11, 20),
    terms=TERMS,
    rows=DECIDED.schedule.rows,
    kept=frozenset(),
    sha256="9f2b" * 16,
    note="",
    made_at=datetime(2026, 11, 20, tzinfo=UTC),
)


def positioned(rows, paid):
    """Return where rows stand when the first ones received some centimes."""
    told = []
    for row, received in zip(rows, [*paid, *[0] * len(rows)], strict=False):
        left = row.amount - Money(received)
        state = InstalmentState.TO_COME
        if not left:
            state = InstalmentState.PAID
        elif row.due < TODAY:
            state = InstalmentState.LATE
        told.append(InstalmentPosition(row, Money(received), ZERO, left, state))
    return tuple(told)


POSITION = AdvancePosition(
    on=TODAY,
    state=AdvanceState.RUNNING,
    rows=positioned(VERSION.rows, [83_333, 50_000]),
    disbursed=TERMS.amount,
    received=Money(133_333),
    refunded=ZERO,
    recovered=ZERO,
    written_off=ZERO,
    outstanding=Money(866_667),
    credit=ZERO,
    overdue=Money(33_333),
    bucket=AgeingBucket.UP_TO_29,
    days_late=22,
    next_due=VERSION.rows[2].due,
    next_amount=VERSION.rows[2].amount,
)
LATE = replace(DECIDED, version=VERSION, versions=(VERSION,), events=EVENTS, position=POSITION)


def of_terms(record=DECIDED, **terms):
    """Return a record of other terms."""
    changed = schedule(replace(record.schedule.terms, **terms))
    return replace(record, schedule=changed)
