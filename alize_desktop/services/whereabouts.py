"""Where members stand, told by the events of the attendance ledger in their order.

A proxy stays on record apart from presence: the giver who walks in suspends it and
brings it back by leaving, a holder who leaves suspends it too. Whether it votes is
for the rules to say; what ends it is the giver excused or absent, or its revocation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from alize_desktop.models.enums import AttendanceKind

RECUSALS: Final = (
    AttendanceKind.RECUSED,
    AttendanceKind.RECUSAL_LIFTED,
    AttendanceKind.RECUSAL_SET_ASIDE,
)
"""What is said of one agenda item."""

PROXY_NOTES: Final = (AttendanceKind.PROXY_REVOKED, AttendanceKind.PROXY_DOCUMENTED)
"""What is said of a proxy on record."""

AWAY: Final = (AttendanceKind.EXCUSED, AttendanceKind.ABSENT)
"""What ends the proxy of who said it."""

SITTING: Final = (AttendanceKind.PRESENT, AttendanceKind.REMOTE, AttendanceKind.SUBSTITUTED)
"""Somebody answers for the seat in person."""


@dataclass(frozen=True, slots=True)
class AttendanceEvent:
    """One thing said of one member.

    Attributes:
        holder_id: Who holds the proxy, of REPRESENTED only.
        item_id: Agenda item of a recusal.
        reason: Of a recusal; how the written proxy was received.
    """

    member_id: UUID
    kind: AttendanceKind
    at: datetime
    holder_id: UUID | None = None
    item_id: UUID | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Recusal:
    """A recusal that holds on one agenda item."""

    member_id: UUID
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Presence:
    """Where one member stands.

    Attributes:
        kind: PRESENT, REMOTE, SUBSTITUTED, EXCUSED, ABSENT, REPRESENTED or DEPARTED.
        at: When it was said.
    """

    kind: AttendanceKind
    at: datetime


@dataclass(frozen=True, slots=True)
class GivenProxy:
    """A proxy on record, whether it votes or is suspended.

    Attributes:
        document: How the written proxy was received; empty while it was not.
    """

    holder_id: UUID
    document: str = ""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where everybody stands after some events.

    Attributes:
        presences: By member, for those the roll has reached.
        proxies: On record, by giver.
        recusals: Those that hold, by agenda item.
        set_aside: Who answered « non » to a proposed recusal, by agenda item.
        events: The events themselves, in their order.
    """

    presences: Mapping[UUID, Presence] = field(default_factory=dict)
    proxies: Mapping[UUID, GivenProxy] = field(default_factory=dict)
    recusals: Mapping[UUID, tuple[Recusal, ...]] = field(default_factory=dict)
    set_aside: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)
    events: tuple[AttendanceEvent, ...] = ()

    def after(self, event: AttendanceEvent) -> "Whereabouts":
        """Return where everybody stands once an event was added."""
        told = replace(self, events=(*self.events, event))
        if event.item_id is not None:
            return told._with_recusal(event, event.item_id)  # noqa: SLF001 - the same class
        kind, proxies = event.kind, dict(self.proxies)
        match event.kind:
            case AttendanceKind.PROXY_DOCUMENTED:
                proxies[event.member_id] = replace(proxies[event.member_id], document=event.reason)
                return replace(told, proxies=proxies)
            case AttendanceKind.PROXY_REVOKED:
                del proxies[event.member_id]
                if self.presences[event.member_id].kind is not AttendanceKind.REPRESENTED:
                    return replace(told, proxies=proxies)
                kind = AttendanceKind.ABSENT
            case AttendanceKind.REPRESENTED if event.holder_id is not None:
                proxies[event.member_id] = GivenProxy(event.holder_id, event.reason)
            case AttendanceKind.DEPARTED if event.member_id in proxies:
                kind = AttendanceKind.REPRESENTED
            case AttendanceKind.EXCUSED | AttendanceKind.ABSENT:
                proxies.pop(event.member_id, None)
        presences = {**self.presences, event.member_id: Presence(kind, event.at)}
        return replace(told, presences=presences, proxies=proxies)

    def _with_recusal(self, event: AttendanceEvent, item_id: UUID) -> "Whereabouts":
        held = tuple(
            each for each in self.recusals.get(item_id, ()) if each.member_id != event.member_id
        )
        aside = self.set_aside.get(item_id, frozenset()) - {event.member_id}
        if event.kind is AttendanceKind.RECUSED:
            held = (*held, Recusal(event.member_id, event.reason, event.at))
        elif event.kind is AttendanceKind.RECUSAL_SET_ASIDE:
            aside |= {event.member_id}
        return replace(
            self,
            recusals={**self.recusals, item_id: held},
            set_aside={**self.set_aside, item_id: aside},
        )


def replay(events: Iterable[AttendanceEvent]) -> Whereabouts:
    """Return where everybody stands, from events in their order."""
    found = Whereabouts()
    for each in events:
        found = found.after(each)
    return found
