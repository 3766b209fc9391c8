"""What the tables hold, compared with what the journal tells: the same acts.

The chain proves the journal; this proves that attendance, votes, results and
decisions are still those that the journal tells, each once and with its content.
Rows that were rewritten, added or removed behind the program's back are named.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from alize_desktop.models.tables.canonical import canonical_json

_Told: TypeAlias = dict[str, Any]
_Entry: TypeAlias = tuple[object, ...]


def _as_it_is(row: _Entry) -> _Entry:
    return row


@dataclass(frozen=True, slots=True)
class _Ledger:
    """One kind of act: where it stands twice.

    Attributes:
        name: What is told when it differs, in French.
        actions: Actions of the journal that tell it.
        told: Entry of one line, from its rank, its subject and its details.
        rows: Statement that gives the same entries from the tables.
        held: Entry of one row, when it is not the row as it is.
    """

    name: str
    actions: tuple[str, ...]
    told: Callable[[int, str, _Told], _Entry]
    rows: str
    held: Callable[[_Entry], _Entry] = _as_it_is


_DRAFT: Final = (
    *("outcome", "months", "deferral", "every", "days", "skill_category", "partner_id"),
    *("jobs_created", "jobs_maintained", "contract", "jobs_by", "grounds", "documents_asked"),
)


def _attendance(rank: int, meeting: str, told: _Told) -> _Entry:
    told_of = ("member", "kind", "holder", "item", "reason")
    return (rank, meeting, *(told[each] for each in told_of))


def _vote(rank: int, ballot: str, told: _Told) -> _Entry:
    return (rank, ballot, told["member"], told["revision"], told["choice"])


def _result(_rank: int, meeting: str, told: _Told) -> _Entry:
    result = canonical_json(told["result"])
    return (meeting, told["item"], result, told["casting"], told["presiding"])


def _decision(rank: int, dossier: str, told: _Told) -> _Entry:
    draft = told["decision"]
    conditions = [[each["text"], each["kind"], each["due_on"]] for each in draft["conditions"]]
    centimes = int(draft["amount"].replace(".", ""))
    terms = (draft[each] for each in _DRAFT)
    return (
        rank,
        dossier,
        told["item"],
        told["number"],
        centimes,
        *terms,
        canonical_json(conditions),
    )


def _decided(row: _Entry) -> _Entry:
    *columns, conditions = row
    return (*columns, canonical_json(json.loads(str(conditions))))


_LEDGERS: Final = (
    _Ledger(
        "Les présences et les déports",
        ("attendance.recorded", "recusal.recorded"),
        _attendance,
        "SELECT sequence, meeting_id, member_id, kind, holder_id, item_id, reason"
        " FROM attendance_event",
    ),
    _Ledger(
        "Les votes",
        ("vote.cast",),
        _vote,
        "SELECT sequence, ballot_id, member_id, revision, choice FROM vote",
    ),
    _Ledger(
        "Les résultats proclamés",
        ("ballot.proclaimed",),
        _result,
        "SELECT meeting_id, item_id, result, casting_choice, presiding_member_id"
        " FROM ballot_result JOIN ballot ON ballot.id = ballot_id",
    ),
    _Ledger(
        "Les décisions",
        ("decision.recorded",),
        _decision,
        f"SELECT sequence, dossier_id, item_id, number, amount, {', '.join(_DRAFT)},"  # noqa: S608 - our own names
        " (SELECT json_group_array(json_array(text, kind, due_on) ORDER BY position)"
        " FROM decision_condition WHERE decision_id = decision.id) FROM decision",
        _decided,
    ),
)


def differences(connection: Connection) -> tuple[str, ...]:
    """Return what differs between the tables and the journal, a sentence each.

    What is too damaged to be read is told by the other checks.
    """
    found = []
    for ledger in _LEDGERS:
        try:
            count = _count(connection, ledger)
        except (DatabaseError, ValueError, LookupError, TypeError, AttributeError):
            found.append(f"{ledger.name} ne peuvent pas être comparés au journal.")
            continue
        if count:
            verb = "diffère" if count == 1 else "diffèrent"
            found.append(
                f"{ledger.name} ne correspondent plus au journal\u00a0: {count} en {verb}."
            )
    return tuple(found)


def _count(connection: Connection, ledger: _Ledger) -> int:
    """Return how many acts differ, the larger of both sides."""
    held = Counter(ledger.held(tuple(row)) for row in connection.exec_driver_sql(ledger.rows))
    told = Counter(_told(connection, ledger))
    return max((held - told).total(), (told - held).total())


def _told(connection: Connection, ledger: _Ledger) -> Iterator[_Entry]:
    marks = ", ".join("?" * len(ledger.actions))
    lines = connection.exec_driver_sql(
        f"SELECT subject_id, details FROM journal WHERE action IN ({marks}) ORDER BY sequence",  # noqa: S608 - marks only
        ledger.actions,
    )
    for rank, (subject, details) in enumerate(lines, start=1):
        yield ledger.told(rank, subject, json.loads(details))
