"""What a ballot and a quorum came to.

Voices and heads are told apart: a member may weigh 2.6 voices and is one head.
A ``BallotResult`` holds everything a proclaimed result says, so that screen,
room, minutes and workbook print the same figures from the same record.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from alize_desktop.models.enums import BallotOutcome
from alize_desktop.models.records.rules import Majority
from alize_desktop.models.values import Voices


@dataclass(frozen=True, slots=True)
class Counts:
    """Voices by answer, each >= 0 (checked by ``rules.tally``)."""

    votes_for: Voices
    votes_against: Voices
    abstentions: Voices = 0
    not_participating: Voices = 0

    @property
    def cast(self) -> Voices:
        """Votes cast: for and against."""
        return self.votes_for + self.votes_against

    @property
    def total(self) -> Voices:
        """Voices of everybody who answered."""
        return self.cast + self.abstentions + self.not_participating


@dataclass(frozen=True, slots=True)
class CountProtocol:
    """What was counted in a show of hands or a secret ballot, in voices.

    Attributes:
        counts: Voices by answer; blank papers of a secret ballot are abstentions.
        found: Papers found in the urn; None in a show of hands.
        blank: Blank papers, >= 0, counted as abstentions.
        void: Void papers, >= 0: they take no part.
        scrutineers: Two full names in a secret ballot; empty in a show of hands.
    """

    counts: Counts
    found: int | None = None
    blank: int = 0
    void: int = 0
    scrutineers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Motion:
    """What a ballot asks, when it is not the dossier as it was filed.

    Attributes:
        text: The question put to the vote; empty for the dossier itself.
        amount_minor: Advance proposed, in centimes; None when not about an amount.
        answers_ballot_id: Ballot it follows: the rejected proposal it replaces.
    """

    text: str = ""
    amount_minor: int | None = None
    answers_ballot_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction made after the proclamation.

    Attributes:
        reason: Why, in the words of who made it.
        before: Result sentence that it replaced.
    """

    at: datetime
    reason: str
    before: str


@dataclass(frozen=True, slots=True)
class Heads:
    """Members by answer, each >= 0, proxies counted as one each."""

    votes_for: int
    votes_against: int
    abstentions: int = 0
    not_participating: int = 0


@dataclass(frozen=True, slots=True)
class Percentages:
    """Parts of the base in percent, three decimals half up.

    ``None`` for a part that is not in the base, and for all of them when the
    base is 0.
    """

    votes_for: Decimal | None = None
    votes_against: Decimal | None = None
    abstentions: Decimal | None = None


NO_PERCENTAGES: Final = Percentages()


@dataclass(frozen=True, slots=True)
class BallotResult:
    """Everything a result says.

    Attributes:
        counts: Voices by answer.
        majority: What had to be reached.
        base: Voices the threshold was reckoned on, >= 0.
        needed: Voices for that adopt; None when the base is 0.
        outcome: What the counts say, the casting vote included.
        margin: Voices above ``needed`` when adopted (0 by casting vote), else None.
        missing: Voices below ``needed`` when not adopted, else None.
        percent: Parts of the base.
        certain: What no vote still to come can change: adopted, rejected or None.
        remaining: Voices that have not answered yet; 0 when complete.
        lacking: Further voices for after which adoption is certain; 0 when it is,
            None when it is complete or out of reach.
        voters: Voices entitled to vote, when known.
        heads: Members by answer, when known.
        by_casting_vote: Whether the presiding member's vote decided a tie.
        casting_vote_open: Whether a tie waits for the presiding member's word.
        casting_declined: Whether the presiding member was asked and left the tie.
    """

    counts: Counts
    majority: Majority
    base: Voices
    needed: Voices | None
    outcome: BallotOutcome
    margin: Voices | None = None
    missing: Voices | None = None
    percent: Percentages = NO_PERCENTAGES
    certain: BallotOutcome | None = None
    remaining: Voices = 0
    lacking: Voices | None = None
    voters: Voices | None = None
    heads: Heads | None = None
    by_casting_vote: bool = False
    casting_vote_open: bool = False
    casting_declined: bool = False

    @property
    def adopted(self) -> bool:
        """Whether the proposal is adopted."""
        return self.outcome is BallotOutcome.ADOPTED


@dataclass(frozen=True, slots=True)
class QuorumResult:
    """A quorum and its arithmetic.

    Attributes:
        in_office: Seats in office (less the recused ones under ``REDUCED``).
        required: Seats that must be counted.
        present: Seats counted that sit in person, in the room or remotely.
        represented: Seats counted by proxy (0 when the rules do not count them).
        counted: ``present + represented``.
        recused: Seats in office that are recused.
        reached: Whether the committee may vote.
        missing_colleges: Colleges below their own minimum.
        waived: Whether a second notice waives the number.
    """

    in_office: int
    required: int
    present: int
    represented: int
    counted: int
    recused: int
    reached: bool
    missing_colleges: tuple[str, ...] = ()
    waived: bool = False
