"""Missions: prepared on days that were granted, done, confirmed, evaluated, closed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import Agreement, ConflictKind, DossierState, MissionState
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.dossiers import ProjectDetails
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.partners import PartnerConflict, SkillOffer
from alize_desktop.models.tables.missions import StoredMission
from alize_desktop.models.values import Money
from alize_desktop.services.mission_grants import read_granted
from alize_desktop.services.mission_reading import read_own_missions
from alize_desktop.services.mission_writing import (
    MissionHead,
    new_number,
    write_event,
    write_mission,
)
from tests.services.missions_office import (
    NUMBER,
    Kind,
    begin,
    draft,
    grant_days,
    last_event,
    sheet_of,
    take_over,
)

SIGNED = date(2026, 11, 23)
DAY = date(2026, 11, 26)


@pytest.fixture
def granted(office):
    """The office, a dossier with three days, the partner that lends them."""
    return office, *grant_days(office)


def test_a_mission_is_proposed_from_what_was_granted(granted):
    office, dossier, partner = granted
    sheet = office.services.missions.propose(dossier, partner)
    assert (sheet.category, sheet.planned_days) == ("Qualité", Decimal(3))
    assert sheet.day_value == Money(800_00)
    assert (sheet.starts_on, sheet.ends_on) == (date(2026, 11, 23), date(2028, 5, 23))
    assert sheet.place == office.detail(NUMBER).sheet.company.town
    assert sheet.consent is Agreement.UNKNOWN


def test_what_is_left_of_the_days_is_proposed_next(granted):
    office, dossier, partner = granted
    service = office.services.missions
    first, _ = service.create(dossier, sheet_of(office, dossier, partner, planned_days=Decimal(2)))
    assert service.propose(dossier, partner).planned_days == 1
    service.create(dossier, sheet_of(office, dossier, partner))
    assert service.propose(dossier, partner).planned_days == Decimal("0.5")
    service.record(first, draft(Kind.GIVEN_UP, SIGNED, text="Personne partie"))
    assert service.propose(dossier, partner).planned_days == 2


def test_what_is_unusual_is_told(granted):
    office, dossier, partner = granted
    service = office.services.missions
    known = {"planned_days": Decimal(300), "starts_on": date(2020, 1, 1)}
    mission, _ = service.create(dossier, sheet_of(office, dossier, partner, **known))
    detail = service.detail(mission)
    keys = [each.key for each in detail.warnings]
    assert keys == ["granted", "dossier_days", "months", "start"]
    assert detail.conflict is None
    siren = office.detail(NUMBER).sheet.company.siren
    conflict = PartnerConflict(partner, partner, siren, ConflictKind.COMPETITOR)
    office.services.partners.save_conflict(None, conflict)
    assert dict(service.detail(mission).conflict.values)["kind"] is ConflictKind.COMPETITOR
    service.record(mission, draft(Kind.GIVEN_UP, SIGNED, text="Renonce"))
    assert (service.detail(mission).warnings, service.detail(mission).conflict) == ((), None)


def test_nobody_does_more_than_a_day_a_date(office, refused):
    mission = begin(office)
    service = office.services.missions
    with refused(ErrorCode.MISSION_DAYS_TOO_MANY, office, days=Decimal("501.5")):
        service.record(mission, draft(Kind.DAYS_DONE, date(2026, 11, 27), "500"))
    with refused(ErrorCode.MISSION_AMENDED_BELOW_DONE, office):
        service.record(mission, draft(Kind.AMENDED, date(2026, 12, 1), "1"))


def test_missions_are_numbered_by_year_and_told(granted):
    office, dossier, partner = granted
    service = office.services.missions
    sheet = sheet_of(office, dossier, partner)
    made = [service.create(dossier, sheet) for _ in range(2)]
    assert [changes for _, changes in made] == [Changes(frozenset({dossier}), results=True)] * 2
    rows = service.rows(dossier)
    assert [each.number for each in rows] == ["2026-M001", "2026-M002"]
    assert [each.id for each in rows] == [each for each, _ in made]
    assert rows[0].company == office.detail(NUMBER).sheet.company.name
    assert rows[0].dossier_number == NUMBER
    assert rows[0].account.state is MissionState.PLANNED
    assert rows == service.rows()
    assert service.rows(office.dossier("2026-014")) == ()
    assert office.actions()[-2:] == ["mission.saved", "mission.saved"]


def test_the_detail_says_what_the_labour_code_asks(granted):
    office, dossier, partner = granted
    mission, _ = office.services.missions.create(
        dossier, sheet_of(office, dossier, partner, consent=Agreement.UNKNOWN)
    )
    detail = office.services.missions.detail(mission)
    assert (detail.revision, detail.granted_days) == (1, 3)
    assert ("L8241-2", "consent", None) in [
        (each.article, each.key, each.is_met) for each in detail.doubts
    ]
    office.services.missions.record(mission, draft(Kind.GIVEN_UP, SIGNED, text="Reporté"))
    assert office.services.missions.detail(mission).doubts == ()


def test_the_value_of_a_day_is_frozen(granted):
    office, dossier, partner = granted
    service = office.services.missions
    sheet = sheet_of(office, dossier, partner, day_value=Money(1_00))
    mission, _ = service.create(dossier, sheet)
    office.services.money_rules.adopt(replace(MoneyRules(), day_value=Money(900_00)))
    service.save(mission, replace(sheet, place="Dijon"), 1)
    kept = service.detail(mission)
    assert (kept.row.sheet.day_value, kept.row.sheet.place) == (Money(800_00), "Dijon")
    assert kept.revision == 2
    assert service.propose(dossier, partner).day_value == Money(900_00)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"planned_days": Decimal("0.25")}, ErrorCode.MISSION_DAYS_INVALID),
        ({"category": " "}, ErrorCode.TEXT_MISSING),
        ({"ends_on": date(2026, 11, 1)}, ErrorCode.PERIOD_REVERSED),
        ({"partner_id": uuid4()}, ErrorCode.PARTNER_NOT_FOUND),
    ],
)
def test_a_sheet_that_nobody_could_follow_is_refused(granted, refused, changes, code):
    office, dossier, partner = granted
    sheet = sheet_of(office, dossier, partner)
    with refused(code, office):
        office.services.missions.create(dossier, replace(sheet, **changes))
    mission, _ = office.services.missions.create(dossier, sheet)
    with refused(code, office):
        office.services.missions.save(mission, replace(sheet, **changes), 1)


def test_a_mission_follows_an_approval(granted, refused):
    office, dossier, partner = granted
    sheet = sheet_of(office, dossier, partner)
    for number in ("2026-014", "2026-001"):
        with refused(ErrorCode.MISSION_NOT_APPROVED, office, number=number):
            office.services.missions.create(office.dossier(number), sheet)
        with refused(ErrorCode.MISSION_NOT_APPROVED, office):
            office.services.missions.propose(office.dossier(number), partner)
    with refused(ErrorCode.DOSSIER_NOT_FOUND, office):
        office.services.missions.create(uuid4(), sheet)
    with refused(ErrorCode.PARTNER_NOT_FOUND, office):
        office.services.missions.propose(dossier, uuid4())


def test_a_partner_in_conflict_lends_nobody(granted, refused):
    office, dossier, partner = granted
    sheet, service = sheet_of(office, dossier, partner), office.services.missions
    other = office.services.people.partners()[1]
    siren = office.detail(NUMBER).sheet.company.siren
    conflict = PartnerConflict(other.id, other.id, siren, ConflictKind.COMPETITOR)
    office.services.partners.save_conflict(None, conflict)
    told = {"partner": other.sheet.name, "number": NUMBER}
    wrong = replace(sheet, partner_id=other.id)
    kind = {"kind": ConflictKind.COMPETITOR}
    with refused(ErrorCode.MISSION_PARTNER_IN_CONFLICT, office, **told, **kind):
        service.create(dossier, wrong)
    mission, _ = service.create(dossier, sheet)
    with refused(ErrorCode.MISSION_PARTNER_IN_CONFLICT, office):
        service.save(mission, wrong, 1)
    service.save(mission, replace(sheet, place="Dijon"), 1)
    office.services.people.save_partner(other.id, replace(other.sheet, siren=siren))
    with refused(ErrorCode.MISSION_PARTNER_IS_COMPANY, office, **told):
        service.create(dossier, wrong)


def test_an_approval_without_a_day_gives_no_mission(office, refused):
    dossier, partner = grant_days(office, days=0)
    with refused(ErrorCode.MISSION_NOT_APPROVED, office):
        office.services.missions.propose(dossier, partner)


def test_an_approval_that_nobody_signed_in_time_gives_no_mission(office, refused):
    partner = office.services.people.partners()[0].id
    meeting = office.hold(NUMBER, "2026-014")
    office.approve(meeting, NUMBER, days=3, amount=Money(0), partner_id=partner)
    office.end(meeting)
    dossier, service = office.dossier(NUMBER), office.services.missions
    sheet = sheet_of(office, dossier, partner, category="Qualité")
    mission, _ = service.create(dossier, sheet)
    office.clock.advance(200 * 24 * 3600)
    last = date(2027, 5, 23)
    with refused(ErrorCode.APPROVAL_LAPSED, office, number=NUMBER, day=last):
        service.propose(dossier, partner)
    with refused(ErrorCode.APPROVAL_LAPSED, office):
        service.create(dossier, sheet)
    with refused(ErrorCode.APPROVAL_LAPSED, office):
        service.record(mission, draft(Kind.AGREEMENT_SIGNED, date(2027, 5, 24)))
    service.record(mission, draft(Kind.AGREEMENT_SIGNED, last))
    service.create(dossier, sheet)


def test_a_dossier_withdrawn_since_has_no_more_missions(office, refused):
    partner = office.services.people.partners()[0].id
    dossier = office.dossier("2026-001")
    office.services.dossiers.change_state(dossier, DossierState.WITHDRAWN, "Renonce")
    with refused(ErrorCode.MISSION_NOT_APPROVED, office):
        office.services.missions.propose(dossier, partner)


def test_an_approval_of_the_past_may_have_missions(office):
    dossier, registry = office.dossier("2026-001"), office.registry
    take_over(office, dossier)
    with registry.read() as session:
        assert read_granted(session, dossier).is_approved
    partner = office.services.people.partners()[0].id
    sheet = office.services.missions.propose(dossier, partner)
    mission, _ = office.services.missions.create(dossier, replace(sheet, category="Qualité"))
    assert office.services.missions.detail(mission).granted_days is None


def test_a_mission_is_held_to_its_end(office):
    mission = begin(office)
    service = office.services.missions
    assert service.detail(mission).row.account.state is MissionState.RUNNING
    service.record(mission, draft(Kind.DAYS_DONE, date(2026, 11, 27), "1"))
    service.record(mission, draft(Kind.NOTE, date(2026, 11, 30), text="Premier point"))
    for side in (Kind.CONFIRMED_BY_COMPANY, Kind.CONFIRMED_BY_PARTNER):
        changes = service.confirm_all(mission, (side,), date(2026, 12, 1), " Odile Perrin ")
        assert changes.results
        assert service.confirm_all(mission, (side,), date(2026, 12, 1), "Odile Perrin") == Changes()
    service.record(mission, draft(Kind.EVALUATED_BY_COMPANY, date(2026, 12, 2), rating=5))
    service.record(mission, draft(Kind.EVALUATED_BY_PARTNER, date(2026, 12, 2), rating=4))
    service.record(mission, draft(Kind.CLOSED, date(2026, 12, 2)))
    account = service.detail(mission).row.account
    assert (account.state, account.closed_on) == (MissionState.CLOSED, date(2026, 12, 2))
    assert (account.done, account.confirmed) == (Decimal("2.5"), Decimal("2.5"))
    assert account.value == Money(2_000_00)
    assert (account.company_rating, account.partner_rating) == (5, 4)
    before = service.rows(on=date(2026, 11, 26))[0].account
    assert (before.state, before.done) == (MissionState.RUNNING, Decimal("1.5"))


def test_both_sides_say_at_once_what_they_say_together(office, refused):
    mission = begin(office)
    service, day = office.services.missions, date(2026, 12, 1)
    sides = (Kind.CONFIRMED_BY_COMPANY, Kind.CONFIRMED_BY_PARTNER)
    service.confirm_all(mission, sides, day, "Odile Perrin")
    assert service.detail(mission).row.account.confirmed == Decimal("1.5")
    known = len(service.detail(mission).events)
    good = draft(Kind.EVALUATED_BY_COMPANY, day, rating=5)
    with refused(ErrorCode.MISSION_RATING_MISSING, office):
        service.record(mission, good, draft(Kind.EVALUATED_BY_PARTNER, day))
    early = draft(Kind.EVALUATED_BY_PARTNER, date(2026, 11, 1), rating=3)
    with refused(ErrorCode.EVENT_DATE_TOO_EARLY, office):
        service.record(mission, good, early)
    assert len(service.detail(mission).events) == known
    service.record(mission, good, draft(Kind.EVALUATED_BY_PARTNER, day, rating=3))
    account = service.detail(mission).row.account
    assert (account.company_rating, account.partner_rating) == (5, 3)


def test_the_missions_of_a_dossier_come_with_what_they_rest_on(office):
    mission = begin(office)
    service = office.services.missions
    found = service.of_dossier(office.dossier(NUMBER))
    assert [each.id for each in found.rows] == [mission]
    assert (found.is_approved, found.granted_days, found.category) == (True, 3, "Qualité")
    assert found.partner_id == found.rows[0].sheet.partner_id
    other = service.of_dossier(office.dossier("2026-001"))
    assert (other.rows, other.is_approved, other.granted_days) == ((), False, None)


def test_a_mission_closes_once_every_day_is_confirmed(office, refused):
    mission = begin(office)
    service = office.services.missions
    days = last_event(office, mission)
    service.record(mission, draft(Kind.CONFIRMED_BY_COMPANY, DAY, names_id=days))
    with refused(ErrorCode.MISSION_DAYS_REMAIN, office, left=Decimal("1.5")):
        service.record(mission, draft(Kind.CLOSED, DAY))
    with refused(ErrorCode.MISSION_DAYS_CONFIRMED, office):
        service.record(mission, draft(Kind.CONFIRMED_BY_COMPANY, DAY, names_id=days))
    service.record(mission, draft(Kind.REVERSAL, DAY, names_id=days, text="Jour non fait"))
    assert service.detail(mission).row.account.state is MissionState.AGREED


def test_an_amendment_changes_days_and_end(office, refused):
    mission = begin(office)
    service = office.services.missions
    sheet = service.detail(mission).row.sheet
    with refused(ErrorCode.MISSION_AMENDMENT_NEEDED, office):
        service.save(mission, replace(sheet, planned_days=Decimal(5)), 1)
    longer = draft(Kind.AMENDED, date(2026, 12, 1), "5", ends_on=date(2027, 6, 30))
    service.record(mission, longer)
    account = service.detail(mission).row.account
    assert (account.planned, account.ends_on) == (Decimal(5), date(2027, 6, 30))
    late = service.rows(on=date(2027, 7, 1))[0].account
    assert late.state is MissionState.OVERDUE


def test_the_same_sheet_again_writes_nothing(office, refused):
    mission = begin(office)
    service = office.services.missions
    sheet, before = service.detail(mission).row.sheet, len(office.journal())
    assert service.save(mission, sheet, 1) == Changes()
    assert service.record(mission) == Changes()
    assert len(office.journal()) == before
    with refused(ErrorCode.MISSION_CHANGED_MEANWHILE, office, number="2026-M001"):
        service.save(mission, sheet, 7)


def test_a_mission_that_is_not_there_is_refused(office, refused):
    service = office.services.missions
    for ask in (service.detail, lambda each: service.record(each, draft(Kind.CLOSED, SIGNED))):
        with refused(ErrorCode.MISSION_NOT_FOUND, office):
            ask(uuid4())


def test_a_mission_of_the_past_stays_as_it_is(granted, refused):
    office, dossier, partner = granted
    service, registry = office.services.missions, office.registry
    sheet = sheet_of(office, dossier, partner)
    with registry.write() as session:
        head = MissionHead(
            registry.new_id(), new_number(session, 2024), dossier, sheet, is_history=True
        )
        write_mission(registry, session, head)
        write_event(registry, session, head.id, draft(Kind.DAYS_DONE, date(2024, 5, 2), "0.75"))
        write_event(registry, session, head.id, draft(Kind.CLOSED, date(2024, 6, 3)))
    row = service.detail(head.id).row
    assert (row.number, row.is_history) == ("2024-M001", True)
    assert (row.account.state, row.account.value) == (MissionState.CLOSED, Money(600_00))
    assert service.detail(head.id).doubts == ()
    mission, _ = service.create(dossier, sheet)
    with registry.read() as session:
        assert [each.id for each in read_own_missions(session)] == [mission]
    assert [each.number for each in service.rows()] == ["2024-M001", "2026-M001"]
    with refused(ErrorCode.MISSION_IS_HISTORY, office):
        service.record(head.id, draft(Kind.NOTE, SIGNED, text="Non"))
    with refused(ErrorCode.MISSION_IS_HISTORY, office):
        service.save(head.id, sheet, 1)


def test_a_thousand_missions_cost_three_statements(granted, max_queries):
    office, dossier, partner = granted
    for _ in range(5):
        office.services.missions.create(dossier, sheet_of(office, dossier, partner))
    with max_queries(3, office.registry):
        assert len(office.services.missions.rows()) == 5


def test_a_changed_table_is_found_out(office):
    mission = begin(office)
    assert office.registry.verify().is_sound
    registry = office.registry
    with registry.write() as session:
        session.get(StoredMission, mission).place = "Ailleurs"
    assert not registry.verify().is_sound
    with registry.write() as session:
        session.get(StoredMission, mission).place = office.detail(NUMBER).sheet.company.town


def test_the_journal_of_a_dossier_tells_its_missions(office):
    begin(office)
    told = [each.action for each in office.detail(NUMBER).journal]
    assert told[:3] == ["mission.days_done", "mission.agreement_signed", "mission.saved"]
    others = office.detail("2026-014").journal
    assert not any(each.action.startswith("mission.") for each in others)


def test_the_person_offered_for_the_competence_is_proposed(granted):
    office, dossier, partner = granted
    told = (
        ("HSE", "Paul Roy", None),
        ("qualité", "Ancienne direction", date(2025, 12, 31)),
        ("qualité", "Direction de la qualité", None),
    )
    for category, person, last in told:
        offer = SkillOffer(uuid4(), partner, category, person, "Responsable", last=last)
        office.services.partners.save_offer(None, offer)
    sheet = office.services.missions.propose(dossier, partner)
    assert (sheet.contributor, sheet.position) == ("Direction de la qualité", "Responsable")


def test_the_need_of_the_dossier_is_proposed_when_no_decision_names_one(office, new_sheet):
    needy = replace(new_sheet(), project=ProjectDetails(need_diagnosed="Recrutement"))
    dossier, _ = office.services.dossiers.create(needy)
    take_over(office, dossier)
    partner = office.services.people.partners()[0].id
    sheet = office.services.missions.propose(dossier, partner)
    assert (sheet.category, sheet.planned_days) == ("Ressources humaines", Decimal(1))
    assert sheet.goals == "Recrutement"
