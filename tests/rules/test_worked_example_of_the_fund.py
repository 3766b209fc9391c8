"""The example of the chapter « Le fonds » of the calculation page, reckoned again."""

from datetime import date
from pathlib import Path
from uuid import UUID

from alize_desktop.models.enums import AdvanceEventKind as Kind
from alize_desktop.models.enums import FundMovementKind
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.allocation import Owed
from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.fund import AdvanceTotals, Giver, statement
from alize_desktop.rules.fund_forecast import Dated, Flows, first_month_for, forecast
from alize_desktop.rules.replay import MoneyEvent, replay
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.fund_figures import share_text
from alize_desktop.wording.fund_months import month_name
from tests.fund_records import movement

PAGE = (Path(__file__).parents[2] / "docs" / "regles-de-calcul.md").read_text(encoding="utf-8")
CHAPTER = PAGE.split("## Le fonds\n")[1].split("\n## ")[0]
TODAY = date(2026, 6, 30)
REGION = UUID(int=1)
MOVED = (
    movement(1, FundMovementKind.CONTRIBUTION, date(2026, 1, 5), 30_000, funder_id=REGION),
    movement(2, FundMovementKind.WITHDRAWAL, date(2026, 1, 6), 2_000, funder_id=REGION),
    movement(3, FundMovementKind.FEE, date(2026, 1, 7), 300),
)


def euros(amount):
    return Money(amount * 100)


def text(amount):
    return money_short(amount, " ").replace("\u00a0", " ")


def advance(lent, *events):
    """Return what the events of an advance, one a day, come to."""
    happened = [MoneyEvent(Kind.DISBURSEMENT, date(2026, 2, 1), euros(lent))]
    for day, (kind, amount) in enumerate(events, start=2):
        happened.append(MoneyEvent(kind, date(2026, 2, day), euros(amount)))
    found = replay((Owed(date(2026, 2, 1), euros(lent)),), happened, released=False)
    return AdvanceTotals(
        disbursed=found.disbursed,
        received=found.received,
        refunded=found.refunded,
        recovered=found.recovered,
        written_off=found.given_up,
        outstanding=found.outstanding,
        credit=found.credit,
    )


ADVANCES = (
    advance(12_000, (Kind.REPAYMENT, 2_500), (Kind.LOSS, 9_500), (Kind.RECOVERY, 800)),
    advance(4_000, (Kind.REPAYMENT, 4_200)),
    advance(10_000, (Kind.REPAYMENT, 1_000)),
    AdvanceTotals(committed=euros(15_000)),
)
FOUND = statement(TODAY, euros(50_000), MOVED, ADVANCES, {None: Giver(""), REGION: Giver("Région")})


def test_each_figure_is_that_of_the_table():
    figures = {
        "abondements": FOUND.contributions,
        "trésorerie": FOUND.cash,
        "engagé, non versé": FOUND.committed,
        "trop-perçus": FOUND.credits,
        "disponible": FOUND.available,
        "encours": FOUND.outstanding,
        "pertes": FOUND.losses,
    }
    told = {
        cells[0]: cells[2]
        for line in CHAPTER.splitlines()
        if len(cells := line.strip("| ").split(" | ")) == 3
    }
    assert {name: told[name] for name in figures} == {
        name: text(amount) for name, amount in figures.items()
    }


def test_its_two_sides_agree():
    brought = FOUND.contributions - FOUND.withdrawals - FOUND.fees + FOUND.credits
    assert brought == FOUND.cash + FOUND.outstanding + FOUND.losses
    sides = f"80 000 − 2 000 − 300 + 200 = 60 200 + 9 000 + 8 700 = {text(brought)}"
    assert sides in CHAPTER


def test_the_share_of_a_funder():
    region = FOUND.funders[1]
    assert (region.funder, region.contributed) == ("Région", euros(28_000))
    share = share_text(region.basis_points).replace("\u00a0", " ")
    assert f"28 000 € sur 78 000 €, soit {share}" in CHAPTER


def test_when_it_can_lend():
    back = tuple(Dated(add_months(date(2026, 9, 15), 3 * rank), euros(1_000)) for rank in range(9))
    flows = Flows(
        repayments=back,
        contributions=(Dated(date(2027, 1, 4), euros(30_000)),),
        releases=(Dated(TODAY, euros(15_000)),),
        grants=(Dated(date(2026, 10, 12), euros(40_000)),),
    )
    assert sum((each.amount for each in back), ZERO) == FOUND.outstanding
    comes = forecast(FOUND, flows)
    available = {each.month: text(each.available) for each in comes.months}
    told = [available[date(2026, month, 1)] for month in (6, 9, 10, 12)]
    told.append(available[date(2027, 1, 1)])
    assert (
        "{} en juin, {} en septembre, {} en octobre, {} en décembre, {} en janvier 2027".format(
            *told
        )
        in CHAPTER
    )
    answer = month_name(first_month_for(comes, euros(15_000)))
    assert f"Réponse : {answer}, et non juin 2026." in CHAPTER.replace("\u00a0", " ")
