"""Décisions modificatives: an approval is changed by another decision, never edited."""

from dataclasses import replace

import pytest

from alize_desktop.errors import ErrorCode
from alize_desktop.models.enums import DecisionOutcome, DossierState, ItemKind, VoteChoice
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.meetings import ItemDraft
from alize_desktop.models.values import Money

pytestmark = pytest.mark.retold

ONE, TWO = "2026-001", "2026-002"
REFUSED = DecisionDraft(DecisionOutcome.REJECTED, grounds="Sans motif nouveau")
PUT_OFF = DecisionDraft(DecisionOutcome.DEFERRED, documents_asked="Bilan 2026")


@pytest.fixture
def first(office):
    """A meeting that approved 5 500 euros and two days, and is closed."""
    meeting = office.hold(ONE)
    decision = office.approve(meeting, ONE, amount=Money(5_500_00), days=2)
    office.services.committee.close(meeting)
    return decision


def again(office, **more):
    return office.hold(ONE, complete=False, **more)


def decide(office, meeting, draft, choice=VoteChoice.FOR):
    item = office.vote(meeting, ONE, others=choice)
    office.services.voting.proclaim(item)
    return office.services.decisions.record(item, draft)[0]


def left(office):
    state = office.state(office.prepare())
    return state.fund_left, state.days_left


def test_a_dossier_that_was_approved_comes_back_to_be_modified(office, first):
    meeting = again(office)
    assert office.detail(ONE).state is DossierState.SCHEDULED
    draft = replace(first.draft, amount=Money(4_000_00))
    second = decide(office, meeting, draft)
    assert (second.amends, first.amends) == (first.number, "")
    assert office.detail(ONE).decision == second
    assert office.detail(ONE).state is DossierState.DECIDED


def test_a_point_that_comes_back_tells_what_was_granted(office, first):
    meeting = again(office)
    (line,) = [x for x in office.services.meetings.detail(meeting).agenda if x.before_number]
    assert line.before_number == "2026-D001"
    assert line.before_amount == office.detail(line.number).decision.draft.amount
    assert line.before_months == office.detail(line.number).decision.draft.months


def test_every_later_change_is_linked_to_the_first(office, first):
    meeting = again(office)
    decide(office, meeting, replace(first.draft, amount=Money(4_000_00)))
    office.services.committee.close(meeting)
    third = decide(office, again(office), replace(first.draft, amount=Money(3_000_00)))
    assert third.amends == first.number


def test_the_fund_counts_what_is_in_force_once(office, first):
    fund, days = left(office)
    meeting = again(office)
    item = office.item(meeting, ONE)
    draft = replace(first.draft, amount=Money(4_000_00), days=3)
    told = office.services.decisions.consequences(item, draft)
    assert (told.fund_left, told.days_left) == (fund + Money(1_500_00), days - 1)
    decide(office, meeting, draft)
    assert left(office) == (fund + Money(1_500_00), days - 1)


def test_a_change_that_is_refused_leaves_the_approval(office, first):
    before = left(office)
    refusal = decide(office, again(office), REFUSED, VoteChoice.AGAINST)
    assert refusal.amends == first.number
    detail = office.detail(ONE)
    assert (detail.state, detail.decision) == (DossierState.DECIDED, first)
    assert detail.schedule is not None
    assert left(office) == before


def test_a_change_that_is_put_off_waits_for_the_next_agenda(office, first):
    meeting = again(office)
    item = office.item(meeting, ONE)
    office.services.decisions.record(item, PUT_OFF)
    office.services.committee.close(meeting)
    assert office.detail(ONE).state is DossierState.DEFERRED
    again(office)


def test_a_change_taken_off_an_agenda_leaves_the_dossier_decided(office, first):
    meeting = office.prepare(ONE, complete=False)
    office.services.meetings.set_agenda(meeting, [])
    detail = office.detail(ONE)
    assert (detail.state, detail.meeting_number) == (DossierState.DECIDED, "CA-2026-01")


def test_a_refused_dossier_is_not_modified(office, refused):
    meeting = office.hold(ONE)
    decide(office, meeting, REFUSED, VoteChoice.AGAINST)
    office.services.committee.close(meeting)
    after = office.prepare()
    with refused(ErrorCode.DOSSIER_ON_OTHER_AGENDA, office):
        office.services.meetings.set_agenda(after, [office.dossier(ONE)])


@pytest.mark.parametrize("approved", [True, False])
def test_nothing_is_modified_in_the_meeting_that_decided_it(office, refused, approved):
    meeting = office.hold(ONE, TWO)
    if approved:
        office.approve(meeting, ONE)
    else:
        office.defer(meeting, ONE)
    late = ItemDraft(ItemKind.DOSSIER, dossier_id=office.dossier(ONE), consented=True)
    with refused(ErrorCode.ITEM_TWICE, office):
        office.services.agenda.add(meeting, late)
