"""What a tie becomes: rejected, deferred, or decided by the presiding member.

A presiding member who voted for or against decides by that vote; one who
abstained is asked, and may decline. One who takes no part has no casting vote.
"""

from dataclasses import dataclass, replace
from typing import Final

from alize_desktop.models.enums import BallotOutcome, VoteChoice

_BY_CHOICE: Final = {
    VoteChoice.FOR: BallotOutcome.ADOPTED,
    VoteChoice.AGAINST: BallotOutcome.REJECTED,
}


@dataclass(frozen=True, slots=True)
class TieBreak:
    """Who decides a tie, and what was said so far.

    Attributes:
        applies: Whether the presiding member has a casting vote on this ballot.
        choice: What the presiding member voted; None while not known.
        declared: Casting vote given when asked; any other answer than for or
            against declines it. None while not given.
        otherwise: Outcome of a tie nobody decides: ``REJECTED``, or ``TIE`` when
            the rules defer.
    """

    applies: bool = False
    choice: VoteChoice | None = None
    declared: VoteChoice | None = None
    otherwise: BallotOutcome = BallotOutcome.REJECTED

    @property
    def is_open(self) -> bool:
        """Whether the presiding member is still to be asked."""
        asked = self.choice in (None, VoteChoice.ABSTENTION)
        return self.applies and asked and self.declared is None

    @property
    def decides(self) -> bool:
        """Whether the presiding member's word decides."""
        return self.applies and self._word in _BY_CHOICE

    @property
    def is_declined(self) -> bool:
        """Whether the presiding member was asked and left the tie as it was."""
        asked = self.choice in (None, VoteChoice.ABSTENTION)
        return self.applies and asked and self.declared is not None and not self.decides

    @property
    def outcome(self) -> BallotOutcome:
        """What a tie becomes with what was said so far."""
        if self.is_open:
            return BallotOutcome.TIE
        if not self.applies or self._word is None:
            return self.otherwise
        return _BY_CHOICE.get(self._word, self.otherwise)

    def if_voted(self, choice: VoteChoice) -> "TieBreak":
        """Return the same, had the presiding member voted ``choice`` if not yet known."""
        return self if self.choice is not None else replace(self, choice=choice)

    @property
    def _word(self) -> VoteChoice | None:
        """The vote, or the casting vote of one who abstained."""
        if self.choice in (None, VoteChoice.ABSTENTION):
            return self.declared
        return self.choice


NO_CASTING_VOTE: Final = TieBreak()
