"""What ``docs/registry-format.md`` says to do with a registry does work."""

import hashlib
import re
import sqlite3
from pathlib import Path

import pytest

from alize_desktop.models.store.form import APPLICATION_ID, SCHEMA_VERSION
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.store.schema import ALL

DOCUMENT = Path(__file__).parents[3] / "docs" / "registry-format.md"
BLOCKS = re.findall(r"```sql\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def ask(path, programme, clock):
    """Run SQL of the document on a registry of a few lines, with an ordinary SQLite."""
    with Registry.create(path, programme, clock) as registry:
        for number in range(5):
            with registry.write() as session:
                details = {"number": number, "text": "« é »\n"}
                registry.journal(session, "a.b", "dossier", registry.new_id(), details)
    connection = sqlite3.connect(path)
    yield lambda statement: connection.execute(statement).fetchall()
    connection.close()


def test_the_pragmas_answer_what_is_written_beside_them(ask):
    asked = re.findall(r"(PRAGMA \w+);\s+-- (.*)", BLOCKS[0])
    answers = {"one row: ok": [("ok",)], "no row": []}
    for pragma, comment in asked:
        assert ask(pragma) == answers.get(comment, [(int(comment),)] if comment.isdigit() else None)
    assert ask("PRAGMA application_id") == [(APPLICATION_ID,)]
    assert ask("PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert len(asked) == 4


def test_the_chain_is_found_whole_then_broken(ask):
    assert ask(BLOCKS[1]) == []
    ask("DROP TRIGGER journal_refuses_delete")
    ask("DELETE FROM journal WHERE sequence = 3")
    assert ask(BLOCKS[1])[0] == (4,)


def test_the_bytes_that_are_hashed_are_given_in_hexadecimal(ask):
    lines = ask(BLOCKS[2])
    assert len(lines) == 6
    for _, own, content in lines:
        assert hashlib.sha256(bytes.fromhex(content)).hexdigest() == own


def test_every_table_is_named(ask):
    names = {each.__tablename__ for each in ALL} | {"dossier_search", "alembic_version"}
    assert names <= set(re.findall(r"`(\w+)`", DOCUMENT.read_text(encoding="utf-8")))
