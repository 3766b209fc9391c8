"""The guard at the door: is this file a sound, reasonable zip?

An ``.xlsx`` is a zip that anybody may have made. Everything that could hurt is
refused here, before one line of XML is parsed: a file too big, a zip that is
broken, encrypted or names an entry twice, a bomb, and a header that lies about
the size of what it holds (every entry is unpacked once, in small pieces, and
counted). What passes is read from memory, so it cannot change meanwhile.
"""

import io
import zipfile
import zlib
from pathlib import Path
from typing import Final

from alize_desktop.errors import ErrorCode, UserError

LARGEST_FILE: Final = 20 * 1024 * 1024
"""Largest workbook accepted, in bytes."""

LARGEST_CONTENT: Final = 48 * 1024 * 1024
"""Largest content accepted once unpacked, in bytes."""

LARGEST_RATIO: Final = 200
"""How many times smaller than its content an entry of over 1 MB may be."""

MOST_ENTRIES: Final = 2_000
"""Most files inside one workbook."""

MOST_TAGS: Final = 2_000_000
"""Most tags in all the files of a workbook: memory and time follow them, not the bytes."""

MOST_STYLE_TAGS: Final = 200_000
"""Most tags in the styles, which are read whole."""

_RATIO_COUNTS_ABOVE: Final = 1024 * 1024
_PIECE: Final = 64 * 1024
_ENCRYPTED: Final = 0x1
_DOCUMENT_TYPE: Final = b"<!DOCTYPE"
_BROKEN_ZIP: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def read_file(path: Path) -> bytes:
    """Return the bytes of a workbook.

    Args:
        path: File to read.

    Raises:
        UserError: ``FILE_NOT_READABLE`` when the system refuses,
            ``WORKBOOK_TOO_LARGE`` above ``LARGEST_FILE``.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UserError(ErrorCode.FILE_NOT_READABLE, path=str(path)) from error
    if len(content) > LARGEST_FILE:
        raise UserError(ErrorCode.WORKBOOK_TOO_LARGE, path=str(path))
    return content


def check_archive(content: bytes, path: Path) -> None:
    """Refuse what is not a sound and reasonable zip.

    Args:
        content: Every byte of the file.
        path: Where it was read, for the sentence.

    Raises:
        UserError: ``WORKBOOK_NOT_READABLE`` for what is not a whole zip, is
            encrypted, names an entry twice or declares entities, which no
            workbook may do (ECMA-376 part 2, 10.1); ``WORKBOOK_TOO_LARGE`` for a bomb.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_directory(entries, path)
            left, tags = LARGEST_CONTENT, MOST_TAGS
            for entry in entries:
                most = MOST_STYLE_TAGS if "styles" in entry.filename else MOST_TAGS
                size, found = _measured(archive, entry, (left, min(tags, most)), path)
                left, tags = left - size, tags - found
    except _BROKEN_ZIP as error:
        raise UserError(ErrorCode.WORKBOOK_NOT_READABLE, path=str(path)) from error


def _check_directory(entries: list[zipfile.ZipInfo], path: Path) -> None:
    names = {entry.filename.casefold() for entry in entries}
    encrypted = any(entry.flag_bits & _ENCRYPTED for entry in entries)
    if encrypted or len(names) != len(entries):
        raise UserError(ErrorCode.WORKBOOK_NOT_READABLE, path=str(path))
    bomb = any(
        entry.file_size > max(_RATIO_COUNTS_ABOVE, LARGEST_RATIO * entry.compress_size)
        for entry in entries
    )
    total = sum(entry.file_size for entry in entries)
    if bomb or total > LARGEST_CONTENT or len(entries) > MOST_ENTRIES:
        raise UserError(ErrorCode.WORKBOOK_TOO_LARGE, path=str(path))


def _measured(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: tuple[int, int], path: Path
) -> tuple[int, int]:
    """Return the true size of an entry and its tags, stopping above one of the limits.

    Reading to the end also checks the sum of control of the entry.
    """
    size = tags = 0
    last = b""
    is_xml = entry.filename.casefold().endswith((".xml", ".rels"))
    with archive.open(entry) as stream:
        while piece := stream.read(_PIECE):
            if is_xml and _DOCUMENT_TYPE in last + piece:
                raise UserError(ErrorCode.WORKBOOK_NOT_READABLE, path=str(path))
            last = piece[-len(_DOCUMENT_TYPE) :]
            size += len(piece)
            tags += piece.count(b"<")
            if size > limits[0] or tags > limits[1]:
                raise UserError(ErrorCode.WORKBOOK_TOO_LARGE, path=str(path))
    return size, tags
