"""The financing plan of a project as a chart: its cost, and what pays for it."""

from typing import Final, Literal, TypeAlias

from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Spacer

from alize_desktop.documents.colours import inks
from alize_desktop.documents.fonts import MEDIUM, REGULAR
from alize_desktop.documents.frame import TEXT_WIDTH
from alize_desktop.documents.tagging.figures import Drawn
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.values import Money
from alize_desktop.wording.amounts import NO_BREAK, money_short
from alize_desktop.wording.pack_figures import COST, highest_amount, plan_alternative, plan_rows

_Anchor: TypeAlias = Literal["start", "end"]

_ROW: Final = 16.0
_BAR: Final = 9.0
_NAMES: Final = 44 * mm
_BESIDE: Final = 5 * mm
_SIZE: Final = 8.75
_GAP: Final = 4.0


def plan_chart(sheet: DossierSheet) -> list[Flowable]:
    """Return the chart; nothing when the plan is not detailed."""
    rows = plan_rows(sheet.financing, sheet.request.amount)
    if not rows:
        return []
    widest = max(stringWidth(_amount(each), MEDIUM, _SIZE) for _name, each in rows)
    room = TEXT_WIDTH - _NAMES - widest - _BESIDE
    highest = highest_amount(rows).minor or 1
    drawing = Drawing(TEXT_WIDTH, _ROW * len(rows))
    for number, (name, amount) in enumerate(rows, start=1):
        bottom = drawing.height - number * _ROW
        colour = inks().strong if name == COST else inks().accent
        _draw_words(drawing, bottom, name, amount)
        drawing.add(_bar(bottom, room, inks().ground))
        drawing.add(_bar(bottom, room * amount.minor / highest, colour))
    return [Drawn(drawing, plan_alternative(rows)), Spacer(1, _GAP)]


def _draw_words(drawing: Drawing, bottom: float, name: str, amount: Money) -> None:
    base = bottom + (_ROW - _SIZE) / 2 + 1
    drawing.add(_words(0, base, name, REGULAR, "start"))
    drawing.add(_words(TEXT_WIDTH, base, _amount(amount), MEDIUM, "end"))


def _words(across: float, base: float, text: str, font: str, anchor: _Anchor) -> String:
    words = String(across, base, text)
    words.fontName, words.fontSize, words.textAnchor = font, _SIZE, anchor
    words.fillColor = inks().text
    return words


def _bar(bottom: float, width: float, colour: Color) -> Rect:
    bar = Rect(_NAMES, bottom + (_ROW - _BAR) / 2, width, _BAR)
    bar.fillColor, bar.strokeColor = colour, None
    return bar


def _amount(amount: Money) -> str:
    return money_short(amount, NO_BREAK)
