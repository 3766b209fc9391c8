"""The sheets of themes: tables whose totals and rates are formulas, charts beside them."""

from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.spreadsheets.look import protect, put, put_text, put_title, set_page
from alize_desktop.spreadsheets.report_charts import add_chart
from alize_desktop.spreadsheets.report_tables import Theme, ThemeTable
from alize_desktop.spreadsheets.tables import Field, TableAddress, name_range, write_table

_FIRST_TABLE: Final = 3
_TOTALS: Final = {
    "rang": "compte total",
    "quantité": "quantité totale",
    "somme": "somme totale",
}
"""Style of a total by that of its column; a column of names has none."""

_SHARE: Final = Field("Part", "pour cent")
_RATE: Final = Field("Réalisation, où c’est constaté", "pour cent")


def fill_theme(sheet: Worksheet, theme: Theme, foot: str) -> None:
    """Fill the sheet of a theme: its tables one under the other, each with its chart."""
    columns = max(len(each.fields) + len(_ratios(each)) for each in theme.tables)
    for column, width in enumerate(theme.widths[:columns], start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    put_title(sheet, theme.title, columns)
    row, beside = _FIRST_TABLE, get_column_letter(columns + 2)
    for table in theme.tables:
        row = _fill_table(sheet, table, row, beside)
    set_page(sheet, foot, is_wide=True)
    protect(sheet)


def _fill_table(sheet: Worksheet, table: ThemeTable, row: int, beside: str) -> int:
    """Write a table, its totals and its chart; return the row where the next one begins.

    Args:
        sheet: Where.
        table: What.
        row: Of its title.
        beside: Column where charts begin.
    """
    put_text(sheet, row, 1, table.title, "rubrique")
    extra = _ratios(table)
    fields = [*table.fields, *extra]
    rows = [(*each, *([None] * len(extra))) for each in table.rows]
    address = write_table(sheet, table.name.capitalize(), fields, rows, row + 1)
    total = address.last + 1
    if not table.is_kept:
        _write_totals(sheet, table, address, total)
    if table.rows and extra:
        for each in range(address.first, address.last + 1):
            _write_ratio(sheet, table, each, total, "pour cent")
    for column in range(1, len(table.fields) + 1):
        name_range(sheet, f"{table.name}_{column}", address.column(column))
    if table.charted and table.rows:
        rows_taken = add_chart(sheet, table, f"{beside}{row}", address)
        return max(total + 2, row + rows_taken + 1)
    return total + 2


def _ratios(table: ThemeTable) -> list[Field]:
    """Return the column of rates of a table, if it has one."""
    if table.shared:
        return [_SHARE]
    return [_RATE] if table.is_kept else []


def _write_totals(sheet: Worksheet, table: ThemeTable, address: TableAddress, total: int) -> None:
    """Write the sums of a table under it, as formulas."""
    sheet.row_dimensions[total].height = 20
    put_text(sheet, total, 1, "Total", "total")
    for column, field in enumerate(table.fields[1:], start=2):
        letter = get_column_letter(column)
        formula = f"=SUM({letter}{address.first}:{letter}{address.last})"
        style = _TOTALS.get(field.style)
        put(sheet, total, column, formula if style else None, style or "total")
    if table.shared:
        _write_ratio(sheet, table, total, total, "part totale")


def _write_ratio(sheet: Worksheet, table: ThemeTable, row: int, total: int, style: str) -> None:
    """Write the part of a row in the total, or what came of a promise; nothing over zero."""
    counted = get_column_letter(table.shared or 2)
    part, whole = f"{counted}{row}", f"{counted}${total}"
    if table.is_kept:
        part, whole = f"C{row}", f"(B{row}-D{row})"
    formula = f'=IF({whole}=0,"",100*{part}/{whole})'
    put(sheet, row, len(table.fields) + 1, formula, style)
