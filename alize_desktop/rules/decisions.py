"""What a decision must hold, and what the ballot allows it to say."""

from dataclasses import replace
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotOutcome, DecisionOutcome
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.field_checks import check_count

APPROVALS: Final = frozenset(
    {
        DecisionOutcome.APPROVED,
        DecisionOutcome.APPROVED_WITH_CONDITIONS,
        DecisionOutcome.APPROVED_REDUCED,
    }
)
WITHOUT_RESULT: Final = frozenset({DecisionOutcome.DEFERRED, DecisionOutcome.WITHDRAWN})
"""Outcomes that rest on no ballot: nothing ever forbids them."""

_ALLOWED: Final = {
    BallotOutcome.ADOPTED: APPROVALS | WITHOUT_RESULT,
    BallotOutcome.REJECTED: WITHOUT_RESULT | {DecisionOutcome.REJECTED},
}


def allowed_outcomes(ballot: BallotOutcome | None) -> frozenset[DecisionOutcome]:
    """Return the outcomes a decision may have after a ballot.

    Args:
        ballot: Proclaimed outcome; None without a ballot. A tie and a base of 0
            decide nothing: the dossier can only be deferred or withdrawn.
    """
    return _ALLOWED.get(ballot, WITHOUT_RESULT) if ballot is not None else WITHOUT_RESULT


def approval_asked(sheet: DossierSheet) -> DecisionDraft:
    """Return the approval that grants exactly what a dossier asks."""
    return DecisionDraft(
        outcome=DecisionOutcome.APPROVED,
        amount=sheet.request.amount,
        months=sheet.request.months,
        deferral=sheet.request.deferral,
        every=sheet.request.every,
        days=sheet.skills.days,
        skill_category=sheet.skills.category,
        jobs_created=sheet.jobs.created,
        jobs_maintained=sheet.jobs.maintained,
        contract=sheet.jobs.contract,
    )


def proposed_draft(
    sheet: DossierSheet, ballot: BallotOutcome | None, amount: Money | None = None
) -> DecisionDraft:
    """Return the draft that a decision begins with.

    Args:
        sheet: The dossier, as filed.
        ballot: Proclaimed outcome of its last ballot, None without one.
        amount: Advance that this ballot proposed, None when that of the dossier.
    """
    if ballot is BallotOutcome.REJECTED:
        return DecisionDraft(DecisionOutcome.REJECTED)
    if ballot is not BallotOutcome.ADOPTED:
        return DecisionDraft(DecisionOutcome.DEFERRED)
    asked = approval_asked(sheet)
    if amount is None or amount == asked.amount:
        return asked
    if amount < asked.amount:
        return replace(asked, amount=amount, outcome=DecisionOutcome.APPROVED_REDUCED)
    return replace(asked, amount=amount)


def approval_kind(draft: DecisionDraft, requested: Money) -> DecisionOutcome:
    """Return which approval a draft is: under conditions, of less than asked, or plain.

    Args:
        draft: The approval as it is typed.
        requested: Advance that was asked, 0 when none.
    """
    if draft.conditions:
        return DecisionOutcome.APPROVED_WITH_CONDITIONS
    if draft.amount < requested:
        return DecisionOutcome.APPROVED_REDUCED
    return DecisionOutcome.APPROVED


def granted_terms(draft: DecisionDraft) -> DecisionDraft:
    """Return a draft without the terms that its outcome does not grant."""
    draft = replace(
        draft, grounds=draft.grounds.strip(), documents_asked=draft.documents_asked.strip()
    )
    usual = DecisionDraft(
        draft.outcome, grounds=draft.grounds, documents_asked=draft.documents_asked
    )
    if draft.outcome not in APPROVALS:
        return usual
    if draft.amount:
        return draft
    return replace(draft, months=usual.months, deferral=usual.deferral, every=usual.every)


def check_decision(
    draft: DecisionDraft,
    requested: Money,
    ballot: BallotOutcome | None,
    voted: Money | None = None,
    *,
    to_reexamine: bool = False,
) -> None:
    """Refuse a decision that contradicts the ballot or lacks something.

    Args:
        draft: The decision; its terms are checked by ``rules.schedule``.
        requested: Advance that was asked, 0 when none.
        ballot: Proclaimed outcome, None without a ballot.
        voted: Advance that this ballot proposed, None when that of the dossier.
        to_reexamine: Whether a late recusal weighs more than the margin of the result:
            until it is settled, the dossier can only be deferred or withdrawn.

    Raises:
        UserError: ``DECISION_AGAINST_RESULT``; ``RESULT_TO_REEXAMINE``;
            ``DECISION_EMPTY`` for an approval of neither money nor days;
            ``CONDITION_MISSING``; ``DECISION_UNLIKE_VOTE`` for another advance than
            the one that was adopted; ``DECISION_ABOVE_REQUEST`` for more than was
            asked when no advance was voted; ``DECISION_NOT_REDUCED`` for a reduced
            amount that is not; ``DECISION_WITHOUT_GROUNDS`` for a refusal without
            reason or a deferral that asks nothing; ``NUMBER_OUT_OF_RANGE`` or
            ``AMOUNT_INVALID`` for absurd figures; ``TEXT_MISSING`` for a condition
            without text.

    Source:
        Règles du comité, section 2: outcomes of a dossier, flag for re-examination.
    """
    if draft.outcome not in allowed_outcomes(ballot):
        raise UserError(ErrorCode.DECISION_AGAINST_RESULT)
    if to_reexamine and draft.outcome not in WITHOUT_RESULT:
        raise UserError(ErrorCode.RESULT_TO_REEXAMINE)
    if draft.outcome in APPROVALS:
        _check_approval(draft, requested, voted)
    elif draft.outcome is not DecisionOutcome.WITHDRAWN:
        _check_grounds(draft)


def _check_grounds(draft: DecisionDraft) -> None:
    """Refuse a refusal without reason, and a deferral that asks nothing either."""
    asked = draft.documents_asked if draft.outcome is DecisionOutcome.DEFERRED else ""
    if not (draft.grounds.strip() or asked.strip()):
        raise UserError(ErrorCode.DECISION_WITHOUT_GROUNDS)


def _check_approval(draft: DecisionDraft, requested: Money, voted: Money | None) -> None:
    if draft.amount < ZERO:
        raise UserError(ErrorCode.AMOUNT_INVALID, value=str(draft.amount))
    for number in (draft.days, draft.jobs_created, draft.jobs_maintained):
        check_count(number)
    _check_amount(draft, requested, voted)
    if draft.amount == ZERO and draft.days == 0:
        raise UserError(ErrorCode.DECISION_EMPTY)
    if any(not each.text.strip() for each in draft.conditions):
        raise UserError(ErrorCode.TEXT_MISSING)
    conditional = draft.outcome is DecisionOutcome.APPROVED_WITH_CONDITIONS
    if conditional and not draft.conditions:
        raise UserError(ErrorCode.CONDITION_MISSING)


def _check_amount(draft: DecisionDraft, requested: Money, voted: Money | None) -> None:
    """Refuse an advance that the committee did not vote."""
    asked = {"amount": draft.amount, "requested": requested}
    if voted is not None and draft.amount != voted:
        raise UserError(ErrorCode.DECISION_UNLIKE_VOTE, amount=draft.amount, voted=voted)
    if voted is None and draft.amount > requested:
        raise UserError(ErrorCode.DECISION_ABOVE_REQUEST, **asked)
    if draft.outcome is DecisionOutcome.APPROVED_REDUCED and draft.amount >= requested:
        raise UserError(ErrorCode.DECISION_NOT_REDUCED, **asked)
