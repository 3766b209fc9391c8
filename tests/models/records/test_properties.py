"""What records say of themselves."""

from dataclasses import FrozenInstanceError, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    BallotOutcome,
    Civility,
    DossierState,
    MajorityKind,
    MemberCollege,
    MemberOffice,
    QuorumKind,
)
from alize_desktop.models.records.ballots import BallotResult, Counts
from alize_desktop.models.records.dossiers import CompanyDetails, DossierDetail, DossierSheet
from alize_desktop.models.records.journal import Verification
from alize_desktop.models.records.people import Member, MemberSheet
from alize_desktop.models.records.rules import Majority, QuorumRule
from alize_desktop.models.records.schedules import AdvanceTerms, Instalment, RepaymentSchedule
from alize_desktop.models.values import Money, Share

SHEET = MemberSheet(
    Civility.MADAME,
    "Odile",
    "Vasseur",
    "Fonderie",
    MemberCollege.ENTERPRISE,
    MemberOffice.CHAIR,
    Decimal("2.6"),
)


def test_a_record_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        SHEET.email = "odile@example.org"


def test_a_full_member_with_voices_has_a_seat():
    member = Member(UUID(int=1), 1, SHEET)
    assert member.sheet.full_name == "Odile Vasseur"
    assert member.has_seat
    assert not replace(member, alternate_of_id=UUID(int=2)).has_seat
    assert not replace(member, sheet=replace(SHEET, weight=Decimal(0))).has_seat


@pytest.mark.parametrize("state", DossierState)
def test_a_dossier_is_edited_until_it_is_decided_or_withdrawn(state):
    detail = DossierDetail(
        id=UUID(int=1),
        revision=1,
        sheet=DossierSheet("", CompanyDetails("Fonderie", "732829320"), date(2026, 11, 2)),
        state=state,
        state_reason="",
        next_states=(),
        meeting_number="",
        documents=(),
        decision=None,
        schedule=None,
        schedule_refusal=None,
        journal=(),
    )
    assert detail.is_editable is (state not in {DossierState.DECIDED, DossierState.WITHDRAWN})


@pytest.mark.parametrize(
    "trouble",
    [
        {"integrity_problems": ("row 1 missing",)},
        {"foreign_key_problems": ("vote",)},
        {"first_broken_line": 3},
    ],
)
def test_one_trouble_is_enough_for_a_registry_not_to_be_sound(trouble):
    sound = Verification(5, "0" * 64, (), (), None)
    assert sound.is_sound
    assert not replace(sound, **trouble).is_sound


def test_abstentions_are_answers_but_not_votes_cast():
    counts = Counts(Fraction(13, 5), 1, abstentions=2, not_participating=1)
    assert counts.cast == Fraction(18, 5)
    assert counts.total == Fraction(33, 5)


@pytest.mark.parametrize("outcome", BallotOutcome)
def test_only_an_adopted_ballot_adopts(outcome):
    result = BallotResult(Counts(1, 0), Majority(), base=1, needed=1, outcome=outcome)
    assert result.adopted is (outcome is BallotOutcome.ADOPTED)


@pytest.mark.parametrize("kind", [MajorityKind.AT_LEAST, MajorityKind.MORE_THAN])
def test_a_majority_by_a_share_names_the_share(kind):
    with pytest.raises(UserError) as refusal:
        Majority(kind)
    assert refusal.value.code is ErrorCode.MAJORITY_INVALID
    assert Majority(kind, share=Share(2, 3)).share == Share(2, 3)


@pytest.mark.parametrize("count", [None, 0, -1])
def test_a_fixed_quorum_is_a_number_of_members(count):
    with pytest.raises(UserError) as refusal:
        QuorumRule(QuorumKind.FIXED, count=count)
    assert refusal.value.code is ErrorCode.NUMBER_OUT_OF_RANGE
    assert QuorumRule(QuorumKind.FIXED, count=5).count == 5


def test_a_schedule_says_its_ends_and_its_total():
    days = [date(2027, 1, 4), date(2027, 2, 1), date(2027, 3, 1)]
    amounts = [Money(3_333), Money(3_333), Money(3_334)]
    left = [Money(6_667), Money(3_334), Money(0)]
    rows = tuple(
        Instalment(number, day, day, amount, outstanding)
        for number, (day, amount, outstanding) in enumerate(
            zip(days, amounts, left, strict=True), start=1
        )
    )
    terms = AdvanceTerms(Money(10_000), 3, date(2026, 12, 1))
    schedule = RepaymentSchedule(terms, rows)
    assert (schedule.count, schedule.total) == (3, Money(10_000))
    assert (schedule.regular, schedule.last) == (Money(3_333), Money(3_334))
    assert (schedule.first_due, schedule.last_due) == (days[0], days[-1])
