"""Runs every check of the project, one after the other, and sums up.

The order is that of a reader: is it well written, well typed, well laid out, does
it work, is it all tested. Everything runs even when something fails. With
``--quick``, only what needs no test.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTHON = sys.executable

STATIC = {
    "ruff check": [str(BIN / "ruff"), "check", "--quiet", "."],
    "ruff format": [str(BIN / "ruff"), "format", "--quiet", "--check", "."],
    "mypy --strict": [str(BIN / "mypy")],
    "import contracts": [str(BIN / "lint-imports"), "--no-logo"],
}
PYTEST = [PYTHON, "-m", "coverage", "run", "-m", "pytest", "-n", "auto"]
# the tests of a file share what they prepare; long files come first, see tests/conftest.py
SHARED_OUT = ["--dist", "loadscope", "--no-loadscope-reorder"]
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of ours is made in it
ROOM_NEEDED = 4 * 2**30
"""Bytes: some four times what the tests leave behind."""


@dataclass(frozen=True)
class Result:
    """How one check ended, and after how many seconds."""

    name: str
    passed: bool
    seconds: float


def run_quietly(name: str, command: list[str]) -> Result:
    """Run a check whose output only matters when it fails."""
    start = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode != 0:
        print(f"\n--- {name}\n{done.stdout}", flush=True)
    return Result(name, done.returncode == 0, time.monotonic() - start)


def run_aloud(name: str, command: list[str]) -> Result:
    """Run a check and let it print as it goes."""
    print(f"\n--- {name}", flush=True)
    start = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, check=False)
    return Result(name, done.returncode == 0, time.monotonic() - start)


def static_checks() -> list[Result]:
    """Run what needs no test, two at a time."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(run_quietly, STATIC, STATIC.values()))


@contextmanager
def where_files_go() -> Iterator[list[str]]:
    """Keep the files of the tests in memory, where there is room for them.

    Each transaction of a registry waits for the disk: an eighth of a test of a service.
    """
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM_NEEDED:
        yield []
        return
    with TemporaryDirectory(
        prefix="alize-tests-", dir=MEMORY, ignore_cleanup_errors=True
    ) as folder:
        yield [f"--basetemp={folder}"]


def tests_and_coverage(arguments: list[str]) -> list[Result]:
    """Run the tests in random order on every core, then the coverage floors.

    Args:
        arguments: Given to pytest as they are.
    """
    coverage = [PYTHON, "-m", "coverage"]
    for old in ROOT.glob(".coverage*"):
        old.unlink()
    with where_files_go() as place:
        results = [run_aloud("tests", [*PYTEST, *SHARED_OUT, *place, *arguments])]
    combined = [
        run_quietly("coverage combine", [*coverage, "combine", "--quiet"]),
        run_quietly("coverage json", [*coverage, "json", "--quiet"]),
    ]
    if all(each.passed for each in combined):
        results.append(run_aloud("coverage floors", [PYTHON, "scripts/coverage_floors.py"]))
    return results + [each for each in combined if not each.passed]


def main() -> int:
    """Run from the command line; return the exit status."""
    parser = argparse.ArgumentParser(description="Run every check of the project.")
    parser.add_argument("--quick", action="store_true", help="no tests")
    options, for_pytest = parser.parse_known_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    results = static_checks()
    if not options.quick:
        results += tests_and_coverage(for_pytest)
    print()
    for result in results:
        print(f"{'passed' if result.passed else 'FAILED'}  {result.name}  {result.seconds:.0f} s")
    return 0 if all(result.passed for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
