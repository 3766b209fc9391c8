"""Writing a file so that no reader ever sees half of it."""

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from alize_desktop.errors import ErrorCode, UserError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_HEADER, _MARK = 72, b"Aliz"
"""Where the header of an SQLite file ends with the mark of a registry."""


def write_atomic(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content``, durably, or leave it as it was.

    Args:
        path: File to write; its folder must exist.
        content: Every byte of the new file.

    Raises:
        UserError: See ``fill_atomic``.
    """

    def fill(file: BinaryIO) -> None:
        file.write(content)

    fill_atomic(path, fill)


def fill_atomic(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    """Replace ``path`` by what ``fill`` writes, durably, or leave it as it was.

    A temporary file in the same folder receives the whole content, is synced,
    then takes the name; the folder is synced last.

    Args:
        path: File to write; its folder must exist.
        fill: Writes every byte of the new file, which may be read and sought.

    Raises:
        UserError: ``REGISTRY_EXISTS``: the old file is a registry, which nothing replaces;
            ``DISK_FULL``; ``FILE_IN_USE``: another program holds the old file;
            ``FOLDER_NOT_WRITABLE`` for any other refusal of the system. The old file,
            if any, is untouched.
    """
    if _is_registry(path):
        raise UserError(ErrorCode.REGISTRY_EXISTS, path=str(path))
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _named(error, path) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode_of_new_files())
        _take_name(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        raise _named(error, path) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


@contextmanager
def put_back_on_failure(path: Path) -> Iterator[None]:
    """Give its name back to the file that had it, or to none, when what is inside fails.

    For a file that is written first, then remembered elsewhere.

    Args:
        path: File that is written inside.

    Raises:
        UserError: ``DISK_FULL`` or ``FOLDER_NOT_WRITABLE``: the file that has the name
            could not be kept meanwhile, and nothing was done.
    """
    former = _kept_aside(path)
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):  # what failed first is what is told
            if former is None:
                path.unlink(missing_ok=True)
            else:
                former.replace(path)
        raise
    finally:
        if former is not None:
            with contextlib.suppress(OSError):
                former.unlink(missing_ok=True)


def _kept_aside(path: Path) -> Path | None:
    """Give a second name to a file; a copy has it where a file has but one name."""
    if not (path.is_symlink() or path.is_file()):
        return None
    aside = path.with_name(f".{uuid4().hex}")
    try:
        try:
            os.link(path, aside, follow_symlinks=False)
        except (OSError, NotImplementedError):
            shutil.copy2(path, aside, follow_symlinks=False)
    except OSError as error:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        raise _named(error, path) from error
    return aside


def make_folder(folder: Path) -> None:
    """Make a folder and those above it.

    Raises:
        UserError: ``FOLDER_NOT_WRITABLE``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(ErrorCode.FOLDER_NOT_WRITABLE, path=str(folder)) from error


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable, where the system can."""
    if os.name == "nt":  # pragma: no cover - a folder cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_registry(path: Path) -> bool:
    """Return whether a file says that it is a registry; one that cannot be read says nothing."""
    try:
        with path.open("rb") as file:
            return file.read(_HEADER).endswith(_MARK)
    except OSError:
        return False


def _take_name(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except PermissionError as error:
        if path.is_file():  # where an open file cannot be replaced
            raise UserError(ErrorCode.FILE_IN_USE, path=str(path)) from error
        raise


def _mode_of_new_files() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _named(error: OSError, path: Path) -> UserError:
    code = ErrorCode.DISK_FULL if error.errno in _FULL else ErrorCode.FOLDER_NOT_WRITABLE
    folder = path if path.is_dir() else path.parent
    return UserError(code, path=str(folder))
