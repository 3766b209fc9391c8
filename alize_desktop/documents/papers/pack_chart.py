"""The financing plan of a project as a chart: its cost, and what pays for it."""

from typing import Final

from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from alize_desktop.documents.colours import inks
from alize_desktop.documents.fonts import MEDIUM, REGULAR
from alize_desktop.documents.frame import TEXT_WIDTH
from alize_desktop.documents.tagging.figures import Drawn
from alize_desktop.models.records.dossiers import DossierSheet
from alize_desktop.models.values import Money
from alize_desktop.wording.amounts import NO_BREAK, money_short
from alize_desktop.wording.pack_figures import COST, highest_amount, plan_alternative, plan_rows

_ROW: Final = 16.0
_BAR: Final = 9.0
_NAMES: Final = 44 * mm
_AMOUNTS: Final = 26 * mm
_SIZE: Final = 8.75
_GAP: Final = 4.0


def plan_chart(sheet: DossierSheet) -> list[Flowable]:
    """Return the chart; nothing when the plan is not detailed."""
    rows = plan_rows(sheet.financing, sheet.request.amount)
    if not rows:
        return []
    drawing = Drawing(TEXT_WIDTH, _ROW * len(rows))
    highest = highest_amount(rows)
    for number, (name, amount) in enumerate(rows, start=1):
        _draw_row(drawing, drawing.height - number * _ROW, name, amount, highest)
    return [Drawn(drawing, plan_alternative(rows)), Spacer(1, _GAP)]


def _draw_row(drawing: Drawing, bottom: float, name: str, amount: Money, highest: Money) -> None:
    ink = inks()
    base = bottom + (_ROW - _SIZE) / 2 + 1
    drawing.add(String(0, base, name, fontName=REGULAR, fontSize=_SIZE, fillColor=ink.text))
    room = TEXT_WIDTH - _NAMES - _AMOUNTS
    width = room * amount.minor / highest.minor if highest.minor else 0
    left, under = _NAMES, bottom + (_ROW - _BAR) / 2
    drawing.add(_bar(left, under, room, ink.ground))
    colour = ink.strong if name == COST else ink.accent
    drawing.add(_bar(left, under, width, colour))
    amount_text = money_short(amount, NO_BREAK)
    drawing.add(
        String(
            TEXT_WIDTH,
            base,
            amount_text,
            fontName=MEDIUM,
            fontSize=_SIZE,
            fillColor=ink.text,
            textAnchor="end",
        )
    )


def _bar(left: float, bottom: float, width: float, colour: Color) -> Rect:
    bar = Rect(left, bottom, width, _BAR)
    bar.fillColor, bar.strokeColor = colour, None
    return bar
