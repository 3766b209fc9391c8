"""The fund: fed, lent, repaid, closed; a statement at any date, and what comes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AdvanceEventKind,
    DecisionOutcome,
    FundMovementKind,
    ScheduleReason,
)
from alize_desktop.models.records.advances import AdvanceEventDraft, AmendmentDraft
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.fund import FundMovementDraft
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.due_dates import add_months
from alize_desktop.services.fund_left import read_left
from alize_desktop.services.fund_writing import digest
from alize_desktop.services.programme import read_programme

ONE, TWO, FOUR = "2026-013", "2026-014", "2026-019"  # 12 000, 12 000 and 5 000 are granted
TODAY = date(2026, 11, 23)
PAID = date(2026, 12, 10)
WHO = "Odile Perrin"
Kind, Moved = AdvanceEventKind, FundMovementKind
GRANTED = Money(29_000_00)


def euros(amount):
    return Money(amount * 100)


def at(office, day):
    """Make it another day."""
    office.clock.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


def give(office, amount, kind=Moved.CONTRIBUTION, day=TODAY, funder=None, **more):
    more = {"author": WHO, "funder_id": funder} | more
    return office.services.fund.record(FundMovementDraft(kind, day, euros(amount), **more))


def funder(office, name="Région", *, is_public=True):
    office.services.fund.save_funder(None, name, is_public=is_public)
    return next(each.id for each in office.services.fund.funders() if each.name == name)


def happens(office, kind, day, amount=0, number=ONE, **more):
    at(office, max(day, office.clock.now.date()))
    draft = AdvanceEventDraft(kind, day, euros(amount), author=WHO, **more)
    return office.services.advances.record(office.dossier(number), draft)


def sign(office, number=ONE, day=date(2026, 12, 1), paid_on=PAID):
    at(office, max(day, office.clock.now.date()))
    office.services.advances.sign(office.dossier(number), day, paid_on, WHO, "C-1")


def pay(office, number=ONE, amount=12_000, day=PAID):
    sign(office, number)
    happens(office, Kind.DISBURSEMENT, day, amount, number)


def on(office, day):
    return office.services.fund.statement(day)


def left(office, day):
    """Return what the committee is told."""
    with office.registry.read() as session:
        return read_left(session, read_programme(session), day).money


def balanced(found):
    """Return whether the two sides of a statement agree, and its cash with what moved."""
    brought = found.contributions - found.withdrawals - found.fees
    moved = found.received + found.recovered - found.refunded - found.disbursed
    sides = brought + found.credits == found.cash + found.outstanding + found.losses
    return sides and found.cash == brought + moved


class TestTheFunders:
    def test_they_are_kept_by_name(self, empty):
        funder(empty, "Région")
        funder(empty, "ArcelorMittal", is_public=False)
        assert [each.name for each in empty.services.fund.funders()] == ["ArcelorMittal", "Région"]
        assert [each.is_public for each in empty.services.fund.funders()] == [False, True]

    def test_one_is_changed_in_place_and_its_revision_grows(self, empty):
        funder(empty)
        (known,) = empty.services.fund.funders()
        save = empty.services.fund.save_funder
        assert save(known, "Région Grand Est", is_public=True).money
        (changed,) = empty.services.fund.funders()
        assert (changed.id, changed.name, changed.revision) == (known.id, "Région Grand Est", 2)
        assert not save(changed, " Région Grand Est ", is_public=True).money
        assert empty.actions()[-2:] == ["funder.saved", "funder.saved"]

    def test_an_old_form_does_not_bring_an_old_name_back(self, empty, refused):
        funder(empty)
        (known,) = empty.services.fund.funders()
        empty.services.fund.save_funder(known, "Région Grand Est", is_public=True)
        with refused(ErrorCode.FUNDER_CHANGED_MEANWHILE, empty):
            empty.services.fund.save_funder(known, "Région", is_public=True)

    def test_two_of_one_name_are_refused(self, empty, refused):
        funder(empty)
        with refused(ErrorCode.FUNDER_NAME_TAKEN, empty, name="Région"):
            empty.services.fund.save_funder(None, " Région ", is_public=False)

    def test_one_without_a_name_or_unknown_is_refused(self, empty, refused):
        with refused(ErrorCode.TEXT_MISSING, empty):
            empty.services.fund.save_funder(None, "  ", is_public=True)
        funder(empty)
        (known,) = empty.services.fund.funders()
        with refused(ErrorCode.FUNDER_NOT_FOUND, empty):
            stranger = replace(known, id=empty.registry.new_id())
            empty.services.fund.save_funder(stranger, "Autre", is_public=True)


class TestTheMovements:
    def test_they_are_told_in_order_of_value_date(self, empty):
        region = funder(empty)
        give(empty, 50_000, funder=region, reference=" V 12 ", note=" Année 2026 ")
        give(empty, 100, Moved.FEE)
        give(empty, 7_000, day=date(2026, 3, 2))
        found = empty.services.fund.movements()
        assert [each.draft.amount for each in found] == [euros(7_000), euros(50_000), euros(100)]
        assert [each.sequence for each in found] == [3, 1, 2]
        assert (found[1].funder, found[1].draft.reference) == ("Région", "V 12")
        assert found[1].draft.note == "Année 2026"
        line = next(each for each in empty.journal() if each.action == "fund.contribution")
        assert line.subject_id == found[1].id
        of_november = empty.services.fund.movements(date(2026, 11, 1), date(2026, 11, 30))
        assert [each.sequence for each in of_november] == [1, 2]

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"kind": Moved.REVERSAL}, ErrorCode.REVERSAL_WITHOUT_EVENT),
            ({"amount": ZERO}, ErrorCode.AMOUNT_NOT_POSITIVE),
            ({"author": " "}, ErrorCode.EVENT_AUTHOR_MISSING),
            ({"value_on": date(2026, 11, 24)}, ErrorCode.EVENT_DATE_IN_FUTURE),
            ({"note": "\x00"}, ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
            ({"kind": Moved.WITHDRAWAL, "amount": Money(1)}, ErrorCode.FUND_WITHOUT_CASH),
            ({"kind": Moved.FEE, "amount": Money(1)}, ErrorCode.FUND_WITHOUT_CASH),
        ],
    )
    def test_what_cannot_be_is_refused(self, empty, refused, changes, code):
        draft = FundMovementDraft(Moved.CONTRIBUTION, TODAY, euros(10), author=WHO)
        with refused(code, empty):
            empty.services.fund.record(replace(draft, **changes))

    def test_a_funder_that_is_not_known_is_refused(self, empty, refused):
        with refused(ErrorCode.FUNDER_NOT_FOUND, empty):
            give(empty, 10, funder=empty.registry.new_id())

    def test_nothing_leaves_before_it_came(self, empty, refused):
        give(empty, 1_000)
        give(empty, 500, day=date(2026, 5, 4))
        with refused(ErrorCode.FUND_WITHOUT_CASH, empty, left=euros(500)):
            give(empty, 600, Moved.WITHDRAWAL, day=date(2026, 6, 1))
        give(empty, 600, Moved.WITHDRAWAL)
        assert on(empty, TODAY).cash == euros(900)

    def test_nothing_leaves_that_a_later_day_needed(self, empty, refused):
        give(empty, 1_000, day=date(2026, 1, 5))
        give(empty, 900, Moved.FEE, day=date(2026, 2, 2))
        give(empty, 1_000, day=date(2026, 3, 2))
        with refused(ErrorCode.FUND_WITHOUT_CASH, empty, left=euros(100)):
            give(empty, 500, Moved.WITHDRAWAL, day=date(2026, 1, 15))
        give(empty, 100, Moved.WITHDRAWAL, day=date(2026, 1, 15))


class TestAReversal:
    def test_it_takes_a_movement_back_from_its_own_day_on(self, empty):
        region = funder(empty)
        give(empty, 1_000, day=date(2026, 3, 2), funder=region)
        give(empty, 200, day=date(2026, 3, 2))
        wrong = empty.services.fund.movements()[0]
        empty.services.fund.reverse(wrong.id, date(2026, 6, 1), " Saisi deux fois ", WHO)
        assert on(empty, date(2026, 5, 31)).contributions == euros(1_200)
        after = on(empty, date(2026, 6, 1))
        assert (after.contributions, after.cash) == (euros(200), euros(200))
        assert [each.funder for each in after.funders] == ["Non précisé"]
        kept = empty.services.fund.movements()
        assert [each.is_reversed for each in kept] == [True, False, False]
        assert (kept[2].draft.kind, kept[2].draft.note) == (Moved.REVERSAL, "Saisi deux fois")
        assert empty.actions()[-1] == "fund.reversal"

    def test_what_cannot_be_taken_back_is_refused(self, empty, refused):
        give(empty, 1_000)
        wrong = empty.services.fund.movements()[0].id
        reverse = empty.services.fund.reverse
        with refused(ErrorCode.EVENT_DATE_TOO_EARLY, empty, limit=TODAY):
            reverse(wrong, date(2026, 11, 22), "Faux", WHO)
        with refused(ErrorCode.REASON_MISSING, empty):
            reverse(wrong, TODAY, " ", WHO)
        with refused(ErrorCode.EVENT_NOT_FOUND, empty):
            reverse(empty.registry.new_id(), TODAY, "Faux", WHO)
        reverse(wrong, TODAY, "Faux", WHO)
        with refused(ErrorCode.EVENT_ALREADY_REVERSED, empty):
            reverse(wrong, TODAY, "Faux", WHO)
        with refused(ErrorCode.EVENT_NOT_REVERSIBLE, empty):
            reverse(empty.services.fund.movements()[1].id, TODAY, "Faux", WHO)

    def test_money_that_was_lent_is_not_taken_back(self, empty, refused):
        give(empty, 1_000)
        given = empty.services.fund.movements()[0].id
        give(empty, 300, Moved.FEE)
        with refused(ErrorCode.FUND_WITHOUT_CASH, empty, left=euros(700)):
            empty.services.fund.reverse(given, TODAY, "Faux", WHO)


class TestTheStatement:
    def test_of_decisions_alone_is_what_the_committee_was_told(self, lending):
        found = on(lending, TODAY)
        assert found.cash == found.contributions == euros(100_000)
        assert (found.committed, found.available) == (GRANTED, euros(100_000) - GRANTED)
        assert left(lending, TODAY) == found.available
        assert on(lending, date(2026, 11, 22)).committed == ZERO

    def test_it_follows_an_advance_from_its_grant_to_its_end(self, lending):
        pay(lending)
        found = on(lending, PAID)
        assert (found.cash, found.outstanding) == (euros(88_000), euros(12_000))
        assert (found.committed, found.advances) == (GRANTED - euros(12_000), 1)
        assert on(lending, date(2026, 12, 9)).outstanding == ZERO
        happens(lending, Kind.REPAYMENT, date(2028, 3, 10), 1_000)
        happens(lending, Kind.REPAYMENT, date(2028, 3, 11), 12_000)
        found = on(lending, date(2028, 3, 11))
        assert (found.outstanding, found.credits, found.advances) == (ZERO, euros(1_000), 0)
        assert found.available == found.cash - found.committed - euros(1_000)
        happens(lending, Kind.REFUND, date(2028, 3, 12), 1_000)
        found = on(lending, date(2028, 3, 12))
        assert (found.cash, found.credits, found.refunded) == (euros(100_000), ZERO, euros(1_000))
        assert balanced(found)

    def test_what_is_lost_and_then_recovered(self, lending):
        pay(lending)
        happens(lending, Kind.REPAYMENT, date(2028, 3, 10), 1_000)
        happens(lending, Kind.LOSS, date(2028, 6, 1), 11_000, note="Liquidation judiciaire")
        found = on(lending, date(2028, 6, 1))
        assert (found.losses, found.outstanding) == (euros(11_000), ZERO)
        happens(lending, Kind.RECOVERY, date(2029, 1, 8), 400)
        found = on(lending, date(2029, 1, 8))
        assert (found.losses, found.recovered) == (euros(10_600), euros(400))
        assert found.cash == euros(89_400)
        assert balanced(found)

    def test_what_is_late_is_part_of_the_outstanding(self, lending):
        pay(lending)
        assert on(lending, date(2028, 3, 10)).late == ZERO
        assert on(lending, date(2028, 3, 11)).late == euros(1_000)

    def test_funders_share_what_was_given(self, lending):
        region = funder(lending)
        give(lending, 60_000, funder=region)
        give(lending, 10_000, Moved.WITHDRAWAL, funder=region)
        shares = on(lending, TODAY).funders
        assert [(each.funder, each.contributed) for each in shares] == [
            ("Non précisé", euros(100_000)),
            ("Région", euros(50_000)),
        ]
        assert [each.basis_points for each in shares] == [6667, 3333]

    def test_lapsed_and_given_up_approvals_are_committed_no_more(self, lending):
        give(lending, 1)
        assert on(lending, date(2027, 5, 23)).committed == GRANTED
        assert on(lending, date(2027, 5, 24)).committed == ZERO
        meeting = lending.hold(ONE, complete=False)
        given_up = DecisionDraft(DecisionOutcome.WITHDRAWN, grounds="Projet abandonné")
        lending.services.decisions.record(lending.item(meeting, ONE), given_up)
        assert on(lending, TODAY).committed == GRANTED - euros(12_000)
        assert left(lending, TODAY) == euros(100_001) - GRANTED + euros(12_000)

    def test_a_first_movement_changes_nothing_of_what_is_committed(self, lending):
        last, after = date(2027, 5, 23), date(2027, 5, 24)
        before = [on(lending, day).committed for day in (last, after)]
        assert before == [GRANTED, ZERO]
        assert [left(lending, day) for day in (last, after)] == [euros(71_000), euros(100_000)]
        cent = FundMovementDraft(Moved.CONTRIBUTION, TODAY, Money(1), author=WHO)
        lending.services.fund.record(cent)
        assert [on(lending, day).committed for day in (last, after)] == before
        assert left(lending, after) == Money(100_000_01)

    def test_the_rest_of_an_advance_that_is_claimed_is_not_released(self, lending):
        sign(lending)
        happens(lending, Kind.DISBURSEMENT, PAID, 5_000)
        assert on(lending, PAID).committed == GRANTED - euros(5_000)
        happens(lending, Kind.ACCELERATION, date(2028, 6, 1))
        assert on(lending, date(2027, 1, 1)).committed == GRANTED - euros(5_000)
        found = on(lending, date(2028, 6, 1))
        assert (found.committed, found.outstanding) == (ZERO, euros(5_000))

    def test_an_amendment_that_lifts_the_claim_commits_the_rest_again(self, lending):
        sign(lending)
        happens(lending, Kind.DISBURSEMENT, PAID, 4_000)
        happens(lending, Kind.ACCELERATION, date(2027, 1, 4), note="Liquidation")
        others = euros(17_000)
        assert on(lending, date(2027, 1, 4)).committed == others
        day = date(2027, 1, 6)
        at(lending, day)
        meeting = lending.hold(ONE, complete=False, held_on=day)
        terms = {"months": 48, "deferral": 12, "every": 3, "conditions": ()}
        lending.approve(meeting, ONE, amount=euros(12_000), **terms)
        lending.services.committee.close(meeting)
        advances, dossier = lending.services.advances, lending.dossier(ONE)
        ((decision, _number),) = advances.detail(dossier, day).amending_decisions
        first, reason = date(2028, 6, 10), ScheduleReason.RESCHEDULING
        advances.amend(dossier, AmendmentDraft(reason, day, first, 12, 3, decision, author=WHO))
        found = on(lending, day)
        assert found.committed == others + euros(8_000)
        assert left(lending, day) == found.available
        assert on(lending, date(2027, 1, 5)).committed == others
        happens(lending, Kind.DISBURSEMENT, date(2027, 1, 7), 8_000)
        assert on(lending, date(2027, 1, 7)).committed == others

    def test_the_committee_reads_what_the_statement_says(self, lending):
        give(lending, 500)
        pay(lending)
        happens(lending, Kind.REPAYMENT, date(2027, 1, 4), 3_000)
        happens(lending, Kind.WAIVER, date(2027, 1, 5), 2_000, note="Accord")
        happens(lending, Kind.REPAYMENT, date(2027, 1, 6), 7_500)
        day = date(2027, 1, 6)
        found = on(lending, day)
        assert found.credits == euros(500)
        assert left(lending, day) == found.available
        assert balanced(found)
        last = lending.services.advances.detail(lending.dossier(ONE), day).events[-1]
        back = AdvanceEventDraft(Kind.REVERSAL, day, author=WHO, note="Faux", reverses_id=last.id)
        lending.services.advances.reverse(last.id, back)
        found = on(lending, day)
        assert left(lending, day) == found.available
        assert balanced(found)


class TestTheCash:
    def test_a_day_before_any_programme_is_refused(self, lending, refused):
        for kind in (Moved.CONTRIBUTION, Moved.WITHDRAWAL):
            with refused(ErrorCode.DAY_OUT_OF_RANGE, lending):
                give(lending, 1, kind, day=date.min)
        with refused(ErrorCode.DAY_OUT_OF_RANGE, lending):
            lending.services.fund.statement_lines(date.min, TODAY)

    def test_no_more_is_paid_to_a_company_than_there_is(self, lending, refused):
        sign(lending)
        give(lending, 89_000, Moved.WITHDRAWAL)
        at(lending, PAID)
        with refused(ErrorCode.FUND_WITHOUT_CASH, lending, left=euros(11_000)):
            happens(lending, Kind.DISBURSEMENT, PAID, 12_000)
        give(lending, 1_000, day=date(2026, 12, 9))
        happens(lending, Kind.DISBURSEMENT, PAID, 12_000)
        assert on(lending, PAID).cash == ZERO

    def test_what_leaves_on_a_later_day_is_there_no_more(self, lending, refused):
        sign(lending)
        at(lending, date(2026, 12, 20))
        give(lending, 90_000, Moved.WITHDRAWAL, day=date(2026, 12, 15))
        with refused(ErrorCode.FUND_WITHOUT_CASH, lending, left=euros(10_000)):
            happens(lending, Kind.DISBURSEMENT, PAID, 12_000)

    def test_a_fund_that_is_not_known_refuses_nothing(self, lending):
        programme = lending.services.programme.programme()
        lending.services.programme.save(replace(programme, fund_amount=None))
        pay(lending)
        assert on(lending, PAID).cash == euros(-12_000)


class TestAPeriod:
    def test_its_lines_lead_from_its_opening_to_its_closing(self, lending):
        give(lending, 500, day=date(2026, 11, 2))
        pay(lending)
        happens(lending, Kind.REPAYMENT, date(2026, 12, 20), 900, reference="VIR 2")
        last = lending.services.advances.detail(lending.dossier(ONE), date(2026, 12, 20)).events[-1]
        rejected = AdvanceEventDraft(
            Kind.REJECTED_DEBIT, date(2026, 12, 20), author=WHO, reverses_id=last.id
        )
        lending.services.advances.reverse(last.id, rejected)
        found = lending.services.fund.statement_lines(date(2026, 12, 1), date(2026, 12, 31))
        assert found.opening.cash == euros(100_500)
        assert [(each.kind, each.amount, each.cash) for each in found.lines] == [
            (Kind.DISBURSEMENT, euros(-12_000), euros(88_500)),
            (Kind.REPAYMENT, euros(900), euros(89_400)),
            (Kind.REJECTED_DEBIT, euros(-900), euros(88_500)),
        ]
        assert found.lines[1].number == ONE
        assert found.lines[1].reference == "VIR 2"
        assert found.closing.cash == euros(88_500)
        year = lending.services.fund.statement_lines(date(2026, 1, 1), date(2026, 12, 31))
        assert (year.lines[0].kind, year.lines[0].amount) == (Moved.CONTRIBUTION, euros(500))

    def test_its_closing_is_frozen_with_its_hash(self, lending, refused):
        give(lending, 500, day=date(2026, 11, 2))
        lending.services.fund.close(date(2026, 10, 31), f" {WHO} ")
        at(lending, date(2026, 12, 31))
        lending.services.fund.close(date(2026, 12, 30), WHO)
        latest, first = lending.services.fund.closings()
        assert (latest.sequence, latest.through, latest.author) == (2, date(2026, 12, 30), WHO)
        assert latest.statement == on(lending, date(2026, 12, 30))
        assert latest.sha256 == digest(latest.statement)
        assert first.statement.contributions == euros(100_000)
        assert lending.actions()[-1] == "fund.closed"
        funder(lending, "État")
        assert lending.services.fund.closings()[0] == latest

    def test_a_decision_recorded_since_does_not_change_its_last_day(self, lending):
        at(lending, date(2026, 11, 24))
        lending.services.fund.close(TODAY, WHO)
        meeting = lending.hold("2026-001", held_on=TODAY)
        lending.approve(meeting, "2026-001", amount=euros(5_500))
        lending.services.committee.close(meeting)
        found = on(lending, TODAY)
        assert found == lending.services.fund.closings()[0].statement
        assert found.committed == GRANTED
        assert on(lending, date(2026, 11, 24)).committed == GRANTED + euros(5_500)

    def test_it_waits_for_the_end_of_its_meetings(self, lending, refused):
        meeting = lending.hold("2026-001")
        with refused(ErrorCode.FUND_CLOSING_MEETING_OPEN, lending, day=TODAY):
            lending.services.fund.close(TODAY, WHO)
        lending.services.fund.close(date(2026, 11, 22), WHO)
        lending.end(meeting)
        lending.services.fund.close(TODAY, WHO)

    def test_nothing_is_dated_in_it_any_more(self, lending, refused):
        give(lending, 500)
        given = lending.services.fund.movements()[0].id
        lending.services.fund.close(TODAY, WHO)
        with refused(ErrorCode.FUND_PERIOD_CLOSED, lending, day=TODAY, limit=TODAY):
            give(lending, 500)
        with refused(ErrorCode.FUND_PERIOD_CLOSED, lending, limit=TODAY):
            lending.services.fund.reverse(given, TODAY, "Faux", WHO)
        at(lending, date(2026, 11, 24))
        lending.services.fund.reverse(given, date(2026, 11, 24), "Faux", WHO)
        sign(lending)
        lending.services.fund.close(date(2026, 12, 1), WHO)
        at(lending, PAID)
        with refused(ErrorCode.FUND_PERIOD_CLOSED, lending, limit=date(2026, 12, 1)):
            happens(lending, Kind.DISBURSEMENT, date(2026, 12, 1), 12_000)

    def test_what_the_fund_began_with_changes_no_more(self, lending, refused):
        lending.services.fund.close(TODAY, WHO)
        programme = lending.services.programme.programme()
        with refused(ErrorCode.FUND_START_CLOSED, lending, limit=TODAY):
            lending.services.programme.save(replace(programme, fund_amount=euros(1)))
        lending.services.programme.save(replace(programme, operator="CCI"))

    def test_it_is_closed_once_in_its_time_by_somebody(self, empty, refused):
        close = empty.services.fund.close
        with refused(ErrorCode.EVENT_AUTHOR_MISSING, empty):
            close(TODAY, " ")
        with refused(ErrorCode.EVENT_DATE_IN_FUTURE, empty):
            close(date(2026, 11, 24), WHO)
        close(TODAY, WHO)
        for day in (TODAY, date(2026, 11, 1)):
            with refused(ErrorCode.FUND_CLOSING_TOO_EARLY, empty, limit=TODAY):
                close(day, WHO)


class TestWhatIsExpected:
    def test_it_is_added_changed_and_removed(self, empty):
        fund = empty.services.fund
        region = funder(empty)
        fund.save_expectation(Moved.CONTRIBUTION, date(2027, 6, 1), euros(900), region, " Solde ")
        fund.save_expectation(Moved.FEE, date(2027, 1, 1), euros(30))
        fee, given = fund.expectations()
        assert (fee.kind, given.note, given.funder_id) == (Moved.FEE, "Solde", region)
        fund.save_expectation(given.kind, date(2027, 7, 1), euros(950), expectation_id=given.id)
        changed = fund.expectations()[1]
        assert (changed.id, changed.expected_on) == (given.id, date(2027, 7, 1))
        fund.remove_expectation(fee.id)
        assert fund.expectations() == (changed,)
        assert empty.actions()[-2:] == ["fund.expected", "fund.expectation_removed"]

    def test_what_cannot_be_expected_is_refused(self, empty, refused):
        fund, unknown = empty.services.fund, empty.registry.new_id()
        with refused(ErrorCode.REVERSAL_WITHOUT_EVENT, empty):
            fund.save_expectation(Moved.REVERSAL, TODAY, euros(1))
        with refused(ErrorCode.AMOUNT_NOT_POSITIVE, empty):
            fund.save_expectation(Moved.FEE, TODAY, ZERO)
        with refused(ErrorCode.FUNDER_NOT_FOUND, empty):
            fund.save_expectation(Moved.FEE, TODAY, euros(1), unknown)
        with refused(ErrorCode.EVENT_NOT_FOUND, empty):
            fund.save_expectation(Moved.FEE, TODAY, euros(1), expectation_id=unknown)
        with refused(ErrorCode.EVENT_NOT_FOUND, empty):
            fund.remove_expectation(unknown)


class TestTheForecast:
    def test_what_is_committed_leaves_and_what_is_lent_comes_back(self, lending):
        pay(lending)
        months = lending.services.fund.forecast(PAID).months
        assert len(months) == 60
        assert months[0].month == date(2026, 12, 1)
        assert (months[0].opening, months[0].grants) == (euros(88_000), GRANTED - euros(12_000))
        march = next(each for each in months if each.month == date(2028, 3, 1))
        assert march.repayments >= euros(1_000)
        total = sum((each.repayments for each in months), ZERO)
        assert total == GRANTED
        assert months[-1].closing == months[-1].available == euros(100_000)

    def test_late_money_does_not_come_back(self, lending):
        pay(lending)
        day = date(2028, 3, 11)
        found = lending.services.fund.forecast(day)
        assert found.doubtful == euros(1_000)
        assert sum((each.repayments for each in found.months), ZERO) == euros(11_000)
        happens(lending, Kind.ACCELERATION, day)
        found = lending.services.fund.forecast(day)
        assert found.doubtful == euros(12_000)
        assert sum((each.repayments for each in found.months), ZERO) == ZERO

    def test_what_is_expected_and_meetings_to_come_count(self, lending):
        fund = lending.services.fund
        fund.save_expectation(Moved.CONTRIBUTION, date(2027, 2, 3), euros(40_000))
        fund.save_expectation(Moved.WITHDRAWAL, date(2027, 2, 20), euros(5_000))
        fund.save_expectation(Moved.CONTRIBUTION, date(2026, 1, 1), euros(9_999))
        rules = MoneyRules(meetings_a_year=3, planned_grant=euros(20_000))
        lending.services.money_rules.adopt(rules)
        lending.prepare("2026-001", held_on=date(2027, 1, 18))
        lending.prepare(held_on=date(2027, 3, 1))
        months = {each.month: each for each in fund.forecast(TODAY).months}
        february = months[date(2027, 2, 1)]
        assert (february.contributions, february.withdrawals) == (euros(40_000), euros(5_000))
        assert months[date(2027, 1, 1)].grants == euros(5_500)
        assert months[date(2027, 3, 1)].grants == euros(20_000)
        assert [months[add_months(date(2027, 3, 1), each)].grants for each in (4, 8, 12)] == [
            euros(20_000)
        ] * 3
        assert months[date(2027, 4, 1)].grants == ZERO

    def test_it_says_when_an_amount_can_be_lent(self, lending):
        fund = lending.services.fund
        assert fund.when_can_lend(TODAY, euros(15_000)) == date(2026, 11, 1)
        assert fund.when_can_lend(TODAY, euros(80_000)) > date(2027, 6, 1)
        assert fund.when_can_lend(TODAY, euros(100_001)) is None


def test_the_forecast_and_a_withdrawal_read_the_advances_once_at_most(office, statements):
    give(office, 90_000)
    with statements(office.registry) as sent:
        office.services.fund.forecast(TODAY)
    assert sum("committed" in each for each in sent) == 1
    with statements(office.registry) as sent:
        give(office, 10, Moved.WITHDRAWAL)
    assert not any("schedule_version" in each for each in sent)


def test_what_is_expected_today_or_late_counts_this_month(office):
    for day in (date(2026, 1, 5), TODAY):
        office.services.fund.save_expectation(Moved.CONTRIBUTION, day, euros(1_000))
    month = office.services.fund.forecast(TODAY).months[0]
    assert month.contributions == euros(2_000)
