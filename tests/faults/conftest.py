"""A program that votes in another process, and what is in the file when it stops."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import text

from alize_desktop.models.store.registry import Registry

HERE = Path(__file__).parent
CHILD = HERE / "voting_child.py"


@pytest.fixture(scope="session")
def power_cut() -> ModuleType:
    """The simulator of ``power_cut.py``."""
    spec = importlib.util.spec_from_file_location("power_cut", HERE / "power_cut.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Path:
    """A registry in which a ballot of nine is open. Copy it before use."""
    path = tmp_path_factory.mktemp("prepared") / "registry.alize"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("COVERAGE_")}
    subprocess.run([sys.executable, CHILD, "prepare", path], check=True, env=environment)
    return path


@pytest.fixture
def path(prepared, tmp_path) -> Path:
    """A copy of the prepared registry, in a folder of its own."""
    return Path(shutil.copy(prepared, tmp_path))


@pytest.fixture
def child(child_environment) -> Callable[..., subprocess.Popen]:
    """Start ``voting_child.py`` with these arguments; it is killed at the end."""
    started = []

    def start(*arguments: object, prefix: tuple[object, ...] = ()) -> subprocess.Popen:
        command = [*prefix, sys.executable, CHILD, *arguments]
        process = subprocess.Popen(
            [str(each) for each in command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=child_environment,
        )
        started.append(process)
        return process

    yield start
    for each in started:
        each.kill()
        each.communicate()


@pytest.fixture
def reopened() -> Callable[[Path], object]:
    """Open a registry again: a context manager gives it, verified."""

    @contextmanager
    def reopen(path: Path) -> Iterator[Registry]:
        with Registry.open(path, lambda: datetime.now(UTC)) as registry:
            found = registry.verify()
            assert found.is_sound, found
            yield registry

    return reopen


@pytest.fixture
def votes_of() -> Callable[[Registry], list[str]]:
    """Read the votes of a registry, in their order, as the child says them."""

    def votes(registry: Registry) -> list[str]:
        statement = text("SELECT member_id, choice FROM vote ORDER BY sequence")
        with registry.read() as session:
            return [f"OK {member} {choice}" for member, choice in session.execute(statement)]

    return votes


@pytest.fixture
def kill() -> Callable[[int], None]:
    return lambda process: os.kill(process, signal.SIGKILL)
