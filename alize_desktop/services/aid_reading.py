"""The State aid of one dossier: what it comes to, and its record at the signature."""

from dataclasses import dataclass
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
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.money_rules import MoneyRules
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.records.state_aid import (
    AidGrant,
    AidSheet,
    AidWeighing,
)
from alize_desktop.models.store.registry import Registry
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.state_aid import is_out_of_scope
from alize_desktop.services import decision_records
from alize_desktop.services.advance_terms import schedule_granted, schedule_or_refusal, terms_of
from alize_desktop.services.aid_frame import aid_of_grant, signed_days
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
    def approvals(self) -> list[Recorded]:
        """Every approval, in order; none of a dossier that was given up."""
        last = self.decisions[-1].decision.draft.outcome if self.decisions else None
        if DossierState.WITHDRAWN is self.row["state"] or last is DecisionOutcome.WITHDRAWN:
            return []
        return [each for each in self.decisions if each.decision.draft.outcome in APPROVALS]


def grant_in(
    registry: Registry, session: Session, dossier_id: UUID, signed_on: date | None
) -> AidGrant:
    """Record the aid of a dossier in a transaction, or return it when it is recorded already.

    Args:
        registry: The registry.
        session: Of the transaction of the signature, before or after its event.
        dossier_id: Of the dossier.
        signed_on: Day of the signature; None when the day that is recorded counts.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; ``ADVANCE_NOT_FOUND`` when nothing of it is aid;
            ``ADVANCE_NOT_SIGNED`` when the day of the signature counts and is not known;
            ``ACTIVITY_OUT_OF_SCOPE``; ``AID_RATE_UNKNOWN`` when no rate covers the day of
            the grant; ``DE_MINIMIS_EXCEEDED``: the whole aid is refused, never cut to fit.
    """
    dossier = _read(session, dossier_id)
    number, approvals = dossier.sheet.number, dossier.approvals
    if not approvals:
        raise UserError(ErrorCode.ADVANCE_NOT_FOUND, number=number)
    rules, decision = read_money_rules(session), approvals[-1].decision
    signed_on = signed_on or signed_days(session, [dossier_id]).get(dossier_id)
    if rules.grant_date is GrantDateRule.SIGNATURE and signed_on is None:
        raise UserError(ErrorCode.ADVANCE_NOT_SIGNED, number=number)
    weighing, _day = _weighed(session, dossier, signed_on, is_recording=True)
    _check(dossier.sheet, weighing)
    if weighing.new is None:
        raise UserError(ErrorCode.ADVANCE_NOT_FOUND, number=number)
    recorded = grants_of_dossiers(session, [dossier_id]).get(dossier_id)
    is_same = recorded is not None and recorded.decision_id == decision.id
    if recorded is not None and is_same and aid_of_grant(recorded) == weighing.new:
        return recorded
    return write_grant(registry, session, dossier_id, decision.id, dossier.sheet, weighing.new)


def read_aid_sheet(registry: Registry, session: Session, dossier_id: UUID) -> AidSheet:
    """Return the State aid of a dossier: granted, else as if what it asks were granted today.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; the terms that are asked make no schedule.
    """
    dossier = _read(session, dossier_id)
    if dossier.approvals:
        weighing, day = _weighed(session, dossier, None)
    else:
        weighing, day = _asked(registry, session, dossier, read_money_rules(session))
    around = read_surroundings(session, {dossier_id: dossier.sheet})
    return sheet_of(around, dossier_id, dossier.sheet, weighing, day)


def _read(session: Session, dossier_id: UUID) -> _Dossier:
    row = read_dossier(session, dossier_id)
    return _Dossier(row, to_sheet(row), decision_records.of_dossier(session, dossier_id))


def _weighed(
    session: Session,
    dossier: _Dossier,
    signed_on: date | None,
    *,
    is_recording: bool = False,
) -> tuple[AidWeighing, date]:
    """Return what the approval that holds grants as aid, and the day of the legal right."""
    last, approvals = dossier.approvals[-1], dossier.approvals
    planned = schedule_granted(last.decision, approvals)
    day = planned.terms.paid_on if planned else approvals[0].day
    signed = _contract(session, dossier.row["id"], last.decision.number)
    asked = AidAsked(
        dossier_id=dossier.row["id"],
        siren=dossier.sheet.company.siren,
        day=day,
        decision_id=last.decision.id,
        declared=dossier.sheet.financing.past_de_minimis,
        rows=signed or planned,
        days=last.decision.draft.days,
        signed_on=signed_on,
        decided_on=day,
        is_reckoned=is_recording,
    )
    return _of(session, asked)


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


def _asked(
    registry: Registry, session: Session, dossier: _Dossier, rules: MoneyRules
) -> tuple[AidWeighing, date]:
    """Return what is asked, as if it were granted today; nothing of what was refused."""
    programme = read_programme(session)
    today, sheet = local_day(registry.clock(), programme), dossier.sheet
    is_over = dossier.row["state"] in (DossierState.DECIDED, DossierState.WITHDRAWN)
    rows = None
    if sheet.request.amount and not is_over:
        rows, refusal = schedule_or_refusal(terms_of(sheet.request, today, programme, rules))
        if refusal is not None:
            raise refusal
    asked = AidAsked(
        dossier_id=dossier.row["id"],
        siren=sheet.company.siren,
        day=today,
        declared=sheet.financing.past_de_minimis,
        rows=rows,
        days=0 if is_over else sheet.skills.days,
    )
    return _of(session, asked)


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
