"""The sheet Contrôles: what must hold, in a formula that answers OUI or NON."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.spreadsheets.look import protect, put, put_text, put_title, set_page
from alize_desktop.spreadsheets.tables import NO, YES, colour_words, name_range

SHEET: Final = "Contrôles"
"""Name of the sheet."""

_HEADER_ROW: Final = 4
_HEADERS: Final = ("Contrôle", "Réponse", "Ce qui est comparé")
_WIDTHS: Final = (44, 12, 58)
_SPARE: Final = 4
"""Letters that surely hold beside as many as a column is wide."""

_LINE_HEIGHT: Final = 13.5


@dataclass(frozen=True, slots=True)
class Control:
    """One thing that must hold.

    Attributes:
        says: What holds, as a sentence.
        holds: Formula that is true then, without its ``=``.
        compares: What is compared, in words.
    """

    says: str
    holds: str
    compares: str


def fill_controls(sheet: Worksheet, title: str, controls: Sequence[Control], foot: str) -> str:
    """Fill the sheet Contrôles and return the formula that says whether all of them hold."""
    for letter, width in zip("ABC", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    put_title(sheet, title, len(_WIDTHS))
    put_text(
        sheet,
        2,
        1,
        "Chaque réponse est une formule\u00a0: elle dit NON, en rouge, dès qu’un chiffre est changé.",
        "surtitre",
    )
    for column, header in enumerate(_HEADERS, start=1):
        put_text(sheet, _HEADER_ROW, column, header, "en-tête")
    sheet.row_dimensions[_HEADER_ROW].height = 22
    row = _HEADER_ROW
    for row, control in enumerate(controls, start=_HEADER_ROW + 1):
        put_text(sheet, row, 1, control.says, "texte")
        put(sheet, row, 2, f'=IF({control.holds},"{YES}","{NO}")', "contrôle")
        put_text(sheet, row, 3, control.compares, "texte")
        said = (control.says, _WIDTHS[0]), (control.compares, _WIDTHS[2])
        lines = max(math.ceil(len(text) / (width + _SPARE)) for text, width in said)
        sheet.row_dimensions[row].height = 6 + _LINE_HEIGHT * lines
    area = f"B{_HEADER_ROW + 1}:B{row}"
    colour_words(sheet, area, {YES: "good", NO: "bad"})
    name_range(sheet, "controles", f"'{SHEET}'!$B${_HEADER_ROW + 1}:$B${row}")
    set_page(sheet, foot, repeated_row=_HEADER_ROW, is_wide=True)
    protect(sheet)
    return f'=IF(COUNTIF(controles,"{YES}")=ROWS(controles),"{YES}","{NO}")'
