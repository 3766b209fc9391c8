"""What a forecast of the fund is made from: schedules, expectations, meetings to come."""

from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import FundMovementKind, MeetingState
from alize_desktop.models.records.fund import FundForecast
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredItem, StoredMeeting
from alize_desktop.models.values import ZERO
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.fund_checks import check_reckoned
from alize_desktop.rules.fund_forecast import (
    Dated,
    Flows,
    coming_back,
    forecast,
    planned_grants,
)
from alize_desktop.services import decision_records
from alize_desktop.services.advance_reading import Advance, read_advances
from alize_desktop.services.advance_terms import schedule_on
from alize_desktop.services.fund_left import read_committed
from alize_desktop.services.fund_reading import read_expectations, read_statement
from alize_desktop.services.money_rules_reading import read_money_rules

_NOT_HELD: Final = (MeetingState.PREPARATION, MeetingState.CONVENED)
_APPROVED: Final = select(StoredDecision.dossier_id).where(StoredDecision.outcome.in_(APPROVALS))
_PREPARED: Final = (
    select(StoredMeeting.held_on, func.sum(StoredDossier.request_amount))
    .select_from(StoredMeeting)
    .outerjoin(StoredItem, StoredItem.meeting_id == StoredMeeting.id)
    .outerjoin(
        StoredDossier,
        (StoredDossier.id == StoredItem.dossier_id) & StoredDossier.id.not_in(_APPROVED),
    )
    .where(StoredMeeting.state.in_(_NOT_HELD))
    .group_by(StoredMeeting.id, StoredMeeting.held_on)
    .order_by(StoredMeeting.held_on)
)
"""Meetings in preparation, and what the dossiers of their agenda ask for the first time."""


def read_forecast(session: Session, on: date) -> FundForecast:
    """Return the sixty months that follow a day, from what is known of it now.

    Raises:
        UserError: ``DAY_OUT_OF_RANGE``.
    """
    check_reckoned(on)
    committed = read_committed(session, on)
    repayments: list[Dated] = []
    releases: list[Dated] = []
    doubtful = ZERO
    known = []
    for each in read_advances(session, on):
        position = each.position()
        known.append((each.grant.dossier_id, position))
        to_release = committed.get(each.grant.dossier_id, ZERO)
        if to_release:
            releases.append(Dated(_release_day(each), to_release))
        found = coming_back(position, is_to_be_released=bool(to_release))
        repayments.extend(found.repayments)
        doubtful += found.doubtful
        if to_release and each.version is None:
            repayments.extend(_planned(session, each))
    contributions, withdrawals = _expected(session)
    flows = Flows(
        repayments=tuple(repayments),
        contributions=contributions,
        withdrawals=withdrawals,
        releases=tuple(releases),
        grants=_planned_grants(session, on),
    )
    return forecast(read_statement(session, on, known, committed), flows, doubtful)


def _release_day(advance: Advance) -> date:
    """Return when what is committed is to be paid: the day agreed, or as soon as can be."""
    version = advance.version
    return advance.on if version is None else max(advance.on, version.terms.paid_on)


def _planned(session: Session, advance: Advance) -> tuple[Dated, ...]:
    """Return the schedule of an advance that is not signed, as if it were paid at once."""
    found = decision_records.last_of_dossier(session, advance.grant.dossier_id)
    rows = schedule_on(found.decision if found else None, advance.on)
    return tuple(Dated(each.due, each.amount) for each in rows.rows) if rows else ()


def _expected(session: Session) -> tuple[tuple[Dated, ...], tuple[Dated, ...]]:
    """Return what is expected to come in and to go out: what is late, as soon as can be."""
    coming = read_expectations(session)
    given = FundMovementKind.CONTRIBUTION
    return (
        tuple(Dated(each.expected_on, each.amount) for each in coming if each.kind is given),
        tuple(Dated(each.expected_on, each.amount) for each in coming if each.kind is not given),
    )


def _planned_grants(session: Session, on: date) -> tuple[Dated, ...]:
    rules = read_money_rules(session)
    prepared = [
        Dated(held_on, asked or ZERO)
        for held_on, asked in session.execute(_PREPARED)
        if held_on >= on
    ]
    return planned_grants(on, rules.meetings_a_year, rules.planned_grant, prepared)
