"""What the committee is told that the fund can lend, whatever happened to its advances."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from alize_desktop.models.enums import AdvanceEventKind, FundMovementKind
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.fund import FundMovementDraft
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.values import Money
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.due_dates import add_months
from alize_desktop.services import fund_left
from alize_desktop.services.fund_left import read_committed, read_left
from alize_desktop.services.minutes_fund import fund_of
from alize_desktop.services.programme import read_programme

pytestmark = pytest.mark.retold

ONE, TWO = "2026-013", "2026-001"
GRANTED = Money(29_000_00)
PAID = date(2026, 12, 10)
WHO = "Odile Perrin"
Kind = AdvanceEventKind


def give(office, euros, day=date(2026, 11, 20)):
    kind = FundMovementKind.CONTRIBUTION
    office.services.fund.record(FundMovementDraft(kind, day, Money(euros * 100), author=WHO))


def pay(office, amount=12_000):
    office.clock.now = datetime(2026, 12, 10, 9, 0, tzinfo=UTC)
    dossier = office.dossier(ONE)
    office.services.advances.sign(dossier, date(2026, 12, 1), PAID, WHO)
    happens(office, Kind.DISBURSEMENT, PAID, amount)


def happens(office, kind, day, amount=0, **more):
    office.clock.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)
    draft = AdvanceEventDraft(kind, day, Money(amount * 100), author=WHO, **more)
    office.services.advances.record(office.dossier(ONE), draft)


def left(office, day, **more):
    with office.registry.read() as session:
        return read_left(session, read_programme(session), day, **more)


def test_the_sums_name_every_approval_and_the_usual_validity():
    assert all(fund_left._SUMS.count(f"'{each.value}'") == 2 for each in APPROVALS)
    assert f"'$.approval_months'), {CommitteeRules().approval_months})" in fund_left._SUMS


@pytest.mark.parametrize("held_on", [date(2026, 8, 31), date(2026, 11, 23), date(2027, 8, 30)])
def test_an_approval_lapses_on_the_day_that_the_rules_count(office, held_on):
    office.clock.now = datetime(held_on.year, held_on.month, held_on.day, 9, 0, tzinfo=UTC)
    give(office, 1, day=held_on)
    meeting = office.hold(TWO, held_on=held_on)
    office.approve(meeting, TWO)
    last = add_months(held_on, CommitteeRules().approval_months)
    with office.registry.read() as session:
        assert list(read_committed(session, last).values()) == [Money(5_500_00)]
        assert read_committed(session, date.fromordinal(last.toordinal() + 1)) == {}
        assert read_committed(session, date.fromordinal(held_on.toordinal() - 1)) == {}


def test_a_change_of_an_advance_that_runs_is_weighed_on_what_it_has(lending):
    pay(lending)
    before = left(lending, PAID).money
    apart = left(lending, PAID, apart_from=lending.dossier(ONE))
    assert apart.money == before + Money(12_000_00)
    happens(lending, Kind.REPAYMENT, date(2028, 3, 10), 1_000)
    meeting = lending.hold(ONE, complete=False, held_on=date(2028, 3, 13))
    item = lending.vote(meeting, ONE)
    lending.services.voting.proclaim(item)
    asked = lending.services.decisions.proposal(item)
    same = replace(asked, amount=Money(12_000_00), months=48, deferral=12, every=3)
    told = lending.services.decisions.consequences(item, same)
    assert told.fund_left == left(lending, date(2028, 3, 13)).money
    assert told.over_envelope is None


def test_money_that_moves_is_in_the_minutes(office):
    give(office, 40_000)
    meeting = office.hold(TWO)
    office.approve(meeting, TWO)
    with office.registry.read() as session:
        found = fund_of(session, read_programme(session), meeting)
    assert (found.before, found.granted) == (Money(140_000_00), Money(5_500_00))
    assert found.after == Money(134_500_00) == office.state(meeting).fund_left


@pytest.mark.parametrize(
    ("events", "gone"),
    [
        ([(Kind.REPAYMENT, 500)], 11_500),
        ([(Kind.REPAYMENT, 12_300)], 0),
        ([(Kind.REPAYMENT, 12_300), (Kind.REFUND, 300)], 0),
        ([(Kind.WAIVER, 2_000), (Kind.REPAYMENT, 10_400)], 2_000),
        ([(Kind.LOSS, 12_000), (Kind.RECOVERY, 700)], 11_300),
    ],
)
def test_it_is_what_the_statement_says(lending, events, gone):
    pay(lending)
    for number, (kind, amount) in enumerate(events, start=11):
        happens(lending, kind, date(2026, 12, number), amount, note="Accord")
    day = date(2026, 12, 10 + len(events))
    told = left(lending, day).money
    assert told == lending.services.fund.statement(day).available
    assert told == Money(100_000_00) - GRANTED + Money((12_000 - gone) * 100)


def test_what_came_in_excess_is_set_against_the_next_tranche(lending):
    happens_on = ((Kind.DISBURSEMENT, 5_000), (Kind.REPAYMENT, 8_500), (Kind.DISBURSEMENT, 5_000))
    lending.clock.now = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    lending.services.advances.sign(lending.dossier(ONE), date(2026, 12, 1), PAID, WHO)
    for number, (kind, amount) in enumerate(happens_on, start=10):
        happens(lending, kind, date(2026, 12, number), amount)
    day = date(2026, 12, 12)
    found = lending.services.advances.detail(lending.dossier(ONE), day).row.position
    assert (found.outstanding, found.credit) == (Money(1_500_00), Money(0))
    assert left(lending, day).money == lending.services.fund.statement(day).available


def test_what_a_reversed_signature_bound_lapses_as_before(lending):
    lending.clock.now = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    dossier, day = lending.dossier(ONE), date(2026, 12, 1)
    lending.services.advances.sign(dossier, day, PAID, WHO)
    late = date(2027, 6, 1)
    assert left(lending, late).money == Money(88_000_00)
    signed = lending.services.advances.detail(dossier, day).events[0]
    back = AdvanceEventDraft(Kind.REVERSAL, day, author=WHO, note="Faux", reverses_id=signed.id)
    lending.services.advances.reverse(signed.id, back)
    assert left(lending, late).money == Money(100_000_00)
