"""What the journal tells of ballots, and where the tables hold it. See ``ledgers``.

A line that opens a ballot names it; the lines after it on the same point of the
agenda are of that ballot, until another is opened.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from alize_desktop.models.store.ledgers import Entry, Ledger, Line, Told, centimes, instant
from alize_desktop.models.tables.canonical import canonical_json

_RECKONING: Final = (
    *("quorum_required", "quorum_counted", "quorum_recused", "in_office"),
    *("voices_in_office", "presiding_member_id", "recused"),
)
_VOICES: Final = ("votes_for", "votes_against", "abstentions", "not_participating")
_PAPERS: Final = ("found", "blank", "void")

_HELD_RESULTS: Final = """
WITH whole AS MATERIALIZED (
    SELECT json_extract(details, '$.ballot') AS ballot, json_extract(details, '$.revision') AS rank
    FROM journal WHERE action IN ('ballot.proclaimed', 'ballot.corrected')
    AND json_extract(details, '$.proclaimed_at') IS NOT NULL
)
SELECT meeting_id, item_id, ballot_id, revision, result,
    CASE WHEN revision > 1 OR rank IS NOT NULL THEN sentence END, casting_choice, reason,
    CASE WHEN rank IS NOT NULL THEN ballot_result.proclaimed_at END
