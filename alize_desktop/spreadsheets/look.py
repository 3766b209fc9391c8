"""How a workbook of the program looks: cells in their style, pages, text that stays text."""

import re
from copy import copy
from decimal import Decimal
from typing import Final
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.models.values import Money
from alize_desktop.spreadsheets.styles import FAMILY, inks, named_styles

_DRESSED: Final[WeakKeyDictionary[Worksheet, dict[str, StyleArray]]] = WeakKeyDictionary()
"""Named styles that cells of a sheet have already."""

_STARTS_FORMULA: Final = tuple("=+-@")
_LOOKS_LIKE_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_A4: Final = 9
_HIGHEST_ROW: Final = 400


def add_styles(book: Workbook) -> None:
    """Add to a workbook the styles that its cells take by name."""
    for style in named_styles():
        book.add_named_style(style)


def euros(amount: Money) -> Decimal:
    """Return an amount as the exact decimal that a cell holds."""
    return Decimal(amount.minor).scaleb(-2)


def put(sheet: Worksheet, row: int, column: int, value: object, style: str) -> str:
    """Write a figure, a date or a formula of ours, and return its address.

    A text goes through ``put_text``.
    """
    cell = sheet.cell(row, column)
    cell.value = value  # type: ignore[assignment]  # the stubs know fewer kinds than the library
    _dress(sheet, cell, style)
    return cell.coordinate


def put_text(sheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
    """Write a text that stays one, whatever it starts with.

    A name such as ``=1+1 Conseil`` never becomes a formula, not even when a
    person edits the cell; what looks like an escape of the format is escaped.
    """
    cell = sheet.cell(row, column)
    cell.value = _LOOKS_LIKE_ESCAPE.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    _dress(sheet, cell, style)
    if text.startswith(_STARTS_FORMULA):
        cell.quotePrefix = True


def _dress(sheet: Worksheet, cell: Cell | MergedCell, style: str) -> None:
    """Give a named style to a cell: by its name the first time, as a copy of it then.

    The library looks every style of the workbook through each time that a name is given.
    """
    dressed = _DRESSED.setdefault(sheet, {})
    if style in dressed:
        cell._style = copy(dressed[style])  # type: ignore[union-attr]  # noqa: SLF001  # as its manual does
    else:
        cell.style = style
        dressed[style] = copy(cell._style)  # type: ignore[union-attr]  # noqa: SLF001  # as above


def put_title(sheet: Worksheet, text: str, columns: int, *, lines: int = 1) -> None:
    """Write the title of a sheet over its first columns.

    Args:
        sheet: Where, on its first row.
        text: It stays a text.
        columns: How many it may take.
        lines: How many it needs.
    """
    put_text(sheet, 1, 1, text, "titre de page")
    # not merge_cells, which looks every cell through for borders: there is one
    sheet.merged_cells.add(f"A1:{get_column_letter(columns)}1")
    sheet.row_dimensions[1].height = min(4 + 20 * lines, _HIGHEST_ROW)


def set_page(
    sheet: Worksheet, left: str, repeated_row: int | None = None, *, is_wide: bool = False
) -> None:
    """Set a sheet to print on A4, one page wide, with its number.

    Args:
        sheet: The sheet.
        left: What the foot of each page says on the left.
        repeated_row: Row printed again at the top of each page, None for none.
        is_wide: Whether the paper lies on its side.
    """
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape" if is_wide else "portrait"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.6
    margins.top, margins.bottom = 0.6, 0.8
    margins.header = margins.footer = 0.4
    # an ampersand alone would be read as an order
    said = ILLEGAL_CHARACTERS_RE.sub("", left).replace("&", "&&")
    soft = inks()["soft"]
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(said, FAMILY, 8, soft),
        right=_HeaderFooterPart("Page &P/&N", FAMILY, 8, soft),
    )
    if repeated_row is not None:
        sheet.print_title_rows = f"{repeated_row}:{repeated_row}"
        sheet.freeze_panes = f"A{repeated_row + 1}"


def protect(sheet: Worksheet) -> None:
    """Protect a sheet from a slip of the hand: no password, filters and widths stay free."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = False
    protection.autoFilter = protection.sort = False
