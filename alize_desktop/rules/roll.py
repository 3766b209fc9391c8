"""Who sits on the committee and who is there: the inputs of every meeting rule.

A seat is a full member with an optional alternate and counts once. Members are
named by any text that identifies them; ``names`` says how a person reads them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.models.values import Voices


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat with a deliberative vote.

    Attributes:
        id: The full member.
        college: Value of ``MemberCollege``, or a name the committee gave.
        weight: Voices of the seat, > 0.
        alternate: Who sits when the full member is absent.
        vacant: Whether the seat is empty or on a recorded leave: not in office.
    """

    id: str
    college: str | None = None
    weight: Voices = 1
    alternate: str | None = None
    vacant: bool = False


@dataclass(frozen=True, slots=True)
class Proxy:
    """A written proxy: ``giver`` votes through ``holder``."""

    giver: str
    holder: str


@dataclass(frozen=True, slots=True)
class Roll:
    """Seats, attendance, proxies and recusals at one instant, for one dossier.

    Attributes:
        seats: Every seat of the committee, vacant ones included.
        present: Full members and alternates in the room.
        remote: Full members and alternates who take part from afar.
        proxies: Proxies on record, whether they stand or are suspended.
        recused: Full members and alternates recused from the dossier.
        names: How a person reads a member; the identifier itself by default.
    """

    seats: tuple[Seat, ...]
    present: frozenset[str] = frozenset()
    remote: frozenset[str] = frozenset()
    proxies: tuple[Proxy, ...] = ()
    recused: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, member: str) -> str:
        """Return how a person reads ``member``."""
        return self.names.get(member, member)

    def is_there(self, member: str, rules: CommitteeRules) -> bool:
        """Return whether ``member`` is present, remotely if the rules allow it."""
        return member in self.present or (rules.remote_counts and member in self.remote)

    def sitter(self, seat: Seat, rules: CommitteeRules) -> str | None:
        """Return who sits on ``seat``: full member, else alternate, else None."""
        if seat.vacant:
            return None
        for member in (seat.id, seat.alternate):
            if member is not None and self.is_there(member, rules):
                return member
        return None

    def is_recused(self, seat: Seat, rules: CommitteeRules) -> bool:
        """Return whether whoever answers for ``seat`` is recused.

        A recusal is personal: an alternate who sits for an absent recused member
        votes, one who is recused does not.
        """
        return (self.sitter(seat, rules) or seat.id) in self.recused


def check_roll(roll: Roll, rules: CommitteeRules) -> None:
    """Refuse a roll that contradicts itself or the rules on proxies.

    Raises:
        UserError: ``MEMBER_TWICE``, ``MEMBER_UNKNOWN``, ``MEMBER_NOT_VOTING`` (a
            proxy of or to a vacant seat), ``WEIGHT_NOT_POSITIVE``,
            ``PROXY_TO_ONESELF``, ``PROXY_CHAIN``, ``PROXY_GIVEN_TWICE``,
            ``PROXY_TOO_MANY``, ``PROXY_OTHER_COLLEGE``.

    Source:
        Règles du comité, section 2: proxies per holder, no proxy to oneself, no
        chain, same college.
    """
    people = [seat.id for seat in roll.seats]
    people += [seat.alternate for seat in roll.seats if seat.alternate is not None]
    twice = _repeated(people)
    if twice is not None:
        raise UserError(ErrorCode.MEMBER_TWICE, member=roll.name(twice))
    for seat in roll.seats:
        if seat.weight <= 0:
            raise UserError(
                ErrorCode.WEIGHT_NOT_POSITIVE, member=roll.name(seat.id), weight=seat.weight
            )
    known = frozenset(people)
    for member in sorted((roll.present | roll.remote | roll.recused) - known):
        raise UserError(ErrorCode.MEMBER_UNKNOWN, member=roll.name(member))
    _check_proxies(roll, rules)


def seat_of(roll: Roll, member: str) -> Seat:
    """Return the seat of a full member or alternate.

    Raises:
        UserError: ``MEMBER_UNKNOWN``.
    """
    for seat in roll.seats:
        if member in (seat.id, seat.alternate):
            return seat
    raise UserError(ErrorCode.MEMBER_UNKNOWN, member=roll.name(member))


def _check_proxies(roll: Roll, rules: CommitteeRules) -> None:
    givers = {proxy.giver for proxy in roll.proxies}
    for proxy in roll.proxies:
        _check_proxy(roll, proxy, rules)
        if proxy.holder in givers:
            raise UserError(
                ErrorCode.PROXY_CHAIN,
                giver=roll.name(proxy.giver),
                holder=roll.name(proxy.holder),
            )
    twice = _repeated(proxy.giver for proxy in roll.proxies)
    if twice is not None:
        raise UserError(ErrorCode.PROXY_GIVEN_TWICE, giver=roll.name(twice))
    for holder, held in Counter(proxy.holder for proxy in roll.proxies).items():
        if held > rules.proxies_per_holder:
            raise UserError(
                ErrorCode.PROXY_TOO_MANY,
                holder=roll.name(holder),
                held=held,
                most=rules.proxies_per_holder,
            )


def _check_proxy(roll: Roll, proxy: Proxy, rules: CommitteeRules) -> None:
    if proxy.giver == proxy.holder:
        raise UserError(ErrorCode.PROXY_TO_ONESELF, member=roll.name(proxy.giver))
    giver, holder = seat_of(roll, proxy.giver), seat_of(roll, proxy.holder)
    for member, seat in ((proxy.giver, giver), (proxy.holder, holder)):
        if seat.vacant or (member == proxy.giver and member == giver.alternate):
            raise UserError(ErrorCode.MEMBER_NOT_VOTING, member=roll.name(member))
    if rules.proxies_same_college and giver.college != holder.college:
        raise UserError(
            ErrorCode.PROXY_OTHER_COLLEGE,
            giver=roll.name(proxy.giver),
            holder=roll.name(proxy.holder),
        )


def _repeated(members: Iterable[str]) -> str | None:
    for member, times in Counter(members).items():
        if times > 1:
            return member
    return None
