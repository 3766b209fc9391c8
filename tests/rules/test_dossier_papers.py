"""Which papers a dossier may have, and why not otherwise."""

from dataclasses import replace
from datetime import date

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DecisionOutcome, PaperKind
from alize_desktop.models.records.decisions import DecisionDraft
from alize_desktop.models.records.dossiers import FinancingDetails
from alize_desktop.models.records.money_rules import CEILING
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.dossier_papers import DOSSIER_PAPERS, check_paper, is_rescheduled
from tests.dossier_records import APPROVAL, CONDITIONS, SHEET, company, paper_record, taken

OF_A_DECISION = DOSSIER_PAPERS[:-1]
"""All but the state-aid sheet, which may be made before any decision."""

DAYS_ONLY = replace(APPROVAL, amount=ZERO)
RICH = replace(SHEET, financing=FinancingDetails(past_de_minimis=CEILING - Money(1_000_00)))


def possible(record):
    found = []
    for kind in OF_A_DECISION:
        try:
            check_paper(kind, record)
        except UserError:
            continue
        found.append(kind)
    return found


def refusal(kind, record):
    with pytest.raises(UserError) as caught:
        check_paper(kind, record)
    return caught.value


def test_nothing_is_made_before_a_decision_but_what_tells_a_withdrawal():
    before = paper_record(None)
    assert possible(before) == []
    assert refusal(PaperKind.NOTIFICATION, before).code is ErrorCode.PAPER_WITHOUT_DECISION
    assert refusal(PaperKind.AGREEMENT, before).code is ErrorCode.PAPER_WITHOUT_APPROVAL
    assert possible(replace(before, is_withdrawn=True)) == [PaperKind.NOTIFICATION]


def test_a_refusal_is_notified():
    refused = paper_record(DecisionDraft(DecisionOutcome.REJECTED, grounds="Hors territoire"))
    check_paper(PaperKind.NOTIFICATION, refused)


def test_an_approval_has_what_it_grants():
    assert possible(paper_record()) == [
        PaperKind.NOTIFICATION,
        PaperKind.AGREEMENT,
        PaperKind.SECONDMENT,
        PaperKind.DE_MINIMIS,
    ]
    assert possible(paper_record(DAYS_ONLY)) == [PaperKind.NOTIFICATION, PaperKind.SECONDMENT]
    everything = paper_record(replace(APPROVAL, conditions=CONDITIONS), before=taken())
    assert possible(everything) == list(OF_A_DECISION)


@pytest.mark.parametrize(
    ("kind", "draft", "code"),
    [
        (PaperKind.AGREEMENT, DAYS_ONLY, ErrorCode.NO_ADVANCE),
        (PaperKind.DE_MINIMIS, DAYS_ONLY, ErrorCode.NO_ADVANCE),
        (PaperKind.AMENDMENT, APPROVAL, ErrorCode.PAPER_WITHOUT_AMENDMENT),
        (PaperKind.CONDITIONS_SHEET, APPROVAL, ErrorCode.PAPER_WITHOUT_CONDITION),
        (PaperKind.SECONDMENT, replace(APPROVAL, days=0), ErrorCode.PAPER_WITHOUT_DAYS),
    ],
)
def test_what_was_not_granted_is_refused_by_name(kind, draft, code):
    assert refusal(kind, paper_record(draft)).code is code


AIDED = [PaperKind.NOTIFICATION, PaperKind.AGREEMENT, PaperKind.AMENDMENT, PaperKind.DE_MINIMIS]
LATE = taken(day=date(2031, 1, 2))


@pytest.mark.parametrize("kind", AIDED)
def test_an_advance_over_the_ceiling_of_the_company_is_refused_whole(kind):
    error = refusal(kind, paper_record(sheet=RICH, before=taken()))
    assert error.code is ErrorCode.DE_MINIMIS_EXCEEDED
    assert error.params == {"total": Money(301_170_64), "ceiling": CEILING}


@pytest.mark.parametrize("kind", AIDED)
def test_what_the_programme_granted_before_counts_with_what_is_declared(kind):
    sheet = replace(SHEET, financing=FinancingDetails(past_de_minimis=CEILING - Money(3_000_00)))
    check_paper(kind, paper_record(sheet=sheet, before=taken()))
    error = refusal(kind, paper_record(sheet=sheet, before=taken(), granted=(taken().schedule,)))
    assert error.params == {"total": Money(301_341_28), "ceiling": CEILING}


