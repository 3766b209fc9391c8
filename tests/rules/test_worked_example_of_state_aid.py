"""The example of the chapter « Les aides d’État » of the calculation page, reckoned again."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from alize_desktop.models.enums import AidMethod, Collateral
from alize_desktop.models.records.money_rules import CEILING, MARGINS, MoneyRules
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import Money
from alize_desktop.rules.schedule import schedule
from alize_desktop.rules.state_aid import (
    advance_aid,
    grant_equivalent,
    reference_percent,
    weigh,
    window_start,
)
from alize_desktop.wording.amounts import money_short, money_text
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.labels import label

PAGE = (Path(__file__).parents[2] / "docs" / "regles-de-calcul.md").read_text(encoding="utf-8")
CHAPTER = PAGE.split("## Les aides d’État\n")[1].split("\n## ")[0]
DAY = date(2026, 3, 24)
ROWS = schedule(AdvanceTerms(Money(12_000_00), 36, DAY, 12, 12))
AID = advance_aid(ROWS, DAY, MoneyRules())


def text(amount):
    return money_text(amount, " ").replace("\u00a0", " ")


def short(amount):
    return money_short(amount, " ").replace("\u00a0", " ")


def worth(method, public=100):
    rates = (AID.basis.reference_percent, AID.basis.discount_percent)
    return grant_equivalent(ROWS, method, *rates, Decimal(public))


def test_the_rates_are_those_of_the_day():
    basis = AID.basis
    told = [f"{each} %".replace(".", ",") for each in (basis.base_percent, basis.reference_percent)]
    assert f"Exemple : {told[0]} + 400 points de base = {told[1]}." in CHAPTER
    assert f"Exemple : {basis.discount_percent} %.".replace(".", ",", 1) in CHAPTER


@pytest.mark.parametrize("margins", MARGINS, ids=lambda each: each.rating.value)
def test_the_margins_are_those_of_the_table(margins):
    base = Decimal(2)
    points = [
        (reference_percent(base, margins.rating, each, MARGINS) - base) * 100 for each in Collateral
    ]
    name = label(margins.rating).lower()
    row = next(each for each in CHAPTER.splitlines() if name in each.lower() and "|" in each)
    assert [int(each) for each in re.findall(r"\| (\d+) ", row)] == points


@pytest.mark.parametrize("method", AidMethod)
def test_each_method_gives_the_figure_of_the_table(method):
    name = "A, actuarielle" if method is AidMethod.A else label(method)
    (row,) = (each for each in CHAPTER.splitlines() if each.startswith(f"| {name}"))
    assert row.endswith(f"| {text(worth(method))} |")


def test_the_steps_of_the_methods_add_up():
    rate, discount = 0.0619, 0.0319
    now = [6_000 / (1 + rate) ** years for years in (2, 3)]
    interest = [
        outstanding * rate / (1 + discount) ** year
        for year, outstanding in enumerate((12_000, 12_000, 6_000), start=1)
    ]
    for figure in (*now, *interest):
        assert text(Money(round(figure * 100))) in CHAPTER
    assert worth(AidMethod.A) == Money(round((12_000 - sum(now)) * 100))
    assert worth(AidMethod.B) == Money(round(sum(interest) * 100))


def test_the_public_part_is_that_of_the_page():
    assert f"Exemple, à 60 % : {text(worth(AidMethod.A, 60))}." in CHAPTER


def test_the_window_and_the_ceiling_are_those_of_the_page():
    first = window_start(DAY)
    assert f"du {short_date(first)} au {short_date(DAY)}" in CHAPTER
    assert f"{short(CEILING)} par entreprise unique" in CHAPTER
    allowed = weigh(DAY, AID.grant_equivalent, [(first, Money(298_000_00))], CEILING)
    assert f"298 000 € déclarés le {short_date(first)}" in CHAPTER
    assert f"font {text(allowed.total)} ; il reste {text(allowed.left)}." in CHAPTER
    refused = weigh(DAY, AID.grant_equivalent, [(first, Money(299_000_00))], CEILING)
    assert not refused.is_allowed
    assert f"le total serait de {text(refused.total)} : refusée." in CHAPTER
