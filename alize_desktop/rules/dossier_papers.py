"""Which papers a dossier may have, and why not otherwise."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import DecisionOutcome, PaperKind
from alize_desktop.models.records.advances import ScheduleVersion
from alize_desktop.models.records.dossier_papers import DossierPaperRecord, TakenDecision
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.records.state_aid import AidSheet
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.positions import is_amendment
from alize_desktop.rules.state_aid import is_out_of_scope

DOSSIER_PAPERS: Final = (
    PaperKind.NOTIFICATION,
    PaperKind.AGREEMENT,
    PaperKind.AMENDMENT,
    PaperKind.CONDITIONS_SHEET,
    PaperKind.SECONDMENT,
    PaperKind.DE_MINIMIS,
    PaperKind.AID_SHEET,
)
"""Every paper of a dossier, in the order they are needed."""


def is_rescheduled(record: DossierPaperRecord) -> bool:
    """Return whether a later decision gives an advance another schedule than before."""
    before, taken = record.before, record.taken
    if before is None or taken is None or taken.schedule is None:
        return False
    if amending_version(taken) is not None:
        return True
    return before.schedule is None or _terms(before.schedule) != _terms(taken.schedule)


def amending_version(taken: TakenDecision) -> ScheduleVersion | None:
    """Return the schedule that an amendment froze, None before it or for an agreement."""
    version = taken.version
    return version if version is not None and is_amendment(version) else None


def last_day(record: DossierPaperRecord, taken: TakenDecision) -> date:
    """Return the last day on which what an approval grants may be signed."""
    return add_months(taken.day, record.approval_months)


def is_given_up(record: DossierPaperRecord) -> bool:
    """Return whether a dossier was withdrawn, by hand or by the last decision on it.

    A change that is refused leaves the approval as it was; a withdrawal leaves nothing
    to be signed.
    """
    last = record.last
    is_last = last is not None and last.decision.draft.outcome is DecisionOutcome.WITHDRAWN
    return record.is_withdrawn or is_last


def check_paper(kind: PaperKind, record: DossierPaperRecord) -> None:
    """Refuse a paper that would say what was not decided.

    Args:
        kind: One of ``DOSSIER_PAPERS`` but the state-aid sheet: see ``check_aid_sheet``.
        record: What it would say; ``taken`` is the last decision for a notification, the
            approval that holds for any other.

    Raises:
        UserError: ``PAPER_WITHOUT_DECISION``; ``PAPER_WITHOUT_APPROVAL``; ``NO_ADVANCE``;
            ``PAPER_AFTER_WITHDRAWAL`` once the company gave up what it was granted;
            ``AGREEMENT_AMENDED`` for a second agreement of one advance;
            ``APPROVAL_LAPSED`` for one that can no longer be signed; one that was signed
            may be made again;
            ``PAPER_WITHOUT_AMENDMENT``; ``PAPER_WITHOUT_CONDITION``;
            ``PAPER_WITHOUT_DAYS``; ``ACTIVITY_OUT_OF_SCOPE`` for what the regulation
            leaves out; ``DE_MINIMIS_EXCEEDED`` when the advance would take the company
            over its ceiling; ``AID_RATE_UNKNOWN`` when that, or what the letter of de
            minimis tells, cannot be known.
    """
    number = record.sheet.number
    if kind is PaperKind.NOTIFICATION:
        if record.taken is None and not record.is_withdrawn:
            raise UserError(ErrorCode.PAPER_WITHOUT_DECISION, number=number)
        if record.taken is not None:
            _check_ceiling(record)
        return
    if record.taken is None:
        raise UserError(ErrorCode.PAPER_WITHOUT_APPROVAL, number=number)
    if is_given_up(record):
        raise UserError(ErrorCode.PAPER_AFTER_WITHDRAWAL, number=number)
    _CHECKS[kind](record, record.taken)


def check_aid_sheet(sheet: AidSheet) -> None:
    """Refuse the sheet of a dossier that neither has nor asks any aid.

    Raises:
        UserError: ``NO_ADVANCE``.
    """
    if sheet.grant_equivalent == ZERO and not sheet.amount:
        raise UserError(ErrorCode.NO_ADVANCE, number=sheet.number)


def _check_agreement(record: DossierPaperRecord, taken: TakenDecision) -> None:
    is_signed = taken.version is not None
    if record.amended_by is not None and not is_signed:
        raise UserError(
            ErrorCode.AGREEMENT_AMENDED,
            number=record.sheet.number,
            first=taken.decision.number,
            later=record.amended_by.decision.number,
        )
    _check_advance(record, taken)
    day = last_day(record, taken)
    if record.today > day and not is_signed:
        raise UserError(ErrorCode.APPROVAL_LAPSED, number=record.sheet.number, day=day)


def _check_advance(record: DossierPaperRecord, taken: TakenDecision) -> None:
    if taken.schedule is None:
        raise UserError(ErrorCode.NO_ADVANCE, number=record.sheet.number)
    _check_aid(record)


def _check_letter(record: DossierPaperRecord, taken: TakenDecision) -> None:
    """Refuse a letter that could not tell the aid, for want of a rate."""
    _check_advance(record, taken)
    _check_rates(record)


def _check_amendment(record: DossierPaperRecord, _taken: TakenDecision) -> None:
    if record.before is None:
        raise UserError(ErrorCode.PAPER_WITHOUT_AMENDMENT, number=record.sheet.number)
    _check_aid(record)


def _check_conditions(record: DossierPaperRecord, _taken: TakenDecision) -> None:
    if not record.conditions:
        raise UserError(ErrorCode.PAPER_WITHOUT_CONDITION, number=record.sheet.number)


def _check_days(record: DossierPaperRecord, taken: TakenDecision) -> None:
    if not taken.decision.draft.days:
        raise UserError(ErrorCode.PAPER_WITHOUT_DAYS, number=record.sheet.number)


def _terms(rows: RepaymentSchedule) -> tuple[Money, int, int, int]:
    terms = rows.terms
    return terms.amount, terms.months, terms.deferral, terms.every


def _check_aid(record: DossierPaperRecord) -> None:
    """Refuse an act under a regulation that leaves the activity out, or over its ceiling."""
    naf_code = record.sheet.company.naf_code
    if record.aid.new is not None and is_out_of_scope(naf_code):
        raise UserError(
            ErrorCode.ACTIVITY_OUT_OF_SCOPE, number=record.sheet.number, activity=naf_code
        )
    _check_ceiling(record)


def _check_ceiling(record: DossierPaperRecord) -> None:
    """Refuse an advance that may take the company over its ceiling.

    An advance whose rate is not known counts whole: it is never worth more.
    """
    aid = record.aid
    if aid.new is None or not aid.is_over:
        return
    _check_rates(record)
    raise UserError(ErrorCode.DE_MINIMIS_EXCEEDED, total=aid.most, ceiling=aid.ceiling)


def _check_rates(record: DossierPaperRecord) -> None:
    unknown = record.aid.unknown
    if unknown is not None:
        number, day = record.sheet.number, unknown.granted_on
        raise UserError(ErrorCode.AID_RATE_UNKNOWN, number=number, day=day)


_CHECKS: Final[Mapping[PaperKind, Callable[[DossierPaperRecord, TakenDecision], None]]] = {
    PaperKind.AGREEMENT: _check_agreement,
    PaperKind.AMENDMENT: _check_amendment,
    PaperKind.CONDITIONS_SHEET: _check_conditions,
    PaperKind.SECONDMENT: _check_days,
    PaperKind.DE_MINIMIS: _check_letter,
}
