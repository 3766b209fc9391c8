"""A sheet of labels and figures, one under the other."""

import math
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.records.programme import Programme
from alize_desktop.spreadsheets.look import put, put_text
from alize_desktop.spreadsheets.tables import NO, YES, colour_words
from alize_desktop.wording.names import programme_name

_LETTERS: Final = 54
"""Letters that surely hold on one line of the second column."""

_LINE_HEIGHT: Final = 13.5
_MOST_LINES: Final = 30


class SummaryPage:
    """Writes labels and figures one under the other.

    Args:
        sheet: An empty sheet.
        label_width: Width of the column of labels, in letters.
        text_width: That of the column of figures and texts.
    """

    def __init__(self, sheet: Worksheet, label_width: int, text_width: int) -> None:
        self.sheet = sheet
        self.row = 1
        sheet.column_dimensions["A"].width = label_width
        sheet.column_dimensions["B"].width = text_width

    def title(self, programme: Programme, title: str, state: str, style: str) -> None:
        """Write what the workbook is, whose, and how far it can be trusted.

        Args:
            programme: Whose workbook it is.
            title: What it tells.
            state: « Conditions décidées par le comité ».
            style: Of the state.
        """
        self.line(programme_name(programme), "surtitre")
        self.sheet.row_dimensions[self.row].height = 30
        self.line(title, "titre")
        self.sheet.row_dimensions[self.row].height = 22
        self.line(state, style)
        if programme.is_demonstration:
            self.line("Démonstration\u00a0: entreprises et personnes inventées.", "surtitre")

    def line(self, text: str, style: str) -> None:
        """Write a text across the page."""
        put_text(self.sheet, self.row, 1, text, style)
        put(self.sheet, self.row, 2, None, style)
        self.row += 1

    def section(self, title: str) -> None:
        """Leave a space, then write the title of a block."""
        self.row += 1
        self.sheet.row_dimensions[self.row].height = 20
        self.line(title, "rubrique")

    def text(self, name: str, text: str, style: str = "texte") -> None:
        """Write a text beside its label; nothing when it is empty."""
        if not text.strip():
            return
        put_text(self.sheet, self.row, 1, name, "intitulé")
        put_text(self.sheet, self.row, 2, text, style)
        self._end_row(sum(max(1, math.ceil(len(each) / _LETTERS)) for each in text.splitlines()))

    def figure(self, name: str, value: object, style: str) -> str:
        """Write a figure, a date or a control beside its label; return its cell."""
        put_text(self.sheet, self.row, 1, name, "intitulé")
        address = put(self.sheet, self.row, 2, value, style)
        self._end_row()
        return address

    def verdict(self, title: str, formula: str) -> None:
        """Write, in a block of its own, whether all the controls hold."""
        self.section(title)
        address = self.figure("Tous les contrôles sont bons", formula, "contrôle")
        colour_words(self.sheet, address, {YES: "good", NO: "bad"})

    def _end_row(self, lines: int = 1) -> None:
        """Give the row the height of its text: not every program does it by itself."""
        self.sheet.row_dimensions[self.row].height = 4.5 + _LINE_HEIGHT * min(lines, _MOST_LINES)
        self.row += 1
