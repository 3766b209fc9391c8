"""What minutes tell of the corrections of a ballot: each answer moved, each result replaced."""

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.records.minutes_corrections import MinutesCorrection, MovedVote
from alize_desktop.models.tables.ballots import StoredVote
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.stored_ballot import HeldBallot


def corrections_of(
    session: Session, held: HeldMeeting, ballot: HeldBallot
) -> tuple[MinutesCorrection, ...]:
    """Return the corrections of a proclaimed ballot, oldest first.

    Which answers each one moved is read from the journal: the answers themselves do not
    say to which correction they belong.
    """
    if len(ballot.results) == 1:
        return ()
    known = _proclaimed(session, ballot)
    told = []
    changes = _changes(session, ballot)
    for (before, after), moved in zip(pairwise(ballot.results), changes, strict=True):
        told.append(
            MinutesCorrection(
                at=after.proclaimed_at,
                reason=after.reason,
                before=before.sentence,
                by_casting_vote=bool(before.result.get("by_casting_vote")),
                moved=tuple(_moved(held, known, moved)),
            )
        )
        known = {**known, **moved}
    return tuple(told)


def _moved(
    held: HeldMeeting,
    known: Mapping[UUID, VoteChoice | None],
    moved: Mapping[UUID, VoteChoice | None],
) -> Iterator[MovedVote]:
    for member in held.members:
        if member.id in moved:
            yield MovedVote(member, known.get(member.id), moved[member.id])


def _proclaimed(session: Session, ballot: HeldBallot) -> dict[UUID, VoteChoice | None]:
    """Return the answers as they were first proclaimed; a correction says why, they do not."""
    statement = (
        select(StoredVote.member_id, StoredVote.choice)
        .where(StoredVote.ballot_id == ballot.id, StoredVote.reason == "")
        .order_by(StoredVote.sequence)
    )
    return {row[0]: row[1] for row in session.execute(statement)}


def _changes(session: Session, ballot: HeldBallot) -> Iterator[Mapping[UUID, VoteChoice | None]]:
    statement = (
        select(StoredLine.details)
        .where(StoredLine.subject_id == ballot.meeting_id, StoredLine.action == "ballot.corrected")
        .order_by(StoredLine.sequence)
    )
    for each in session.scalars(statement):
        details = json.loads(each)
        if details["ballot"] == str(ballot.id):
            yield {
                UUID(member): VoteChoice(choice) if choice else None
                for member, choice in details.get("votes", {}).items()
            }
