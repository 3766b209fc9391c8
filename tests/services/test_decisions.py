"""Decisions: proposed, weighed, recorded once, and what becomes of the dossier."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import (
    ConditionKind,
    ConflictKind,
    DecisionOutcome,
    DossierState,
    ItemStep,
    JobContract,
    VoteChoice,
)
from alize_desktop.models.records.decisions import Condition, DecisionDraft
from alize_desktop.models.records.dossier_list import DossierQuery
from alize_desktop.models.records.partners import PartnerConflict
from alize_desktop.models.values import Money

ONE, TWO, THREE = "2026-001", "2026-002", "2026-003"  # THREE asks for days only
Outcome = DecisionOutcome
EUROS = 100


@pytest.fixture
def meeting(office):
    return office.hold(ONE, TWO, THREE)


def adopted(office, meeting, number):
    item = office.vote(meeting, number)
    office.services.voting.proclaim(item)
    return item


def rejected(office, meeting, number):
    item = office.vote(meeting, number, others=VoteChoice.AGAINST)
    office.services.voting.proclaim(item)
    return item


class TestTheProposal:
    def test_an_adopted_request_is_proposed_as_it_was_asked(self, office, meeting):
        draft = office.services.decisions.proposal(adopted(office, meeting, ONE))
        assert draft == DecisionDraft(
            Outcome.APPROVED,
            amount=Money(5500 * EUROS),
            months=36,
            deferral=6,
            every=1,
            days=2,
            skill_category=draft.skill_category,
            jobs_created=5,
            jobs_maintained=draft.jobs_maintained,
            contract=JobContract.PERMANENT,
        )

    def test_a_rejected_one_is_proposed_as_refused(self, office, meeting):
        item = rejected(office, meeting, ONE)
        assert office.services.decisions.proposal(item).outcome is Outcome.REJECTED

    def test_without_a_result_a_deferral_is_proposed(self, office, meeting):
        item = office.vote(meeting, ONE)
        assert office.services.decisions.proposal(item).outcome is Outcome.DEFERRED

    def test_an_unknown_item_has_none(self, office, refused):
        with refused(ErrorCode.MEETING_NOT_FOUND, office):
            office.services.decisions.proposal(office.registry.new_id())


class TestTheConsequences:
    def test_they_are_what_an_approval_costs(self, office, meeting):
        item = office.item(meeting, ONE)
        draft = DecisionDraft(
            Outcome.APPROVED, Money(12_000 * EUROS), 48, 12, 3, days=8, jobs_created=5
        )
        found = office.services.decisions.consequences(item, draft)
        assert (found.regular, found.count) == (Money(1000 * EUROS), 12)
        assert found.fund_left == Money(88_000 * EUROS)
        assert found.days_left == 208 - 8
        assert found.amount_per_job == Money(2400 * EUROS)

    def test_a_partner_that_should_not_lend_is_told(self, office, meeting):
        partner = office.services.people.partners()[0]
        weigh, item = office.services.decisions.consequences, office.item(meeting, ONE)
        draft = DecisionDraft(Outcome.APPROVED, days=1, partner_id=partner.id)
        assert weigh(item, draft).partner_conflict is None
        siren = office.detail(ONE).sheet.company.siren
        conflict = PartnerConflict(partner.id, partner.id, siren, ConflictKind.CUSTOMER, "Tôles")
        office.services.partners.save_conflict(None, conflict)
        told = dict(weigh(item, draft).partner_conflict.values)
        assert told == {"kind": ConflictKind.CUSTOMER, "note": "Tôles", "is_itself": False}
        itself = replace(partner.sheet, siren=siren)
        office.services.people.save_partner(partner.id, itself)
        assert dict(weigh(item, draft).partner_conflict.values)["is_itself"]

    def test_days_only_have_no_schedule(self, office, meeting):
        draft = DecisionDraft(Outcome.APPROVED, days=3, jobs_created=2)
        found = office.services.decisions.consequences(office.item(meeting, ONE), draft)
        assert (found.regular, found.count, found.amount_per_job) == (None, 0, None)

    def test_an_advance_without_jobs_has_no_amount_per_job(self, office, meeting):
        draft = DecisionDraft(Outcome.APPROVED, Money(12_000 * EUROS))
        found = office.services.decisions.consequences(office.item(meeting, ONE), draft)
        assert found.amount_per_job is None

    def test_what_is_granted_already_is_gone(self, office, meeting):
        office.approve(meeting, ONE, amount=Money(5_000 * EUROS), days=10)
        draft = DecisionDraft(Outcome.APPROVED, Money(3_000 * EUROS), days=1)
        found = office.services.decisions.consequences(office.item(meeting, TWO), draft)
        assert found.fund_left == Money(92_000 * EUROS)
        assert found.days_left == 197
        state = office.state(meeting)
        assert (state.fund_left, state.days_left) == (Money(95_000 * EUROS), 198)

    def test_a_deferral_costs_nothing(self, office, meeting):
        draft = DecisionDraft(Outcome.DEFERRED, Money(12_000 * EUROS), 10, 12, days=8)
        found = office.services.decisions.consequences(office.item(meeting, ONE), draft)
        assert (found.fund_left, found.days_left) == (Money(100_000 * EUROS), 208)
        assert found.regular is None

    def test_an_unknown_fund_stays_unknown(self, office, meeting):
        programme = office.services.programme.programme()
        office.services.programme.save(replace(programme, fund_amount=None))
        draft = DecisionDraft(Outcome.APPROVED, Money(12_000 * EUROS))
        item = office.item(meeting, ONE)
        assert office.services.decisions.consequences(item, draft).fund_left is None
        assert office.state(meeting).fund_left is None

    def test_terms_that_make_no_schedule_are_refused(self, office, meeting, refused):
        draft = DecisionDraft(Outcome.APPROVED, Money(12_000 * EUROS), 48, 11, 3)
        with refused(ErrorCode.PERIOD_DOES_NOT_DIVIDE, office):
            office.services.decisions.consequences(office.item(meeting, ONE), draft)

    def test_an_unknown_item_is_refused(self, office, refused):
        with refused(ErrorCode.MEETING_NOT_FOUND, office):
            office.services.decisions.consequences(
                office.registry.new_id(), DecisionDraft(Outcome.APPROVED)
            )

    def test_a_keystroke_costs_few_statements(self, office, meeting, max_queries):
        item, draft = office.item(meeting, ONE), DecisionDraft(Outcome.APPROVED, days=1)
        with max_queries(4, office.registry):
            office.services.decisions.consequences(item, draft)


class TestTheRecord:
    def test_an_approval_holds_everything_that_was_decided(self, office, meeting, clock):
        partner = office.services.people.partners()[0]
        item = adopted(office, meeting, ONE)
        draft = DecisionDraft(
            Outcome.APPROVED_WITH_CONDITIONS,
            amount=Money(5_000 * EUROS),
            months=36,
            deferral=6,
            every=3,
            days=2,
            skill_category="Qualité",
            partner_id=partner.id,
            jobs_created=4,
            jobs_maintained=1,
            contract=JobContract.PERMANENT,
            jobs_by=date(2027, 11, 23),
            conditions=(
                Condition("Accord de la banque", ConditionKind.PRECEDENT, date(2027, 2, 23)),
                Condition("Point à six mois", ConditionKind.FOLLOW_UP),
            ),
            grounds="Projet solide",
        )
        decision, changes = office.services.decisions.record(item, draft)
        assert decision.number == "2026-D001"
        assert (decision.meeting_number, decision.partner) == ("CA-2026-01", partner.sheet.name)
        assert (decision.draft, decision.decided_at) == (draft, clock())
        assert decision.sentence.endswith("adopté à l’unanimité.")
        assert changes.dossiers == {office.dossier(ONE)}
        assert changes.meetings == {meeting}
        detail = office.detail(ONE)
        assert (detail.decision, detail.state) == (decision, DossierState.DECIDED)
        assert detail.meeting_number == "CA-2026-01"
        line = office.state(meeting).agenda[0]
        assert (line.step, line.outcome) == (ItemStep.DECIDED, draft.outcome)

    def test_numbers_follow_each_other_with_no_gap(self, office, meeting, refused):
        assert office.approve(meeting, ONE).number == "2026-D001"
        item = adopted(office, meeting, TWO)
        with refused(ErrorCode.DECISION_EMPTY, office):
            office.services.decisions.record(item, DecisionDraft(Outcome.APPROVED))
        proposal = office.services.decisions.proposal(item)
        assert office.services.decisions.record(item, proposal)[0].number == "2026-D002"
        assert office.defer(meeting, THREE).number == "2026-D003"

    def test_numbers_begin_again_each_year(self, office, meeting):
        office.approve(meeting, ONE)
        office.approve(meeting, TWO)
        office.end(meeting)
        next_year = office.hold("2026-005", held_on=date(2027, 1, 18))
        assert office.approve(next_year, "2026-005").number == "2027-D001"
        office.end(next_year)
        this_year = office.hold("2026-006", held_on=date(2026, 12, 14))
        assert office.approve(this_year, "2026-006").number == "2026-D004"

    def test_a_decision_is_recorded_once(self, office, meeting, refused):
        office.approve(meeting, ONE)
        item = office.item(meeting, ONE)
        draft = DecisionDraft(Outcome.DEFERRED, grounds="Encore")
        with refused(ErrorCode.DECISION_EXISTS, office, number=ONE):
            office.services.decisions.record(item, draft)

    @pytest.mark.parametrize(
        "outcome", [Outcome.APPROVED, Outcome.APPROVED_WITH_CONDITIONS, Outcome.APPROVED_REDUCED]
    )
    def test_a_refused_dossier_is_not_approved(self, office, meeting, refused, outcome):
        item = rejected(office, meeting, ONE)
        draft = DecisionDraft(outcome, days=2)
        with refused(ErrorCode.DECISION_AGAINST_RESULT, office):
            office.services.decisions.record(item, draft)

    def test_an_adopted_dossier_is_not_refused(self, office, meeting, refused):
        item = adopted(office, meeting, ONE)
        with refused(ErrorCode.DECISION_AGAINST_RESULT, office):
            office.services.decisions.record(item, DecisionDraft(Outcome.REJECTED, grounds="Non"))

    @pytest.mark.parametrize("outcome", [Outcome.DEFERRED, Outcome.WITHDRAWN])
    def test_without_a_ballot_a_dossier_is_deferred_or_withdrawn(self, office, meeting, outcome):
        item = office.present(meeting, ONE)
        draft = DecisionDraft(outcome, grounds="À la demande de l’entreprise")
        decision, _ = office.services.decisions.record(item, draft)
        assert (decision.draft.outcome, decision.sentence) == (outcome, "")

    def test_without_a_ballot_nothing_else_is(self, office, meeting, refused):
        item = office.present(meeting, ONE)
        for outcome in (Outcome.APPROVED, Outcome.REJECTED):
            with refused(ErrorCode.DECISION_AGAINST_RESULT, office):
                office.services.decisions.record(
                    item, DecisionDraft(outcome, days=1, grounds="Non")
                )

    def test_the_result_must_be_known(self, office, meeting, refused):
        item = office.ballot(meeting, ONE)
        draft = DecisionDraft(Outcome.DEFERRED, grounds="Pièces")
        with refused(ErrorCode.BALLOT_OPEN, office):
            office.services.decisions.record(item, draft)
        office.services.voting.cast_remaining(item, VoteChoice.FOR)
        office.services.voting.close_ballot(item)
        with refused(ErrorCode.BALLOT_NOT_PROCLAIMED, office):
            office.services.decisions.record(item, draft)

    def test_a_refusal_says_why(self, office, meeting, refused):
        item = rejected(office, meeting, ONE)
        with refused(ErrorCode.DECISION_WITHOUT_GROUNDS, office):
            office.services.decisions.record(item, DecisionDraft(Outcome.REJECTED, grounds="  "))
        draft = DecisionDraft(Outcome.REJECTED, grounds=" Projet trop fragile ")
        decision, _ = office.services.decisions.record(item, draft)
        assert decision.draft.grounds == "Projet trop fragile"
        assert office.detail(ONE).state_reason == "Projet trop fragile"

    def test_what_grants_nothing_keeps_no_terms(self, office, meeting):
        item = rejected(office, meeting, ONE)
        draft = DecisionDraft(
            Outcome.REJECTED, Money(5_000 * EUROS), 7, 9, 4, days=4, grounds="Non"
        )
        decision, _ = office.services.decisions.record(item, draft)
        assert decision.draft == DecisionDraft(Outcome.REJECTED, grounds="Non")

    def test_bad_terms_are_refused(self, office, meeting, refused):
        item = adopted(office, meeting, ONE)
        draft = DecisionDraft(Outcome.APPROVED, Money(5_000 * EUROS), 12, 12, 3)
        with refused(ErrorCode.DEFERRAL_TOO_LONG, office):
            office.services.decisions.record(item, draft)

    def test_invisible_characters_are_refused(self, office, meeting, refused):
        item = office.item(meeting, ONE)
        draft = DecisionDraft(Outcome.DEFERRED, grounds="Pièces\x00")
        with refused(ErrorCode.TEXT_HAS_CONTROL_CHARACTERS, office):
            office.services.decisions.record(item, draft)

    def test_nothing_is_decided_in_a_meeting_that_is_not_open(self, office, refused):
        meeting = office.prepare(ONE)
        with refused(ErrorCode.MEETING_NOT_OPEN, office):
            office.defer(meeting, ONE)


class TestADeferredDossier:
    def test_it_returns_to_the_next_agenda_and_is_decided_there(self, office, meeting):
        first = office.defer(meeting, ONE)
        detail = office.detail(ONE)
        assert (detail.state, detail.meeting_number) == (DossierState.DEFERRED, "")
        following = office.prepare()
        candidates = office.services.meetings.candidates(following)
        assert ONE in {each.number for each in candidates}
        office.end(meeting)
        following = office.hold(ONE, complete=False, held_on=date(2026, 12, 14))
        second = office.approve(following, ONE)
        assert (first.number, second.number) == ("2026-D001", "2026-D004")
        detail = office.detail(ONE)
        assert (detail.decision, detail.state) == (second, DossierState.DECIDED)
        (row,) = [
            each
            for each in office.services.dossiers.search(DossierQuery()).rows
            if each.number == ONE
        ]
        assert (row.outcome, row.meeting_number) == (Outcome.APPROVED, "CA-2026-03")
        assert office.state(meeting).agenda[0].outcome is Outcome.DEFERRED

    def test_its_request_still_has_a_schedule(self, office, meeting):
        office.defer(meeting, ONE)
        detail = office.detail(ONE)
        assert detail.schedule.terms.paid_on == detail.sheet.filed_on


class TestAWithdrawnDossier:
    @pytest.fixture
    def withdrawn(self, office, meeting):
        item = office.present(meeting, ONE)
        draft = DecisionDraft(Outcome.WITHDRAWN, grounds="Vente de l’entreprise")
        office.services.decisions.record(item, draft)
        return office.dossier(ONE)

    def test_it_has_no_advance_any_more(self, office, withdrawn):
        detail = office.detail(ONE)
        assert (detail.state, detail.schedule) == (DossierState.WITHDRAWN, None)

    def test_filed_again_it_may_be_on_another_agenda(self, office, meeting, withdrawn):
        office.end(meeting)
        change = office.services.dossiers.change_state
        change(withdrawn, DossierState.FILED, "Nouveau repreneur")
        detail = office.detail(ONE)
        assert (detail.state, detail.meeting_number) == (DossierState.FILED, "")
        assert detail.schedule is not None
        again = office.hold(ONE)
        assert office.approve(again, ONE).draft.outcome is Outcome.APPROVED


def test_due_dates_are_counted_from_the_day_of_the_meeting(office, clock):
    meeting = office.hold(ONE, held_on=date(2026, 11, 20))
    clock.now = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # the 24th in Paris
    office.approve(meeting, ONE, deferral=0, every=1)
    schedule = office.detail(ONE).schedule
    assert schedule.terms.paid_on == date(2026, 11, 20)
    assert schedule.rows[0].theoretical == date(2026, 12, 20)


def test_a_failure_while_recording_leaves_nothing(office, meeting, monkeypatch):
    item = adopted(office, meeting, ONE)
    before = len(office.journal())
    monkeypatch.setattr("alize_desktop.services.decisions.set_step", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        office.services.decisions.record(item, office.services.decisions.proposal(item))
    monkeypatch.undo()
    assert len(office.journal()) == before
    assert office.detail(ONE).decision is None
    assert office.detail(ONE).state is DossierState.SCHEDULED
