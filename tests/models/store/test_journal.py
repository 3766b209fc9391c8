"""The chain: what it is made of, and what breaks it."""

import hashlib
import json
import sqlite3
from uuid import UUID

import pytest
import rfc8785

from alize_desktop.models.store.journal import FIRST, entry_text
from alize_desktop.models.store.registry import Registry

LINES = 12


@pytest.fixture
def closed(registry):
    """A registry of twelve lines, closed."""
    for number in range(2, LINES + 1):
        with registry.write() as session:
            details = {"number": number, "texte": '« é » \\ " \n'}
            registry.journal(session, "dossier.saved", "dossier", registry.new_id(), details)
    registry.close()
    return registry.path


def tamper(path, *statements):
    """Change a registry as somebody who knows SQL would."""
    connection = sqlite3.connect(path)
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def verify(path, clock):
    with Registry.open(path, clock) as registry:
        return registry.verify()


def test_the_chain_can_be_computed_again_with_the_standard_library(closed):
    connection = sqlite3.connect(closed)
    previous = bytes(32)
    for sequence, at, action, kind, subject, details, before, own in connection.execute(
        "SELECT sequence, at, action, subject_kind, subject_id, details, previous_hash, hash"
        " FROM journal ORDER BY sequence"
    ):
        entry = {
            "sequence": sequence,
            "at": at,
            "action": action,
            "subject_kind": kind,
            "subject_id": subject,
            "details": json.loads(details),
        }
        text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert rfc8785.dumps(entry) == text.encode()
        assert before == previous.hex()
        previous = hashlib.sha256(b"alize-journal/1\0" + previous + text.encode()).digest()
        assert own == previous.hex()
    connection.close()


def test_the_entry_is_the_canonical_json_of_the_line():
    identifier = str(UUID(int=5))
    text = entry_text(1, "2026", "a\n", "k", identifier, "{}")
    assert rfc8785.dumps(json.loads(text)).decode() == text
    assert json.loads(entry_text(1, "2026", "a", "k", None, "[1]"))["subject_id"] is None


def test_the_head_is_the_hash_of_the_last_line(closed, clock):
    found = verify(closed, clock)
    connection = sqlite3.connect(closed)
    (last,) = connection.execute("SELECT hash FROM journal ORDER BY sequence DESC").fetchone()
    connection.close()
    assert found.is_sound
    assert (found.lines, found.head) == (LINES, last)


def test_an_empty_journal_has_zeros_for_a_head(closed, clock):
    tamper(closed, "DELETE FROM journal")
    found = verify(closed, clock)
    assert (found.lines, found.head, found.first_broken_line) == (0, FIRST, None)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE journal SET details = replace(details, '4', '5') WHERE sequence = 4", 4),
        ("UPDATE journal SET details = details || ' ' WHERE sequence = 3", 3),
        ("UPDATE journal SET action = 'vote.taken' WHERE sequence = 12", 12),
        ("UPDATE journal SET at = '2026-11-23T10:00:00.000000Z' WHERE sequence = 5", 5),
        ("UPDATE journal SET subject_id = NULL WHERE sequence = 6", 6),
        ("UPDATE journal SET subject_kind = 'item' WHERE sequence = 7", 7),
        ("UPDATE journal SET hash = previous_hash WHERE sequence = 8", 8),
        ("UPDATE journal SET previous_hash = hash WHERE sequence = 9", 9),
        ("UPDATE journal SET hash = 'not a hash' WHERE sequence = 8", 8),
        ("UPDATE journal SET sequence = 99 WHERE sequence = 12", 99),
        ("UPDATE journal SET action = CAST(x'ff' AS TEXT) WHERE sequence = 10", 10),
        ("DELETE FROM journal WHERE sequence = 1", 2),
        ("DELETE FROM journal WHERE sequence = 7", 8),
        ("UPDATE journal SET details = '{}' WHERE sequence > 10", 11),
    ],
)
def test_a_journal_that_was_edited_outside_names_its_first_bad_line(
    closed, clock, statement, broken
):
    tamper(closed, statement)
    found = verify(closed, clock)
    assert found.first_broken_line == broken
    assert not found.is_sound
    assert found.integrity_problems == ()


def test_two_lines_that_were_swapped_are_found(closed, clock):
    tamper(
        closed,
        "UPDATE journal SET sequence = -3 WHERE sequence = 3",
        "UPDATE journal SET sequence = 3 WHERE sequence = 4",
        "UPDATE journal SET sequence = 4 WHERE sequence = -3",
    )
    assert verify(closed, clock).first_broken_line == 3


def test_a_line_written_again_with_its_own_hash_breaks_the_next(closed, clock):
    """Somebody who knows the format mends the hash of the line, not of all that follow."""
    connection = sqlite3.connect(closed)
    row = connection.execute(
        "SELECT at, action, subject_kind, subject_id, previous_hash FROM journal WHERE sequence = 5"
    ).fetchone()
    connection.close()
    at, action, kind, subject, previous = row
    entry = entry_text(5, at, action, kind, subject, '{"number":1}')
    own = hashlib.sha256(
        b"alize-journal/1\0" + bytes.fromhex(previous) + entry.encode()
    ).hexdigest()
    tamper(
        closed,
        f"UPDATE journal SET details = '{{\"number\":1}}', hash = '{own}' WHERE sequence = 5",  # noqa: S608
    )
    assert verify(closed, clock).first_broken_line == 6


def test_a_float_never_enters_the_journal(registry):
    with pytest.raises(TypeError), registry.write() as session:
        registry.journal(session, "a.b", "registry", None, {"amount": 0.1})
    assert registry.verify().lines == 1


def test_lines_follow_each_other_in_one_transaction(registry):
    with registry.write() as session:
        for number in range(3):
            registry.journal(session, "a.b", "registry", None, {"number": number})
    found = registry.verify()
    assert found.is_sound
    assert found.lines == 4


def test_the_order_is_that_of_the_lines_even_when_the_clock_goes_back(registry, clock):
    clock.advance(-3600)
    with registry.write() as session:
        registry.journal(session, "a.b", "registry", None, {})
    assert registry.verify().is_sound
