"""From a meeting's attendance to the roll that the rules reckon with."""

from fractions import Fraction
from uuid import UUID

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import AttendanceKind, MemberOffice
from alize_desktop.models.records.ballots import QuorumResult
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.people import Member
from alize_desktop.rules.electorate import Electorate, Voter, electorate
from alize_desktop.rules.quorum import quorum
from alize_desktop.rules.roll import Proxy, Roll, Seat
from alize_desktop.rules.voices import tidy
from alize_desktop.services.held_meeting import HeldMeeting
from alize_desktop.services.stored_ballot import HeldBallot
from alize_desktop.wording.labels import college_label
from alize_desktop.wording.names import list_text
from alize_desktop.wording.results import quorum_sentence


def electorate_of(held: HeldMeeting, item_id: UUID | None = None) -> Electorate:
    """Return who votes on one item, or in the meeting when nobody is recused.

    What names somebody who has lost the seat since is left out.

    Raises:
        UserError: The attendance contradicts the rules (see ``rules.roll.check_roll``).
    """
    seating = held.seating
    texts, known = seating.texts, {each.id for each in seating.holders}
    known |= {each.id for owner, each in seating.alternates.items() if owner in known}
    sitters = (_sitter(held, each, seating.alternates.get(each.id)) for each in seating.holders)
    remote = (
        texts[each.id]
        for each in seating.holders
        if held.kind_of(each.id) is AttendanceKind.REMOTE and not held.is_written
    )
    recused = held.recusals.get(item_id, ()) if item_id else ()
    roll = Roll(
        seats=seating.seats,
        present=frozenset(texts[each.id] for each in sitters if each is not None),
        remote=frozenset(remote),
        proxies=tuple(
            Proxy(texts[each.id], texts[proxy.holder_id])
            for each in seating.holders
            if (proxy := held.proxies.get(each.id)) is not None and proxy.holder_id in known
        ),
        recused=frozenset(texts[each.member_id] for each in recused if each.member_id in known),
        names=seating.names,
    )
    return electorate(roll, held.rules)


def frozen_electorate(held: HeldMeeting, _item_id: UUID, ballot: HeldBallot) -> Electorate:
    """Return the electorate of a ballot as it was frozen at its opening.

    Nothing of it is read from the members of today. The seats in office are not
    told apart: one stands for them all, with their voices.
    """
    voters = tuple(
        Voter(
            seat=Seat(str(each.member_id), weight=tidy(Fraction(each.weight))),
            member=str(each.member_id),
            holder=str(each.holder_id) if each.holder_id else None,
        )
        for each in ballot.voters
    )
    recused = tuple(Seat(str(each.member_id)) for each in ballot.recused)
    return Electorate(
        roll=Roll(
            seats=(*(each.seat for each in voters), *recused),
            present=frozenset(each.member for each in voters if each.holder is None),
            recused=frozenset(each.id for each in recused),
            names={str(each.id): each.sheet.full_name for each in held.members},
        ),
        voters=voters,
        halted=(),
        in_office=(Seat("", weight=tidy(Fraction(ballot.voices_in_office))),),
        recused=recused,
    )


def presiding_of(held: HeldMeeting, who: Electorate) -> Member | None:
    """Return who presides a dossier: a presiding member who is recused hands it on.

    The first vice-chair who votes in person takes it; None when nobody may.
    """
    named = held.presiding
    handed = [each for each in held.members if each.sheet.office is MemberOffice.VICE_CHAIR]
    in_person = {each.member for each in who.in_person}
    candidates = ([named] if named else []) + handed
    return next((each for each in candidates if str(each.id) in in_person), None)


def quorum_result(held: HeldMeeting, who: Electorate, *, is_carried_over: bool) -> QuorumResult:
    """Return the quorum of an electorate.

    Args:
        held: The meeting.
        who: Who votes.
        is_carried_over: Whether it is about what a second notice brings back, which
            waives the quorum; never about a new point.
    """
    return quorum(who, held.rules, second_notice=held.is_second_notice and is_carried_over)


def quorum_state(
    held: HeldMeeting, who: Electorate, *, is_carried_over: bool = False
) -> QuorumState:
    """Return the quorum of an electorate with its sentence."""
    return _state(quorum_result(held, who, is_carried_over=is_carried_over))


def check_quorum(found: QuorumResult, dossier: str = "") -> None:
    """Refuse to go on without the quorum.

    Args:
        found: The quorum.
        dossier: Number of the dossier it is about; empty for the meeting.

    Raises:
        UserError: ``QUORUM_NOT_REACHED``.
    """
    if not found.reached:
        raise UserError(
            ErrorCode.QUORUM_NOT_REACHED,
            counted=found.counted,
            required=found.required,
            colleges=list_text([college_label(each) for each in found.missing_colleges]),
            dossier=dossier,
        )


def frozen_quorum(ballot: HeldBallot) -> QuorumState:
    """Return the quorum of a dossier as it was when its ballot opened."""
    present = sum(each.holder_id is None for each in ballot.voters)
    return _state(
        QuorumResult(
            in_office=ballot.in_office,
            required=ballot.quorum_required,
            present=present,
            represented=ballot.quorum_counted - present,
            counted=ballot.quorum_counted,
            recused=ballot.quorum_recused,
            reached=True,
        )
    )


def _state(result: QuorumResult) -> QuorumState:
    return QuorumState(
        in_office=result.in_office,
        required=result.required,
        counted=result.counted,
        is_reached=result.reached,
        sentence=quorum_sentence(result),
    )


def _sitter(held: HeldMeeting, member: Member, alternate: Member | None) -> Member | None:
    """Return who sits in the room on a seat: the full member, or the alternate."""
    match held.kind_of(member.id):
        case AttendanceKind.PRESENT:
            return member
        case AttendanceKind.REMOTE if held.is_written:  # an answer in writing always counts
            return member
        case AttendanceKind.SUBSTITUTED:
            return alternate
        case _:
            return None
