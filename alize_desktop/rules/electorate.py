"""Who may vote on a dossier, and with whose voice.

Voters are the present members who are not recused, and the givers of proxies
whose holder is one of them. An absent holder suspends the proxy, and so does the
giver who walks in; a recused holder drops both votes, a recused giver only its
own.
"""

from dataclasses import dataclass
from enum import StrEnum

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.values import Voices
from alize_desktop.rules.roll import Proxy, Roll, Seat, check_roll, seat_of
from alize_desktop.rules.voices import tidy


class ProxyHalt(StrEnum):
    """Why a proxy on record does not vote."""

    GIVER_PRESENT = "giver_present"
    HOLDER_ABSENT = "holder_absent"
    GIVER_RECUSED = "giver_recused"
    HOLDER_RECUSED = "holder_recused"


@dataclass(frozen=True, slots=True)
class Voter:
    """One head with a vote.

    Attributes:
        seat: The seat that votes.
        member: Who the vote is recorded for: the sitter, or the absent giver.
        holder: Who answers by proxy; None in person.
    """

    seat: Seat
    member: str
    holder: str | None = None

    @property
    def weight(self) -> Voices:
        """Voices of the seat."""
        return self.seat.weight


@dataclass(frozen=True, slots=True)
class HaltedProxy:
    """A proxy on record that does not vote, and why."""

    proxy: Proxy
    why: ProxyHalt

    @property
    def suspended(self) -> bool:
        """Whether it is suspended (by who came or left), not dropped by a recusal."""
        return self.why in (ProxyHalt.GIVER_PRESENT, ProxyHalt.HOLDER_ABSENT)


@dataclass(frozen=True, slots=True)
class Electorate:
    """Who votes on one dossier.

    Attributes:
        roll: What it was worked out from.
        voters: In the order of the seats.
        halted: Proxies that do not vote, in the order they were given.
        in_office: Seats in office: every seat that is not vacant.
        recused: Seats in office whose member is recused.
    """

    roll: Roll
    voters: tuple[Voter, ...]
    halted: tuple[HaltedProxy, ...]
    in_office: tuple[Seat, ...]
    recused: tuple[Seat, ...]

    @property
    def suspended(self) -> tuple[str, ...]:
        """Givers whose proxy is suspended."""
        return tuple(each.proxy.giver for each in self.halted if each.suspended)

    @property
    def in_person(self) -> tuple[Voter, ...]:
        """Voters who answer themselves."""
        return tuple(voter for voter in self.voters if voter.holder is None)

    @property
    def represented(self) -> tuple[Voter, ...]:
        """Voters who answer through a holder."""
        return tuple(voter for voter in self.voters if voter.holder is not None)

    @property
    def voices(self) -> Voices:
        """Voices of all voters."""
        return tidy(sum((voter.weight for voter in self.voters), start=0))

    @property
    def voices_in_office(self) -> Voices:
        """Voices of all seats in office."""
        return tidy(sum((seat.weight for seat in self.in_office), start=0))

    def voter(self, member: str) -> Voter | None:
        """Return the voter recorded under ``member``, or None."""
        return next((voter for voter in self.voters if voter.member == member), None)


def electorate(roll: Roll, rules: CommitteeRules) -> Electorate:
    """Return who votes on a dossier.

    Args:
        roll: Seats, attendance, proxies and recusals of that dossier.
        rules: Rules of the committee.

    Raises:
        UserError: The roll contradicts itself or the rules (see ``check_roll``).

    Source:
        Règles du comité, sections 1 and 2: voters of a dossier.
    """
    check_roll(roll, rules)
    halts = {proxy: _halt(roll, proxy, rules) for proxy in roll.proxies}
    holders = {proxy.giver: proxy.holder for proxy, why in halts.items() if why is None}
    in_office = tuple(seat for seat in roll.seats if not seat.vacant)
    voters = []
    for seat in in_office:
        sitter = roll.sitter(seat, rules)
        if sitter is not None and sitter not in roll.recused:
            voters.append(Voter(seat, sitter))
        elif sitter is None and seat.id in holders:
            voters.append(Voter(seat, seat.id, holders[seat.id]))
    return Electorate(
        roll=roll,
        voters=tuple(voters),
        halted=tuple(HaltedProxy(each, why) for each, why in halts.items() if why is not None),
        in_office=in_office,
        recused=tuple(seat for seat in in_office if roll.is_recused(seat, rules)),
    )


def check_may_vote(who: Electorate, member: str, rules: CommitteeRules) -> Voter:
    """Return the voter recorded under ``member``.

    Raises:
        UserError: ``MEMBER_UNKNOWN``; ``MEMBER_NOT_VOTING`` (vacant seat, or an
            alternate who does not sit); ``MEMBER_RECUSED``, also when the holder
            of the member's proxy is; ``PROXY_HOLDER_ABSENT``; ``MEMBER_REMOTE``
            when the rules count nobody from afar; ``MEMBER_ABSENT``.

    Source:
        Règles du comité, section 2: a vote for somebody who is recused, absent
        without proxy, or has no vote is refused, with the rule named.
    """
    voter = who.voter(member)
    if voter is not None:
        return voter
    seat = seat_of(who.roll, member)
    raise _refusal(who, seat, member, rules)


def _refusal(who: Electorate, seat: Seat, member: str, rules: CommitteeRules) -> UserError:
    roll = who.roll
    name = roll.name(member)
    if member in roll.recused:
        return UserError(ErrorCode.MEMBER_RECUSED, member=name)
    sits = roll.sitter(seat, rules)
    if seat.vacant or (member == seat.alternate and sits is not None):
        return UserError(ErrorCode.MEMBER_NOT_VOTING, member=name)
    for each in who.halted:
        if each.proxy.giver == member and sits is None:
            holder = roll.name(each.proxy.holder)
            if each.why is ProxyHalt.HOLDER_RECUSED:
                return UserError(ErrorCode.MEMBER_RECUSED, member=holder)
            return UserError(ErrorCode.PROXY_HOLDER_ABSENT, giver=name, holder=holder)
    if member in roll.remote and sits is None:  # the rules count nobody from afar
        return UserError(ErrorCode.MEMBER_REMOTE, member=name)
    return UserError(ErrorCode.MEMBER_ABSENT, member=name)


def _halt(roll: Roll, proxy: Proxy, rules: CommitteeRules) -> ProxyHalt | None:
    giver, holder = seat_of(roll, proxy.giver), seat_of(roll, proxy.holder)
    if roll.sitter(giver, rules) is not None:
        return ProxyHalt.GIVER_PRESENT
    if roll.sitter(holder, rules) != proxy.holder:
        return ProxyHalt.HOLDER_ABSENT
    if proxy.giver in roll.recused:
        return ProxyHalt.GIVER_RECUSED
    if proxy.holder in roll.recused:
        return ProxyHalt.HOLDER_RECUSED
    return None
