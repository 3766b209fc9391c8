"""Approvals of dossiers as they stand: the last one voted, or the one of the past.

Whatever hangs on « the approval of a dossier » reads it here: jobs, days, reminders, money
told in minutes. The sums asked for at each keystroke (``fund_left``) say the same in SQL.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, ScalarSelect, func, select
from sqlalchemy.orm import Session, aliased

from alize_desktop.models.enums import AdvanceEventKind, DossierState, JobContract, MissionEventKind
from alize_desktop.models.records.jobs import JobCounts
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.tables.advances import StoredAdvanceEvent
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.tables.missions import StoredMission, StoredMissionEvent
from alize_desktop.models.tables.results import StoredHistoryRecord
from alize_desktop.models.tables.types import DayType
from alize_desktop.models.values import Money
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.due_dates import add_months
from alize_desktop.rules.standing_approvals import Standing, Voted, standing

_USUAL_MONTHS: Final = CommitteeRules().approval_months


@dataclass(frozen=True, slots=True)
class StandingApproval:
    """An approval as it stands: its last terms, and what was done by virtue of it.

    Attributes:
        decided_on: Day since which the dossier is approved.
        standing: Whether it holds; that of the past never lapses.
        jobs: What the decision says; what was filed, in the past.
        meeting_id: Meeting of its last terms; None in the past.
        days: Days granted; None in the past, which does not say them.
        category: Competence of these days, empty when it names none.
        partner_id: Partner that lends them, None when it names none.
        reference: Headcount at the filing, None when not known.
        paid_on: First payment in force, None without one.
        worked_on: First day done of a mission, None without one.
    """

    dossier_id: UUID
    number: str
    company: str
    decided_on: date
    standing: Standing
    amount: Money
    jobs: JobCounts
    meeting_id: UUID | None = None
    days: int | None = None
    category: str = ""
    partner_id: UUID | None = None
    contract: JobContract | None = None
    jobs_by: date | None = None
    reference: Decimal | None = None
    paid_on: date | None = None
    worked_on: date | None = None

    @property
    def is_history(self) -> bool:
        """Whether it was taken over from the past, and not voted here."""
        return self.meeting_id is None


def first_event(kind: AdvanceEventKind) -> ScalarSelect[date]:
    """Return the first day, on a dossier, of an event of its advance that nothing took back."""
    back = aliased(StoredAdvanceEvent)
    return (
        select(func.min(StoredAdvanceEvent.value_on, type_=DayType()))
        .where(
            StoredAdvanceEvent.dossier_id == StoredDossier.id,
            StoredAdvanceEvent.kind == kind,
            ~select(back.id).where(back.reverses_id == StoredAdvanceEvent.id).exists(),
        )
        .scalar_subquery()
    )


def _first_of_missions(kind: MissionEventKind) -> ScalarSelect[date]:
    """Return the first day, on a dossier, of an event of missions that nothing took back."""
    back = aliased(StoredMissionEvent)
    return (
        select(func.min(StoredMissionEvent.value_on, type_=DayType()))
        .join(StoredMission, StoredMission.id == StoredMissionEvent.mission_id)
        .where(
            StoredMission.dossier_id == StoredDossier.id,
            StoredMissionEvent.kind == kind,
            ~select(back.id)
            .where(
                back.mission_id == StoredMission.id,
                back.kind == MissionEventKind.REVERSAL,
                back.names_id == StoredMissionEvent.id,
            )
            .exists(),
        )
        .scalar_subquery()
    )


_DOSSIER: Final = (
    StoredDossier.id.label("dossier_id"),
    StoredDossier.number,
    StoredDossier.company_name,
    StoredDossier.company_headcount,
    StoredDossier.state,
)
_VOTED: Final = (
    select(
        *_DOSSIER,
        StoredDecision.meeting_id,
        StoredDecision.outcome,
        StoredDecision.amount,
        StoredDecision.days,
        StoredDecision.skill_category,
        StoredDecision.partner_id,
        StoredDecision.jobs_created,
        StoredDecision.jobs_maintained,
        StoredDecision.contract,
        StoredDecision.jobs_by,
        StoredMeeting.held_on,
        func.json_extract(StoredMeeting.rules, "$.approval_months").label("months"),
        first_event(AdvanceEventKind.AGREEMENT_SIGNED).label("signed_on"),
        first_event(AdvanceEventKind.DISBURSEMENT).label("paid_on"),
        _first_of_missions(MissionEventKind.AGREEMENT_SIGNED).label("agreed_on"),
        _first_of_missions(MissionEventKind.DAYS_DONE).label("worked_on"),
    )
    .join(StoredDecision, StoredDecision.dossier_id == StoredDossier.id)
    .join(StoredMeeting, StoredMeeting.id == StoredDecision.meeting_id)
    .order_by(StoredDossier.number, StoredDecision.sequence)
)
_PAST: Final = (
    select(
        *_DOSSIER,
        StoredDossier.jobs_created,
        StoredDossier.jobs_maintained,
        StoredDossier.jobs_sustained,
        StoredDossier.jobs_contract,
        StoredHistoryRecord.decided_on,
        StoredHistoryRecord.amount,
    )
    .join(StoredHistoryRecord, StoredHistoryRecord.dossier_id == StoredDossier.id)
    .where(
        StoredHistoryRecord.outcome.in_(APPROVALS),
        ~select(StoredDecision.id).where(StoredDecision.dossier_id == StoredDossier.id).exists(),
    )
    .order_by(StoredDossier.number)
)


def standing_approval(session: Session, dossier_id: UUID) -> StandingApproval | None:
    """Return the approval of a dossier as it stands, None when none ever was.

    What was voted here comes before what was taken over from the past.
    """
    of_dossier = StoredDossier.id == dossier_id
    voted = next(voted_approvals(session, of_dossier), None)
    return voted or next(past_approvals(session, of_dossier), None)


def voted_approvals(
    session: Session, *conditions: ColumnElement[bool]
) -> Iterator[StandingApproval]:
    """Yield what was approved here as it stands, by number of dossier: one statement.

    Args:
        session: Only read.
        conditions: On dossiers, or on the decisions that are looked at.
    """
    rows = session.execute(_VOTED.where(*conditions))
    for _dossier, decisions in groupby(rows, key=lambda each: each.dossier_id):
        found = _voted([*decisions])
        if found is not None:
            yield found


def past_approvals(
    session: Session, *conditions: ColumnElement[bool]
) -> Iterator[StandingApproval]:
    """Yield the approvals taken over from the past, by number of dossier: one statement.

    Those of dossiers decided here since are not among them.
    """
    for row in session.execute(_PAST.where(*conditions)):
        counts = JobCounts(row.jobs_created, row.jobs_maintained, row.jobs_sustained)
        yield StandingApproval(
            dossier_id=row.dossier_id,
            number=row.number,
            company=row.company_name,
            decided_on=row.decided_on,
            standing=Standing(0, 0, is_given_up=row.state is DossierState.WITHDRAWN),
            amount=row.amount,
            jobs=counts,
            contract=row.jobs_contract,
            reference=row.company_headcount,
        )


def lapses_on(held_on: date, months: int | None) -> date:
    """Return the last day to sign what a meeting approved.

    Args:
        held_on: Day of the meeting.
        months: Validity of an approval in its rules; the usual one when None.
    """
    return add_months(held_on, _USUAL_MONTHS if months is None else months)


def _voted(decisions: Sequence[Row[*tuple[Any, ...]]]) -> StandingApproval | None:
    found = standing([_decided(each) for each in decisions], _signed(decisions[0]))
    if found is None:
        return None
    first, last = decisions[found.first], decisions[found.last]
    is_given_up = found.is_given_up or last.state is DossierState.WITHDRAWN
    return StandingApproval(
        dossier_id=last.dossier_id,
        number=last.number,
        company=last.company_name,
        decided_on=first.held_on,
        standing=Standing(found.first, found.last, found.lapses_on, is_given_up),
        amount=last.amount,
        meeting_id=last.meeting_id,
        days=last.days,
        category=last.skill_category,
        partner_id=last.partner_id,
        jobs=JobCounts(last.jobs_created, last.jobs_maintained),
        contract=last.contract,
        jobs_by=last.jobs_by,
        reference=last.company_headcount,
        paid_on=last.paid_on,
        worked_on=last.worked_on,
    )


def _decided(row: Row[*tuple[Any, ...]]) -> Voted:
    return Voted(row.outcome, row.held_on, lapses_on(row.held_on, row.months))


def _signed(row: Row[*tuple[Any, ...]]) -> Collection[date]:
    return [each for each in (row.signed_on, row.paid_on, row.agreed_on) if each is not None]
