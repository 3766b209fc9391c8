"""What minutes tell of a correction: which answers it moved, and what it replaced."""

from dataclasses import dataclass

from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.records.ballots import Correction
from alize_desktop.models.records.people import Member


@dataclass(frozen=True, slots=True)
class MovedVote:
    """An answer of a named ballot that was put right.

    Attributes:
        before: As it was proclaimed; None for no answer.
        after: The right one; None when it is no longer counted.
    """

    member: Member
    before: VoteChoice | None
    after: VoteChoice | None


@dataclass(frozen=True, slots=True)
class MinutesCorrection(Correction):
    """A correction with what it moved.

    Attributes:
        by_casting_vote: Whether a casting vote had made the result it replaced.
        moved: Answers put right, by seat; empty in a ballot without names.
    """

    by_casting_vote: bool = False
    moved: tuple[MovedVote, ...] = ()
