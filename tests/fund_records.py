"""A fund made by hand: what moved, where it stands, what comes."""

from datetime import UTC, date, datetime
from uuid import UUID

from alize_desktop.models.enums import AdvanceEventKind, FundMovementKind
from alize_desktop.models.records.fund import (
    FundLine,
    FundMovement,
    FundMovementDraft,
    FundPeriod,
)
from alize_desktop.models.records.fund_book import FundBookRecord
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.fund import AdvanceTotals, Giver, signed_amount, statement
from alize_desktop.rules.fund_forecast import Dated, Flows, forecast

Kind, Moved = AdvanceEventKind, FundMovementKind

TODAY = date(2026, 6, 30)
OPENING = Money(20_000_00)
REGION = UUID(int=901)
GIVERS = {None: Giver("Non précisé"), REGION: Giver("=Région Grand Est", is_public=True)}


def movement(number, kind, day, euros, **more):
    draft = FundMovementDraft(kind, day, Money(euros * 100), author="O. Perrin", **more)
    return FundMovement(UUID(int=number), number, datetime(2026, 1, 5, tzinfo=UTC), draft)


MOVEMENTS = (
    movement(1, Moved.CONTRIBUTION, date(2026, 1, 5), 60_000, funder_id=REGION),
    movement(2, Moved.WITHDRAWAL, date(2026, 2, 2), 5_000, funder_id=REGION),
    movement(3, Moved.FEE, date(2026, 2, 9), 120),
    movement(4, Moved.FEE, date(2026, 2, 10), 30),
    movement(5, Moved.REVERSAL, date(2026, 2, 11), 30, reverses_id=UUID(int=4)),
)
ADVANCES = (
    AdvanceTotals(
        disbursed=Money(12_000_00),
        received=Money(1_500_00),
        refunded=Money(100_00),
        outstanding=Money(10_800_00),
        credit=Money(200_00),
        late=Money(500_00),
    ),
    AdvanceTotals(
        disbursed=Money(8_000_00),
        received=Money(1_000_00),
        recovered=Money(400_00),
        written_off=Money(7_000_00),
        committed=ZERO,
    ),
    AdvanceTotals(committed=Money(9_000_00)),
)
_MONEY = (
    (date(2026, 3, 2), Kind.DISBURSEMENT, Kind.DISBURSEMENT, -12_000),
    (date(2026, 3, 3), Kind.DISBURSEMENT, Kind.DISBURSEMENT, -8_000),
    (date(2026, 5, 4), Kind.REPAYMENT, Kind.REPAYMENT, 1_500),
    (date(2026, 5, 4), Kind.REPAYMENT, Kind.REPAYMENT, 1_750),
    (date(2026, 5, 5), Kind.REJECTED_DEBIT, Kind.REPAYMENT, -750),
    (date(2026, 5, 6), Kind.REFUND, Kind.REFUND, -100),
    (date(2026, 6, 8), Kind.RECOVERY, Kind.RECOVERY, 400),
)


def lines():
    """Return what moved, with the cash after each."""
    kinds = {each.id: each.draft.kind for each in MOVEMENTS}
    cash, found = OPENING, []
    moved = [
        (each.draft.value_on, each.draft.kind, back, signed_amount(each.draft, back), "", "")
        for each in MOVEMENTS
        for back in (kinds.get(each.draft.reverses_id),)
    ]
    moved += [
        (day, kind, counts_as, Money(euros * 100), "Menuiserie Œillet", "2026-014")
        for day, kind, counts_as, euros in _MONEY
    ]
    for day, kind, counts_as, amount, who, number in moved:
        cash += amount
        found.append(FundLine(day, kind, counts_as or kind, who, number, "V 1", amount, cash))
    return tuple(found)


# the second advance was repaid 1 000 € before it was lost: 1 750 € and its rejection make it
CLOSING = statement(TODAY, OPENING, MOVEMENTS, ADVANCES, GIVERS)
FLOWS = Flows(
    repayments=tuple(Dated(date(2026, month, 5), Money(900_00)) for month in range(7, 13)),
    contributions=(Dated(date(2027, 1, 4), Money(30_000_00)),),
    withdrawals=(Dated(date(2026, 9, 1), Money(250_00)),),
    releases=(Dated(date(2026, 7, 20), Money(9_000_00)),),
    grants=(Dated(date(2026, 10, 12), Money(40_000_00)),),
)
BOOK = FundBookRecord(
    programme=Programme("Meuse", operator="CCI"),
    period=FundPeriod(
        date(2026, 1, 5), TODAY, statement(date(2026, 1, 4), OPENING, (), ()), CLOSING, lines()
    ),
    forecast=forecast(CLOSING, FLOWS, Money(500_00)),
)
_NOTHING = statement(TODAY, None, (), ())
NOTHING_MOVED = FundBookRecord(
    programme=Programme("Meuse"),
    period=FundPeriod(TODAY, TODAY, _NOTHING, _NOTHING, ()),
    forecast=forecast(_NOTHING, Flows()),
)
