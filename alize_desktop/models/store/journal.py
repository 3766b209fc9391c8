r"""The chain of the journal.

Each line is hashed with the hash of the line before it: ``SHA-256("alize-journal/1\0" ||
previous hash || entry)``, where the entry is the canonical JSON of the line. Changing,
removing or swapping lines breaks the chain from there on. What a chain cannot show is that
its end was cut off: that is why papers print the head.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, LargeBinary, cast, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from alize_desktop.models.records.changes import Clock
from alize_desktop.models.tables.canonical import canonical_json
from alize_desktop.models.tables.journal import StoredLine
from alize_desktop.models.tables.types import instant_text

FIRST: Final = "0" * 64
"""What the first line takes for the hash of the line before it."""

_PREFIX: Final = b"alize-journal/1\0"
# Two statements that every vote waits for: the driver's own cursor runs them in
# a third of the time. What it raises is told by ``failures`` like the rest.
_HEAD: Final = """SELECT sequence, hash, at,
EXISTS (SELECT 1 FROM meeting WHERE state = 'open')
FROM journal ORDER BY sequence DESC LIMIT 1"""
_APPEND: Final = """INSERT INTO journal
(sequence, at, action, subject_kind, subject_id, details, previous_hash, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
_LINES: Final = select(
    StoredLine.sequence,
    *(
        cast(column, LargeBinary)  # a damaged text may have no decoding
        for column in (
            StoredLine.at,
            StoredLine.action,
            StoredLine.subject_kind,
            StoredLine.subject_id,
            StoredLine.details,
            StoredLine.previous_hash,
            StoredLine.hash,
        )
    ),
).order_by(StoredLine.sequence)


@dataclass(slots=True)
class _Act:
    """What a transaction writes: its one instant, and the end of the journal so far.

    Nobody else adds a line before the transaction ends.
    """

    at: datetime
    sequence: int
    hash: str


def instant(session: Session, clock: Clock, after: datetime | None = None) -> datetime:
    """Return the instant of a transaction: one for all that it writes.

    While a meeting is open it is never before the last line of the journal: a clock
    that is put back makes no hour of the meeting run backwards. Before, and after, the
    clock is taken at its word: one that was wrong once is not followed for ever.

    Args:
        session: A session of ``Registry.write``.
        clock: Gives the present instant.
        after: What the act follows, when the caller knows better.
    """
    act = _act(session, clock)
    if after is not None:
        act.at = max(act.at, after)
    return act.at


def _act(session: Session, clock: Clock) -> _Act:
    known = session.info.get(_Act)
    if isinstance(known, _Act):
        return known
    cursor = session.connection().connection.cursor()
    cursor.execute(_HEAD)
    found = cursor.fetchone()
    cursor.close()
    act = _Act(clock(), 0, FIRST)
    if found is not None:
        act.sequence, act.hash, last, in_meeting = found
        if in_meeting:
            act.at = max(act.at, datetime.fromisoformat(last))
    session.info[_Act] = act
    return act


def append(
    session: Session,
    clock: Clock,
    action: str,
    subject_kind: str,
    subject_id: UUID | None,
    details: Mapping[str, object],
) -> None:
    """Add a line, in the transaction of the act that it tells.

    Args:
        session: A session of ``Registry.write``.
        clock: Gives the instant of the line; see ``instant``.
        action: Dotted name: ``vote.cast``.
        subject_kind: What ``subject_id`` names: ``dossier``, ``meeting``…
        subject_id: None for the registry itself.
        details: Texts, whole numbers, booleans, None, lists and maps.

    Raises:
        TypeError: A float in ``details``.
        ValueError: Something else that canonical JSON cannot hold.
    """
    act = _act(session, clock)
    at, told = instant_text(act.at), canonical_json(details)
    subject = None if subject_id is None else str(subject_id)
    line = (act.sequence + 1, at, action, subject_kind, subject, told)
    own = chained(act.hash, entry_text(*line))
    cursor = session.connection().connection.cursor()
    cursor.execute(_APPEND, (*line, act.hash, own))
    cursor.close()
    act.sequence, act.hash = act.sequence + 1, own


def entry_text(
    sequence: int,
    at: str,
    action: str,
    subject_kind: str,
    subject_id: str | None,
    details: str,
) -> str:
    """Return the canonical JSON of a line, from ``details`` that already is.

    The keys stand in their order, so that the text needs no other sorting.
    """
    subject = "null" if subject_id is None else canonical_json(subject_id)
    return (
        f'{{"action":{canonical_json(action)},"at":{canonical_json(at)},"details":{details},'
        f'"sequence":{sequence},"subject_id":{subject},"subject_kind":{canonical_json(subject_kind)}}}'
    )


def chained(previous: str, entry: str) -> str:
    """Return the hash of a line, from the hash before it and its canonical JSON."""
    return hashlib.sha256(_PREFIX + bytes.fromhex(previous) + entry.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """What reading the journal from its first line found.

    Attributes:
        lines: Lines read.
        head: Hash written in the last line; zeros when there is none.
        first_broken_line: First sequence that does not hold, None if all do.
    """

    lines: int
    head: str
    first_broken_line: int | None


def check(connection: Connection) -> ChainCheck:
    """Compute every hash again.

    A missing line breaks the line after it. When the file is too damaged to
    be read on, the line that could not be read is the broken one.
    """
    lines, previous, broken = 0, FIRST, None
    try:
        for sequence, *cells in connection.execute(_LINES):
            lines += 1
            if broken is None and not _holds(lines, previous, sequence, cells):
                broken = sequence
            previous = cells[-1].decode("ascii", "replace")
    except (DatabaseError, UnicodeDecodeError):  # the message may quote damaged bytes
        broken = broken or lines + 1
    return ChainCheck(lines, previous, broken)


def _holds(expected: int, previous: str, sequence: int, cells: Sequence[bytes | None]) -> bool:
    """Return whether a line follows the one before it and has its own hash."""
    try:
        at, action, subject_kind, subject_id, details, before, own = (
            "" if cell is None else cell.decode() for cell in cells
        )
    except UnicodeDecodeError:
        return False
    entry = entry_text(sequence, at, action, subject_kind, subject_id or None, details)
    return sequence == expected and before == previous and own == chained(previous, entry)
