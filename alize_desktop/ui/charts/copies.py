"""What is put on the clipboard: a picture for slides, a table for a letter or a spreadsheet."""

import atexit
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import QMimeData, QRectF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QTransform
from shiboken6 import isValid

from alize_desktop.models.records.charts import Chart, ChartCell
from alize_desktop.ui.charts.painting import laid_out, paint_chart
from alize_desktop.ui.theme.look import font, scaled
from alize_desktop.ui.theme.tokens import LIGHT, SPACE, TYPE
from alize_desktop.ui.widgets.painting import draw_text

_WIDTH: Final = 960
_SHARPNESS: Final = 2
"""Points of the picture for each pixel: slides are enlarged."""


def chart_picture(chart: Chart, about: str) -> QImage:
    """Return a chart for slides: in the light theme, under its title.

    Args:
        chart: The chart.
        about: What it is about, in small print at the foot.
    """
    edge, line = scaled(SPACE.group), scaled(26)
    width = scaled(_WIDTH)
    layout = laid_out(chart, width - 2 * edge)
    feet = [each for each in (chart.note, about) if each]
    small = scaled(20)
    height = round(2 * edge + line + SPACE.card + layout.height + SPACE.related + small * len(feet))
    image = QImage(width * _SHARPNESS, height * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    inside = width - 2 * edge
    title = QRectF(edge, edge, inside, line)
    draw_text(painter, title, chart.title, font(TYPE.large, QFont.Weight.DemiBold), LIGHT.text)
    painter.save()
    painter.setTransform(QTransform.fromTranslate(edge, edge + line + SPACE.card))
    paint_chart(painter, layout, LIGHT)
    painter.restore()
    foot = height - edge - small * len(feet)
    for number, words in enumerate(feet):
        box = QRectF(edge, foot + number * small, inside, small)
        draw_text(painter, box, words, font(TYPE.small), LIGHT.soft)
    painter.end()
    return image


def table_data(heads: Sequence[str], rows: Iterable[Sequence[ChartCell]]) -> QMimeData:
    """Return a table that pastes as figures in a spreadsheet and as a table in a letter."""
    lines = list(rows)
    data = QMimeData()
    texts = [list(heads), *([cell.plain for cell in row] for row in lines)]
    data.setText("\n".join("\t".join(map(_one_line, each)) for each in texts) + "\n")
    data.setHtml(_html(heads, lines))
    return data


def copy_picture(image: QImage) -> None:
    """Put a picture on the clipboard."""
    QGuiApplication.clipboard().setImage(image)


def copy_table(data: QMimeData) -> None:
    """Put a table on the clipboard.

    When the program ends its text is left there: data that Python made would be
    destroyed by the clipboard after the interpreter, which takes the process with it.
    """
    QGuiApplication.clipboard().setMimeData(data)
    atexit.register(_leave_text, data)


def _leave_text(data: QMimeData) -> None:
    """Leave the text alone in the clipboard, when it still holds these data."""
    if QGuiApplication.instance() is not None and isValid(data):
        QGuiApplication.clipboard().setText(data.text())


def _one_line(text: str) -> str:
    return " ".join(text.split("\t"))


def _html(heads: Sequence[str], rows: Iterable[Sequence[ChartCell]]) -> str:
    head = "".join(f"<th>{escape(each)}</th>" for each in heads)
    body = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cells(row: Sequence[ChartCell]) -> Iterable[str]:
    for number, cell in enumerate(row):
        side = ' align="right"' if number else ""
        yield f"<td{side}>{escape(cell.text)}</td>"
