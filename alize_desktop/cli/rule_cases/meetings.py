"""Cases about a whole meeting: attendance, proxies, recusals, quorum, ballot."""

from typing import Final

from alize_desktop.cli.rule_cases.ballots import (
    Answer,
    counts_json,
    read_counts,
    read_majority,
    result_json,
)
from alize_desktop.cli.rule_cases.fields import Fields, choice_of
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import BallotForm, QuorumKind, RecusalBase, VoteChoice
from alize_desktop.models.records.ballots import BallotResult, QuorumResult
from alize_desktop.models.records.rules import (
    HALF,
    CollegeMinimum,
    CommitteeRules,
    QuorumRule,
)
from alize_desktop.rules.electorate import electorate
from alize_desktop.rules.meeting import Ballot, check_not_empty, decide_ballot
from alize_desktop.rules.quorum import quorum
from alize_desktop.rules.roll import Proxy, Roll, Seat, seat_of
from alize_desktop.wording.results import quorum_sentence

_DECLINED: Final = "declined"


def answer_meeting(case: Fields) -> Answer:
    """Answer the quorum, the voters and, when there is a ballot, its result."""
    rules = _read_rules(case.part("rules"))
    roll = _read_roll(case)
    who = electorate(roll, rules)
    found = quorum(who, rules, second_notice=case.flag("second_notice", default=False))
    answer: Answer = {
        "quorum": _quorum_json(found),
        "voters": len(who.voters),
        "suspended_proxies": list(who.suspended),
    }
    presiding = case.text("presiding") if case.has("presiding") else None
    if presiding is not None:
        seat_of(roll, presiding)
    if case.has("ballot"):
        ballot = _read_ballot(case.part("ballot"))
        check_not_empty(ballot)
        answer["result"] = _result_json(decide_ballot(who, ballot, rules, presiding))
    return answer


def _read_rules(fields: Fields) -> CommitteeRules:
    model = CommitteeRules()
    return CommitteeRules(
        quorum=_read_quorum(fields.part("quorum")),
        remote_counts=fields.flag("remote_counts", default=model.remote_counts),
        proxies_per_holder=_not_negative(
            fields.integer("proxies_per_holder", model.proxies_per_holder)
        ),
        proxies_same_college=fields.flag(
            "proxies_same_college", default=model.proxies_same_college
        ),
        proxies_in_secret=fields.flag("proxies_in_secret", default=model.proxies_in_secret),
        majority=read_majority(fields.part("majority")),
        casting_vote=fields.flag("casting_vote", default=model.casting_vote),
        tie_defers=fields.flag("tie_defers", default=model.tie_defers),
    )


def _read_quorum(fields: Fields) -> QuorumRule:
    model = QuorumRule()
    minimums = fields.part("per_college")
    return QuorumRule(
        kind=fields.choice("kind", QuorumKind, model.kind),
        share=fields.share("fraction", HALF),
        count=fields.integer("count") if fields.has("count") else None,
        counts_proxies=fields.flag("counts_proxies", default=model.counts_proxies),
        recusal_base=fields.choice("recusal_base", RecusalBase, model.recusal_base),
        per_college=tuple(
            CollegeMinimum(college, _not_negative(minimums.integer(college)))
            for college in minimums.values
        ),
    )


def _not_negative(number: int) -> int:
    if number < 0:
        raise UserError(ErrorCode.NUMBER_OUT_OF_RANGE, value=number, least=0, most=None)
    return number


def _read_roll(case: Fields) -> Roll:
    return Roll(
        seats=tuple(_read_seat(member) for member in case.parts("members")),
        present=frozenset(case.texts("present")),
        remote=frozenset(case.texts("remote")),
        proxies=tuple(
            Proxy(proxy.text("giver"), proxy.text("holder")) for proxy in case.parts("proxies")
        ),
        recused=frozenset(case.texts("recused")),
    )


def _read_seat(member: Fields) -> Seat:
    return Seat(
        id=member.text("id"),
        college=member.text("college") if member.has("college") else None,
        weight=member.weight("weight"),
        alternate=member.text("alternate") if member.has("alternate") else None,
        vacant=member.flag("vacant", default=False),
    )


def _read_ballot(fields: Fields) -> Ballot:
    votes = fields.part("votes") if fields.has("votes") else None
    counts = fields.part("counts") if fields.has("counts") else None
    return Ballot(
        form=fields.choice("form", BallotForm, BallotForm.NAMED),
        votes=None
        if votes is None
        else {member: votes.choice(member, VoteChoice) for member in votes.values},
        counts=None if counts is None else read_counts(counts, abstentions=0),
        casting=_read_casting(fields),
    )


def _read_casting(fields: Fields) -> VoteChoice | None:
    if not fields.has("casting"):
        return None
    said = fields.text("casting")
    return VoteChoice.ABSTENTION if said == _DECLINED else choice_of(VoteChoice, said)


def _quorum_json(found: QuorumResult) -> Answer:
    return {
        "required": found.required,
        "counted": found.counted,
        "reached": found.reached,
        "missing_colleges": list(found.missing_colleges),
        "sentence": quorum_sentence(found),
    }


def _result_json(result: BallotResult) -> Answer:
    return {
        **result_json(result),
        **counts_json(result.counts),
        "heads": None if result.heads is None else counts_json(result.heads),
        "by_casting_vote": result.by_casting_vote,
        "casting_vote_open": result.casting_vote_open,
    }
