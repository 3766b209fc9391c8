"""The refused rows as a CSV file that a French Excel opens by a double click."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.imports import RefusedRow

translate = QCoreApplication.translate

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")


def refused_csv(rows: Sequence[RefusedRow]) -> bytes:
    """Return the rows with semicolons, CRLF and the mark of UTF-8.

    A cell that a spreadsheet would read as a formula gets an apostrophe first.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(refused_header())
    for row in rows:
        writer.writerow([row.sheet, row.row, _plain(row.column), _plain(row.reason)])
    return text.getvalue().encode("utf-8-sig")


def refused_text(rows: Sequence[RefusedRow]) -> str:
    """Return the rows as lines with tabs, for the clipboard."""
    lines = ["\t".join(refused_header())]
    lines += ["\t".join((row.sheet, str(row.row), row.column, row.reason)) for row in rows]
    return "\n".join(lines)


def refused_header() -> tuple[str, str, str, str]:
    """Return the titles of the four columns."""
    return (
        translate("importing", "Feuille"),
        translate("importing", "Ligne"),
        translate("importing", "Colonne"),
        translate("importing", "Motif"),
    )


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text
