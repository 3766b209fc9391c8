"""The first hundred bytes of a file say whether it is a registry, and which.

They are read without SQLite, so that a file that is refused is not touched:
no journal beside it, no byte changed.
"""

import os
from pathlib import Path
from typing import Final

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.store.form import APPLICATION_ID, SCHEMA_VERSION

_LENGTH: Final = 100
_MAGIC: Final = b"SQLite format 3\0"
_PAGE_SIZE: Final = slice(16, 18)
_PAGE_COUNT: Final = slice(28, 32)
_USER_VERSION: Final = slice(60, 64)
_APPLICATION_ID: Final = slice(68, 72)


def check(path: Path, *, is_whole: bool) -> None:
    """Refuse a file that this program cannot open.

    Args:
        path: An existing file, whose lock is held: closing a file frees every
            lock that this process has on it, those of an open registry too.
        is_whole: Whether the file has no write-ahead log, so that it must be
            as long as it says.

    Raises:
        UserError: ``NOT_A_REGISTRY``; ``REGISTRY_TOO_NEW``; ``REGISTRY_DAMAGED``
            when it was cut; ``FILE_NOT_READABLE``.

    Source:
        SQLite, Database File Format, section 1.3.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_LENGTH)
            length = file.seek(0, os.SEEK_END)
    except OSError as error:
        raise UserError(ErrorCode.FILE_NOT_READABLE, path=str(path)) from error
    if not header.startswith(_MAGIC) or _number(header, _APPLICATION_ID) != APPLICATION_ID:
        raise UserError(ErrorCode.NOT_A_REGISTRY, path=str(path))
    check_version(path, _number(header, _USER_VERSION))
    if is_whole and length < _number(header, _PAGE_SIZE) * _number(header, _PAGE_COUNT):
        raise UserError(ErrorCode.REGISTRY_DAMAGED, path=str(path))


def check_version(path: Path, version: int) -> None:
    """Refuse a version that this program does not know.

    Raises:
        UserError: ``REGISTRY_TOO_NEW``.
    """
    if version > SCHEMA_VERSION:
        raise UserError(
            ErrorCode.REGISTRY_TOO_NEW, path=str(path), version=version, known=SCHEMA_VERSION
        )


def _number(header: bytes, where: slice) -> int:
    return int.from_bytes(header[where], "big")
