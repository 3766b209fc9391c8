"""What the figures of the fund mean, and why they add up."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.models.records.fund import FundStatement
from alize_desktop.models.values import ZERO, Money
from alize_desktop.wording.fund_figures import (
    fund_figures,
    public_remark,
    share_text,
    total_of,
    where_from,
    where_to,
)

STATEMENT = FundStatement(
    on=date(2026, 12, 31),
    contributions=Money(90_000_00),
    withdrawals=Money(2_500_00),
    fees=Money(120_00),
    disbursed=Money(17_000_00),
    received=Money(500_00),
    refunded=ZERO,
    recovered=ZERO,
    written_off=ZERO,
    cash=Money(70_880_00),
    committed=Money(15_000_00),
    credits=ZERO,
    available=Money(55_880_00),
    outstanding=Money(16_500_00),
    losses=ZERO,
    late=ZERO,
    advances=2,
)


def test_what_the_funders_say_is_told_when_the_rules_use_another_part():
    told = public_remark(Decimal("29.41"), Decimal(100)).replace("\u00a0", " ")
    assert told == "Le fonds est public à 29,41 % d’après ses financeurs."
    assert public_remark(Decimal(100), Decimal(100)) == ""
    assert public_remark(None, Decimal(100)) == ""


def test_each_figure_is_explained():
    figures = fund_figures(STATEMENT)
    assert [each.label for each in figures] == [
        "Trésorerie",
        "Engagé, non versé",
        "Disponible",
        "Encours",
        "En retard",
        "Pertes",
    ]
    assert figures[3].meaning == "Versé et restant dû, sur 2 avances."
    assert not any(each.is_bad for each in figures)


def test_what_somebody_has_to_look_at_is_told():
    short = replace(STATEMENT, available=Money(-1), late=Money(1))
    bad = [each.label for each in fund_figures(short) if each.is_bad]
    assert bad == ["Disponible", "En retard"]
    assert "promis plus qu’il n’a" in fund_figures(short)[2].meaning


def test_both_sides_of_a_statement_are_equal():
    assert total_of(where_from(STATEMENT)) == total_of(where_to(STATEMENT)) == Money(87_380_00)


@pytest.mark.parametrize(
    ("points", "text"), [(10_000, "100 %"), (4_571, "45,71 %"), (0, "0 %"), (6_250, "62,5 %")]
)
def test_a_share_is_told_in_percent(points, text):
    assert share_text(points).replace("\u00a0", " ") == text
