"""Approvals that grant days only, and whose mission nobody signed yet."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import DecisionOutcome, DossierState, MissionState
from alize_desktop.models.records.follow_up import FollowUpItem
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.follow_up import Subject
from alize_desktop.rules.follow_up_money import DAYS, approval_item
from alize_desktop.services.mission_reading import Mission

_USUAL_MONTHS: Final = CommitteeRules().approval_months
_UNSIGNED: Final = (MissionState.PLANNED, MissionState.GIVEN_UP)
_DECISIONS: Final = (
    select(
        StoredDecision.outcome,
        StoredDecision.amount,
        StoredDecision.days,
        StoredDossier.id,
        StoredDossier.number,
        StoredDossier.company_name,
        StoredDossier.state,
        StoredMeeting.held_on,
        func.json_extract(StoredMeeting.rules, "$.approval_months").label("months"),
    )
    .join(StoredDossier, StoredDossier.id == StoredDecision.dossier_id)
    .join(StoredMeeting, StoredMeeting.id == StoredDecision.meeting_id)
    .order_by(StoredDecision.sequence)
)


def days_to_sign(session: Session, missions: Iterable[Mission], on: date) -> Iterator[FollowUpItem]:
    """Yield the last day to sign a mission, for approvals that grant days and no money.

    Args:
        session: Only read.
        missions: Every mission.
        on: Day it is.
    """
    signed = {each.dossier_id for each in missions if each.account(on).state not in _UNSIGNED}
    for each in _standing(session):
        if each.days and not each.amount and each.id not in signed:
            dossier = Subject(each.id, each.number, each.company_name)
            months = _USUAL_MONTHS if each.months is None else each.months
            found = approval_item(dossier, add_months(each.held_on, months), on, DAYS)
            if found is not None:
                yield found


def _standing(session: Session) -> Iterator[Row[*tuple[Any, ...]]]:
    """Yield the last approval of each dossier that was not withdrawn since."""
    standing: dict[UUID, Row[*tuple[Any, ...]]] = {}
    for each in session.execute(_DECISIONS):
        if each.outcome in APPROVALS:
            standing[each.id] = each
        elif each.outcome is DecisionOutcome.WITHDRAWN:
            standing.pop(each.id, None)
    yield from (x for x in standing.values() if x.state is not DossierState.WITHDRAWN)
