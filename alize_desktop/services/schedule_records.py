"""What the schedule workbook of a dossier says, read in one transaction."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import RowMapping
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.advances import AdvanceEvent
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.minutes import ScheduleRecord
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.records.schedules import AdvanceTerms, RepaymentSchedule
from alize_desktop.rules.schedule import schedule
from alize_desktop.services import decision_records
from alize_desktop.services.advance_reading import read_advance
from alize_desktop.services.advance_terms import advance_of, is_approval
from alize_desktop.services.decision_records import Recorded
from alize_desktop.services.dossier_mapping import to_sheet
from alize_desktop.services.dossier_reading import read_dossier
from alize_desktop.services.money_rules_reading import read_money_rules
from alize_desktop.services.programme import read_programme
from alize_desktop.services.schedule_versions import read_versions


def read_schedule_record(session: Session, dossier_id: UUID, on: date) -> ScheduleRecord:
    """Return everything the schedule workbook of a dossier says on a day.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; ``NO_ADVANCE``; terms that make no schedule.
    """
    row = read_dossier(session, dossier_id)
    programme = read_programme(session)
    last = decision_records.last_of_dossier(session, dossier_id)
    signed = _signed(session, dossier_id, on, programme, to_sheet(row), last)
    return signed or _planned(session, row, programme, last)


def _signed(
    session: Session,
    dossier_id: UUID,
    on: date,
    programme: Programme,
    sheet: DossierSheet,
    last: Recorded | None,
) -> ScheduleRecord | None:
    """Return the record of an advance whose schedule is frozen, None before."""
    versions = read_versions(session, dossier_id)
    if not versions:
        return None
    advance = read_advance(session, dossier_id, on)
    version = advance.version
    if version is None:
        return None
    record = ScheduleRecord(
        programme=programme,
        number=sheet.number,
        sheet=sheet,
        decision=last.decision if last else None,
        schedule=RepaymentSchedule(version.terms, version.rows),
        is_decided=True,
        paid_on=version.terms.paid_on,
        version=version,
        versions=tuple(each for each in versions if each.effective_on <= on),
        events=_until(advance.events, on),
        position=advance.position(),
    )
    return replace(record, paid_on=record.contract_terms.paid_on)


def _until(events: tuple[AdvanceEvent, ...], on: date) -> tuple[AdvanceEvent, ...]:
    """Return the events that a day knows; one that a later day takes back still holds."""
    known = [each for each in events if each.draft.value_on <= on]
    undone = {each.draft.reverses_id for each in known}
    return tuple(replace(each, is_reversed=each.id in undone) for each in known)


def _planned(
    session: Session, row: RowMapping, programme: Programme, last: Recorded | None
) -> ScheduleRecord:
    """Return the record of what was decided or asked, before the agreement is signed."""
    sheet = to_sheet(row)
    terms = _terms(session, sheet, row, programme, last)
    if terms is None:
        raise UserError(ErrorCode.NO_ADVANCE, number=sheet.number)
    return ScheduleRecord(
        programme=programme,
        number=sheet.number,
        sheet=sheet,
        decision=last.decision if last else None,
        schedule=schedule(terms),
        is_decided=is_approval(last),
        paid_on=terms.paid_on,
    )


def _terms(
    session: Session,
    sheet: DossierSheet,
    row: RowMapping,
    programme: Programme,
    last: Recorded | None,
) -> AdvanceTerms | None:
    rules = read_money_rules(session)
    return advance_of(sheet, row["state"], last, programme, rules)
