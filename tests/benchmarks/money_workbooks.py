"""Schedule workbooks, against openpyxl bare.

Bare: the same cells with the same values in the same named styles, saved by openpyxl;
without tables, names, validations, colours, protection nor page settings.
"""

import gc
import statistics
import sys
from io import BytesIO
from pathlib import Path

from measures import Measure, spent_ms
from openpyxl import Workbook, load_workbook

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.schedule_records import LATE

BOOKS, TURNS = 10, 10
"""A hundred workbooks: ten turns of ten, ours and bare one after the other."""


def measure():
    """Return the line of the schedule workbooks."""
    from alize_desktop.spreadsheets.schedule_workbook import schedule_workbook

    sheets = cells_of(schedule_workbook(LATE))
    ours, bare = [], []
    gc.disable()  # as in the program, which collects between two events
    for _turn in range(TURNS + 1):
        ours.append(spent_ms(lambda: repeat(lambda: schedule_workbook(LATE)), 1)[0] / BOOKS)
        bare.append(spent_ms(lambda: repeat(lambda: write_bare(sheets)), 1)[0] / BOOKS)
        gc.collect()
    gc.enable()
    one, other = statistics.median(ours[1:]), statistics.median(bare[1:])
    cells = sum(map(len, sheets.values()))
    detail = f"{one:.1f} ms against {other:.1f} ms, {cells} cells each"
    return Measure("schedule workbooks against openpyxl bare", one / other, 1.5, "×", detail)


def repeat(action):
    for _book in range(BOOKS):
        action()


def cells_of(content):
    """Return every cell of a workbook by sheet: row, column, value, name of its style."""
    book = load_workbook(BytesIO(content))
    return {
        sheet.title: [
            (cell.row, cell.column, cell.value, cell.style)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None or cell.style != "Normal"
        ]
        for sheet in book
    }


def write_bare(sheets):
    from alize_desktop.spreadsheets.look import add_styles

    book = Workbook()
    add_styles(book)
    book.remove(book.worksheets[0])
    for title, cells in sheets.items():
        sheet = book.create_sheet(title)
        for row, column, value, style in cells:
            cell = sheet.cell(row, column)
            cell.value = value
            cell.style = style
    content = BytesIO()
    book.save(content)
    return content.getvalue()


if __name__ == "__main__":
    print(measure())
