"""What a service answers besides records: what changed, and how far a long work is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

Clock = Callable[[], datetime]
"""Returns the present instant, aware, in UTC. Injected everywhere time is needed."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Identifiers of what one user action changed.

    Attributes:
        dossiers: Dossiers changed.
        meetings: Meetings changed.
        people: Whether members or partners changed.
        programme: Whether the programme's own settings changed.
        rules: Whether the committee's rules of procedure changed.
        money: Whether the fund, the rates or the rules of the money changed.
        results: Whether what partners offer, missions, jobs or their rules changed.
    """

    dossiers: frozenset[UUID] = field(default_factory=frozenset)
    meetings: frozenset[UUID] = field(default_factory=frozenset)
    people: bool = False
    programme: bool = False
    rules: bool = False
    money: bool = False
    results: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a long work.

    Attributes:
        done: Steps done, >= 0.
        total: Steps in all, >= 1.
        what: The step just done, in French.
    """

    done: int
    total: int
    what: str
