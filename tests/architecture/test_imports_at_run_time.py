"""Rooms without Qt, and the pure half of models, in a fresh interpreter.

The contracts read the source; this imports every module for real, with the
library out of reach, so that a path they cannot see would be found too.
"""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.retold

WITHOUT_QT = ["cli", "documents", "models", "rules", "services", "spreadsheets", "wording"]
WITHOUT_DATABASE = ["documents", "models.enums", "models.records", "models.values", "rules"]
WITHOUT_DATABASE += ["spreadsheets", "wording"]

IMPORT_EVERYTHING = """
import importlib, pkgutil, sys
name, *out_of_reach = sys.argv[1:]
for library in out_of_reach:
    sys.modules[library] = None  # importing it now fails
room = importlib.import_module(name)
for module in pkgutil.walk_packages(getattr(room, "__path__", []), prefix=f"{name}."):
    if module.name != "alize_desktop.models.migrations.env":  # only runs inside Alembic
        importlib.import_module(module.name)
loaded = {each.partition(".")[0] for each, module in sys.modules.items() if module}
sys.exit(f"{loaded & set(out_of_reach)} loaded" if loaded & set(out_of_reach) else 0)
"""


@pytest.fixture
def import_room(child_environment):
    """Return a function that imports a room in an interpreter of its own."""

    def run(name, out_of_reach):
        command = [sys.executable, "-c", IMPORT_EVERYTHING, f"alize_desktop.{name}", *out_of_reach]
        return subprocess.run(
            command, env=child_environment, capture_output=True, text=True, check=False
        )

    return run


@pytest.mark.parametrize("room", WITHOUT_QT)
def test_a_room_without_qt_imports_where_there_is_no_qt(import_room, room):
    done = import_room(room, ["PySide6", "shiboken6"])
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("room", WITHOUT_DATABASE)
def test_a_room_without_database_imports_where_there_is_none(import_room, room):
    done = import_room(room, ["sqlalchemy", "alembic", "sqlcipher3", "sqlite3"])
    assert done.returncode == 0, done.stderr


def test_the_probe_notices_a_library_that_is_out_of_reach(import_room):
    done = import_room("ui", ["PySide6", "shiboken6"])
    assert "PySide6" in done.stderr
