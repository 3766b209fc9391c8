"""A disk that is full or fails: nothing is announced that is not there."""

import shutil

import pytest

pytestmark = [pytest.mark.faults, pytest.mark.retold]

STRACE = shutil.which("strace")
VOTES = 40


def check(path, child, reopened, votes_of, prefix=(), *options):
    """Vote, then compare what was announced with what is there. Return the refusals."""
    said, _ = child("vote", path, "--votes", VOTES, *options, prefix=prefix).communicate()
    lines = said.splitlines()
    announced = [line for line in lines if line.startswith("OK")]
    refused = [line for line in lines if line.startswith("NO")]
    assert len(lines) == VOTES
    assert announced
    with reopened(path) as registry:
        written = votes_of(registry)
    left = iter(written)
    assert all(line in left for line in announced), "an announced vote is missing"
    assert len(written) <= len(announced) + len(refused)
    return set(refused), lines


@pytest.mark.parametrize("room", [60_000, 130_000])
def test_a_disk_without_room_keeps_what_was_announced(path, child, reopened, votes_of, room):
    """The system refuses that a file grows beyond ``room`` bytes."""
    refused, lines = check(path, child, reopened, votes_of, (), "--largest-file", room)
    assert refused == {"NO disk_failure"}
    assert lines == sorted(lines, key=lambda line: line.startswith("NO"))


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
@pytest.mark.parametrize(
    ("fault", "code", "is_over"),
    [
        ("pwrite64:error=ENOSPC:when=80+", "disk_full", False),
        ("pwrite64:error=ENOSPC:when=80..90", "disk_full", True),
        ("pwrite64:error=EIO:when=80", "disk_failure", True),
        ("fsync,fdatasync:error=EIO:when=8", "disk_failure", True),
        ("fsync,fdatasync:error=EIO:when=8+", "disk_failure", False),
    ],
)
def test_a_disk_that_fails_is_told_and_what_was_announced_is_kept(
    path, child, reopened, votes_of, fault, code, is_over
):
    prefix = (STRACE, "-f", "-o", path.with_name("trace.log"), "-e", f"trace={fault.split(':')[0]}")
    refused, lines = check(path, child, reopened, votes_of, (*prefix, "-e", f"inject={fault}"))
    assert refused == {f"NO {code}"}
    assert lines[-1].startswith("OK") is is_over
