"""Advances that the committee granted: which, to whom, until when they may be signed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AdvanceEventKind, DecisionOutcome, DossierState
from alize_desktop.models.tables.decisions import StoredDecision
from alize_desktop.models.tables.dossiers import StoredDossier
from alize_desktop.models.tables.meetings import StoredMeeting
from alize_desktop.models.values import Money
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.rules.granting import Taken, granting
from alize_desktop.services.standing_approvals import first_event, lapses_on

_DECISIONS: Final = (
    select(
        StoredDossier.id.label("dossier_id"),
        StoredDossier.number,
        StoredDossier.company_name,
        StoredDossier.company_town,
        StoredDossier.company_siren,
        StoredDossier.state,
        StoredDecision.id,
        StoredDecision.number.label("decision_number"),
        StoredDecision.outcome,
        StoredDecision.amount,
        first_event(AdvanceEventKind.AGREEMENT_SIGNED).label("signed_on"),
        StoredMeeting.held_on,
        func.json_extract(StoredMeeting.rules, "$.approval_months").label("months"),
    )
    .join(StoredDecision, StoredDecision.dossier_id == StoredDossier.id)
    .join(StoredMeeting, StoredMeeting.id == StoredDecision.meeting_id)
    .order_by(StoredDossier.number, StoredDecision.sequence)
)


@dataclass(frozen=True, slots=True)
class Grant:
    """An advance as the committee granted it.

    Attributes:
        granted_on: Day of the meeting that granted it: the first one, or the next once what
            was approved lapsed unsigned, or was given up.
        granted_by: Number of the decision of that day.
        decided_on: Day of the meeting of the last approval that grants money.
        lapses_on: Last day to sign what was last approved.
        is_given_up: Whether the dossier was withdrawn since.
        is_in_force: Whether the approval that holds still grants money.
        decision_id, decision_number: The last approval that grants money.
        approvals: Identifier and number of each approval of it, in order.
    """

    dossier_id: UUID
    number: str
    company: str
    town: str
    siren: str
    amount: Money
    granted_on: date
    decided_on: date
    lapses_on: date
    is_given_up: bool
    is_in_force: bool
    decision_id: UUID
    decision_number: str
    approvals: tuple[tuple[UUID, str], ...]
    granted_by: str = ""


def read_grants(session: Session) -> tuple[Grant, ...]:
    """Return every advance that was granted, by number of dossier: one statement.

    Those that a later decision took away are among them: money may have left before.
    """
    grouped = groupby(session.execute(_DECISIONS), key=lambda each: each.dossier_id)
    found = (_grant([*decisions]) for _dossier, decisions in grouped)
    return tuple(each for each in found if each is not None)


def read_grant(session: Session, dossier_id: UUID, on: date = date.max) -> Grant:
    """Return the advance of a dossier, as the meetings of a day and before granted it.

    Raises:
        UserError: ``DOSSIER_NOT_FOUND``; ``ADVANCE_NOT_FOUND``: none was granted.
    """
    number = session.scalar(select(StoredDossier.number).where(StoredDossier.id == dossier_id))
    if number is None:
        raise UserError(ErrorCode.DOSSIER_NOT_FOUND, number=dossier_id)
    known = (StoredDossier.id == dossier_id, StoredMeeting.held_on <= on)
    decisions = session.execute(_DECISIONS.where(*known)).all()
    found = _grant([*decisions])
    if found is None:
        raise UserError(ErrorCode.ADVANCE_NOT_FOUND, number=number)
    return found


def granting_rank(session: Session, dossier_id: UUID) -> int:
    """Return the rank from which the decisions on a dossier are about its present advance."""
    return _rank([*session.execute(_DECISIONS.where(StoredDossier.id == dossier_id))])


def lapse_days(session: Session, dossier_ids: Collection[UUID]) -> dict[UUID, date]:
    """Return the last day to sign each approval of dossiers that grants money, by decision."""
    found = session.execute(_DECISIONS.where(StoredDossier.id.in_(dossier_ids)))
    return {each.id: _lapses(each) for each in found if each.outcome in APPROVALS and each.amount}


def _lapses(decision: Row[*tuple[Any, ...]]) -> date:
    return lapses_on(decision.held_on, decision.months)


def _grant(decisions: list[Row[*tuple[Any, ...]]]) -> Grant | None:
    """Return what the decisions on one dossier grant, None without money."""
    approvals = [each for each in decisions[_rank(decisions) :] if each.outcome in APPROVALS]
    paying = [each for each in approvals if each.amount]
    if not paying:
        return None
    last = paying[-1]
    return Grant(
        dossier_id=last.dossier_id,
        number=last.number,
        company=last.company_name,
        town=last.company_town,
        siren=last.company_siren,
        amount=last.amount,
        granted_on=paying[0].held_on,
        decided_on=last.held_on,
        lapses_on=_lapses(last),
        is_given_up=last.state is DossierState.WITHDRAWN
        or decisions[-1].outcome is DecisionOutcome.WITHDRAWN,
        is_in_force=last is approvals[-1],
        decision_id=last.id,
        decision_number=last.decision_number,
        approvals=tuple((each.id, each.decision_number) for each in approvals),
        granted_by=paying[0].decision_number,
    )


def _rank(decisions: list[Row[*tuple[Any, ...]]]) -> int:
    taken = [Taken(each.outcome, each.amount, each.held_on, _lapses(each)) for each in decisions]
    return granting(taken, decisions[0].signed_on if decisions else None)
