"""Two programs, one registry."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.store.registry import Registry

pytestmark = [pytest.mark.faults, pytest.mark.retold]


def now():
    return datetime.now(UTC)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_registry_opened_in_another_program_is_refused(path, child, read_only):
    holder = child("hold", path)
    assert holder.stdout.readline() == "OPEN\n"
    before = path.read_bytes()
    with pytest.raises(UserError) as refusal:
        Registry.open(path, now, read_only=read_only)
    assert refusal.value.code is ErrorCode.REGISTRY_IN_USE
    assert refusal.value.params["pid"] == str(holder.pid)
    assert path.read_bytes() == before


def test_a_registry_that_another_tool_writes_is_told_locked(path):
    program = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)"
    program += "; c.execute('BEGIN IMMEDIATE'); print('busy', flush=True); input()"
    with (
        Registry.open(path, now) as registry,
        subprocess.Popen(
            [sys.executable, "-c", program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as tool,
    ):
        tool.stdout.readline()
        with registry.read() as session:
            session.connection().exec_driver_sql("PRAGMA busy_timeout = 50")
        with pytest.raises(UserError) as refusal, registry.write() as session:
            session.connection()
        assert refusal.value.code is ErrorCode.REGISTRY_LOCKED
        tool.communicate(b"\n")
        with registry.write() as session:
            registry.journal(session, "a.b", "registry", None, {})
