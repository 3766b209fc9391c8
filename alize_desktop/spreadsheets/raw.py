"""Cells as a workbook holds them, before anything is understood of them."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import Enum, auto
from typing import Final

Value = str | int | float | bool | date | time | timedelta
"""What a cell may hold; a ``datetime`` is a ``date`` too."""

BLANKS: Final = " \t\n\r\u00a0\u202f\u200b\u2060\ufeff"
"""Characters that do not make a cell filled."""

_ESCAPED: Final = re.compile(
    r"_x(00[01][0-9A-Fa-f]|005F|[Dd][89A-Fa-f][0-9A-Fa-f]{2}|[Ff]{3}[EFef])_"
)


class CellKind(Enum):
    """What a cell holds."""

    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    BOOLEAN = auto()
    FORMULA = auto()
    ERROR = auto()


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell that is not empty.

    Attributes:
        value: Text, whole number, float, date and hour, or boolean; for a
            formula or an error, its text.
    """

    kind: CellKind
    value: Value


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row that is not empty.

    Attributes:
        number: As the workbook shows it, from 1.
        cells: By column, from 1; empty cells are left out.
    """

    number: int
    cells: dict[int, RawCell]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet, without its empty rows."""

    name: str
    rows: tuple[RawRow, ...]


def unescaped(text: str) -> str:
    r"""Return a text with the characters that XML cannot hold.

    Excel writes them ``_x0007_``, and a carriage return ``_x000D_``. Line ends
    become ``\n``.
    """
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")
