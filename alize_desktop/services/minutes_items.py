"""What minutes tell of each dossier: recusals, every ballot, what was decided."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from alize_desktop.models.enums import AttendanceKind, BallotForm, ItemKind, MeetingState
from alize_desktop.models.records.decisions import Decision
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.records.meetings import AgendaLine
from alize_desktop.models.records.minutes_parts import (
    MinutesBallot,
    MinutesItem,
    MinutesPlace,
    MinutesRecusal,
    MinutesVote,
    RecusalStage,
)
from alize_desktop.models.records.people import Member
from alize_desktop.models.records.state_aid import AidWeighing
from alize_desktop.rules.decisions import APPROVALS
from alize_desktop.services import decision_records, frozen
from alize_desktop.services.advance_terms import schedule_on
from alize_desktop.services.ballot_results import ballot_state, motion_of
from alize_desktop.services.company_aid import AidAsked, weighings
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.minutes_corrections import corrections_of
from alize_desktop.services.minutes_frozen import Seal, partners_then, sheets_then
from alize_desktop.services.roll import frozen_electorate, frozen_quorum
from alize_desktop.services.stored_ballot import HeldBallot, ballots_of
from alize_desktop.services.whereabouts import replay


def items_of(
    session: Session, held: HeldMeeting, agenda: Sequence[AgendaLine], seal: Seal
) -> tuple[MinutesItem, ...]:
    """Return the dossiers in the order in which they were taken.

    Those decided, as the committee saw them; the others, as they stood at the closing.
    """
    dossiers = [each for each in agenda if each.kind is ItemKind.DOSSIER]
    ids = [each.dossier for each in dossiers]
    seen, then = frozen.sheets_of(session, ids), sheets_then(session, ids, seal)
    ballots = ballots_of(session, held.row.id)
    decisions = _decisions(session, held, seal)
    places, day = places_of(agenda), held.row.draft.held_on
    sheets = {each.id: seen.get(each.id, then[each.dossier]) for each in dossiers}
    aids = _aids(session, held, dossiers, sheets, decisions)
    items = []
    for line in dossiers:
        sheet = sheets[line.id]
        of_item, decision = ballots.get(line.id, ()), decisions.get(line.id)
        items.append(
            MinutesItem(
                place=places[line.id],
                number=sheet.number,
                sheet=sheet,
                recused=tuple(_recusals(held, line.id, of_item)),
                ballots=tuple(_ballots(session, held, of_item)),
                decision=decision,
                schedule=schedule_on(decision, day),
                aid=aids.get(line.dossier),
            )
        )
    return tuple(items)


def places_of(agenda: Sequence[AgendaLine]) -> Mapping[UUID, MinutesPlace]:
    """Return where each point stands; one taken after a point that follows it was moved.

    Args:
        agenda: In the order in which points are taken.
    """
    places, highest = {}, 0
    for line in agenda:
        places[line.id] = MinutesPlace(
            position=line.position,
            turn=line.turn,
            is_late=line.is_late,
            is_moved=line.position < highest,
            is_carried_over=line.is_carried_over,
            item_id=line.id,
        )
        highest = max(highest, line.position)
    return places


def _aids(
    session: Session,
    held: HeldMeeting,
    dossiers: Sequence[AgendaLine],
    sheets: Mapping[UUID, DossierSheet],
    decisions: Mapping[UUID, Decision],
) -> dict[UUID, AidWeighing]:
    """Return the State aid of each approval, as it was known at the closing."""
    day = held.row.draft.held_on
    asked = [
        AidAsked(
            dossier_id=each.dossier,
            siren=sheets[each.id].company.siren,
            day=day,
            decision_id=decisions[each.id].id,
            declared=sheets[each.id].financing.past_de_minimis,
            rows=schedule_on(decisions[each.id], day),
            days=decisions[each.id].draft.days,
        )
        for each in dossiers
        if each.id in decisions and decisions[each.id].draft.outcome in APPROVALS
    ]
    is_over = held.row.state in (MeetingState.CLOSED, MeetingState.APPROVED)
    return weighings(session, asked, held.closed_at if is_over else None)


def _ballots(
    session: Session, held: HeldMeeting, ballots: Sequence[HeldBallot]
) -> Iterator[MinutesBallot]:
    """Yield the ballots of a dossier; what is not proclaimed yet is not told."""
    order = {each.id: number for number, each in enumerate(ballots, start=1)}
    for each in ballots:
        told = MinutesBallot(
            form=each.form,
            presiding=held.member(each.presiding_member_id),
            quorum=frozen_quorum(each),
            opened_at=each.opened_at,
            closed_at=each.closed_at,
            motion=motion_of(each),
            answers=order.get(each.answers_ballot_id, 0) if each.answers_ballot_id else 0,
        )
        if each.proclaimed_at is not None:
            told = replace(
                _proclaimed(held, each, told), corrections=corrections_of(session, held, each)
            )
        yield told


def _proclaimed(held: HeldMeeting, ballot: HeldBallot, told: MinutesBallot) -> MinutesBallot:
    shown = ballot_state(held, frozen_electorate(held, ballot.item_id, ballot), ballot)
    return replace(
        told,
        votes=tuple(_votes(held, ballot)),
        result=shown.result,
        sentence=shown.sentence,
        protocol=shown.protocol,
        must_be_reexamined=bool(shown.reexamination),
    )


def _votes(held: HeldMeeting, ballot: HeldBallot) -> Iterator[MinutesVote]:
    """Yield the answers of a named ballot by seat; no name of any other form."""
    if ballot.form is not BallotForm.NAMED:
        return
    voters = {each.member_id: each for each in ballot.voters}
    for member in held.members:
        voter = voters.get(member.id)
        if voter is not None and voter.choice is not None:
            holder = held.member(voter.holder_id) if voter.holder_id else None
            sheet = replace(member.sheet, weight=voter.weight)  # as it was in the ballot
            yield MinutesVote(replace(member, sheet=sheet), voter.choice, holder)


def _recusals(
    held: HeldMeeting, item_id: UUID, ballots: Sequence[HeldBallot]
) -> Iterator[MinutesRecusal]:
    """Yield the recusals of a dossier that hold, by their hours.

    One that was lifted held at no ballot: once proclaimed, it cannot be lifted.
    """
    for each in held.recusals.get(item_id, ()):
        recusal = MinutesRecusal(held.member(each.member_id), each.reason, each.at)
        givers = tuple(_givers(held, item_id, recusal, ballots))
        yield replace(recusal, stage=_stage(recusal, ballots), givers=givers)


def _givers(
    held: HeldMeeting, item_id: UUID, recusal: MinutesRecusal, ballots: Sequence[HeldBallot]
) -> Iterator[Member]:
    """Yield whose proxies fall with a recusal, as they stood at the last ballot it held in.

    None once the result is proclaimed: those proxies have voted.
    """
    holding = [each.opened_at for each in ballots if _holds_at(recusal, each)]
    if ballots and not holding:
        return
    moment = max([recusal.at, *holding])
    where = replay(each for each in held.where.events if each.at <= moment)
    recused = {each.member_id for each in where.recusals.get(item_id, ())}
    for member in held.members:
        given, presence = where.proxies.get(member.id), where.presences.get(member.id)
        is_held = given is not None and given.holder_id == recusal.member.id
        is_away = presence is not None and presence.kind is AttendanceKind.REPRESENTED
        if is_held and is_away and member.id not in recused:
            yield member


def _stage(recusal: MinutesRecusal, ballots: Sequence[HeldBallot]) -> RecusalStage:
    """Return when a recusal was declared, as to the ballots of its dossier."""
    for number, ballot in enumerate(ballots):
        if _holds_at(recusal, ballot):
            if recusal.at > ballot.opened_at:
                return RecusalStage.DURING
            return RecusalStage.AFTER if number else RecusalStage.BEFORE
    is_late = any(each.proclaimed_at is not None for each in ballots)
    return RecusalStage.AFTER if is_late else RecusalStage.BEFORE


def _holds_at(recusal: MinutesRecusal, ballot: HeldBallot) -> bool:
    return any(
        (each.member_id, each.at) == (recusal.member.id, recusal.at) for each in ballot.recused
    )


def _decisions(session: Session, held: HeldMeeting, seal: Seal) -> dict[UUID, Decision]:
    """Return the decisions by point, each with the name its partner had then."""
    found = decision_records.by_item(session, held.row.id)
    lenders = {each.draft.partner_id for each in found.values()} - {None}
    names = partners_then(session, [each for each in lenders if each], seal)
    return {
        item_id: replace(each, partner=names.get(each.draft.partner_id, each.partner))
        if each.draft.partner_id
        else each
        for item_id, each in found.items()
    }
