"""Copies: checked, named after the hour, never in place of anything; and rehearsals."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import VoteChoice
from alize_desktop.models.store import copying
from alize_desktop.models.store.registry import Registry
from alize_desktop.services.bundle import Services

ONE = "2026-001"


@pytest.fixture
def key(tmp_path):
    """A folder on a key."""
    folder = tmp_path / "clé n° 1%?"
    folder.mkdir()
    return folder


@pytest.fixture
def copies(office):
    return office.services.copies


def names(folder):
    return [each.name for each in folder.iterdir()]


def everything(path):
    """Return every row of every table of a registry, of the search too."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)  # noqa: S608 - our own names
            for (name,) in tables.fetchall()
        }


def test_a_copy_holds_all_that_the_registry_holds(office, copies, key, clock):
    before = everything(office.registry.path)
    copy = copies.copy_to(key)
    assert everything(copy) == before
    assert names(key) == [copy.name]
    with Registry.open(copy, clock) as registry:
        assert registry.verify().is_sound


@pytest.mark.parametrize(
    ("instant", "name"),
    [
        (datetime(2026, 11, 23, 13, 32, 59, tzinfo=UTC), "bureau 2026-11-23 14 h 32.alize"),
        (datetime(2026, 6, 30, 22, 5, tzinfo=UTC), "bureau 2026-07-01 0 h 05.alize"),
    ],
)
def test_a_copy_is_named_after_the_hour_of_the_programme(copies, key, clock, instant, name):
    clock.now = instant
    assert copies.copy_to(key) == key / name


def test_two_copies_in_a_minute_have_two_names(copies, key):
    assert [copies.copy_to(key).name for _ in range(3)] == [
        "bureau 2026-11-23 10 h 00.alize",
        "bureau 2026-11-23 10 h 00 (2).alize",
        "bureau 2026-11-23 10 h 00 (3).alize",
    ]


def test_a_copy_replaces_nothing(copies, key):
    precious = key / "bureau 2026-11-23 10 h 00.alize"
    precious.write_bytes(b"precious")
    elsewhere = key / "bureau 2026-11-23 10 h 00 (2).alize"
    elsewhere.symlink_to(key / "nowhere.alize")
    assert copies.copy_to(key).name == "bureau 2026-11-23 10 h 00 (3).alize"
    assert precious.read_bytes() == b"precious"
    assert not (key / "nowhere.alize").exists()


def test_a_file_that_comes_meanwhile_is_not_replaced_either(
    office, copies, key, refused, monkeypatch
):
    precious = key / "bureau 2026-11-23 10 h 00.alize"
    usual = copying.verification.damage

    def come(connection):
        precious.write_bytes(b"precious")
        return usual(connection)

    with monkeypatch.context() as patch, refused(ErrorCode.REGISTRY_EXISTS, office):
        patch.setattr(copying.verification, "damage", come)
        copies.copy_to(key)
    assert precious.read_bytes() == b"precious"
    assert names(key) == [precious.name]


def test_what_an_earlier_copy_left_when_it_was_killed_is_no_hindrance(copies, key):
    (key / ".bureau 2026-11-23 10 h 00.alize.new").write_bytes(b"half")
    copy = copies.copy_to(key)
    assert names(key) == [copy.name]


def test_the_journal_keeps_that_a_copy_was_made(office, copies, key):
    copy = copies.copy_to(key)
    line = office.journal()[-1]
    assert line.action == "registry.copied"
    assert json.loads(line.details) == {"copy": copy.name}
    with closing(sqlite3.connect(copy)) as connection:
        (head,) = connection.execute("SELECT hash FROM journal ORDER BY sequence DESC").fetchone()
    assert line.previous_hash == head


