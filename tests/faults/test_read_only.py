"""A folder that may not be written gives a sentence, and the registry is unchanged."""

import os
import subprocess
import sys

import pytest

pytestmark = [pytest.mark.faults, pytest.mark.retold]

# the system lets its administrator write everywhere, unless told otherwise
PREFIX = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
PROGRAM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from alize_desktop.errors import UserError
from alize_desktop.models.records.programme import Programme
from alize_desktop.models.store.registry import Registry

def now():
    return datetime.now(UTC)

path = Path(sys.argv[2])
try:
    match sys.argv[1]:
        case "open":
            Registry.open(path, now)
        case "read":
            Registry.open(path, now, read_only=True)
        case "create":
            Registry.create(path, Programme("Dijon"), now)
except UserError as error:
    print(error.code, error.params["path"])
else:
    print("done")
"""


@pytest.fixture
def attempt(child_environment):
    """Try something in another process, which obeys the modes of files."""

    def run(action, path):
        command = [*PREFIX, sys.executable, "-c", PROGRAM, action, str(path)]
        done = subprocess.run(
            command, env=child_environment, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    return run


def state(folder):
    return {each.name: each.read_bytes() for each in folder.iterdir()}


@pytest.mark.parametrize("action", ["open", "read", "create"])
def test_a_read_only_folder_is_told_and_nothing_changes(path, attempt, action):
    before = state(path.parent)
    asked = path.with_name("new.alize") if action == "create" else path
    path.parent.chmod(0o555)
    try:
        told = attempt(action, asked)
    finally:
        path.parent.chmod(0o755)
    assert told == f"folder_not_writable {path.parent}"
    assert state(path.parent) == before


def test_a_read_only_file_is_told_and_nothing_changes(path, attempt):
    before = state(path.parent)
    path.chmod(0o444)
    assert attempt("open", path) == f"folder_not_writable {path.parent}"
    assert state(path.parent) == before


def test_the_same_attempts_succeed_where_writing_is_allowed(path, attempt):
    """The refusals above come from the modes and from nothing else."""
    assert attempt("open", path) == "done"
    assert attempt("create", path.with_name("new.alize")) == "done"
