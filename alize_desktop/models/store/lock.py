"""One window per registry: a lock of the system on a file beside it.

The system frees the lock of a process that dies, however it dies, so a lock
file that was left behind never refuses anybody. The file names who holds it.
"""

import contextlib
import errno
import os
import socket
import sys
from pathlib import Path
from typing import Final, Self

from alize_desktop.errors import ErrorCode, UserError

_FULL: Final = {errno.ENOSPC, errno.EDQUOT}

if sys.platform == "win32":  # pragma: no cover - the other half is run where the tests run
    import msvcrt

    _FAR: Final = 1 << 30  # beyond the text, which others must be able to read

    def _try_lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """The lock of one registry, held until ``release``."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    @classmethod
    def acquire(cls, registry: Path) -> Self:
        """Take the lock of a registry, or refuse at once.

        Args:
            registry: Resolved path: two names of one file have one lock.

        Raises:
            UserError: ``REGISTRY_IN_USE`` while a live process holds it, this one
                included; ``FOLDER_NOT_WRITABLE`` or ``DISK_FULL`` when the lock
                file cannot be made.
        """
        path = registry.with_name(f"{registry.name}.lock")
        while True:
            handle = _opened(path)
            try:
                _try_lock(handle)
            except OSError as error:
                params = _holder(handle)
                os.close(handle)
                raise UserError(ErrorCode.REGISTRY_IN_USE, path=str(registry), **params) from error
            if _is_still_named(path, handle):
                break
            os.close(handle)  # its holder removed it between our two calls
        _sign(handle)
        return cls(path, handle)

    @property
    def is_held(self) -> bool:
        """Whether the lock has not been released yet."""
        return self._handle is not None

    def release(self) -> None:
        """Give the lock back and remove its file. May be called twice."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if os.name == "nt":  # pragma: no cover - an open file cannot be removed there
            os.close(handle)
            with contextlib.suppress(OSError):
                self._path.unlink()
            return
        with contextlib.suppress(FileNotFoundError):
            self._path.unlink()
        os.close(handle)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        code = ErrorCode.DISK_FULL if error.errno in _FULL else ErrorCode.FOLDER_NOT_WRITABLE
        raise UserError(code, path=str(path.parent)) from error


def _is_still_named(path: Path, handle: int) -> bool:
    try:
        return path.stat().st_ino == os.fstat(handle).st_ino
    except FileNotFoundError:
        return False


def _sign(handle: int) -> None:
    """Say who holds the lock. On a full disk nobody can be told; the lock holds."""
    with contextlib.suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"{os.getpid()} {socket.gethostname()}\n".encode())


def _holder(handle: int) -> dict[str, str]:
    os.lseek(handle, 0, os.SEEK_SET)
    pid, _, host = os.read(handle, 1000).decode(errors="replace").strip().partition(" ")
    return {"pid": pid, "host": host}
