"""Killed at any instant of a meeting, the application reopens where it was, with every entry."""

import json
import os
import random
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

pytestmark = [pytest.mark.faults, pytest.mark.retold]

CHILD = Path(__file__).with_name("committee_child.py")
KILLS = 100
MEETINGS = 2
"""Meetings held side by side, each in its own registry, killed in turns of their own."""
DURING_OPENING = 8
"""One program in so many is killed while it reopens, the others while keys are pressed."""
MOST_GESTURES = 3
"""Gestures that are waited for before a program is killed, at most."""
PATIENCE = 120
"""Seconds without a word after which a program is stuck, on the slowest machine."""


class Program:
    """A run of the application in a process of its own, started as far as it can be."""

    def __init__(self, orders):
        self._channel, its_end = socket.socketpair()
        with its_end:
            socket.send_fds(orders, [b"fork"], [its_end.fileno()])
        self._channel.settimeout(PATIENCE)
        self._heard = b""
        self._process = None

    def open(self, registry):
        """Let it open a registry; what its screen shows is heard next."""
        self._process = os.pidfd_open(self.hear())
        self._tell(str(registry))

    def go_on(self, begin, *, is_half_done):
        """Let it press the keys of the script from a gesture on."""
        self._tell(json.dumps([begin, is_half_done]))

    def hear(self):
        """Return what it says next; None when it is dead and all it said was heard."""
        while b"\n" not in self._heard:
            try:
                received = self._channel.recv(1 << 20)
            except ConnectionResetError:  # it died before it read what it was told
                received = b""
            if not received:
                return None  # a line that was cut was not said
            self._heard += received
        line, self._heard = self._heard.split(b"\n", 1)
        said = json.loads(line)
        assert not (isinstance(said, dict) and "failed" in said), said["failed"]
        return said

    def kill(self):
        """Kill it, wait for its end, return what it had said and nobody had heard."""
        signal.pidfd_send_signal(self._process, signal.SIGKILL)
        assert select.select([self._process], [], [], PATIENCE)[0], "it does not die"
        said = list(iter(self.hear, None))
        self.leave()
        return said

    def leave(self):
        """Hear it no more: one that still waits for a registry ends by itself."""
        self._channel.close()
        if self._process is not None:
            os.close(self._process)

    def _tell(self, line):
        self._channel.sendall(f"{line}\n".encode())


@pytest.fixture
def meeting(tmp_path):
    """A registry whose next meeting is that of the script. Copy it before use."""
    return tmp_path / "prepared.alize"


@pytest.fixture
def orders(meeting, child_environment):
    """Where programs are asked for: they are forked once everything is imported."""
    ours, its_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with its_end:
        descriptor = its_end.fileno()
        command = [sys.executable, CHILD, str(meeting), str(descriptor)]
        nursery = subprocess.Popen(command, pass_fds=[descriptor], env=child_environment)
    ours.settimeout(PATIENCE)
    with ours:
        assert ours.recv(16) == b"ready"
        yield ours
    assert nursery.wait(PATIENCE) == 0


@pytest.fixture
def reference(orders, meeting, tmp_path):
    """What the screen shows before the first gesture and after each one, when nothing stops."""
    program = Program(orders)
    program.open(shutil.copy(meeting, tmp_path / "whole.alize"))
    shown = [program.hear()]
    program.go_on(0, is_half_done=False)
    while (said := program.hear()) != "over":
        shown.append(said)
    program.kill()
    return shown


class Story:
    """One registry after another, whose programs are killed; knows what was acknowledged."""

    def __init__(self, orders, meeting, reference, folder):
        self._orders = orders
        self._meeting = meeting
        self._reference = reference
        self._folder = folder
        self._pace = self._opening = 0.1
        self.registries = []
        self.gestures = 0
        self._begin_again()

    def go_through(self, kills):
        """Kill a program so many times; each one goes on where the last one was killed."""
        program = Program(self._orders)
        for number in range(kills):
            begun = time.monotonic()
            program.open(self.registries[-1])
            following = Program(self._orders)  # starts while the other one works
            if number % DURING_OPENING:
                shown = program.hear()
                self._opening = time.monotonic() - begun
                self._go_on(program, shown)
            else:
                time.sleep(random.uniform(0, self._opening))  # noqa: S311 - any instant is good
                program.kill()
            program = following
        program.leave()

    def _begin_again(self):
        path = self._folder / f"{len(self.registries)}.alize"
        self.registries.append(Path(shutil.copy(self._meeting, path)))
        self._acknowledged = 0
        self._is_in_flight = False

    def _go_on(self, program, shown):
        """Check what is shown again, let some gestures pass, and kill during the next."""
        at, is_half_done = self._place_of(shown)
        program.go_on(at, is_half_done=is_half_done)
        begun = time.monotonic()
        waited_for = random.randint(0, MOST_GESTURES)  # noqa: S311 - the same
        said = [program.hear() for _each in range(min(waited_for, self._left(at)))]
        if said:
            self._pace = (time.monotonic() - begun) / len(said)
        time.sleep(random.uniform(0, self._pace))  # noqa: S311 - the same
        said = [each for each in (*said, *program.kill()) if each != "over"]
        assert said == self._reference[at + 1 : at + 1 + len(said)]
        self.gestures += len(said)
        self._acknowledged, self._is_in_flight = at + len(said), True
        if not self._left(self._acknowledged):
            self._begin_again()

    def _left(self, at):
        return len(self._reference) - 1 - at

    def _place_of(self, shown):
        """Return the gesture to go on with, and whether it is written without being left."""
        before = self._reference[self._acknowledged]
        if shown == before or not self._is_in_flight:
            assert shown == before
            return self._acknowledged, False
        after = self._reference[self._acknowledged + 1]
        assert shown["entries"] in (before["entries"], after["entries"])
        assert shown["place"] in (before["place"], after["place"])
        assert shown["is_sound"]
        if shown == after:
            return self._acknowledged + 1, False
        if shown["entries"] == after["entries"] and shown["place"] == after["place"]:
            assert shown["says"] == after["says"], shown["place"]
        assert (shown["entries"], shown["place"]) == (after["entries"], before["place"])
        return self._acknowledged, True


def test_a_hundred_kills_reopen_at_the_same_step_with_every_entry(
    orders, meeting, reference, tmp_path, reopened
):
    stories = []
    for number in range(MEETINGS):
        folder = tmp_path / f"story {number}"
        folder.mkdir()
        stories.append(Story(orders, meeting, reference, folder))
    with ThreadPoolExecutor(MEETINGS) as pool:
        list(pool.map(partial(Story.go_through, kills=KILLS // MEETINGS), stories))
    assert sum(each.gestures for each in stories) >= KILLS // 2, "hardly a key was handled"
    for story in stories:
        for path in story.registries:
            with reopened(path):
                pass
