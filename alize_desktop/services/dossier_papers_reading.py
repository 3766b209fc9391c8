"""What the papers of one dossier say, read in one transaction."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import DecisionOutcome, DossierState, PaperKind, ScheduleReason
from alize_desktop.models.records.advances import ScheduleVersion
from alize_desktop.models.records.decisions import ConditionState
from alize_desktop.models.records.dossier_papers import DossierPaperRecord, TakenDecision
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.people import PartnerSheet
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.records.state_aid import AidWeighing
from alize_desktop.models.tables.programme import StoredRehearsal
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.services import decision_records
from alize_desktop.services.advance_terms import schedule_granted
from alize_desktop.services.company_aid import AidAsked, weighings
from alize_desktop.services.conditions import read_conditions
from alize_desktop.services.decision_records import Recorded
from alize_desktop.services.dossier_mapping import to_sheet
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.meeting_reading import read_meeting
from alize_desktop.services.people import read_partners
from alize_desktop.services.programme import read_programme
from alize_desktop.services.schedule_versions import signed_versions
from alize_desktop.services.templates import read_identity
from alize_desktop.wording.bodies import is_feminine_body


def read_dossier_paper(
    session: Session, dossier_id: UUID, kind: PaperKind, today: date
) -> DossierPaperRecord:
    """Return what a paper of a dossier says.

    Args:
        session: Only read.
        dossier_id: Of the dossier.
        kind: A notification is about the last decision, any other paper about the
            approval that holds.
        today: Day the paper is made.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``.
    """
    row = read_dossier(session, dossier_id)
    is_withdrawn = _is_withdrawn(row)
    found = decision_records.of_dossier(session, dossier_id)
    approvals = [each for each in found if each.decision.draft.outcome in APPROVALS]
    approvals = [each for each in approvals if not each.is_past]
    about = _about(found, approvals, kind, is_withdrawn=is_withdrawn)
    record = _record(session, row, about, approvals, today)
    taking = partial(_taken, approvals=approvals, frozen=_frozen(session, dossier_id, kind))
    first = _first(approvals, kind)
    return replace(
        record,
        taken=taking(about),
        before=taking(_before(approvals, about, first)),
        first=taking(first),
        amended_by=taking(_amending(approvals, about)),
        last=taking(found[-1] if found else None),
    )


def _record(
    session: Session,
    row: RowMapping,
    about: Recorded | None,
    approvals: list[Recorded],
    today: date,
) -> DossierPaperRecord:
    """Return what a paper says, but for the decisions it is about."""
    is_withdrawn = _is_withdrawn(row)
    programme = read_programme(session)
    rules, is_written = _rules(session, about)
    body, body_feminine = _body(rules, programme)
    sheet = to_sheet(row)
    return DossierPaperRecord(
        programme=programme,
        identity=read_identity(session),
        sheet=sheet,
        aid=_aid(session, row["id"], sheet, about, approvals, today),
        today=today,
        body=body,
        body_feminine=body_feminine,
        is_written=is_written,
        approval_months=rules.approval_months,
        partner=_partner(session, about),
        conditions=_conditions(session, about),
        withdrawal=row["state_reason"] if is_withdrawn else "",
        is_withdrawn=is_withdrawn,
        is_rehearsal=session.scalar(select(StoredRehearsal.id)) is not None,
    )


def _is_withdrawn(row: RowMapping) -> bool:
    """Return whether a dossier was withdrawn here: what the past withdrew was told then."""
    was_in_the_past = row["outcome"] is DecisionOutcome.WITHDRAWN and row["meeting_id"] is None
    return row["state"] is DossierState.WITHDRAWN and not was_in_the_past


def _frozen(session: Session, dossier_id: UUID, kind: PaperKind) -> dict[str, ScheduleVersion]:
    """Return the schedules of an agreement and its amendments, by number of decision.

    A payment on another day moves the dates, not what was signed. Nothing of it for the
    papers that tell a decision.
    """
    if kind not in (PaperKind.AGREEMENT, PaperKind.AMENDMENT):
        return {}
    return {
        each.decision_number: each
        for each in signed_versions(session, dossier_id)
        if each.reason is not ScheduleReason.PAYMENT_DATE
    }


def _about(
    found: list[Recorded], approvals: list[Recorded], kind: PaperKind, *, is_withdrawn: bool
) -> Recorded | None:
    """Return the decision that a paper is about."""
    if kind is PaperKind.NOTIFICATION:
        return _notified(found, is_withdrawn=is_withdrawn)
    if kind is PaperKind.AGREEMENT:
        return _first(approvals, kind)
    return approvals[-1] if approvals else None


def _first(approvals: list[Recorded], kind: PaperKind) -> Recorded | None:
    """Return the approval that later ones change: an agreement is named after its advance."""
    first = approvals[0] if approvals else None
    if kind in (PaperKind.AGREEMENT, PaperKind.AMENDMENT):
        return next((each for each in approvals if each.decision.draft.amount), first)
    return first


def _conditions(session: Session, last: Recorded | None) -> tuple[ConditionState, ...]:
    if last is None:
        return ()
    return tuple(each for each in read_conditions(session) if each.decision_id == last.decision.id)


def _notified(found: list[Recorded], *, is_withdrawn: bool) -> Recorded | None:
    """Return the decision to be told; none for a dossier withdrawn since."""
    last = found[-1] if found else None
    if last and is_withdrawn and last.decision.draft.outcome is not DecisionOutcome.WITHDRAWN:
        return None
    return last


def _before(
    approvals: list[Recorded], about: Recorded | None, first: Recorded | None
) -> Recorded | None:
    """Return the approval that held until the one that a paper is about was recorded."""
    if about is None or about is first or about not in approvals:
        return None
    return approvals[approvals.index(about) - 1]


def _amending(approvals: list[Recorded], about: Recorded | None) -> Recorded | None:
    """Return the approval that took the place of the one that a paper is about."""
    if about not in approvals or about is approvals[-1]:
        return None
    return approvals[-1]


def _taken(
    found: Recorded | None, *, approvals: list[Recorded], frozen: Mapping[str, ScheduleVersion]
) -> TakenDecision | None:
    """Return a decision; its dates are frozen, or counted from the first grant of the advance."""
    if found is None:
        return None
    version = frozen.get(found.decision.number)
    if version is not None:
        signed = RepaymentSchedule(version.terms, version.rows)
        return TakenDecision(found.decision, found.day, signed, version)
    rows = schedule_granted(found.decision, approvals)
    return TakenDecision(found.decision, found.day, rows)


def _aid(
    session: Session,
    dossier_id: UUID,
    sheet: DossierSheet,
    about: Recorded | None,
    approvals: list[Recorded],
    today: date,
) -> AidWeighing:
    """Return what an approval grants as State aid; nothing for any other decision."""
    if about is None or about not in approvals:
        return AidWeighing(declared=sheet.financing.past_de_minimis)
    asked = AidAsked(
        dossier_id=dossier_id,
        siren=sheet.company.siren,
        day=about.day,
        decision_id=about.decision.id,
        declared=sheet.financing.past_de_minimis,
        rows=schedule_granted(about.decision, approvals),
        days=about.decision.draft.days,
        today=today,
    )
    return weighings(session, [asked])[dossier_id]


def _rules(session: Session, last: Recorded | None) -> tuple[CommitteeRules, bool]:
    """Return the rules that a decision was taken under, and whether in writing."""
    if last is None:
        return CommitteeRules(), False
    held = read_meeting(session, last.meeting_id)
    return held.rules, held.is_written


def _body(rules: CommitteeRules, programme: Programme) -> tuple[str, bool]:
    """Return the name of the body and whether it is feminine: its own, or the programme's."""
    if rules.body not in ("", CommitteeRules().body):
        return rules.body, rules.body_feminine
    return programme.body_name, is_feminine_body(programme.body_name)


def _partner(session: Session, last: Recorded | None) -> PartnerSheet | None:
    partner_id = last.decision.draft.partner_id if last else None
    if partner_id is None:
        return None
    return next(each.sheet for each in read_partners(session) if each.id == partner_id)
