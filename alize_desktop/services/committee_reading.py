"""Everything the committee screen shows, rebuilt from the file."""

from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.records.committee import CommitteeState, CurrentItem, VoterTile
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.people import Member
from alize_desktop.rules.electorate import Electorate, Voter
from alize_desktop.rules.recusals import conflicts
from alize_desktop.rules.voices import exact_decimal
from alize_desktop.services import decision_records
from alize_desktop.services.agenda_steps import UNDER_WAY
from alize_desktop.services.ballot_results import ballot_state
from alize_desktop.services.dossier_reading import read_sheets
from alize_desktop.services.held_meeting import HeldMeeting, Recusal
from alize_desktop.services.meeting_reading import read_agenda, read_meeting
from alize_desktop.services.programme import read_programme
from alize_desktop.services.roll import (
    electorate_of,
    frozen_electorate,
    frozen_quorum,
    presiding_of,
    quorum_state,
)
from alize_desktop.services.stored_ballot import HeldBallot, read_ballot
from alize_desktop.wording.meetings import recusal_reason


def read_state(session: Session, meeting_id: UUID) -> CommitteeState:
    """Return the state of a meeting, in a fixed number of statements.

    Raises:
        UserError: ``MEETING_NOT_FOUND``.
    """
    held = read_meeting(session, meeting_id)
    agenda = read_agenda(session, held)
    line = next((each for each in agenda if each.step in UNDER_WAY), None)
    who = electorate_of(held)
    ballot = read_ballot(session, line.id) if line else None
    current = _current(session, held, line, ballot) if line else None
    programme = read_programme(session)
    return CommitteeState(
        row=held.row,
        presiding=_presiding(held, line, ballot),
        opened_at=held.opened_at,
        quorum_at=held.quorum_at,
        closed_at=held.closed_at,
        attendance=held.attendance(),
        quorum=quorum_state(held, who),
        agenda=agenda,
        current=current,
        fund_left=decision_records.fund_left(session, programme),
        days_left=decision_records.days_left(session),
        present=len(who.in_person),
        represented=len(who.represented),
        voices=exact_decimal(who.voices),
        programme=programme,
        rules=held.rules,
    )


def _presiding(
    held: HeldMeeting, line: AgendaLine | None, ballot: HeldBallot | None
) -> Member | None:
    """Return who presides now: a member recused from the dossier hands it on."""
    if ballot is not None:
        return held.member(ballot.presiding_member_id)
    if line is None or held.presiding is None:
        return held.presiding
    return presiding_of(held, electorate_of(held, line.id)) or held.presiding


def _current(
    session: Session, held: HeldMeeting, line: AgendaLine, ballot: HeldBallot | None
) -> CurrentItem:
    sheet = read_sheets(session, (line.dossier,))[line.dossier]
    if ballot is None:
        who = electorate_of(held, line.id)
        shown, quorum = None, quorum_state(held, who)
    else:
        who = frozen_electorate(held, line.id, ballot)
        shown, quorum = ballot_state(held, who, ballot), frozen_quorum(ballot)
    return CurrentItem(
        line=line,
        sheet=sheet,
        tiles=tuple(_tiles(held, line.id, who, ballot)),
        quorum=quorum,
        ballot=shown,
        decision=None,
        suggested_recusals=tuple(_suggested(held, sheet, who)),
    )


def _tiles(
    held: HeldMeeting, item_id: UUID, who: Electorate, ballot: HeldBallot | None
) -> Iterator[VoterTile]:
    """Yield the tiles by seat.

    Members in person and recused ones are numbered; a proxy takes its holder's number.
    """
    seats = {each.id: each.seat for each in held.members}
    recused = {each.member_id: each for each in _recusals(held, item_id, ballot)}
    voting = {UUID(each.member): each for each in who.voters}
    in_person = [member for member, voter in voting.items() if voter.holder is None]
    ordered = sorted({*in_person, *recused}, key=lambda each: seats[each])
    numbers = {member: number for number, member in enumerate(ordered, start=1)}
    votes = ballot.votes if ballot else {}
    for member_id in sorted({*voting, *recused}, key=lambda each: seats[each]):
        voter = voting.get(member_id)
        holder_id = UUID(voter.holder) if voter and voter.holder else None
        holder = held.member(holder_id) if holder_id else None
        recusal = recused.get(member_id)
        yield VoterTile(
            member=held.member(member_id),
            number=numbers.get(holder_id or member_id, 0),
            holder_id=holder_id,
            holder_name=holder.sheet.full_name if holder else "",
            weight=_weight(voter),
            choice=votes.get(member_id),
            is_recused=recusal is not None and voter is None,
            recusal_reason=recusal.reason if recusal else "",
        )


def _recusals(held: HeldMeeting, item_id: UUID, ballot: HeldBallot | None) -> tuple[Recusal, ...]:
    return held.recusals.get(item_id, ()) if ballot is None else ballot.recused


def _weight(voter: Voter | None) -> Decimal:
    return exact_decimal(voter.weight) if voter else Decimal(0)


def _suggested(
    held: HeldMeeting, sheet: DossierSheet, who: Electorate
) -> Iterator[tuple[UUID, str]]:
    company = sheet.company
    parties = {"company": company.name, "bank": company.bank, "accountant": company.accountant}
    for voter in who.voters:
        member = held.member(UUID(voter.member))
        found = conflicts((member.sheet.interests, member.sheet.organisation), parties)
        if found:
            yield member.id, recusal_reason(found[0], parties[found[0]])
