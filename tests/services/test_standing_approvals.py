"""The approval of a dossier as it stands, read from a real registry."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update

from alize_desktop.models.enums import DecisionOutcome, DossierState, MissionEventKind, VoteChoice
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.history import HistorySheet
from alize_desktop.models.records.jobs import JobCounts
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.values import Money
from alize_desktop.services.history_writing import Ended, write_history
from alize_desktop.services.minutes_fund import fund_of
from alize_desktop.services.mission_grants import read_granted
from alize_desktop.services.programme import read_programme
from alize_desktop.services.standing_approvals import (
    past_approvals,
    standing_approval,
    voted_approvals,
)
from tests.services.missions_office import draft, grant_days, sheet_of

NUMBER, PAST, DAY = "2026-013", "2026-001", date(2026, 11, 23)
LAPSE, AFTER = date(2027, 5, 23), date(2027, 5, 24)


def approval_of(office, number=NUMBER):
    with office.registry.read() as session:
        return standing_approval(session, office.dossier(number))


def hold_again(office, held_on):
    office.clock.now = datetime(held_on.year, held_on.month, held_on.day, 9, 0, tzinfo=UTC)
    return office.hold(NUMBER, complete=False, held_on=held_on)


def approve_again(office, held_on, **terms):
    """Approve a dossier that was approved already, in a meeting of its own."""
    meeting = hold_again(office, held_on)
    office.approve(meeting, NUMBER, conditions=(), **terms)
    office.services.committee.close(meeting)


def turn_down(office, held_on, outcome):
    """Refuse a change, or withdraw the dossier, in a meeting of its own."""
    meeting = hold_again(office, held_on)
    if outcome is DecisionOutcome.REJECTED:
        office.services.voting.proclaim(office.vote(meeting, NUMBER, others=VoteChoice.AGAINST))
    said = DecisionDraft(outcome, grounds="Le projet a changé")
    office.services.decisions.record(office.item(meeting, NUMBER), said)
    office.services.committee.close(meeting)


def take_over(office, outcome, number=PAST):
    sheet, dossier = office.detail(number).sheet, office.dossier(number)
    end = HistorySheet(outcome, date(2024, 3, 4))
    decided = {"state": DossierState.DECIDED, "outcome": outcome}
    with office.registry.write() as session:
        session.execute(update(StoredDossier).where(StoredDossier.id == dossier).values(decided))
        write_history(office.registry, session, [Ended(dossier, sheet, end, None)], "passé.xlsx")
    return sheet.jobs


@pytest.fixture
def granted(office):
    """Three days and an advance, approved on 23 November 2026."""
    grant_days(office)
    return office


def test_nothing_stands_of_a_dossier_that_was_never_approved(office):
    assert approval_of(office, PAST) is None


def test_an_approval_stands_until_its_last_day(granted):
    found = approval_of(granted)
    assert (found.decided_on, found.days, found.category) == (DAY, 3, "Qualité")
    assert found.standing.lapses_on == LAPSE
    assert found.standing.holds(LAPSE)
    assert not found.standing.holds(AFTER)
    assert not found.is_history


def test_a_mission_that_is_signed_keeps_the_approval(granted):
    dossier, services = granted.dossier(NUMBER), granted.services
    partner = approval_of(granted).partner_id
    sheet = sheet_of(granted, dossier, partner)
    mission, _ = services.missions.create(dossier, sheet)
    services.missions.record(mission, draft(MissionEventKind.AGREEMENT_SIGNED, DAY))
    assert approval_of(granted).standing.holds(AFTER)
    signed = services.missions.detail(mission).events[-1].id
    back = draft(MissionEventKind.REVERSAL, DAY, names_id=signed, text="Erreur")
    services.missions.record(mission, back)
    assert not approval_of(granted).standing.holds(AFTER)


def test_an_amendment_gives_new_terms_to_the_same_approval(granted):
    reduced = DecisionOutcome.APPROVED_REDUCED
    approve_again(granted, date(2026, 12, 14), outcome=reduced, amount=Money(1_000_00), days=0)
    found = approval_of(granted)
    assert (found.decided_on, found.amount, found.days) == (DAY, Money(1_000_00), 0)
    assert found.standing.lapses_on == date(2027, 6, 14)


def test_an_amendment_that_is_refused_changes_nothing(granted):
    before = approval_of(granted)
    turn_down(granted, date(2026, 12, 14), DecisionOutcome.REJECTED)
    assert approval_of(granted) == before


def test_an_approval_that_is_withdrawn_is_given_up_for_everybody(granted):
    turn_down(granted, date(2026, 12, 14), DecisionOutcome.WITHDRAWN)
    assert approval_of(granted).standing.is_given_up
    assert granted.services.jobs.detail(granted.dossier(NUMBER)).facts is None
    with granted.registry.read() as session:
        assert not read_granted(session, granted.dossier(NUMBER)).is_approved


def test_what_lapsed_unsigned_and_is_approved_again_is_another_approval(granted):
    approve_again(granted, date(2027, 6, 14), amount=Money(2_000_00))
    assert approval_of(granted).decided_on == date(2027, 6, 14)


def test_the_past_stands_by_what_was_filed_and_never_lapses(office):
    filed = take_over(office, DecisionOutcome.APPROVED)
    found = approval_of(office, PAST)
    assert found.is_history
    assert (found.decided_on, found.days) == (date(2024, 3, 4), None)
    assert found.jobs == JobCounts(filed.created, filed.maintained, filed.sustained)
    assert found.standing.holds(AFTER)
    with office.registry.read() as session:
        assert [each.number for each in past_approvals(session)] == [PAST]
        assert list(voted_approvals(session)) == []


def test_the_past_that_was_withdrawn_since_is_given_up(office):
    take_over(office, DecisionOutcome.APPROVED)
    gone = {"state": DossierState.WITHDRAWN}
    with office.registry.write() as session:
        session.execute(
            update(StoredDossier).where(StoredDossier.id == office.dossier(PAST)).values(gone)
        )
    assert approval_of(office, PAST).standing.is_given_up


def test_a_past_that_was_put_back_stands_once_it_is_approved_here(office):
    take_over(office, DecisionOutcome.DEFERRED)
    office.services.history.reopen(office.dossier(PAST))
    assert approval_of(office, PAST) is None
    office.services.dossiers.change_state(office.dossier(PAST), DossierState.COMPLETE)
    meeting = office.hold(PAST, complete=False)
    office.approve(meeting, PAST)
    found = approval_of(office, PAST)
    assert (found.decided_on, found.is_history) == (DAY, False)


def test_a_meeting_that_withdraws_a_dossier_gives_its_money_back(granted):
    amount = approval_of(granted).amount
    turn_down(granted, date(2026, 12, 14), DecisionOutcome.WITHDRAWN)
    meeting = max(granted.services.meetings.rows(), key=lambda each: each.draft.held_on).id
    with granted.registry.read() as session:
        found = fund_of(session, read_programme(session), meeting)
    assert (found.granted, found.after - found.before) == (Money(0), amount)
