"""The dossier the committee is on: its tiles, its ballots, who might step aside."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.records.committee import CurrentItem, VoterTile
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.rules.electorate import Electorate, Voter
from alize_desktop.rules.voices import exact_decimal
from alize_desktop.services.ballot_results import ballot_state, late_recusals
from alize_desktop.services.dossier_reading import read_sheets
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.roll import (
    frozen_electorate,
    frozen_quorum,
    quorum_state,
)
from alize_desktop.services.stored_ballot import HeldBallot, read_ballot
from alize_desktop.services.suggested_recusals import lenders_by_skill, parties_of, suggested
from alize_desktop.services.whereabouts import Recusal


def read_current(
    session: Session,
    held: HeldMeeting,
    line: AgendaLine,
    live: Electorate,
    ballots: tuple[HeldBallot, ...],
) -> CurrentItem:
    """Return the dossier under examination.

    Args:
        session: Only read.
        held: The meeting.
        line: The dossier.
        live: Who would vote on it now.
        ballots: Its ballots, by number, the ones that were given up left out.
    """
    sheet = read_sheets(session, (line.dossier,))[line.dossier]
    ballot = ballots[-1] if ballots else None
    who = live if ballot is None else frozen_electorate(held, line.id, ballot)
    if ballot is not None and ballot.closed_at is not None:
        quorum = frozen_quorum(ballot)
    else:
        quorum = quorum_state(held, live, is_carried_over=line.is_carried_over)
    return CurrentItem(
        line=line,
        sheet=sheet,
        tiles=tuple(_tiles(held, line.id, who, ballot)),
        quorum=quorum,
        ballot=None if ballot is None else ballot_state(held, who, ballot),
        decision=None,
        suggested_recusals=tuple(_suggested(session, held, sheet, who)),
        earlier_ballots=tuple(
            ballot_state(held, frozen_electorate(held, line.id, each), each)
            for each in ballots[:-1]
        ),
        set_aside=held.where.set_aside.get(line.id, frozenset()),
    )


def answered_again(session: Session, held: HeldMeeting, item: CurrentItem) -> CurrentItem:
    """Return a dossier whose open ballot got answers since it was read, and nothing else did."""
    ballot = read_ballot(session, item.line.id)
    if ballot is None:
        return item
    who, votes = frozen_electorate(held, item.line.id, ballot), ballot.votes
    return replace(
        item,
        tiles=tuple(_answered(each, votes.get(each.member.id)) for each in item.tiles),
        ballot=ballot_state(held, who, ballot),
    )


def _answered(tile: VoterTile, choice: VoteChoice | None) -> VoterTile:
    return tile if choice is tile.choice else replace(tile, choice=choice)


def _tiles(
    held: HeldMeeting, item_id: UUID, who: Electorate, ballot: HeldBallot | None
) -> Iterator[VoterTile]:
    """Yield the tiles by seat; each has the number of its seat, a proxy its holder's."""
    seats = {each.id: each.seat for each in held.members}
    recused = {each.member_id: each for each in _recusals(held, item_id, ballot)}
    voting = {UUID(each.member): each for each in who.voters}
    votes = ballot.votes if ballot else {}
    fallen = _fallen(held, ballot)
    for member_id in sorted({*voting, *recused}, key=lambda each: seats[each]):
        voter = voting.get(member_id)
        holder_id = UUID(voter.holder) if voter and voter.holder else None
        holder = held.member(holder_id) if holder_id else None
        recusal = recused.get(member_id)
        yield VoterTile(
            member=held.member(member_id),
            number=seats[holder_id or member_id],
            holder_id=holder_id,
            holder_name=holder.sheet.full_name if holder else "",
            weight=_weight(voter),
            choice=votes.get(member_id),
            is_recused=recusal is not None and (voter is None or member_id in fallen),
            recusal_reason=recusal.reason if recusal else "",
        )


def _recusals(held: HeldMeeting, item_id: UUID, ballot: HeldBallot | None) -> tuple[Recusal, ...]:
    """Return the recusals to show: those of an open ballot are those of the room."""
    if ballot is None or ballot.closed_at is None:
        return held.recusals.get(item_id, ())
    late = late_recusals(held, ballot)
    after = (each for each in held.recusals.get(item_id, ()) if each.member_id in late)
    return (*ballot.recused, *after)


def _fallen(held: HeldMeeting, ballot: HeldBallot | None) -> frozenset[UUID]:
    """Return whose vote was taken out of a proclaimed result by a late recusal."""
    if ballot is None or not ballot.results:
        return frozenset()
    return late_recusals(held, ballot) & ballot.results[-1].recused


def _weight(voter: Voter | None) -> Decimal:
    return exact_decimal(voter.weight) if voter else Decimal(0)


def _suggested(
    session: Session, held: HeldMeeting, sheet: DossierSheet, who: Electorate
) -> Iterator[tuple[UUID, str]]:
    parties = parties_of(sheet, lenders_by_skill(session))
    for voter in who.voters:
        member = held.member(UUID(voter.member))
        reason = suggested(member, parties)
        if reason:
            yield member.id, reason
