"""What a decision keeps: its terms, its calendar, its place after the others."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import DecisionOutcome, DueDateRoll, HolidayCalendar, Rounding
from alize_desktop.models.records.decisions import Condition, ConditionKind, DecisionDraft
from alize_desktop.models.values import Money

ONE, THREE = "2026-001", "2026-003"  # THREE asks for days only


@pytest.fixture
def meeting(office):
    return office.hold(ONE, THREE, held_on=date(2026, 11, 26))


def adopted(office, meeting, number=ONE):
    item = office.vote(meeting, number)
    office.services.voting.proclaim(item)
    return item


def in_alsace(office):
    programme = office.services.programme.programme()
    office.services.programme.save(replace(programme, calendar=HolidayCalendar.ALSACE_MOSELLE))


class TestItsCalendar:
    @pytest.fixture
    def decision(self, office, meeting):
        return office.approve(meeting, ONE, months=3, deferral=0, every=1)

    def test_it_is_the_one_of_the_day_it_was_taken(self, decision):
        assert decision.calendar is HolidayCalendar.METROPOLE
        assert (decision.roll, decision.rounding) == (DueDateRoll.NEXT, Rounding.HALF_UP)

    def test_due_dates_do_not_follow_the_programme(self, office, meeting, decision):
        schedules, number = office.services.schedules, office.dossier(ONE)
        before = office.detail(ONE).schedule, schedules.record(number).schedule
        in_alsace(office)
        assert before == (office.detail(ONE).schedule, schedules.record(number).schedule)
        assert before[0].rows[0].due == date(2026, 12, 28)  # the 26th is a Saturday

    def test_another_decision_takes_the_new_one(self, office, meeting, decision):
        in_alsace(office)
        other = office.approve(meeting, THREE)
        assert other.calendar is HolidayCalendar.ALSACE_MOSELLE

    def test_a_request_follows_the_programme(self, office):
        in_alsace(office)
        terms = office.detail(ONE).schedule.terms
        assert terms.calendar is HolidayCalendar.ALSACE_MOSELLE


def test_the_last_decision_is_the_one_recorded_last(office, clock):
    first = office.hold(ONE)
    office.end(first)
    second = office.hold(ONE, complete=False)
    clock.now = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)  # the clock was set back
    decision = office.approve(second, ONE)
    assert office.detail(ONE).decision == decision


def test_the_last_instalment_is_told_with_the_regular_one(office, meeting):
    draft = DecisionDraft(DecisionOutcome.APPROVED, Money(5_000_00), 30, 6, 1, jobs_created=2)
    found = office.services.decisions.consequences(office.item(meeting, ONE), draft)
    assert (found.regular, found.count, found.last) == (Money(208_33), 24, Money(208_41))
    none = office.services.decisions.consequences(
        office.item(meeting, ONE), replace(draft, amount=Money(0), days=1)
    )
    assert none.last is None


def test_an_approval_without_money_keeps_no_absurd_duration(office, meeting):
    decision = office.approve(meeting, THREE, months=-7, deferral=10**30, every=0)
    usual = DecisionDraft(DecisionOutcome.APPROVED)
    kept = decision.draft
    assert (kept.months, kept.deferral, kept.every) == (usual.months, usual.deferral, usual.every)
    assert decision.draft.days > 0


class TestWhatIsRefused:
    def test_an_unknown_partner(self, office, meeting, refused):
        item = adopted(office, meeting)
        draft = replace(
            office.services.decisions.proposal(item), partner_id=office.registry.new_id()
        )
        with refused(ErrorCode.PARTNER_UNKNOWN, office):
            office.services.decisions.record(item, draft)

    @pytest.mark.parametrize("name", ["days", "jobs_created", "jobs_maintained"])
    def test_more_than_anybody_could_promise(self, office, meeting, refused, name):
        item = adopted(office, meeting)
        draft = replace(office.services.decisions.proposal(item), **{name: 10**30})
        with refused(ErrorCode.NUMBER_OUT_OF_RANGE, office, value=10**30):
            office.services.decisions.record(item, draft)

    @pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\ud800b"])
    @pytest.mark.parametrize("name", ["grounds", "documents_asked", "skill_category", "condition"])
    def test_texts_that_do_not_print(self, office, meeting, refused, name, text):
        item = adopted(office, meeting)
        changes = {name: text}
        if name == "condition":
            changes = {"conditions": (Condition(text, ConditionKind.PRECEDENT),)}
        draft = replace(office.services.decisions.proposal(item), **changes)
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            office.services.decisions.record(item, draft)

    def test_texts_that_are_too_long(self, office, meeting, refused):
        item = adopted(office, meeting)
        draft = replace(office.services.decisions.proposal(item), grounds="a" * 32_768)
        with refused(ErrorCode.TEXT_TOO_LONG, office):
            office.services.decisions.record(item, draft)
