"""What the tables hold, compared with what the journal tells: the same acts.

The chain proves the journal; this proves that attendance, ballots, votes, results,
decisions and all that is only ever added to are still those that the journal tells,
each once and with its content. Rows that were rewritten, added or removed behind
the program's back are named.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from alize_desktop.models.store.ballot_ledgers import OF_BALLOTS
from alize_desktop.models.store.ledgers import OF_DECISIONS, OF_MEETINGS, Ledger, Line
from alize_desktop.models.store.money_ledgers import OF_ADVANCES, OF_AID, OF_FUND
from alize_desktop.models.store.paper_ledgers import OF_PAPERS
from alize_desktop.models.store.result_ledgers import OF_JOBS, OF_MISSIONS, OF_PARTNERS, OF_RESULTS

LEDGERS: Final = (
    *OF_MEETINGS,
    *OF_BALLOTS,
    *OF_DECISIONS,
    *OF_PAPERS,
    *OF_ADVANCES,
    *OF_FUND,
    *OF_AID,
    *OF_PARTNERS,
    *OF_MISSIONS,
    *OF_JOBS,
    *OF_RESULTS,
)
"""Everything that stands both in a table and in the journal."""

_UNREADABLE: Final = (DatabaseError, ValueError, LookupError, TypeError, AttributeError)


def differences(connection: Connection) -> tuple[str, ...]:
    """Return what differs between the tables and the journal, a sentence each.

    What is too damaged to be read is told by the other checks.
    """
    found = []
    for ledger in LEDGERS:
        try:
            count = _count(connection, ledger)
        except _UNREADABLE:
            found.append(f"{ledger.name} ne peuvent pas être comparés au journal.")
            continue
        if count:
            verb = "diffère" if count == 1 else "diffèrent"
            found.append(
                f"{ledger.name} ne correspondent plus au journal\u00a0: {count} en {verb}."
            )
    return tuple(found)


def _count(connection: Connection, ledger: Ledger) -> int:
    """Return how many acts differ, the larger of both sides."""
    held = Counter(ledger.held(tuple(row)) for row in connection.exec_driver_sql(ledger.rows))
    told = Counter(ledger.told(_lines(connection, ledger)))
    return max((held - told).total(), (told - held).total())


def _lines(connection: Connection, ledger: Ledger) -> Iterator[Line]:
    marks = ", ".join("?" * len(ledger.actions))
    lines = connection.exec_driver_sql(
        f"SELECT action, subject_id, details, at FROM journal WHERE action IN ({marks})"  # noqa: S608 - marks only
        " ORDER BY sequence",
        ledger.actions,
    )
    for action, subject, details, at in lines:
        yield Line(action, subject, json.loads(details), at)
