"""The quorum that the answers to a notice let expect."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from alize_desktop.errors import UserError
from alize_desktop.models.enums import AnswerKind
from alize_desktop.models.records.ballots import QuorumResult
from alize_desktop.models.records.rules import CommitteeRules
from alize_desktop.rules.electorate import electorate
from alize_desktop.rules.quorum import quorum
from alize_desktop.rules.roll import Proxy, Roll, Seat, check_roll


@dataclass(frozen=True, slots=True)
class Answer:
    """What a full member answered.

    Attributes:
        holder: Who is to hold the proxy; read for ``PROXY`` only.
    """

    kind: AnswerKind
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """The quorum, had everybody done as answered.

    Attributes:
        in_office: Seats in office.
        required: Seats that must be counted.
        expected: Seats that would be counted.
        possible: The same, were everybody without an answer to come.
        silent: Seats without an answer.
        recused: Seats expected to step aside.
        is_reached: Whether the committee could vote.
        is_possible: The same, were everybody without an answer to come.
        missing_colleges: Colleges below their own minimum.
        is_waived: Whether a second notice waives the number.
    """

    in_office: int
    required: int
    expected: int
    possible: int
    silent: int
    recused: int
    is_reached: bool
    is_possible: bool
    missing_colleges: tuple[str, ...] = ()
    is_waived: bool = False


def roll_answered(
    seats: tuple[Seat, ...],
    answers: Mapping[str, Answer],
    names: Mapping[str, str] | None = None,
) -> Roll:
    """Return the roll that would be called, had everybody done as answered.

    Args:
        seats: Every seat.
        answers: By full member; who did not answer is not there.
        names: How a person reads a member.
    """
    kinds = {seat.id: answers[seat.id].kind for seat in seats if seat.id in answers}
    substitutes = {
        seat.alternate
        for seat in seats
        if kinds.get(seat.id) is AnswerKind.SUBSTITUTE and seat.alternate is not None
    }
    attends = {each for each, kind in kinds.items() if kind is AnswerKind.ATTENDS}
    return Roll(
        seats=seats,
        present=frozenset(attends | substitutes),
        remote=frozenset(each for each, kind in kinds.items() if kind is AnswerKind.REMOTE),
        proxies=tuple(
            Proxy(each, holder)
            for each, kind in kinds.items()
            if kind is AnswerKind.PROXY and (holder := answers[each].holder) is not None
        ),
        names=names or {},
    )


def forecast(
    seats: tuple[Seat, ...],
    answers: Mapping[str, Answer],
    rules: CommitteeRules,
    *,
    interested: Collection[str] = (),
    second_notice: bool = False,
) -> Forecast:
    """Return the quorum of a dossier, or of the opening when nobody is interested.

    Proxies that the rules would refuse are left out: a forecast never refuses.

    Args:
        seats: Every seat.
        answers: By full member.
        rules: Rules of the meeting.
        interested: Who would step aside by coming.
        second_notice: Whether a second notice waives the number.

    Source:
        Règles du comité, section 2: quorum at opening and for each dossier.
    """
    silent = {seat.id for seat in seats if not seat.vacant} - set(answers)
    likely = _allowed(roll_answered(seats, answers), rules)
    rolls = (likely, replace(likely, present=likely.present | silent))
    found, best = (
        _quorum_without(each, interested, rules, second_notice=second_notice) for each in rolls
    )
    return Forecast(
        in_office=found.in_office,
        required=found.required,
        expected=found.counted,
        possible=best.counted,
        silent=len(silent),
        recused=found.recused,
        is_reached=found.reached,
        is_possible=best.reached,
        missing_colleges=found.missing_colleges,
        is_waived=second_notice,
    )


def _quorum_without(
    roll: Roll, interested: Collection[str], rules: CommitteeRules, *, second_notice: bool
) -> QuorumResult:
    """Return the quorum of a roll once those who are interested stepped aside."""
    who = electorate(_stepping_aside(roll, interested), rules)
    return quorum(who, rules, second_notice=second_notice)


def _allowed(roll: Roll, rules: CommitteeRules) -> Roll:
    """Return the roll with the proxies that the rules accept, in their order."""
    accepted = replace(roll, proxies=())
    for proxy in roll.proxies:
        more = replace(accepted, proxies=(*accepted.proxies, proxy))
        try:
            check_roll(more, rules)
        except UserError:
            continue
        accepted = more
    return accepted


def _stepping_aside(roll: Roll, interested: Collection[str]) -> Roll:
    """Return the roll in which who comes with an interest, or gave a proxy, is recused."""
    coming = roll.present | roll.remote | {proxy.giver for proxy in roll.proxies}
    return replace(roll, recused=frozenset(interested) & coming)
