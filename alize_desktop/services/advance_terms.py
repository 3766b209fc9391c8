"""Terms of an advance, from what was asked or from what was decided."""

from datetime import date

from alize_desktop.errors import UserError
from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.records.decisions import Decision, DecisionDraft
from alize_desktop.models.records.dossiers import DossierSheet, RequestDetails
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.schedules import AdvanceTerms, RepaymentSchedule
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.schedule import schedule
from alize_desktop.services.clock import local_day


def terms_of(
    asked: RequestDetails | DecisionDraft, paid_on: date, programme: Programme
) -> AdvanceTerms:
    """Return the terms that a request or a decision gives, with the programme's settings."""
    return AdvanceTerms(
        amount=asked.amount,
        months=asked.months,
        paid_on=paid_on,
        deferral=asked.deferral,
        every=asked.every,
        calendar=programme.calendar,
    )


def advance_of(
    sheet: DossierSheet, decision: Decision | None, programme: Programme
) -> AdvanceTerms | None:
    """Return the terms of a dossier's advance, None when there is none.

    An approval gives its own terms, counted from the day of the decision. Without
    one the request does, counted from the day of filing; a refused or withdrawn
    dossier has no advance.
    """
    if decision is not None and decision.draft.outcome in APPROVALS:
        if not decision.draft.amount:
            return None
        return terms_of(decision.draft, local_day(decision.decided_at, programme), programme)
    refused = decision is not None and decision.draft.outcome is not DecisionOutcome.DEFERRED
    if refused or not sheet.request.amount:
        return None
    return terms_of(sheet.request, sheet.filed_on, programme)


def schedule_or_refusal(
    sheet: DossierSheet, decision: Decision | None, programme: Programme
) -> tuple[RepaymentSchedule | None, UserError | None]:
    """Return the schedule of a dossier's advance, or why its terms are refused, or neither."""
    terms = advance_of(sheet, decision, programme)
    if terms is None:
        return None, None
    try:
        return schedule(terms), None
    except UserError as refusal:
        return None, refusal
