"""From a meeting's attendance to the roll that the rules reckon with."""

from dataclasses import replace
from fractions import Fraction
from uuid import UUID

from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.meetings import QuorumState
from alize_desktop.models.records.people import Member
from alize_desktop.rules.electorate import Electorate, Voter, electorate
from alize_desktop.rules.quorum import quorum
from alize_desktop.rules.roll import Proxy, Roll, Seat
from alize_desktop.rules.voices import tidy
from alize_desktop.services.meeting_reading import HeldMeeting
from alize_desktop.services.stored_ballot import FrozenVoter
from alize_desktop.wording.results import quorum_sentence


def electorate_of(held: HeldMeeting, item_id: UUID | None = None) -> Electorate:
    """Return who votes on one item, or in the meeting when nobody is recused.

    Raises:
        UserError: The attendance contradicts the rules (see ``rules.roll.check_roll``).
    """
    seats = [each for each in held.members if each.has_seat]
    recused = held.recusals.get(item_id, ()) if item_id else ()
    there = {kind: [each for each in seats if _kind(held, each) is kind] for kind in AttendanceKind}
    sitting = frozenset(str(each.id) for each in there[AttendanceKind.PRESENT])
    substituted = frozenset(
        str(alternate.id)
        for each in there[AttendanceKind.SUBSTITUTED]
        if (alternate := alternate_of(held, each)) is not None
    )
    proxies = tuple(
        Proxy(str(each.id), str(held.presences[each.id].holder_id))
        for each in there[AttendanceKind.REPRESENTED]
    )
    roll = Roll(
        seats=tuple(_seat(held, each) for each in seats),
        present=sitting | substituted,
        remote=frozenset(str(each.id) for each in there[AttendanceKind.REMOTE]),
        proxies=proxies,
        recused=frozenset(str(each.member_id) for each in recused),
        names={str(each.id): each.sheet.full_name for each in held.members},
    )
    return electorate(roll, held.rules)


def frozen_electorate(
    held: HeldMeeting, item_id: UUID, voters: tuple[FrozenVoter, ...]
) -> Electorate:
    """Return the electorate of a ballot as it was frozen at its opening."""
    return replace(
        electorate_of(held, item_id),
        voters=tuple(
            Voter(
                seat=Seat(str(each.member_id), weight=tidy(Fraction(each.weight))),
                member=str(each.member_id),
                holder=str(each.holder_id) if each.holder_id else None,
            )
            for each in voters
        ),
    )


def quorum_state(held: HeldMeeting, who: Electorate) -> QuorumState:
    """Return the quorum of an electorate with its sentence."""
    result = quorum(who, held.rules)
    return QuorumState(
        in_office=result.in_office,
        required=result.required,
        counted=result.counted,
        is_reached=result.reached,
        sentence=quorum_sentence(result),
    )


def alternate_of(held: HeldMeeting, member: Member) -> Member | None:
    """Return who may sit for a full member, None when nobody may."""
    return next((each for each in held.members if each.alternate_of_id == member.id), None)


def _kind(held: HeldMeeting, member: Member) -> AttendanceKind | None:
    presence = held.presences.get(member.id)
    return presence.kind if presence else None


def _seat(held: HeldMeeting, member: Member) -> Seat:
    alternate = alternate_of(held, member)
    return Seat(
        id=str(member.id),
        college=member.sheet.college.value,
        weight=tidy(Fraction(member.sheet.weight)),
        alternate=str(alternate.id) if alternate else None,
    )
