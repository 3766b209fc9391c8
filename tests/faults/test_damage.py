"""Bits that rot, ends that are lost: found or harmless, never a crash."""

import random
import shutil
from datetime import UTC, datetime

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.store.registry import Registry

pytestmark = [pytest.mark.faults, pytest.mark.retold]

DAMAGE = {ErrorCode.REGISTRY_DAMAGED, ErrorCode.NOT_A_REGISTRY, ErrorCode.REGISTRY_TOO_NEW}


def now():
    return datetime.now(UTC)


def look(path):
    """Return whether a registry is said to be sound."""
    try:
        with Registry.open(path, now) as registry:
            return registry.verify().is_sound
    except UserError as error:
        if error.code not in DAMAGE:
            raise
        return False


@pytest.fixture
def voted(path):
    """A registry with a history, closed."""
    with Registry.open(path, now) as registry:
        for number in range(40):
            with registry.write() as session:
                registry.journal(session, "a.b", "registry", None, {"number": number})
    return path


def test_a_bit_that_flips_anywhere_never_crashes_the_check(voted, tmp_path):
    content = voted.read_bytes()
    luck = random.Random(7)  # noqa: S311 - a simulation
    found = 0
    for number in range(100):
        damaged = bytearray(content)
        place = luck.randrange(len(content) * 8)
        damaged[place // 8] ^= 1 << place % 8
        path = tmp_path / f"{number}.alize"
        path.write_bytes(damaged)
        found += not look(path)
        path.unlink()
    assert found


def test_a_bit_that_flips_in_the_journal_names_the_line(voted, tmp_path):
    with Registry.open(voted, now) as registry, registry.read() as session:
        lines = (
            session.connection()
            .exec_driver_sql("SELECT sequence, hash FROM journal ORDER BY sequence")
            .all()
        )
    content = voted.read_bytes()
    for sequence, own in lines[::5]:
        rotten = chr(ord(own[0]) ^ 1) + own[1:]
        path = tmp_path / f"line {sequence}.alize"
        path.write_bytes(content.replace(own.encode(), rotten.encode()))
        with Registry.open(path, now) as registry:
            assert registry.verify().first_broken_line == sequence


@pytest.mark.parametrize("lost", [1, 512, 4096, 100_000, 250_000])
def test_a_registry_whose_end_is_lost_is_not_sound(voted, lost):
    voted.write_bytes(voted.read_bytes()[:-lost])
    assert not look(voted)


@pytest.mark.parametrize("zeros", [8192, 100_000])
def test_a_registry_whose_end_is_blank_is_not_sound(voted, zeros):
    voted.write_bytes(voted.read_bytes()[:-zeros] + bytes(zeros))
    assert not look(voted)


def test_damage_found_after_a_sudden_stop_refuses_to_open(path, child, tmp_path):
    """The write-ahead log says that the program did not end well: the file is checked."""
    child("vote", path, "--votes", 10).communicate()
    log = path.with_name(f"{path.name}-wal")
    copy = tmp_path / "damaged.alize"
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096] = 0xFF
    copy.write_bytes(content)
    shutil.copy(log, copy.with_name(f"{copy.name}-wal"))
    with pytest.raises(UserError) as refusal:
        Registry.open(copy, now)
    assert refusal.value.code is ErrorCode.REGISTRY_DAMAGED
