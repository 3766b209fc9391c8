"""Measures what a person waits for, and prints it as ratios.

Run by ``make bench``, never by the tests: a busy machine makes any bound lie.
Exit status 1 when a bound does not hold.
"""

import sys
import tempfile
from pathlib import Path

import committee
import history
import interface
import money
import money_workbooks
import packs
import papers
import report
import startup
import voting
from measures import make_registry


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        registry = folder / "bench.alize"
        make_registry(registry)
        lines = [startup.measure(registry, folder)]
        print(lines[-1], flush=True)
        lines += interface.measure(registry, folder)
        print(*lines[1:], sep="\n", flush=True)
        lines += (meeting := committee.measure(registry, folder))
        print(*meeting, sep="\n", flush=True)
        lines += (minutes := papers.measure(registry, folder))
        print(*minutes, sep="\n", flush=True)
        lines += (packed := packs.measure(folder))
        print(*packed, sep="\n", flush=True)
        lines += (advances := money.measure())
        print(*advances, sep="\n", flush=True)
        lines.append(money_workbooks.measure())
        print(lines[-1], flush=True)
        lines.append(history.measure())
        print(lines[-1], flush=True)
        lines += (reports := report.measure())
        print(*reports, sep="\n", flush=True)
        lines.append(voting.measure(registry, folder))
        print(lines[-1], flush=True)
    return 0 if all(line.holds for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
