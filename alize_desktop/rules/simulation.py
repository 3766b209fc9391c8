"""What rules come to on an example meeting, reckoned by the rules themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm, VoteChoice
from alize_desktop.models.records.ballots import BallotResult, Counts, QuorumResult
from alize_desktop.models.records.rules import CommitteeRules, ExampleMeeting
from alize_desktop.rules.electorate import Electorate, electorate
from alize_desktop.rules.meeting import Ballot, decide_ballot, voters_of
from alize_desktop.rules.quorum import quorum
from alize_desktop.rules.roll import Proxy, Roll, Seat

MOST_SEATS: Final = 200
"""Most seats of an example."""

_CHAIR: Final = "1"
_CHOICES: Final = {True: VoteChoice.FOR, False: VoteChoice.AGAINST, None: VoteChoice.ABSTENTION}


@dataclass(frozen=True, slots=True)
class SimulatedMeeting:
    """An example meeting under some rules.

    Attributes:
        quorum: The quorum of the dossier.
        voters: Voices that may vote.
        result: What the ballot came to; None without quorum.
        refused_proxies: Proxies of the example that the rules refuse.
    """

    quorum: QuorumResult
    voters: int
    result: BallotResult | None
    refused_proxies: int


def simulated(rules: CommitteeRules, example: ExampleMeeting) -> SimulatedMeeting:
    """Return what rules come to on an example.

    Seats are numbered: the presiding member first, then those in the room, those
    from afar and those who gave a proxy. Recused members are the last in the room.
    The same people give the same answers under any rules; what changes is who may
    vote. An example has no colleges, so minimums per college are left out.

    Args:
        rules: The rules.
        example: The meeting.

    Raises:
        UserError: ``NUMBER_OUT_OF_RANGE`` or ``COUNTS_EXCEED_VOTERS``: the example
            contradicts itself.
    """
    _check(example)
    rules = replace(rules, quorum=replace(rules.quorum, per_college=()))
    roll = _roll(example, rules)
    who = electorate(roll, rules)
    found = quorum(who, rules)
    voters = voters_of(who, rules.ballot_form, rules)
    result = None
    if found.reached:
        answers = _answers(example)
        votes = {each.member: answers[each.member] for each in voters}
        result = _result(who, votes, rules)
    return SimulatedMeeting(
        quorum=found,
        voters=len(voters),
        result=result,
        refused_proxies=example.proxies - len(roll.proxies),
    )


def _check(example: ExampleMeeting) -> None:
    _check_between(example.in_office, 1, MOST_SEATS)
    _check_between(example.present, 0, example.in_office)
    _check_between(example.remote, 0, example.in_office - example.present)
    absent = example.in_office - example.present - example.remote
    _check_between(example.proxies, 0, min(absent, example.present))
    _check_between(example.recused, 0, example.present)
    for count in (example.votes_for, example.votes_against, example.abstentions):
        _check_between(count, 0, MOST_SEATS)
    counted = example.votes_for + example.votes_against + example.abstentions
    voters = example.present - example.recused + example.remote + example.proxies
    if counted > voters:
        raise UserError(ErrorCode.COUNTS_EXCEED_VOTERS, counted=counted, voters=voters)


def _check_between(number: int, least: int, most: int) -> None:
    if not least <= number <= most:
        raise UserError(ErrorCode.NUMBER_OUT_OF_RANGE, value=number, least=least, most=most)


def _roll(example: ExampleMeeting, rules: CommitteeRules) -> Roll:
    """Return the roll: each proxy in another hand, so only rules without proxies refuse them."""
    room, remote, givers = _people(example)
    proxies = tuple(Proxy(giver, room[each]) for each, giver in enumerate(givers))
    recused = room[len(room) - example.recused :]
    return Roll(
        seats=tuple(Seat(str(each)) for each in range(1, example.in_office + 1)),
        present=frozenset(room),
        remote=frozenset(remote),
        proxies=proxies if rules.proxies_per_holder else (),
        recused=frozenset(recused),
    )


def _people(example: ExampleMeeting) -> tuple[list[str], list[str], list[str]]:
    """Return who is in the room, who takes part from afar and who gave a proxy."""
    everybody = [str(each) for each in range(1, example.in_office + 1)]
    afar = example.present + example.remote
    return (
        everybody[: example.present],
        everybody[example.present : afar],
        everybody[afar : afar + example.proxies],
    )


def _answers(example: ExampleMeeting) -> dict[str, VoteChoice]:
    """Return what everybody would answer, the presiding member as the example says."""
    room, remote, givers = _people(example)
    counts = {
        VoteChoice.FOR: example.votes_for,
        VoteChoice.AGAINST: example.votes_against,
        VoteChoice.ABSTENTION: example.abstentions,
    }
    voting = [*room[: len(room) - example.recused], *remote, *givers]
    answers: dict[str, VoteChoice] = {}
    said = _CHOICES[example.chair_choice_for]
    if voting[:1] == [_CHAIR] and counts[said]:
        answers[_CHAIR] = said
        counts[said] -= 1
    rest = [each for each in voting if each not in answers]
    choices = [each for each, count in counts.items() for _ in range(count)]
    choices += [VoteChoice.NOT_PARTICIPATING] * (len(rest) - len(choices))
    return answers | dict(zip(rest, choices, strict=True))


def _result(
    who: Electorate, votes: Mapping[str, VoteChoice], rules: CommitteeRules
) -> BallotResult:
    if rules.ballot_form is BallotForm.NAMED:
        return decide_ballot(who, Ballot(BallotForm.NAMED, votes=votes), rules, _CHAIR)
    counts = Counts(*_counts(votes))
    ballot = Ballot(rules.ballot_form, counts=counts, casting=votes.get(_CHAIR))
    return decide_ballot(who, ballot, rules, _CHAIR)


def _counts(votes: Mapping[str, VoteChoice]) -> Iterator[int]:
    for choice in VoteChoice:
        yield sum(each is choice for each in votes.values())
