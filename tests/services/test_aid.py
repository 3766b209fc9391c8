"""State aid: rates entered, aids declared, sheets, aids recorded, the register."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import openpyxl
import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AdvanceEventKind,
    AidMethod,
    DecisionOutcome,
    GrantDateRule,
    PaperKind,
    RegisterStatus,
    ScheduleReason,
)
from alize_desktop.models.records.advances import AdvanceEventDraft, AmendmentDraft
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.money_rules import CEILING, MoneyRules
from alize_desktop.models.records.state_aid import PastAid
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.state_aid import BASE_RATES
from alize_desktop.services.aid_reading import grant_in
from alize_desktop.services.dossier_papers_reading import read_dossier_paper
from alize_desktop.wording.register_words import HEADERS

ONE, TWO, THREE = "2026-013", "2026-014", "2026-019"
DECIDED, SIGNED = date(2026, 11, 23), date(2026, 12, 1)
WHO = "Odile Perrin"
SOURCE = "Site de la Commission, lu le 2 janvier 2027"


def sheet(office, number=ONE):
    return office.services.aid.sheet(office.dossier(number))


def siren(office, number=ONE):
    return office.detail(number).sheet.company.siren


def declared(office, euros, day=date(2025, 3, 3), number=ONE, **more):
    aid = office.services.aid.new_past_aid(siren(office, number), day, Money(euros * 100))
    aid = replace(aid, **more)
    office.services.aid.save_past_aid(aid)
    return aid


def adopt(office, **changes):
    office.services.money_rules.adopt(replace(MoneyRules(), **changes))


def grant(office, number=ONE, signed_on=SIGNED):
    with office.registry.write() as session:
        return grant_in(office.registry, session, office.dossier(number), signed_on)


def go_to(office, day):
    office.clock.now = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)


class TestRates:
    def test_the_program_comes_with_some(self, lending):
        assert lending.services.aid.rates() == BASE_RATES

    def test_one_that_is_entered_wins_and_keeps_its_source(self, lending):
        aid, year = lending.services.aid, (date(2026, 7, 1), date(2026, 12, 31))
        assert aid.enter_rate(*year, Decimal("9.99"), "Erreur").money
        aid.enter_rate(*year, Decimal("2.55"), f"  {SOURCE} ")
        *_usual, wrong, right = aid.rates()
        assert (wrong.percent, right.percent, right.source) == (
            Decimal("9.99"),
            Decimal("2.55"),
            SOURCE,
        )
        basis = sheet(lending).basis
        assert (basis.base_percent, basis.reference_percent) == (Decimal("2.55"), Decimal("6.55"))
        assert (basis.discount_percent, basis.source) == (Decimal("3.55"), SOURCE)

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"last": date(2026, 12, 31)}, ErrorCode.RATE_DAYS_REVERSED),
            ({"last": date(2126, 12, 31)}, ErrorCode.DATE_INVALID),
            ({"percent": Decimal("25.01")}, ErrorCode.RATE_OUT_OF_RANGE),
            ({"percent": Decimal("-5.01")}, ErrorCode.RATE_OUT_OF_RANGE),
            ({"percent": Decimal("2.195")}, ErrorCode.NUMBER_INVALID),
            ({"percent": Decimal("NaN")}, ErrorCode.NUMBER_INVALID),
            ({"source": " "}, ErrorCode.RATE_SOURCE_MISSING),
            ({"source": "a\x00"}, ErrorCode.TEXT_HAS_CONTROL_CHARACTERS),
        ],
    )
    def test_one_that_nobody_publishes_is_refused(self, lending, refused, changes, code):
        usual = {
            "first": date(2027, 1, 1),
            "last": date(2027, 12, 31),
            "percent": Decimal("2.05"),
            "source": SOURCE,
        }
        with refused(code, lending):
            lending.services.aid.enter_rate(**usual | changes)


class TestDeclaredAids:
    def test_they_are_kept_changed_and_removed(self, lending):
        aid = lending.services.aid
        late = declared(lending, 2_000, date(2026, 1, 5), granter="Région")
        early = declared(lending, 1_000, undertaking="Filiale")
        assert aid.past_aids(siren(lending)) == (early, late)
        assert not aid.save_past_aid(early).money
        changed = replace(early, grant_equivalent=Money(1_500_00))
        assert aid.save_past_aid(changed).money
        assert aid.past_aids(siren(lending)) == (changed, late)
        assert aid.remove_past_aid(changed.id).money
        assert not aid.remove_past_aid(changed.id).money
        assert aid.past_aids(siren(lending)) == (late,)
        assert aid.past_aids("") == ()

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"siren": ""}, ErrorCode.TEXT_MISSING),
            ({"siren": "123456789"}, ErrorCode.SIREN_INVALID),
            ({"granted_on": date(2026, 11, 24)}, ErrorCode.EVENT_DATE_IN_FUTURE),
            ({"granted_on": date(1026, 11, 24)}, ErrorCode.DATE_INVALID),
            ({"grant_equivalent": ZERO}, ErrorCode.AMOUNT_NOT_POSITIVE),
            ({"measure": "a" * 32_768}, ErrorCode.TEXT_TOO_LONG),
        ],
    )
    def test_one_that_cannot_be_is_refused(self, lending, refused, changes, code):
        aid = PastAid(UUID(int=7), siren(lending), date(2026, 1, 5), Money(1_00))
        with refused(code, lending):
            lending.services.aid.save_past_aid(replace(aid, **changes))


class TestTheSheet:
    def test_it_says_the_aid_and_what_it_was_reckoned_with(self, lending):
        found = sheet(lending)
        assert (found.granted_on, found.window_from) == (DECIDED, date(2023, 11, 24))
        assert found.amount == Money(12_000_00)
        assert found.basis.method is AidMethod.A
        assert found.basis.base_from == date(2026, 1, 1)
        assert ZERO < found.grant_equivalent < found.amount
        assert found.total == found.past_total + found.grant_equivalent
        assert found.left == CEILING - found.total
        assert found.is_allowed
        assert not found.is_confirmed
        assert found.grant is None

    def test_it_is_confirmed_by_the_holder_of_the_fund(self, lending):
        adopt(lending, confirmed_by="Le département", confirmed_on=DECIDED)
        assert sheet(lending).is_confirmed

    def test_what_is_only_asked_is_reckoned_as_if_granted_today(self, office):
        go_to(office, date(2026, 12, 3))
        found = sheet(office, "2026-020")
        assert found.granted_on == date(2026, 12, 3)
        assert found.amount == office.detail("2026-020").sheet.request.amount

    def test_the_rules_of_the_money_are_followed(self, lending):
        usual = sheet(lending).grant_equivalent
        adopt(lending, public_percent=Decimal(60), ceiling=Money(1_000_00))
        found = sheet(lending)
        assert abs(found.grant_equivalent.minor - usual.minor * 6 // 10) <= 1
        assert found.ceiling == Money(1_000_00)
        assert found.is_allowed is (found.total <= found.ceiling)
        adopt(lending, aid_method=AidMethod.B)
        assert sheet(lending).grant_equivalent > usual

    def test_lent_days_count_when_the_rules_say_so(self, lending):
        usual, days = sheet(lending).grant_equivalent, lending.detail(ONE).decision.draft.days
        adopt(lending, counts_days=True)
        found = sheet(lending)
        assert found.grant_equivalent == usual + found.basis.days_value
        assert found.basis.days_value == Money(800_00) * days

    def test_aids_declared_by_date_take_the_place_of_the_total_of_the_dossier(self, lending):
        whole = lending.detail(TWO).sheet.financing.past_de_minimis
        (before,) = sheet(lending, TWO).past
        assert (before.grant_equivalent, before.measure) == (
            whole,
            "Total déclaré au dépôt du dossier 2026-014",
        )
        counted = declared(lending, 7_000, date(2023, 11, 24), TWO)
        declared(lending, 90_000, date(2023, 11, 23), TWO)
        assert sheet(lending, TWO).past == (counted,)

    def test_a_day_that_no_rate_covers_gives_no_total(self, office):
        go_to(office, date(2027, 2, 1))
        found = sheet(office, "2026-020")
        assert found.grant_equivalent is None
        assert found.basis is None
        assert found.total is None
        assert found.left is None
        assert not found.is_allowed

    def test_over_the_ceiling_nothing_is_left_and_nothing_is_cut(self, lending):
        declared(lending, 299_900)
        found = sheet(lending)
        assert not found.is_allowed
        assert found.left is None
        assert found.total == Money(299_900_00) + found.grant_equivalent


class TestAidsRecorded:
    def test_the_signature_records_what_the_sheet_says(self, lending):
        told, recorded = sheet(lending), grant(lending)
        assert recorded.identifier == "2026-013-1"
        assert recorded.granted_on == DECIDED
        assert recorded.grant_equivalent == told.grant_equivalent
        assert recorded.basis == told.basis
        assert recorded.status is RegisterStatus.TO_DECLARE
        assert sheet(lending).grant == recorded
        assert grant(lending) == recorded
        lending.services.aid.record_grant(lending.dossier(ONE))
        assert lending.services.aid.register(2026) == (recorded,)

    def test_what_is_recorded_no_longer_moves_with_the_rules(self, lending):
        recorded = grant(lending)
        adopt(lending, aid_method=AidMethod.B)
        assert sheet(lending).grant_equivalent == recorded.grant_equivalent
        assert grant(lending).identifier == "2026-013-2"  # its agreement is signed again
        (again,) = lending.services.aid.register(2026)
        assert again.grant_equivalent > recorded.grant_equivalent
        assert sheet(lending).grant == again

    def test_the_day_of_the_signature_may_be_the_one_that_counts(self, lending, refused):
        adopt(lending, grant_date=GrantDateRule.SIGNATURE)
        with refused(ErrorCode.ADVANCE_NOT_SIGNED, lending):
            lending.services.aid.record_grant(lending.dossier(ONE))
        assert sheet(lending).granted_on == DECIDED
        assert grant(lending).granted_on == SIGNED
        with refused(ErrorCode.AID_RATE_UNKNOWN, lending, day=date(2027, 1, 4)):
            grant(lending, TWO, date(2027, 1, 4))

    def test_an_aid_recorded_at_its_signature_no_longer_moves_either(self, lending):
        adopt(lending, grant_date=GrantDateRule.SIGNATURE)
        recorded = grant(lending)
        adopt(lending, grant_date=GrantDateRule.SIGNATURE, aid_method=AidMethod.B)
        assert sheet(lending).basis == recorded.basis
        assert grant(lending).identifier == "2026-013-2"

    def test_what_was_decided_later_counts_at_a_signature(self, office):
        company = office.detail(ONE).sheet.company
        other = office.detail(TWO)
        office.services.dossiers.save(
            office.dossier(TWO), replace(other.sheet, company=company), other.revision
        )
        meeting = office.hold(ONE, TWO)
        office.approve(meeting, ONE)
        office.approve(meeting, TWO)
        assert sheet(office, TWO).past[-1].measure == "Avance du dossier 2026-013"
        assert "Avance" not in "".join(each.measure for each in sheet(office).past)
        adopt(office, grant_date=GrantDateRule.SIGNATURE)
        assert sheet(office).past[-1].measure == "Avance du dossier 2026-014"

    def test_the_ceiling_refuses_the_whole_aid(self, lending, refused):
        declared(lending, 299_900)
        total = sheet(lending).total
        with refused(ErrorCode.DE_MINIMIS_EXCEEDED, lending, total=total, ceiling=CEILING):
            grant(lending)

    def test_an_activity_out_of_scope_is_refused(self, office, refused):
        detail = office.detail(ONE)
        changed = replace(detail.sheet, company=replace(detail.sheet.company, naf_code="01.13Z"))
        office.services.dossiers.save(office.dossier(ONE), changed, detail.revision)
        office.approve(office.hold(ONE), ONE)
        with refused(ErrorCode.ACTIVITY_OUT_OF_SCOPE, office):
            grant(office)

    def test_nothing_is_recorded_of_what_was_not_granted(self, lending, refused):
        with refused(ErrorCode.ADVANCE_NOT_FOUND, lending):
            grant(lending, "2026-020")


class TestWhatPapersTell:
    def test_the_signature_records_the_aid_of_the_schedule_that_is_signed(self, lending):
        planned = sheet(lending).grant_equivalent
        go_to(lending, SIGNED)
        lending.services.advances.sign(lending.dossier(ONE), SIGNED, SIGNED, WHO, in_fine=True)
        (recorded,) = lending.services.aid.register(2026)
        assert recorded.grant_equivalent > planned
        assert sheet(lending).grant_equivalent == recorded.grant_equivalent

    def test_a_new_signature_records_the_aid_again(self, lending):
        planned = sheet(lending).grant_equivalent
        sign(lending, in_fine=True)
        take_back(lending, AdvanceEventKind.AGREEMENT_SIGNED)
        assert not lending.services.aid.record_grant(lending.dossier(ONE)).money
        sign(lending)
        (again,) = lending.services.aid.register(2026)
        assert (again.identifier, again.grant_equivalent) == ("2026-013-2", planned)

    def test_a_signature_over_the_ceiling_writes_nothing(self, lending, refused):
        declared(lending, 299_900)
        go_to(lending, SIGNED)
        with refused(ErrorCode.DE_MINIMIS_EXCEEDED, lending):
            lending.services.advances.sign(lending.dossier(ONE), SIGNED, SIGNED, WHO)

    def test_minutes_keep_to_what_was_known_at_their_closing(self, lending):
        meeting = lending.services.meetings.by_number(lending.detail(ONE).meeting_number)
        before = lending.services.minutes.record(meeting).items[0].aid
        lending.clock.advance(60)
        gone = declared(lending, 7_000)
        adopt(lending, aid_method=AidMethod.B, ceiling=Money(1_00))
        lending.services.aid.enter_rate(DECIDED, DECIDED, Decimal("9.99"), SOURCE)
        assert lending.services.minutes.record(meeting).items[0].aid == before
        assert sheet(lending).past == (gone,)
        assert sheet(lending).basis.base_percent == Decimal("9.99")

    def test_minutes_tell_the_aids_declared_before_their_closing(self, office):
        kept, gone = declared(office, 7_000), declared(office, 9_000)
        office.services.aid.remove_past_aid(gone.id)
        meeting = office.hold(ONE)
        office.approve(meeting, ONE)
        office.services.committee.close(meeting)
        office.clock.advance(60)
        office.services.aid.remove_past_aid(kept.id)
        assert office.services.minutes.record(meeting).items[0].aid.declared == Money(7_000_00)

    def test_a_letter_tells_the_aid_as_it_was_recorded(self, lending):
        recorded = grant(lending)
        adopt(lending, aid_method=AidMethod.B)
        with lending.registry.read() as session:
            paper = read_dossier_paper(session, lending.dossier(ONE), PaperKind.DE_MINIMIS, DECIDED)
        assert paper.aid.new.grant_equivalent == recorded.grant_equivalent
        assert paper.aid.new.basis.method is AidMethod.A


T = {"months": 48, "deferral": 12, "every": 3, "conditions": ()}


def grant_to_one_of_two(office):
    """Give one company two dossiers: the first has an advance, the second asks for one."""
    detail = office.detail(THREE)
    company = office.detail(ONE).sheet.company
    sheet_of_other = replace(detail.sheet, company=company)
    office.services.dossiers.save(office.dossier(THREE), sheet_of_other, detail.revision)
    meeting = office.hold(ONE)
    office.approve(meeting, ONE, amount=Money(12_000_00), **T)
    office.services.committee.close(meeting)


@pytest.fixture
def sisters(office):
    """One company with two dossiers: the first has an advance, the second asks for one."""
    office.after(grant_to_one_of_two)
    return office


def sign(office, number=ONE, day=SIGNED, **more):
    go_to(office, max(day, office.clock.now.date()))
    office.services.advances.sign(office.dossier(number), day, day, WHO, **more)


def take_back(office, kind, day=SIGNED):
    events = office.services.advances.detail(office.dossier(ONE), day).events
    event = next(x for x in events if x.draft.kind is kind and not x.is_reversed)
    back = AdvanceEventDraft(AdvanceEventKind.REVERSAL, day, author=WHO, note="Erreur")
    office.services.advances.reverse(event.id, back)


def release(office, euros=12_000, day=SIGNED):
    paid = AdvanceEventDraft(AdvanceEventKind.DISBURSEMENT, day, Money(euros * 100), author=WHO)
    office.services.advances.record(office.dossier(ONE), paid)


def decide(office, day, number=ONE, **terms):
    """Hold another meeting on a dossier; it is withdrawn without terms."""
    go_to(office, day)
    meeting = office.hold(number, complete=number != ONE, held_on=day)
    if terms:
        found = office.approve(meeting, number, **terms)
    else:
        gone = DecisionDraft(DecisionOutcome.WITHDRAWN, grounds="Projet abandonné")
        found = office.services.decisions.record(office.item(meeting, number), gone)[0]
    office.services.committee.close(meeting)
    return found


def others(office, number=None):
    return {
        each.measure: each.grant_equivalent
        for each in sheet(office, number or THREE).past
        if each.measure.startswith("Avance")
    }


class TestWhatCountsOfOtherDossiers:
    @pytest.mark.parametrize(
        "then", [{}, {"amount": ZERO, "days": 2}, T | {"amount": Money(3_000_00)}]
    )
    def test_an_aid_that_was_paid_counts_whatever_is_decided_next(self, sisters, then):
        sign(sisters)
        (recorded,) = sisters.services.aid.register(2026)
        release(sisters)
        decide(sisters, date(2026, 12, 15), **then)
        assert others(sisters) == {"Avance du dossier 2026-013": recorded.grant_equivalent}

    def test_its_own_sheet_tells_it_still(self, sisters):
        sign(sisters)
        (recorded,) = sisters.services.aid.register(2026)
        release(sisters)
        decide(sisters, date(2026, 12, 15))
        assert sheet(sisters).grant_equivalent == recorded.grant_equivalent

    def test_one_that_was_not_paid_is_gone_with_its_decision(self, sisters):
        sign(sisters)
        release(sisters)
        take_back(sisters, AdvanceEventKind.DISBURSEMENT)
        decide(sisters, date(2026, 12, 15))
        assert others(sisters) == {}

    def test_a_lapsed_approval_no_longer_counts(self, sisters, refused):
        assert others(sisters)
        go_to(sisters, date(2027, 5, 23))
        assert others(sisters)
        go_to(sisters, date(2027, 7, 1))
        assert others(sisters) == {}
        with refused(ErrorCode.APPROVAL_LAPSED, sisters, day=date(2027, 5, 23)):
            sisters.services.aid.record_grant(sisters.dossier(ONE))

    def test_an_agreement_that_was_signed_does_not_lapse(self, sisters):
        sign(sisters)
        go_to(sisters, date(2027, 7, 1))
        assert others(sisters)

    def test_the_window_ends_with_the_signature_that_counts(self, sisters):
        adopt(sisters, grant_date=GrantDateRule.SIGNATURE)
        sign(sisters)
        sisters.services.aid.enter_rate(date(2027, 1, 1), date(2030, 1, 1), Decimal(2), SOURCE)
        decide(sisters, date(2029, 3, 1), THREE, amount=Money(5_000_00), **T)
        sign(sisters, THREE, date(2029, 3, 2))
        assert others(sisters, ONE) == {}
        assert others(sisters) == {"Avance du dossier 2026-013": sheet(sisters).grant_equivalent}

    def test_a_declared_aid_before_the_window_leaves_the_total_of_the_dossier(self, lending):
        whole = lending.detail(TWO).sheet.financing.past_de_minimis
        declared(lending, 7_000, date(2023, 11, 23), TWO)
        assert [each.grant_equivalent for each in sheet(lending, TWO).past] == [whole]


class TestARecordedAidDoesNotChange:
    def test_a_corrected_rate_changes_nothing(self, lending):
        adopt(lending, grant_date=GrantDateRule.SIGNATURE)
        sign(lending)
        before = lending.services.aid.register(2026)
        lending.services.aid.enter_rate(DECIDED, date(2026, 12, 31), Decimal(3), SOURCE)
        assert not lending.services.aid.record_grant(lending.dossier(ONE)).money
        assert lending.services.aid.register(2026) == before

    def test_an_aid_that_was_declared_is_not_replaced_by_other_rules(self, lending):
        assert lending.services.aid.record_grant(lending.dossier(ONE)).money
        (one,) = lending.services.aid.register(2026)
        lending.services.aid.declare(one.id, RegisterStatus.DECLARED, "PAE-1", DECIDED, WHO)
        adopt(lending, aid_method=AidMethod.B)
        assert not lending.services.aid.record_grant(lending.dossier(ONE)).money
        (again,) = lending.services.aid.register(2026)
        assert (again.id, again.status) == (one.id, RegisterStatus.DECLARED)

    def test_a_new_decision_records_again(self, sisters):
        sign(sisters)
        decide(sisters, date(2026, 12, 15), amount=Money(14_000_00), **T)
        assert sisters.services.aid.record_grant(sisters.dossier(ONE)).money
        (again,) = sisters.services.aid.register(2026)
        assert (again.identifier, again.amount) == ("2026-013-2", Money(14_000_00))

    def test_it_is_not_recorded_below_what_was_paid(self, sisters, refused):
        sign(sisters)
        release(sisters)
        decide(sisters, date(2026, 12, 15), amount=Money(3_000_00), **T)
        with refused(ErrorCode.AMENDMENT_BELOW_PAID, sisters, paid=Money(12_000_00)):
            sisters.services.aid.record_grant(sisters.dossier(ONE))


class TestAmendments:
    def amend(self, office, **more):
        dossier = office.dossier(ONE)
        found = office.services.advances.detail(dossier, office.clock.now.date())
        asked = AmendmentDraft(
            ScheduleReason.RESCHEDULING,
            date(2026, 12, 15),
            date(2028, 3, 10),
            12,
            3,
            found.amending_decisions[0][0],
            author=WHO,
        )
        office.services.advances.amend(dossier, replace(asked, **more))

    def test_one_records_the_aid_of_its_schedule(self, sisters):
        sign(sisters)
        (before,) = sisters.services.aid.register(2026)
        second = decide(sisters, date(2026, 12, 15), amount=Money(12_000_00), **T)
        self.amend(sisters, first_due=date(2032, 3, 10), count=5, every=4)
        (after,) = sisters.services.aid.register(2026)
        assert (after.identifier, after.decision_id) == ("2026-013-2", second.id)
        assert after.amount == before.amount
        assert after.grant_equivalent > before.grant_equivalent
        assert sheet(sisters).grant_equivalent == after.grant_equivalent

    def test_one_that_lends_more_records_all_of_it(self, sisters):
        sign(sisters)
        release(sisters)
        decide(sisters, date(2026, 12, 15), amount=Money(14_000_00), **T)
        self.amend(sisters)
        (after,) = sisters.services.aid.register(2026)
        assert (after.amount, after.granted_on) == (Money(14_000_00), DECIDED)

    def test_one_over_the_ceiling_is_refused(self, sisters, refused):
        sign(sisters)
        decide(sisters, date(2026, 12, 15), amount=Money(14_000_00), **T)
        adopt(sisters, ceiling=Money(2_000_00))
        with refused(ErrorCode.DE_MINIMIS_EXCEEDED, sisters, ceiling=Money(2_000_00)):
            self.amend(sisters)

    def test_what_was_granted_since_counts_with_it(self, sisters, refused):
        adopt(sisters, grant_date=GrantDateRule.SIGNATURE)
        sign(sisters)
        decide(sisters, date(2026, 12, 10), THREE, amount=Money(10_000_00), **T)
        sign(sisters, THREE, date(2026, 12, 11))
        decide(sisters, date(2026, 12, 15), amount=Money(14_000_00), **T)
        total = sum((each.grant_equivalent for each in sisters.services.aid.register(2026)), ZERO)
        adopt(sisters, grant_date=GrantDateRule.SIGNATURE, ceiling=total)
        with refused(ErrorCode.DE_MINIMIS_EXCEEDED, sisters):
            self.amend(sisters)


class TestTheRegister:
    @pytest.fixture
    def one(self, lending):
        grant(lending)
        return lending.services.aid.register(2026)[0]

    def test_an_aid_is_declared_with_its_reference(self, lending, one, refused):
        aid = lending.services.aid
        for reference, on in (("", DECIDED), ("PAE-1", None)):
            with refused(ErrorCode.REGISTER_REFERENCE_MISSING, lending):
                aid.declare(one.id, RegisterStatus.DECLARED, reference, on, WHO)
        with refused(ErrorCode.EVENT_DATE_IN_FUTURE, lending):
            aid.declare(one.id, RegisterStatus.DECLARED, "PAE-1", date(2030, 1, 1), WHO)
        early = date(2026, 11, 22)
        with refused(ErrorCode.EVENT_DATE_TOO_EARLY, lending, day=early, limit=DECIDED):
            aid.declare(one.id, RegisterStatus.DECLARED, "PAE-1", early, WHO)
        with refused(ErrorCode.EVENT_AUTHOR_MISSING, lending):
            aid.declare(one.id, RegisterStatus.DECLARED, "PAE-1", DECIDED, " ")
        with refused(ErrorCode.AID_GRANT_NOT_FOUND, lending):
            aid.declare(UUID(int=9), RegisterStatus.NOT_CONCERNED, "", None, WHO)
        aid.declare(one.id, RegisterStatus.NOT_CONCERNED, "", None, WHO)
        aid.declare(one.id, RegisterStatus.DECLARED, " PAE-1 ", DECIDED, WHO)
        (told,) = aid.register(2026)
        assert (told.status, told.register_reference, told.register_on) == (
            RegisterStatus.DECLARED,
            "PAE-1",
            DECIDED,
        )
        assert aid.register(2025) == ()

    def test_an_aid_that_never_was_is_not_to_be_declared(self, sisters, tmp_path):
        sign(sisters)
        assert sisters.services.aid.register(2026)[0].is_to_declare
        take_back(sisters, AdvanceEventKind.AGREEMENT_SIGNED)
        decide(sisters, date(2026, 12, 15))
        (gone,) = sisters.services.aid.register(2026)
        assert not gone.is_to_declare
        sisters.services.aid.export_register(2026, tmp_path / "registre.csv")
        told = (tmp_path / "registre.csv").read_text("utf-8-sig")
        assert "Sans effet" in told
        assert "À déclarer" not in told

    def test_one_that_was_paid_is_declared_whatever_is_decided(self, sisters):
        sign(sisters)
        release(sisters)
        decide(sisters, date(2026, 12, 15))
        assert sisters.services.aid.register(2026)[0].is_to_declare

    def test_what_is_late_is_told(self, lending):
        aid = lending.services.aid
        assert aid.duties().unrecorded == (ONE, TWO, THREE)
        aid.record_grant(lending.dossier(ONE))
        assert aid.duties().unrecorded == (TWO, THREE)
        go_to(lending, date(2026, 12, 21))
        assert aid.duties().late == ()
        go_to(lending, date(2026, 12, 22))
        (late,) = aid.duties().late
        assert late.identifier == "2026-013-1"
        aid.declare(late.id, RegisterStatus.DECLARED, "PAE-1", date(2026, 12, 22), WHO)
        assert aid.duties().late == ()
        go_to(lending, date(2027, 7, 1))
        assert aid.duties().unrecorded == ()
        adopt(lending, grant_date=GrantDateRule.SIGNATURE)
        assert aid.duties().unrecorded == ()

    def test_the_file_names_every_field_in_french(self, lending, one, tmp_path):
        lending.services.fund.save_funder(None, "=Département", is_public=True)
        paper = lending.services.aid.export_register(2026, tmp_path / "registre.csv")
        content = (tmp_path / "registre.csv").read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert paper.size == len(content)
        headers, line = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
        assert tuple(headers) == HEADERS
        told = dict(zip(headers, line, strict=True))
        assert told["Identifiant unique de l’aide"] == "2026-013-1"
        assert told["Date d’octroi"] == "23/11/2026"
        amount = told["Montant de l’aide, équivalent-subvention brut (€)"]
        assert amount == str(one.grant_equivalent).replace(".", ",")
        assert told["Financeur public"] == "'=Département"
        assert told["Taux de référence (%)"] == "6,19"
        assert told["Statut au registre national"] == "À déclarer"
        assert told["Date de déclaration"] == ""
        assert all(told[each] for each in HEADERS[:10])

    def test_the_workbook_says_the_same(self, lending, one, tmp_path):
        path = tmp_path / "registre.xlsx"
        lending.services.aid.export_register(2026, path)
        book = openpyxl.load_workbook(path)
        assert book.sheetnames == ["Registre", "Calcul"]
        row = [each.value for each in book["Registre"][5]]
        assert row[0] == one.identifier
        assert row[2].replace("\u00a0", "") == one.siren
        assert row[2].count("\u00a0") == 2
        assert row[3] == pytest.approx(one.grant_equivalent.minor / 100)
        assert [each.value for each in book["Calcul"][5]][8] == pytest.approx(6.19)
        lending.services.aid.export_register(2020, path)
        assert openpyxl.load_workbook(path)["Registre"]["A2"].value == "Aucune aide enregistrée."
