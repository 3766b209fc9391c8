"""What a failure of the database means to a person, told by its code.

SQLite's primary result code decides, never the text of the error. A code that
is not here is a bug and stays what it is.
"""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from alize_desktop.errors import ErrorCode, UserError

_CODES: Final = {
    5: ErrorCode.REGISTRY_LOCKED,  # SQLITE_BUSY
    6: ErrorCode.REGISTRY_LOCKED,  # SQLITE_LOCKED
    8: ErrorCode.FOLDER_NOT_WRITABLE,  # SQLITE_READONLY
    10: ErrorCode.DISK_FAILURE,  # SQLITE_IOERR
    11: ErrorCode.REGISTRY_DAMAGED,  # SQLITE_CORRUPT
    13: ErrorCode.DISK_FULL,  # SQLITE_FULL
    14: ErrorCode.FOLDER_NOT_WRITABLE,  # SQLITE_CANTOPEN
    26: ErrorCode.NOT_A_REGISTRY,  # SQLITE_NOTADB
}
_OF_THE_FOLDER: Final = {ErrorCode.FOLDER_NOT_WRITABLE, ErrorCode.DISK_FULL}
UNKNOWN_STATE: Final = {ErrorCode.DISK_FAILURE, ErrorCode.REGISTRY_DAMAGED}
"""After these, what the file holds must be read again through new connections."""


@contextmanager
def naming(path: Path) -> Generator[None]:
    """Raise what a person can be told of, in place of the database's errors.

    Those of the driver carry the code; SQLAlchemy's keep them in ``orig``.

    Args:
        path: The registry, named in the sentence (or its folder).

    Raises:
        UserError: ``REGISTRY_LOCKED``, ``FOLDER_NOT_WRITABLE``, ``DISK_FAILURE``,
            ``DISK_FULL``, ``REGISTRY_DAMAGED`` or ``NOT_A_REGISTRY``.
    """
    try:
        yield
    except Exception as error:
        cause = getattr(error, "orig", None) or error
        code = _CODES.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
        if code is None:
            raise
        told = path.parent if code in _OF_THE_FOLDER else path
        raise UserError(code, path=str(told)) from error
