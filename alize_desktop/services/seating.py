"""The seats of a committee as the rules take them, worked out once for a meeting.

Who votes is worked out again for every movement and every dossier; who has a seat
is the same all evening.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from alize_desktop.models.records.people import Member
from alize_desktop.rules.roll import Seat
from alize_desktop.rules.voices import tidy


@dataclass(frozen=True, slots=True)
class Seating:
    """Who has a seat, and who may sit on it.

    Attributes:
        holders: Full members with a seat.
        seats: Their seats, in the same order.
        alternates: Who may sit for a full member, by that member.
        texts: Identifier of every member as the rules name it.
        names: How a person reads it.
    """

    holders: tuple[Member, ...]
    seats: tuple[Seat, ...]
    alternates: Mapping[UUID, Member]
    texts: Mapping[UUID, str]
    names: Mapping[str, str]


def seating_of(members: tuple[Member, ...]) -> Seating:
    """Return the seats of members. Of two alternates of a seat, the first one sits."""
    texts = {each.id: str(each.id) for each in members}
    alternates: dict[UUID, Member] = {}
    for each in members:
        if each.alternate_of_id is not None:
            alternates.setdefault(each.alternate_of_id, each)
    holders = tuple(each for each in members if each.has_seat)
    return Seating(
        holders=holders,
        seats=tuple(_seat(each, alternates.get(each.id), texts) for each in holders),
        alternates=alternates,
        texts=texts,
        names={texts[each.id]: each.sheet.full_name for each in members},
    )


def _seat(member: Member, alternate: Member | None, texts: Mapping[UUID, str]) -> Seat:
    return Seat(
        id=texts[member.id],
        college=member.sheet.college.value,
        weight=tidy(Fraction(member.sheet.weight)),
        alternate=texts[alternate.id] if alternate else None,
    )
