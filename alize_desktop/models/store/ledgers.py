"""What the journal tells of meetings and decisions, and where the tables hold it.

A ledger stands twice in a registry: in a table, and line by line in the journal.
Each one here gives the same entries from both, so that they can be compared.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, TypeAlias

from alize_desktop.models.tables.canonical import canonical_json
from alize_desktop.models.tables.types import instant_text

Told: TypeAlias = dict[str, Any]
Entry: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the journal.

    Attributes:
        told: Its details.
        at: Instant of its transaction.
    """

    action: str
    subject: str
    told: Told
    at: str


def as_it_is(row: Entry) -> Entry:
    """Return a row that is an entry already."""
    return row


@dataclass(frozen=True, slots=True)
class Ledger:
    """One kind of act: where it stands twice.

    Attributes:
        name: What is told when it differs, a French plural.
        actions: Actions of the journal that tell it.
        told: Entries of these lines, given in their order.
        rows: Statement that gives the same entries from the tables.
        held: Entry of one row, when it is not the row as it is.
    """

    name: str
    actions: tuple[str, ...]
    told: Callable[[Iterable[Line]], Iterator[Entry]]
    rows: str
    held: Callable[[Entry], Entry] = as_it_is


_DRAFT: Final = (
    *("outcome", "months", "deferral", "every", "days", "skill_category", "partner_id"),
    *("jobs_created", "jobs_maintained", "contract", "jobs_by", "grounds", "documents_asked"),
)
_EVENTS: Final = ("convened", "opened", "suspended", "resumed", "closed", "reopened", "approved")


def instant(text: str | None) -> str | None:
    """Return an instant of the journal as the tables write it."""
    return None if text is None else instant_text(datetime.fromisoformat(text))


def centimes(text: str | None) -> int | None:
    """Return an amount of the journal, « 12000.00 », as the tables write it."""
    return None if text is None else int(text.replace(".", ""))


def hundredths(text: str | None) -> int | None:
    """Return a number of the journal, « 2.5 », as the tables write it."""
    return None if text is None else int(Decimal(text) * 100)


def told_of(line: Line, names: Sequence[str]) -> Entry:
    """Return what a line tells under some names, in their order."""
    return tuple(line.told[each] for each in names)


def one_by_one(entry: Callable[[int, Line], Entry]) -> Callable[[Iterable[Line]], Iterator[Entry]]:
    """Return what gives one entry a line, from its rank and the line."""
    return lambda lines: (entry(rank, each) for rank, each in enumerate(lines, start=1))


def in_turn(entry: Callable[[int, Line], Entry]) -> Callable[[Iterable[Line]], Iterator[Entry]]:
    """Return what gives one entry a line, with its rank and the instant it was written."""
    return one_by_one(lambda rank, line: (rank, instant(line.at), *entry(rank, line)))


def last_told(
    entry: Callable[[Line], Entry], removed: str = ""
) -> Callable[[Iterable[Line]], Iterator[Entry]]:
    """Return what gives each thing as it was last told, until it was removed."""

    def entries(lines: Iterable[Line]) -> Iterator[Entry]:
        found: dict[str, Entry] = {}
        for each in lines:
            if each.action == removed:
                found.pop(each.subject, None)
            else:
                found[each.subject] = entry(each)
        return iter(found.values())

    return entries


def with_texts(count: int) -> Callable[[Entry], Entry]:
    """Return what writes the last cells of a row, JSON, as the journal would."""

    def entry(row: Entry) -> Entry:
        texts = (canonical_json(json.loads(str(each))) for each in row[-count:])
        return (*row[:-count], *texts)

    return entry


def flagged(position: int) -> Callable[[Entry], Entry]:
    """Return what reads the cell at a position as yes or no."""
    return lambda row: (*row[:position], bool(row[position]), *row[position + 1 :])


def rows_of(table: str, *columns: str) -> str:
    """Return the statement that gives some columns of a table."""
    return f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608 - our own names


def _attendance(rank: int, line: Line) -> Entry:
    told_of = ("member", "kind", "holder", "item", "reason")
    return (rank, line.subject, *(line.told[each] for each in told_of))


