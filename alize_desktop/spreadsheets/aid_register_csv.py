"""The register of State aid as CSV: semicolons, decimal commas, UTF-8 that Excel recognises."""

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Final

from alize_desktop.models.records.state_aid import AidRegister
from alize_desktop.models.values import Money
from alize_desktop.wording.dates import short_date
from alize_desktop.wording.register_words import HEADERS, Told, register_rows

_FORMULA: Final = tuple("=+-@")


def register_csv(register: AidRegister) -> bytes:
    """Return the aids of a year, a line each under the names of the columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADERS)
    for row in register_rows(register):
        writer.writerow([_cell(each) for each in row])
    return text.getvalue().encode("utf-8-sig")


def _cell(told: Told) -> str:
    match told:
        case None:
            return ""
        case Money():
            return str(told).replace(".", ",")
        case Decimal():
            return format(told, "f").replace(".", ",")
        case date():
            return short_date(told)
    return _harmless(told)


def _harmless(text: str) -> str:
    """Return a text on one line, which no program takes for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(_FORMULA) else line
