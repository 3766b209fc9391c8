"""What a decision must hold, and what the ballot allows it to say."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotOutcome, ConditionKind, DecisionOutcome
from alize_desktop.models.records.decisions import Condition, DecisionDraft
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.decisions import APPROVALS, allowed_outcomes, check_decision
from alize_desktop.rules.field_checks import MOST_PEOPLE

ADOPTED, REJECTED = BallotOutcome.ADOPTED, BallotOutcome.REJECTED
REQUESTED = Money(12_000_00)
APPROVED = DecisionDraft(DecisionOutcome.APPROVED, amount=REQUESTED, days=4)
CONDITION = Condition("Remettre le bilan 2025", ConditionKind.PRECEDENT)

amounts = st.integers(0, 10**9).map(Money)


def refusal(draft, ballot=ADOPTED, requested=REQUESTED, voted=None, **more):
    """Return the code a decision is refused with, None when it is accepted."""
    try:
        check_decision(draft, requested, ballot, voted, **more)
    except UserError as error:
        return error.code
    return None


def test_an_adopted_dossier_may_be_approved_deferred_or_withdrawn():
    always = {DecisionOutcome.DEFERRED, DecisionOutcome.WITHDRAWN}
    assert allowed_outcomes(ADOPTED) == APPROVALS | always


def test_a_rejected_dossier_may_be_refused_deferred_or_withdrawn():
    assert allowed_outcomes(REJECTED) == {
        DecisionOutcome.REJECTED,
        DecisionOutcome.DEFERRED,
        DecisionOutcome.WITHDRAWN,
    }


@pytest.mark.parametrize("ballot", [None, BallotOutcome.TIE, BallotOutcome.NO_DECISION])
def test_what_decided_nothing_only_lets_a_dossier_be_deferred_or_withdrawn(ballot):
    assert allowed_outcomes(ballot) == {DecisionOutcome.DEFERRED, DecisionOutcome.WITHDRAWN}


@pytest.mark.parametrize("ballot", [None, *BallotOutcome])
@pytest.mark.parametrize("outcome", DecisionOutcome)
def test_a_decision_never_contradicts_its_ballot(ballot, outcome):
    draft = replace(
        APPROVED,
        outcome=outcome,
        amount=Money(1_00),
        conditions=(CONDITION,),
        grounds="Hors bassin",
    )
    expected = None if outcome in allowed_outcomes(ballot) else ErrorCode.DECISION_AGAINST_RESULT
    assert refusal(draft, ballot) is expected


@given(amounts, st.integers(0, 400))
def test_an_approval_grants_money_or_days_or_both(amount, days):
    draft = DecisionDraft(DecisionOutcome.APPROVED, amount=amount, days=days)
    granted = amount > ZERO or days > 0
    expected = None if granted else ErrorCode.DECISION_EMPTY
    assert refusal(draft, requested=Money(10**9)) is expected


@pytest.mark.parametrize("conditions", [(), (CONDITION,)])
def test_more_than_was_asked_needs_an_amount_that_was_voted(conditions):
    more = Money(12_000_01)
    draft = replace(APPROVED, amount=more, conditions=conditions)
    with pytest.raises(UserError) as caught:
        check_decision(draft, REQUESTED, ADOPTED)
    assert caught.value.code is ErrorCode.DECISION_ABOVE_REQUEST
    assert caught.value.params == {"amount": more, "requested": REQUESTED}
    assert refusal(draft, voted=more) is None


@pytest.mark.parametrize("outcome", DecisionOutcome)
@pytest.mark.parametrize("ballot", [ADOPTED, REJECTED])
def test_nothing_rests_on_a_result_to_examine_again(outcome, ballot):
    draft = replace(
        APPROVED,
        outcome=outcome,
        amount=Money(1_00),
        conditions=(CONDITION,),
        grounds="Hors bassin",
    )
    found = refusal(draft, ballot, to_reexamine=True)
    if outcome in (DecisionOutcome.DEFERRED, DecisionOutcome.WITHDRAWN):
        assert found is None
    elif outcome in allowed_outcomes(ballot):
        assert found is ErrorCode.RESULT_TO_REEXAMINE
    else:
        assert found is ErrorCode.DECISION_AGAINST_RESULT


def test_a_negative_advance_is_refused():
    assert refusal(replace(APPROVED, amount=Money(-1))) is ErrorCode.AMOUNT_INVALID


@pytest.mark.parametrize("field", ["days", "jobs_created", "jobs_maintained"])
def test_a_negative_number_is_refused_and_named(field):
    with pytest.raises(UserError) as caught:
        check_decision(replace(APPROVED, **{field: -1}), REQUESTED, ADOPTED)
    assert caught.value.code is ErrorCode.NUMBER_OUT_OF_RANGE
    assert caught.value.params == {"value": -1, "least": 0, "most": MOST_PEOPLE}


def test_a_condition_without_text_is_refused():
    blank = Condition("  ", ConditionKind.FOLLOW_UP)
    assert refusal(replace(APPROVED, conditions=(CONDITION, blank))) is ErrorCode.TEXT_MISSING


def test_an_approval_under_conditions_names_one():
    draft = replace(APPROVED, outcome=DecisionOutcome.APPROVED_WITH_CONDITIONS)
    assert refusal(draft) is ErrorCode.CONDITION_MISSING
    assert refusal(replace(draft, conditions=(CONDITION,))) is None


@given(amounts, amounts)
def test_a_reduced_approval_grants_less_than_was_asked(amount, requested):
    draft = DecisionDraft(DecisionOutcome.APPROVED_REDUCED, amount=amount, days=1)
    expected = None if amount < requested else ErrorCode.DECISION_NOT_REDUCED
    assert refusal(draft, requested=requested, voted=amount) is expected


def test_all_that_was_asked_is_no_reduced_amount():
    draft = replace(APPROVED, outcome=DecisionOutcome.APPROVED_REDUCED)
    assert refusal(draft) is ErrorCode.DECISION_NOT_REDUCED


@pytest.mark.parametrize("amount", [0, 2_999_99, 3_000_01, 12_000_00])
def test_the_amount_that_was_adopted_is_granted_and_no_other(amount):
    voted = Money(3_000_00)
    assert refusal(replace(APPROVED, amount=voted), voted=voted) is None
    with pytest.raises(UserError) as caught:
        check_decision(replace(APPROVED, amount=Money(amount)), REQUESTED, ADOPTED, voted)
    assert caught.value.code is ErrorCode.DECISION_UNLIKE_VOTE
    assert caught.value.params == {"amount": Money(amount), "voted": voted}


def test_a_refusal_says_why():
    draft = DecisionDraft(DecisionOutcome.REJECTED, grounds=" \n")
    assert refusal(draft, REJECTED) is ErrorCode.DECISION_WITHOUT_GROUNDS
    assert refusal(replace(draft, grounds="Projet hors du bassin"), REJECTED) is None


@pytest.mark.parametrize(
    ("grounds", "documents", "expected"),
    [
        ("", "  ", ErrorCode.DECISION_WITHOUT_GROUNDS),
        ("Marché incertain", "", None),
        ("", "Devis de la machine", None),
    ],
)
def test_a_deferral_says_why_or_what_is_awaited(grounds, documents, expected):
    draft = DecisionDraft(DecisionOutcome.DEFERRED, grounds=grounds, documents_asked=documents)
    assert refusal(draft, None) is expected


def test_a_withdrawal_needs_no_reason():
    assert refusal(DecisionDraft(DecisionOutcome.WITHDRAWN), None) is None


def test_figures_of_a_dossier_that_is_not_approved_are_not_looked_at():
    draft = DecisionDraft(DecisionOutcome.DEFERRED, days=-1, grounds="À revoir")
    assert refusal(draft, None) is None
