"""Native charts of the workbook of a report, in the colours of the light theme."""

import math
from typing import Final

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.title import Title, title_maker
from openpyxl.drawing.text import CharacterProperties, ParagraphProperties
from openpyxl.worksheet.worksheet import Worksheet

from alize_desktop.rules.chart_scale import MOST_BARS
from alize_desktop.spreadsheets.report_tables import ThemeTable
from alize_desktop.spreadsheets.styles import inks
from alize_desktop.spreadsheets.tables import TableAddress

_WIDTH, _LEAST_HEIGHT, _BAR, _AROUND = 17, 6.0, 0.55, 2.6
"""Centimetres: of a chart, of a bar with its space, of what surrounds the bars."""

_GAP: Final = 50
"""Space between two bars, in percent of a bar."""

_ROW: Final = 0.5
"""Centimetres of a row, at least."""

_INKS: Final = ("primary", "waiting")
_TITLE_SIZE: Final = 1100
"""Hundredths of a point."""


def add_chart(sheet: Worksheet, table: ThemeTable, at: str, address: TableAddress) -> int:
    """Put the bars of a table at a cell; return how many rows they take.

    Args:
        sheet: Where.
        table: Its columns ``charted`` become the series.
        at: Such as ``H3``.
        address: Where its rows are, below their headers.
    """
    chart = BarChart()
    is_in_time = table.name == "annees"
    chart.type = "col" if is_in_time else "bar"
    last = address.last if is_in_time else min(address.last, address.first + MOST_BARS - 1)
    for column, ink in zip(table.charted, _INKS, strict=False):
        values = Reference(sheet, min_col=column, min_row=address.first - 1, max_row=last)
        chart.add_data(values, titles_from_data=True)
        shape = chart.series[-1].graphicalProperties
        shape.solidFill = shape.line.solidFill = inks()[ink]
    chart.set_categories(Reference(sheet, min_col=1, min_row=address.first, max_row=last))
    bars = (last - address.first + 1) * len(table.charted)
    height = max(_LEAST_HEIGHT, 0 if is_in_time else _AROUND + _BAR * bars)
    chart.width, chart.height, chart.gapWidth = _WIDTH, height, _GAP
    _dress(chart, table.title)
    sheet.add_chart(chart, at)
    return math.ceil(height / _ROW)


def _dress(chart: BarChart, title: str) -> None:
    """Show both axes and the figures, the largest bar on top, no grid behind."""
    chart.title = _title(title)
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.majorGridlines = None
    chart.y_axis.number_format = "0"
    chart.y_axis.scaling.min = 0
    if chart.type == "bar":
        chart.x_axis.scaling.orientation = "maxMin"
    chart.dataLabels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )
    if len(chart.series) == 1:
        chart.legend = None
    else:
        chart.legend.position = "b"


def _title(text: str) -> Title:
    made = title_maker(text)
    look = CharacterProperties(sz=_TITLE_SIZE, b=True, solidFill=inks()["text"])
    for paragraph in made.tx.rich.p:  # type: ignore[union-attr]  # the maker wrote a text
        paragraph.pPr = ParagraphProperties(defRPr=look)
        for run in paragraph.r:
            run.rPr = look
    made.overlay = False
    return made
