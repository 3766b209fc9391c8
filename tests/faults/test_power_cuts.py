"""With the power cut at any write, the file holds every vote that was announced."""

import shutil

import pytest

pytestmark = [
    pytest.mark.faults,
    pytest.mark.retold,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed"),
]

CUTS, SEED = 200, 20261123
VOTES, CHECKPOINT = 60, 40


@pytest.fixture
def traced(path, child, tmp_path, power_cut):
    """Let a child vote under a pragma; return what it did to the disk, and announced."""

    def trace(synchronous):
        log = tmp_path / "trace.log"
        options = ("--votes", VOTES, "--checkpoint", CHECKPOINT, "--synchronous", synchronous)
        said, _ = child("vote", path, *options, prefix=(*power_cut.STRACE, log)).communicate()
        events = power_cut.events_of(log, path)
        kinds = [(each.kind, each.file) for each in events]
        assert kinds.count(("said", "")) == len(said.splitlines()) == VOTES
        assert ("write", path.name) in kinds, "no checkpoint took place"
        return events

    return trace


@pytest.fixture
def survive(path, tmp_path, power_cut, reopened, votes_of):
    """Cut the power 200 times, and look at what is found."""
    start = {path.name: path.read_bytes()}

    def check(events):
        cuts = power_cut.cuts(events, start, CUTS, SEED)
        for number, (files, announced) in enumerate(cuts):
            folder = tmp_path / f"cut {number}"
            folder.mkdir()
            for name, content in files.items():
                (folder / name).write_bytes(content)
            with reopened(folder / path.name) as registry:
                written = votes_of(registry)
            assert written[: len(announced)] == announced, number
            assert len(written) <= len(announced) + 1, number
            shutil.rmtree(folder)

    return check


def test_two_hundred_power_cuts_lose_no_vote_that_was_announced(traced, survive):
    survive(traced("full"))


def test_the_same_test_fails_when_commits_are_not_synced(traced, survive):
    """The simulator would see a program that announces too early."""
    events = traced("normal")
    with pytest.raises(AssertionError):
        survive(events)
