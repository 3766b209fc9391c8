"""The aid of dossiers, and everything that counts with it for the same company."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import DecisionOutcome
from alize_desktop.models.records.schedules import RepaymentSchedule
from alize_desktop.models.records.state_aid import AdvanceAid, AidWeighing, PastAid
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.values import ZERO, Money
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.state_aid import window_start
from alize_desktop.services import decision_records
from alize_desktop.services.advance_terms import schedule_granted
from alize_desktop.services.aid_frame import (
    AidChoice,
    AidFrame,
    read_frame,
    with_signature,
)
from alize_desktop.services.decision_records import Recorded
from alize_desktop.services.past_aids import read_past_aids

_Taken: TypeAlias = tuple[UUID, str, UUID]
"""A dossier, its number, and a decision taken on it."""


@dataclass(frozen=True, slots=True)
class AidAsked:
    """A new aid, with which the earlier ones of its company are weighed.

    Attributes:
        dossier_id: The dossier of the new aid.
        siren: Of the company; nothing earlier is found without one.
        day: Of the new aid: three years are counted back from it.
        decision_id: The decision that grants it; every other one counts when None.
        declared: What the dossier says of earlier aid, when nothing is declared by date.
        rows: Schedule of the advance, None without one: its rate is that of its payment,
            planned on the day of the first grant.
        days: Lent days.
        signed_on: Day of the signature that is being recorded; None otherwise.
        decided_on: Day of the first grant; None for the payment that ``rows`` plan.
        is_reckoned: Whether it is reckoned anew, even when it was recorded.
        choice: Rating and collateral that are chosen for the company.
        today: Day on which approvals may have lapsed; None for that of the new aid.
        weighed_on: Day of the amendment that is being recorded: three years are counted
            back from it, and all that is known counts; None otherwise.
    """

    dossier_id: UUID
    siren: str
    day: date
    decision_id: UUID | None = None
    declared: Money = ZERO
    rows: RepaymentSchedule | None = None
    days: int = 0
    signed_on: date | None = None
    decided_on: date | None = None
    is_reckoned: bool = False
    choice: AidChoice | None = None
    today: date | None = None
    weighed_on: date | None = None


def weighings(
    session: Session, asked: Iterable[AidAsked], until: datetime | None = None
) -> dict[UUID, AidWeighing]:
    """Return the aid of each dossier, with what counts with it under the ceiling.

    What is decided after the decision that grants it changes nothing, unless the day of
    the signature is the one that counts: then every other dossier does, up to that day.

    Args:
        session: Only read; once for all the companies.
        asked: At most one a dossier.
        until: Instant after which rates, rules, declarations and aids that were recorded
            do not count: a paper that is settled says the same whenever it is made.

    Returns:
        By dossier's id.
    """
    wanted = list(asked)
    sirens = {each.siren for each in wanted if each.siren}
    history = _history(session, sirens)
    others = {dossier for taken in history.values() for dossier, _number, _decision in taken}
    frame = read_frame(session, others | {each.dossier_id for each in wanted}, until)
    past = read_past_aids(session, sirens, until)
    return {
        each.dossier_id: _weighing(
            session, frame, each, history[each.siren], past.get(each.siren, ())
        )
        for each in wanted
    }


def in_window(past: Iterable[PastAid], granted_on: date) -> tuple[PastAid, ...]:
    """Return the declared aids that count with one granted on a day, in the same order."""
    first = window_start(granted_on)
    return tuple(each for each in past if first <= each.granted_on <= granted_on)


def _weighing(
    session: Session,
    frame: AidFrame,
    asked: AidAsked,
    history: Sequence[_Taken],
    past: Sequence[PastAid],
) -> AidWeighing:
    if asked.signed_on is not None:
        frame = with_signature(frame, asked.dossier_id, asked.signed_on)
    planned = asked.rows.terms.paid_on if asked.rows else asked.day
    decided_on = asked.decided_on or planned
    decision_id = None if asked.is_reckoned else asked.decision_id
    new = frame.aid(asked.dossier_id, decision_id, decided_on, asked.rows, asked.days, asked.choice)
    day = asked.weighed_on or frame.day(asked.dossier_id, asked.day)
    by_date = in_window(past, day)
    declared = sum((each.grant_equivalent for each in by_date), ZERO)
    declared = declared if by_date else asked.declared
    granted = _granted(session, frame, asked, day, history)
    return AidWeighing(new, declared, granted, frame.rules.ceiling)


def _history(session: Session, sirens: Collection[str]) -> defaultdict[str, list[_Taken]]:
    """Return every decision on the dossiers of some companies, oldest first."""
    found: defaultdict[str, list[_Taken]] = defaultdict(list)
    if sirens:
        statement = (
            select(
                StoredDossier.company_siren,
                StoredDecision.dossier_id,
                StoredDossier.number,
                StoredDecision.id,
            )
            .join(StoredDossier, StoredDossier.id == StoredDecision.dossier_id)
            .where(StoredDossier.company_siren.in_(sirens))
            .order_by(StoredDecision.sequence)
        )
        for siren, dossier, number, decision in session.execute(statement):
            found[siren].append((dossier, number, decision))
    return found


def _granted(
    session: Session, frame: AidFrame, asked: AidAsked, day: date, history: Sequence[_Taken]
) -> tuple[AdvanceAid, ...]:
    """Return the aids of the other dossiers of a company, over the window."""
    ids = [decision for _dossier, _number, decision in history]
    end = len(ids)
    counts_all = frame.counts_later or asked.weighed_on is not None
    if asked.decision_id in ids and not counts_all:
        end = ids.index(asked.decision_id)
    earlier: dict[tuple[UUID, str], set[UUID]] = {}
    for dossier, number, decision in history[:end]:
        if dossier != asked.dossier_id:
            earlier.setdefault((dossier, number), set()).add(decision)
    has_end = frame.counts_later and asked.weighed_on is None
    found = []
    for (dossier, number), decisions in earlier.items():
        recorded = decision_records.of_dossier(session, dossier)
        then = [one for one in recorded if one.decision.id in decisions]
        aid = _in_force(frame, dossier, then, asked.today or day)
        if aid is None or aid.granted_on < window_start(day):
            continue
        if not (has_end and aid.granted_on > day):
            found.append(replace(aid, number=number))
    return tuple(found)


def _in_force(
    frame: AidFrame, dossier_id: UUID, found: list[Recorded], on: date
) -> AdvanceAid | None:
    """Return the aid that a dossier has: what its approval grants, never less than was paid."""
    paid = frame.paid(dossier_id, {each.decision.id for each in found})
    held = _held(frame, dossier_id, found, on)
    if paid is None or (held is not None and held.most > paid.most):
        return held
    return paid


def _held(frame: AidFrame, dossier_id: UUID, found: list[Recorded], on: date) -> AdvanceAid | None:
    """Return what an approval grants, None when it was given up, or lapsed."""
    approvals = [each for each in found if each.decision.draft.outcome in APPROVALS]
    if not approvals or found[-1].decision.draft.outcome is DecisionOutcome.WITHDRAWN:
        return None
    last = approvals[-1].decision
    if dossier_id in frame.given_up or frame.is_lapsed(dossier_id, last.id, on):
        return None
    rows = schedule_granted(last, approvals)
    decided_on = rows.terms.paid_on if rows else approvals[0].day
    return frame.aid(dossier_id, last.id, decided_on, rows, last.draft.days)