def _event(rank: int, line: Line) -> Entry:
    told, adjourned = line.told, line.told.get("adjourned")
    reason = told.get("reason", "")
    if adjourned:
        reason = adjourned["reason"] or adjourned["quorum"]["sentence"]
    kind = line.action.removeprefix("meeting.")
    return (rank, line.subject, kind, instant(told.get("until")), reason)


def _answer(rank: int, line: Line) -> Entry:
    return (rank, line.subject, line.told["member"], line.told["kind"], line.told["holder"])


def _decision(rank: int, line: Line) -> Entry:
    draft = line.told["decision"]
    conditions = [[each["text"], each["kind"], each["due_on"]] for each in draft["conditions"]]
    terms = (draft[each] for each in _DRAFT)
    return (
        rank,
        line.subject,
        line.told["item"],
        line.told["number"],
        centimes(draft["amount"]),
        *terms,
        line.told.get("amends"),
        canonical_json(conditions),
    )


def _decided(row: Entry) -> Entry:
    *columns, conditions = row
    return (*columns, canonical_json(json.loads(str(conditions))))


def _settled(rank: int, line: Line) -> Entry:
    told_of = ("position", "kind", "until", "note", "meeting")
    return (rank, line.subject, *(line.told[each] for each in told_of))


def _adopted(_rank: int, line: Line) -> Entry:
    draft = line.told["draft"]
    rules = canonical_json(draft["rules"])
    return (line.told["number"], line.subject, draft["label"], draft["effective_on"], rules)


def _signed(_rank: int, line: Line) -> Entry:
    told_of = ("paper", "kind", "signer", "sha256", "certificate")
    return tuple(line.told[each] for each in told_of)


def _sent(_rank: int, line: Line) -> Entry:
    told_of = ("member", "paper", "means", "recipient", "sent_on", "note")
    return (line.subject, *(line.told[each] for each in told_of))


def _rehearsed(_rank: int, line: Line) -> Entry:
    return (line.told["source"],)


OF_MEETINGS: Final = (
    Ledger(
        "Les présences et les déports",
        ("attendance.recorded", "recusal.recorded"),
        one_by_one(_attendance),
        "SELECT sequence, meeting_id, member_id, kind, holder_id, item_id, reason"
        " FROM attendance_event",
    ),
    Ledger(
        "Les étapes des séances",
        tuple(f"meeting.{each}" for each in _EVENTS),
        one_by_one(_event),
        "SELECT sequence, meeting_id, kind, until, reason FROM meeting_event",
    ),
    Ledger(
        "Les réponses aux convocations",
        ("meeting.answered",),
        one_by_one(_answer),
        "SELECT sequence, meeting_id, member_id, kind, holder_id FROM meeting_answer",
    ),
)

OF_DECISIONS: Final = (
    Ledger(
        "Les décisions",
        ("decision.recorded",),
        one_by_one(_decision),
        f"SELECT sequence, dossier_id, item_id, number, amount, {', '.join(_DRAFT)}, amends_id,"  # noqa: S608 - our own names
        " (SELECT json_group_array(json_array(text, kind, due_on) ORDER BY position)"
        " FROM decision_condition WHERE decision_id = decision.id) FROM decision",
        _decided,
    ),
    Ledger(
        "Les suites données aux conditions",
        ("condition.settled",),
        one_by_one(_settled),
        "SELECT sequence, decision_id, position, kind, until, note, meeting_id"
        " FROM condition_event",
    ),
    Ledger(
        "Les règlements adoptés",
        ("rules.adopted",),
        one_by_one(_adopted),
        "SELECT number, id, label, effective_on, rules FROM rules_version",
    ),
    Ledger(
        "Les signatures",
        ("paper.signed",),
        one_by_one(_signed),
        "SELECT paper_id, kind, signer, sha256, certificate FROM signature",
    ),
    Ledger(
        "Les envois",
        ("paper.sent",),
        one_by_one(_sent),
        "SELECT meeting_id, member_id, kind, means, recipient, sent_on, note FROM sending",
    ),
    Ledger(
        "Les marques de répétition",
        ("registry.rehearsed",),
        one_by_one(_rehearsed),
        "SELECT source FROM rehearsal",
    ),
)
