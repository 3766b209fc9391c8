"""What is due: read from a real registry, written as a calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from icalendar import Calendar
from sqlalchemy import insert

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    AdvanceEventKind,
    AttendanceKind,
    ConditionEventKind,
    ConditionKind,
    DecisionOutcome,
    FollowUpKind,
    MeetingKind,
    MissionEventKind,
)
from alize_desktop.models.records.advances import AdvanceEventDraft
from alize_desktop.models.records.decisions import Condition, DecisionDraft
from alize_desktop.models.records.follow_up import FollowUpRules
from alize_desktop.models.records.jobs import JobObservationDraft
from alize_desktop.models.records.meetings import MeetingDraft
from alize_desktop.models.tables.partners import StoredPartnerProfile
from alize_desktop.models.tables.results import StoredHistoryRecord
from alize_desktop.models.values import Money
from tests.services.missions_office import begin, draft, grant_days, sheet_of

Kind = FollowUpKind
DAY = date(2026, 11, 23)
YEAR = (DAY, date(2027, 11, 23))
ONE, TWO, FOUR = "2026-013", "2026-014", "2026-019"


def of(office, kind, period=YEAR):
    return [each for each in office.services.follow_up.items(*period) if each.kind is kind]


@pytest.fixture
def paid(lending):
    """5 000 euros over 10 months, by months, paid on 23 November 2026."""
    advances, dossier = lending.services.advances, lending.dossier(FOUR)
    advances.sign(dossier, DAY, DAY, "Odile Perrin")
    said = AdvanceEventDraft(
        AdvanceEventKind.DISBURSEMENT, DAY, Money(5_000_00), author="Odile Perrin"
    )
    advances.record(dossier, said)
    return lending


def test_a_new_programme_has_nothing_to_follow(empty):
    assert empty.services.follow_up.items(*YEAR) == ()


def test_approvals_that_nobody_signed_are_told_with_their_last_day(lending):
    found = of(lending, Kind.APPROVAL)
    assert [(each.number, each.due_on) for each in found] == [
        (ONE, date(2027, 5, 23)),
        (TWO, date(2027, 5, 23)),
        (FOUR, date(2027, 5, 23)),
    ]
    assert found[0].dossier_id == lending.dossier(ONE)


def test_an_approval_that_is_signed_repays_and_lapses_no_more(paid):
    assert [each.number for each in of(paid, Kind.APPROVAL)] == [ONE, TWO]
    found = of(paid, Kind.REPAYMENT)
    assert [each.key for each in found[:2]] == ["2026-12", "2027-01"]
    assert len(found) == 10
    assert dict(found[0].values)["amount"] == Money(500_00)
    assert not any(each.is_late for each in found)


def test_late_repayments_come_first_whatever_the_period(paid):
    paid.clock.now = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
    found = paid.services.follow_up.items(date(2027, 2, 1), date(2027, 2, 28))
    assert [(each.key, each.is_late) for each in found if each.kind is Kind.REPAYMENT] == [
        ("2026-12", True),
        ("2027-01", True),
        ("2027-02", False),
    ]
    assert found[0].is_late


def test_a_condition_is_told_until_it_is_met(office):
    meeting = office.hold(ONE)
    condition = Condition("Accord de prêt", ConditionKind.FOLLOW_UP, date(2026, 12, 31))
    decision = office.approve(
        meeting,
        ONE,
        conditions=(condition,),
        outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS,
    )
    (found,) = of(office, Kind.CONDITION)
    assert (found.number, found.due_on) == (ONE, date(2026, 12, 31))
    assert found.subject_id == office.dossier(ONE)
    office.services.agenda.settle_condition(decision.id, 1, ConditionEventKind.MET)
    assert of(office, Kind.CONDITION) == []


def test_conditions_of_a_dossier_that_was_withdrawn_are_told_no_more(office):
    meeting = office.hold(ONE)
    condition = Condition("Accord de prêt", ConditionKind.FOLLOW_UP, date(2026, 12, 31))
    office.approve(
        meeting,
        ONE,
        conditions=(condition,),
        outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS,
    )
    office.services.committee.close(meeting)
    assert of(office, Kind.CONDITION)
    gone = DecisionDraft(DecisionOutcome.WITHDRAWN, grounds="Projet abandonné")
    later = office.hold(ONE, complete=False)
    office.services.decisions.record(office.item(later, ONE), gone)
    office.services.committee.close(later)
    assert of(office, Kind.CONDITION) == []


def test_a_notice_is_due_by_the_delay_of_the_rules_until_it_is_sent(office):
    meeting = office.prepare(ONE, held_on=date(2026, 12, 11), place="Dijon")
    (found,) = of(office, Kind.NOTICE)
    assert (found.subject_id, found.due_on, found.is_late) == (meeting, date(2026, 12, 6), False)
    office.clock.now = datetime(2026, 12, 7, 9, 0, tzinfo=UTC)
    (found,) = of(office, Kind.NOTICE)
    assert found.is_late
    office.services.life.convene(meeting, urgent=True)
    assert of(office, Kind.NOTICE) == []


def test_a_written_consultation_begins_with_its_notice(office):
    draft = MeetingDraft(
        date(2026, 12, 1), time(9), kind=MeetingKind.WRITTEN, replies_by=date(2026, 12, 10)
    )
    office.services.meetings.create(draft)
    assert [each.due_on for each in of(office, Kind.NOTICE)] == [date(2026, 12, 1)]


def test_a_second_notice_counts_clear_days(office):
    meeting = office.open(ONE)
    for each in office.services.people.members():
        if each.has_seat:
            office.call(meeting, each.seat, AttendanceKind.ABSENT)
    office.services.life.adjourn(meeting)
    draft = MeetingDraft(date(2026, 12, 15), time(9), second_notice_of=meeting)
    office.services.meetings.create(draft)
    assert [each.due_on for each in of(office, Kind.NOTICE)] == [date(2026, 12, 9)]


def test_agreements_of_partners_that_end_are_told(office):
    first, second, *_ = office.services.people.partners()
    usual = {"postcode": "", "town": "", "joined_on": None, "note": "", "revision": 1}
    with office.registry.write() as session:
        for partner, ends_on in ((first, date(2027, 1, 31)), (second, None)):
            columns = {"partner_id": partner.id, "ends_on": ends_on, **usual}
            lists = {"correspondents": [], "absences": []}
            session.execute(insert(StoredPartnerProfile).values(columns | lists))
            details = {**columns, **lists, "ends_on": ends_on and ends_on.isoformat()}
            del details["partner_id"]
            office.registry.journal(session, "partner.profiled", "partner", partner.id, details)
    (found,) = of(office, Kind.PARTNER_AGREEMENT)
    assert (found.company, found.due_on) == (first.sheet.name, date(2027, 1, 31))
    office.clock.now = datetime(2027, 3, 15, 9, 0, tzinfo=UTC)
    assert of(office, Kind.PARTNER_AGREEMENT) == []


class TestJobs:
    def test_the_milestones_to_come_are_told(self, paid):
        assert [each.key for each in of(paid, Kind.JOBS)] == ["6", "12"]
        paid.clock.now = datetime(2028, 1, 10, 9, 0, tzinfo=UTC)
        found = of(paid, Kind.JOBS, (date(2028, 1, 10), date(2028, 12, 31)))
        assert [(each.key, each.is_late) for each in found] == [("12", True), ("24", False)]

    def test_what_was_observed_is_asked_for_no_more(self, paid):
        paid.clock.now = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
        seen = JobObservationDraft(date(2027, 6, 1), 6, created=1, author="Odile Perrin")
        assert of(paid, Kind.JOBS)[0].key == "6"
        paid.services.jobs.observe(paid.dossier(FOUR), seen)
        assert [each.key for each in of(paid, Kind.JOBS)] == ["12"]

    def test_nothing_is_asked_of_the_past(self, office):
        dossier = take_over(office, "2026-001", date(2025, 11, 1))
        assert of(office, Kind.JOBS) == []
        assert len(office.services.jobs.detail(dossier).milestones) == 4

    def test_the_past_is_not_even_read(self, office, statements):
        take_over(office, "2026-001", date(2025, 11, 1))
        with statements(office.registry) as sent:
            office.services.follow_up.items(*YEAR)
        assert not [each for each in sent if "history_record" in each]


def take_over(office, number, decided_on):
    """Write that a dossier was retained before the registry was kept."""
    told = {
        "outcome": "approved",
        "decided_on": decided_on,
        "jobs_created": None,
        "partner": "",
        "partner_id": None,
        "source": "programme.xlsx",
    }
    dossier, registry = office.dossier(number), office.registry
    with registry.write() as session:
        record_id, exact = registry.new_id(), {"amount": Money(0), "days_done": Decimal(0)}
        now = {"recorded_at": registry.clock()}
        columns = told | exact | now | {"id": record_id, "dossier_id": dossier}
        session.execute(insert(StoredHistoryRecord).values(columns))
        details = told | {"id": str(record_id), "amount": "0.00", "days_done": "0"}
        details["decided_on"] = decided_on.isoformat()
        registry.journal(session, "history.recorded", "dossier", dossier, details)
    return dossier


class TestMissions:
    @pytest.fixture
    def mission(self, office):
        dossier, partner = grant_days(office)
        sheet = sheet_of(office, dossier, partner, ends_on=date(2026, 12, 31))
        return office.services.missions.create(dossier, sheet)[0]

    def test_the_end_of_a_mission_is_told(self, office, mission):
        (found,) = of(office, Kind.MISSION)
        assert (found.subject_id, found.number) == (mission, "2026-M001")
        assert found.due_on == date(2026, 12, 31)

    def test_days_that_no_mission_signs_are_told_with_their_last_day(self, office):
        partner = office.services.people.partners()[0].id
        meeting = office.hold(ONE)
        terms = {"amount": Money(0), "months": 0, "deferral": 0, "conditions": ()}
        office.approve(meeting, ONE, days=3, partner_id=partner, skill_category="Qualité", **terms)
        office.services.committee.close(meeting)
        (found,) = of(office, Kind.APPROVAL)
        assert (found.number, found.due_on, found.what) == (ONE, date(2027, 5, 23), "days")
        dossier = office.dossier(ONE)
        sheet = sheet_of(office, dossier, partner)
        mission, _ = office.services.missions.create(dossier, sheet)
        assert of(office, Kind.APPROVAL) == [found]
        signed = draft(MissionEventKind.AGREEMENT_SIGNED, DAY)
        office.services.missions.record(mission, signed)
        assert of(office, Kind.APPROVAL) == []

    def test_days_given_up_are_not_to_be_signed(self, office):
        partner = office.services.people.partners()[0].id
        meeting = office.hold(ONE)
        terms = {"amount": Money(0), "months": 0, "deferral": 0, "conditions": ()}
        office.approve(meeting, ONE, days=3, partner_id=partner, skill_category="Qualité", **terms)
        office.services.committee.close(meeting)
        later = office.hold(ONE, complete=False)
        gone = DecisionDraft(DecisionOutcome.WITHDRAWN, grounds="Projet abandonné")
        office.services.decisions.record(office.item(later, ONE), gone)
        assert of(office, Kind.APPROVAL) == []

    def test_days_done_are_to_be_confirmed_by_both_sides(self, office):
        mission = begin(office)
        found = {each.key for each in of(office, Kind.MISSION)}
        assert {"confirm-company", "confirm-partner"} <= found
        company = MissionEventKind.CONFIRMED_BY_COMPANY
        office.services.missions.confirm_all(
            mission, (company,), date(2026, 11, 27), "Odile Perrin"
        )
        found = {each.key for each in of(office, Kind.MISSION)}
        assert "confirm-partner" in found
        assert "confirm-company" not in found


def test_a_period_does_not_end_before_it_begins(lending, refused, tmp_path):
    with refused(ErrorCode.PERIOD_REVERSED, lending):
        lending.services.follow_up.items(DAY, DAY - timedelta(1))
    with refused(ErrorCode.PERIOD_REVERSED, lending):
        lending.services.follow_up.calendar(tmp_path / "a.ics", DAY, DAY - timedelta(1))
    assert not (tmp_path / "a.ics").exists()


def test_it_costs_the_same_whatever_the_number(paid, max_queries):
    paid.services.follow_up.items(*YEAR)
    with max_queries(20, paid.registry):
        paid.services.follow_up.items(*YEAR)


class TestRules:
    def test_they_are_read_and_adopted_by_versions(self, empty):
        service = empty.services.follow_up
        assert service.rules() == FollowUpRules()
        service.adopt(replace(FollowUpRules(), remind_days=7))
        assert service.rules().remind_days == 7
        assert [each.number for each in service.versions()] == [1, 0]


def events(path):
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


class TestCalendar:
    def test_each_item_is_a_whole_day_with_its_reminder(self, paid, tmp_path):
        path = tmp_path / "suivi.ics"
        count = paid.services.follow_up.calendar(path, *YEAR)
        found = events(path)
        assert count == len(found) == 14
        first = found[0]
        assert first["DTSTART"].dt == date(2026, 12, 23)
        assert first["DTEND"].dt == date(2026, 12, 24)
        assert str(first["SUMMARY"]) == f"Remboursement\u00a0: {FOUR} · Usinage Jouvence"
        (alarm,) = first.walk("VALARM")
        assert alarm["TRIGGER"].dt == timedelta(days=-30)

    def test_no_reminder_is_set_when_the_rules_ask_for_none(self, paid, tmp_path):
        paid.services.follow_up.adopt(replace(FollowUpRules(), remind_days=0))
        paid.services.follow_up.calendar(tmp_path / "suivi.ics", *YEAR)
        assert not [*events(tmp_path / "suivi.ics")[0].walk("VALARM")]

    def test_lines_end_as_the_format_asks(self, paid, tmp_path):
        path = tmp_path / "suivi.ics"
        paid.services.follow_up.calendar(path, *YEAR)
        content = path.read_bytes()
        assert content.count(b"\n") == content.count(b"\r\n")
        assert max(len(each) for each in content.split(b"\r\n")) <= 75

    def test_the_same_item_keeps_its_identifier_from_day_to_day(self, paid, tmp_path):
        service = paid.services.follow_up
        service.calendar(tmp_path / "a.ics", *YEAR)
        paid.clock.now = datetime(2026, 12, 30, 9, 0, tzinfo=UTC)
        service.calendar(tmp_path / "b.ics", *YEAR)
        before, after = ([x["UID"] for x in events(tmp_path / each)] for each in ("a.ics", "b.ics"))
        assert before == after
        assert len(set(after)) == len(after)

    def test_only_the_days_asked_for_are_written(self, paid, tmp_path):
        paid.clock.now = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
        path = tmp_path / "suivi.ics"
        assert paid.services.follow_up.calendar(path, date(2027, 3, 1), date(2027, 3, 31)) == 1
        assert [each["DTSTART"].dt for each in events(path)] == [date(2027, 3, 23)]

    def test_what_is_late_is_written_today(self, paid, tmp_path):
        paid.clock.now = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
        path = tmp_path / "suivi.ics"
        assert paid.services.follow_up.calendar(path, date(2027, 2, 1), date(2027, 2, 28)) == 3
        first, second, to_come = events(path)
        days = [each["DTSTART"].dt for each in (first, second, to_come)]
        assert days == [date(2027, 2, 1), date(2027, 2, 1), date(2027, 2, 23)]
        assert "c’était pour le 23 décembre 2026" in str(first["DESCRIPTION"])
        assert not first.walk("VALARM")
        assert to_come.walk("VALARM")

    def test_what_was_typed_of_people_stays_in_the_office(self, office, tmp_path):
        meeting = office.hold(ONE)
        condition = Condition("Caution de M. Dupont", ConditionKind.FOLLOW_UP, date(2026, 12, 31))
        office.approve(
            meeting,
            ONE,
            conditions=(condition,),
            outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS,
        )
        path = tmp_path / "suivi.ics"
        office.services.follow_up.calendar(path, *YEAR)
        told = "".join(str(each["SUMMARY"]) + str(each["DESCRIPTION"]) for each in events(path))
        assert "Condition" in told
        assert "Dupont" not in told

    def test_a_folder_that_is_not_there_is_refused(self, paid, refused, tmp_path):
        with refused(ErrorCode.FOLDER_NOT_WRITABLE, paid):
            paid.services.follow_up.calendar(tmp_path / "nulle-part" / "a.ics", *YEAR)
