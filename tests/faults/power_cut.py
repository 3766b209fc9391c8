"""A disk whose power is cut: rebuilds what a file system may hold at any instant.

A traced program wrote, synced and announced. What was synced is there; each
write that was not is kept, torn at a sector or lost. The ``-shm`` file is left
out: SQLite rebuilds it. Folder entries are not modelled.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
STRACE = (
    "strace",
    "--seccomp-bpf",
    "-f",
    "-y",
    "-xx",
    "-s",
    "70000",
    "-e",
    "trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink",
    "-o",
)

_CALL = re.compile(
    r'^\d+ +(?P<name>\w+)\((?:(?P<fd>\d+)<(?P<file>[^>]*)>)?(?:, )?"?(?P<rest>.*)\) += (?P<result>-?\d+)'
)
_HEX = re.compile(r"\\x([0-9a-f]{2})")


@dataclass(frozen=True)
class Event:
    """One thing that the program did to one file, or announced.

    Attributes:
        kind: ``write``, ``sync``, ``truncate``, ``unlink`` or ``said``.
        at: Offset of a write, or length of a truncated file.
    """

    kind: str
    file: str = ""
    at: int = 0
    content: bytes = b""


@dataclass
class Disk:
    """What is on the platter, and what is still in flight."""

    files: dict[str, bytearray]
    flying: list[Event] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def take(self, event: Event) -> None:
        """Let one event happen, with the power on."""
        if event.kind == "said":
            self.said.append(event.content.decode())
        elif event.kind == "sync":
            for each in self.flying:
                if each.file == event.file:
                    _apply(self.files, each)
            self.flying = [each for each in self.flying if each.file != event.file]
        else:
            self.flying.append(event)

    def cut(self, luck: random.Random) -> dict[str, bytearray]:
        """Return what is found when the power comes back."""
        found = {name: bytearray(content) for name, content in self.files.items()}
        for each in self.flying:
            chance = luck.random()
            if chance < 0.4:
                _apply(found, each)
            elif chance < 0.6 and each.kind == "write" and len(each.content) > SECTOR:
                kept = SECTOR * luck.randrange(1, max(2, len(each.content) // SECTOR))
                _apply(found, Event("write", each.file, each.at, each.content[:kept]))
        return found


def events_of(trace: Path, registry: Path) -> list[Event]:
    """Read what strace saw of a registry, its write-ahead log and the standard output."""
    names = {str(registry): registry.name, f"{registry}-wal": f"{registry.name}-wal"}
    found = []
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            call = _CALL.match(line)
            if call and int(call["result"]) >= 0:
                found += _events(call, names)
    return found


def cuts(
    events: list[Event], start: dict[str, bytes], number: int, seed: int
) -> Iterator[tuple[dict[str, bytearray], list[str]]]:
    """Cut the power at ``number`` instants drawn at random.

    Yields:
        The files as they are found, and the lines that had been said.
    """
    luck = random.Random(seed)  # noqa: S311 - a simulation
    disk, position = Disk({name: bytearray(content) for name, content in start.items()}), 0
    for instant in sorted(luck.sample(range(1, len(events) + 1), number)):
        for event in events[position:instant]:
            disk.take(event)
        position = instant
        yield disk.cut(luck), list(disk.said)


def _events(call: re.Match[str], names: dict[str, str]) -> list[Event]:
    name, path = call["name"], _text(call["file"] or "")
    if name == "unlink":
        path = _text(call["rest"].rstrip('"'))
    if name == "write" and call["fd"] == "1":
        lines = _bytes(call["rest"].rpartition('"')[0]).splitlines()
        return [Event("said", content=line) for line in lines]
    if path not in names:
        return []
    file = names[path]
    if name == "pwrite64":
        content, _, numbers = call["rest"].rpartition('", ')
        return [Event("write", file, int(numbers.rpartition(", ")[2]), _bytes(content))]
    if name == "ftruncate":
        return [Event("truncate", file, int(call["rest"]))]
    return [Event("unlink" if name == "unlink" else "sync", file)]


def _apply(files: dict[str, bytearray], event: Event) -> None:
    if event.kind == "unlink":
        files.pop(event.file, None)
        return
    content = files.setdefault(event.file, bytearray())
    end = event.at + len(event.content)
    if event.kind == "truncate":
        del content[event.at :]
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    if event.kind == "write":
        content[event.at : end] = event.content


def _bytes(text: str) -> bytes:
    return bytes.fromhex("".join(_HEX.findall(text)))


def _text(text: str) -> str:
    return _bytes(text).decode() if "\\x" in text else text
