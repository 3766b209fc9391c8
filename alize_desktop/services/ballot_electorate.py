"""Who votes in a ballot: written when it opens, followed while it is open.

Whoever comes gets a voice; whoever leaves or steps aside loses it, and the answer
given is taken back. It is taken back too when somebody else answers from now on: the
giver of a proxy who walks in is asked again.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm
from alize_desktop.models.records.ballots import QuorumResult
from alize_desktop.models.records.people import Member
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.ballots import StoredBallot, StoredVoter
from alize_desktop.rules.electorate import Electorate
from alize_desktop.rules.meeting import voters_of
from alize_desktop.rules.voices import exact_decimal
from alize_desktop.services.agenda_steps import Point
from alize_desktop.services.ballot_access import open_ballot
from alize_desktop.services.counts import withdraw_count
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.plain import plain
from alize_desktop.services.roll import electorate_of, presiding_of, quorum_result
from alize_desktop.services.stored_ballot import HeldBallot
from alize_desktop.services.votes import write_vote


def reckoning(
    held: HeldMeeting, item_id: UUID, who: Electorate, found: QuorumResult, presiding: Member
) -> dict[str, Any]:
    """Return the columns of a ballot that its result will be reckoned with."""
    return {
        "quorum_required": found.required,
        "quorum_counted": found.counted,
        "quorum_recused": found.recused,
        "in_office": found.in_office,
        "voices_in_office": exact_decimal(who.voices_in_office),
        "presiding_member_id": presiding.id,
        "recused": plain(held.recusals.get(item_id, ())),
    }


def presiding_or_refused(held: HeldMeeting, who: Electorate) -> Member:
    """Return who presides a dossier.

    Raises:
        UserError: ``PRESIDING_MEMBER_ABSENT`` when nobody may.
    """
    found = presiding_of(held, who)
    if found is None:
        raise UserError(ErrorCode.PRESIDING_MEMBER_ABSENT)
    return found


def follow(registry: Registry, session: Session, held: HeldMeeting, point: Point) -> None:
    """Bring the open ballot of a point up to where everybody stands now.

    Nothing is written when nothing changed for it. Once the papers of a secret ballot
    are counted nobody comes or goes: a second count would tell how one member voted.

    Args:
        registry: The registry.
        session: In the transaction of what changed.
        held: The meeting, with what changed.
        point: The point whose ballot is open.

    Raises:
        UserError: ``SECRET_COUNTED``.
    """
    ballot = open_ballot(session, point.id)
    who = electorate_of(held, point.id)
    found = quorum_result(held, who, is_carried_over=point.is_carried_over)
    presiding = presiding_of(held, who) or held.member(ballot.presiding_member_id)
    columns = reckoning(held, point.id, who, found, presiding)
    voters = list(_changed_voters(session, held, who, ballot))
    if not voters and all(_same(ballot, name, value) for name, value in columns.items()):
        return
    if voters and ballot.form is BallotForm.SECRET and ballot.count is not None:
        raise UserError(ErrorCode.SECRET_COUNTED)
    session.execute(update(StoredBallot).where(StoredBallot.id == ballot.id).values(columns))
    details: dict[str, object] = {
        "item": str(point.id),
        "reckoning": plain(columns),
        "voters": plain(voters),
    }
    registry.journal(session, "ballot.followed", "meeting", ballot.meeting_id, details)
    if voters:
        session.execute(insert(StoredVoter), voters)
        _take_back(registry, session, ballot, {each["member_id"] for each in voters})


def followed_ballot(
    registry: Registry, session: Session, held: HeldMeeting, point: Point
) -> HeldBallot:
    """Return the open ballot of a point, brought up to the seats in office by now.

    Attendance is followed as it is told; a seat filled meanwhile is not.

    Raises:
        UserError: ``BALLOT_NOT_OPEN``.
    """
    open_ballot(session, point.id)
    follow(registry, session, held, point)
    return open_ballot(session, point.id)


def _same(ballot: HeldBallot, name: str, value: object) -> bool:
    return plain(getattr(ballot, name)) == plain(value)


def _changed_voters(
    session: Session, held: HeldMeeting, who: Electorate, ballot: HeldBallot
) -> Iterator[dict[str, Any]]:
    """Yield the rows that tell who votes from now on, for those of whom it is not told."""
    now = {UUID(each.member): each for each in voters_of(who, ballot.form, held.rules)}
    before = {each.member_id: each for each in ballot.voters}
    told = _told(session, ballot.id)
    for member_id in sorted({*now, *before}):
        voter, old = now.get(member_id), before.get(member_id)
        holder = UUID(voter.holder) if voter and voter.holder else None
        if voter and old and old.holder_id == holder:
            continue
        revision, weight = told.get(member_id, (0, None))
        if weight is None:
            weight = exact_decimal(voter.weight) if voter else Decimal(0)
        yield {
            "ballot_id": ballot.id,
            "member_id": member_id,
            "revision": revision + 1,
            "is_entitled": voter is not None,
            "holder_id": holder,
            "weight": weight,
        }


def _told(session: Session, ballot_id: UUID) -> dict[UUID, tuple[int, Decimal]]:
    """Return what was told of each voter so far: the last revision, and the weight."""
    statement = (
        select(StoredVoter.member_id, func.max(StoredVoter.revision), StoredVoter.weight)
        .where(StoredVoter.ballot_id == ballot_id)
        .group_by(StoredVoter.member_id)
    )
    return {member: (revision, weight) for member, revision, weight in session.execute(statement)}


def _take_back(
    registry: Registry, session: Session, ballot: HeldBallot, changed: set[UUID]
) -> None:
    for each in ballot.voters:
        if each.member_id in changed and each.choice is not None:
            write_vote(registry, session, ballot.id, each.member_id, each.revision + 1, None)
    if ballot.count is not None:
        withdraw_count(registry, session, ballot.id)