@pytest.mark.parametrize("kind", AIDED)
def test_an_advance_whose_rate_is_not_known_counts_whole(kind):
    error = refusal(kind, paper_record(sheet=RICH, taken=LATE, before=taken()))
    assert error.code is ErrorCode.AID_RATE_UNKNOWN
    assert error.params == {"number": "2026-014", "day": date(2031, 1, 2)}
    earlier = paper_record(sheet=RICH, granted=(LATE.schedule,), before=taken())
    assert refusal(kind, earlier).code is ErrorCode.AID_RATE_UNKNOWN


def test_a_company_far_from_its_ceiling_is_not_held_up_by_an_unknown_rate():
    assert possible(paper_record(taken=LATE)) == [
        PaperKind.NOTIFICATION,
        PaperKind.AGREEMENT,
        PaperKind.SECONDMENT,
    ]
    assert refusal(PaperKind.DE_MINIMIS, paper_record(taken=LATE)).params["day"] == LATE.day


@pytest.mark.parametrize("kind", AIDED[1:])
@pytest.mark.parametrize("naf_code", ["01.13Z", "03.11Z"])
def test_farming_and_fishing_are_under_other_regulations(kind, naf_code):
    error = refusal(kind, paper_record(sheet=company(naf_code=naf_code), before=taken()))
    assert error.code is ErrorCode.ACTIVITY_OUT_OF_SCOPE
    assert error.params == {"number": "2026-014", "activity": naf_code}


def test_staff_may_be_lent_to_a_farm():
    farm = paper_record(DAYS_ONLY, sheet=company(naf_code="01.13Z"), before=taken())
    assert PaperKind.SECONDMENT in possible(farm)
    assert PaperKind.AMENDMENT in possible(farm)


@pytest.mark.parametrize("outcome", [DecisionOutcome.REJECTED, DecisionOutcome.DEFERRED])
def test_an_approval_stands_while_its_change_is_refused_or_waits(outcome):
    check_paper(PaperKind.AGREEMENT, paper_record(last=taken(DecisionDraft(outcome))))


def test_nothing_granted_is_signed_after_a_withdrawal():
    everything = paper_record(replace(APPROVAL, conditions=CONDITIONS), before=taken())
    given_up = taken(DecisionDraft(DecisionOutcome.WITHDRAWN), "2026-D009")
    assert possible(replace(everything, last=given_up)) == [PaperKind.NOTIFICATION]
    assert possible(replace(everything, is_withdrawn=True)) == [PaperKind.NOTIFICATION]
    error = refusal(PaperKind.SECONDMENT, replace(everything, last=given_up))
    assert error.code is ErrorCode.PAPER_AFTER_WITHDRAWAL


def test_an_approval_is_signed_until_its_last_day():
    check_paper(PaperKind.AGREEMENT, paper_record(today=date(2026, 9, 24)))
    error = refusal(PaperKind.AGREEMENT, paper_record(today=date(2026, 9, 25)))
    assert error.code is ErrorCode.APPROVAL_LAPSED
    assert error.params == {"number": "2026-014", "day": date(2026, 9, 24)}


def test_an_advance_that_was_changed_has_no_second_agreement():
    error = refusal(PaperKind.AGREEMENT, paper_record(amended_by=taken(number="2026-D008")))
    assert error.code is ErrorCode.AGREEMENT_AMENDED
    assert (error.params["first"], error.params["later"]) == ("2026-D003", "2026-D008")


@pytest.mark.parametrize(
    ("before", "now", "is_new"),
    [
        (None, APPROVAL, False),
        (APPROVAL, replace(APPROVAL, jobs_created=9), False),
        (APPROVAL, DAYS_ONLY, False),
        (DAYS_ONLY, APPROVAL, True),
        (APPROVAL, replace(APPROVAL, amount=Money(9_000_00)), True),
        (APPROVAL, replace(APPROVAL, months=60), True),
        (APPROVAL, replace(APPROVAL, deferral=6), True),
        (APPROVAL, replace(APPROVAL, every=6), True),
    ],
)
def test_a_schedule_is_new_when_its_terms_are(before, now, is_new):
    record = paper_record(now, before=before and taken(before))
    assert is_rescheduled(record) is is_new
    assert not is_rescheduled(paper_record(None))


def test_an_amendment_to_days_only_bears_no_aid():
    check_paper(PaperKind.AMENDMENT, paper_record(DAYS_ONLY, sheet=RICH, before=taken()))
