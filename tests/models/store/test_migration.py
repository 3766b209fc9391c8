"""Older files are brought up to date, all the way or not at all."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.store import migration
from alize_desktop.models.store.form import SCHEMA_VERSION
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.store.schema import revision_of
from alize_desktop.models.tables.programme import StoredProgramme

STORED = Path(__file__).parent / "registries"
OLDER = [f"version-{number}.alize" for number in range(SCHEMA_VERSION)]
HELD = "version-1-held.alize"
"""Five meetings: one held to its end, one in each state of a ballot, one prepared."""


def schema(path):
    connection = sqlite3.connect(path)
    found = {
        (kind, name): " ".join((sql or "").split())
        for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master")
    }
    versions = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return found, versions, version


@pytest.fixture
def new(tmp_path, programme, clock):
    path = tmp_path / "new.alize"
    Registry.create(path, programme, clock).close()
    return path


@pytest.fixture
def old(tmp_path):
    """A copy of the oldest registry there is, in a folder of its own."""
    folder = tmp_path / "old"
    folder.mkdir()
    return Path(shutil.copy(STORED / OLDER[0], folder / "mon registre.alize"))


@pytest.mark.parametrize("name", [*OLDER, HELD])
def test_an_older_registry_ends_up_like_a_new_one(name, tmp_path, new, clock):
    path = Path(shutil.copy(STORED / name, tmp_path / name))
    with Registry.open(path, clock) as registry:
        found = registry.verify()
    assert found.is_sound
    assert schema(path) == schema(new)


def test_the_stored_registry_of_today_is_like_a_new_one(tmp_path, new, clock):
    """When this fails, a table changed without a migration."""
    path = Path(shutil.copy(STORED / f"version-{SCHEMA_VERSION}.alize", tmp_path))
    before = path.read_bytes()
    with Registry.open(path, clock) as registry:
        assert registry.verify().is_sound
        with registry.read() as session:
            assert session.scalars(select(StoredProgramme.basin)).one() == "Côte-d'Or"
    assert schema(path) == schema(new)
    assert path.read_bytes() == before


def test_a_new_registry_is_at_the_last_revision(new):
    _, versions, version = schema(new)
    assert versions == [(revision_of(SCHEMA_VERSION),)]
    assert version == SCHEMA_VERSION
    revisions = Path(migration.upgrade.__code__.co_filename).parent / "versions"
    assert max(each.name[:4] for each in revisions.glob("[0-9]*.py")) == revision_of(SCHEMA_VERSION)


def test_a_copy_of_the_older_version_is_kept_beside(old, clock):
    content = old.read_bytes()
    with Registry.open(old, clock) as registry:
        lines = registry.verify().lines
    copy = old.with_name("mon registre.avant-migration-v0.alize")
    assert sorted(each.name for each in old.parent.iterdir()) == sorted([old.name, copy.name])
    assert copy.read_bytes()[60:64] == content[60:64]
    assert lines == 1


def test_an_earlier_copy_is_never_replaced(old, clock):
    earlier = old.with_name("mon registre.avant-migration-v0.alize")
    earlier.write_bytes(b"precious")
    Registry.open(old, clock).close()
    assert earlier.read_bytes() == b"precious"
    assert old.with_name("mon registre.avant-migration-v0-2.alize").exists()


def test_a_migration_that_fails_half_way_leaves_the_older_version(old, clock, monkeypatch):
    def fail(connection, _revision):
        connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        raise RuntimeError

    before, _, version = schema_or_none(old)
    monkeypatch.setattr(migration, "upgrade", fail)
    with pytest.raises(RuntimeError):
        Registry.open(old, clock)
    assert schema_or_none(old) == (before, None, version)
    assert not old.with_name(f"{old.name}.lock").exists()


def schema_or_none(path):
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT name, sql FROM sqlite_master").fetchall()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return found, None, version


def test_children_without_parents_stop_a_migration(old, clock, monkeypatch):
    usual = migration.upgrade

    def lose_parents(connection, revision):
        usual(connection, revision)
        connection.exec_driver_sql(
            "INSERT INTO supporting_document VALUES ('a', 'b', 'c', 'd', 1, 'e', 'f', NULL)"
        )

    monkeypatch.setattr(migration, "upgrade", lose_parents)
    with pytest.raises(UserError) as refusal:
        Registry.open(old, clock)
    assert refusal.value.code is ErrorCode.REGISTRY_DAMAGED
    assert schema_or_none(old)[2] == 0


def test_alembic_is_not_imported_for_a_registry_of_today(tmp_path, new, child_environment):
    program = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path;"
        "from alize_desktop.models.store.registry import Registry;"
        "Registry.open(Path(sys.argv[1]), lambda: datetime.now(UTC)).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, new], env=child_environment, check=False)
    assert done.returncode == 0
