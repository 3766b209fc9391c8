"""The examples of the calculation page, reckoned again."""

from datetime import date
from pathlib import Path

import pytest

from alize_desktop.errors import UserError
from alize_desktop.models.enums import AdvanceEventKind as Kind
from alize_desktop.models.enums import (
    EarlyAllocation,
    HolidayCalendar,
    InstalmentState,
    ScheduleReason,
)
from alize_desktop.models.records.advances import AmendmentDraft
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.schedules import AdvanceTerms
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.ageing import next_step
from alize_desktop.rules.allocation import Owed
from alize_desktop.rules.amendments import amended
from alize_desktop.rules.due_dates import months_between
from alize_desktop.rules.positions import AdvanceFacts, position
from alize_desktop.rules.replay import MoneyEvent, replay
from alize_desktop.rules.schedule import schedule
from alize_desktop.wording.amounts import money_short
from alize_desktop.wording.dates import short_date
from tests.advance_events import released, version

PAGE = (Path(__file__).parents[2] / "docs" / "regles-de-calcul.md").read_text(encoding="utf-8")
PAID = date(2026, 3, 16)
AMOUNT = Money(12_000_00)
FACTS = AdvanceFacts(AMOUNT, date(2026, 2, 1))
TERMS = AdvanceTerms(AMOUNT, 48, PAID, deferral=12, every=3)
ROWS = schedule(TERMS).rows
CONTRACT = version(terms=TERMS, rows=ROWS)
FIRST, SECOND = ROWS[0].due, ROWS[1].due
RULES = MoneyRules()


def chapter(title):
    return PAGE.split(f"## {title}\n")[1].split("\n## ")[0]


def text(value):
    """Return an amount or a day as the page writes it."""
    if isinstance(value, date):
        return short_date(value)
    return money_short(value, " ").replace("\u00a0", " ")


def at(events, on, under=CONTRACT):
    return position(FACTS, under, events.made, on)


def started():
    return released(12_000, PAID)


def test_the_life_of_the_example():
    page = chapter("La vie d’une avance")
    assert f"{text(AMOUNT)} versés le {text(PAID)} pour 48 mois" in page
    assert f"{len(ROWS)} échéances trimestrielles de {text(ROWS[0].amount)}" in page
    assert f"le {text(FIRST)}, la dernière le {text(ROWS[-1].due)}" in page
    events = started()
    events.pay(SECOND, 2500)
    events.add(Kind.LOSS, date(2029, 2, 1), 9500)
    events.add(Kind.RECOVERY, date(2029, 6, 1), 800)
    found = at(events, date(2029, 6, 1))
    assert found.outstanding == ZERO
    assert f"Restant dû : 12 000 − 2 500 − 9 500 = {text(found.outstanding)}" in page
    assert f"9 500 − 800 = {text(found.written_off - found.recovered)}" in page


def numbered(amounts, wanted):
    return [number for number, each in enumerate(amounts, start=1) if each.minor == wanted * 100]


@pytest.mark.parametrize(
    ("early", "full", "line"),
    [
        (EarlyAllocation.NEXT, [5, 6, 7, 8, 9, 10, 11, 12], "n° 4 : 500 €, n° 5 à 12 : 1 000 € |"),
        (EarlyAllocation.LAST, [3, 4, 5, 6, 7, 8, 9, 10], "n° 3 à 10 : 1 000 €, n° 11 : 500 € |"),
    ],
)
def test_what_comes_early_goes_to_the_next_or_to_the_last(early, full, line):
    page = chapter("Les encaissements")
    events = started()
    events.pay(FIRST, 1000)
    events.pay(SECOND, 2500, early)
    remaining = [row.remaining for row in at(events, SECOND).rows]
    assert numbered(remaining, 1000) == full
    assert numbered(remaining, 500) == [4 if early is EarlyAllocation.NEXT else 11]
    assert line in page


