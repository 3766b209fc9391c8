"""One holder at a time, whatever happens to the lock file."""

import errno
import os

import pytest

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.store import lock as locks
from alize_desktop.models.store.lock import FileLock
from alize_desktop.models.store.registry import Registry


@pytest.fixture
def path(tmp_path):
    return tmp_path / "registry.alize"


@pytest.fixture
def file(path):
    return path.with_name("registry.alize.lock")


def refusal(path):
    with pytest.raises(UserError) as refused:
        FileLock.acquire(path)
    return refused.value


def test_the_lock_file_says_who_holds_it_and_goes_away(path, file):
    lock = FileLock.acquire(path)
    assert file.read_text().startswith(f"{os.getpid()} ")
    assert refusal(path).code is ErrorCode.REGISTRY_IN_USE
    lock.release()
    lock.release()
    assert not lock.is_held
    assert not file.exists()
    FileLock.acquire(path).release()


def test_a_lock_file_that_somebody_removed_is_no_trouble(path, file):
    lock = FileLock.acquire(path)
    file.unlink()
    lock.release()


@pytest.mark.parametrize("put_back", [True, False])
def test_a_lock_on_a_file_that_was_just_removed_is_taken_again(path, file, monkeypatch, put_back):
    """Its holder removed it after we opened it, and maybe another made a new one."""
    take, turns = locks._try_lock, []

    def lose_the_file_once(handle):
        take(handle)
        if not turns:
            file.rename(file.with_name("removed"))  # so that its number is not used again
            if put_back:
                file.touch()
        turns.append(handle)

    monkeypatch.setattr(locks, "_try_lock", lose_the_file_once)
    lock = FileLock.acquire(path)
    assert len(turns) == 2
    monkeypatch.undo()
    assert refusal(path).code is ErrorCode.REGISTRY_IN_USE
    lock.release()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, ErrorCode.DISK_FULL),
        (errno.EROFS, ErrorCode.FOLDER_NOT_WRITABLE),
        (errno.EACCES, ErrorCode.FOLDER_NOT_WRITABLE),
    ],
)
def test_a_lock_file_that_cannot_be_made_is_told(path, monkeypatch, number, code):
    def refuse(*_args):
        raise OSError(number, "no")

    monkeypatch.setattr(os, "open", refuse)
    told = refusal(path)
    assert told.code is code
    assert told.params == {"path": str(path.parent)}


def test_a_lock_without_room_for_a_name_still_holds(path, monkeypatch):
    def refuse(*_args):
        raise OSError(errno.ENOSPC, "no")

    monkeypatch.setattr(os, "write", refuse)
    lock = FileLock.acquire(path)
    assert refusal(path).params["pid"] == ""
    lock.release()


def test_a_file_that_may_not_be_written_is_refused(path, programme, clock, monkeypatch):
    Registry.create(path, programme, clock).close()
    monkeypatch.setattr(os, "access", lambda *_args: False)
    with pytest.raises(UserError) as refused:
        Registry.open(path, clock)
    assert refused.value.code is ErrorCode.FOLDER_NOT_WRITABLE
