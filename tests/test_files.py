"""Writing a file: the new content whole, or the old one byte for byte."""

import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.files import put_back_on_failure, write_atomic
from alize_desktop.models.store.form import APPLICATION_ID

OLD = b"the old file\n" * 100
NEW = os.urandom(300_000)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "pv.pdf"
    path.write_bytes(OLD)
    return path


def assert_untouched(path: Path) -> None:
    assert path.read_bytes() == OLD
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_nothing_is_written_over_a_registry(tmp_path):
    path = tmp_path / "voisin.alize"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("CREATE TABLE kept (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(UserError) as refusal:
        write_atomic(path, NEW)
    assert refusal.value.code is ErrorCode.REGISTRY_EXISTS
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@given(content=st.binary(max_size=2000))
def test_what_is_written_is_read_back(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("files") / "new"
    write_atomic(path, content)
    assert path.read_bytes() == content


def test_the_new_file_replaces_the_old_one_and_leaves_nothing_else(path):
    write_atomic(path, NEW)
    assert path.read_bytes() == NEW
    assert list(path.parent.iterdir()) == [path]


def test_the_file_has_the_rights_of_any_new_file(path):
    mask = os.umask(0o027)
    try:
        write_atomic(path, NEW)
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(UserError) as caught:
        write_atomic(tmp_path / "absent" / "pv.pdf", NEW)
    assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert caught.value.params == {"path": str(tmp_path / "absent")}


def write_then_fail(path: Path) -> None:
    def write() -> None:
        with put_back_on_failure(path):
            write_atomic(path, NEW)
            assert path.read_bytes() == NEW
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()


def test_what_fails_after_a_file_was_written_gives_its_name_back(path):
    write_then_fail(path)
    assert_untouched(path)


def test_so_it_does_where_a_file_has_one_name_only(path, monkeypatch):
    def refuse(*_names, **_more):
        raise OSError(errno.ENOTSUP, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    write_then_fail(path)
    assert_untouched(path)


def test_a_file_that_was_not_there_goes_away(path):
    path.unlink()
    write_then_fail(path)
    assert list(path.parent.iterdir()) == []


def test_what_succeeds_leaves_the_new_file_alone(path):
    with put_back_on_failure(path):
        write_atomic(path, NEW)
    assert path.read_bytes() == NEW
    assert list(path.parent.iterdir()) == [path]


def test_an_old_file_that_cannot_be_kept_is_told(path, monkeypatch):
    def refuse(*_names, **_more):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(shutil, "copy2", refuse)
    with pytest.raises(UserError) as caught, put_back_on_failure(path):
        write_atomic(path, NEW)
    assert caught.value.code is ErrorCode.DISK_FULL
    assert_untouched(path)


CHILD = """
import resource, signal, sys
from pathlib import Path
from alize_desktop.errors import UserError
from alize_desktop.files import write_atomic
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_atomic(Path(sys.argv[1]), bytes(300_000))
except UserError as error:
    print(error.code)
"""


def test_a_disk_that_fills_half_way_leaves_the_old_file(path, child_environment):
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)],
        env=child_environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ErrorCode.DISK_FULL
    assert_untouched(path)


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


def test_a_small_disk_that_is_full_leaves_the_old_file(small_disk):
    path = small_disk / "pv.pdf"
    path.write_bytes(OLD)
    with pytest.raises(UserError) as caught:
        write_atomic(path, NEW)
    assert caught.value.code is ErrorCode.DISK_FULL
    assert_untouched(path)


def test_a_read_only_disk_leaves_the_old_file(small_disk):
    path = small_disk / "pv.pdf"
    path.write_bytes(OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(UserError) as caught:
        write_atomic(path, NEW)
    assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert_untouched(path)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_at_any_step_leaves_the_old_file(path, monkeypatch, step, number):
    def fail(*_arguments):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    with pytest.raises(UserError) as caught:
        write_atomic(path, NEW)
    full = number != errno.EIO
    assert caught.value.code is (ErrorCode.DISK_FULL if full else ErrorCode.FOLDER_NOT_WRITABLE)
    assert_untouched(path)


def test_a_file_that_another_program_holds_is_named(path, monkeypatch):
    def refuse(_self, _target):
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError) as caught:
        write_atomic(path, NEW)
    assert caught.value.code is ErrorCode.FILE_IN_USE
    assert caught.value.params == {"path": str(path)}
    assert_untouched(path)
    with pytest.raises(UserError) as caught:
        write_atomic(path.with_name("autre"), NEW)
    assert caught.value.code is ErrorCode.FOLDER_NOT_WRITABLE
    assert_untouched(path)


def test_the_content_is_synced_before_it_takes_the_name(path, monkeypatch):
    steps = []
    fsync, replace = os.fsync, Path.replace

    def seen_fsync(handle):
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def seen_replace(self, target):
        steps.append("name")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", seen_fsync)
    monkeypatch.setattr(Path, "replace", seen_replace)
    write_atomic(path, NEW)
    assert steps == ["file", "name", "folder"]
