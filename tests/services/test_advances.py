"""Advances: signed, paid, repaid, corrected, amended; nothing is ever changed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AdvanceEventKind,
    AdvanceState,
    AgeingBucket,
    ConditionEventKind,
    DecisionOutcome,
    InstalmentState,
    ScheduleReason,
)
from alize_desktop.models.records.advances import AdvanceEventDraft, AdvanceQuery, AmendmentDraft
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.money_rules import BankAccount
from alize_desktop.models.values import Money
from alize_desktop.services.schedule_versions import digest

ONE, TWO, FOUR = "2026-013", "2026-014", "2026-019"
DECIDED = date(2026, 11, 23)
SIGNED, PAID = date(2026, 12, 1), date(2026, 12, 10)
LATER = date(2026, 12, 21)
WHO = "Odile Perrin"
Kind = AdvanceEventKind


def draft(kind, on, amount=0, **more):
    more = {"author": WHO} | more
    return AdvanceEventDraft(kind, on, Money(amount * 100), **more)


def on(office, day):
    """Make it another day."""
    office.clock.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


def sign(office, number=ONE, signed_on=SIGNED, paid_on=PAID):
    on(office, max(signed_on, office.clock.now.date()))
    return office.services.advances.sign(office.dossier(number), signed_on, paid_on, WHO, "C-1")


def record(office, kind, day, amount=0, number=ONE, **more):
    on(office, max(day, office.clock.now.date()))
    said = draft(kind, day, amount, **more)
    return office.services.advances.record(office.dossier(number), said)


def detail(office, number=ONE, day=None):
    day = day or office.clock.now.date()
    return office.services.advances.detail(office.dossier(number), day)


def position(office, number=ONE, day=None):
    return detail(office, number, day).row.position


def sign_and_pay(office):
    """Sign, then pay whole on the day that was expected."""
    sign(office)
    record(office, Kind.DISBURSEMENT, PAID, 12_000, reference="VIR 1")


@pytest.fixture
def signed(lending):
    lending.after(sign)
    return lending


@pytest.fixture
def paid(lending):
    """Signed, and paid whole on the day that was expected."""
    lending.after(sign_and_pay)
    return lending


class TestWhatWasGranted:
    def test_it_waits_for_its_signature_with_the_schedule_it_would_have(self, lending):
        found = detail(lending)
        assert found.row.position.state is AdvanceState.GRANTED
        assert (found.row.granted_on, found.row.lapses_on) == (DECIDED, date(2027, 5, 23))
        assert (found.row.amount, found.left_to_disburse) == (Money(12_000_00), Money(12_000_00))
        assert len(found.planned) == 12
        assert (found.versions, found.events) == ((), ())
        assert found.blocking == ("La convention n’est pas signée.",)
        assert found.decision_number == "2026-D001"

    def test_it_lapses_after_the_validity_of_the_approval(self, lending, refused):
        assert position(lending, day=date(2027, 5, 23)).state is AdvanceState.GRANTED
        assert position(lending, day=date(2027, 5, 24)).state is AdvanceState.LAPSED
        with refused(ErrorCode.APPROVAL_LAPSED, lending, day=date(2027, 5, 23)):
            sign(lending, signed_on=date(2027, 5, 24), paid_on=date(2027, 6, 1))

    def test_a_dossier_withdrawn_since_is_not_signed(self, lending, refused):
        meeting = lending.hold(ONE, complete=False)
        given_up = DecisionDraft(DecisionOutcome.WITHDRAWN, grounds="Projet abandonné")
        lending.services.decisions.record(lending.item(meeting, ONE), given_up)
        lending.services.committee.close(meeting)
        assert position(lending).state is AdvanceState.GIVEN_UP
        with refused(ErrorCode.PAPER_AFTER_WITHDRAWAL, lending):
            sign(lending)

    @pytest.mark.parametrize("number", ["2026-003", "2026-010"])
    def test_without_an_approval_of_money_there_is_none(self, lending, refused, number):
        with refused(ErrorCode.ADVANCE_NOT_FOUND, lending, number=number):
            lending.services.advances.by_number(number)
        with refused(ErrorCode.DOSSIER_NOT_FOUND, lending):
            lending.services.advances.by_number("2099-001")
        assert lending.services.advances.by_number(f" {ONE} ") == lending.dossier(ONE)

    def test_what_a_decision_took_away_is_not_signed(self, lending, refused):
        meeting = lending.hold(ONE, complete=False)
        lending.approve(meeting, ONE, amount=Money(0), days=3, conditions=())
        lending.services.committee.close(meeting)
        with refused(ErrorCode.ADVANCE_NOT_FOUND, lending, number=ONE):
            sign(lending)

    def test_a_dossier_that_is_not_there_has_none(self, lending, refused):
        with refused(ErrorCode.DOSSIER_NOT_FOUND, lending):
            lending.services.advances.detail(lending.registry.new_id(), DECIDED)


class TestTheSignature:
    def test_it_freezes_the_schedule_counted_from_the_payment_that_is_expected(self, signed):
        found = detail(signed)
        (version,) = found.versions
        assert found.row.position.state is AdvanceState.SIGNED
        assert found.row.lapses_on is None
        assert (version.version, version.reason) == (1, ScheduleReason.CONTRACT)
        assert (version.effective_on, version.terms.paid_on) == (SIGNED, PAID)
        assert version.decision_number == "2026-D001"
        assert version.rows[0].due == date(2028, 3, 10)
        assert version.sha256 == digest(version.rows)
        assert (found.planned, found.blocking) == ((), ())

    def test_it_is_told_in_the_journal_with_every_row(self, signed):
        event, frozen, aid = signed.journal()[-3:]
        assert (event.action, frozen.action) == ("advance.agreement_signed", "schedule.frozen")
        assert aid.action == "aid.recorded"
        assert event.subject_id == frozen.subject_id == aid.subject_id == signed.dossier(ONE)

    def test_it_follows_the_decision_whose_amount_it_freezes(self, lending, refused):
        day = date(2027, 3, 1)
        meeting = lending.hold(ONE, complete=False, held_on=day)
        lending.approve(meeting, ONE, amount=Money(15_000_00), conditions=())
        lending.services.committee.close(meeting)
        on(lending, day)
        with refused(ErrorCode.EVENT_DATE_TOO_EARLY, lending, limit=day):
            sign(lending)
        sign(lending, signed_on=day, paid_on=day)

    def test_an_agreement_is_signed_once(self, signed, refused):
        with refused(ErrorCode.ADVANCE_SIGNED, signed, day=SIGNED):
            sign(signed)

    @pytest.mark.parametrize(
        ("signed_on", "paid_on", "code"),
        [
            (date(2026, 11, 22), PAID, ErrorCode.EVENT_DATE_TOO_EARLY),
            (date(2026, 12, 1), date(2026, 11, 30), ErrorCode.EVENT_DATE_TOO_EARLY),
            (date(2026, 12, 2), PAID, ErrorCode.EVENT_DATE_IN_FUTURE),
        ],
    )
    def test_its_days_follow_each_other(self, lending, refused, signed_on, paid_on, code):
        on(lending, date(2026, 12, 1))
        with refused(code, lending):
            lending.services.advances.sign(lending.dossier(ONE), signed_on, paid_on, WHO)

    def test_somebody_says_it(self, lending, refused):
        with refused(ErrorCode.EVENT_AUTHOR_MISSING, lending):
            lending.services.advances.sign(lending.dossier(ONE), DECIDED, PAID, " ")

    def test_one_typed_wrong_is_taken_back_and_signed_again(self, signed):
        (event,) = detail(signed).events
        said = draft(Kind.REVERSAL, SIGNED, note="Mauvaise date")
        signed.services.advances.reverse(event.id, said)
        assert position(signed).state is AdvanceState.GRANTED
        assert len(detail(signed).planned) == 12
        sign(signed, signed_on=date(2026, 11, 27))
        assert [each.version for each in detail(signed).versions] == [1, 2]
        assert position(signed).state is AdvanceState.SIGNED

    def test_taken_back_later_it_counts_until_then(self, paid):
        signature, payment = detail(paid).events
        day = date(2026, 12, 31)
        on(paid, date(2027, 1, 5))
        paid.services.fund.close(day, WHO)
        before = (detail(paid, day=day).row, paid.services.fund.statement(day))
        later = date(2027, 1, 20)
        on(paid, later)
        for each in (payment, signature):
            paid.services.advances.reverse(each.id, draft(Kind.REVERSAL, later, note="Erreur"))
        assert position(paid).state is AdvanceState.GRANTED
        row, statement = detail(paid, day=day).row, paid.services.fund.statement(day)
        assert (row.position, statement) == (before[0].position, before[1])
        query = AdvanceQuery(day)
        assert paid.services.advances.list(query)[0].position == before[0].position


@pytest.mark.retold
class TestTheRelease:
    def test_money_does_not_leave_before_the_signature(self, lending, refused):
        with refused(ErrorCode.ADVANCE_NOT_SIGNED, lending):
            record(lending, Kind.DISBURSEMENT, PAID, 12_000)

    def test_a_condition_that_comes_first_blocks_it_until_it_is_met(self, lending, refused):
        sign(lending, TWO)
        assert detail(lending, TWO).blocking == (
            "La condition préalable «\u00a0Accord de prêt bancaire\u00a0» n’est pas levée.",
        )
        with refused(ErrorCode.RELEASE_BLOCKED, lending, number=TWO):
            record(lending, Kind.DISBURSEMENT, PAID, 12_000, TWO)
        decision = lending.detail(TWO).decision
        lending.services.agenda.settle_condition(decision.id, 1, ConditionEventKind.MET)
        record(lending, Kind.DISBURSEMENT, PAID, 12_000, TWO)
        assert position(lending, TWO).state is AdvanceState.RUNNING

    def test_on_the_day_expected_the_contract_stays(self, paid):
        found = detail(paid)
        assert found.row.paid_on == PAID
        assert len(found.versions) == 1
        assert found.row.position.outstanding == Money(12_000_00)
        assert found.left_to_disburse == Money(0)

    def test_on_another_day_the_schedule_is_counted_from_it(self, signed):
        record(signed, Kind.DISBURSEMENT, date(2026, 12, 21), 12_000)
        first, second = detail(signed).versions
        assert second.reason is ScheduleReason.PAYMENT_DATE
        assert (second.version, second.effective_on) == (2, date(2026, 12, 21))
        assert second.rows[0].theoretical == date(2028, 3, 21)
        assert first.rows[0].theoretical == date(2028, 3, 10)

    def test_several_tranches_leave_one_after_the_other(self, signed, refused):
        record(signed, Kind.DISBURSEMENT, PAID, 8_000)
        later = PAID + timedelta(days=30)
        with refused(ErrorCode.DISBURSEMENT_TOO_LARGE, signed, left=Money(4_000_00)):
            record(signed, Kind.DISBURSEMENT, later, 4_001)
        record(signed, Kind.DISBURSEMENT, later, 4_000)
        assert len(detail(signed).versions) == 1
        assert position(signed).disbursed == Money(12_000_00)

    def test_a_payment_dated_wrong_is_taken_back_and_dated_again(self, signed):
        record(signed, Kind.DISBURSEMENT, date(2026, 12, 21), 12_000)
        event = detail(signed).events[-1]
        said = draft(Kind.REVERSAL, date(2026, 12, 21), note="Payée le 11")
        signed.services.advances.reverse(event.id, said)
        assert position(signed).state is AdvanceState.SIGNED
        record(signed, Kind.DISBURSEMENT, date(2026, 12, 11), 12_000)
        assert [each.terms.paid_on.day for each in detail(signed).versions] == [10, 21, 11]
        assert position(signed).rows[0].instalment.theoretical == date(2028, 3, 11)

    def test_the_first_of_several_tranches_is_dated_again_before_the_others(self, signed):
        record(signed, Kind.DISBURSEMENT, date(2026, 12, 21), 8_000)
        first = detail(signed).events[-1]
        record(signed, Kind.DISBURSEMENT, date(2027, 1, 21), 4_000)
        said = draft(Kind.REVERSAL, date(2026, 12, 21), note="Payée le 15")
        signed.services.advances.reverse(first.id, said)
        record(signed, Kind.DISBURSEMENT, date(2026, 12, 15), 8_000)
        found = detail(signed)
        assert [(each.terms.paid_on.month, each.terms.paid_on.day) for each in found.versions] == [
            (12, 10),
            (12, 21),
            (1, 21),
            (12, 15),
        ]
        assert (found.row.paid_on, found.row.position.disbursed) == (
            date(2026, 12, 15),
            Money(12_000_00),
        )

    def test_the_schedule_is_counted_from_the_payment_that_holds(self, signed):
        record(signed, Kind.DISBURSEMENT, PAID, 4_000)
        first = detail(signed).events[-1]
        record(signed, Kind.DISBURSEMENT, date(2027, 2, 10), 4_000)
        day = date(2027, 3, 1)
        on(signed, day)
        said = draft(Kind.REVERSAL, day, note="Versée à une autre entreprise")
        signed.services.advances.reverse(first.id, said)
        record(signed, Kind.REPAYMENT, date(2027, 2, 20), 100)
        version = detail(signed).versions[-1]
        assert (version.reason, version.effective_on) == (ScheduleReason.PAYMENT_DATE, day)
        assert (version.terms.paid_on, version.rows[0].theoretical) == (
            date(2027, 2, 10),
            date(2028, 5, 10),
        )
        before = position(signed, day=date(2027, 2, 28)).rows[0].instalment
        assert before.theoretical == date(2028, 3, 10)

    def test_what_came_for_a_payment_that_was_taken_back_is_paid_back(self, paid):
        record(paid, Kind.REPAYMENT, date(2027, 1, 5), 500)
        payment = detail(paid).events[1]
        said = draft(Kind.REVERSAL, date(2027, 1, 6), note="Versée à une autre entreprise")
        on(paid, date(2027, 1, 6))
        paid.services.advances.reverse(payment.id, said)
        assert position(paid).credit == Money(500_00)
        record(paid, Kind.REFUND, date(2027, 1, 7), 500)
        assert position(paid).credit == Money(0)


@pytest.mark.retold
class TestWhatTheCommitteeDecidesAfterTheContract:
    """Money leaves as the contract and the decision in force both allow."""

    @pytest.fixture
    def decide(self, signed):
        """Pay 4 000 of 12 000 euros, then record a decision."""

        def make(**terms):
            record(signed, Kind.DISBURSEMENT, PAID, 4_000)
            meeting = signed.hold(ONE, complete=False, held_on=LATER)
            if terms:
                signed.approve(meeting, ONE, conditions=(), **terms)
            else:
                given_up = DecisionDraft(DecisionOutcome.WITHDRAWN, grounds="Projet abandonné")
                signed.services.decisions.record(signed.item(meeting, ONE), given_up)
            signed.services.committee.close(meeting)
            on(signed, LATER)
            return signed

        return make

    @pytest.mark.parametrize(
        ("terms", "why"),
        [
            ({}, "le dossier a été retiré"),
            (
                {"amount": Money(0), "days": 2},
                "la dernière décision du comité n’accorde plus d’avance",
            ),
        ],
    )
    def test_nothing_leaves_once_it_is_over(self, decide, refused, terms, why):
        office = decide(**terms)
        with refused(ErrorCode.RELEASE_BLOCKED, office, reason=why):
            record(office, Kind.DISBURSEMENT, LATER, 1_000)
        assert detail(office).blocking == (f"{why[0].upper()}{why[1:]}.",)

    def test_no_more_leaves_than_it_grants(self, decide, refused):
        office = decide(amount=Money(6_000_00))
        with refused(ErrorCode.DISBURSEMENT_TOO_LARGE, office, left=Money(2_000_00)):
            record(office, Kind.DISBURSEMENT, LATER, 2_001)
        assert detail(office).left_to_disburse == Money(2_000_00)
        record(office, Kind.DISBURSEMENT, LATER, 2_000)

    def test_what_left_before_it_is_recorded_after_it(self, decide):
        office = decide(amount=Money(6_000_00))
        record(office, Kind.DISBURSEMENT, LATER - timedelta(days=1), 8_000)
        assert detail(office).left_to_disburse == Money(0)

    def test_a_condition_is_met_on_the_day_the_money_leaves(self, lending, refused):
        sign(lending, TWO)
        on(lending, date(2026, 12, 20))
        decision = lending.detail(TWO).decision
        lending.services.agenda.settle_condition(decision.id, 1, ConditionEventKind.MET)
        with refused(ErrorCode.RELEASE_BLOCKED, lending, number=TWO):
            record(lending, Kind.DISBURSEMENT, date(2026, 12, 19), 12_000, TWO)
        record(lending, Kind.DISBURSEMENT, date(2026, 12, 20), 12_000, TWO)

    def test_a_change_without_conditions_keeps_the_one_that_comes_first(self, lending, refused):
        sign(lending, TWO)
        first = lending.detail(TWO).decision
        meeting = lending.hold(TWO, complete=False, held_on=LATER)
        lending.approve(meeting, TWO, amount=Money(12_000_00), conditions=())
        lending.services.committee.close(meeting)
        with refused(ErrorCode.RELEASE_BLOCKED, lending, number=TWO):
            record(lending, Kind.DISBURSEMENT, LATER, 12_000, TWO)
        lending.services.agenda.settle_condition(first.id, 1, ConditionEventKind.WAIVED)
        record(lending, Kind.DISBURSEMENT, LATER, 12_000, TWO)


class TestACorrection:
    """What is taken back counts until then: no day in between becomes impossible."""

    def fund_holds(self, office, *days):
        for day in days:
            found = office.services.fund.statement(day)
            given = found.contributions - found.withdrawals - found.fees
            assert given + found.credits == found.cash + found.outstanding + found.losses

    @pytest.mark.parametrize(
        ("before", "kind", "amount"),
        [(0, Kind.WAIVER, 12_000), (12_050, Kind.REFUND, 50)],
    )
    def test_the_right_event_waits_for_the_reversal_of_the_wrong_one(
        self, paid, refused, before, kind, amount
    ):
        wrong, back = date(2027, 1, 5), date(2027, 1, 20)
        if before:
            record(paid, Kind.REPAYMENT, date(2026, 12, 12), before)
        record(paid, kind, wrong, amount, note="Accord")
        event = detail(paid).events[-1]
        on(paid, back)
        paid.services.advances.reverse(event.id, draft(Kind.REVERSAL, back, note="Erreur"))
        with refused(
            ErrorCode.EVENT_BEFORE_REVERSAL, paid, day=wrong, since=wrong, what=kind, limit=back
        ):
            record(paid, kind, wrong, amount, note="Accord")
        record(paid, kind, back, amount, note="Accord")
        self.fund_holds(paid, wrong, date(2027, 1, 15), back)

    @pytest.mark.parametrize("kind", [Kind.WAIVER, Kind.DISBURSEMENT])
    def test_taken_back_on_its_own_day_it_is_made_again_at_the_right_one(self, paid, kind):
        if kind is Kind.WAIVER:
            record(paid, kind, date(2027, 1, 5), 12_000, note="Accord")
        event = detail(paid).events[-1]
        on(paid, date(2027, 1, 20))
        back = draft(Kind.REVERSAL, event.draft.value_on, note="Erreur")
        paid.services.advances.reverse(event.id, back)
        day = date(2027, 1, 12)
        record(paid, kind, day, 12_000, note="Accord")
        self.fund_holds(paid, PAID, date(2027, 1, 5), date(2027, 1, 11), day)

    def test_a_payment_made_again_earlier_waits_too(self, paid, refused):
        payment, back = detail(paid).events[-1], date(2027, 1, 20)
        on(paid, back)
        paid.services.advances.reverse(payment.id, draft(Kind.REVERSAL, back, note="Erreur"))
        with refused(ErrorCode.EVENT_BEFORE_REVERSAL, paid, since=PAID, limit=back):
            record(paid, Kind.DISBURSEMENT, date(2026, 12, 12), 12_000)
        record(paid, Kind.DISBURSEMENT, back, 12_000)
        self.fund_holds(paid, PAID, date(2026, 12, 15), back)

    def test_one_that_cannot_be_on_any_day_is_refused_for_what_it_is(self, paid, refused):
        record(paid, Kind.REPAYMENT, date(2026, 12, 12), 12_050)
        event = detail(paid).events[-1]
        record(paid, Kind.REFUND, date(2026, 12, 15), 50)
        with refused(ErrorCode.REFUND_TOO_LARGE, paid):
            said = draft(Kind.REVERSAL, date(2026, 12, 12), note="Erreur")
            paid.services.advances.reverse(event.id, said)


class TestAClockThatIsBehind:
    def test_nothing_is_written_of_what_is_to_come(self, signed, refused):
        on(signed, DECIDED)
        assert signed.services.is_ahead()
        with refused(ErrorCode.CLOCK_BEHIND_REGISTRY, signed):
            record(signed, Kind.REPAYMENT, DECIDED, 100)
        with refused(ErrorCode.CLOCK_BEHIND_REGISTRY, signed):
            sign(signed, signed_on=DECIDED)
        on(signed, PAID)
        assert not signed.services.is_ahead()


class TestMoneyReceived:
    def test_it_goes_to_what_is_due_then_to_the_next_rows(self, paid):
        record(paid, Kind.REPAYMENT, date(2028, 3, 10), 1_500, reference="REMB 1")
        found = position(paid)
        assert [each.state for each in found.rows[:3]] == [
            InstalmentState.PAID,
            InstalmentState.PARTLY_PAID,
            InstalmentState.TO_COME,
        ]
        assert (found.outstanding, found.received) == (Money(10_500_00), Money(1_500_00))

    def test_a_debit_that_is_rejected_is_as_if_it_had_never_come(self, paid, refused):
        due = date(2028, 3, 10)
        record(paid, Kind.REPAYMENT, due, 1_000)
        event = detail(paid).events[-1]
        on(paid, due + timedelta(days=8))
        rejected = draft(Kind.REJECTED_DEBIT, due + timedelta(days=5), reference="AM04")
        paid.services.advances.reverse(event.id, rejected)
        found = detail(paid)
        assert [each.is_reversed for each in found.events if each.id == event.id] == [True]
        assert (found.row.position.days_late, found.row.position.received) == (8, Money(0))
        assert position(paid, day=due).received == Money(1_000_00)
        with refused(ErrorCode.EVENT_ALREADY_REVERSED, paid):
            paid.services.advances.reverse(event.id, rejected)

    def test_what_exceeds_everything_is_a_credit_that_is_paid_back(self, paid, refused):
        day = date(2027, 1, 5)
        record(paid, Kind.REPAYMENT, day, 12_500)
        found = position(paid)
        assert (found.state, found.credit) == (AdvanceState.REPAID, Money(500_00))
        with refused(ErrorCode.REFUND_TOO_LARGE, paid, left=Money(500_00)):
            record(paid, Kind.REFUND, day, 501)
        record(paid, Kind.REFUND, day, 500)
        assert (position(paid).credit, position(paid).refunded) == (Money(0), Money(500_00))

    @pytest.mark.parametrize(
        ("said", "code"),
        [
            (draft(Kind.REPAYMENT, PAID, 0), ErrorCode.AMOUNT_NOT_POSITIVE),
            (draft(Kind.REPAYMENT, PAID, 1, author=" "), ErrorCode.EVENT_AUTHOR_MISSING),
            (draft(Kind.REPAYMENT, date(2026, 12, 5), 1), ErrorCode.EVENT_DATE_TOO_EARLY),
            (draft(Kind.REPAYMENT, date(2026, 12, 11), 1), ErrorCode.EVENT_DATE_IN_FUTURE),
            (draft(Kind.RECOVERY, PAID, 1), ErrorCode.RECOVERY_WITHOUT_LOSS),
            (draft(Kind.LOSS, PAID, 1), ErrorCode.REASON_MISSING),
            (draft(Kind.LOSS, PAID, 13_000, note="Liquidation"), ErrorCode.WRITE_OFF_TOO_LARGE),
            (draft(Kind.AGREEMENT_SIGNED, PAID), ErrorCode.ADVANCE_STEP_REFUSED),
            (draft(Kind.MORATORIUM, PAID), ErrorCode.EVENT_DATE_TOO_EARLY),
            (draft(Kind.REVERSAL, PAID, note="Erreur"), ErrorCode.REVERSAL_WITHOUT_EVENT),
            (draft(Kind.REPAYMENT, PAID, 1, note="x" * 100_000), ErrorCode.TEXT_TOO_LONG),
        ],
    )
    def test_what_cannot_be_is_refused(self, paid, refused, said, code):
        with refused(code, paid):
            paid.services.advances.record(paid.dossier(ONE), said)

    def test_an_event_of_another_advance_is_not_taken_back(self, paid, refused):
        event = detail(paid).events[-1]
        sign(paid, FOUR, signed_on=PAID)
        said = draft(Kind.REVERSAL, PAID, note="Erreur", reverses_id=event.id)
        with refused(ErrorCode.EVENT_NOT_FOUND, paid):
            paid.services.advances.record(paid.dossier(FOUR), said)
        with refused(ErrorCode.EVENT_NOT_FOUND, paid):
            paid.services.advances.reverse(paid.registry.new_id(), said)

    def test_a_signature_that_was_followed_stays(self, paid, refused):
        event = detail(paid).events[0]
        with refused(ErrorCode.EVENT_NOT_REVERSIBLE, paid):
            paid.services.advances.reverse(event.id, draft(Kind.REVERSAL, PAID, note="Erreur"))


class TestDatedDecisions:
    def test_a_moratorium_suspends_the_delay(self, paid):
        day = date(2028, 4, 10)
        on(paid, day)
        assert position(paid).days_late == 31
        record(paid, Kind.MORATORIUM, day, until=date(2028, 6, 30))
        assert (position(paid).days_late, position(paid).bucket) == (0, AgeingBucket.NOT_LATE)

    def test_what_is_accelerated_is_due_at_once_then_goes_to_court(self, paid):
        record(paid, Kind.ACCELERATION, date(2028, 6, 1), reference="AR 12")
        assert position(paid).state is AdvanceState.ACCELERATED
        record(paid, Kind.LITIGATION, date(2028, 7, 1), reference="TC Dijon")
        found = position(paid)
        assert (found.state, found.overdue) == (AdvanceState.IN_LITIGATION, Money(12_000_00))

    @pytest.mark.parametrize(
        ("kind", "state"), [(Kind.WAIVER, AdvanceState.WAIVED), (Kind.LOSS, AdvanceState.LOST)]
    )
    def test_after_a_write_off_money_is_recovered(self, paid, refused, kind, state):
        day = date(2028, 7, 1)
        record(paid, Kind.REPAYMENT, date(2028, 3, 10), 2_000)
        record(paid, kind, day, 10_000, note="Liquidation judiciaire")
        assert position(paid).state is state
        with refused(ErrorCode.ADVANCE_STEP_REFUSED, paid, state=state):
            record(paid, Kind.REPAYMENT, day, 100)
        with refused(ErrorCode.EVENT_DATE_TOO_EARLY, paid, limit=day):
            record(paid, Kind.RECOVERY, date(2028, 6, 30), 100)
        record(paid, Kind.RECOVERY, date(2028, 9, 1), 300)
        found = position(paid)
        assert (found.written_off, found.recovered) == (Money(10_000_00), Money(300_00))
        assert found.outstanding == Money(0)

    @pytest.mark.parametrize(
        ("kind", "code"),
        [
            (Kind.REMINDER, ErrorCode.ADVANCE_STEP_REFUSED),
            (Kind.FORMAL_NOTICE, ErrorCode.ADVANCE_STEP_REFUSED),
            (Kind.ACCELERATION, ErrorCode.ACCELERATION_WITHOUT_DELAY),
        ],
    )
    def test_nothing_is_claimed_while_nothing_is_late(self, paid, refused, kind, code):
        on(paid, date(2028, 3, 20))
        with refused(code, paid, number=ONE):
            record(paid, kind, date(2028, 3, 10))
        record(paid, kind, date(2028, 3, 11))

    def test_everything_is_claimed_for_another_reason_once_it_is_written(self, paid, refused):
        day = date(2027, 1, 4)
        record(paid, Kind.ACCELERATION, day, note="Liquidation judiciaire")
        record(paid, Kind.LITIGATION, day)
        with refused(ErrorCode.ADVANCE_STEP_REFUSED, paid, state=AdvanceState.IN_LITIGATION):
            record(paid, Kind.LITIGATION, day)

    def test_a_moratorium_ends_with_the_longest_schedule_at_the_latest(self, paid, refused):
        day, last = date(2028, 4, 10), date(2033, 12, 10)
        for until in (last + timedelta(days=1), date.max):
            with refused(ErrorCode.MORATORIUM_TOO_LONG, paid, day=until, limit=last, most=84):
                record(paid, Kind.MORATORIUM, day, until=until)
        record(paid, Kind.MORATORIUM, day, until=last)
        assert len(paid.services.fund.forecast(day).months) == 60

    def test_a_reminder_is_kept_and_the_next_step_follows(self, paid):
        on(paid, date(2028, 3, 20))
        assert detail(paid).row.step is Kind.REMINDER
        record(paid, Kind.REMINDER, date(2028, 3, 20), reference="Courriel")
        found = detail(paid)
        assert (found.row.step, found.next_step) == (None, Kind.FORMAL_NOTICE)
        assert (found.last_step_on, found.next_step_on) == (date(2028, 3, 20), date(2028, 4, 11))
        on(paid, date(2028, 4, 11))
        assert detail(paid).row.step is Kind.FORMAL_NOTICE


class TestTheList:
    def test_it_answers_words_states_and_ages(self, paid):
        def found(**asked):
            query = AdvanceQuery(paid.clock.now.date(), **asked)
            return [each.number for each in paid.services.advances.list(query)]

        assert found() == [ONE, TWO, FOUR]
        assert found(states=frozenset({AdvanceState.RUNNING})) == [ONE]
        company = detail(paid, FOUR).row.company
        assert found(text=company.upper()) == [FOUR]
        assert found(text="2026 015") == []
        assert found(text="2026-014") == [TWO]
        on(paid, date(2028, 4, 20))
        assert found(buckets=frozenset({AgeingBucket.UP_TO_59})) == [ONE]
        query = AdvanceQuery(DECIDED - timedelta(days=1))
        assert paid.services.advances.list(query) == ()

    def test_it_is_the_line_that_the_detail_shows(self, paid):
        rows = paid.services.advances.list(AdvanceQuery(paid.clock.now.date()))
        assert [each for each in rows if each.number == ONE] == [detail(paid).row]

    def test_it_costs_the_same_whatever_the_number(self, lending, statements):
        def cost():
            with statements(lending.registry) as sent:
                lending.services.advances.list(AdvanceQuery(date(2028, 1, 1)))
            return len(sent)

        cost()
        before = cost()
        for number in (ONE, FOUR):
            sign(lending, number)
            record(lending, Kind.DISBURSEMENT, PAID, 5_000, number)
            record(lending, Kind.REPAYMENT, date(2027, 2, 1), 100, number)
        assert cost() == before <= 8

    def test_an_advance_that_a_decision_took_away_stays_once_it_was_signed(self, paid):
        meeting = paid.hold(ONE, TWO, complete=False, held_on=date(2026, 12, 14))
        for number in (ONE, TWO):
            paid.approve(meeting, number, amount=Money(0), days=3, conditions=())
        paid.services.committee.close(meeting)
        rows = paid.services.advances.list(AdvanceQuery(date(2026, 12, 20)))
        assert [each.number for each in rows] == [ONE, FOUR]


AMENDED = date(2028, 4, 3)


def modify(office):
    """Pay, receive two instalments, and take a *décision modificative*."""
    sign_and_pay(office)
    record(office, Kind.REPAYMENT, date(2028, 3, 10), 1_500)
    meeting = office.hold(ONE, complete=False, held_on=date(2028, 3, 27))
    office.approve(meeting, ONE, amount=Money(12_000_00), months=60, conditions=())
    office.services.committee.close(meeting)
    on(office, AMENDED)


@pytest.fixture
def modified(lending):
    """Paid, two instalments received, and a *décision modificative* taken since."""
    lending.after(modify)
    return lending


def amendment(office, **more):
    ((decision_id, _number),) = detail(office).amending_decisions or ((None, ""),)
    said = AmendmentDraft(
        reason=ScheduleReason.RESCHEDULING,
        effective_on=AMENDED,
        first_due=date(2028, 9, 10),
        count=6,
        every=3,
        decision_id=decision_id,
        note="Commandes reportées",
        author=WHO,
    )
    return replace(said, **more)


def amend(office, **more):
    said = amendment(office, **more)
    return office.services.advances.amend(office.dossier(ONE), said)


class TestAmendments:
    def test_it_follows_a_decision_and_keeps_what_was_paid(self, modified):
        said = amendment(modified)
        rows = modified.services.advances.preview_amendment(modified.dossier(ONE), said)
        amend(modified)
        found = detail(modified)
        first, second = found.versions
        assert (second.version, second.reason) == (2, ScheduleReason.RESCHEDULING)
        assert (second.decision_number, second.effective_on) == ("2028-D001", AMENDED)
        assert second.rows == rows
        assert second.kept == {1, 2}
        assert [each.amount for each in rows[:2]] == [Money(1_000_00), Money(500_00)]
        assert [each.amount for each in rows[2:]] == [Money(1_750_00)] * 6
        assert len(first.rows) == 12
        assert found.amending_decisions == ()
        assert found.row.position.outstanding == Money(10_500_00)
        assert position(modified, day=date(2028, 4, 2)).rows[1].instalment.amount == Money(1_000_00)

    def test_it_is_previewed_before_its_decision_is_known(self, modified):
        advances, dossier = modified.services.advances, modified.dossier(ONE)
        known = advances.preview_amendment(dossier, amendment(modified))
        for unknown in (None, modified.registry.new_id()):
            said = amendment(modified, decision_id=unknown)
            assert advances.preview_amendment(dossier, said) == known

    def test_what_was_shown_is_what_is_frozen(self, modified, refused):
        advances, dossier = modified.services.advances, modified.dossier(ONE)
        said = amendment(modified)
        shown = advances.preview_amendment(dossier, said)
        record(modified, Kind.REPAYMENT, AMENDED, 100)
        with refused(ErrorCode.AMENDMENT_CHANGED_MEANWHILE, modified, number=ONE):
            advances.amend(dossier, said, shown)
        shown = advances.preview_amendment(dossier, said)
        advances.amend(dossier, said, shown)
        assert detail(modified).versions[-1].rows == shown

    @pytest.mark.parametrize("reason", [ScheduleReason.CONTRACT, ScheduleReason.PAYMENT_DATE])
    def test_a_contract_is_no_amendment(self, modified, reason):
        with pytest.raises(ValueError, match="no amendment"):
            amend(modified, reason=reason)

    def test_a_decision_serves_once(self, modified, refused):
        amend(modified)
        with refused(ErrorCode.AMENDMENT_WITHOUT_DECISION, modified):
            amend(modified)

    def test_money_after_it_goes_to_its_rows(self, modified, refused):
        amend(modified)
        record(modified, Kind.REPAYMENT, date(2028, 9, 11), 1_750)
        assert position(modified).rows[2].state is InstalmentState.PAID
        with refused(ErrorCode.EVENT_DATE_TOO_EARLY, modified, limit=AMENDED):
            record(modified, Kind.REPAYMENT, date(2028, 4, 2), 100)

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({"decision_id": None}, ErrorCode.AMENDMENT_WITHOUT_DECISION),
            ({"author": " "}, ErrorCode.EVENT_AUTHOR_MISSING),
            ({"effective_on": date(2028, 4, 4)}, ErrorCode.EVENT_DATE_IN_FUTURE),
            ({"effective_on": date(2028, 3, 9)}, ErrorCode.EVENT_DATE_TOO_EARLY),
            ({"effective_on": date(2026, 11, 24)}, ErrorCode.EVENT_DATE_TOO_EARLY),
            ({"first_due": AMENDED}, ErrorCode.FIRST_DUE_TOO_EARLY),
            ({"count": 40}, ErrorCode.RESCHEDULED_TOO_LONG),
            ({"note": "a\x00"}, ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ],
    )
    def test_what_cannot_be_is_refused(self, modified, refused, more, code):
        with refused(code, modified):
            amend(modified, **more)

    def test_before_the_signature_there_is_nothing_to_amend(self, lending, refused):
        with refused(ErrorCode.ADVANCE_NOT_SIGNED, lending):
            amend(lending)


class TestAnotherAmount:
    @pytest.fixture
    def changed(self, signed):
        """Signed, 4 000 of 12 000 euros paid, then a decision that grants another amount."""

        def to(amount):
            record(signed, Kind.DISBURSEMENT, PAID, 4_000)
            meeting = signed.hold(ONE, complete=False, held_on=date(2028, 3, 27))
            signed.approve(meeting, ONE, amount=Money(amount * 100), conditions=())
            signed.services.committee.close(meeting)
            on(signed, AMENDED)
            return signed

        return to

    @pytest.mark.parametrize("amount", [4_000, 8_000, 15_000])
    def test_the_amendment_follows_it(self, changed, amount):
        office = changed(amount)
        assert detail(office).left_to_disburse == Money(min(8_000, amount - 4_000) * 100)
        amend(office)
        found = detail(office)
        assert found.row.amount == Money(amount * 100)
        assert found.left_to_disburse == Money((amount - 4_000) * 100)
        rows = found.versions[-1].rows
        assert sum(each.amount.minor for each in rows) == amount * 100

    def test_what_was_paid_is_not_taken_back(self, changed, refused):
        office = changed(3_000)
        with refused(ErrorCode.AMENDMENT_BELOW_PAID, office, paid=Money(4_000_00)):
            amend(office)


class TestDatesChosenByHand:
    def test_the_first_one_moves_the_others(self, lending):
        advances, dossier = lending.services.advances, lending.dossier(ONE)
        chosen = {"first_due": date(2028, 1, 5)}
        rows = advances.preview_signing(dossier, PAID, **chosen)
        advances.sign(dossier, DECIDED, PAID, WHO, **chosen)
        assert detail(lending).versions[0].rows == rows
        assert [each.theoretical for each in rows[:2]] == [date(2028, 1, 5), date(2028, 4, 5)]

    def test_everything_may_be_due_at_the_end(self, lending):
        dossier = lending.dossier(ONE)
        rows = lending.services.advances.preview_signing(dossier, PAID, in_fine=True)
        assert [each.amount for each in rows] == [Money(12_000_00)]

    def test_one_that_the_payment_overtook_is_counted_again(self, lending):
        advances, dossier = lending.services.advances, lending.dossier(FOUR)
        advances.sign(dossier, DECIDED, DECIDED, WHO, first_due=date(2026, 12, 1))
        record(lending, Kind.DISBURSEMENT, date(2026, 12, 4), 5_000, FOUR)
        rows = detail(lending, FOUR).versions[-1].rows
        assert rows[0].theoretical == date(2027, 1, 4)

    def test_the_rules_of_the_day_of_the_decision_hold(self, lending):
        rules = lending.services.money_rules
        on(lending, date(2026, 11, 25))
        rules.adopt(replace(rules.in_force().rules, day_of_month=5, deferral_included=False))
        sign(lending)
        assert [len(each.rows) for each in detail(lending).versions] == [12]
        meeting = lending.hold("2026-015", held_on=date(2026, 12, 14))
        terms = {"months": 48, "deferral": 12, "every": 3, "conditions": ()}
        lending.approve(meeting, "2026-015", amount=Money(12_000_00), **terms)
        lending.services.committee.close(meeting)
        planned = detail(lending, "2026-015").planned
        assert (len(planned), planned[0].theoretical) == (16, date(2028, 3, 5))


class TestAClosedPeriod:
    def test_nothing_is_dated_in_it(self, paid, refused):
        on(paid, date(2027, 1, 10))
        paid.services.fund.close(date(2026, 12, 31), WHO)
        with refused(ErrorCode.FUND_PERIOD_CLOSED, paid, limit=date(2026, 12, 31)):
            record(paid, Kind.REPAYMENT, date(2026, 12, 31), 100)
        record(paid, Kind.REPAYMENT, date(2027, 1, 1), 100)
        with refused(ErrorCode.FUND_PERIOD_CLOSED, paid):
            paid.services.advances.sign(paid.dossier(FOUR), SIGNED, PAID, WHO)


class TestAccounts:
    ACCOUNT = BankAccount(
        UUID(int=0), "999690050", "Nettoyage Kermadec", "fr76 3000 6000 0112 3456 7890 189"
    )

    def test_a_company_has_one(self, lending):
        advances = lending.services.advances
        assert advances.account("999690050") is None
        assert advances.save_account(self.ACCOUNT).money
        found = advances.account("999690050")
        assert (found.iban, found.revision) == ("FR7630006000011234567890189", 1)
        assert not advances.save_account(self.ACCOUNT).money
        advances.save_account(replace(self.ACCOUNT, mandate="M-1", mandate_on=DECIDED))
        again = advances.account("999690050")
        assert (again.id, again.mandate, again.revision) == (found.id, "M-1", 2)

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({"iban": "FR7630006000011234567890188"}, ErrorCode.IBAN_INVALID),
            ({"iban": " "}, ErrorCode.TEXT_MISSING),
            ({"holder": ""}, ErrorCode.TEXT_MISSING),
            ({"bic": "X"}, ErrorCode.BIC_INVALID),
            ({"siren": "123"}, ErrorCode.SIREN_INVALID),
        ],
    )
    def test_one_that_is_none_is_refused(self, lending, refused, more, code):
        with refused(code, lending):
            lending.services.advances.save_account(replace(self.ACCOUNT, **more))