def test_what_comes_early_may_be_spread():
    page = chapter("Les encaissements")
    events = started()
    events.pay(FIRST, 1000)
    events.pay(SECOND, 2500, EarlyAllocation.SPREAD)
    rows = at(events, SECOND).rows[2:]
    assert {row.paid for row in rows} == {Money(150_00)}
    assert {row.remaining for row in rows} == {Money(850_00)}
    assert f"150 € sur chacune des {len(rows)} à venir | n° 3 à 12 : 850 €" in page
    nine = [Owed(row.due, row.amount) for row in ROWS[:9]]
    found = replay(nine, [MoneyEvent(Kind.REPAYMENT, PAID, Money(10000), EarlyAllocation.SPREAD)])
    low, high = sorted(set(found.paid))
    assert f"donne {text(low)} à chacune, {text(high)} à la dernière" in page


def test_a_rejected_debit_of_the_example():
    page = chapter("Les encaissements")
    events = started()
    debit = events.pay(FIRST, 1000)
    rejected_on = date(2027, 6, 21)
    events.reverse(debit, rejected_on, Kind.REJECTED_DEBIT)
    late = at(events, rejected_on)
    assert f"rejeté le {text(rejected_on)}" in page
    assert f"elle a {late.days_late} jours de retard" in page
    events.pay(SECOND, 2500)
    found = at(events, SECOND)
    assert [row.paid.minor for row in found.rows[:4]] == [100000, 100000, 50000, 0]


def test_the_amendment_of_the_example():
    page = chapter("Les avenants")
    events = started()
    events.pay(FIRST, 1000)
    events.pay(SECOND, 2500)
    day = date(2028, 2, 1)
    draft = AmendmentDraft(ScheduleReason.RESCHEDULING, day, date(2028, 9, 18), 10, 3, None)
    found = amended([CONTRACT], at(events, day), draft, RULES, HolidayCalendar.METROPOLE)
    new = [row for row in found.rows if row.number not in found.kept]
    fourth = found.rows[3]
    assert f"avenant du {text(day)} place {len(new)} échéances" in page
    assert f"Il reste {text(found.terms.amount)} : 10 × {text(new[0].amount)}" in page
    assert {row.amount for row in new} == {new[0].amount}
    assert f"garde {text(fourth.amount)} au {text(fourth.due)}" in page
    months = months_between(PAID, new[-1].theoretical)
    assert f"le {text(new[-1].due)}, au {months}e mois : moins de {RULES.longest_months}" in page


def test_the_steps_of_the_example():
    page = chapter("Les retards")
    events = started()
    on = date(2027, 8, 20)
    shown = {}
    for kind in (Kind.REMINDER, Kind.FORMAL_NOTICE, Kind.ACCELERATION):
        step = next_step(at(events, on), events.made, RULES)
        assert step.kind is kind
        shown[kind] = text(step.on)
        events.add(kind, step.on)
    assert f"Relance à partir du {shown[Kind.REMINDER]}" in page
    assert f"mise en demeure à partir du {shown[Kind.FORMAL_NOTICE]}" in page
    assert f"exigibilité à partir du {shown[Kind.ACCELERATION]}" in page


def test_the_moratorium_of_the_example():
    page = chapter("Les retards")
    events = started()
    events.add(Kind.REMINDER, date(2027, 6, 24))
    first, last, on = date(2027, 7, 1), date(2027, 9, 30), date(2027, 10, 10)
    events.add(Kind.MORATORIUM, first, until=last)
    during = at(events, last)
    assert all(row.state is not InstalmentState.LATE for row in during.rows)
    found = at(events, on)
    step = next_step(found, events.made, RULES)
    assert step.kind is Kind.FORMAL_NOTICE
    assert (
        f"moratoire du {text(first)} au {text(last)}, elle a {found.days_late} jours de retard"
        f" le {text(on)} : 14 avant, 10 après ; la mise en demeure est possible"
        f" à partir du {text(step.on)}"
    ) in page


def test_the_durations_proposed_for_one_euro():
    page = chapter("L’échéancier")
    terms = AdvanceTerms(Money(100), 60, PAID)
    with pytest.raises(UserError) as refused:
        schedule(terms)
    below, above = refused.value.params["nearest"]
    assert f"pour {text(terms.amount)} sur {terms.months} mois, {below} ou {above} mois" in page