FROM ballot_result JOIN ballot ON ballot.id = ballot_id
LEFT JOIN whole ON whole.ballot = ballot_id AND rank = revision"""
"""Results as the journal tells them: older lines have no hour, nor the first sentence."""


def _votes(lines: Iterable[Line]) -> Iterator[Entry]:
    """Yield the votes, then those that a correction writes, in no order of their own."""
    rank, revisions = 0, Counter[tuple[str, str]]()
    for line in lines:
        told = line.told
        if line.action == "vote.cast":
            rank += 1
            revisions[line.subject, told["member"]] = told["revision"]
            yield (rank, line.subject, told["member"], told["revision"], told["choice"], "")
            continue
        for member, choice in told.get("votes", {}).items():
            rank += 1
            key = (told["ballot"], member)
            revisions[key] += 1
            yield (None, *key, revisions[key], choice, told["reason"])


def _counts(lines: Iterable[Line]) -> Iterator[Entry]:
    revisions = Counter[str]()
    for line in lines:
        if "protocol" not in line.told:
            continue  # a correction of named votes
        ballot = line.told.get("ballot", line.subject)
        revisions[ballot] += 1
        yield (
            ballot,
            revisions[ballot],
            *_protocol(line.told["protocol"]),
            line.told.get("reason", ""),
        )


def _protocol(told: Told) -> Entry:
    voices = (Fraction(told["counts"][each]) for each in _VOICES)
    return (*voices, *(told[each] for each in _PAPERS), canonical_json(told["scrutineers"]))


def _counted(row: Entry) -> Entry:
    ballot, revision, *rest = row
    voices = (Fraction(str(each)) for each in rest[: len(_VOICES)])
    return (ballot, revision, *voices, *rest[len(_VOICES) :])


def _results(lines: Iterable[Line]) -> Iterator[Entry]:
    ballots: dict[str, str] = {}
    revisions = Counter[str]()
    for line in lines:
        told = line.told
        if line.action == "ballot.opened":
            ballots[told["item"]] = told["ballot"]["id"]
            continue
        ballot = told.get("ballot") or ballots[told["item"]]
        revisions[ballot] += 1
        yield (
            *(line.subject, told["item"], ballot, revisions[ballot]),
            canonical_json(told["result"]),
            told.get("sentence"),
            told["casting"],
            told.get("reason", ""),
            instant(told.get("proclaimed_at")),
        )


def _voters(lines: Iterable[Line]) -> Iterator[Entry]:
    for line in lines:
        for each in line.told["voters"]:
            yield (
                *(each["ballot_id"], each["member_id"], each.get("revision", 1)),
                *(int(each.get("is_entitled", True)), each["holder_id"], Fraction(each["weight"])),
            )


def _entitled(row: Entry) -> Entry:
    *columns, weight = row
    return (*columns, Fraction(str(weight)))


@dataclass(slots=True)
class _Ballot:
    """A ballot as the journal tells it so far."""

    opening: Entry
    reckoning: Told
    end: str = "open"
    reason: str = ""

    def entry(self) -> Entry:
        found = dict(self.reckoning)
        found["voices_in_office"] = Fraction(found["voices_in_office"])
        found["recused"] = canonical_json(found["recused"])
        return (*self.opening, *(found[each] for each in _RECKONING), self.end, self.reason)


def _ballots(lines: Iterable[Line]) -> Iterator[Entry]:
    made: list[_Ballot] = []
    last: dict[str, _Ballot] = {}
    for line in lines:
        told, item = line.told, line.told["item"]
        if line.action == "ballot.opened":
            last[item] = _Ballot(_opening(told["ballot"]), told["ballot"])
            made.append(last[item])
            continue
        _go_on(last[item], line.action.removeprefix("ballot."), told)
    return (each.entry() for each in made)


def _opening(told: Told) -> Entry:
    return (
        *(told["id"], told["item_id"], told["meeting_id"], told.get("number", 1), told["form"]),
        *(told.get("motion", ""), centimes(told.get("motion_amount"))),
        *(told.get("answers_ballot_id"), instant(told["opened_at"])),
        canonical_json(told["majority"]),
    )


def _go_on(ballot: _Ballot, act: str, told: Told) -> None:
    match act:
        case "followed":
            ballot.reckoning = {**ballot.reckoning, **told["reckoning"]}
        case "closed":
            presiding = told.get("presiding", ballot.reckoning["presiding_member_id"])
            ballot.reckoning = {**ballot.reckoning, "presiding_member_id": presiding}
            ballot.end = act
        case "reopened":
            ballot.end = "open"
        case _:
            ballot.end, ballot.reason = act, told.get("reason", "")


def _held_ballot(row: Entry) -> Entry:
    *before, voices, presiding, recused, end, reason = row
    told = canonical_json(json.loads(str(recused)))
    return (*before, Fraction(str(voices)), presiding, told, end, reason)


OF_BALLOTS: Final = (
    Ledger(
        "Les scrutins",
        tuple(
            f"ballot.{each}"
            for each in ("opened", "followed", "closed", "reopened", "abandoned", "proclaimed")
        ),
        _ballots,
        "SELECT id, item_id, meeting_id, number, form, motion, motion_amount,"
        " answers_ballot_id, opened_at, majority, quorum_required, quorum_counted,"
        " quorum_recused, in_office, voices_in_office, presiding_member_id, recused,"
        " CASE WHEN abandoned_at IS NOT NULL THEN 'abandoned'"
        " WHEN proclaimed_at IS NOT NULL THEN 'proclaimed'"
        " WHEN closed_at IS NOT NULL THEN 'closed' ELSE 'open' END, abandon_reason FROM ballot",
        _held_ballot,
    ),
    Ledger(
        "Les personnes appelées à voter",
        ("ballot.opened", "ballot.followed"),
        _voters,
        "SELECT ballot_id, member_id, revision, is_entitled, holder_id, weight FROM ballot_voter",
        _entitled,
    ),
    Ledger(
        "Les votes",
        ("vote.cast", "ballot.corrected"),
        _votes,
        "SELECT CASE WHEN reason = '' THEN sequence END, ballot_id, member_id, revision, choice,"
        " reason FROM vote",
    ),
    Ledger(
        "Les décomptes de voix",
        ("ballot.counted", "ballot.corrected"),
        _counts,
        f"SELECT ballot_id, revision, {', '.join((*_VOICES, *_PAPERS))}, scrutineers, reason"  # noqa: S608 - our own names
        " FROM ballot_count",
        _counted,
    ),
    Ledger(
        "Les résultats proclamés",
        ("ballot.opened", "ballot.proclaimed", "ballot.corrected"),
        _results,
        _HELD_RESULTS,
    ),
)
