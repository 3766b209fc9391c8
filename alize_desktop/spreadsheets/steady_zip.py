"""Saving a workbook: the same bytes from the same figures, whatever the hour."""

import io
import zipfile
from datetime import datetime
from typing import Final

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_FIRST: Final = "[Content_Types].xml"
_NO_DATE: Final = (1980, 1, 1, 0, 0, 0)


def saved(book: Workbook, title: str, at: datetime) -> bytes:
    """Return the bytes of a workbook.

    Args:
        book: The workbook; its properties are written here.
        title: Title of the document.
        at: Instant written as that of its creation, without a zone.
    """
    properties = book.properties
    properties.title = title
    properties.creator = properties.lastModifiedBy = "Alizé"
    properties.language = "fr-FR"
    properties.created = properties.modified = at
    loose = io.BytesIO()
    # not Workbook.save, which would write the present hour
    ExcelWriter(book, zipfile.ZipFile(loose, "w")).save()
    return _steady(loose)


def _steady(loose: io.BytesIO) -> bytes:
    """Return a zip with the same entries, without the hour or the machine."""
    steady = io.BytesIO()
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(steady, "w") as target:
        for name in sorted(source.namelist(), key=lambda each: (each != _FIRST, each)):
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return steady.getvalue()
