"""Stopped or refused at any point, a migration leaves the version before or the version after."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.store.form import SCHEMA_VERSION
from alize_desktop.models.store.registry import Registry

pytestmark = [pytest.mark.faults, pytest.mark.retold]

STRACE = shutil.which("strace")
HELD = Path(__file__).parent / "registries" / "version-1-held.alize"

NURSERY = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import Engine, event
from alize_desktop.models.store import migration
from alize_desktop.models.store.registry import Registry

def open_it(path, last):
    done = 0
    def count(*_):
        nonlocal done
        done += 1
        if done > last:
            os.kill(os.getpid(), signal.SIGKILL)
    event.listen(Engine, "before_cursor_execute", count)
    Registry.open(Path(path), lambda: datetime.now(UTC)).close()
    os._exit(0)

for line in sys.stdin:
    path, _, last = line.rstrip("\\n").rpartition(" ")
    child = os.fork()
    if not child:
        open_it(path, int(last))
    _, status = os.waitpid(child, 0)
    print("KILLED" if os.WIFSIGNALED(status) else "DONE", flush=True)
"""
"""Opens a registry in a process that dies after so many statements, again and again."""

CHILD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from alize_desktop.models.store.registry import Registry
Registry.open(Path(sys.argv[1]), lambda: datetime.now(UTC)).close()
"""

EVERY = 5
"""Statements between two of those at which the process dies."""


@pytest.fixture
def path(tmp_path):
    return Path(shutil.copy(HELD, tmp_path / "bureau.alize"))


@pytest.fixture
def nursery(child_environment):
    process = subprocess.Popen(
        [sys.executable, "-c", NURSERY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=child_environment,
    )

    def run(path, last):
        process.stdin.write(f"{path} {last}\n")
        process.stdin.flush()
        return process.stdout.readline().strip()

    yield run
    process.communicate()


def ask(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def votes(path):
    return ask(path, "SELECT ballot_id, member_id, revision, choice FROM vote ORDER BY sequence")


def check(path, clock):
    """Expect one version or the other, whole; then the migration to end well."""
    ((version,),) = ask(path, "PRAGMA user_version")
    tables = ask(path, "SELECT count(*) FROM sqlite_master WHERE name = 'ballot_result'")
    assert (version, tables) in ((1, [(0,)]), (SCHEMA_VERSION, [(1,)]))
    with Registry.open(path, clock) as registry:
        assert registry.verify().is_sound
    assert votes(path) == votes(HELD)
    return version


def test_killed_after_any_statement_nothing_is_lost(nursery, tmp_path, clock):
    last, ended = 0, False
    while not ended:
        folder = tmp_path / str(last)
        folder.mkdir()
        path = Path(shutil.copy(HELD, folder / "bureau.alize"))
        ended = nursery(path, last) == "DONE"
        assert check(path, clock) == (SCHEMA_VERSION if ended else 1)
        last += EVERY
    assert last > 100


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
@pytest.mark.parametrize("call", ["pwrite64", "fsync"])
def test_killed_at_any_write_nothing_is_lost(path, tmp_path, child_environment, clock, call):
    trace = tmp_path / "trace.log"

    def run(*options):
        command = [STRACE, "-f", "-o", trace, "-e", f"trace={call}", *options]
        command += [sys.executable, "-c", CHILD, path]
        return subprocess.run(command, env=child_environment, check=False).returncode

    assert run() == 0
    writes = trace.read_text(encoding="utf-8").count(f"{call}(")
    found = set()
    for part in range(6):
        shutil.copy(HELD, path)
        number = 1 + part * (writes - 1) // 5
        assert run("-e", f"inject={call}:signal=SIGKILL:when={number}") == -signal.SIGKILL
        found.add(check(path, clock))
    assert found == {1, SCHEMA_VERSION}


@pytest.fixture
def disk(tmp_path):
    """Return what makes a file system of so many bytes, when the one who tests may."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(size, *more):
        command = ["mount", "-t", "tmpfs", "-o", ",".join([f"size={size}", *more])]
        if subprocess.run([*command, "tmpfs", folder], capture_output=True).returncode:  # noqa: PLW1510
            pytest.skip("mounting needs more rights")
        return folder

    yield mount
    subprocess.run(["umount", "-l", str(folder)], check=False)


@pytest.mark.parametrize("percent", [120, 210, 260])
def test_a_disk_without_room_leaves_the_version_before(disk, clock, percent):
    folder = disk(HELD.stat().st_size * percent // 100)
    path = Path(shutil.copy(HELD, folder / "bureau.alize"))
    with pytest.raises(UserError) as refusal:
        Registry.open(path, clock)
    assert refusal.value.code is ErrorCode.DISK_FULL
    assert not path.with_name("bureau.alize.lock").exists()
    assert not [each for each in folder.iterdir() if each.name.startswith(".")]
    subprocess.run(["mount", "-o", "remount,size=20m", folder], check=True)
    assert check(path, clock) == 1
