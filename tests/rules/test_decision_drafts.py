"""What a decision begins with, and what is kept of it."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.models.enums import BallotOutcome, ConditionKind, DecisionOutcome
from alize_desktop.models.records.decisions import Condition, DecisionDraft
from alize_desktop.models.records.dossiers import (
    CompanyDetails,
    DossierSheet,
    RequestDetails,
    SkillsDetails,
)
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.decisions import (
    approval_asked,
    approval_kind,
    granted_terms,
    proposed_draft,
)

SHEET = DossierSheet(
    "2026-001",
    CompanyDetails("Fonderie du Val", "732829320"),
    date(2026, 11, 2),
    request=RequestDetails(Money(5_500_00), 36, 6, 1),
    skills=SkillsDetails("Numérique", 2),
)
ADOPTED = BallotOutcome.ADOPTED


def test_what_is_adopted_begins_with_the_request():
    assert proposed_draft(SHEET, ADOPTED) == approval_asked(SHEET)
    assert proposed_draft(SHEET, ADOPTED, Money(5_500_00)) == approval_asked(SHEET)


@pytest.mark.parametrize(
    ("amount", "outcome"),
    [
        (3_000_00, DecisionOutcome.APPROVED_REDUCED),
        (0, DecisionOutcome.APPROVED_REDUCED),
        (7_000_00, DecisionOutcome.APPROVED),
    ],
)
def test_an_amount_that_was_voted_is_taken_up(amount, outcome):
    draft = proposed_draft(SHEET, ADOPTED, Money(amount))
    assert (draft.amount, draft.outcome, draft.days) == (Money(amount), outcome, 2)


def test_what_is_rejected_is_refused_and_all_the_rest_put_off():
    assert proposed_draft(SHEET, BallotOutcome.REJECTED, Money(1)) == DecisionDraft(
        DecisionOutcome.REJECTED
    )
    for outcome in (BallotOutcome.TIE, BallotOutcome.NO_DECISION, None):
        assert proposed_draft(SHEET, outcome).outcome is DecisionOutcome.DEFERRED


def test_an_approval_is_named_after_its_conditions_then_its_amount():
    draft = DecisionDraft(DecisionOutcome.APPROVED, Money(3_000_00))
    conditions = (Condition("Bilan", ConditionKind.FOLLOW_UP),)
    assert approval_kind(draft, Money(3_000_00)) is DecisionOutcome.APPROVED
    assert approval_kind(draft, Money(5_500_00)) is DecisionOutcome.APPROVED_REDUCED
    conditional = replace(draft, conditions=conditions)
    assert approval_kind(conditional, Money(5_500_00)) is DecisionOutcome.APPROVED_WITH_CONDITIONS


def test_what_grants_nothing_keeps_no_terms():
    conditions = (Condition("Bilan", ConditionKind.FOLLOW_UP),)
    draft = DecisionDraft(
        DecisionOutcome.REJECTED, Money(1), 36, 6, 1, 2, conditions=conditions, grounds=" Non "
    )
    assert granted_terms(draft) == DecisionDraft(DecisionOutcome.REJECTED, grounds="Non")


def test_what_grants_no_money_keeps_the_usual_duration():
    kept = granted_terms(DecisionDraft(DecisionOutcome.APPROVED, ZERO, 36, 6, 1, 2))
    assert (kept.months, kept.deferral, kept.every, kept.days) == (48, 12, 3, 2)


def test_what_grants_money_is_kept_as_it_is():
    draft = DecisionDraft(DecisionOutcome.APPROVED, Money(1), 36, 6, 1, documents_asked=" Bilan ")
    assert granted_terms(draft).months == 36
    assert granted_terms(draft).documents_asked == "Bilan"
