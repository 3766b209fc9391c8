"""Everything a programme has to follow up, read in a fixed number of statements."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import AdvanceState, DecisionOutcome, MeetingKind, MeetingState
from alize_desktop.models.records.follow_up import FollowUpItem, FollowUpRules
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.tables.partners import StoredPartnerProfile
from alize_desktop.models.tables.people import StoredPartner
from alize_desktop.rules.follow_up import (
    Subject,
    agreement_item,
    condition_item,
    jobs_items,
    notice_item,
)
from alize_desktop.rules.follow_up_missions import mission_items
from alize_desktop.rules.follow_up_money import approval_item, repayment_items
from alize_desktop.services.advance_reading import Advance
from alize_desktop.services.conditions import read_pending_conditions
from alize_desktop.services.follow_up_approvals import days_to_sign
from alize_desktop.services.job_facts import read_milestones
from alize_desktop.services.mission_reading import read_own_missions
from alize_desktop.services.restored import restored

_DECIDED: Final = (
    select(
        StoredDecision.id,
        StoredDecision.outcome,
        StoredDossier.id.label("dossier_id"),
        StoredDossier.number,
        StoredDossier.company_name,
    )
    .join(StoredDossier, StoredDossier.id == StoredDecision.dossier_id)
    .order_by(StoredDecision.sequence)
)
_PREPARED: Final = select(
    StoredMeeting.id,
    StoredMeeting.number,
    StoredMeeting.held_on,
    StoredMeeting.kind,
    StoredMeeting.second_notice_of,
    StoredMeeting.rules,
).where(StoredMeeting.state == MeetingState.PREPARATION)
_AGREEMENTS: Final = (
    select(StoredPartner.id, StoredPartner.name, StoredPartnerProfile.ends_on)
    .join(StoredPartnerProfile, StoredPartnerProfile.partner_id == StoredPartner.id)
    .order_by(StoredPartner.name)
)


def job_items(session: Session, on: date) -> Iterator[FollowUpItem]:
    """Yield the milestones whose jobs are to be observed."""
    for facts, milestones in read_milestones(session, on):
        dossier = Subject(facts.dossier_id, facts.number, facts.company)
        yield from jobs_items(dossier, milestones, on)


def money_items(advances: tuple[Advance, ...], on: date) -> Iterator[FollowUpItem]:
    """Yield what advances are to repay, and those whose agreement is to be signed."""
    for each in advances:
        grant, position = each.grant, each.position()
        dossier = Subject(grant.dossier_id, grant.number, grant.company)
        yield from repayment_items(dossier, position)
        if position.state is AdvanceState.GRANTED:
            lapsing = approval_item(dossier, grant.lapses_on, on)
            if lapsing is not None:
                yield lapsing


def condition_items(session: Session, on: date) -> Iterator[FollowUpItem]:
    """Yield the conditions to be met; those of dossiers that were withdrawn are not."""
    decided = session.execute(_DECIDED).all()
    last = {each.dossier_id: each.outcome for each in decided}
    dossiers = {
        each.id: Subject(each.dossier_id, each.number, each.company_name)
        for each in decided
        if last[each.dossier_id] is not DecisionOutcome.WITHDRAWN
    }
    for each in read_pending_conditions(session):
        if each.decision_id in dossiers:
            found = condition_item(dossiers[each.decision_id], each, on)
            if found is not None:
                yield found


def mission_reminders(session: Session, on: date) -> Iterator[FollowUpItem]:
    """Yield what missions still ask for, and the approvals of days that none answers.

    Missions taken over from the past ask for nothing.
    """
    missions = read_own_missions(session)
    for each in missions:
        yield from mission_items(each.row(on), each.events, on)
    yield from days_to_sign(session, missions, on)


def notice_items(session: Session, on: date) -> Iterator[FollowUpItem]:
    """Yield the notices to send of the meetings in preparation.

    A written consultation begins with its notice.
    """
    for each in session.execute(_PREPARED):
        rules = restored(CommitteeRules, each.rules)
        days = rules.notice_days
        if each.kind is MeetingKind.WRITTEN:
            days = 0
        elif each.second_notice_of is not None:
            days = rules.second_notice_days + 1
        yield notice_item(Subject(each.id, each.number), each.held_on, days, on)


def agreement_items(session: Session, rules: FollowUpRules, on: date) -> Iterator[FollowUpItem]:
    """Yield the agreements of partners that end."""
    for partner_id, name, ends_on in session.execute(_AGREEMENTS):
        if ends_on is None:
            continue
        found = agreement_item(Subject(partner_id, "", name), ends_on, rules.remind_days, on)
        if found is not None:
            yield found
