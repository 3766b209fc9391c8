"""Killed at any instant, the file holds every vote that was announced."""

import os
import random
import time

import pytest

pytestmark = [pytest.mark.faults, pytest.mark.retold]

KILLS = 50
LONGEST = 0.06
"""Seconds a child may vote before it is killed."""
DURING_OPENING = 5
"""One child in so many is killed while it opens the registry, the others while they vote."""


def round_of(nursery, kill, *, voting):
    """Let a child vote, kill it, return what it announced."""
    nursery.stdin.write("go\n")
    nursery.stdin.flush()
    process = int(nursery.stdout.readline().removeprefix("PID"))
    said = [nursery.stdout.readline()] if voting else []
    time.sleep(random.uniform(0, LONGEST))  # noqa: S311 - any instant is good
    kill(process)
    while (line := nursery.stdout.readline()) != "DEAD\n":
        assert line.startswith("OK"), line
        said.append(line)
    return [line.strip() for line in said]


def test_fifty_kills_lose_no_vote_that_was_announced(path, child, kill, reopened, votes_of):
    nursery = child("nursery", path)
    written, announced = [], 0
    for number in range(KILLS):
        said = round_of(nursery, kill, voting=bool(number % DURING_OPENING))
        announced += len(said)
        with reopened(path) as registry:
            before, written = written, votes_of(registry)
        new = written[len(before) :]
        assert written[: len(before)] == before, number
        assert new[: len(said)] == said, number
        assert len(said) <= len(new) <= len(said) + 1, number
    assert announced >= KILLS - KILLS // DURING_OPENING, "some child did not vote at all"


def test_the_lock_of_a_dead_program_is_taken_without_asking_again(path, child, reopened):
    holder = child("hold", path)
    assert holder.stdout.readline() == "OPEN\n"
    holder.kill()
    holder.wait()
    lock = path.with_name(f"{path.name}.lock")
    assert lock.read_text().split()[0] == str(holder.pid)
    with reopened(path):
        assert lock.read_text().split()[0] == str(os.getpid())
