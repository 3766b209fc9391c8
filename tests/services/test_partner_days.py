"""Days of partners in a year: offered, granted, planned, done, and what is left of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from alize_desktop.models.enums import DecisionOutcome, MissionEventKind
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.missions import MissionEventDraft, MissionSheet
from alize_desktop.models.records.partners import PartnerProfile
from alize_desktop.models.values import Money
from alize_desktop.rules.missions import account, in_force
from alize_desktop.services.fund_left import read_left
from alize_desktop.services.minutes_fund import fund_of
from alize_desktop.services.mission_reading import read_missions
from alize_desktop.services.mission_writing import MissionHead, write_event, write_mission
from alize_desktop.services.partner_days import read_partner_days
from alize_desktop.services.programme import read_programme

ONE, TWO = "2026-001", "2026-002"
DAY = date(2026, 11, 25)
DAYS = 24 * 3600
"""Seconds."""

NEXT_YEAR = date(2027, 1, 11)
Kind = MissionEventKind


@pytest.fixture
def partner(office):
    """Twelve days a year."""
    first = office.services.people.partners()[0]
    office.services.people.save_partner(first.id, replace(first.sheet, days_per_year=12))
    return first.id


@pytest.fixture
def lend(office, partner):
    """Write a mission of a dossier, with its events."""

    def write(number, planned, *events, starts_on=DAY, is_history=False):
        sheet = MissionSheet(
            partner, "Qualité", Decimal(planned), Money(80_000), starts_on=starts_on
        )
        count = len(office.actions())
        new = MissionHead(
            office.registry.new_id(),
            f"2026-M{count:03}",
            office.dossier(number),
            sheet,
            is_history=is_history,
        )
        ids = []
        with office.registry.write() as session:
            write_mission(office.registry, session, new)
            for kind, days, *more in events:
                on, named = (*more, *(DAY, None)[len(more) :])
                names = None if named is None else ids[named]
                draft = MissionEventDraft(kind, on, Decimal(days), names_id=names)
                ids.append(write_event(office.registry, session, new.id, draft))

    return write


def told(office, partner, year=2026):
    """Return what is offered, granted, planned, done and left."""
    days = next(each for each in office.services.partners.days(year) if each.partner_id == partner)
    return tuple(
        float(each) for each in (days.offered, days.granted, days.planned, days.done, days.left)
    )


def left_on(office, partner, day):
    """Return the days left of a partner, for a meeting of a day."""
    with office.registry.read() as session:
        return read_left(session, read_programme(session), day).taken.left_of(partner)


def approve(office, partner, *numbers, days=8):
    meeting = office.hold(*numbers)
    for each in numbers:
        office.approve(meeting, each, days=days, partner_id=partner)
    return meeting


class TestTheYear:
    def test_everything_is_left_at_first(self, office, partner):
        assert told(office, partner) == (12, 0, 0, 0, 12)

    def test_an_agreement_that_begins_in_the_year_offers_its_months(self, office, partner):
        office.services.partners.save_profile(
            partner, PartnerProfile(joined_on=date(2026, 9, 15), ends_on=date(2027, 6, 30))
        )
        assert told(office, partner) == (4, 0, 0, 0, 4)
        assert told(office, partner, 2027) == (6, 0, 0, 0, 6)
        assert told(office, partner, 2028) == (0, 0, 0, 0, 0)

    def test_what_is_granted_counts_from_the_year_of_the_meeting_on(self, office, partner):
        approve(office, partner, ONE)
        assert told(office, partner, 2025) == (12, 0, 0, 0, 12)
        for year in (2026, 2027):
            assert told(office, partner, year) == (12, 8, 0, 0, 4)
        office.clock.advance(60 * DAYS)
        assert told(office, partner, 2027) == (12, 8, 0, 0, 4)

    def test_what_nobody_signed_in_time_is_free_again(self, office, partner):
        approve(office, partner, ONE)
        assert told(office, partner, 2028) == (12, 0, 0, 0, 12)
        assert left_on(office, partner, date(2027, 5, 23)) == 4
        assert left_on(office, partner, date(2027, 5, 24)) == 12

    def test_too_many_days_may_be_granted(self, office, partner):
        approve(office, partner, ONE, TWO)
        assert told(office, partner) == (12, 16, 0, 0, -4)

    def test_what_a_dossier_gave_up_is_free_again(self, office, partner):
        office.services.committee.close(approve(office, partner, ONE))
        again = office.hold(ONE, complete=False)
        given_up = DecisionDraft(DecisionOutcome.WITHDRAWN, grounds="Projet abandonné")
        office.services.decisions.record(office.item(again, ONE), given_up)
        assert told(office, partner) == (12, 0, 0, 0, 12)


class TestMissions:
    def test_planned_days_replace_the_granted_ones(self, office, partner, lend):
        approve(office, partner, ONE)
        lend(ONE, "5.5")
        assert told(office, partner) == (12, 2.5, 5.5, 0, 4)
        lend(ONE, 4)
        assert told(office, partner) == (12, 0, 9.5, 0, 2.5)

    def test_a_mission_counts_in_the_year_it_begins(self, office, partner, lend):
        approve(office, partner, ONE)
        lend(ONE, 7, starts_on=NEXT_YEAR)
        assert told(office, partner) == (12, 1, 0, 0, 11)
        assert told(office, partner, 2027) == (12, 1, 7, 0, 4)

    def test_the_agreement_of_a_mission_keeps_the_other_days_granted(self, office, partner, lend):
        approve(office, partner, ONE)
        lend(ONE, 3, (Kind.AGREEMENT_SIGNED, 0))
        assert told(office, partner, 2028) == (12, 5, 0, 0, 7)
        lend(ONE, 2, (Kind.AGREEMENT_SIGNED, 0), (Kind.REVERSAL, 0, DAY, 0))
        assert told(office, partner, 2028) == (12, 3, 0, 0, 9)

    def test_the_agreement_of_a_mission_given_up_keeps_nothing(self, office, partner, lend):
        approve(office, partner, ONE)
        lend(ONE, 3, (Kind.AGREEMENT_SIGNED, 0), (Kind.GIVEN_UP, 0))
        assert told(office, partner) == (12, 8, 0, 0, 4)
        assert told(office, partner, 2028) == (12, 0, 0, 0, 12)

    def test_missions_of_the_past_count_in_their_year_and_plan_nothing(self, office, partner, lend):
        approve(office, partner, ONE)
        lend(ONE, 5, (Kind.DAYS_DONE, 5), (Kind.CLOSED, 0), starts_on=None, is_history=True)
        assert told(office, partner) == (12, 8, 5, 5, -1)
        assert told(office, partner, 2027) == (12, 8, 0, 0, 4)

    def test_without_a_first_day_it_begins_with_its_first_event_or_its_decision(
        self, office, partner, lend
    ):
        approve(office, partner, ONE, days=2)
        lend(ONE, 2, starts_on=None)
        assert told(office, partner) == (12, 0, 2, 0, 10)
        lend(TWO, 3, (Kind.NOTE, 0, NEXT_YEAR), starts_on=None)
        assert told(office, partner, 2027) == (12, 0, 3, 0, 9)

    def test_days_done_are_those_of_the_year_and_leave_the_plan_as_it_is(
        self, office, partner, lend
    ):
        done = (Kind.DAYS_DONE, 2), (Kind.DAYS_DONE, "1.5", NEXT_YEAR)
        lend(ONE, 6, *done)
        assert told(office, partner) == (12, 0, 6, 2, 6)
        assert told(office, partner, 2027) == (12, 0, 0, 1.5, 12)

    def test_a_reversal_takes_back(self, office, partner, lend):
        lend(ONE, 6, (Kind.DAYS_DONE, 2), (Kind.REVERSAL, 0, DAY, 0))
        assert told(office, partner) == (12, 0, 6, 0, 6)
        lend(TWO, 1, (Kind.AMENDED, 4), (Kind.REVERSAL, 0, DAY, 0))
        assert told(office, partner) == (12, 0, 7, 0, 5)

    def test_the_last_amendment_says_what_is_planned(self, office, partner, lend):
        lend(ONE, 6, (Kind.AMENDED, 8), (Kind.AMENDED, 3, DAY), (Kind.AMENDED, 0))
        assert told(office, partner) == (12, 0, 3, 0, 9)

    def test_once_closed_what_was_done_counts(self, office, partner, lend):
        approve(office, partner, ONE)
        lend(ONE, 8, (Kind.DAYS_DONE, 6), (Kind.CLOSED, 0))
        assert told(office, partner) == (12, 0, 6, 6, 6)

    def test_once_given_up_what_was_not_done_is_granted_again(self, office, partner, lend):
        approve(office, partner, ONE)
        lend(ONE, 8, (Kind.DAYS_DONE, 1), (Kind.GIVEN_UP, 0))
        assert told(office, partner) == (12, 7, 1, 1, 4)

    def test_the_sums_agree_with_the_missions_replayed(self, office, partner, lend):
        lend(ONE, 6, (Kind.DAYS_DONE, "2.5"), (Kind.AMENDED, 4), (Kind.DAYS_DONE, 1))
        lend(TWO, 3, (Kind.DAYS_DONE, 1), (Kind.REVERSAL, 0, DAY, 0), (Kind.CLOSED, 0))
        last = date(2026, 12, 31)
        with office.registry.read() as session:
            missions = read_missions(session)
            (found,) = (
                each
                for each in read_partner_days(session, 2026, last)
                if each.partner_id == partner
            )
        accounts = [account(each.sheet, each.events, last) for each in missions]
        planned = sum(each.done if each.closed_on else each.planned for each in accounts)
        kept = [event.draft for each in missions for event in in_force(each.events)]
        done = sum(each.days for each in kept if each.kind is Kind.DAYS_DONE)
        assert (found.planned, found.done) == (planned, done) == (Decimal(4), Decimal("3.5"))


class TestTheCommittee:
    def test_it_sees_the_days_left_of_each_partner_and_of_all(self, office, partner, lend):
        meeting = approve(office, partner, ONE)
        lend(ONE, 5)
        state = office.state(meeting)
        days = dict(state.days_by_partner)
        assert days[partner] == 4
        assert sum(days.values()) == state.days_left

    def test_days_granted_by_nobody_count_in_the_total_alone(self, office, partner):
        before = sum(each.left for each in office.services.partners.days(2026))
        meeting = approve(office, None, ONE)
        state = office.state(meeting)
        assert dict(state.days_by_partner)[partner] == 12
        assert state.days_left == before - 8

    def test_a_draft_says_what_would_be_left_at_its_partner(self, office, partner):
        meeting = office.hold(ONE, TWO)
        office.approve(meeting, ONE, days=8, partner_id=partner)
        item = office.item(meeting, TWO)
        weigh = office.services.decisions.consequences
        draft = DecisionDraft(DecisionOutcome.APPROVED, days=6)
        assert weigh(item, draft).partner_days_left is None
        of_partner = replace(draft, partner_id=partner)
        assert weigh(item, of_partner).partner_days_left == -2
        refusal = replace(of_partner, outcome=DecisionOutcome.REJECTED, grounds="Non")
        assert weigh(item, refusal).days_left == weigh(item, draft).days_left + 6

    def test_a_new_decision_takes_only_what_its_missions_do_not_plan(self, office, partner, lend):
        approve(office, partner, ONE)
        lend(ONE, 5, starts_on=NEXT_YEAR)
        with office.registry.read() as session:
            taken = read_left(
                session, read_programme(session), DAY, apart_from=office.dossier(ONE)
            ).taken
        assert taken.left_of(partner) == 12
        assert [taken.granting(each) for each in (8, 5, 2)] == [3, 0, 0]

    def test_a_keystroke_still_costs_few_statements(self, office, partner, lend, max_queries):
        meeting = office.hold(ONE)
        lend(TWO, 5)
        draft = DecisionDraft(DecisionOutcome.APPROVED, days=1, partner_id=partner)
        item = office.item(meeting, ONE)
        with max_queries(5, office.registry):
            office.services.decisions.consequences(item, draft)

    def test_the_minutes_name_the_days_left_of_the_partners_that_lend(self, office, partner):
        meeting = approve(office, partner, ONE)
        with office.registry.read() as session:
            fund = fund_of(session, read_programme(session), meeting)
        name = office.services.partners.detail(partner).partner.sheet.name
        assert fund.days == ((name, Decimal(4)),)
        assert fund.days_left == office.state(meeting).days_left
