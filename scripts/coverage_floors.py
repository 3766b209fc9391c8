"""Compares the coverage of each room with its floor.

Reads what ``coverage json`` wrote; lines and branches count together. A room that
has no floor is refused, so that a new one gets its floor on its first day.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / ".coverage.json"

FLOORS = {  # per cent of lines and branches
    "rules": 100,
    "wording": 100,
    "models": 95,
    "services": 95,
    "documents": 95,
    "spreadsheets": 95,
    "errors": 95,
    "files": 95,
    "paths": 95,
    "logs": 95,
    "settings": 95,
    "ui": 85,
    "cli": 85,
    "app": 70,  # what remains needs a display or a second process
    "demo": 70,
    "__main__": 70,
}


@dataclass
class Room:
    """What the tests ran in one room: lines and branches, counted together."""

    covered: int = 0
    total: int = 0

    @property
    def percent(self) -> float:
        """Part that was run, from 0 to 100; an empty room is wholly run."""
        return 100 * self.covered / self.total if self.total else 100.0


def rooms_of(report: dict[str, Any]) -> dict[str, Room]:
    """Return the rooms of a coverage report, by name.

    Args:
        report: What ``coverage json`` writes, decoded.
    """
    rooms: defaultdict[str, Room] = defaultdict(Room)
    for file, content in report["files"].items():
        parts = Path(file).with_suffix("").parts
        name = parts[parts.index("alize_desktop") + 1]
        if name == "__init__":
            continue
        summary = content["summary"]
        rooms[name].covered += summary["covered_lines"] + summary["covered_branches"]
        rooms[name].total += summary["num_statements"] + summary["num_branches"]
    return dict(rooms)


def complaints(rooms: dict[str, Room]) -> list[str]:
    """Return one sentence for each room under its floor, or without one."""
    found = []
    for name, room in sorted(rooms.items()):
        if name not in FLOORS:
            found.append(f"{name} has no floor in scripts/coverage_floors.py")
        elif room.covered * 100 < FLOORS[name] * room.total:
            found.append(f"{name} is at {room.percent:.1f} %, under its floor of {FLOORS[name]} %")
    return found


def main() -> int:
    """Print every room beside its floor; return the exit status."""
    rooms = rooms_of(json.loads(REPORT.read_text(encoding="utf-8")))
    for name, room in sorted(rooms.items()):
        print(f"  {name:<13}{room.percent:6.1f} %   floor {FLOORS.get(name, '?'):>3}")
    problems = complaints(rooms)
    for problem in problems:
        print(f"coverage: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
