"""What an arrival, a departure or a proxy changes in the room."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from alize_desktop.models.enums import AttendanceKind
from alize_desktop.models.records.committee import QuorumState
from alize_desktop.models.records.people import Member


class ProxyTurn(StrEnum):
    """What becomes of a proxy on record when somebody moves."""

    SUSPENDED = "suspended"
    RESUMED = "resumed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class ProxyChange:
    """A proxy that a movement suspends, brings back or ends."""

    giver: Member
    holder: Member
    turn: ProxyTurn


@dataclass(frozen=True, slots=True)
class Move:
    """One attendance event, with all that it changes.

    Attributes:
        kind: What was said.
        before: Where the member stood, None before the roll reached the member.
        hour: On the wall clock of the programme.
        holder: Who holds the proxy that it is about.
        alternate: Who sits, or sat, for the member.
        document: How a written proxy was received.
        proxies: Proxies that it changes.
        presiding: Who presides from then on, when that changes.
        quorum: The quorum that follows.
        is_written: Whether members answer in writing.
    """

    member: Member
    kind: AttendanceKind
    before: AttendanceKind | None
    hour: time
    holder: Member | None
    alternate: Member | None
    document: str
    proxies: tuple[ProxyChange, ...]
    presiding: Member | None
    quorum: QuorumState
    is_written: bool = False
