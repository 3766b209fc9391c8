"""A ballot closed, opened again, given up, or proclaimed."""

from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from alize_desktop.models.enums import ItemStep, VoteChoice
from alize_desktop.models.records.ballots import BallotResult
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.ballots import StoredBallot, StoredResult
from alize_desktop.rules.meeting import check_can_close, decide_ballot
from alize_desktop.services.agenda_steps import Point, set_step
from alize_desktop.services.ballot_electorate import follow, presiding_or_refused
from alize_desktop.services.ballot_results import rules_ballot, rules_of, told_result
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.plain import plain
from alize_desktop.services.roll import (
    check_quorum,
    electorate_of,
    frozen_electorate,
    quorum_result,
)
from alize_desktop.services.stored_ballot import HeldBallot


def close(
    registry: Registry, session: Session, held: HeldMeeting, point: Point, ballot: HeldBallot
) -> None:
    """Close an open ballot, and freeze it.

    Raises:
        UserError: ``QUORUM_NOT_REACHED`` when it was lost meanwhile;
            ``PRESIDING_MEMBER_ABSENT``; ``BALLOT_EMPTY``; ``BALLOT_INCOMPLETE``;
            ``COUNTS_EXCEED_VOTERS``.
    """
    now = electorate_of(held, point.id)
    found = quorum_result(held, now, is_carried_over=point.is_carried_over)
    check_quorum(found, point.number)
    presiding = presiding_or_refused(held, now)
    who, rules = frozen_electorate(held, point.id, ballot), rules_of(held, ballot)
    answered = rules_ballot(ballot)
    check_can_close(who, answered, rules)
    decide_ballot(who, answered, rules, str(presiding.id))
    _write(
        session,
        ballot,
        closed_at=registry.instant(session, ballot.opened_at),
        presiding_member_id=presiding.id,
    )
    set_step(session, point.id, ItemStep.BALLOT_CLOSED)
    details: dict[str, object] = {"item": str(point.id), "presiding": str(presiding.id)}
    registry.journal(session, "ballot.closed", "meeting", ballot.meeting_id, details)


def reopen(
    registry: Registry, session: Session, held: HeldMeeting, point: Point, ballot: HeldBallot
) -> None:
    """Open a closed ballot again, with whoever is there now."""
    _write(session, ballot, closed_at=None)
    set_step(session, point.id, ItemStep.BALLOT_OPEN)
    registry.journal(
        session, "ballot.reopened", "meeting", ballot.meeting_id, {"item": str(point.id)}
    )
    follow(registry, session, held, point)


def abandon(
    registry: Registry, session: Session, point: Point, ballot: HeldBallot, reason: str
) -> None:
    """Give up a ballot: it stays in the file and has no result.

    The point goes back to where it was: presented, or proclaimed by an earlier ballot.
    """
    now = registry.instant(session, ballot.opened_at)
    closed_at = ballot.closed_at or now
    _write(session, ballot, closed_at=closed_at, abandoned_at=now, abandon_reason=reason)
    earlier = session.scalar(
        select(StoredBallot.id)
        .where(StoredBallot.item_id == point.id, StoredBallot.proclaimed_at.is_not(None))
        .limit(1)
    )
    set_step(session, point.id, ItemStep.PRESENTED if earlier is None else ItemStep.PROCLAIMED)
    details: dict[str, object] = {
        "item": str(point.id),
        "ballot": str(ballot.id),
        "reason": reason,
    }
    registry.journal(session, "ballot.abandoned", "meeting", ballot.meeting_id, details)


def proclaim(
    registry: Registry,
    session: Session,
    held: HeldMeeting,
    ballot: HeldBallot,
    result: BallotResult,
    casting: VoteChoice | None,
) -> None:
    """Write the first result of a closed ballot."""
    now = registry.instant(session, ballot.closed_at)
    _write(session, ballot, proclaimed_at=now)
    columns: dict[str, Any] = {
        "ballot_id": ballot.id,
        "revision": 1,
        "result": plain(result),
        "sentence": told_result(held, ballot, result),
        "proclaimed_at": now,
    }
    session.execute(insert(StoredResult).values(columns | {"casting_choice": casting}))
    set_step(session, ballot.item_id, ItemStep.PROCLAIMED)
    details: dict[str, object] = {
        "item": str(ballot.item_id),
        "ballot": str(ballot.id),
        "revision": columns["revision"],
        "result": columns["result"],
        "sentence": columns["sentence"],
        "proclaimed_at": plain(now),
        "casting": casting.value if casting else None,
        "presiding": str(ballot.presiding_member_id),
    }
    registry.journal(session, "ballot.proclaimed", "meeting", ballot.meeting_id, details)


def _write(session: Session, ballot: HeldBallot, **columns: object) -> None:
    session.execute(update(StoredBallot).where(StoredBallot.id == ballot.id).values(**columns))
