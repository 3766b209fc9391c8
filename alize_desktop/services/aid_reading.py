"""The State aid of one dossier: what it comes to, and its record at the signature."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import RowMapping
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import (
    DecisionOutcome,
    DossierState,
    GrantDateRule,
    ScheduleReason,
)
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.records.state_aid import (
    AidGrant,
    AidSheet,
    AidWeighing,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.values import ZERO
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.state_aid import is_out_of_scope
from alize_desktop.services import decision_records
from alize_desktop.services.advance_grants import lapse_days
from alize_desktop.services.advance_terms import schedule_granted, schedule_or_refusal, terms_of
from alize_desktop.services.aid_frame import AidChoice, aid_of_grant, released, signed_days
from alize_desktop.services.aid_grants import grants_of_dossiers, write_grant
from alize_desktop.services.aid_sheets import read_surroundings, sheet_of
from alize_desktop.services.clock import local_day
from alize_desktop.services.company_aid import AidAsked, weighings
from alize_desktop.services.decision_records import Recorded
from alize_desktop.services.dossier_mapping import to_sheet
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.money_rules_reading import read_money_rules
from alize_desktop.services.programme import read_programme
from alize_desktop.services.schedule_versions import read_versions


@dataclass(frozen=True, slots=True)
class _Dossier:
    """A dossier and what was decided on it.

    Attributes:
        decisions: Every one, in order.
    """

    row: RowMapping
    sheet: DossierSheet
    decisions: list[Recorded]

    @property
    def granted(self) -> list[Recorded]:
        """Every approval, in order."""
        return [each for each in self.decisions if each.decision.draft.outcome in APPROVALS]

    @property
    def approvals(self) -> list[Recorded]:
        """Every approval, in order; none of a dossier that was given up."""
        last = self.decisions[-1].decision.draft.outcome if self.decisions else None
        is_withdrawn = DossierState.WITHDRAWN is self.row["state"]
        return [] if is_withdrawn or last is DecisionOutcome.WITHDRAWN else self.granted


def grant_in(
    registry: Registry,
    session: Session,
    dossier_id: UUID,
    signed_on: date | None,
    choice: AidChoice | None = None,
) -> AidGrant:
    """Record the aid of a dossier in a transaction, or return it when it is recorded already.

    What is recorded for a decision does not change: a new signature records it again.

    Args:
        registry: The registry.
        session: Of the transaction of the signature, before or after its event.
        dossier_id: Of the dossier.
        signed_on: Day of the signature that is being recorded; None otherwise.
        choice: Rating and collateral that are chosen for the company.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; ``ADVANCE_NOT_FOUND`` when nothing of it is aid;
            ``ADVANCE_NOT_SIGNED`` when the day of the signature counts and is not known;
            ``APPROVAL_LAPSED``; ``AMENDMENT_BELOW_PAID``;
            ``ACTIVITY_OUT_OF_SCOPE``; ``AID_RATE_UNKNOWN`` when no rate covers the day of
            the grant; ``DE_MINIMIS_EXCEEDED``: the whole aid is refused, never cut to fit.
    """
    dossier = _read(session, dossier_id)
    number, approvals = dossier.sheet.number, dossier.approvals
    if not approvals:
        raise UserError(ErrorCode.ADVANCE_NOT_FOUND, number=number)
    today = local_day(registry.clock(), read_programme(session))
    last = approvals[-1].decision
    if signed_on is None:
        recorded = grants_of_dossiers(session, [dossier_id]).get(dossier_id)
        if recorded is not None and recorded.decision_id == last.id:
            return recorded
        _check_by_hand(session, dossier, last, today)
    granting = _granting(session, dossier, last, approvals)
    asked = replace(granting, signed_on=signed_on, choice=choice, today=today)
    return _recorded(registry, session, dossier, last.id, asked)


def amend_in(
    registry: Registry,
    session: Session,
    dossier_id: UUID,
    decision_id: UUID,
    rows: RepaymentSchedule,
    on: date,
) -> AidGrant:
    """Record again the aid of an advance whose schedule is amended, in its transaction.

    It replaces the one that is recorded, from the same day: an advance that is repaid later
    is worth more. All that the company has on the day of the amendment counts with it.

    Args:
        registry: The registry.
        session: Of the transaction of the amendment.
        dossier_id: Of the dossier.
        decision_id: The *décision modificative*.
        rows: The whole schedule, what was paid included.
        on: Day from which it holds.

    Raises:
        UserError: ``ACTIVITY_OUT_OF_SCOPE``; ``AID_RATE_UNKNOWN``; ``DE_MINIMIS_EXCEEDED``.
    """
    dossier = _read(session, dossier_id)
    found = next(each.decision for each in dossier.granted if each.decision.id == decision_id)
    asked = replace(
        _granting(session, dossier, found, dossier.granted),
        rows=rows,
        weighed_on=on,
        today=local_day(registry.clock(), read_programme(session)),
    )
    return _recorded(registry, session, dossier, decision_id, asked)


def read_aid_sheet(
    registry: Registry, session: Session, dossier_id: UUID, choice: AidChoice | None = None
) -> AidSheet:
    """Return the State aid of a dossier: granted, else as if what it asks were granted today.

    What was recorded and paid stays, when its decision is taken away.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; the terms that are asked make no schedule.
    """
    dossier = _read(session, dossier_id)
    approvals = dossier.approvals
    recorded = grants_of_dossiers(session, [dossier_id]).get(dossier_id)
    about = approvals[-1].decision if approvals else None
    is_paid = recorded is not None and bool(released(session, [dossier_id]))
    if recorded is not None and is_paid and (about is None or not about.draft.amount):
        about = _decision(dossier, recorded.decision_id)
    if about is None:
        asked = _asked(registry, session, dossier, read_money_rules(session))
    else:
        asked = replace(_granting(session, dossier, about, dossier.granted), is_reckoned=False)
    today = local_day(registry.clock(), read_programme(session))
    weighing, day = _of(session, replace(asked, choice=choice, today=today))
    around = read_surroundings(session, {dossier_id: dossier.sheet})
    sheet = sheet_of(around, dossier_id, dossier.sheet, weighing, day)
    is_recorded = recorded is not None and about is not None and recorded.decision_id == about.id
    is_history = not dossier.decisions and dossier.row["outcome"] in APPROVALS
    return replace(sheet, is_recorded=is_recorded, is_history=is_history)


def _read(session: Session, dossier_id: UUID) -> _Dossier:
    row = read_dossier(session, dossier_id)
    return _Dossier(row, to_sheet(row), decision_records.of_dossier(session, dossier_id))


def _decision(dossier: _Dossier, decision_id: UUID | None) -> Decision:
    return next(each.decision for each in dossier.granted if each.decision.id == decision_id)


def _check_by_hand(session: Session, dossier: _Dossier, last: Decision, today: date) -> None:
    """Refuse to record what nobody may sign any more, or less than what was paid."""
    dossier_id, number = dossier.row["id"], dossier.sheet.number
    if dossier_id not in signed_days(session, [dossier_id]):
        if read_money_rules(session).grant_date is GrantDateRule.SIGNATURE:
            raise UserError(ErrorCode.ADVANCE_NOT_SIGNED, number=number)
        lapses = lapse_days(session, [dossier_id]).get(last.id, today)
        if lapses < today:
            raise UserError(ErrorCode.APPROVAL_LAPSED, number=number, day=lapses)
    paid = released(session, [dossier_id]).get(dossier_id, ZERO)
    if last.draft.amount < paid:
        raise UserError(ErrorCode.AMENDMENT_BELOW_PAID, paid=paid, granted=last.draft.amount)


def _recorded(
    registry: Registry, session: Session, dossier: _Dossier, decision_id: UUID, asked: AidAsked
) -> AidGrant:
    """Write what is reckoned as the next aid of a dossier, unless the last one says it."""
    weighing, _day = _of(session, asked)
    _check(dossier.sheet, weighing)
    dossier_id = asked.dossier_id
    if weighing.new is None:
        raise UserError(ErrorCode.ADVANCE_NOT_FOUND, number=dossier.sheet.number)
    last = grants_of_dossiers(session, [dossier_id]).get(dossier_id)
    is_same = last is not None and last.decision_id == decision_id
    if last is not None and is_same and aid_of_grant(last) == weighing.new:
        return last
    return write_grant(registry, session, dossier_id, decision_id, dossier.sheet, weighing.new)


def _granting(
    session: Session, dossier: _Dossier, decision: Decision, approvals: list[Recorded]
) -> AidAsked:
    """Return what an approval grants as aid, to be reckoned."""
    planned = schedule_granted(decision, approvals)
    day = planned.terms.paid_on if planned else approvals[0].day
    signed = _contract(session, dossier.row["id"], decision.number)
    return AidAsked(
        dossier_id=dossier.row["id"],
        siren=dossier.sheet.company.siren,
        day=day,
        decision_id=decision.id,
        declared=dossier.sheet.financing.past_de_minimis,
        rows=signed or planned,
        days=decision.draft.days,
        decided_on=day,
        is_reckoned=True,
    )


def _contract(session: Session, dossier_id: UUID, decision: str) -> RepaymentSchedule | None:
    """Return the schedule that is signed for a decision; None when no signature holds."""
    if not signed_days(session, [dossier_id]):
        return None
    found = [
        each
        for each in read_versions(session, dossier_id)
        if each.reason is ScheduleReason.CONTRACT and each.decision_number == decision
    ]
    return RepaymentSchedule(found[-1].terms, found[-1].rows) if found else None


def _asked(registry: Registry, session: Session, dossier: _Dossier, rules: MoneyRules) -> AidAsked:
    """Return what is asked, as if it were granted today; nothing of what was refused."""
    programme = read_programme(session)
    today, sheet = local_day(registry.clock(), programme), dossier.sheet
    is_over = dossier.row["state"] in (DossierState.DECIDED, DossierState.WITHDRAWN)
    rows = None
    if sheet.request.amount and not is_over:
        rows, refusal = schedule_or_refusal(terms_of(sheet.request, today, programme, rules))
        if refusal is not None:
            raise refusal
    return AidAsked(
        dossier_id=dossier.row["id"],
        siren=sheet.company.siren,
        day=today,
        declared=sheet.financing.past_de_minimis,
        rows=rows,
        days=0 if is_over else sheet.skills.days,
    )


def _of(session: Session, asked: AidAsked) -> tuple[AidWeighing, date]:
    weighing = weighings(session, [asked])[asked.dossier_id]
    return weighing, weighing.new.granted_on if weighing.new else asked.day


def _check(sheet: DossierSheet, weighing: AidWeighing) -> None:
    new, naf_code = weighing.new, sheet.company.naf_code
    if is_out_of_scope(naf_code):
        raise UserError(ErrorCode.ACTIVITY_OUT_OF_SCOPE, number=sheet.number, activity=naf_code)
    if new is not None and new.basis is None:
        raise UserError(ErrorCode.AID_RATE_UNKNOWN, number=sheet.number, day=new.granted_on)
    if weighing.is_over:
        raise UserError(
            ErrorCode.DE_MINIMIS_EXCEEDED, total=weighing.most, ceiling=weighing.ceiling
        )