def test_a_copy_is_made_while_a_ballot_is_open(office, copies, key, clock):
    meeting = office.hold(ONE)
    item = office.ballot(meeting, ONE)
    office.cast(item, VoteChoice.FOR, 1, 2)
    before = everything(office.registry.path)
    copy = copies.copy_to(key)
    assert everything(copy) == before
    office.cast(item, VoteChoice.AGAINST, 3)
    with Registry.open(copy, clock) as registry:
        assert Services(registry).committee.state(meeting).row.id == meeting
    assert len(everything(office.registry.path)["vote"]) == 3


def test_a_copy_made_while_something_is_written_has_nothing_of_it(office, key, clock):
    with office.registry.write() as session:
        session.execute(text("UPDATE programme SET operator = 'Pas encore'"))
        office.registry.copy(key / "pendant.alize")
    with Registry.open(key / "pendant.alize", clock) as registry:
        assert registry.verify().is_sound
        assert Services(registry).current_programme().operator == ""


def test_a_registry_whose_journal_was_broken_is_copied_as_it_is(
    office, copies, key, clock, tmp_path
):
    broken = Path(shutil.copy(copies.copy_to(key), tmp_path / "abîmé.alize"))
    with closing(sqlite3.connect(broken)) as connection:
        connection.execute("DROP TRIGGER journal_refuses_update")
        connection.execute("UPDATE journal SET details = '{}' WHERE sequence = 2")
        connection.commit()
    with Registry.open(broken, clock) as registry:
        copy = Services(registry).copies.copy_to(key)
    with Registry.open(copy, clock) as registry:
        assert registry.verify().first_broken_line == 2


# what goes wrong


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 200 kB, when the one who tests may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting needs more rights")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def nothing_left(folder):
    return [each for each in names(folder) if not each.startswith("precious")] == []


@pytest.mark.parametrize("make", ["copy_to", "rehearsal_copy"])
def test_a_folder_that_is_not_there_is_told(office, copies, key, refused, make):
    with refused(ErrorCode.FOLDER_NOT_WRITABLE, office, path=str(key / "partie")):
        getattr(copies, make)(key / "partie")
    (key / "precious").write_bytes(b"")
    with refused(ErrorCode.FOLDER_NOT_WRITABLE, office):
        getattr(copies, make)(key / "precious")
    assert nothing_left(key)


@pytest.mark.parametrize("make", ["copy_to", "rehearsal_copy"])
def test_a_key_without_room_is_told_and_keeps_nothing(office, copies, small_disk, refused, make):
    with refused(ErrorCode.DISK_FULL, office, path=str(small_disk)):
        getattr(copies, make)(small_disk)
    assert nothing_left(small_disk)


def test_a_copy_that_is_damaged_is_not_kept(office, copies, key, refused, monkeypatch):
    def spoil(connection):
        return ("wrong # of entries in index",)

    with monkeypatch.context() as patch, refused(ErrorCode.COPY_FAILED, office, path=str(key)):
        patch.setattr(copying.verification, "damage", spoil)
        copies.copy_to(key)
    assert nothing_left(key)


def test_a_copy_that_lost_the_end_of_its_journal_is_not_kept(
    office, copies, key, refused, monkeypatch
):
    usual = copying.journal.check

    def cut(connection):
        found = usual(connection)
        return replace(found, lines=found.lines - 1)

    with monkeypatch.context() as patch, refused(ErrorCode.COPY_FAILED, office, path=str(key)):
        patch.setattr(copying.journal, "check", cut)
        copies.copy_to(key)
    assert nothing_left(key)


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (OSError(5, "Input/output error"), ErrorCode.FOLDER_NOT_WRITABLE),
        (OSError(28, "No space left on device"), ErrorCode.DISK_FULL),
    ],
)
def test_a_key_pulled_out_while_it_is_synced_is_told(
    office, copies, key, refused, monkeypatch, failure, code
):
    def fail(_handle):
        raise failure

    with monkeypatch.context() as patch, refused(code, office, path=str(key)):
        patch.setattr(copying.os, "fsync", fail)
        copies.copy_to(key)
    assert nothing_left(key)


