"""What the printed statement of the fund says."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from alize_desktop.models.enums import AdvanceEventKind, FundMovementKind
from alize_desktop.models.records.fund import (
    FundClosing,
    FunderShare,
    FundLine,
    FundPeriod,
    FundStatement,
)
from alize_desktop.models.records.fund_book import FundPaperRecord
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.fund_statements import (
    closing_facts,
    equation_total,
    figure_rows,
    funder_rows,
    movement_rows,
    movement_total,
    period_title,
    statement_standing,
    statement_title,
    term_rows,
)

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
EMPTY = FundStatement(LAST, *(ZERO,) * 15, advances=0)
STATEMENT = replace(
    EMPTY,
    contributions=Money(30_000_00),
    disbursed=Money(12_000_00),
    cash=Money(18_000_00),
    available=Money(18_000_00),
    outstanding=Money(12_000_00),
    advances=1,
    funders=(
        FunderShare("Région", is_public=True, contributed=Money(20_000_00), basis_points=6_667),
        FunderShare("Mécène", is_public=False, contributed=Money(9_000_00), basis_points=3_000),
        FunderShare("Non précisé", False, Money(1_000_00), 333, is_named=False),
    ),
)
GIVEN = FundLine(
    FIRST,
    FundMovementKind.CONTRIBUTION,
    FundMovementKind.CONTRIBUTION,
    "Région",
    "",
    "VIR 1",
    Money(30_000_00),
    Money(30_000_00),
)
LENT = FundLine(
    LAST,
    AdvanceEventKind.DISBURSEMENT,
    AdvanceEventKind.DISBURSEMENT,
    "Œillet",
    "2026-014",
    "",
    Money(-12_000_00),
    Money(18_000_00),
)
PERIOD = FundPeriod(FIRST, LAST, EMPTY, STATEMENT, (GIVEN, LENT))
RECORD = FundPaperRecord(Programme("Côte-d’Or"), PaperIdentity(), PERIOD)
CLOSING = FundClosing(
    UUID(int=1), 1, LAST, STATEMENT, "ab" * 32, "Odile Perrin", datetime(2027, 1, 9, tzinfo=UTC)
)


def plain(row):
    return tuple(each.replace("\u00a0", " ") for each in row)


def test_a_day_is_told_as_closed_or_not():
    assert statement_title(RECORD) == "État du fonds au 31 décembre 2026"
    assert "peuvent encore changer" in statement_standing(RECORD)
    assert "arrêtés avec ceux de sa période" in statement_standing(replace(RECORD, is_settled=True))
    closed = replace(RECORD, closing=CLOSING, closed_on=date(2027, 1, 9))
    assert statement_standing(closed) == "Comptes arrêtés le 9 janvier 2027."
    assert closing_facts(CLOSING) == [
        ("Comptes arrêtés au", "31 décembre 2026"),
        ("Par", "Odile Perrin"),
    ]


def test_its_figures_add_up():
    assert plain(figure_rows(STATEMENT)[0])[:2] == ("Trésorerie", "18 000,00 €")
    assert plain(equation_total(STATEMENT)) == ("Total", "30 000,00 €")
    assert plain(term_rows((("Encours", Money(5)),))[0]) == ("Encours", "0,05 €")


def test_each_funder_has_its_part():
    assert [plain(each) for each in funder_rows(STATEMENT)] == [
        ("Région", "Public", "20 000,00 €", "66,67 %"),
        ("Mécène", "Privé", "9 000,00 €", "30 %"),
        ("Non précisé", "", "1 000,00 €", "3,33 %"),
    ]


def test_what_moved_is_told_from_the_first_cash_to_the_last():
    before, given, lent = movement_rows(PERIOD)
    assert plain((before.what, before.on, before.cash)) == ("Trésorerie au début", "", "0,00 €")
    assert (given.on, given.whose, given.number) == ("01/01/2026", "Région, VIR 1", "")
    assert plain((given.entered, given.left, given.cash)) == ("30 000,00 €", "", "30 000,00 €")
    assert plain((lent.entered, lent.left, lent.cash)) == ("", "12 000,00 €", "18 000,00 €")
    assert (lent.whose, lent.number) == ("Œillet", "2026-014")
    assert plain(movement_total(PERIOD))[3:] == ("30 000,00 €", "12 000,00 €", "18 000,00 €")


def test_the_days_of_its_movements_are_told():
    assert period_title(PERIOD) == "Mouvements du 1er janvier 2026 au 31 décembre 2026"
    assert period_title(replace(PERIOD, first=LAST)) == "Mouvements du 31 décembre 2026"