CHILD = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from alize_desktop.errors import UserError
from alize_desktop.models.store.registry import Registry
with Registry.open(Path(sys.argv[1]), lambda: datetime.now(UTC)) as registry:
    registry.load()
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    try:
        registry.copy(Path(sys.argv[2]) / "copie.alize")
    except UserError as error:
        print(error.code, error.params)
"""
"""Copies where no file may be longer than 200 kB: the system fails the write."""


def test_a_key_that_fails_a_write_is_told_and_keeps_nothing(
    office, copies, key, tmp_path, child_environment
):
    registry = copies.copy_to(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, registry, key],
        env=child_environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == f"{ErrorCode.COPY_FAILED} {{'path': {str(key)!r}}}"
    assert nothing_left(key)


def test_a_registry_that_is_damaged_is_named(office, copies, key, tmp_path, clock):
    damaged = copies.copy_to(tmp_path)
    with Registry.open(damaged, clock) as registry:
        with damaged.open("rb+") as file:
            file.seek(20 * 4096)
            file.write(b"\xff" * 40 * 4096)
        with pytest.raises(UserError) as refusal:
            registry.copy(key / "copie.alize")
    assert refusal.value.code is ErrorCode.REGISTRY_DAMAGED
    assert refusal.value.params == {"path": str(damaged)}
    assert nothing_left(key)


# rehearsals


@pytest.fixture
def rehearsal(copies, key, clock):
    with Registry.open(copies.rehearsal_copy(key), clock) as registry:
        yield registry


def test_a_rehearsal_says_that_it_is_one(office, copies, rehearsal):
    assert rehearsal.path.name == "Répétition - bureau.alize"
    assert Services(rehearsal).copies.is_rehearsal
    assert not copies.is_rehearsal
    assert rehearsal.verify().is_sound


def test_the_mark_of_a_rehearsal_is_never_taken_off(rehearsal):
    for asked in ("DELETE FROM rehearsal", "UPDATE rehearsal SET source = ''"):
        with pytest.raises(IntegrityError, match="append-only"), rehearsal.write() as session:
            session.execute(text(asked))


def test_the_journal_of_a_rehearsal_leaves_that_of_the_registry(office, rehearsal):
    with rehearsal.read() as session:
        lines = session.execute(text("SELECT action, hash, details FROM journal")).all()
    assert [each.hash for each in office.journal()] == [each.hash for each in lines[:-1]]
    assert (lines[-1].action, json.loads(lines[-1].details)) == (
        "registry.rehearsed",
        {"source": "bureau.alize"},
    )


def test_nothing_done_in_a_rehearsal_reaches_the_registry(office, rehearsal):
    before = everything(office.registry.path)
    services = Services(rehearsal)
    sheet = services.dossiers.new_sheet()
    services.programme.save(services.current_programme())
    services.notes  # noqa: B018 - built without harm
    with rehearsal.write() as session:
        rehearsal.journal(session, "a.b", "registry", None, {"sheet": sheet.number})
    assert everything(office.registry.path) == before


def test_a_copy_of_a_rehearsal_is_still_one_and_so_is_its_rehearsal(rehearsal, key, clock):
    services = Services(rehearsal)
    for copy in (services.copies.copy_to(key), services.copies.rehearsal_copy(key)):
        with Registry.open(copy, clock) as registry:
            assert Services(registry).copies.is_rehearsal
            assert registry.verify().is_sound


def test_a_rehearsal_of_a_file_whose_name_is_no_text(office, tmp_path, clock):
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bureau\xe9.alize"))
    office.registry.copy(odd)
    with Registry.open(odd, clock) as registry:
        made = Services(registry).copies.rehearsal_copy(tmp_path)
        assert Services(registry).copies.copy_to(tmp_path).exists()
    with Registry.open(made, clock) as registry:
        assert Services(registry).copies.is_rehearsal
